// What the text is: its title, the kind of convention it announces, and whether it is in French.
import type { ConventionKind } from './facts.ts'
import type { Line, Text } from './text.ts'

/** Offsets in the clean text; `words` is the title on one line, empty when there is none. */
type Title = { readonly words: string; readonly start: number; readonly end: number }

const subject = /\b(?:convention|avenant|protocole|contrat|programme|operation de revitalisation|adhesion|charte|accord-cadre|accord|o\.?r\.?t\.?|petites villes de demain|action coeur de ville)\b/
const ends = /^(?:entre\b|sommaire|table des|preambule|vu\b|considerant|article\s|les soussignes|il (?:est|a ete)|contexte\b|expose\b|preamble|[ivx1]{1,3}[.)]\s|parties\b|la presente convention|le present avenant)/
const follows = /^(?:a la|au\b|de\b|du\b|des\b|d'|valant|portant|pour\b|relati|entre\b|et\b|en vue|sur\b|dans\b|par\b|commune|ville|territoire|n°|\d{4}|\(|concernant|tenant lieu|dite?\b|«|convention|avenant|operation)/
const lead = 40

/** The title stands before the parties: the first line that names a convention, with the lines that go on with it. */
export function readTitle(text: Text): Title {
  const head = headLines(text)
  const named = head.findIndex((line) => subject.test(words(text, line)) && isShort(text, line))
  const from = named >= 0 ? named : head.findIndex((line) => line.level > 0 || line.end - line.start < 200)
  const first = head[from]
  if (first === undefined) return { words: '', start: 0, end: 0 }
  let last = first
  if (named >= 0) {
    for (const line of head.slice(from + 1, from + 6)) {
      if (!goesOn(text, last, line, first)) break
      last = line
    }
  }
  const printed = text.source.clean.slice(first.start, last.end)
  return { words: printed.replace(/^- /, '').replace(/\s+/g, ' ').trim().slice(0, 500), start: first.start, end: last.end }
}

/** Kind of convention from its title; when the title is silent, from its first words. */
export function readKind(text: Text, title: Title): ConventionKind {
  const named = text.flat.slice(title.start, title.end).replace(/\s+/g, ' ')
  const kind = kindIn(named)
  if (kind === 'amendment' || kind === 'umbrella' || kind === 'membership') return kind
  const opening = text.flat.slice(0, 40_000)
  if (/(?:presente?\s+convention|convention\s+dite|convention)[^.;]{0,30}chapeau\b/.test(opening) && kind !== 'programme') return 'umbrella'
  if (kind !== undefined) return kind
  if (/\b(?:presente?\s+)avenant\b/.test(text.flat)) return 'amendment'
  if (/presente\s+convention\s+d'adhesion/.test(opening)) return 'membership'
  const objet = /presente\s+convention[^.]{0,300}(?:petites villes de demain|action coeur de ville)/.test(opening)
  return objet && !/\bo\.?r\.?t\b|operation de revitalisation/.test(named) ? 'programme' : 'other'
}

/** A text that amends without being called an amendment: `protocole modificatif`, `convention modificative`, `additif`, `prorogation`. */
export const amends = ({ words: printed }: Title): boolean => /\b(?:modificati(?:f|ve)|additif|prorogation|prolongation)\b/i.test(printed)

function kindIn(title: string): ConventionKind | undefined {
  if (/\bavenant\b/.test(title) && !/\bet (?:ses|son|les) avenants?\b/.test(title)) return 'amendment'
  if (/\bchapeau\b/.test(title)) return 'umbrella'
  if (/\badhesion\b/.test(title)) return 'membership'
  const towns = /petites?\s+villes?\s+de\s+demain|\bpvd\b/.test(title)
  const heart = /actions?\s+(?:coeur|cœur|cour|c.ur)s?\s+de\s+ville|\bacv\b/.test(title)
  if (towns && heart) return 'umbrella'
  if (towns || heart) return 'programme'
  return /convention|operation|\bort\b|contrat|protocole/.test(title) ? undefined : undefined
}

const common = new Set(
  'de la le les des du et en un une pour par dans sur au aux que qui est sont ce cette son sa ses avec il elle ou ne pas plus se sera'.split(' '),
)

/** `fr` when one word in eight, at least, is one of the commonest of French. */
export function readLanguage(text: Text): 'fr' | 'und' {
  const found = text.flat.slice(0, 60_000).match(/[a-z]+/g) ?? []
  return found.filter((word) => common.has(word)).length * 8 >= found.length && found.length >= 3 ? 'fr' : 'und'
}

/** The lines before the parties, the preamble or the first article. */
function headLines(text: Text): readonly Line[] {
  const until = text.articles[0]?.cleanStart ?? text.flat.length
  const head: Line[] = []
  for (const line of text.lines.slice(0, lead)) {
    if (line.start >= until || (head.length > 0 && ends.test(words(text, line)) && line.level !== 1)) break
    if (line.end - line.start > 600) break
    head.push(line)
  }
  return head
}

const words = (text: Text, line: Line): string => text.flat.slice(line.start, line.end).replace(/^- /, '')
const isShort = (text: Text, line: Line): boolean => line.end - line.start < 320 && !(/[.;]$/.test(words(text, line)) && line.end - line.start > 120)

/** Same look (heading level, bold, capitals) or words that lean on the line before. */
function goesOn(text: Text, last: Line, line: Line, first: Line): boolean {
  if (!isShort(text, line) || line.item || line.row || /^(?:fait|le \d|date|version|mairie|annexe|page)\b/.test(words(text, line))) return false
  if (first.level === 1) return line.level === 1 || (line.level === 2 && follows.test(words(text, line)))
  const printed = text.source.clean.slice(line.start, line.end)
  const capitals = printed === printed.toUpperCase()
  const own = text.source.clean.slice(last.start, last.end)
  return (line.strong && first.strong) || (line.level > 0 && line.level === first.level) || (capitals && own === own.toUpperCase())
    || follows.test(words(text, line))
}
