// A filter as words one can take away one by one, each with the filter that is left.
import { inWords } from '../../kernel/date.ts'
import { flagNames, numberNames, periodNames, setNames } from '../../planning/plan-criteria.ts'
import type { NumberName, PeriodName, SetName } from '../../planning/plan-criteria.ts'
import { absent } from '../../planning/plan-filter.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Facets } from './facets.ts'
import { flagWords, numberWords, periodWords, setWords } from './plan-filter.words.ts'

/** `left`: the filter without it. */
export type Chip = { readonly label: string; readonly left: PlanFilter }

/** Every criterion of the filter in words, in their order. */
export function chipsOf(filter: PlanFilter, facets: Facets): readonly Chip[] {
  const search = filter.words === '' ? [] : [{ label: `« ${filter.words} »`, left: { ...filter, words: '' } }]
  return [
    ...search, ...setNames.flatMap((name) => setChips(name, filter, facets)),
    ...flagNames.flatMap((name): readonly Chip[] => {
      const { [name]: asked, ...flags } = filter.flags
      return asked === undefined ? [] : [{ label: asked ? flagWords[name].yes : flagWords[name].no, left: { ...filter, flags } }]
    }),
    ...periodNames.flatMap((name) => periodChip(name, filter)), ...numberNames.flatMap((name) => numberChip(name, filter)),
  ]
}

function setChips(name: SetName, filter: PlanFilter, facets: Facets): readonly Chip[] {
  const asked = filter.sets[name] ?? []
  const labels = new Map(asked.length === 0 ? [] : facets.of(name).map(({ value, label }) => [value, label]))
  return asked.map((value) => {
    const { [name]: _, ...others } = filter.sets
    const rest = asked.filter((other) => other !== value)
    const { label, none } = setWords[name]
    return {
      label: value === absent ? none : `${label} : ${labels.get(value) ?? 'inconnu ici'}`,
      left: { ...filter, sets: rest.length === 0 ? others : { ...others, [name]: rest } },
    }
  })
}

function periodChip(name: PeriodName, filter: PlanFilter): readonly Chip[] {
  const { [name]: period, ...periods } = filter.periods
  if (period === undefined) return []
  const { from, to } = period
  const when = from === null ? `jusqu’au ${to === null ? '' : inWords(to)}` : to === null ? `à partir du ${inWords(from)}`
    : from === to ? `le ${inWords(from)}` : `du ${inWords(from)} au ${inWords(to)}`
  return [{ label: `${periodWords[name]} : ${when}`, left: { ...filter, periods } }]
}

function numberChip(name: NumberName, filter: PlanFilter): readonly Chip[] {
  const { [name]: bounds, ...numbers } = filter.numbers
  if (bounds === undefined) return []
  const { label, unit } = numberWords[name]
  const [least, most] = [bounds.least, bounds.most].map((bound) => (bound === null ? null : `${bound.toLocaleString('fr-FR')} ${unit}`))
  const range = least === null ? `au plus ${most}` : most === null ? `au moins ${least}` : least === most ? `${least}` : `de ${least} à ${most}`
  return [{ label: `${label} : ${range}`, left: { ...filter, numbers } }]
}
