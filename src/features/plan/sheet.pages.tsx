// The sheet of an action, complete enough to be the official one: where it stands, what it is, what it costs, what is left to say.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Progress } from '../../design/progress.tsx'
import { Table } from '../../design/table.tsx'
import { Day, Moment } from '../../design/time.tsx'
import { verdictNames } from '../../law/money/money-words.ts'
import type { Verdict } from '../../law/money/verdict.ts'
import { paths } from '../../paths.ts'
import type { ActionField } from '../../planning/action-fields.ts'
import { isBlank } from '../../planning/action-changes.ts'
import { ActionTabs, actionLine } from '../actions/action-tabs.tsx'
import { fieldNames } from '../actions/action.words.ts'
import { lifterInWords } from '../actions/blockings.pages.tsx'
import { stopsOn } from '../actions/blocking.rules.ts'
import { causeInWords } from '../actions/lateness.words.ts'
import { SavedNotice } from '../actions/saved-notice.tsx'
import { StateBadge } from '../actions/state.pages.tsx'
import { amountInWords, balanceInWords, balanceTone, basisNames } from '../funding/funding.words.ts'
import {
  ActorsBlock, CalendarBlock, DocumentsBlock, IndicatorsBlock, LinksBlock, NotesBlock, OriginBlock, PlacesBlock, TextsBlock, formAt,
} from './sheet-blocks.tsx'
import type { SheetScene } from './sheet.ts'

type Props = { readonly frame: Frame; readonly scene: SheetScene; readonly query: (name: string) => string | undefined }
export const SheetPage = ({ frame, scene, query }: Props) => {
  const { slug, action, mayEdit } = scene
  const { values } = action
  return (
    <Page {...frame} title={actionLine(values)} breadcrumb={[{ href: paths.plan(slug), label: 'Plan d’action' }]}
      heading={values.code === null ? values.title : <><span class="sheet-code">{values.code}</span> {values.title}</>}
      actions={<>
        {mayEdit ? <LinkButton href={paths.actionForm(slug, action.id)} emphasis="primary">Modifier la fiche</LinkButton> : null}
        {mayEdit ? <LinkButton href={paths.actionState(slug, action.id)}>Changer l’état</LinkButton> : null}
        <LinkButton href={paths.actionFile(slug, action.id, 'docx')} emphasis="quiet" icon="download">DOCX</LinkButton>
        <LinkButton href={paths.actionFile(slug, action.id, 'pdf')} emphasis="quiet" icon="download">PDF</LinkButton>
      </>}>
      <SavedNotice slug={slug} actionId={action.id} query={query} />
      <Standing scene={scene} />
      <ActionTabs slug={slug} actionId={action.id} current="sheet" counts={{
        steps: scene.steps.length, dependencies: scene.dependencies.length, places: scene.places.length, indicators: scene.indicators.length,
        blockings: scene.blockings.filter((one) => stopsOn(one, scene.day)).length, notes: scene.notes.length, attachments: scene.attachments.length,
      }} />
      <Warnings scene={scene} />
      <div class="split sheet-split">
        <div class="sheet-origin">
          <OriginBlock scene={scene} />
          <ActorsBlock scene={scene} />
        </div>
        <div class="sheet-main">
          <TextsBlock scene={scene} />
          <CalendarBlock scene={scene} />
          <MoneyBlock scene={scene} />
          <IndicatorsBlock scene={scene} />
          <PlacesBlock scene={scene} />
          <NotesBlock scene={scene} />
        </div>
        <div class="sheet-beside">
          <LinksBlock scene={scene} />
          <DocumentsBlock scene={scene} />
        </div>
      </div>
      <Missing scene={scene} />
      <p class="quiet sheet-foot">Fiche créée par {action.createdBy}, <Moment at={action.createdAt} /> ; modifiée par {action.updatedBy},{' '}
        <Moment at={action.updatedAt} />.
        {scene.mayViewJournal ? <>{' '}<a href={paths.objectJournal(slug, action.id)}>Journal de cette fiche et de ses parties</a></> : null}
      </p>
    </Page>
  )
}

/** The line under the title: state since when, late or not, restricted or not, how far. */
const Standing = ({ scene: { slug, action, lateness } }: { scene: SheetScene }) => {
  const { state, values } = action
  return (
    <div class="sheet-standing">
      <p>
        <a href={paths.actionState(slug, action.id)}><StateBadge state={state?.state ?? null} /></a>{' '}
        {state === null ? null : <>depuis le <Day date={state.on} />{state.reason === '' ? null : <span class="quiet"> ({state.reason})</span>}</>}
      </p>
      {lateness === undefined ? null : <p><Badge tone="negative" icon="alert">En retard</Badge></p>}
      {values.restricted ? <p><Badge tone="caution">Accès restreint</Badge></p> : null}
      {values.progress === null ? null : <Progress label="Avancement" value={values.progress} max={100} words={`${values.progress} %`} />}
    </div>
  )
}

/** What stops it and who can lift it; why it is late. */
const Warnings = ({ scene: { slug, action, blockings, day, lateness, titles } }: { scene: SheetScene }) => (
  <>
    {blockings.filter((one) => stopsOn(one, day)).map((one) => (
      <Notice key={one.id} tone="error" title="Action bloquée">
        <p>{one.reason}</p>
        <p>
          Depuis le <Day date={one.since} />. Peut lever le blocage : <strong>{lifterInWords(one)}</strong>
          {one.expectedOn === null ? '.' : <>, espéré le <Day date={one.expectedOn} />.</>}{' '}
          <a href={paths.actionBlockings(slug, action.id)}>Suivre les blocages</a>
        </p>
      </Notice>
    ))}
    {lateness === undefined ? null : (
      <Notice tone="warning" title="Pourquoi cette action est en retard">
        <ul>{lateness.causes.map((cause) => <li key={causeInWords(cause, day, titles)}>{causeInWords(cause, day, titles)}</li>)}</ul>
        {lateness.expectedEnd === null ? null : <p>Au rythme actuel, fin au plus tôt le <Day date={lateness.expectedEnd} />.</p>}
      </Notice>
    )}
  </>
)

/** `Inconnu : il manque…` beside a badge that says it is unknown. */
const withoutVerdict = (result: string): string => result.replace(/^(?:Respectée|Non respectée|Inconnu|Sans objet) : /, '')
const verdictTones: Readonly<Record<Verdict, BadgeTone>> = { pass: 'positive', fail: 'negative', unknown: 'unknown', 'not-applicable': 'neutral' }

/** HT and TTC on lines of their own; what a funder sees is its own lines. */
const MoneyBlock = ({ scene: { slug, action, money, judged, mayKeepMoney } }: { scene: SheetScene }) => {
  const { cost, funding, leftToFinance } = judged.plan.summary
  if (money.money.costs.length + money.money.lines.length === 0) return null
  const own = judged.verdicts.flatMap(({ basis, rules }) =>
    rules.filter(({ key }) => key === 'own-share').map((rule) => ({ ...rule, basis: judged.verdicts.length > 1 ? basis : null })))
  return (
    <Section title={money.whole ? 'Financement' : 'Vos financements dans cette action'}
      aside={(
        <a class="edit-link" href={paths.actionMoney(slug, action.id)}>
          {mayKeepMoney ? 'Modifier' : 'Détail'}<span class="visually-hidden"> : financement</span>
        </a>
      )}>
      <Table caption="Financement, hors taxes et toutes taxes comprises à part" captionHidden rows={judged.bases} rowKey={(basis) => basis}
        empty={null}
        columns={[
          { key: 'basis', label: 'Base', rowHeader: true, cell: (basis) => basisNames[basis] },
          ...(money.whole ? [{ key: 'cost', label: 'Coût prévu', align: 'end' as const,
            cell: (basis: (typeof judged.bases)[number]) => amountInWords(cost.plannedCost[basis]) }] : []),
          { key: 'planned', label: 'Prévu', align: 'end', cell: (basis) => amountInWords(funding[basis].planned) },
          { key: 'awarded', label: 'Attribué', align: 'end', cell: (basis) => amountInWords(funding[basis].awarded) },
          { key: 'paid', label: 'Versé', align: 'end', cell: (basis) => amountInWords(funding[basis].paid) },
          ...(money.whole ? [{
            key: 'left', label: 'Reste à financer', align: 'end' as const,
            cell: (basis: (typeof judged.bases)[number]) =>
              <Badge tone={balanceTone(leftToFinance[basis])}>{balanceInWords(leftToFinance[basis])}</Badge>,
          }] : []),
        ]} />
      {!money.whole ? null : own.map(({ basis, result, explanation }) => (
        <p key={basis ?? ''}>
          {explanation.label}{basis === null ? '' : `, montants ${basisNames[basis]}`} :{' '}
          <Badge tone={verdictTones[result ?? 'not-applicable']}>{verdictNames[result ?? 'not-applicable']}</Badge>{' '}
          <span class="quiet">{withoutVerdict(explanation.result)}</span>
        </p>
      ))}
    </Section>
  )
}

const expectedFields: readonly ActionField[] = [
  'orientations', 'clause', 'owner', 'pilots', 'partners', 'description', 'objectives', 'results', 'means', 'startsOn', 'endsOn', 'programmes',
  'centrality', 'contact',
]
/** What the official sheet asks and nobody said, together, each leading to where it is said. */
const Missing = ({ scene }: { scene: SheetScene }) => {
  const { slug, action, mayEdit } = scene
  const parts: readonly (readonly [boolean, string, string])[] = [
    [scene.money.money.costs.length === 0 && scene.money.whole, 'Coûts', paths.actionMoney(slug, action.id)],
    [scene.money.money.lines.length === 0 && scene.money.whole, 'Financements', paths.actionMoney(slug, action.id)],
    [scene.steps.length === 0, 'Étapes', paths.actionSteps(slug, action.id)],
    [scene.places.length === 0, 'Lieux', paths.actionPlaces(slug, action.id)],
    [scene.indicators.length === 0, 'Indicateurs', paths.actionIndicators(slug, action.id)],
    [scene.attachments.length === 0, 'Documents', paths.actionAttachments(slug, action.id)],
  ]
  const missing = [
    ...expectedFields.filter((field) => isBlank(action.values[field])).map((field) => [fieldNames[field], formAt(scene, field)] as const),
    ...parts.flatMap(([absent, name, href]) => (absent ? [[name, href] as const] : [])),
  ]
  return missing.length === 0 ? null : (
    <Section title="Pas encore renseigné" intro="La fiche officielle demande aussi ces rubriques ; rien n’oblige à tout remplir d’un coup.">
      <ul class="sheet-missing">{missing.map(([name, href]) => <li key={name}>{mayEdit ? <a href={href}>{name}</a> : name}</li>)}</ul>
    </Section>
  )
}
