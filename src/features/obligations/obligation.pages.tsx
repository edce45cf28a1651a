// One obligation: the words of its clause, its rule, every occurrence with what proves it, and everything that was recorded of it.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Words } from '../../design/legal.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import { ruleInWords } from '../readings/fact.words.ts'
import type { Followed } from './agenda.rules.ts'
import { awaitsEvent } from './entry.rules.ts'
import type { Entry } from './entry.rules.ts'
import { DecisionForm, EventForm, History, ProofForm, WaiverForm } from './entry-forms.pages.tsx'
import type { Choices, Typing } from './entry-forms.pages.tsx'
import { ClauseLink, ProofLink, obligationTitle, occurrenceTitle, progress, stateWords, whyWords } from './obligation.words.tsx'
import type { ClauseOf } from './obligation.words.tsx'
import { Replacements } from './proposals.pages.tsx'
import type { FoundProposal } from './proposals.ts'
import { countsByDay, inCivilYears } from './occurrence.rules.ts'
import type { Occurrence } from './occurrence.rules.ts'

/** An instruction that changed the words of the clause. */
type Cause = { readonly id: string; readonly sentence: string; readonly amendment: string; readonly amendmentSlug: string }
export type ObligationView = Followed & ClauseOf & {
  readonly id: string; readonly conventionTitle: string; readonly entries: readonly Entry[]
}
type ObligationProps = {
  readonly frame: Frame; readonly slug: string; readonly obligation: ObligationView; readonly occurrences: readonly Occurrence[]
  readonly causes: readonly Cause[]; readonly replacements: readonly FoundProposal[]
  readonly choices: Choices; readonly typing: Typing; readonly mayKeep: boolean
  readonly mayViewJournal: boolean
}

export const ObligationPage = (props: ObligationProps) => {
  const { frame, slug, obligation, causes, replacements, typing, mayKeep, mayViewJournal } = props
  return (
    <Page {...frame} title={obligationTitle(obligation)} faults={typing.faults} breadcrumb={[{ href: paths.obligations(slug), label: 'Échéances' }]}
      actions={mayViewJournal ? <LinkButton href={paths.objectJournal(slug, obligation.id)} emphasis="quiet" icon="history">Journal</LinkButton>
        : undefined}>
      <FaultSummary faults={typing.faults} within={typing.form} />
      {causes.length === 0 ? null : <Stale {...props} />}
      <Identity slug={slug} obligation={obligation} />
      {causes.length === 0 ? null : (
        <Replacements slug={slug} obligation={obligation.id} proposals={replacements} mayKeep={mayKeep} />
      )}
      {causes.length > 0 && mayKeep ? <DecisionForm {...props} /> : null}
      <Occurrences {...props} />
      {mayKeep ? <>
        {awaitsEvent(obligation) ? <EventForm {...props} /> : null}
        <ProofForm {...props} />
        <WaiverForm {...props} />
      </> : <p class="quiet">Vos droits dans cette opération ne permettent pas d’enregistrer une preuve : demandez-le au chef de projet.</p>}
      <History {...props} />
    </Page>
  )
}

const Stale = (props: ObligationProps) => (
  <Notice tone="warning" title="La clause a changé : cet engagement tient-il toujours ?">
    <ul class="plain-list">
      {props.causes.map((cause) => <li key={cause.id}>
        <a href={paths.convention(props.slug, cause.amendmentSlug)}>{cause.amendment}</a>{` : ${cause.sentence}`}
      </li>)}
    </ul>
  </Notice>
)

const Identity = ({ slug, obligation }: Pick<ObligationProps, 'slug' | 'obligation'>) => {
  const { rule, days, kept, owedFrom = null } = obligation
  const counted = rule.kind !== 'recurring' ? []
    : [{ term: 'Compte', value: countedWords(obligation) }]
  return (
    <Facts lines={[
      { term: 'Clause', value: <>
        <ClauseLink slug={slug} clause={obligation} /> <a href={paths.convention(slug, obligation.conventionSlug)}>{obligation.conventionTitle}</a>
      </>, note: obligation.words === '' ? undefined : <Words>{obligation.words}</Words> },
      { term: 'Qui s’engage', value: obligation.bearer ?? <Unknown why="la clause ne le nomme pas" /> },
      { term: 'Règle', value: ruleInWords(rule) },
      ...counted,
      { term: 'Entrée en vigueur', value: days.entersOn === null ? <Unknown why={whyWords.startUnknown.why} /> : <Day date={days.entersOn} /> },
      { term: 'Fin de la convention', value: days.endsOn === null ? <Unknown why={whyWords.endUnknown.why} /> : <Day date={days.endsOn} /> },
      ...kept.events.map((event) => ({ term: 'Évènement daté', value: <>{event.title}, <Day date={event.on} /></> })),
      ...(owedFrom === null ? [] : [{ term: 'Dû depuis le', value: <Day date={owedFrom} />, note: 'Un avenant l’a apporté ce jour-là.' }]),
      ...(obligation.endedOn === null ? [] : [{ term: 'N’est plus dû depuis le', value: <Day date={obligation.endedOn} /> }]),
    ]} />
  )
}

function countedWords(obligation: ObligationView): string {
  const { rule } = obligation
  if (rule.kind !== 'recurring') return ''
  const year = rule.before !== undefined ? 'chaque année, jusqu’au jour que dit la clause'
    : rule.timesPerYear < 1 ? 'par période comptée depuis l’entrée en vigueur'
      : inCivilYears(obligation.words) ? 'par année civile, comme le dit la clause'
        : 'par année de la convention, d’un anniversaire de l’entrée en vigueur au suivant'
  const when = countsByDay(obligation) ? 'une réunion compte dans l’année où elle s’est tenue' : 'ce qui est remis en retard compte pour son année'
  return `${year} ; ${when}`
}

const Occurrences = (props: ObligationProps) => {
  const { slug, obligation, occurrences, mayKeep } = props
  return (
    <Section title="Échéances" intro="De l’entrée en vigueur au terme ; quand la fin n’est pas connue, jusque dans trois ans.">
      <Table caption="Échéances de cet engagement" captionHidden rows={occurrences} rowKey={(occurrence) => occurrence.key}
        empty={<p class="quiet">Aucune échéance : la convention finit avant la première.</p>}
        columns={[
          { key: 'which', label: 'Échéance', rowHeader: true, cell: (occurrence) => <span id={occurrence.key}>{occurrenceTitle(occurrence)}</span> },
          { key: 'due', label: 'Au plus tard',
            cell: ({ due, why }) => (due === null ? <Unknown why={whyWords[why ?? 'noDay'].why} /> : <Day date={due} />) },
          { key: 'state', label: 'État', cell: (occurrence) => <State occurrence={occurrence} /> },
          { key: 'proofs', label: 'Preuves', cell: (occurrence) => <Proofs slug={slug} obligation={obligation} occurrence={occurrence} /> },
          ...(mayKeep ? [{
            key: 'act', label: 'Faire',
            cell: (occurrence: Occurrence) => occurrence.state === 'waived' || (occurrence.state === 'met' && occurrence.required === 1) ? '' : (
              <a href={`${paths.obligation(slug, obligation.id)}?echeance=${occurrence.key}#preuve`}
                aria-label={`Enregistrer une preuve : ${occurrenceTitle(occurrence)}`}>Enregistrer une preuve</a>
            ),
          }] : []),
        ]} />
    </Section>
  )
}

const State = ({ occurrence }: { occurrence: Occurrence }) => {
  const { state, why, waiver, metLate } = occurrence
  return <>
    <Badge tone={stateWords[state].tone}>{stateWords[state].one}</Badge>
    {progress(occurrence) === '' ? null : ` ${progress(occurrence)}`}
    {metLate ? <span class="facts-note">après son jour</span> : null}
    {waiver === null ? null : <span class="facts-note">{waiver.reason}</span>}
    {why === null ? null : <span class="facts-note">{`Pour le savoir : ${whyWords[why].settledBy}.`}</span>}
  </>
}

const Proofs = ({ slug, obligation, occurrence }: { slug: string; obligation: ObligationView; occurrence: Occurrence }) => {
  const entries = occurrence.proofs.flatMap(({ id }) => obligation.entries.filter((entry) => entry.id === id))
  return entries.length === 0 ? <span class="quiet">aucune</span> : (
    <ul class="plain-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <ProofLink slug={slug} entry={entry} />{entry.on === null ? null : <>, <Day date={entry.on} /></>}
        </li>
      ))}
    </ul>
  )
}
