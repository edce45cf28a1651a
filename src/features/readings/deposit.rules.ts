// Starting from a convention: which operation a text belongs to, and what it tells of it. Pure.
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Party } from '../../reading/facts.ts'

export type DepositProblem = 'fileMissing' | 'fileTooLarge' | 'capacityMissing' | 'epciUnknown' | 'epciSeveral' | 'tooSlow'
export type Founding = { readonly epciSiren: string; readonly mainTownInsee: string | null }

/**
 * The operation a convention founds: that of its one EPCI; its ville principale is proposed when exactly one party is, of the EPCI's members,
 * the most populated. `membersByPopulation`: INSEE codes of the EPCI's communes, most populated first.
 * @source CCH, art. L.303-2 I (one EPCI à fiscalité propre and all or some of its communes), version in force since 23 February 2022
 */
export function foundFrom(parties: readonly Party[], membersByPopulation: (siren: string) => readonly string[]): Outcome<Founding, DepositProblem> {
  const sirens = [...new Set(parties.filter((party) => party.kind === 'epci').map((party) => party.siren).filter((siren) => siren !== undefined))]
  const [epciSiren] = sirens
  if (epciSiren === undefined) return refused(['epciUnknown'])
  if (sirens.length > 1) return refused(['epciSeveral'])
  const towns = new Set(parties.map((party) => party.insee))
  return accepted({ epciSiren, mainTownInsee: membersByPopulation(epciSiren).find((insee) => towns.has(insee)) ?? null })
}
