// What is said when a paper of a request of suspension could not be made.
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { paths } from '../../paths.ts'
import type { Suspension } from './suspension.rules.ts'
import { trail } from './suspensions.pages.tsx'

export const PaperProblemPage = ({ frame, slug, suspension, words }: { frame: Frame; slug: string; suspension: Suspension; words: string }) => (
  <Page {...frame} title="Document non préparé"
    breadcrumb={[...trail(slug), { href: paths.suspension(slug, suspension.id), label: suspension.project }]}>
    <Notice tone="error"><p>{words}</p></Notice>
  </Page>
)
