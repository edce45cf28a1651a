// The conventions of an operation as a list.
import { Empty } from '../../design/empty.tsx'
import { Unknown } from '../../design/facts.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import type { OperationState } from '../../law/operation-record.ts'
import type { ConventionKind, Term } from '../../reading/facts.ts'
import { paths } from '../../paths.ts'
import { choiceNames, termInWords } from '../readings/fact.words.ts'
import { ConventionStateLine } from './state-line.tsx'

type Convention = {
  readonly id: string; readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly term: Term | null
}
export const ConventionsPage = ({ frame, slug, conventions, state, mayDeposit, mayRecord }: {
  frame: Frame; slug: string; conventions: readonly Convention[]; state: OperationState; mayDeposit: boolean; mayRecord: boolean
}) => (
  <Page {...frame} title="Conventions"
    intro={'Les textes publiés de l’opération. Une même opération tient souvent à plusieurs : convention chapeau, conventions de programme, '
      + 'adhésions, avenants.'}
    actions={mayRecord ? <LinkButton href={paths.newConvention(slug)} emphasis="quiet">Déclarer une convention sans texte</LinkButton> : undefined}>
    <Table
      caption="Conventions publiées" captionHidden rows={conventions} rowKey={(convention) => convention.slug}
      empty={<Empty title="Aucune convention publiée"
        action={mayDeposit ? <LinkButton href={paths.newDocument(slug)} emphasis="primary">Déposer un document</LinkButton> : undefined}>
        <p>Un document déposé est lu, relu par une personne, puis publié ici.</p>
      </Empty>}
      columns={[
        { key: 'title', label: 'Titre', rowHeader: true,
          cell: (convention) => <a href={paths.convention(slug, convention.slug)}>{convention.title}</a> },
        { key: 'kind', label: 'Nature', cell: (convention) => <span class="unbroken">{choiceNames[convention.kind] ?? convention.kind}</span> },
        { key: 'term', label: 'Durée',
          cell: (convention) => convention.term === null ? <Unknown why="le texte n’en dit rien" /> : termInWords(convention.term) },
        { key: 'state', label: 'État',
          cell: (convention) => <ConventionStateLine slug={slug} state={state} id={convention.id} title={convention.title} /> },
      ]}
    />
  </Page>
)
