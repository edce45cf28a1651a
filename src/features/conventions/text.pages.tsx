// A convention as it is read on a day: its text with the source of each word, its versions, notes in its margin; one provision with its history.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { LinkButton } from '../../design/form.tsx'
import { LegalDocument } from '../../design/legal.tsx'
import type { MarginNote } from '../../design/legal.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day, Moment } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { ConventionState } from '../../law/operation-record.ts'
import type { ConventionKind, ObligationRule, PartyKind, PartyRole, Signatory, Term } from '../../reading/facts.ts'
import { paths } from '../../paths.ts'
import { StateSummary } from '../acts/state-summary.tsx'
import type { NodeVersion, ShownText } from '../amendments/shown-text.ts'
import { AmendedArticle, BeyondWords, RefusedChanges, TextFiles, Versions, WaitingChanges, onDay } from '../amendments/text-parts.tsx'
import { choiceNames, ruleInWords, termInWords } from '../readings/fact.words.ts'
import { EndDay, defectHelp } from './convention.words.tsx'
import { endOfTerm } from '../../law/term.ts'

type Convention = {
  readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly term: Term | null; readonly publishedAt: Instant
  readonly documentId: string | null; readonly readingId: string | null
}
type Party = {
  readonly name: string; readonly kind: PartyKind; readonly role: PartyRole; readonly siren: string | null; readonly insee: string | null
  readonly signatories: readonly Signatory[]
}
export type Note = { readonly id: string; readonly provisionSlug: string | null } & (
  | { readonly kind: 'obligation'; readonly what: string; readonly bearer: string | null; readonly rule: ObligationRule }
  | { readonly kind: 'defect'; readonly code: string; readonly message: string }
  | { readonly kind: 'body'; readonly name: string }
  | { readonly kind: 'orientation'; readonly label: string; readonly framework: string; readonly frameworkSlug: string }
  | { readonly kind: 'actions'; readonly count: number; readonly conventionId: string }
)
type ShownNode = ShownText['nodes'][number]
type TextProps = {
  readonly frame: Frame; readonly slug: string; readonly convention: Convention; readonly text: ShownText; readonly today: PlainDate
  readonly notes: readonly Note[]
}
type ConventionProps = TextProps & {
  readonly parties: readonly Party[]; readonly conventionId: string; readonly mayViewJournal: boolean; readonly mayDraft: boolean
  /** The convention this one amends. */
  readonly amended: { readonly slug: string; readonly title: string } | undefined
  /** What it is on the day shown, as its acts tell. */
  readonly state: ConventionState | undefined
}

export const ConventionPage = (props: ConventionProps) => {
  const { frame, slug, convention, text, today, notes, amended } = props
  const place = { slug, convention: convention.slug }
  return (
    <Page {...frame} title={convention.title} heading={<span class="legal-title">{text.title ?? convention.title}</span>}
      breadcrumb={[{ href: paths.conventions(slug), label: 'Conventions' }]} actions={<Actions {...props} />}>
      <RefusedChanges text={text} />
      <Identity {...props} />
      {amended === undefined ? <Versions {...place} text={text} /> : null}
      <BeyondWords text={text} />
      {amended === undefined ? <WaitingChanges {...place} text={text} /> : null}
      <Parties {...props} />
      <UnplacedNotes notes={notes.filter((note) => note.provisionSlug === null)} />
      {text.nodes.length === 0 ? <NoText {...props} /> : <>
        <nav class="contents" aria-label="Articles">
          <details>
            <summary>{`Sommaire : ${text.nodes.length} articles`}</summary>
            <ol class="plain-list">
              {text.nodes.map((node) => <li key={node.key}><a href={`#${node.key}`}>{`${node.number} ${node.heading}`}</a></li>)}
            </ol>
          </details>
        </nav>
        <TextFiles {...place} text={text} />
        <LegalDocument>
          {text.nodes.map((node) => <AmendedArticle key={node.key} {...place} node={node} day={text.day} today={today}
            notes={notesOf(slug, notes, node)} />)}
        </LegalDocument>
      </>}
    </Page>
  )
}

const Actions = ({ slug, convention, amended, mayDraft }: ConventionProps) => {
  if (convention.kind !== 'amendment') {
    return mayDraft ? <LinkButton href={`${paths.newAmendment(slug)}?convention=${convention.slug}`}>Préparer un avenant</LinkButton> : null
  }
  return <>
    <LinkButton href={paths.instructions(slug, convention.slug)}>Instructions</LinkButton>
    {amended === undefined ? null : <LinkButton href={paths.preview(slug, convention.slug)}>Aperçu de l’effet</LinkButton>}
  </>
}

const Identity = ({ slug, convention, amended, conventionId, mayViewJournal, state, text }: ConventionProps) => (
  <Facts lines={[
    { term: 'Nature', value: choiceNames[convention.kind] ?? convention.kind },
    ...(amended === undefined ? [] : [{ term: 'Modifie', value: <a href={paths.convention(slug, amended.slug)}>{amended.title}</a> }]),
    ...(amended !== undefined || (convention.kind === 'amendment' && convention.term === null) ? [] : [
      { term: 'Durée', value: convention.term === null ? <Unknown why="le texte n’en dit rien" /> : termInWords(convention.term) },
      { term: 'Fin prévue', value: state === undefined || state.endsOn === null ? <EndDay end={endOfTerm(convention.term)} />
        : <><Day date={state.endsOn} />{state.endBasis === 'extended' ? <> <Badge tone="info">Prorogée</Badge></> : null}</> },
    ]),
    ...(state === undefined ? [] : [
      { term: `État au ${inWords(text.day)}`, value: <StateSummary slug={slug} answer={state} about={convention.title} /> },
    ]),
    { term: convention.readingId === null ? 'Inscrite ici le' : 'Publiée ici le', value: <Moment at={convention.publishedAt} /> },
    { term: 'Sources', value: <Sources slug={slug} convention={convention} conventionId={conventionId} mayViewJournal={mayViewJournal} /> },
  ]} />
)

const Sources = (
  { slug, convention, conventionId, mayViewJournal }: Pick<ConventionProps, 'slug' | 'convention' | 'conventionId' | 'mayViewJournal'>,
) => (
  <>
    {convention.documentId === null || convention.readingId === null ? 'sans document déposé' : <>
      <a href={paths.document(slug, convention.documentId)} download>document déposé</a>, <a
        href={paths.reading(slug, convention.readingId)}>lecture relue</a>
    </>}
    {mayViewJournal ? <>, <a href={paths.objectJournal(slug, conventionId)}>journal</a></> : null}
  </>
)

const NoText = ({ slug, convention }: ConventionProps) => convention.kind === 'amendment'
  ? <p class="quiet">Ce projet n’a pas de texte déposé : il tient dans ses <a href={paths.instructions(slug, convention.slug)}>instructions</a>.</p>
  : <p class="quiet">Aucun texte n’a été déposé pour cette convention.</p>

const Parties = ({ slug, parties, convention, text }: ConventionProps) => (
  <Section title="Parties">
    {convention.kind === 'amendment' ? null : (
      <p class="quiet">Les parties d’origine ; adhésions et retraits se lisent dans l’<a href={paths.state(slug)}>état au {inWords(text.day)}</a>.</p>
    )}
    <Table
      caption="Parties à la convention" captionHidden rows={parties} rowKey={(party) => party.name} empty={<p>Aucune partie retenue.</p>}
      columns={[
        { key: 'name', label: 'Partie', rowHeader: true, cell: (party) => party.insee !== null ? <a href={paths.commune(party.insee)}>{party.name}</a>
          : party.kind === 'epci' && party.siren !== null ? <a href={paths.epci(party.siren)}>{party.name}</a> : party.name },
        { key: 'kind', label: 'Nature', cell: (party) => choiceNames[party.kind] ?? party.kind },
        { key: 'role', label: 'Rôle', cell: (party) => choiceNames[party.role] ?? party.role },
        { key: 'signatories', label: 'Signataires',
          cell: (party) => party.signatories.map((signatory) => `${signatory.name}, ${signatory.capacity}`).join(' ; ') || '–' },
        { key: 'siren', label: 'SIREN', cell: (party) => <span class="unbroken">{party.siren ?? '–'}</span> },
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

/** What was read of the first text may no longer hold once an amendment changed the article: the note says so. */
const notesOf = (slug: string, notes: readonly Note[], { key, changes }: ShownNode): readonly MarginNote[] =>
  notes.filter((note) => note.provisionSlug === key).map((note) => marginNote(slug, note)).map((note) =>
    changes.length === 0 || note.kind === 'plan' ? note : {
      ...note, detail: <>{note.detail}{note.detail === undefined ? '' : '. '}Relevé sur le texte d’origine.</>,
    })

const marginNote = (slug: string, note: Note): MarginNote => {
  switch (note.kind) {
    case 'obligation':
      return {
        key: note.id, kind: 'obligation', title: choiceNames[note.what] ?? note.what, href: paths.obligation(slug, note.id),
        detail: [note.bearer, ruleInWords(note.rule)].filter((part) => part !== null && part !== '').join(', '),
      }
    case 'defect': return { key: note.id, kind: 'defect', title: note.message, href: defectHelp(note.code) }
    case 'orientation':
      return {
        key: note.id, kind: 'plan', title: note.label, href: paths.orientation(slug, note.frameworkSlug, note.id),
        detail: `Orientation : ${note.framework}`,
      }
    case 'actions':
      return {
        key: note.id, kind: 'plan', title: note.count > 1 ? `${note.count} actions en viennent` : '1 action en vient',
        href: `${paths.plan(slug)}?convention=${note.conventionId}&clause=${note.provisionSlug ?? ''}`,
      }
    case 'body': return { key: note.id, kind: 'fact', title: `Crée l’instance « ${note.name} »`, href: `${paths.bodies(slug)}#instance-${note.id}` }
  }
}

type ProvisionProps = TextProps & {
  readonly node: ShownNode; readonly before: ShownNode | undefined; readonly after: ShownNode | undefined
  readonly history: readonly NodeVersion[]
  /** True when the article is not in the text of that day: the latest version there is stands in its place. */
  readonly absent: boolean
}
export const ProvisionPage = ({ frame, slug, convention, text, today, node, notes, before, after, history, absent }: ProvisionProps) => {
  const place = { slug, convention: convention.slug }
  const address = (key: string): string =>
    (text.day === today ? paths.provision(slug, convention.slug, key) : onDay(paths.provision(slug, convention.slug, key), text.day))
  return (
    <Page {...frame} title={`${node.key.startsWith('article') ? 'Article ' : ''}${node.number} ${node.heading}`}
      breadcrumb={[
        { href: paths.conventions(slug), label: 'Conventions' }, { href: paths.convention(slug, convention.slug), label: convention.title },
      ]}>
      {absent ? <Notice tone="warning"><p>Cet article n’est pas dans le texte au {inWords(text.day)} : voici sa dernière version.</p></Notice> : null}
      <LegalDocument>
        <AmendedArticle {...place} node={{ ...node, depth: 1 }} day={text.day} today={today} notes={notesOf(slug, notes, node)} />
      </LegalDocument>
      {history.length < 2 ? null : (
        <Section title="Versions de cet article">
          <ol class="versions">
            {history.map((version) => (
              <li key={version.since ?? ''}>
                {version.since === null ? 'Texte d’origine' : <a href={onDay(paths.provision(slug, convention.slug, node.key), version.since)}
                  >Depuis le {inWords(version.since)}</a>}
                {version.node === undefined ? ' : l’article n’existe pas.' : version.node.repealedBy !== null ? ' : abrogé.' : (
                  <details><summary>Lire cette version</summary><div class="legal-text"><p>{version.node.text}</p></div></details>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <nav class="buttons" aria-label="Articles voisins">
        {before === undefined ? null : <LinkButton href={address(before.key)} emphasis="quiet">{`Précédent : ${before.number}`}</LinkButton>}
        {after === undefined ? null : <LinkButton href={address(after.key)} emphasis="quiet">{`Suivant : ${after.number}`}</LinkButton>}
      </nav>
    </Page>
  )
}
