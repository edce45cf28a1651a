// Names of a file and what they stand for in the operation: organisations, tags, people; those nobody knows yet are noted, to be made.
import type { Id } from '../../kernel/id.ts'
import { fold, nameKey } from '../../kernel/text.ts'
import type { NamedPerson, TagKind } from '../../planning/action-fields.ts'
import type { PartyKind } from '../../reading/facts.ts'

export type KnownOrganisation = { readonly id: Id<'organisation'>; readonly name: string; readonly kind: PartyKind }
export type KnownTag = { readonly id: Id<'tag'>; readonly kind: TagKind; readonly name: string }
export type KnownPerson = { readonly id: Id<'person'>; readonly name: string }

const townWords = /^(?:ville|commune|mairie|cne|municipalite)\s+(?:de la |de l'|de |du |des |d')?/
/** « Ville de Lens » and « Lens » are one. */
const organisationKey = (name: string): string => nameKey(fold(name).replace(townWords, '')) || nameKey(name)

/** The initials people write for a long name: « Communauté d'agglomération de Lens-Liévin » is the CALL. */
export function initialsOf(name: string): string {
  const spelt = fold(name).replace(/^ca\b/, 'communaute agglomeration').replace(/^cc\b/, 'communaute communes').replace(/^cu\b/, 'communaute urbaine')
  return nameKey(spelt).split(' ').filter((word) => !['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'a', 'au'].includes(word))
    .map((word) => word.charAt(0)).join('')
}

/** What an institution is, from the words for it alone. */
export function kindOfName(name: string): PartyKind {
  const text = fold(name)
  if (/^(?:l')?etat\b|prefecture|\bddtm?\b|\bdreal\b|\bdrac\b|union europeenne|^europe/.test(text)) return 'state'
  if (/^(?:la )?region\b|conseil regional/.test(text)) return 'region'
  if (/^(?:le )?departement\b|conseil departemental/.test(text)) return 'department'
  if (/^(?:communaute (?:de communes|d'agglo|urbaine)|metropole|epci)\b/.test(text)) return 'epci'
  if (townWords.test(text)) return 'commune'
  return /^(?:anah|anru|anct|ademe|caf|epf|agence|banque des territoires|caisse des depots|cci|cma|office)\b/.test(text) ? 'agency' : 'other'
}

export type NamesFound = {
  readonly organisation: (name: string) => Id<'organisation'>
  readonly kindOf: (id: Id<'organisation'> | null) => PartyKind | undefined
  readonly tag: (kind: TagKind, name: string) => Id<'tag'>
  /** `known`: the people the action already names. */
  readonly person: (name: string, known: readonly NamedPerson[]) => NamedPerson
  /** Made on the way, in the order met. */
  readonly made: { readonly organisations: KnownOrganisation[]; readonly tags: KnownTag[] }
}
type Ids = { readonly organisation: () => Id<'organisation'>; readonly tag: () => Id<'tag'> }

/** Finds names among those of the operation. `ids`: gives the identifier of what is made. */
export function findNames(
  organisations: readonly KnownOrganisation[], tags: readonly KnownTag[], people: readonly KnownPerson[], ids: Ids,
): NamesFound {
  const made: NamesFound['made'] = { organisations: [], tags: [] }
  const byName = new Map<string, Id<'organisation'>>()
  for (const { id, name } of organisations) {
    for (const key of [nameKey(name), organisationKey(name)]) if (!byName.has(key)) byName.set(key, id)
  }
  const byInitials = onlyOnes(organisations, ({ name }) => initialsOf(name))
  const byKind = onlyOnes(organisations, ({ kind }) => kind)
  const byTag = new Map(tags.map(({ id, kind, name }) => [`${kind} ${nameKey(name)}`, id]))
  const byPerson = new Map(people.map((person) => [nameKey(person.name), person]))
  return {
    made,
    organisation: (written) => {
      const name = [...written].slice(0, 300).join('')
      const known = byName.get(nameKey(name)) ?? byName.get(organisationKey(name))
        ?? (/^[A-Z0-9]{3,}$/.test(name) ? byInitials.get(name.toLowerCase())?.id : undefined)
        ?? (/^(?:etat|region|departement|epci)$/.test(fold(name)) ? byKind.get(kindOfName(name))?.id : undefined)
      if (known !== undefined) return known
      const organisation = { id: ids.organisation(), name, kind: kindOfName(name) }
      made.organisations.push(organisation)
      for (const key of [nameKey(name), organisationKey(name)]) byName.set(key, organisation.id)
      return organisation.id
    },
    kindOf: (id) => [...organisations, ...made.organisations].find((one) => one.id === id)?.kind,
    tag: (kind, written) => {
      const name = [...written].slice(0, 120).join('')
      const known = byTag.get(`${kind} ${nameKey(name)}`)
      if (known !== undefined) return known
      const tag = { id: ids.tag(), kind, name }
      made.tags.push(tag)
      byTag.set(`${kind} ${nameKey(name)}`, tag.id)
      return tag.id
    },
    person: (name, known) => known.find((one) => nameKey(one.name) === nameKey(name)) ?? named(byPerson.get(nameKey(name)), name),
  }
}

const named = (person: KnownPerson | undefined, name: string): NamedPerson => ({ personId: person?.id ?? null, name: person?.name ?? name })

/** What is the only one of its key. */
function onlyOnes<One>(list: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, One> {
  const found = new Map<string, One | null>()
  for (const one of list) found.set(keyOf(one), found.has(keyOf(one)) ? null : one)
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])))
}
