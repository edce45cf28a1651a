// The parties of a convention: who they are, in what role, represented by whom, with their official codes.
import type { Party, PartyKind, PartyRole, Signatory, Stamp } from './facts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { addCodes, type Uncoded } from './party-codes.ts'
import { findPartyBlock, type PartyClause } from './party-block.ts'
import { kindAnnounced, kindHinted, nameWithin, properName } from './party-names.ts'
import { readPeople } from './people.ts'
import type { SignedParty } from './signatures.ts'
import { rawSpan } from './source.ts'
import type { Text } from './text.ts'

/** The parties named at the head of the text; failing that, those that sign; failing that, those of the title. */
export function readParties(
  text: Text, signed: readonly SignedParty[], stamps: readonly Stamp[], title: { readonly start: number; readonly end: number }, gazetteer: Gazetteer,
): readonly Party[] {
  const block = findPartyBlock(text)
  const named = (block?.clauses ?? []).flatMap((clause) => fromClause(clause, text, block?.announced === true))
  const found = named.length > 0 ? mergeSame(named) : signed.length > 0 ? mergeSame(signed.map((party) => fromSignature(party, text)))
    : fromTitle(title, text)
  const sirens = stamps.flatMap((stamp) => (stamp.valid && stamp.siren !== undefined ? [stamp.siren] : []))
  return completed(addCodes(found, gazetteer, [...new Set(sirens)]), signed)
}

const roles: Record<PartyKind, PartyRole> = {
  epci: 'carrier', commune: 'beneficiary', state: 'authority', region: 'partner', department: 'partner', agency: 'partner', private: 'partner',
  other: 'signatory',
}

function fromClause(clause: PartyClause, text: Text, announced: boolean): readonly Uncoded[] {
  const words = text.source.clean.slice(clause.start, clause.end)
  const first = fromPerson(clause, words, text)
  if (first !== undefined) return [first]
  const { start, end } = nameWithin(words)
  const name = words.slice(start, end).replace(/\s+/g, ' ').trim()
  const people = readPeople(words.slice(end))
  if (name.length < 2 || !/\p{L}{2}/u.test(name)) return []
  const base = { text, clause: { ...clause, start: clause.start + start }, words, people, announced }
  const several = namesOfSeveral(name)
  if (several.length > 1) {
    return several.map((one, index) => build({
      ...base, name: one, people: people.length === several.length ? people.slice(index, index + 1) : people,
    }))
  }
  return [build({ ...base, name })]
}

/** `Madame X, Maire de la commune de Y, agissant…`: the party is named by the office of the person. */
function fromPerson(clause: PartyClause, words: string, text: Text): Uncoded | undefined {
  if (!/^(?:- )?(?:et\s)?(?:monsieur|madame|m\.|mme)\s/i.test(words)) return undefined
  const [person] = readPeople(words.replace(/^(?:- )?(?:et\s)?/i, ''))
  if (person === undefined || person.capacity === '') return undefined
  const place = /^(\S+(?:\s\S+)?)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|de\s+|d['’]|des\s+)(.+)$/u.exec(person.capacity)
  const mayor = /^maire/i.test(person.capacity)
  const named = place?.[2] ?? person.capacity
  const name = /^(?:sous-)?pr[ée]f[eè]t/i.test(person.capacity) ? 'État' : mayor && kindAnnounced(named) === undefined ? `Commune de ${named}` : named
  return build({ name, clause, text, words, people: [{ name: person.name, capacity: mayor ? 'Maire' : person.capacity }], announced: true })
}

type Draft = {
  readonly name: string; readonly clause: PartyClause; readonly text: Text; readonly words: string; readonly people: readonly Signatory[]
  readonly announced: boolean
}

function build({ name, clause, text, words, people, announced }: Draft): Uncoded {
  const prefect = people.length === 0 && /^pr[ée]f[eè]te?\b/i.test(name)
  const capacity = people.find((person) => person.capacity !== '')?.capacity ?? ''
  const known = kindAnnounced(name)
  const kind = known ?? (/^pr[ée]f[eè]t/i.test(capacity) ? 'state' : /^mair/i.test(capacity) ? 'commune' : hinted(name, words))
  const printedEnd = clause.start + text.source.clean.slice(clause.start, clause.end).replace(/[\s;,]+$/, '').length
  const party: Party = {
    name: kind === 'state' && prefect ? 'État' : name,
    kind,
    role: clause.present ? 'partner' : roles[kind],
    signatories: people.map((person) => (person.capacity === '' ? { ...person, capacity: defaultCapacity(kind) } : person)),
    span: rawSpan(text.source, clause.start, Math.max(printedEnd, clause.start + 1)),
    confidence: known === undefined ? 0.7 : !announced ? 0.75 : people.length > 0 ? 0.95 : 0.8,
  }
  return { party, words }
}

/** The kind that the name suggests, or the words that describe it: `Foncier de Bretagne, établissement public d'État`. */
const hinted = (name: string, words: string): PartyKind => {
  const own = kindHinted(name)
  return own === 'other' ? kindHinted(words.slice(0, 160)) : own
}

const defaultCapacity = (kind: PartyKind): string => (kind === 'state' ? 'représentant de l’État' : '')

/** `communes de Lens, Liévin et Harnes` names three. */
function namesOfSeveral(name: string): readonly string[] {
  const list = /^(communes|villes)\s+(?:de\s+|d['’]|du\s+|des\s+)(.+)$/i.exec(name)
  if (!list?.[2]) return [name]
  const form = /^c/i.test(list[1] ?? '') ? 'Commune' : 'Ville'
  const names = list[2].split(/\s*,\s*(?:et\s+)?|\s+et\s+/).map((one) => one.replace(/^(?:de\s+|d['’]|du\s+)/i, '').trim())
    .filter((one) => /^\p{Lu}/u.test(one))
  return names.length < 2 ? [name] : names.map((one) => `${form} ${/^[aeiouyhéèêâîïô]/i.test(one) ? 'd’' : 'de '}${one}`)
}

function fromSignature(signed: SignedParty, text: Text): Uncoded {
  const kind = kindAnnounced(signed.name) ?? kindHinted(signed.name)
  return {
    words: signed.name,
    party: { name: signed.name, kind, role: roles[kind], signatories: signed.people, span: rawSpan(text.source, signed.start, signed.end),
      confidence: 0.6 },
  }
}

const inTitle = /\b(?:communaute (?:de communes|d'agglomeration|urbaine)|metropole|communes? (?:de |d'|du |des )|villes? (?:de |d'|du |des ))/g

/** The last resort: `pour les communes de A et B`, `Communauté de communes de X` in the title. */
function fromTitle(title: { readonly start: number; readonly end: number }, text: Text): readonly Uncoded[] {
  const words = text.flat.slice(title.start, title.end)
  return Array.from(words.matchAll(inTitle)).flatMap((mark) => {
    const from = title.start + mark.index
    const rest = text.source.clean.slice(from, title.end).replace(/\n/g, ' ')
    const end = /\s[–—-]\s|\(|\s(?:et|pour)\s(?:la|le|les|l['’])\s?|\svalant\s|$/i.exec(rest)?.index ?? rest.length
    const several = namesOfSeveral(rest.slice(0, end).trim())
    return several.map((name) => {
      const kind = kindAnnounced(name) ?? 'other'
      return { words: name, party: { name, kind, role: roles[kind], signatories: [], span: rawSpan(text.source, from, from + end), confidence: 0.5 } }
    })
  })
}

/** A party named twice is one; the better described first. */
function mergeSame(found: readonly Uncoded[]): readonly Uncoded[] {
  const kept: Uncoded[] = []
  for (const one of found) {
    const key = keyOf(one.party)
    const twin = kept.findIndex(({ party }) => keyOf(party) === key)
    const other = kept[twin]
    if (other === undefined) kept.push(one)
    else if (other.party.signatories.length === 0 && one.party.signatories.length > 0) {
      kept[twin] = { ...one, party: { ...one.party, role: other.party.role } }
    }
  }
  return kept
}

const keyOf = (party: Party): string =>
  `${party.kind}:${party.kind === 'state' ? '' : properName(party.name).toLowerCase().replace(/[^\p{L}\d]+/gu, ' ')}`

/** Signatories that only the signature block names are added to their party. */
function completed(parties: readonly Party[], signed: readonly SignedParty[]): readonly Party[] {
  return parties.map((party) => {
    if (party.signatories.length > 0) return party
    const own =
      signed.find((one) => one.people.length > 0 && keyOf({ ...party, name: one.name, kind: kindAnnounced(one.name) ?? party.kind }) === keyOf(party))
    return own === undefined ? party : { ...party, signatories: own.people }
  })
}
