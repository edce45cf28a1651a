// What a visitor asked of the register, out of the address and back into one.
import type { Fault } from '../../design/faults.tsx'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readState } from './search.rules.ts'
import type { RegisterQuery } from './search.rules.ts'

const names = ['q', 'region', 'departement', 'etat', 'le', 'echeance', 'contradictions', 'page'] as const
/** The fields of the address, as typed; empty when absent. */
export type QueryTyped = Readonly<Record<(typeof names)[number], string>>

const longest = 100

/** The fields, the query they make, and a fault when the day does not exist: today stands in for it. */
export function readQuery(
  read: (name: string) => string | undefined, today: PlainDate,
): { readonly typed: QueryTyped; readonly query: RegisterQuery; readonly faults: readonly Fault[] } {
  const field = (name: string): string => (read(name) ?? '').slice(0, longest).trim()
  const typed: QueryTyped = {
    q: field('q'), region: field('region'), departement: field('departement'), etat: readState(field('etat')), le: field('le'),
    echeance: field('echeance'), contradictions: field('contradictions'), page: field('page'),
  }
  const day = typed.le === '' ? today : readDate(typed.le)
  return {
    typed,
    query: {
      words: typed.q, region: typed.region, department: typed.departement, state: readState(typed.etat), endingSoon: typed.echeance === 'oui',
      contradictions: typed.contradictions === 'oui', day: day ?? today,
    },
    faults: day === undefined ? [['le', 'Cette date n’existe pas : donnez un jour, sous la forme jj/mm/aaaa.']] : [],
  }
}

/** The address of `path` with these fields, the empty ones left out. */
export function addressOf(path: string, typed: Partial<QueryTyped>): string {
  const search = new URLSearchParams(names.flatMap((name) => (typed[name] === undefined || typed[name] === '' ? [] : [[name, typed[name]]])))
  return search.size === 0 ? path : `${path}?${search}`
}
