// Someone's drafts in an operation: forms begun and not sent.
import { ButtonForm } from '../../design/form.tsx'
import { Empty } from '../../design/empty.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'

type Draft = { readonly form: string; readonly fields: Readonly<Record<string, string>>; readonly savedAt: Instant }
const problems = {
  noForm: 'Ce brouillon ne dit pas de quel formulaire il est : rien n’a été gardé. Revenez au formulaire et recommencez.',
  tooLong: 'Ce brouillon est trop long pour être gardé. Raccourcissez le texte, ou envoyez le formulaire.',
} as const
type Props = { readonly frame: Frame; readonly slug: string; readonly drafts: readonly Draft[]; readonly problem: keyof typeof problems | undefined }

export const DraftsPage = ({ frame, slug, drafts, problem }: Props) => (
  <Page {...frame} title="Vos brouillons" breadcrumb={[{ href: paths.plan(slug), label: 'Plan d’action' }]}
    intro="Ce que vous avez tapé dans un formulaire sans l’envoyer. Vous seul le voyez ; il disparaît quand le formulaire est envoyé.">
    {problem === undefined ? null : <Notice tone="error" title="Brouillon non gardé"><p>{problems[problem]}</p></Notice>}
    <Table
      caption="Brouillons, le plus récent d’abord" captionHidden rows={drafts} rowKey={({ form }) => form}
      empty={<Empty title="Aucun brouillon"><p>Ce que vous tapez dans la fiche d’une action est gardé ici jusqu’à l’envoi.</p></Empty>}
      columns={[
        { key: 'form', label: 'Formulaire', rowHeader: true,
          cell: ({ form, fields }) => <a href={`${form}?brouillon=reprendre`}>{titleOf(form, fields, slug)}</a> },
        { key: 'at', label: 'Gardé', cell: ({ savedAt }) => <Moment at={savedAt} /> },
        { key: 'act', label: 'Décision', cell: ({ form, fields }) => (
          <ButtonForm to={paths.drafts(slug)} fields={{ brouillon: form, oublier: 'oui' }} emphasis="quiet" small
            label={`Oublier le brouillon ${titleOf(form, fields, slug)}`}>Oublier</ButtonForm>
        ) },
      ]}
    />
  </Page>
)

function titleOf(form: string, fields: Readonly<Record<string, string>>, slug: string): string {
  const title = fields['title'] ?? ''
  if (form === paths.newAction(slug)) return `Nouvelle action${title === '' ? '' : ` : ${title}`}`
  return title === '' ? form.slice(paths.operation(slug).length + 1) : title
}
