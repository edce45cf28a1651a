// The quotations an order governs: which are words of the amended text, which are its new text, which only recall a heading.
import type { Rank, TargetLevel } from './instruction.ts'
import { rankOf, numberPattern, ordinalPattern } from './designation-ranks.ts'
import type { Words } from './instruction-verbs.ts'
import type { Quotation } from './instruction-quotes.ts'
import { words } from './patterns.ts'

/** `noun`: what the text says it is (`mots`, `montant`, `intitulé`), empty when it says nothing. `at`: offset of its token. */
export type Quoted = { readonly text: string; readonly noun: string; readonly at: number; readonly end: number }

/** Source of a regular expression for what quoted words are called. */
export const wordNouns = words`
  (?:mots?|termes?|expressions?|references?|dates?|nombres?|chiffres?|montants?|sommes?|taux|pourcentages?|annees?|mentions?|membres? de phrase
  |groupes? de mots|signes?|lettres?|durees?|noms?|denominations?|appellations?|sigles?|numeros?|occurrences?|valeurs?|formules?|delais?|adjectifs?
  |adverbes?|verbes?|locutions?|libelles?)`
const named = new RegExp(words`
  (?<![a-z])(${wordNouns}|intitules?|titres?|phrases?|alineas?|paragraphes?|articles?|annexes?|dispositions?|textes?)
  (?: (?:suivante?s?|ci-apres|figurant|indiquee?s?))? ?:? ?$`)
const label = new RegExp(words`
  (?:(?:articles?|annexes?) (?:n ?° ?)?${numberPattern}|(?:articles?|annexes?|au|le|du|point) \d{1,2}(?:\.\d{1,2})*|annexe [a-z\d])
  (?: de la (?:presente )?convention(?: [a-z]{4,12})?)?[ ]?(?:[(–-]|,? (?:intitulee? ?:?|relati(?:f|ve) (?:a la|au|a)|dite?|portant))? ?$`)

/** The quotations of these words, in order; `and` lists share the noun of the first. */
export function quotedIn({ flat }: Words, quotations: readonly Quotation[]): readonly Quoted[] {
  let noun = ''
  let last = 0
  return Array.from(flat.matchAll(/«(\d+)»/g), (match) => {
    const before = flat.slice(last, match.index)
    const own = named.exec(before)?.[1]
    noun = own ?? (last > 0 && /^ ?(?:,|et|ou|, et|ainsi que) ?$/.test(before) ? noun : '')
    last = match.index + match[0].length
    return { text: quotations[Number(match[1])]?.text ?? '', noun, at: match.index, end: last }
  })
}

/** True for `l'article 5 « Durée »`: the heading recalled, not words of the text. */
export const isLabel = ({ flat }: Words, { at, noun }: Quoted): boolean =>
  (noun === '' || noun === 'intitule') && label.test(flat.slice(Math.max(0, at - 60), at))

export const levelOfNoun = (noun: string): TargetLevel =>
  /^(?:montant|somme)/.test(noun) ? 'amount' : /^(?:nombre|chiffre|taux|pourcentage|numero)/.test(noun) ? 'number'
    : /^(?:intitule|titre)/.test(noun) ? 'heading' : 'words'

const everywhere = new RegExp(words`
  (?:chaque|toutes? les?|toutes|les (?:deux|trois|quatre|\d+|differentes)) (?:fois|occurrences?)|a chaque|partout|toutes ses occurrences
  |(?:dans|sur)
  [ ](?:l'ensemble|toute la|tout le|la totalite)|la ou (?:il|elle)s? figure|autant de fois`)
const whichOne = new RegExp(`(?<![a-z])(${ordinalPattern}) (?:occurrence|fois|mention)`)

/** Which of several same words: all of them, one of them, or nothing said. */
export function occurrenceIn(flat: string): { readonly occurrence?: Rank | 'all' } {
  if (everywhere.test(flat)) return { occurrence: 'all' }
  const one = whichOne.exec(flat)
  const rank = one === null ? undefined : rankOf(one[1] ?? '')
  return rank === undefined ? {} : { occurrence: rank }
}
