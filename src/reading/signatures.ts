// Who signs: the parties, offices and names of the signature block, put back together when columns were flattened into lines.
import { flat } from '../kernel/text.ts'
import { printedDates } from './calendar.ts'
import type { Party, PartyKind, Signatory, Signature, SignatureBlock } from './facts.ts'
import { kindAnnounced, kindHinted, properName } from './party-names.ts'
import { office, personAt, readPeople } from './people.ts'
import type { FoundBlock, SignatureCell } from './signature-block.ts'
import { rawSpan } from './source.ts'
import type { Text } from './text.ts'

/** A party of the signature block with those who sign for it; offsets in the clean text. */
export type SignedParty = { readonly name: string; readonly people: readonly Signatory[]; readonly start: number; readonly end: number }
/** `scrambled`: a party does not stand beside the person who signs for it. */
type SignedParties = { readonly parties: readonly SignedParty[]; readonly scrambled: boolean }

type Item = SignatureCell & ({ readonly kind: 'party'; readonly name: string } | { readonly kind: 'person'; readonly person: Signatory })

export function readSignedParties(block: FoundBlock, text: Text): SignedParties {
  const printed = block.cells.flatMap((cell) => itemsOf(cell, text))
  const uncrossed = pairRuns(printed)
  const items = pairOffices(uncrossed)
  const beside = standBeside(items)
  const people = items.filter((item) => item.kind === 'person')
  const headed = items.some((item) => item.kind === 'party')
  const scrambled = uncrossed !== printed || (headed && people.length > 0 && !soundOrder(beside))
  return { parties: scrambled && headed ? inOrder(items) : beside, scrambled }
}

/** The block as a fact, each signature under the name its party has at the head of the text. */
export function readSignatures(block: FoundBlock | undefined, signed: SignedParties, text: Text, parties: readonly Party[]): SignatureBlock | null {
  if (block === undefined) return null
  const lines = signed.scrambled ? linesByPerson(signed, text, parties) : signed.parties.flatMap((one): readonly Signature[] => {
    const span = rawSpan(text.source, one.start, one.end)
    const known = partyOf(one, parties)
    const party = known?.name ?? one.name
    return one.people.length === 0 ? [{ party, span }]
      : one.people.map((person) => ({ party, name: person.name, ...(person.capacity !== '' && { capacity: person.capacity }), span }))
  })
  const strangers = signed.parties.filter((one) => one.people.length > 0 && disagrees(one, parties)).length
  const opening = text.source.clean.slice(block.start, Math.max(block.doneAt, block.start))
  const signedOn = printedDates(text.flat.slice(block.start, block.doneAt)).findLast((printed) => printed.date !== undefined)?.date
  const place = placeIn(opening)
  return {
    lines, scrambled: signed.scrambled || strangers >= 2, ...(place && { place }), ...(signedOn && { signedOn }),
    span: rawSpan(text.source, block.start, Math.max(block.end, block.doneAt)),
  }
}

/** Columns were flattened: each person signs for the party that names them at the head of the text, the capacity telling two apart. */
function linesByPerson(signed: SignedParties, text: Text, parties: readonly Party[]): readonly Signature[] {
  const block = signed.parties.flatMap((one) => one.people.map((person) => ({ one, person })))
  const known = parties.flatMap((party) =>
    party.signatories.flatMap((signatory): readonly Signature[] => {
      const seen = block.filter(({ person }) => flat(person.name) === flat(signatory.name))
      const own = seen.find(({ person }) => flat(person.capacity).slice(0, 6) === flat(signatory.capacity).slice(0, 6)) ?? seen[0]
      return own === undefined ? [] : [{ party: party.name, ...signatory, span: rawSpan(text.source, own.one.start, own.one.end) }]
    }),
  )
  const others = block.filter(({ person }) => !known.some((line) => flat(line.name ?? '') === flat(person.name)))
  return [
    ...known,
    ...others.map(({ one, person }) => ({ party: partyOf(one, parties)?.name ?? one.name, ...person,
      span: rawSpan(text.source, one.start, one.end) })),
  ]
}

/** The place of « Fait à Lens, le … »; undefined when it is left blank. */
function placeIn(opening: string): string | undefined {
  const named = /(?:(?:^|[\s,])[àÀaA]\s+|^(?!Fait|Sign|Conclu|[ÉE]tabli|FAIT)(?=\p{Lu}[\p{L}'’ -]{1,40},\sle\s))(?:la\s(?:mairie|sous-préfecture|préfecture)\sd[eu]\s)?((?:L[ea]s?\s|L[’'])?\p{Lu}[\p{L}'’ -]{1,48}?)(?=\s*(?:,|\.|;|$|\n|\(|\s(?:le|en|ce|au)\s|\s\d|[_…]|\.\.))/mu.exec(opening)
  return named?.[1]?.trim().replace(/\s+/g, ' ')
}

const leadOfParty = /^(?:pour\s|p\/\s?|po\s|signature\s(?:de\s|du\s|pour\s))(?:la\s|le\s|les\s|l'\s?)?|^(?:la\s|le\s|les\s|l'\s?)(?=\S)/

function itemsOf(cell: SignatureCell, text: Text): readonly Item[] {
  const printed = text.source.clean.slice(cell.start, cell.end).replace(/\s+/g, ' ').replace(/[\s,:]+$/, '')
  const words = flat(printed)
  if (printed.length < 2 || /^(?:signature|cachet|date|nom|qualite|prenom|le\s?:?\s?[_.…]+|lu et approuve|\W+$)/.test(words)) return []
  const person = (one: Signatory): Item => ({ ...cell, kind: 'person', person: one })
  const run = runTogether(printed, words)
  if (run.length > 1) return run.map(person)
  if (office.test(words.replace(/^(?:le|la|l'|son|sa)\s?/, ''))) {
    const people = readPeople(printed)
    return people.length > 0 ? people.map(person) : [person({ name: '', capacity: printed.replace(/^(?:[Ll][ea]|L['’])\s?/, '') })]
  }
  const named = personAt(printed, true)
  const rest = printed.slice(named?.end ?? 0).replace(/^[\s,:–-]+/, '')
  const capacity = office.test(flat(rest).replace(/^(?:le|la|l'|son|sa)\s?/, '')) ? rest.replace(/^(?:[Ll][ea]|L['’])\s/, '') : ''
  if (named !== undefined && capacity !== '') return [person({ name: named.name, capacity })]
  if (/^(?:pour|p\/|po)\s/.test(words) || kindAnnounced(words) !== undefined || kindHinted(words) !== 'other') return partyItems(cell, printed)
  if (cell.top === true && named?.end !== printed.length && printed.length < 90) return [{ ...cell, kind: 'party', name: printed }]
  return named !== undefined && rest === '' ? [person({ name: named.name, capacity: '' })] : []
}

/** `Pour la commune de Lens, le Maire, X` holds a party and a person; `Ville de Lens Ville de Liévin` two parties run together. */
function partyItems(cell: SignatureCell, printed: string): readonly Item[] {
  const comma = printed.search(/[,:]\s|\s[–-]\s/)
  const head = comma < 0 ? printed : printed.slice(0, comma)
  const names = head.split(/(?<!(?:^|\s)(?:[Pp]our|[Ll][ae]s?|[Dd]e))\s(?=(?:Pour\s|(?:[Ll]a\s)?(?:Ville|Commune|Communauté|Région)\s(?:d|[A-Z])|[Ll]['’][ÉE]tat\b|(?:[Ll]e\s)?Département\sd))/).map((name) => name.slice(leadOfParty.exec(flat(name))?.[0].length ?? 0).trim())
  const people = comma < 0 ? [] : [...readPeople(printed.slice(comma + 1))]
  const inside = comma < 0 ? officeInside(head) : undefined
  if (inside) return [{ ...cell, kind: 'party', name: inside.name }, ...inside.people.map((person): Item => ({ ...cell, kind: 'person', person }))]
  const lone = people.length === 0 && comma >= 0 ? officeAlone(printed.slice(comma + 1).trim()) : undefined
  if (lone !== undefined) people.push({ name: '', capacity: lone })
  return [...names.filter((name) => name.length > 1).map((name): Item => ({ ...cell, kind: 'party', name })),
    ...people.map((person): Item => ({ ...cell, kind: 'person', person }))]
}

/** `Pour la commune de Lens le Maire Sylvain ROBERT`, no comma between. */
function officeInside(head: string): { name: string; people: readonly Signatory[] } | undefined {
  const at = /\s(?:le|la|son|sa)\s(?=(?:maire|pr[ée]sident|pr[ée]f[eè]t|direct))/i.exec(head)
  if (at === null || at.index < 6) return undefined
  const people = readPeople(head.slice(at.index).trim())
  return people.length === 0 ? undefined : { name: head.slice(0, at.index).slice(leadOfParty.exec(flat(head))?.[0].length ?? 0).trim(), people }
}

const officeAlone = (printed: string): string | undefined =>
  (office.test(flat(printed).replace(/^(?:le|la|l'|son|sa)\s?/, '')) ? printed.replace(/^(?:[Ll][ea]|L['’])\s?/, '') : undefined)

/** `Le Maire de Lens Le Président Le Préfet`, `Paul ROI Eve NOIR Luc BLANC`: a row of columns printed as one line. */
function runTogether(printed: string, words: string): readonly Signatory[] {
  const starts = Array.from(words.matchAll(/(?:^|\s)(?:le|la)\s(?=(?:maire|president|prefet|direct))/g), (mark) => mark.index)
  if (starts.length > 1 && starts[0] === 0 && !/,/.test(words)) {
    return starts.map((start, rank) => ({
      name: '', capacity: printed.slice(start, starts[rank + 1] ?? printed.length).trim().replace(/^[Ll][ea]\s/, ''),
    }))
  }
  const names = printed.match(/\p{Lu}\p{Ll}[\p{L}’'-]*\s(?:(?:DE|LE|LA|DU)\s|D['’])?\p{Lu}{2}[\p{Lu}’'-]*/gu) ?? []
  return names.length > 1 && names.join(' ') === printed ? names.map((name) => ({ name, capacity: '' })) : []
}

/** As many names after as many offices: the first signs in the first. The same list when nothing is crossed. */
function pairRuns(items: readonly Item[]): readonly Item[] {
  const offices = items.filter((item) => item.kind === 'person' && item.person.name === '')
  const names = items.filter((item) => item.kind === 'person' && item.person.capacity === '')
  const place = (one: Item | undefined): number => (one === undefined ? -1 : items.indexOf(one))
  if (offices.length < 2 || offices.length !== names.length || place(names[0]) - place(offices[0]) !== offices.length) return items
  return [...items.filter((item) => !offices.includes(item) && !names.includes(item)), ...names.flatMap((item, rank): readonly Item[] => {
    const own = offices[rank]
    return item.kind === 'person' && own?.kind === 'person' ? [{ ...item, person: { name: item.person.name, capacity: own.person.capacity } }] : []
  })]
}

/** An office and a name printed on two lines are one person, in either order. */
function pairOffices(items: readonly Item[]): readonly Item[] {
  const paired: Item[] = []
  for (const item of items) {
    const last = paired[paired.length - 1]
    if (item.kind === 'person' && last?.kind === 'person') {
      const [one, other] = [last.person, item.person]
      if ((one.name === '' && other.name !== '' && other.capacity === '') || (one.capacity === '' && other.capacity !== '' && other.name === '')) {
        paired[paired.length - 1] = {
          ...last, end: Math.max(item.end, last.end), start: Math.min(item.start, last.start),
          person: { name: one.name || other.name, capacity: one.capacity || other.capacity },
        }
        continue
      }
    }
    paired.push(item)
  }
  return paired.filter((item) => item.kind === 'party' || item.person.name !== '')
}

/** Each person under the party printed just above; a person without one signs for the party their office names. */
function standBeside(items: readonly Item[]): readonly SignedParty[] {
  const signed: SignedParty[] = []
  let headed = false
  for (const item of items) {
    const last = signed[signed.length - 1]
    if (item.kind === 'party') {
      signed.push({ name: item.name, people: [], start: item.start, end: item.end })
      headed = true
    } else if (headed && last !== undefined) signed[signed.length - 1] = {
      ...last, people: [...last.people, item.person], start: Math.min(last.start, item.start), end: Math.max(last.end, item.end),
    }
    else signed.push({ name: partyOfOffice(item.person.capacity), people: [item.person], start: item.start, end: item.end })
  }
  return signed
}

function partyOfOffice(capacity: string): string {
  if (/^(?:sous-)?pr[ée]f[eè]te?/i.test(capacity)) return 'État'
  const place = /^maires?\s+(d[eu]s?\s+|d['’])(.+)$/i.exec(capacity)
  if (place) return `Commune ${place[1]}${place[2]}`
  return /\b(?:de|du)\s+(?:la\s+|l['’])?((?:Communauté|CC|CA|Métropole|Région|Conseil|Département|Agence|Banque)\b.*)$/i.exec(capacity)?.[1] ?? capacity
}

/** One person a party at most, an office that suits its kind, and none left out among others that are signed. */
function soundOrder(signed: readonly SignedParty[]): boolean {
  const filled = signed.filter((one) => one.people.length > 0)
  const misfits = filled.filter((one) => one.people.some((person) => !suits(one.name, person.capacity))).length
  const crowded = filled.filter((one) => one.people.length > 1 && signed.some((other) => other.people.length === 0)).length
  return misfits === 0 && crowded === 0
}

function suits(name: string, capacity: string): boolean {
  const kind = kindAnnounced(name)
  if (/^(?:maires?|mairesse)\b/i.test(capacity)) return kind === undefined || kind === 'commune'
  if (/^(?:sous-)?pr[ée]f[eè]t/i.test(capacity)) return kind === undefined || kind === 'state' || kind === 'agency'
  return !(/^pr[ée]sident/i.test(capacity) && kind === 'commune') && !(kind === 'state' && /^(?:co-?)?pr[ée]sident/i.test(capacity))
}

/** Flattened columns keep the order of parties and that of persons: each person goes to the first free party their office suits. */
function inOrder(items: readonly Item[]): readonly SignedParty[] {
  const free: SignedParty[] =
    items.flatMap((item) => (item.kind === 'party' ? [{ name: item.name, people: [], start: item.start, end: item.end }] : []))
  for (const item of items) {
    if (item.kind !== 'person') continue
    const place = free.findIndex((one) => one.people.length === 0 && suits(one.name, item.person.capacity))
    const one = free[place]
    if (one !== undefined) free[place] = { ...one, people: [item.person], start: Math.min(one.start, item.start), end: Math.max(one.end, item.end) }
  }
  return free
}

const key = (name: string): string => flat(properName(name.replace(/^(?:l['’]|la |le |les )/i, ''))).replace(/[^a-z0-9]+/g, ' ').trim()

/** `Communauté de communes de la Région de Guebwiller` → `CCRG`. */
const acronymOf = (name: string): string =>
  flat(name).split(/[^a-z0-9]+/).filter((word) => word.length > 2 && !/^(?:des|les|aux|sur|entre)$/.test(word)).map((word) => word.charAt(0)).join('')
    .toUpperCase()

const kindOfOffice = (capacity: string): PartyKind | undefined =>
  (/^maire/i.test(capacity) ? 'commune' : /^(?:sous-)?pr[ée]f[eè]t/i.test(capacity) ? 'state' : /^pr[ée]sident/i.test(capacity) ? 'epci' : undefined)

function partyOf(signed: SignedParty, parties: readonly Party[]): Party | undefined {
  const own = key(signed.name)
  const kind = kindAnnounced(signed.name) ?? kindOfOffice(signed.people[0]?.capacity ?? '')
  const initials = parties.find((party) => acronymOf(party.name) === own.toUpperCase() && own.length > 2)
  if (initials) return initials
  const named = parties.find((party) => (kind === undefined || kind === party.kind) && key(party.name) === own)
    ?? parties.find((party) => party.kind === 'state' && kind === 'state')
  if (named) return named
  const signing = parties.filter((party) => party.signatories.some((one) => signed.people.some((person) => flat(person.name) === flat(one.name))))
  const close = parties.filter((party) => own.length > 2 && ` ${key(party.name)} `.includes(` ${own} `))
  const sole = parties.filter((party) => party.kind === kind)
  return (signing.length === 1 ? signing[0] : undefined) ?? (close.length === 1 ? close[0] : undefined) ?? (sole.length === 1 ? sole[0] : undefined)
}

/** The person beside this party signs, at the head of the text, for others only. */
function disagrees(signed: SignedParty, parties: readonly Party[]): boolean {
  const known = partyOf(signed, parties)
  if (known === undefined || known.signatories.length === 0) return false
  return signed.people.every((person) =>
    !known.signatories.some((one) => flat(one.name) === flat(person.name))
      && parties.some((party) => party.signatories.some((one) => flat(one.name) === flat(person.name))))
}
