// Where an order applies: the places its words designate, completed by those that the sentence, the list or the heading above already named.
import type { Confidence } from './span.ts'
import { type Designation, designationIn, nested } from './designation.ts'
import type { Target, TargetLevel } from './instruction.ts'
import type { Words } from './instruction-verbs.ts'

/**
 * What was designated so far, from the surest: `lead`: by the sentence that announces the list; `sentence`: earlier in the same sentence;
 * `heading`: by the heading of the article of the amendment; `last`: by the sentence before;
 * `earlier`: by the article of the amendment before, for those that lean on it.
 */
export type Known = {
  readonly lead?: Target; readonly sentence?: Target; readonly heading?: Target; readonly last?: Target; readonly earlier?: Target
}
/** `whole`: the convention as a whole was named. `edge`: the start or the end of the place. */
export type Places = {
  readonly targets: readonly Target[]; readonly confidence: Confidence; readonly whole: boolean; readonly foreign: boolean
  readonly edge?: 'start' | 'end'
  /** A place is named within an article nobody names. */
  readonly lost?: true
}

/** No target when nothing tells where; a target without article when the whole convention is meant. */
export function placesOf({ flat, printed }: Words, known: Known): Places {
  const said = designationIn(flat, printed)
  const base = { whole: said.whole, foreign: said.foreign, ...(said.edge === undefined ? {} : { edge: said.edge }) }
  if (said.same !== undefined) return { ...base, ...again(said, known) }
  const pronoun = said.targets.length === 0 && /(?:^|[, ])(?:il|elle|ils|elles|celui-ci|celle-ci)(?: |,|$)/.test(flat)
  if (pronoun && !/(?:^|[, ])il est(?: |$)/.test(flat)) return { ...base, ...under([{}], known, true) }
  const targets = said.targets.map((target) =>
    target.heading === true && target.article === undefined && said.whole ? { article: 'intitulé' } : target)
  if (targets.length > 0 && targets.every(({ article }) => article !== undefined)) return { ...base, targets, confidence: 1 }
  if (targets.length === 0 && said.whole) return { ...base, targets: [], confidence: 1 }
  return { ...base, ...under(targets.length === 0 ? [{}] : targets, known, false) }
}

/** `audit article`, `au même alinéa`: the last one named, cut at that level. */
function again(said: Designation, known: Known): Under {
  const last = known.sentence ?? known.last ?? known.lead ?? known.earlier
  if (last?.article === undefined) return { targets: [], confidence: 0, lost: true }
  const { article, item, paragraph, sentence } = last
  const kept: Target = {
    article, ...(said.same === 'article' || item === undefined ? {} : { item }),
    ...(said.same === 'article' || said.same === 'item' || paragraph === undefined ? {} : { paragraph }),
    ...(said.same !== 'sentence' || sentence === undefined ? {} : { sentence }),
  }
  return { targets: said.targets.length === 0 ? [kept] : said.targets.map((target) => nested(kept, target)), confidence: 0.92 }
}

type Under = Pick<Places, 'targets' | 'confidence' | 'lost'>
function under(targets: readonly Target[], { lead, sentence, heading, last }: Known, pronoun: boolean): Under {
  const inner = (target: Target): boolean => target.paragraph !== undefined || target.item !== undefined
  const from = (base: Target, whole: boolean): readonly Target[] =>
    targets.map((target) => nested(whole || !inner(target) ? base : articleOnly(base), target))
  const named = sentence ?? lead ?? last
  if (pronoun && named?.article !== undefined) return { targets: from(named, true), confidence: named === last ? 0.65 : 0.9 }
  if (sentence?.article !== undefined) return { targets: from(sentence, false), confidence: 0.88 }
  if (lead !== undefined) return { targets: from(lead, true), confidence: lead.article === undefined ? 0.65 : 0.93 }
  if (heading?.article !== undefined) return { targets: from(heading, false), confidence: 0.68 }
  if (last?.article !== undefined) return { targets: from(articleOnly(last), false), confidence: 0.6 }
  const roman = targets.every(({ item }) => typeof item === 'string' && /^[IVX]+(?:>|$)/.test(item))
  if (roman) return { targets: targets.map(fromRoman), confidence: 0.6 }
  return { targets: [], confidence: 0.6, ...(targets.some((target) => Object.keys(target).length > 0) ? { lost: true } : {}) }
}

const articleOnly = ({ article }: Target): Target => (article === undefined ? {} : { article })

/** `Au II` of a convention whose articles bear roman numbers. */
function fromRoman({ item, ...rest }: Target): Target {
  const [roman = '', ...path] = String(item).split('>')
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
  const number = [...roman].reduce((sum, letter, index) => {
    const [value, next] = [values[letter] ?? 0, values[roman.charAt(index + 1)] ?? 0]
    return sum + (value < next ? -value : value)
  }, 0)
  return { article: String(number), ...rest, ...(path.length === 0 ? {} : { item: path.join('>') }) }
}

/** The narrowest thing a target names. */
export function levelOf(target: Target): TargetLevel {
  if (target.words !== undefined) return 'words'
  if (target.sentence !== undefined) return 'sentence'
  if (target.paragraph !== undefined) return 'paragraph'
  if (target.item !== undefined) return 'item'
  if (target.heading !== undefined || target.article === 'intitulé') return 'heading'
  return target.article?.startsWith('annexe') === true ? 'annex' : 'article'
}

/** From the last to the first, so that a place taken out does not move those still to come. */
export const backwards = (targets: readonly Target[]): readonly Target[] =>
  [...targets].sort((one, other) => one.article === other.article ? order(other) - order(one) : 0)

const order = ({ paragraph, sentence, item }: Target): number => {
  const rank = sentence ?? paragraph ?? (typeof item === 'number' ? item : Number.parseInt(String(item ?? 0), 10) || 0)
  return rank < 0 ? -1000 - rank : rank
}
