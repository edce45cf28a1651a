// Published conventions as they are read: the list, one convention with notes in its margin, one provision at its permanent address.
import { Empty } from '../../design/empty.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { LinkButton } from '../../design/form.tsx'
import { LegalArticle, LegalDocument, LegalText } from '../../design/legal.tsx'
import type { MarginNote } from '../../design/legal.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import type { ConventionKind, ObligationRule, PartyKind, PartyRole, Signatory, Term } from '../../reading/facts.ts'
import { paths } from '../../paths.ts'
import { choiceNames, ruleInWords, termInWords } from '../readings/fact.words.ts'
import { DueDay, defectHelp } from './convention.words.tsx'
import { endOf } from './due.rules.ts'

type Convention = {
  readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly term: Term | null; readonly publishedAt: Instant
  readonly documentId: string; readonly readingId: string
}
type Provision = { readonly slug: string; readonly number: string; readonly heading: string; readonly depth: number; readonly text: string }
type Party = {
  readonly name: string; readonly kind: PartyKind; readonly role: PartyRole; readonly siren: string | null; readonly insee: string | null
  readonly signatories: readonly Signatory[]
}
export type Note = { readonly id: string; readonly provisionSlug: string | null } & (
  | { readonly kind: 'obligation'; readonly what: string; readonly bearer: string | null; readonly rule: ObligationRule }
  | { readonly kind: 'defect'; readonly code: string; readonly message: string }
  | { readonly kind: 'body'; readonly name: string }
)

export const ConventionsPage = ({ frame, slug, conventions, mayDeposit }: {
  frame: Frame; slug: string; conventions: readonly Convention[]; mayDeposit: boolean
}) => (
  <Page {...frame} title="Conventions"
    intro={'Les textes publiés de l’opération. Une même opération tient souvent à plusieurs : convention chapeau, conventions de programme, '
      + 'adhésions, avenants.'}>
    <Table
      caption="Conventions publiées" captionHidden rows={conventions} rowKey={(convention) => convention.slug}
      empty={<Empty title="Aucune convention publiée"
        action={mayDeposit ? <LinkButton href={paths.newDocument(slug)} emphasis="primary">Déposer un document</LinkButton> : undefined}>
        <p>Un document déposé est lu, relu par une personne, puis publié ici.</p>
      </Empty>}
      columns={[
        { key: 'title', label: 'Titre', rowHeader: true,
          cell: (convention) => <a href={paths.convention(slug, convention.slug)}>{convention.title}</a> },
        { key: 'kind', label: 'Nature', cell: (convention) => choiceNames[convention.kind] ?? convention.kind },
        { key: 'term', label: 'Durée',
          cell: (convention) => convention.term === null ? <Unknown why="le texte n’en dit rien" /> : termInWords(convention.term) },
        { key: 'end', label: 'Fin', cell: (convention) => <DueDay due={endOf(convention.term)} /> },
      ]}
    />
  </Page>
)

type ConventionProps = {
  readonly frame: Frame; readonly slug: string; readonly convention: Convention; readonly provisions: readonly Provision[]
  readonly parties: readonly Party[]; readonly notes: readonly Note[]
  readonly mayViewJournal: boolean; readonly conventionId: string
}
export const ConventionPage = ({ frame, slug, convention, provisions, parties, notes, mayViewJournal, conventionId }: ConventionProps) => (
  <Page {...frame} title={convention.title} heading={<span class="legal-title">{convention.title}</span>}
    breadcrumb={[{ href: paths.conventions(slug), label: 'Conventions' }]}>
    <Facts lines={[
      { term: 'Nature', value: choiceNames[convention.kind] ?? convention.kind },
      { term: 'Durée', value: convention.term === null ? <Unknown why="le texte n’en dit rien" /> : termInWords(convention.term) },
      { term: 'Fin', value: <DueDay due={endOf(convention.term)} /> },
      { term: 'Publiée ici le', value: <Moment at={convention.publishedAt} /> },
      { term: 'Sources', value: <>
        <a href={paths.document(slug, convention.documentId)}
          download>document déposé</a>, <a href={paths.reading(slug, convention.readingId)}>lecture relue</a>
        {mayViewJournal ? <>, <a href={paths.objectJournal(slug, conventionId)}>journal</a></> : null}
      </> },
    ]} />
    <Parties parties={parties} />
    <UnplacedNotes notes={notes.filter((note) => note.provisionSlug === null)} />
    <nav class="contents" aria-label="Articles">
      <details>
        <summary>{`Sommaire : ${provisions.length} articles`}</summary>
        <ol class="plain-list">
          {provisions.map((provision) =>
            <li key={provision.slug}><a href={`#${provision.slug}`}>{`${provision.number} ${provision.heading}`}</a></li>)}
        </ol>
      </details>
    </nav>
    <LegalDocument>
      {provisions.map((provision) =>
        <ProvisionText key={provision.slug} slug={slug} conventionSlug={convention.slug} provision={provision} notes={notes} />)}
    </LegalDocument>
  </Page>
)

const Parties = ({ parties }: { parties: readonly Party[] }) => (
  <Section title="Parties">
    <Table
      caption="Parties à la convention" captionHidden rows={parties} rowKey={(party) => party.name} empty={<p>Aucune partie retenue.</p>}
      columns={[
        { key: 'name', label: 'Partie', rowHeader: true, cell: (party) => party.insee !== null ? <a href={paths.commune(party.insee)}>{party.name}</a>
          : party.kind === 'epci' && party.siren !== null ? <a href={paths.epci(party.siren)}>{party.name}</a> : party.name },
        { key: 'kind', label: 'Nature', cell: (party) => choiceNames[party.kind] ?? party.kind },
        { key: 'role', label: 'Rôle', cell: (party) => choiceNames[party.role] ?? party.role },
        { key: 'signatories', label: 'Signataires',
          cell: (party) => party.signatories.map((signatory) => `${signatory.name}, ${signatory.capacity}`).join(' ; ') || '–' },
        { key: 'siren', label: 'SIREN', cell: (party) => party.siren ?? '–' },
      ]}
    />
  </Section>
)

const UnplacedNotes = ({ notes }: { notes: readonly Note[] }) => {
  const defects = notes.flatMap((note) => (note.kind === 'defect' ? [note] : []))
  return defects.length === 0 ? null : (
    <Section title="Défauts de l’ensemble du texte">
      <ul class="plain-list">{defects.map((note) => <li key={note.id}><a href={defectHelp(note.code)}>{note.message}</a></li>)}</ul>
    </Section>
  )
}

const marginNote = (slug: string, note: Note): MarginNote => {
  switch (note.kind) {
    case 'obligation':
      return {
        key: note.id, kind: 'obligation', title: choiceNames[note.what] ?? note.what, href: `${paths.obligations(slug)}#engagement-${note.id}`,
        detail: [note.bearer, ruleInWords(note.rule)].filter((part) => part !== null && part !== '').join(', '),
      }
    case 'defect': return { key: note.id, kind: 'defect', title: note.message, href: defectHelp(note.code) }
    case 'body': return { key: note.id, kind: 'fact', title: `Crée l’instance « ${note.name} »`, href: `${paths.bodies(slug)}#instance-${note.id}` }
  }
}

type ProvisionTextProps = { readonly slug: string; readonly conventionSlug: string; readonly provision: Provision; readonly notes: readonly Note[] }
const ProvisionText = ({ slug, conventionSlug, provision, notes }: ProvisionTextProps) => (
  <LegalArticle number={provision.number} heading={provision.heading} depth={provision.depth} id={provision.slug}
    href={paths.provision(slug, conventionSlug, provision.slug)}
    label={provision.slug.startsWith('article') ? 'Article' : ''}
    notes={notes.filter((note) => note.provisionSlug === provision.slug).map((note) => marginNote(slug, note))}>
    <LegalText text={provision.text} />
  </LegalArticle>
)

type ProvisionProps = ProvisionTextProps & {
  readonly frame: Frame; readonly title: string; readonly before: Provision | undefined; readonly after: Provision | undefined
}
export const ProvisionPage = ({ frame, slug, conventionSlug, provision, notes, title, before, after }: ProvisionProps) => (
  <Page {...frame} title={`${provision.slug.startsWith('article') ? 'Article ' : ''}${provision.number} ${provision.heading}`}
    breadcrumb={[{ href: paths.conventions(slug), label: 'Conventions' }, { href: paths.convention(slug, conventionSlug), label: title }]}>
    <LegalDocument><ProvisionText slug={slug} conventionSlug={conventionSlug} provision={provision} notes={notes} /></LegalDocument>
    <nav class="buttons" aria-label="Articles voisins">
      {before === undefined ? null
        : <LinkButton href={paths.provision(slug, conventionSlug, before.slug)} emphasis="quiet">{`Précédent : ${before.number}`}</LinkButton>}
      {after === undefined ? null
        : <LinkButton href={paths.provision(slug, conventionSlug, after.slug)} emphasis="quiet">{`Suivant : ${after.number}`}</LinkButton>}
    </nav>
  </Page>
)
