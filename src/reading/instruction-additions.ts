// Orders that add: where (after, before, at the end), what (an article, an alinéa, a sentence, words…), and the text quoted.
import type { Change, Target, TargetLevel } from './instruction.ts'
import { type Known, levelOf, type Places, placesOf } from './instruction-places.ts'
import { isLabel, levelOfNoun, occurrenceIn, type Quoted, quotedIn, wordNouns } from './instruction-quoted.ts'
import type { Quotation } from './instruction-quotes.ts'
import { citedNumber, numberPattern } from './designation-ranks.ts'
import { type Answer, found, isPartOfText, refusal } from './instruction-answer.ts'
import { newText, newTexts } from './instruction-text.ts'
import type { Order, Words } from './instruction-verbs.ts'
import { words } from './patterns.ts'

/** What is added: its kind, its number for an article or an annex. `sure`: the text names it. */
type Thing = { readonly level: TargetLevel; readonly number?: string; readonly sure: boolean }

const count = '(?:un|une|deux|trois|quatre|cinq|six|sept|huit|des|d\'un|d\'une|\\d{1,2})'
const fresh = "(?: (?:nouve(?:au|aux|l|lle|lles)|dernier|derniere|ultime|autre))?"
const nouns: readonly (readonly [string, TargetLevel])[] = [
  ['alineas?|paragraphes?|dispositions?|stipulations?|textes?', 'paragraph'], ['phrases?', 'sentence'], [wordNouns, 'words'],
  ['tirets?|points?|puces?|items?|lignes?|rubriques?|secteurs?', 'item'],
]
const numbered = new RegExp(words`
  (?<![a-z])${count}${fresh} (?:(?:articles?|sous-articles?) (?<article>${numberPattern})
  |(?<annex>annexes?)(?: (?:n ?° ?)?(?<annexed>\d{1,2}|[ivx]{1,4}|[a-z])(?![a-z]))?
  |(?:points?|paragraphes?|sections?)? ?(?<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?!\d| ?%| ?€)|(?<mark>\d{1,2} ?°(?: ?(?:bis|ter|quater))?|[a-h]\)
  |[a-h](?= ainsi| :)|[ivx]{1,5}(?: bis| ter)?(?= ainsi| :))|(?<bare>articles?|sous-articles?)(?![a-z]))`)
const thingShapes = nouns.map(([noun, level]) => [level, new RegExp(words`
  (?<![a-z])(?:${count}${fresh} (?:${noun})(?![a-z])|(?:le |la |les |l')(?:${noun})(?:,? (?:suivante?s?|ci-apres))? ?:? ?(?=«)
  |(?:le |la |les |l')(?:${noun})
  [ ](?:suivante?s?|ci-apres))`)] as const)

const markPlace =
  /(?<![a-z-])(?:immediatement )?(apres|avant|entre|a la suite (?:de|du|des)) (?!sa signature|la signature|avis|accord|avoir|les parties|en vigueur)/
const quotedPlace = new RegExp(`^(?:(?:les? |la |l')?${wordNouns} ?(?:suivante?s? )?:? ?«\\d+»|«\\d+»)`)
const objectStart = new RegExp(words`
  ,? (?=(?:il est|est|sont|il) *$)|,? (?=(?:${count}${fresh} (?:articles?|sous-articles?|annexes?|alineas?|paragraphes?|phrases?|tirets?
  |points?|puces?|lignes?|mots?|dispositions?|\d|[a-h]\)|[ivx]{1,4} ))|(?:les?|la|l')? ?(?:mots?|mention|expression|termes?
  |membre de phrase|phrase|alinea|dispositions?)
  [ ]?(?:suivante?s? ?)?:? ?«\d+»)|, ainsi redig| ainsi redig|,? sont (?:inser|ajout)|$`)

/** The phrase `après …`, and the words around it; `between`: two neighbours are named. */
type Anchor = { readonly side: 'before' | 'after'; readonly between: boolean; readonly place: Words; readonly rest: Words }

export function readAddition(asked: Order, quotations: readonly Quotation[], known: Known): readonly Answer[] {
  const followed = { flat: `apres ${asked.before.flat}`, printed: `après ${asked.before.printed}` }
  const order = /suivi/.test(asked.said) ? { ...asked, before: followed } : asked
  const anchor = anchorIn(order.before) ?? anchorIn(order.after)
  const side = anchor === undefined ? undefined : anchor.side
  const inBefore = anchor !== undefined && anchorIn(order.before) !== undefined
  const before = inBefore ? anchor.rest : order.before
  const after = anchor !== undefined && !inBefore ? anchor.rest : order.after
  const quotes = [before, after].flatMap((part) => quotedIn(part, quotations).filter((quoted) => isTitle(part, quoted) || !isLabel(part, quoted)))
  const thing = thingIn(after.flat, after.printed) ?? thingIn(before.flat, before.printed)
  const scope = placesOf(scopeOf(before, after, order), known)
  const titled = quotes.length >= 2 && /(?:intitulee?s?|denommee?s?|titree?) ?:? ?«\d+»/.test(`${before.flat} ${after.flat}`)
  const text = quotes.slice(titled ? 1 : 0).map((quoted) => quoted.text).join('\n')
  const heading = titled ? quotes[0]?.text : undefined
  if (scope.foreign) return [refusal('foreign')]
  if (quotes.length === 0) {
    const named = thing?.sure === true && thing.level !== 'item' && thing.level !== 'words'
    return named || isPartOfText(`${before.flat} ${anchor?.place.flat ?? ''}`) ? [refusal('noQuotedText')] : []
  }
  if (side !== undefined && anchor !== undefined) return inserted({ anchor, side, thing, text, heading, known, quotations, scope })
  return added({ order, thing, text, heading, scope, before, quotes })
}

/** `un article 9 intitulé « Données »`: the heading of what is added. */
const isTitle = ({ flat }: Words, { at }: Quoted): boolean =>
  /(?:^|[ ,])une? (?:nouvel(?:le)? )?(?:article|annexe|sous-article)[^«]*$/.test(flat.slice(0, at))

/** Where, without the phrase `après …` and without what is added. */
function scopeOf(before: Words, after: Words, order: Order): Words {
  const cut = order.plain || /(?<![a-z])il $|^$/.test(before.flat) || order.verb === 'insert' ? placePhrase(after) : { flat: '', printed: '' }
  const own = order.verb === 'insert' ? withoutThing(impersonal(before)) : before
  return { flat: `${own.flat} ${cut.flat}`, printed: `${own.printed} ${cut.printed}` }
}

/** `Il est inséré`: nothing named before. */
const impersonal = ({ flat, printed }: Words): Words => {
  const blank = (words: string): string => words.replace(/(?<=^|[ ,])il(?= *$)/i, '  ')
  return { flat: blank(flat), printed: blank(printed) }
}

/** `à l'article 5` among the words that follow the verb. */
function placePhrase({ flat, printed }: Words): Words {
  const match = /(?:^|[ ,])(?:a la fin |a l'article|a l'annexe|aux? |a la |dans |in fine|en fin )[^:«]*/.exec(flat)
  if (match === null) return { flat: '', printed: '' }
  const stop = /,| (?:un|une|deux|trois|quatre|les mots|le mot|la mention) | ainsi redig/.exec(match[0].slice(1))
  const end = match.index + (stop === null ? match[0].length : stop.index + 1)
  return { flat: flat.slice(match.index, end), printed: printed.slice(match.index, end) }
}

function withoutThing({ flat, printed }: Words): Words {
  const match = numbered.exec(flat) ?? thingShapes.map(([, shape]) => shape.exec(flat)).find((one) => one !== null)
  if (match === null || match === undefined) return { flat, printed }
  const gap = ' '.repeat(match[0].length)
  return { flat: flat.replace(match[0], gap), printed: printed.slice(0, match.index) + gap + printed.slice(match.index + gap.length) }
}

function anchorIn({ flat, printed }: Words): Anchor | undefined {
  const mark = markPlace.exec(flat)
  if (mark === null) return undefined
  const from = mark.index + mark[0].length
  const after = flat.slice(from)
  const own = quotedPlace.exec(after)?.[0].length ?? 0
  const stop = objectStart.exec(after.slice(own))
  const comma = /[,:]/.exec(after.slice(own))
  const ends = [stop?.index, comma !== null && !/^[,:] (?:au|a l|a la|du|de l|dans)/.test(after.slice(own + comma.index)) ? comma.index : undefined]
    .filter((end) => end !== undefined)
  const to = from + own + Math.min(after.length - own, ...ends)
  return {
    side: mark[1] === 'avant' ? 'before' : 'after', between: mark[1] === 'entre',
    place: { flat: flat.slice(from, to), printed: printed.slice(from, to) },
    rest: { flat: `${flat.slice(0, mark.index)} ${flat.slice(to)}`, printed: `${printed.slice(0, mark.index)} ${printed.slice(to)}` },
  }
}

/** What the words say is added. */
function thingIn(flat: string, printed: string): Thing | undefined {
  const one = numbered.exec(flat)
  const other = thingShapes.map(([level, shape]) => ({ level, at: shape.exec(flat)?.index ?? Infinity })).sort((a, b) => a.at - b.at)[0]
  if (one !== null && one.index <= (other?.at ?? Infinity)) {
    const { article, annex, annexed, decimal, mark, bare } = one.groups ?? {}
    if (article !== undefined) return { level: 'article', number: citedNumber(article), sure: true }
    if (decimal !== undefined) return { level: 'article', number: decimal, sure: true }
    if (annex !== undefined) return { level: 'annex', number: annexNumber(annexed, printed, one), sure: true }
    if (bare !== undefined) return { level: 'article', sure: true }
    if (mark !== undefined) return { level: 'item', sure: true }
  }
  return other === undefined || other.at === Infinity ? undefined : { level: other.level, sure: true }
}

function annexNumber(cited: string | undefined, printed: string, match: RegExpExecArray): string {
  if (cited === undefined) return 'annexe'
  const capital = /[A-Z\d]/.test(printed.charAt(match.index + match[0].length - cited.length))
  return !capital ? 'annexe' : `annexe ${/^[ivx]+$/.test(cited) ? citedNumber(cited) : cited.toUpperCase()}`
}

type Insertion = {
  readonly anchor: Anchor; readonly side: 'before' | 'after'; readonly thing: Thing | undefined; readonly text: string
  readonly heading: string | undefined; readonly known: Known; readonly quotations: readonly Quotation[]; readonly scope: Places
}

function inserted({ anchor, side, thing, text, heading, known, quotations, scope }: Insertion): readonly Answer[] {
  const quoted = quotedIn(anchor.place, quotations).filter((one) => !isLabel(anchor.place, one)).at(anchor.between ? 0 : -1)
  const base = scope.targets.length === 1 ? scope.targets[0] : undefined
  const alone = placesOf(anchor.place, known)
  const place = base === undefined || alone.confidence === 1 ? alone : placesOf(anchor.place, { lead: base })
  if (place.foreign) return [refusal('foreign')]
  const ends = anchor.between ? place.targets.slice(0, 1) : place.targets
  const targets = ends.length > 0 ? ends : quoted === undefined ? [] : scope.targets.length > 0 ? scope.targets : [{}]
  if (targets.length === 0 || place.lost === true || (scope.lost === true && quoted !== undefined)) return [refusal('noTarget')]
  const said = place.targets.length > 0 ? place.confidence * (base === undefined || place === alone ? 1 : scope.confidence / 0.93)
    : scope.targets.length > 0 ? scope.confidence : scope.whole ? 0.95 : 0.68
  const several = thing?.level === 'article' || thing?.level === 'annex' ? newTexts(text) : [text]
  if (several.length > 1 && targets.length === 1 && heading === undefined) return inTurn(side, targets[0] ?? {}, thing, several, 0.95 * said)
  return targets.map((target) => {
    const at: Target = quoted === undefined ? target : { ...target, words: quoted.text, ...occurrenceIn(anchor.place.flat) }
    return found(insertion(side, at, thing, text, heading, lineBeside(anchor.place.flat, thing)), Math.min(0.95 * said, 0.96))
  })
}

const lineNoun = new RegExp(words`
  ^ ?(?:le |la |l')(?:[a-z]+ )?(alinea|paragraphe|tiret|puce|item|ligne|point)(?![a-z])(?![^«]*${wordNouns}[^«]{0,4}«)[^«]{0,60}«`)
/** `Après l'alinéa « … »`: what comes is a line of its own, not words beside those quoted. */
function lineBeside(place: string, thing: Thing | undefined): TargetLevel {
  const noun = lineNoun.exec(place)?.[1]
  if (noun === undefined || (thing !== undefined && thing.level !== 'paragraph' && thing.level !== 'item')) return 'words'
  return noun === 'alinea' || noun === 'paragraphe' ? 'paragraph' : 'item'
}

/** Several articles of one quotation, each after the one before. */
function inTurn(side: 'before' | 'after', target: Target, thing: Thing | undefined, texts: readonly string[], sure: number): readonly Answer[] {
  let place = { side, target }
  return texts.map((text) => {
    const { number } = newText(text)
    const own: Thing = { level: thing?.level ?? 'article', sure: true, ...(number === undefined ? {} : { number }) }
    const made = insertion(place.side, place.target, own, text, undefined)
    place = number === undefined ? place : { side: 'after', target: { article: number } }
    return found(made, sure)
  })
}

function insertion(
  side: 'before' | 'after', target: Target, thing: Thing | undefined, text: string, heading: string | undefined, beside: TargetLevel = 'words',
): Change {
  const level = target.words !== undefined ? beside : thing?.level === 'article' || thing?.level === 'annex' ? thing.level : levelOf(target)
  if (level !== 'article' && level !== 'annex') return { verb: 'insert', side, target, level, text }
  return { verb: 'insert', side, target, level, ...titledText(thing, text, heading) }
}

function titledText(thing: Thing | undefined, text: string, heading: string | undefined) {
  const read = newText(text, thing?.number)
  const number = thing?.number ?? read.number
  const title = heading ?? read.heading
  return { text: read.body, ...(number === undefined ? {} : { number }), ...(title === undefined ? {} : { heading: title }) }
}

type Addition = {
  readonly order: Order; readonly thing: Thing | undefined; readonly text: string; readonly heading: string | undefined
  readonly scope: Places; readonly before: Words; readonly quotes: readonly Quoted[]
}

function added({ order, thing, text, heading, scope, before, quotes }: Addition): readonly Answer[] {
  const [target] = scope.targets
  const listed = /(?<![a-z])(?:a|dans|de) la liste (?:de|du)/.test(`${before.flat} ${order.after.flat}`)
  const kind = thing ?? (listed ? { level: 'item' as const, sure: false } : guessed(target, text))
  if (kind.level === 'article' || kind.level === 'annex') return nodeAdded(kind, text, heading, scope)
  if (target === undefined) return isPartOfText(before.flat) || thing !== undefined ? [refusal('noTarget')] : []
  const sure = (order.verb === 'complete' || scope.edge === 'end' ? 0.95 : 0.86) * (kind.sure ? 1 : 0.8)
  const noun = quotes.at(-1)?.noun ?? ''
  const level = kind.level === 'words' && levelOfNoun(noun) === 'heading' ? 'words' : kind.level
  const change = (one: Target): Change => (scope.edge === 'start' ? atStart(one, level, text) : { verb: 'complete', target: one, level, text })
  return scope.targets.map((one) => found(change(one), sure * scope.confidence))
}

/** Before the first alinéa or sentence of the place, or before its first word. */
function atStart(target: Target, level: TargetLevel, text: string): Change {
  const first = target.paragraph !== undefined || target.item !== undefined || target.sentence !== undefined ? target
    : level === 'sentence' ? { ...target, sentence: 1 } : level === 'words' ? target : { ...target, paragraph: 1 }
  return { verb: 'insert', side: 'before', target: first, level: level === 'words' ? level : levelOf(first), text }
}

/** What is added when the text does not name it: what the quotation looks like. */
function guessed(target: Target | undefined, text: string): Thing {
  if (/^(?:[-•] |\d{1,2}°|[a-h]\))/.test(text)) return { level: 'item', sure: false }
  if (target !== undefined && (target.sentence !== undefined || target.words !== undefined)) return { level: 'words', sure: false }
  if (/^\p{Lu}/u.test(text) && /[.;:!]$/.test(text)) return { level: target?.paragraph === undefined ? 'paragraph' : 'sentence', sure: false }
  return { level: 'words', sure: false }
}

/** A new article goes to the end of the convention, `3.4` to the end of article 3, `3 bis` after article 3. */
type Where = Pick<Places, 'targets' | 'confidence' | 'whole'>
function nodeAdded(kind: Thing, text: string, heading: string | undefined, { targets, confidence, whole }: Where): readonly Answer[] {
  const several = heading === undefined ? newTexts(text) : [text]
  const each: Thing = { level: kind.level, sure: kind.sure }
  if (several.length > 1) return several.flatMap((one) => nodeAdded(each, one, undefined, { targets, confidence, whole }))
  const made = titledText(kind, text, heading)
  const base = /^(.+) (?:bis|ter|quater|quinquies|sexies)$/.exec(made.number ?? '')?.[1]
  const [target] = targets
  if (base !== undefined && (target?.article === undefined || target.article === base)) {
    return [found({ verb: 'insert', side: 'after', target: { article: base }, level: kind.level, ...made }, 0.68)]
  }
  const parent = /^(\d{1,2}(?:\.\d{1,2})*)\.\d{1,2}$/.exec(made.number ?? '')?.[1]
  const inside: Target = parent !== undefined ? { article: parent } : target?.article !== undefined && confidence > 0.9 && kind.level === 'article'
    ? { article: target.article } : {}
  return [found({ verb: 'complete', target: inside, level: kind.level, ...made }, whole || parent !== undefined ? 0.95 : 0.9)]
}
