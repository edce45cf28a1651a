// Parties compared: the bodies that sign, their codes and roles, and the people who sign for them. Pure.
import { fold } from '../../kernel/text.ts'
import type { Party, Signatory } from '../facts.ts'
import { alike, compare, compareFields, type Field, given, sameName, type Score } from './comparison.ts'
import type { ExpectedParty } from './expected.ts'

const form = new RegExp([
  /^(?:la |le |les |l')?(?:commune|ville|departement|region|conseil (?:departemental|regional))\b/,
  /^(?:la )?(?:communaute (?:de communes|d'agglomeration)\b|c[ca] )/,
].map((one) => one.source).join('|'))
const bare = (name: string): string => fold(name).replace(form, '')

/** There is one State; the others are told by kind and by the words of their names, `commune de` and the like left out. */
const sameParty = (one: ExpectedParty, other: Party): boolean =>
  one.kind.split('|').includes(other.kind) && (other.kind === 'state' || sameName(bare(one.name), bare(other.name)))

const codesOf = (at: number, party: { readonly insee?: string; readonly siren?: string }): readonly Field[] =>
  [...given(`insee of ${at}`, party.insee), ...given(`siren of ${at}`, party.siren)]

type Signing = Signatory & { readonly party: ExpectedParty; readonly optional?: boolean }

/** Codes and roles are asked of the parties whose expected facts state them. */
export function scoreParties(found: readonly Party[], wanted: readonly ExpectedParty[]): readonly Score[] {
  const name = (party: { readonly name: string; readonly kind: string }) => `${party.kind} ${party.name}`
  const { score, pairs } = compare('parties', wanted, found, sameParty, alike(name))
  const codes = pairs.flatMap(([one, other], at) => (one.siren === undefined ? [] : codesOf(at, other)))
  const roles = pairs.flatMap(([one, other]) => (one.role === undefined ? [] : [`${one.name}=${other.role}`]))
  const people: readonly Signing[] = pairs.flatMap(([one]) => one.signatories.map((person) => ({ ...person, party: one })))
  const signing: readonly Signing[] = pairs.flatMap(([one, other]) => other.signatories.map((person) => ({ ...person, party: one })))
  const same = (one: Signing, other: Signing) =>
    one.party === other.party && sameName(one.name, other.name) && sameName(one.capacity, other.capacity)
  const person = (who: Signatory) => `${who.name}, ${who.capacity}`
  return [
    score,
    compareFields('party codes', pairs.flatMap(([one], at) => codesOf(at, one)), codes.map((field) => field.value)),
    compareFields('party roles', pairs.flatMap(([one]) => given(one.name, one.role)), roles),
    compare('signatories', people, signing, same, alike(person)).score,
  ]
}
