// The user manual, in French: one page per task.
import type { ComponentChildren } from 'preact'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { paths } from '../../paths.ts'

export type HelpTopic = { readonly slug: string; readonly title: string; readonly summary: string; readonly body: ComponentChildren }

export const HelpIndexPage = ({ frame, topics }: { frame: Frame; topics: readonly HelpTopic[] }) => (
  <Page {...frame} title="Aide" width="reading" intro="Le manuel de Chapeau, une page par tâche.">
    <ul class="choice-list">
      {topics.map((topic) => (
        <li key={topic.slug}><a href={paths.helpPage(topic.slug)}>{topic.title}</a><span>{topic.summary}</span></li>
      ))}
    </ul>
  </Page>
)

export const HelpTopicPage = ({ frame, topic }: { frame: Frame; topic: HelpTopic }) => (
  <Page {...frame} title={topic.title} intro={topic.summary} width="reading" breadcrumb={[{ href: paths.help(), label: 'Aide' }]}>
    {topic.body}
  </Page>
)
