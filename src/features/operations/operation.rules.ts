// An operation (ORT): founded for one EPCI, with a name, an address and a ville principale. Pure.
import { accepted, found, refused } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'
import type { Outcome } from '../../kernel/outcome.ts'

export type OperationIdentity = { readonly name: string; readonly mainTownInsee: string | null }
export type IdentityTyped = { readonly name: string; readonly mainTown: string }
export type IdentityProblem = 'nameMissing' | 'nameTooLong' | 'mainTownUnknown'

/**
 * Reads the identity of an operation as typed. The ville principale must be a member of the EPCI, or be left open: a text may not name it.
 * `members`: INSEE codes of the EPCI's communes.
 * @source CCH, art. L.303-2 I and II (the EPCI carries the convention; the centre of its ville principale is in it), version in force since 23
 * February 2022
 */
export function identify(typed: IdentityTyped, members: readonly string[]): Outcome<OperationIdentity, IdentityProblem> {
  const problems = found<IdentityProblem>({
    nameMissing: typed.name === '',
    nameTooLong: typed.name.length > 200,
    mainTownUnknown: typed.mainTown !== '' && !members.includes(typed.mainTown),
  })
  return problems.length > 0 ? refused(problems) : accepted({ name: typed.name, mainTownInsee: typed.mainTown === '' ? null : typed.mainTown })
}

const minorWords = new Set(['cc', 'ca', 'cu', 'metropole', 'communaute', 'communes', 'agglomeration', 'urbaine', 'de', 'du', 'des', 'la', 'le', 'les',
  'l', 'd', 'et', 'en', 'a', 'au', 'aux', 'pays'])

/** The address of an operation from its EPCI's name, without the words every EPCI shares: `CA de Lens - Liévin` → `lens-lievin`. */
export function operationSlug(epciName: string, siren: string): string {
  const words = nameKey(epciName).split(' ').filter((word) => word !== '')
  const proper = words.filter((word) => !minorWords.has(word))
  return (proper.length > 0 ? proper : words).join('-').slice(0, 60).replace(/-+$/, '') || `epci-${siren}`
}

/**
 * The name proposed for an operation: what people call it, to be changed freely. `CA de Lens - Liévin` → `ORT de Lens - Liévin`,
 * `CA Amiens Métropole` → `ORT d’Amiens Métropole`, `Métropole du Grand Paris` → `ORT de la Métropole du Grand Paris`.
 */
export function proposedName(epciName: string): string {
  const own = epciName.replace(/\s*\([^)]*\)\s*$/, '').replace(/^(?:CC|CA|CU)\s+/, '')
  if (/^(?:de |du |des |d[’'])/.test(own)) return `ORT ${own}`
  if (/^(?:métropole|communauté)\b/i.test(own)) return `ORT de la ${own}`
  if (/^les? /i.test(own)) return own.replace(/^le(s?) /i, (_, plural: string) => `ORT d${plural === '' ? 'u' : 'es'} `)
  return /^[aeiouyàâéèêëîïôûh]/i.test(own) ? `ORT d’${own}` : `ORT de ${own}`
}

/** The address itself when nobody has it, else with the first free rank: `lens-lievin`, `lens-lievin-2`. */
export function firstFree(slug: string, taken: readonly string[]): string {
  const candidates = [slug, ...taken.map((_, index) => `${slug}-${index + 2}`)]
  return candidates.find((candidate) => !taken.includes(candidate)) ?? slug
}
