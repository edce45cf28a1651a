// The same rules written again in publicodes, the State's own language for such rules, and compared over thousands of drawn cases.
import fc from 'fast-check'
import Engine from 'publicodes'
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import { opahRuPost, publicAidCeiling, townFund } from './ceilings.ts'
import { fctva } from './fctva.ts'
import { ownShare } from './own-share.ts'
import { postCofunding } from './post-cofunding.ts'

const day = date('2025-06-01')
/** Amounts in cents, since publicodes counts in floating point; a floor is compared after it. */
const rules = {
  'part propre': { valeur: 0 }, 'autres publics': { valeur: 0 }, 'fonds prives': { valeur: 0 },
  'total public': { somme: ['part propre', 'autres publics'] },
  'minimum propre': { valeur: '20% * total public' },
  'regle des 20': { variations: [{ si: 'total public = 0', alors: "'sans objet'" }, { si: 'part propre >= minimum propre', alors: "'tenue'" }, { sinon: "'non tenue'" }] },
  cout: { valeur: 0 }, opah: { valeur: 'non' },
  plafond: { variations: [{ si: 'opah', alors: 5_500_000 }, { sinon: 4_500_000 }] },
  'aide plafonnee': { valeur: '75% * cout', plafond: 'plafond' },
  'base plafonnee': { valeur: 'cout', plafond: 'plafond' },
  'aide sur base': { valeur: '75% * base plafonnee' },
  'poste opah': { valeur: '50% * base opah' }, 'base opah': { valeur: 'cout', plafond: 8_000_000 },
  'plafond public': { valeur: '80% * cout' },
  subventions: { valeur: 0 }, 'reste a charge': { valeur: 'cout - subventions', plancher: 0 }, 'fonds de concours': { valeur: '50% * reste a charge' },
  fctva: { valeur: '16.404% * cout' },
}
const engine = new Engine(rules, { logger: { log: () => undefined, warn: () => undefined, error: () => undefined } })
const evaluated = (situation: Readonly<Record<string, number | string>>, name: string) => engine.setSituation(situation).evaluate(name).nodeValue
/** To the cent below, forgiving what floating point loses far below a cent. */
const floored = (situation: Readonly<Record<string, number | string>>, name: string): number => Math.floor(Number(evaluated(situation, name)) + 1e-6)

const amount = fc.oneof(fc.integer({ min: 0, max: 12_000_000 }), fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 4_500_000, 5_500_000, 8_000_000))
const few = { numRuns: 150 }

describe('publicodes agrees', () => {
  test('on the owner’s minimum, limits included', () => {
    const verdicts = { 'sans objet': 'not-applicable', tenue: 'pass', 'non tenue': 'fail' } as const
    const near = fc.tuple(amount, fc.integer({ min: -2, max: 2 })).map(([own, off]): [number, number] => [own, Math.max(0, own * 4 + off)])
    fc.assert(fc.property(fc.oneof(near, fc.tuple(amount, amount)), amount, ([own, other], free) => {
      const verdict = evaluated({ 'part propre': own, 'autres publics': other, 'fonds prives': free }, 'regle des 20')
      const answer = ownShare({ ownerPublicCents: cents(own), otherPublicCents: cents(other), privateCents: cents(free), exception: null }, day)
      expect(answer.result).toBe(Object.entries(verdicts).find(([name]) => name === verdict)?.[1])
    }), few)
  })

  test('on both readings of the cap of a post', () => {
    fc.assert(fc.property(amount, fc.boolean(), (cost, opahRu) => {
      const situation = { cout: cost, opah: opahRu ? 'oui' : 'non' }
      const answer = postCofunding({ annualCostCents: cents(cost), opahRu }, day)
      expect(answer.readings.map((reading) => reading.cents)).toEqual([floored(situation, 'aide plafonnee'), floored(situation, 'aide sur base')])
    }), few)
  })

  test('on the post of an OPAH-RU, the ceiling of public aid, the fund between an EPCI and a town, and the compensation of tax', () => {
    fc.assert(fc.property(amount, amount, (cost, subsidies) => {
      const situation = { cout: cost, subventions: subsidies }
      expect(opahRuPost({ annualCostCents: cents(cost), requestedOn: null, startsOn: null }, day).maximumCents).toBe(floored(situation, 'poste opah'))
      expect(publicAidCeiling({ eligibleCents: cents(cost), publicAidCents: cents(0) }, day).maximumCents).toBe(floored(situation, 'plafond public'))
      expect(townFund({ costCents: cents(cost), subsidiesCents: cents(subsidies) }, day).maximumCents).toBe(floored(situation, 'fonds de concours'))
      expect(fctva({ expenseTtcCents: cents(cost), eligible: true }, day).cents).toBe(floored(situation, 'fctva'))
    }), few)
  })
})
