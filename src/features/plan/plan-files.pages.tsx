// What is said when a file cannot be made, and where files of the plan are taken from.
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

const planFormats = [
  ['xlsx', 'Excel (XLSX)'], ['ods', 'LibreOffice (ODS)'], ['csv', 'CSV'], ['docx', 'Fiches Word (DOCX)'], ['pdf', 'Fiches PDF'],
  ['json', 'Schéma national « projets-territoire » (JSON)'],
] as const

/** The files of a filter; `query`: that of the page, with its question mark, or nothing. */
export const PlanFileLinks = ({ slug, query }: { slug: string; query: string }) => (
  <details class="plan-files">
    <summary>Enregistrer ces actions dans un fichier</summary>
    <ul class="plain-list">
      {planFormats.map(([format, label]) => <li key={format}><a href={`${paths.planFile(slug, format)}${query}`} download>{label}</a></li>)}
    </ul>
  </details>
)
