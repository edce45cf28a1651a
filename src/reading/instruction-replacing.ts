// Orders that replace, rewrite, delete or renumber: what stands in the amended text, and what takes its place.
import { designationIn } from './designation.ts'
import type { Change, Target, TargetLevel } from './instruction.ts'
import { backwards, type Known, levelOf, type Places, placesOf } from './instruction-places.ts'
import { isLabel, levelOfNoun, occurrenceIn, type Quoted, quotedIn, wordNouns } from './instruction-quoted.ts'
import type { Quotation } from './instruction-quotes.ts'
import { type Answer, found, isPartOfText, refusal } from './instruction-answer.ts'
import { newText } from './instruction-text.ts'
import type { Order, Words } from './instruction-verbs.ts'
import { pattern, words } from './patterns.ts'

const join = (one: Words, other: Words): Words => ({ flat: `${one.flat} ${other.flat}`, printed: `${one.printed} ${other.printed}` })
const slice = ({ flat, printed }: Words, from: number, to?: number): Words => ({ flat: flat.slice(from, to), printed: printed.slice(from, to) })

const openEnded = pattern()`
  (?<!a )(?:la fin|le reste|la suite|le debut) (?:de la (?:[a-z]+ )?phrase|de l'alinea|du (?:[a-z]+ )?alinea|de l'article)
  |(?:commencant|debutant|finissant|se terminant|qui (?:commence|debute|se termine)) par`
const unbounded = 'où ce passage commence et finit n’est pas dit'
/** `La liste de l'article 5`: a part of the article that nothing bounds. */
const isWithin = /^ *(?:(?:a|dans) l'article [^,]{1,30}, )?(?:la |le |l'|les )(?:listes?|tableaux?|enumeration|calendrier|plan de financement|maquette|carte|schema|formule|definition)(?![a-z])/
/** `Les mots sont remplacés par…`: which words is not said. */
const unquotedNoun = new RegExp(`(?:les? |la |l')${wordNouns} *$`)

/** `Les mots « b » se substituent aux mots « a »`, turned the usual way round. */
function swapped({ before, after }: Order): Pick<Order, 'before' | 'after'> {
  const at = Math.max(0, before.flat.search(/(?:les? [a-z]{2,12} ?:? ?)?«/))
  const [place, by] = [slice(before, 0, at), slice(before, at)]
  const lead = { flat: ' par ', printed: ' par ' }
  return { before: join(place, slice(after, /^ ?aux? /.exec(after.flat)?.[0].length ?? 0)), after: join(lead, by) }
}

export function readReplacement(order: Order, quotations: readonly Quotation[], known: Known): readonly Answer[] {
  if (/^(?:remplacent|se substitue)/.test(order.said) || (/substitu/.test(order.said) && /^ ?(?:au|aux|a l'|a la) /.test(order.after.flat))) {
    return readReplacement({ ...order, verb: 'replace', said: 'est remplacé', ...swapped(order) }, quotations, known)
  }
  const by = order.verb === 'replace' ? /(?:^| )par /.exec(order.after.flat) : null
  const bound = by?.index ?? (order.verb === 'replace' ? order.after.flat.search(/ ?(?:comme suit|ainsi|de la maniere|(?:les? [a-z]{2,12} ?:? ?)?«)/) : 0)
  const at = bound < 0 ? order.after.flat.length : bound
  const where = join(order.before, slice(order.after, 0, at))
  const news = slice(order.after, at)
  const said = placesOf(where, known)
  const last = news.flat.lastIndexOf('»') + 1
  const tail = slice(news, last)
  const places = said.confidence === 1 || !/\d|alinea|phrase|annexe/.test(tail.flat) ? said : placesOf(join(where, tail), known)
  const old = quotedIn(where, quotations).filter((quoted) => !isLabel(where, quoted))
  const next = quotedIn(news, quotations)
  if ([...old, ...next].some(({ text }) => text === '')) return [refusal('noQuotedText')]
  if (old.length === 0 && unquotedNoun.test(order.before.flat)) return [refusal('noQuotedText')]
  if (places.foreign) return [refusal('foreign')]
  if (openEnded.test(where.flat) && next.length > 0) {
    return [refusal('unknownForm', 'les mots à remplacer ne sont pas cités en entier')]
  }
  if (old.length > 0) return wordsReplaced(old, next, news, places, occurrenceIn(`${order.before.flat} ${order.said} ${order.after.flat}`))
  if (next.length === 0) return unquoted(order, where, news, places)
  return placeReplaced({ order, where, news, next, places })
}

/** Pairs of words: one each, or all by the same. */
function wordsReplaced(
  old: readonly Quoted[], next: readonly Quoted[], news: Words, places: Places, occurrence: ReturnType<typeof occurrenceIn>,
): readonly Answer[] {
  const pairs = pairsOf(old, next, news)
  if (places.lost === true) return [refusal('noTarget')]
  if (next.length === 0) return [refusal('noQuotedText')]
  if (pairs === undefined) return [refusal('unknownForm', 'les citations à remplacer et les nouvelles ne vont pas deux à deux')]
  return pairs.flatMap(([one, by]) => inPlaces(places).map((place) =>
    found({ verb: 'replace', target: wordsIn(place.target, one, occurrence), level: levelOfNoun(one.noun), by: by.text }, place.confidence)))
}

/** A heading is replaced whole, whatever is quoted of it. */
const wordsIn = (place: Target, { noun, text }: Quoted, occurrence: ReturnType<typeof occurrenceIn>): Target =>
  levelOfNoun(noun) === 'heading' ? { ...place, heading: true } : { ...place, words: text, ...occurrence }

type Pair = readonly [Quoted, Quoted]
function pairsOf(old: readonly Quoted[], next: readonly Quoted[], news: Words): readonly Pair[] | undefined {
  const last = old.at(-1)
  const [first] = next
  if (first === undefined || last === undefined) return []
  // « a » par « b » et « c » par « d »
  if (next.length > 1 && next.length % 2 === 1 && old.length === 1 && /»,? (?:et )?[^«]{0,40}«\d+» par /.test(news.flat)) {
    const rest = next.slice(1)
    return [[last, first], ...rest.flatMap((one, rank): Pair[] => {
      const by = rest[rank + 1]
      return rank % 2 === 0 && by !== undefined ? [[{ ...one, noun: one.noun || last.noun }, by]] : []
    })]
  }
  if (next.length === old.length) return old.flatMap((one, rank): Pair[] => (next[rank] === undefined ? [] : [[one, next[rank]]]))
  return next.length === 1 ? old.map((one) => [one, first]) : undefined
}

/** Words are looked for in the whole convention when nothing says where; the less surely when it is not said either. */
const inPlaces = ({ targets, confidence, whole }: Places): readonly { readonly target: Target; readonly confidence: number }[] =>
  targets.length > 0 ? targets.map((target) => ({ target, confidence: confidence * 0.97 })) : [{ target: {}, confidence: whole ? 0.92 : 0.65 }]

type Rewriting = {
  readonly order: Order; readonly where: Words; readonly news: Words; readonly next: readonly Quoted[]; readonly places: Places
}

/** An article, an alinéa, a sentence replaced by the text quoted; of several places, the first takes the text and the others go. */
function placeReplaced({ order, where, news, next, places }: Rewriting): readonly Answer[] {
  const whole = places.whole && places.targets.length === 0
  const titled = next.length === 2 && /(?:intitulee?|titree?|denommee?) ?:? ?«\d+»/.test(news.flat)
  const [first] = whole && /intitul|renomm|denomm|titre/.test(order.said) ? [{ article: 'intitulé' }] : places.targets
  if (first !== undefined && isWithin.test(where.flat) && levelOf(first) === 'article') return [refusal('unknownForm', unbounded)]
  if (first === undefined) return isPartOfText(where.flat) ? [refusal('noTarget')] : []
  const text = (titled ? next.slice(1) : next).map((one) => one.text).join('\n')
  const confidence = 0.95 * places.confidence * (next.length > (titled ? 2 : 1) ? 0.8 : 1)
  const heading = titled ? next[0]?.text : undefined
  const renames = /intitulee?|renommee?|denommee?/.test(order.said)
    || (!titled && next.length === 1 && /^ ?(?:par )?(?:l'intitule|le titre)/.test(news.flat))
  const only = renames && levelOf(first) === 'article' ? { ...first, heading: true as const } : first
  if (places.targets.length <= 1) return [found(replaced(only, text, heading), confidence)]
  const blocks = text.split(/\n+/)
  if (levelOf(first) === 'paragraph' && blocks.length === places.targets.length) {
    return places.targets.map((target, rank) => found(replaced(target, blocks[rank] ?? ''), confidence * 0.95))
  }
  const rest = backwards(places.targets.filter((target) => target !== first))
  const deletions = rest.map((target) => found({ verb: 'delete', target, level: levelOf(target) }, confidence * 0.9))
  return [...deletions, found(replaced(first, text, heading), confidence * 0.9)]
}

function replaced(target: Target, text: string, heading?: string): Change {
  const level = levelOf(target)
  if (level === 'heading') return { verb: 'replace', target, level, by: withoutNumber(text, target.article) }
  if (level !== 'article' && level !== 'annex') return { verb: 'replace', target, level, by: text }
  const { body, heading: own } = newText(text, target.article)
  const title = heading ?? own
  return { verb: 'replace', target, level, by: body, ...(title === undefined ? {} : { heading: title }) }
}

const withoutNumber = (heading: string, article: string | undefined): string => {
  const { number, heading: own, body } = newText(heading, article)
  return number === undefined ? heading : (own ?? body)
}

const value = words`
  ((?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|un an|une)[^,;:«»]{0,40}?)`
/** `figurant à l'article 9`, between a value and its verb. */
const whereTold = "(?:,? (?:figurant|mentionne|prevu|fixe|indique|inscrit|a l'article|au )[^«»]{0,80})?"
const oldValue = new RegExp(words`
  (?<![a-z])(${wordNouns}) (?:de |du |d'|au )?${value}${whereTold},? ?$`)
const newValue = new RegExp(words`
  ^ ?(?:par )?(?:(?:le |la |l'|un |une )?(?:${wordNouns} )?(?:de |du |d')|celui de |celle de |celui du |celle du )?${value}[ .;]*$`)

/** `La date du 31 décembre 2026 est remplacée par celle du 31 décembre 2028`: no quotation, yet plain words on both sides. */
function unquoted(order: Order, where: Words, news: Words, places: Places): readonly Answer[] {
  const old = oldValue.exec(order.before.flat)
  const by = newValue.exec(news.flat)
  if (old?.[2] !== undefined && by?.[1] !== undefined && order.verb === 'replace') {
    const at = old.index + old[0].indexOf(old[2], old[1]?.length)
    const printed = order.before.printed.slice(at, at + old[2].length).trim()
    const start = by.index + by[0].lastIndexOf(by[1])
    return inPlaces(places).map((place) => found({
      verb: 'replace', target: { ...place.target, words: printed }, level: valueLevel(old[1] ?? '', printed),
      by: news.printed.slice(start, start + (by[1] ?? '').length).trim(),
    }, place.confidence * 0.85))
  }
  return isPartOfText(where.flat) ? [refusal('noQuotedText')] : []
}

const valueLevel = (noun: string, printed: string): TargetLevel => (/€|euros/.test(printed) ? 'amount' : levelOfNoun(noun))

export function readDeletion(order: Order, quotations: readonly Quotation[], known: Known): readonly Answer[] {
  const where = join(order.before, order.after)
  const places = placesOf(where, known)
  if (places.foreign) return [refusal('foreign')]
  const old = quotedIn(where, quotations).filter((quoted) => !isLabel(where, quoted))
  if (openEnded.test(where.flat)) return [refusal('unknownForm', 'les mots à supprimer ne sont pas cités en entier')]
  if (old.some(({ text }) => text === '') || (old.length === 0 && unquotedNoun.test(order.before.flat))) return [refusal('noQuotedText')]
  if (old.length > 0 && places.lost === true) return [refusal('noTarget')]
  if (old.length > 0) {
    return old.flatMap((one) => inPlaces(places).map((place) => found({
      verb: 'delete', target: { ...place.target, words: one.text, ...occurrenceIn(`${where.flat} ${order.said}`) }, level: levelOfNoun(one.noun),
    }, place.confidence)))
  }
  if (places.targets.length === 0) return isPartOfText(where.flat) ? [refusal('noTarget')] : []
  if (isWithin.test(where.flat) && places.targets.every((target) => levelOf(target) === 'article')) {
    return [refusal('unknownForm', unbounded)]
  }
  return backwards(places.targets).map((target) => found({ verb: 'delete', target, level: levelOf(target) }, places.confidence * 0.96))
}

const designationOf = ({ flat, printed }: Words) => designationIn(flat, printed)

/** `Les articles 7 et 8 deviennent les articles 8 et 9`: those that go up are given from the last. */
export function readRenumbering(order: Order, known: Known): readonly Answer[] {
  const places = placesOf(order.before, known)
  const after = designationOf(/^ ?(?:en )?\d/.test(order.after.flat) ? { flat: `les articles ${order.after.flat.replace(/^ ?(?:en )?/, '')}`,
    printed: `les articles ${order.after.printed.replace(/^ ?(?:en )?/, '')}` } : order.after)
  const to = after.targets.map((target) => (target.item === undefined ? target.article : String(target.item)))
  if (places.targets.length === 0 || to.length === 0) return []
  if (places.foreign) return [refusal('foreign')]
  if (places.targets.length !== to.length) return [refusal('unknownForm', 'les anciens numéros et les nouveaux ne vont pas deux à deux')]
  const pairs = places.targets.flatMap((target, rank) => (to[rank] === undefined ? [] : [{ target, to: to[rank] }]))
  const rank = (number: string | undefined): number => Number.parseFloat(number?.replace(/^annexe /, '') ?? '')
  const up = rank(pairs[0]?.to) > rank(pairs[0]?.target.article)
  return (up ? pairs.reverse() : pairs).map((pair) => found({ verb: 'renumber', ...pair }, places.confidence * 0.96))
}

const fromTo = new RegExp(`^ ?(?:de ${value} )?a (?:un(?:e)? (?:montant|taux|nombre) de )?${value}[ .;]*$`)
const statedValue = new RegExp(`(?:de |du |d')${value}${whereTold},? ?$`)

/** `Le montant de 20 000 € est porté à 25 000 €`: the old value must be told too, so that it can be found. */
export function readRaise(order: Order, quotations: readonly Quotation[], known: Known): readonly Answer[] {
  const { said, before, after } = order
  if (/^ ?a [^«]{0,20}«\d+»/.test(after.flat) && /«\d+»/.test(before.flat)) {
    const by = (words: string): string => words.replace(/ a /, ' par ')
    const news = { flat: by(after.flat), printed: by(after.printed.replace(/ à /, ' a ')) }
    return readReplacement({ ...order, verb: 'replace', after: news }, quotations, known)
  }
  const match = fromTo.exec(after.flat)
  if (/fix/.test(said)) return []
  if (match?.[2] === undefined) return placesOf(before, known).targets.length > 0 ? [refusal('unknownForm')] : []
  const by = after.printed.slice(after.flat.lastIndexOf(match[2])).slice(0, match[2].length).trim()
  const stated = statedValue.exec(before.flat)
  const old = match[1] !== undefined ? after.printed.slice(after.flat.indexOf(match[1])).slice(0, match[1].length)
    : stated?.[1] === undefined ? undefined : before.printed.slice(before.flat.lastIndexOf(stated[1])).slice(0, stated[1].length)
  const places = placesOf(before, known)
  if (old === undefined) return [refusal('unknownForm', 'la valeur qui change n’est pas citée')]
  const level = /€|euro/.test(old) ? 'amount' : 'number'
  return inPlaces(places).map((place) =>
    found({ verb: 'replace', target: { ...place.target, words: old.trim() }, level, by }, place.confidence * 0.72))
}
