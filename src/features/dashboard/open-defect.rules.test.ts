// Which defects the dashboard still tells: not those an act put right, and each one once.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import type { ConventionState } from '../../law/operation-record.ts'
import { openDefects } from './open-defect.rules.ts'

const defect = (code: string, conventionId: string, message = code) => ({ conventionId, code, message })
const state = (conventionId: string, signedOn: string | null, endsOn: string | null): ConventionState => ({
  conventionId, state: 'inForce', since: null, until: null, reasons: [], entersOn: null, endBasis: endsOn === null ? 'unknown' : 'computed',
  signedOn: signedOn === null ? null : date(signedOn), endsOn: endsOn === null ? null : date(endsOn),
})
const codes = (...args: Parameters<typeof openDefects>) => openDefects(...args).map(({ code }) => code)

describe('open defects', () => {
  const absent = [defect('signature-date-missing', 'chapeau'), defect('term-not-computable', 'chapeau'), defect('sector-missing', 'chapeau')]

  it('stay open while nothing is known of the convention', () => {
    expect(codes(absent, [])).toEqual(['signature-date-missing', 'term-not-computable', 'sector-missing'])
  })
  it('are settled by the acts of their own convention', () => {
    expect(codes(absent, [state('chapeau', '2023-04-06', null)])).toEqual(['term-not-computable', 'sector-missing'])
    expect(codes(absent, [state('chapeau', '2023-04-06', '2028-04-05')])).toEqual(['sector-missing'])
    expect(codes(absent, [state('other', '2023-04-06', '2028-04-05')])).toHaveLength(3)
  })
  it('are told once when several texts have them, with each place', () => {
    const twice = [defect('two-capacities', 'chapeau', 'Une personne'), defect('two-capacities', 'avenant', 'Une personne'),
      defect('two-capacities', 'avenant', 'Une autre')]
    expect(openDefects(twice, []).map(({ message, places }) => [message, places.length])).toEqual([['Une personne', 2], ['Une autre', 1]])
  })
})
