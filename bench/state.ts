// How long it takes to tell the state of as many operations as France has, each with an amended convention and the acts of its parties.
import { date, plusDays } from '../src/kernel/date.ts'
import { stateOf } from '../src/law/operation-state.ts'
import { aConvention, aRecord, anAct, signatures } from '../src/testing/records.ts'
import { quantile } from './load.ts'

/** EPCI in the State's list of December 2025. */
const operations = 904

export function measureStates(tell: (name: string, value: number, unit: string) => void): void {
  const records = Array.from({ length: operations }, (_, rank) => {
    const convention = aConvention({ term: { years: 2 + (rank % 8) } })
    const signedOn = plusDays(date('2019-01-01'), rank * 2)
    const amendment = aConvention({ id: 'avenant', slug: 'avenant', kind: 'amendment', amends: 'chapeau', term: null, amendsTerm: { months: 12 } })
    return aRecord([convention, amendment], [
      ...convention.parties.flatMap((party, place) => [
        anAct('deliberation', '2018-11-20', { id: `d${place}`, party: party.name }), anAct('transmission', '2018-11-21', { about: `d${place}` }),
        anAct('publication', '2018-11-22', { about: `d${place}` }),
      ]),
      ...signatures(convention, signedOn), ...signatures(amendment, plusDays(signedOn, 300)),
    ])
  })
  tell('state.acts', records.reduce((sum, { acts }) => sum + acts.length, 0), 'acts')
  const times = Array.from({ length: 12 }, (_, run) => {
    const started = performance.now()
    for (const record of records) stateOf(record, plusDays(date('2026-11-22'), run), null)
    return performance.now() - started
  })
  tell(`state.${operations}`, quantile(times.slice(2).sort((one, other) => one - other), 0.5), 'ms')
}
