// The register of acts, authority by authority, with its dates side by side and what is missing; the page of one act and its history.
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day, Moment, ShortDay } from '../../design/time.tsx'
import { Timeline } from '../../design/timeline.tsx'
import { inWords } from '../../kernel/date.ts'
import { nameKey } from '../../kernel/text.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { DecisionWarning } from '../../law/executory.ts'
import { mayBeAbout } from '../../law/act-table.ts'
import { paths } from '../../paths.ts'
import type { RegisterAct } from './act.rules.ts'
import { actNames, effectInWords, warningNames } from './act.words.tsx'
import { KnownBanner, KnownThen } from './known-then.tsx'
import type { Known } from './known-then.tsx'
import type { ActRegister, RegisterAuthority, RegisterCorrection, RegisterGap, RegisterLine } from './register.rules.ts'

type Names = { readonly convention: (id: string) => string; readonly commune: (insee: string) => string }
type RegisterProps = {
  readonly frame: Frame; readonly slug: string; readonly register: ActRegister; readonly names: Names; readonly today: PlainDate
  readonly known: Known
  readonly wholeTimeline: boolean; readonly mayRecord: boolean; readonly severalConventions: boolean
}
const shownInTimeline = 40

export const RegisterPage = (props: RegisterProps) => {
  const { frame, slug, register, known, mayRecord } = props
  const record = mayRecord ? <LinkButton href={paths.newAct(slug)} emphasis="primary">Enregistrer un acte</LinkButton> : undefined
  return (
    <Page {...frame} title="Actes" actions={record}
      intro={'Chaque autorité prend son propre acte pour la même convention. Les six dates d’un acte sont tenues à part : acte, transmission, '
        + 'réception, publication, certification, signature.'}>
      <KnownBanner known={known} backHref={paths.acts(slug)} what="Le registre" />
      {register.standing.length === 0 && register.authorities.length === 0
        ? <Empty title="Aucun acte pour l’instant" action={record}>
          <p>Les actes sont lus des tampons des conventions publiées, ou enregistrés ici.</p>
        </Empty>
        : register.authorities.map((authority) => <AuthorityActs key={authority.siren ?? authority.name} {...props} authority={authority} />)}
      <Corrections {...props} />
      {register.standing.length === 0 ? null : <Chronology {...props} />}
      <KnownThen action={paths.acts(slug)} typed={known.typed} />
    </Page>
  )
}

const day = (value: PlainDate | null) => (value === null ? <span class="quiet" title="non établi">–</span> : <ShortDay date={value} />)
const title = ({ kind, number }: RegisterAct): string => `${actNames[kind]}${number === null ? '' : ` n° ${number}`}`

const AuthorityActs = ({ slug, authority, names, severalConventions }: RegisterProps & { authority: RegisterAuthority }) => (
  <Section title={authority.name} id={`autorite-${authority.siren ?? nameKey(authority.name).replaceAll(' ', '-')}`} {...(authority.siren !== null
    && { intro: `SIREN ${authority.siren}` })}>
    <Table
      caption={`Actes de ${authority.name}`} captionHidden rows={authority.lines} rowKey={(line) => line.act.id} empty={null}
      columns={[
        { key: 'act', label: 'Acte', rowHeader: true,
          cell: (line) => <ActCell slug={slug} line={line} names={names} severalConventions={severalConventions} /> },
        { key: 'on', label: 'Acte du', cell: (line) => (line.act.kind === 'signature' ? null : day(line.act.on)) },
        { key: 'transmitted', label: 'Transmis', cell: (line) => stepCell(line, line.transmittedOn) },
        { key: 'received', label: 'Reçu', cell: (line) => stepCell(line, line.receivedOn) },
        { key: 'published', label: 'Publié', cell: (line) => stepCell(line, line.publishedOn) },
        { key: 'certified', label: 'Certifié', cell: (line) => stepCell(line, line.certifiedOn) },
        { key: 'signed', label: 'Signé', cell: (line) => line.signature === null ? null
          : <a href={paths.act(slug, line.signature.id)}>{line.signature.on === null ? 'sans date' : <ShortDay date={line.signature.on} />}</a> },
      ]}
    />
    <Gaps gaps={authority.gaps} names={names} />
  </Section>
)

/** A step that concerns only local decisions is left blank on the others. */
const stepCell = (line: RegisterLine, value: PlainDate | null) => value === null && line.act.kind !== 'deliberation' ? null : day(value)

const ActCell = ({ slug, line, names, severalConventions }: Pick<RegisterProps, 'slug' | 'names' | 'severalConventions'> &
  { line: RegisterLine }) => {
  const effect = effectInWords(line.act.kind, line.act.effect, names.commune)
  return <span class="act-cell">
    <a href={paths.act(slug, line.act.id)}>{title(line.act)}</a>
    {line.act.identifier === null ? null : <code class="facts-note">{line.act.identifier}</code>}
    {effect === '' ? null : <span class="facts-note">{effect}</span>}
    {severalConventions ? <span class="facts-note">{names.convention(line.act.conventionId)}</span> : null}
    {line.executoryFrom === null ? null : <span class="facts-note">{`Exécutoire depuis le ${inWords(line.executoryFrom)}`}</span>}
    {line.corrected ? <span class="facts-note">rectifié</span> : null}
    <Warnings warnings={line.warnings.filter((warning) => warning !== 'publicationUnknown' && warning !== 'transmissionUnknown')} />
  </span>
}

const Warnings = ({ warnings }: { warnings: readonly DecisionWarning[] }) => warnings.length === 0 ? null
  : <span class="facts-note">{`À vérifier : ${warnings.map((warning) => warningNames[warning]).join(' ; ')}.`}</span>

const gapNames: Record<RegisterGap['what'], string> = { deliberation: 'délibération', signature: 'signature' }
const Gaps = ({ gaps, names }: { gaps: readonly RegisterGap[]; names: Names }) => gaps.length === 0 ? null : (
  <ul class="plain-list">
    {[...new Set(gaps.map(({ conventionId }) => conventionId))].map((id) => (
      <li key={id} class="unknown">
        {`Manque au registre : ${gaps.filter(({ conventionId }) => conventionId === id).map(({ what }) => gapNames[what]).join(' et ')} pour « ${
          names.convention(id)} ».`}
      </li>
    ))}
  </ul>
)

const Corrections = ({ slug, register }: RegisterProps) => register.corrections.length === 0 ? null : (
  <Section title="Rectifications" intro="Rien n’est effacé : chaque rectification reste, avec son motif.">
    <CorrectionTable slug={slug} corrections={register.corrections} />
  </Section>
)

const CorrectionTable = ({ slug, corrections }: { slug: string; corrections: readonly RegisterCorrection[] }) => (
  <Table caption="Rectifications" captionHidden rows={corrections} rowKey={({ correction }) => correction.id} empty={null} columns={[
    { key: 'act', label: 'Acte rectifié', rowHeader: true, cell: ({ correction, before }) =>
      <a href={paths.act(slug, correction.about ?? correction.id)}>{before === undefined ? 'Acte' : title(before)}</a> },
    { key: 'what', label: 'Rectification', cell: ({ struck, before, correction }) => struck ? 'Rayé du registre'
      : `Remplacé : du ${shown(before?.on)} au ${shown(correction.effect.replacement?.on)}` },
    { key: 'why', label: 'Motif', cell: ({ correction }) => correction.reason },
    { key: 'when', label: 'Enregistrée', cell: ({ correction }) => <>{correction.recordedBy}, <Moment at={correction.recordedAt} /></> },
  ]} />
)
const shown = (value: PlainDate | null | undefined): string => (typeof value === 'string' ? inWords(value) : 'jour inconnu')

const Chronology = ({ slug, register, names, today, wholeTimeline }: RegisterProps) => {
  const ordered = [...register.standing].sort((one, other) => ((one.on ?? '') > (other.on ?? '') ? -1 : 1))
  const some = wholeTimeline ? ordered : ordered.slice(0, shownInTimeline)
  return (
    <Section title="Chronologie">
      <Timeline label="Actes, le plus récent d’abord" entries={some.map((act) => ({
        key: act.id, ...(act.on !== null && { on: act.on }), when: act.on === null ? 'unknown' : act.on > today ? 'future' : act.on === today
          ? 'today' : 'past',
        title: <a href={paths.act(slug, act.id)}>{`${title(act)}, ${act.authority.name}`}</a>,
        detail: effectInWords(act.kind, act.effect, names.commune) || undefined,
      }))} />
      {some.length === ordered.length ? null
        : <p><a href={`${paths.acts(slug)}?chronologie=entiere`}>{`Les ${ordered.length} actes de la chronologie`}</a></p>}
    </Section>
  )
}

type ActProps = {
  readonly frame: Frame; readonly slug: string; readonly act: RegisterAct; readonly struck: boolean; readonly names: Names
  readonly convention: { readonly slug: string; readonly title: string }; readonly about: RegisterAct | undefined
  readonly steps: readonly RegisterAct[]; readonly line: RegisterLine | undefined; readonly corrections: readonly RegisterCorrection[]
  readonly mayRecord: boolean; readonly mayViewJournal: boolean
}
/** An act of these kinds may set the shape of a sector. */
const setsPerimeters: ReadonlySet<RegisterAct['kind']> = new Set(['perimeter', 'deliberation', 'order', 'amendment', 'homologation', 'signature'])
const formalities = ['transmission', 'receipt', 'publication', 'certification'] as const
const inOrder = (steps: readonly RegisterAct[]): readonly RegisterAct[] =>
  steps.toSorted((one, other) => (one.on ?? '').localeCompare(other.on ?? ''))

export const ActPage = (props: ActProps) => {
  const { frame, slug, act, struck, names, convention, about, steps, line, corrections, mayRecord, mayViewJournal } = props
  return (
    <Page {...frame} title={title(act)} breadcrumb={[{ href: paths.acts(slug), label: 'Actes' }]} intro={act.authority.name}
      actions={mayRecord && act.kind !== 'correction' ? <LinkButton href={paths.actCorrection(slug, act.id)}>Rectifier</LinkButton> : undefined}>
      {struck ? <Notice tone="warning"><p>Cet acte a été rayé du registre : il ne compte plus. Le motif est ci-dessous.</p></Notice> : null}
      <Facts lines={[
        { term: 'Convention', value: <a href={paths.convention(slug, convention.slug)}>{convention.title}</a> },
        ...(about === undefined ? []
          : [{ term: 'À propos de', value: <a href={paths.act(slug, about.id)}>{`${title(about)}, ${about.authority.name}`}</a> }]),
        { term: 'Date de l’acte', value: act.on === null ? <Unknown why="personne ne l’a établie" /> : <Day date={act.on} /> },
        ...(act.effectiveOn === null ? [] : [{ term: 'Prend effet le', value: <Day date={act.effectiveOn} /> }]),
        ...(effectInWords(act.kind, act.effect, names.commune) === '' ? []
          : [{ term: 'Ce qu’il change', value: effectInWords(act.kind, act.effect, names.commune) }]),
        ...(act.identifier === null ? [] : [{ term: 'Identifiant', value: <code>{act.identifier}</code> }]),
        ...(act.authority.siren === null ? [] : [{ term: 'SIREN de l’autorité', value: act.authority.siren }]),
        ...(line === undefined || act.kind !== 'deliberation' ? []
          : [{ term: 'Exécutoire depuis', value: line.executoryFrom === null ? <Unknown why="il faut la publication et la transmission" />
            : <Day date={line.executoryFrom} /> }]),
        ...(act.reason === null ? [] : [{ term: act.kind === 'correction' ? 'Motif' : 'Remarque', value: act.reason }]),
        ...(setsPerimeters.has(act.kind) ? [{ term: 'Périmètres',
          value: <a href={`${paths.sectors(slug)}?acte=${act.id}`}>ceux dont cet acte fixe le tracé</a> }] : []),
        ...(act.documentId === null ? []
          : [{ term: 'Document', value: <a href={paths.document(slug, act.documentId)} download>celui qui le montre</a> }]),
        { term: 'Enregistré', value: <><Moment at={act.recordedAt} />, par {act.recordedBy}
          {mayViewJournal ? <> (<a href={paths.objectJournal(slug, act.id)}>journal</a>)</> : null}</> },
      ]} />
      {line === undefined || line.warnings.length === 0 ? null
        : <Notice tone="warning" title="À vérifier"><ul>{line.warnings.map((warning) => <li
          key={warning}>{warningNames[warning]}</li>)}</ul></Notice>}
      {steps.length === 0 ? null : (
        <Section title="Ce qui l’a suivi">
          <Timeline label="Actes à propos de celui-ci" entries={inOrder(steps).map((step) => ({
            key: step.id, ...(step.on !== null && { on: step.on }), when: step.on === null ? 'unknown' as const : 'past' as const,
            title: <a href={paths.act(slug, step.id)}>{`${title(step)}, ${step.authority.name}`}</a>,
          }))} />
        </Section>
      )}
      {mayRecord && line !== undefined ? (
        <p class="buttons">
          {formalities.filter((kind) => mayBeAbout(kind, act.kind) && !steps.some((step) => step.kind === kind)).map((kind) =>
            <LinkButton key={kind} emphasis="quiet" href={`${paths.newAct(slug)}?nature=${kind}&sur=${act.id}`}>{`Ajouter :
              ${actNames[kind].toLowerCase()}`}</LinkButton>)}
        </p>
      ) : null}
      {corrections.length === 0 ? null : <Section title="Rectifications"><CorrectionTable slug={slug} corrections={corrections} /></Section>}
    </Page>
  )
}
