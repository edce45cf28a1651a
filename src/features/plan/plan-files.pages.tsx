// What is said when a file of the plan cannot be made.
import { LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { paths } from '../../paths.ts'

export const FileProblemPage = ({ frame, slug, words }: { frame: Frame; slug: string; words: string }) => (
  <Page {...frame} title="Le fichier n’a pas pu être produit" breadcrumb={[{ href: paths.plan(slug), label: 'Plan d’action' }]}>
    <Notice tone="error"><p>{words}</p></Notice>
    <LinkButton href={paths.plan(slug)}>Revenir au plan</LinkButton>
  </Page>
)
