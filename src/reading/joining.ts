// From printed lines back to sentences: which line continues the one before, and what joins them.
import { flat } from '../kernel/text.ts'
import type { PrintedLine } from './printed.ts'

/** A line that names a party and its representative stands by itself. */
const namesParty = /^\p{Lu}[^.;]{2,120}?,?\s+repr[ée]sent[ée]e?s?\s+par\s/u

const namesSignatory = /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’-]+){1,4},\s(?:[Ll][ea]\s)?(?:[Mm]aire|[Pp]r[ée]|[Dd]irect|[Vv]ice|[Dd][ée]l)/u

const namesOnly = /^(?:\p{Lu}\p{Ll}[\p{L}’'-]{0,20} (?:(?:DE|LE|LA|DU) |D['’])?\p{Lu}{2}[\p{Lu}’'-]{0,25}(?: |$)){2,6}$/u
/** A name, or an office, is a whole line in blocks of signatures and of parties. */
const standsAlone = /^(?:\p{Lu}\p{Ll}[\p{L}’'-]{0,20}\s(?:(?:de|DE|d’|D’|d'|D')\s?)?\p{Lu}{2}[\p{Lu}’' -]{0,30}|(?:Maire|Présidente?|Préf[eè]te?|Le Maire|La Maire|Le Président|La Présidente|Le Préfet|La Préfète))\s?[,;.]?$/u

/**
 * `join`: same sentence, a space between · `glue`: a word cut by a hyphen, the hyphen goes
 * · `keep`: a compound word cut at its own hyphen · `line` · `paragraph`.
 */
type Seam = 'join' | 'glue' | 'keep' | 'line' | 'paragraph'

/** What holds for the whole text: the usual length of a line, whether two spaces at a line's end mean anything, and the words printed whole. */
type Habits = { readonly width: number; readonly hardBreaks: boolean; readonly isWord: (word: string) => boolean }

export function habitsOf(lines: readonly PrintedLine[]): Habits {
  const lengths = lines.map((line) => line.text.length).sort((one, other) => one - other)
  const width = lengths[Math.floor(lengths.length * 0.85)] ?? 80
  const broken = lines.filter((line) => line.hardBreak).length
  let words: Set<string> | undefined
  const isWord = (word: string): boolean => {
    words ??= new Set(lines.flatMap((line) => flat(line.text).match(/[a-z]{3,40}/g) ?? []))
    return words.has(word)
  }
  return { width: Math.min(width, 120), hardBreaks: broken * 2 < lines.length, isWord }
}

const dangling = /(?:^|[\s'’(«])(?:de|du|des|d'|d’|la|le|les|l'|l’|un|une|à|a|au|aux|et|ou|où|par|pour|en|dans|sur|sous|avec|sans|entre|vers|chez|que|qui|dont|son|sa|ses|leur|leurs|cette|ce|ces|est|sont|n°|art\.|article|articles|M\.|Mme)$/i
const startsBlock =
  /^(?:- |article\s+(?:\d|[ivx]+\b|premier|un\b|liminaire)|art\.\s?\d|annexes?\b|chapitre\s|titre\s+[\divx]|preambule|sommaire|entre\b\s*:?$|et\s?:?$|et d'autre part|d'une part|fait a\b|fait le\b|ci-apres|il est convenu|il a ete convenu|considerant\b|vu\b|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\D|\d{1,2}[.)°]\s*[-–]?\s*\p{L}|[ivx]{1,5}[.)]\s?[-–]?\s*\p{L}|[ivx]{1,4}\s?[-–]\s|[a-h][.)]\s|orientation\s+\d|axe\s+\d|action\s+\d|phase\s+\d|fiche\s)/u
const startsParty = /^(?:et\s+)?(?:la communaute|la metropole|la commune|la ville|l'etat\b|le departement|la region|le conseil|l'agence|la banque|la caisse|l'etablissement|action logement|monsieur|madame|m\. |mme |le maire|la maire|le prefet|la prefete|le president|la presidente|le directeur|la directrice|pour )/

export function seam(previous: PrintedLine, next: PrintedLine, habits: Habits): Seam {
  const [before, after] = [previous.text, next.text]
  const opening = flat(after.slice(0, 60))
  const apart = next.blanks > 0 || next.cut || next.page !== previous.page
  const between: Seam = apart ? 'paragraph' : 'line'
  if (previous.level > 0 || next.level > 0 || next.item || next.strong !== previous.strong) {
    return isHyphenated(before, after) && !next.item ? hyphen(before, after, habits) : between
  }
  if (before.includes('\t') || after.includes('\t')) return between
  if (previous.row || next.row) return previous.row && next.row && next.blanks === 0 ? 'line' : between
  if (startsBlock.test(opening) && !continuesReference(before, opening)) return between
  if (isHyphenated(before, after)) return hyphen(before, after, habits)
  if (/[.!?]["»”)]?$/.test(before)) return !apart && /^\p{Ll}/u.test(after) ? 'join' : apart || before.length < habits.width * 0.75 ? between : 'line'
  if (/[;:]$/.test(before)) return /^\p{Ll}/u.test(after) && !apart && before.length > habits.width * 0.6 ? 'join' : between
  if (isHeadingLine(before)) return /^\p{Ll}/u.test(after) || dangling.test(before) ? 'join' : between
  if (previous.hardBreak && habits.hardBreaks && !next.cut) return 'line'
  const lower = /^[\p{Ll}\d(«"'’€%°,;:]/u.test(after)
  if (dangling.test(before)) return lower || !apart || next.blanks === 0 || next.cut ? 'join' : between
  if (!apart && (namesParty.test(after) || namesSignatory.test(after) || (after.length < 160 && namesOnly.test(after))
    || (standsAlone.test(after) && !/(?:monsieur|madame|m\.|mme|par|maire|pr[ée]sidente?|pr[ée]f[eè]te?|,)$/i.test(before)))) return 'line'
  if (apart) {
    return lower && /^\p{Ll}/u.test(after) && before.length > (next.cut || next.page !== previous.page ? 12 : 40) && /[\p{L}\d,)»'’]$/u.test(before)
      ? 'join' : between
  }
  if (lower) return 'join'
  if (startsParty.test(opening) && /^[A-ZÀ-Ý]/.test(after) && (before.length < habits.width * 0.85 || /repr[ée]sent[ée]/.test(before))) return 'line'
  return before.length >= habits.width * 0.62 && !isCapitals(before) ? 'join' : 'line'
}

/** A heading of its own, or the first words of a quotation, which are those of the article quoted. */
const isHeadingLine = (text: string): boolean =>
  /^(?:.{0,200}«\s?)?(?:article|art\.|annexe|chapitre|titre|\d{1,2}(?:\.\d{1,2})+)\b[^»]{0,149}$/i.test(text) && (text.length < 150 || text.includes('«'))
const isCapitals = (text: string): boolean => text === text.toUpperCase() && /[A-Z]{3}/.test(text)
/** « prévus à l'article » at the end of a line, « 4 bis » on the next: no heading. */
const continuesReference = (before: string, opening: string): boolean =>
  /(?:^|[\s'’(])(?:l'|l’|à|aux?|les?|des?|du|d'|et|ou|par|en|pour|sur|dans|selon|n°|l'article|articles?)$/i.test(before)
    && /^(?:article|art|annexe|\d|[ivx]+)/.test(opening) && !/^article \S+\s?[:–-]/.test(opening)

const isHyphenated = (before: string, after: string): boolean => /[\p{L}\d][-‐‑¬]$/u.test(before) && /^[\p{L}\d]/u.test(after)

const compounds = /(?:^|[^a-z])(?:sous|vice|ex|co|non|demi|mi|celui|celle|ceux|celles|ci|la|peut|grand|grande|saint|sainte|inter|avant|apres|contre|au|par|rendez|chef|lui|elle|eux|plan|convention|plate|centre|centres|c'est|c'est-a|bien|mieux|quasi|socio|multi|haut|haute|nord|sud|semi|pre|post|auto|eco|euro|neo|savoir|mise)$/

/** A compound keeps its hyphen: before a capital or a digit, after a prefix that always has one, or when the document never prints the whole word. */
function hyphen(before: string, after: string, habits: Habits): Seam {
  if (/¬$/.test(before)) return 'glue'
  if (!/^\p{Ll}/u.test(after) || /\d[-‐‑]$/.test(before)) return 'keep'
  const [head, tail] = [/[a-z']*$/.exec(flat(before.slice(-40, -1)))?.[0] ?? '', /^[a-z]*/.exec(flat(after.slice(0, 40)))?.[0] ?? '']
  if (habits.isWord(head + tail)) return 'glue'
  return compounds.test(` ${head}`) || /^(?:il|elle|on|ils|elles|ci|la|je|tu|vous|nous|les|le|de-|du-|en-|sur-|sous-|les-|aux-|la-|le-)\b/.test(after)
    ? 'keep' : 'glue'
}
