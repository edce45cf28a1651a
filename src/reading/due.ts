// When a promise falls due: every so often, within a delay, by a day, at the term, on a condition, or at all times.
import { printedDates } from './calendar.ts'
import { delayIn, timesPerYear } from './cadence.ts'
import type { ObligationRule } from './facts.ts'
import { pattern } from './patterns.ts'

const atTerm = pattern()`
  (?:au|a son|avant le|a l'approche du|a l'issue du|du) terme(?: de (?:la|cette|sa|l')| du| fixe|,|$)|a l'(?:issue|echeance
  |expiration) (?:de la (?:presente )?(?:convention|duree|periode)|du (?:present )?(?:contrat|programme|dispositif)|de l'(?:operation|ort|opah)
  |de celle-ci)|(?:en|a la) fin (?:de (?:la )?(?:convention|programme|contrat|periode|duree)|du (?:programme|contrat|dispositif))|a (?:son
  |leur) (?:echeance|terme|expiration)|avant l'(?:echeance|expiration)|avant (?:le|son) terme|de son terme|(?:avant|precedant
  |qui precedent) (?:la fin|l'echeance|l'expiration) (?:de la (?:presente )?convention|du programme)|bilan final|evaluation finale|au terme`
const condition = pattern()`
  (?<![a-z-])(?:sous reserve|a condition|des lors qu|a la demande|sur (?:simple )?demande|sur presentation|apres (?:avis|accord|validation
  |consultation|approbation|signature|mise en demeure|service fait|concertation|deliberation)|sur avis|d'un commun accord|au cas ou
  |en tant que de besoin|autant que de besoin|avis (?:favorable|conforme|prealable)|est soumise?s? a|sont soumise?s? a|subordonnee?s? a
  |avec l'accord|apres avoir|(?:comite|conseil)[a-z ]{0,30} entendu)(?![a-z]*ment)[^.;:]{0,120}`
const beforeDay = pattern()`
  (?:avant|au plus tard|d'ici|pour)(?: le| au)? (\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre
  |decembre))(?! \d{4})`

const monthNames = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre'

/** `avant le 31 janvier`, without a year: every year. */
const yearly = new RegExp(`${beforeDay.source}(?! ?\\d)`)

/** Rules of one clause, flattened, the strongest first; more than one when it says `dans les trois ans …, puis au terme`. */
export function dueRules(clause: string, printed: string): readonly ObligationRule[] {
  const calm = clause.replace(pattern('g')`
    €[^,.;]{0,24}?par an|(?:cout|montant|budget|depense|plafond)s? (?:global |total |maximal )?annuel(?:le)?s?|etp[^,.;]{0,12}par an|\d annees?`,
      (words) => ' '.repeat(words.length))
  const times = timesPerYear(calm)
  const rules: ObligationRule[] = []
  if (times !== undefined) {
    const before = beforeDay.exec(clause)?.[1]
    rules.push({ kind: 'recurring', timesPerYear: times, ...(before === undefined ? {} : { before }) })
  }
  if (rules.length === 0 && new RegExp(`chaque \\d{1,2}(?:er)? (?:${monthNames})`).test(clause)) rules.push({ kind: 'recurring', timesPerYear: 1 })
  const day = printedDates(clause).find(({ start, date }) => date !== undefined
    && /(?:avant|au plus tard|d'ici|pour|echeance)(?: le| au)? $/.test(clause.slice(Math.max(0, start - 20), start)))
  if (rules.length === 0 && day?.date !== undefined) rules.push({ kind: 'date', on: day.date })
  if (rules.length === 0 && yearly.test(clause)) rules.push({ kind: 'recurring', timesPerYear: 1, before: beforeDay.exec(clause)?.[1] ?? '' })
  const delay = rules.length === 0 && !pattern()`
    (?:avant|precedant|qui precedent) (?:le terme|l'echeance|la fin (?:de la (?:presente )?convention|du )|l'expiration|son terme|sa fin)
  `.test(clause) ? delayIn(clause) : undefined
  if (delay !== undefined) rules.push({ kind: 'deadline', ...delay })
  const fromTheEnd = delay !== undefined && /expiration|terme|echeance|fin d/.test(delay.after)
  if (!fromTheEnd && atTerm.test(clause)
    && !/(?:pendant|jusqu'a|avant) [^.;]{0,20}terme/.test(clause.replace(/mois avant le terme|avant le terme/, ''))) rules.push({ kind: 'term' })
  if (rules.length > 0) return rules
  const opening = pattern()`
    ^(?:- ?)?.{0,60}?(?<![a-z])(?:en cas d|lorsqu|si (?:la|le|les|l'|un|une|elle|il)|s'il|pour toute?|avant (?:toute?|tous|chaque))[^.;:]{0,120}
  `.exec(clause)
  const on = opening ?? condition.exec(clause.replace(/\([^()]{0,200}\)/g, (words) => ' '.repeat(words.length)))
  if (on) return [{ kind: 'condition', when: printed.slice(on.index, on.index + on[0].length).replace(/\s+/g, ' ').trim() }]
  return [{ kind: 'standing' }]
}
