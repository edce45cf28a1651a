// Where a convention names its parties, cut into one clause for each.
import { flat } from '../kernel/text.ts'
import { kindAnnounced } from './party-names.ts'
import { office } from './people.ts'
import type { Text } from './text.ts'

/** A clause naming a party, offsets in the clean text. `present`: it attends (« en présence de ») without being bound. */
export type PartyClause = { readonly start: number; readonly end: number; readonly present: boolean }
type PartyBlock = {
  readonly clauses: readonly PartyClause[]; readonly start: number; readonly end: number
  /** True when the text opens it with « Entre ». */
  readonly announced: boolean
}

const opening =
  /^(?:#+\s)?(?:- )?(?:[ivx\d]{1,3}[.)–-]\s?)?(?:entre\b(?!\s(?:les\s(?:parties|communes|villes|deux|different)|autres|elles|eux|temps))(?:\sles\ssoussignee?s?)?\s*[:,.]?|(?:la|le)\spresente?\s(?:convention|avenant|contrat)[^.]{0,80}\s(?:entre|par|avec)\s*:?\s*$|.{0,160}\b(?:conclue?|etablie?|passee?|signee?|convention|avenant)\sentre\s?(?:les\ssoussignee?s?)?\s*:?\s*$|(?:les\s)?(?:parties|signataires|cocontractants)(?:\s(?:a|de)\sla\s(?:presente\s)?convention|\ssignataires|\scontractantes|\sprenantes)?\s*:?\s*$|designation\sdes\sparties|.{0,40}presente?\s(?:convention|avenant)\s(?:lie|engage)\s?:)/
const closing =
  /^(?:#+\s)?(?:[ivx\d]{1,3}[.)]\s?)?(?:(?:il\s(?:est|a\sete)|ont|sont|est|a\sete|ceci\s|cela\s)[^.]{0,60}(?:convenu|expose|arrete|decide|rappele)|preambule|expose(?:\sdes\smotifs)?\b|contexte\b|considerant\b|vus?\b|visas?\b|article\s|art\.\s?\d|sommaire|titre\s[i\d]|chapitre\s|objet\b|rappel\b|les\sparties\sont\s(?:convenu|decide)|(?:qui\s)?(?:exposent|conviennent|declarent|decident|arretent)\s|etant\s(?:expose|rappele)|prealablement|les\sparties\ss'engagent|introduction\b)/
const section = /^(?:- )?(?:et\s?[:,]?|entre\s?[:,]?|(?:et\s)?d'une\spart\s?[:,;.]?|(?:et\s)?d'autre\spart\s?[:,;.]?|ainsi\sque\s?[:,]?|avec\s?[:,]?|et\ségalement|de\spremiere\spart\s?[:,;.]?)$/
const presence = /^(?:- )?(?:et\s)?(?:en\spresence\s(?:de\s|du\s|des\s|d')?|avec\s(?:la\sparticipation|le\sconcours|le\ssoutien|l'appui|l'accompagnement)\s(?:de\s|du\s|des\s|d')?|en\spartenariat\savec\s?)(?:la\s|le\s|les\s|l')?\s*[:,]?\s*/
const goesOn =
  /^(?:- )?(?:(?:et\s)?represente|et\s(?:par|dument|monsieur|madame|m\.|mme)\b|ci-?\s?apres|ci-?\s?dessous|dont\s|sise?\b|situee?\b|domicili|ayant\s|dument|habilite|autorise|agissant|en\svertu|en\sapplication|designe|denomme|siren|siret|n°|immatricul|par\s(?:son|sa|monsieur|madame|m\.|mme|deliberation)|monsieur\b|madame\b|m\.|mme\b|son\s|sa\s|faisant\s|adresse|siege|telephone|courriel|pour\sle\scompte|qualite)/

/** The block of parties, from « Entre » (or the first clause of a party) to the first words of the agreement. */
export function findPartyBlock(text: Text): PartyBlock | undefined {
  const first = text.articles[0]?.cleanStart ?? text.flat.length
  const lines = text.lines.filter((line) => line.start < Math.max(first, 1))
  const openers = lines.flatMap((line, index) => (opening.test(wordsAt(text, line.start, line.end).slice(0, 400)) ? [index] : []))
  for (const opener of openers.slice(0, 6)) {
    const block = blockFrom(text, opener, first, true)
    if (block.clauses.length > 0) return block
  }
  const named = lines.findIndex((line) => isParty(wordsAt(text, line.start, line.end), true))
  if (named < 0) return undefined
  const block = blockFrom(text, named, first, false)
  return block.clauses.length === 0 ? undefined : block
}

const wordsAt = (text: Text, start: number, end: number): string => text.flat.slice(start, end)

function blockFrom(text: Text, opener: number, limit: number, announced: boolean): PartyBlock {
  const clauses: PartyClause[] = []
  const from = text.lines[opener]?.start ?? 0
  let end = from
  let present = false
  for (let index = opener; index < text.lines.length && index < opener + 400; index += 1) {
    const line = text.lines[index]
    if (line === undefined || line.start >= limit) break
    const words = wordsAt(text, line.start, line.end)
    if (index > opener && closing.test(words) && !isParty(words, true)) break
    end = line.end
    for (const [start, stop] of piecesOf(text, line.start + (index === opener ? leadOf(words) : 0), line.end)) {
      const piece = wordsAt(text, start, stop)
      const attends = presence.exec(piece)
      if (section.test(piece)) {
        if (!/presence/.test(piece)) present = false
        continue
      }
      if (attends) present = true
      const begin = start + (attends?.[0].length ?? 0)
      if (begin < stop) addPiece(clauses, text, begin, stop, present, line.row)
    }
  }
  return { clauses, start: from, end, announced }
}

/** Length of « Entre les soussignés : » when a party follows on the same line. */
const leadOf = (words: string): number =>
  /^(?:- )?entre(?:\sles\ssoussignee?s?)?\s*[:,]?\s*(?:d'une\spart\s?[:,]?\s*)?(?=\S)/.exec(words)?.[0].length
    ?? (/[:]\s*$|entre\s*$/.test(words) ? words.length : 0)

/** A new clause when the piece names a party, else the sequel of the one before. */
function addPiece(clauses: PartyClause[], text: Text, start: number, end: number, present: boolean, row: boolean): void {
  const piece = wordsAt(text, start, end)
  const open = clauses[clauses.length - 1]
  const personFirst = (open === undefined || openedByPerson.test(wordsAt(text, open.start, open.end))) && openedByPerson.test(piece)
  if (personFirst || (row && piece.includes('|') ? isPartyRow(piece) : isParty(piece, false))) clauses.push({ start, end, present })
  else if (open !== undefined && start - open.end < 400
    && (goesOn.test(piece) || office.test(piece.replace(/^(?:- )?(?:son|sa|le|la|l')\s?/, ''))
      || /^\p{Lu}/u.test(text.source.clean.charAt(start)) && piece.length < 90)) {
    clauses[clauses.length - 1] = { ...open, end }
  }
}

/** `Madame X, Maire de la commune de Y`: the person comes first, and tells the party. */
const openedByPerson = /^(?:- )?(?:et\s)?(?:monsieur|madame|m\.|mme)\s[^,;]{3,60},\s(?:(?:le|la|agissant\sen\squalite\sde|en\squalite\sde|en\ssa\squalite\sde)\s)?(?:maire|president(?:e)?|prefete?|direct(?:eur|rice))\b/

const represented = /\bprise?s?\sen\sla\spersonne\b|\bqui\sa\spour\s(?:president|maire|prefet|direct|represent)|\bque\srepresente(?:nt)?\s|\brepresentee?s?\b(?!\s(?:ou\s|dans|une?\b|la\b|le\b(?!\s?(?:prefet|president|maire|direct))|les\b|\d))/

/** True for words that name a party: a known form of name, or any name that is « représentée par » someone. */
function isParty(words: string, strict: boolean): boolean {
  if (goesOn.test(words) || words.length < 3) return false
  const at = represented.exec(words)?.index
  const lead = words.replace(/^(?:- )?(?:\d{1,2}\s?[°.)/-]+\s*|[a-h]\)\s)?(?:et\s?:?\s|entre\s?:?\s|d'une\spart\s?[:,]?\s*|d'autre\spart\s?[:,]?\s*)*/, '')
  const announced = kindAnnounced(lead) !== undefined
  if (at !== undefined) {
    return announced || (at > 4 && at < (strict ? 160 : 260) && !/^(?:ci-|les\sparties|chacune|elle|il\b|qui\b|les\scollectivites)/.test(lead))
  }
  return !strict && announced && lead.length < 260 && !/\b(?:s'engage|a pour|est|sont|ont|a ete)\b/.test(lead.split(/[,(]/, 1)[0] ?? '')
}

/** A row names a party when it also names an office; the head of the table names columns. */
function isPartyRow(words: string): boolean {
  const cells = words.split('|').map((cell) => cell.trim())
  if (cells.length < 2 || /^(?:les\s)?(?:parties?|signataires?|organismes?|structures?|nom|collectivites?|entites?|denomination|identite|raison sociale)\b/.test(cells[0] ?? '')) return false
  return (cells[0] ?? '').length > 2
    && (kindAnnounced(words) !== undefined || cells.slice(1).some((cell) => office.test(cell.replace(/^(?:le|la|son|sa)\s/, ''))))
}

/** A line cut at its semicolons, and before each further party that is « représentée » in it. */
function piecesOf(text: Text, start: number, end: number): readonly (readonly [number, number])[] {
  const words = wordsAt(text, start, end)
  const cuts = new Set<number>()
  for (const mark of words.matchAll(/;\s*(?=\S)/g)) cuts.add(mark.index + mark[0].length)
  for (const mark of words.matchAll(/,\s+(?=et\s(?:monsieur|madame|m\.|mme)\s[^,;]{3,60},\s(?:maire|president|prefet|direct))/g)) {
    cuts.add(mark.index + mark[0].length)
  }
  const heads = Array.from(words.matchAll(/(?:[,;]|(?<!\bm|\bmme)\.|\bet|\bainsi\sque)\s+(?:et\s+|ainsi\sque\s+|d'une\spart,?\s+|d'autre\spart,?\s+)*(?=(?:la\s|le\s|l'\s?|les\s)?(?:commune|ville|communaute|metropole|etat\b|departement|region|conseil|agence|banque|caisse|chambre|etablissement|action\slogement|syndicat|societe|association))/g), (mark) => mark.index + mark[0].length)
  const startsBare = /(?:[,;]|\bet)\s+(?:d['’]autre\spart,?\s+)?(?=\p{Lu}[^,;.]{3,90}?,?\s+repr[ée]sent[ée]e?s?\s+par\s)/gu
  for (const mark of text.source.clean.slice(start, end).matchAll(startsBare)) heads.push(mark.index + mark[0].length)
  heads.sort((one, other) => one - other)
  const people = Array.from(words.matchAll(/\brepresentee?s?\b/g), (mark) => mark.index)
  let next = 0
  for (const [rank, place] of people.entries()) {
    const before = people[rank - 1]
    const between: number[] = []
    for (; next < heads.length && (heads[next] ?? 0) < place; next += 1) {
      if (before !== undefined && (heads[next] ?? 0) > before + 12) between.push(heads[next] ?? 0)
    }
    const head = between.find((at) => /^(?:la|le|les)\s|^l'/.test(words.slice(at, at + 4))) ?? between[0]
    if (head !== undefined && place - head < 220) cuts.add(head)
  }
  const places = [start, ...[...cuts].sort((one, other) => one - other).map((cut) => start + cut), end]
  return places.slice(0, -1).map((from, index) => [from, places[index + 1] ?? end] as const)
    .filter(([from, to]) => flat(text.source.clean.slice(from, to)).trim() !== '')
}
