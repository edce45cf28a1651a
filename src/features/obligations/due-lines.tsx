// Occurrences as lines of what there is to do, for the agenda and for the dashboard of an operation.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { DueList } from '../../design/due.tsx'
import type { DueItem } from '../../design/due.tsx'
import { Notice } from '../../design/notice.tsx'
import { paths } from '../../paths.ts'
import { ruleInWords } from '../readings/fact.words.ts'
import type { AgendaLine, Followed } from './agenda.rules.ts'
import { ClauseLink, obligationTitle, occurrenceTitle, progress, stateWords, whyWords } from './obligation.words.tsx'
import type { ClauseOf } from './obligation.words.tsx'

export type ShownObligation = Followed & ClauseOf & { readonly id: string; readonly stale: readonly string[] }

/** One occurrence as a line: its day, what is owed, its clause, what is missing to know more. */
export function dueItem(slug: string, { obligation, occurrence }: AgendaLine<ShownObligation>): DueItem {
  const { state, why, due, waiver } = occurrence
  const { one, tone } = stateWords[state]
  const href = paths.obligation(slug, obligation.id)
  const standing = why === 'noDay'
  return {
    key: `${obligation.id} ${occurrence.key}`, title: obligationTitle(obligation), href: `${href}#${occurrence.key}`,
    ...(due !== null && { on: due }), when: obligation.rule.kind === 'condition' ? 'sous condition' : ruleInWords(obligation.rule),
    state: standing ? { tone: 'neutral', label: 'Sans échéance' }
      : { tone, label: progress(occurrence) === '' ? one : `${one}, ${progress(occurrence)}` },
    detail: <>
      <ClauseLink slug={slug} clause={obligation} /> {due === null ? quoted(obligation.words) : `${occurrenceTitle(occurrence)}. `}
      {obligation.stale.length > 0 ? <><Badge tone="caution">Clause modifiée</Badge>{' '}</> : null}
      {why === null || standing ? null : `${sentence(whyWords[why].why)} Pour le savoir : ${whyWords[why].settledBy}.`}
      {waiver === null ? null : `Motif : ${waiver.reason}`}
      {state === 'met' && occurrence.proofs.length > 0 ? <a href={`${href}#${occurrence.key}`}>{proofWords(occurrence.metLate)}</a> : null}
    </>,
  }
}

const longestQuote = 160
const quoted = (words: string): string =>
  (words === '' ? '' : `« ${words.length > longestQuote ? `${words.slice(0, longestQuote).replace(/\s+\S*$/, '')}…` : words} » `)
const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
const proofWords = (late: boolean): string => (late ? 'Tenue après son jour : voir la preuve' : 'Voir la preuve')

const [mostLate, mostDue, mostUnknown] = [6, 6, 4]
/** What is late, then what comes next of each obligation, then what cannot be dated for want of a date anyone can give. */
export const DueSection = ({ slug, lines, proposed }: { slug: string; lines: readonly AgendaLine<ShownObligation>[]; proposed: number }) => {
  const late = lines.filter(({ occurrence }) => occurrence.state === 'late')
  const due = lines.filter(({ occurrence }) => occurrence.state === 'due')
  const next = [...new Map(due.toReversed().map((line) => [line.obligation.id, line])).values()].toReversed()
  const unknown = lines.filter(({ occurrence: { why } }) => why === 'startUnknown' || why === 'endUnknown')
  const shown = [...late.slice(0, mostLate), ...next.slice(0, mostDue), ...unknown.slice(0, mostUnknown)]
  const stale = new Set(lines.filter(({ obligation }) => obligation.stale.length > 0).map(({ obligation }) => obligation.id)).size
  return (
    <Section title="Ce qui est dû" aside={<a href={paths.obligations(slug)}>
      {late.length > mostLate ? `Les ${late.length} échéances en retard et toutes les autres` : 'Toutes les échéances'}</a>}>
      {stale === 0 ? null : (
        <Notice tone="warning">
          <p>{stale === 1 ? 'Un avenant a changé la clause d’un engagement' : `Des avenants ont changé la clause de ${stale} engagements`}
            {' : '}<a href={paths.obligations(slug)}>dites s’ils tiennent toujours</a>.</p>
        </Notice>
      )}
      {proposed === 0 ? null : (
        <Notice tone="info">
          <p>{proposed === 1 ? 'Un avenant a écrit un engagement que personne ne suit'
            : `Des avenants ont écrit ${proposed} engagements que personne ne suit`}
            {' : '}<a href={`${paths.obligations(slug)}#propositions`}>ajoutez ou écartez</a>.</p>
        </Notice>
      )}
      {shown.length === 0 ? <p class="quiet">Rien n’est dû.</p> : <DueList items={shown.map((line) => dueItem(slug, line))} />}
    </Section>
  )
}
