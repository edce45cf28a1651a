// How a text designates a place in another: `à la première phrase du deuxième alinéa du b) du 2° de l'article 4 de la convention`.
import type { Rank, Target } from './instruction.ts'
import { citedNumber, endRanks, numberPattern, numbersOf, ordinalPattern, ordinalsPattern, ranksOf } from './designation-ranks.ts'
import { pattern, words } from './patterns.ts'

/**
 * `targets`: the places designated, empty when none is. `same`: leans on the place named before (`audit article`, `au même alinéa`). `whole`:
 * the convention as a whole is named. `foreign`: a place of another text than the convention. `edge`: its start or its end.
 */
export type Designation = {
  readonly targets: readonly Target[]; readonly same?: 'article' | 'paragraph' | 'item' | 'sentence'; readonly whole: boolean
  readonly foreign: boolean; readonly edge?: 'start' | 'end'
}

type Field = { readonly article?: readonly string[]; readonly heading?: true; readonly paragraph?: readonly Rank[]
  readonly sentence?: readonly Rank[]; readonly item?: readonly (string | Rank)[] }
type Token = { readonly start: number; readonly end: number; readonly field: Field }
type Part = { locative: boolean; joined: boolean; fields: Field[] }

const list = (one: string): string => `${one}(?:(?:, et |, | et | ou | a )(?:l'article |le |l'|de l'article )?${one})*`
const unit = '(?:alineas?|paragraphes?|phrases?|tirets?|puces?|points?|items?|lignes?|rubriques?)'
const before = "(?<=(?:^|[ ,'(])(?:le|au|du|les|aux|des|meme|dudit|audit|ledit|points?|paragraphes?|alineas?|lettres?|items?|tirets?|rubriques?) )"
const number = String.raw`\d{1,2}(?:\.\d{1,2}){1,3}(?!\d| ?%| ?€| ?(?:hectares|ha|m2|millions)(?![a-z]))`
const annexMark = String.raw`(?:\d{1,2}(?:\.\d)?|[ivx]{1,5}|[a-z])(?![a-z'°]|\.\d)`
/** Groups by rank, not by name: named ones cost most of the time of reading an amendment. The order is that of `fieldOf`. */
const shape = new RegExp(words`
  (?<![a-z\d])(?=[a-z\d])(?:(?:articles|sous-articles) (?:n ?° ?)?(${list(numberPattern)})
  |(?:article|art\.|sous-article) (?:n ?° ?)?(${numberPattern})
  |(annexes? (?:n ?° ?)?(?=${annexMark})|annexe(?<=l'annexe)(?![a-z]))(${list(annexMark)})?
  |(preambule)(?![a-z])
  |(intitule|titre(?! [ivx\d])|(?:libelle|denomination)(?= (?:de|du) ))(?! ?:? ?«|[a-z])
  |(alineas? (?:n ?° ?)?\d{1,2}(?![\d.)°])(?:(?:, | et | a )\d{1,2}(?![\d.)°]))*)
  |(deux|trois|quatre|cinq|six|\d) (premi|derni)(?:ers|eres) ${unit}
  |(${ordinalsPattern}) ${unit}
  |(alinea|phrase) (${ordinalPattern})
  |(?=\d)(?:${before}|(?<=§ ?))(${list(number)})
  |(?=\d)${before}(${list('\\d{1,2} ?°(?: ?(?:bis|ter))?')})
  |(?=[a-h](?:\)| |,|$))${before}(${list('[a-h]\\)')}|[a-h](?:(?:, | et )[a-h])*(?= (?:du|de l|est|sont|devien)|,| *$))
  |(?=[ivx])${before}([ivx]{1,5})(?![a-z'°)])
  |(?=\d)${before}(\d{1,2}\)|\d{1,2}(?= (?:du|de l'a|de la c|est|sont|devien)|,| *$)))`, 'g')

/** After `le titre`: it is that of the whole text, whatever place comes next. */
const ofConvention = /^ (?:de la|de cette|de ladite) (?:presente )?convention(?![a-z])/

/** Everything that the words designate; quotations stand folded in them. `printed`: the same words with their capitals. */
export function designationIn(flat: string, printed: string): Designation {
  const tokens: Token[] = []
  for (const match of flat.matchAll(shape)) {
    const read = fieldOf(match, printed)
    const field = read?.heading === true && ofConvention.test(flat.slice(match.index + match[0].length)) ? { article: ['intitulé'] } : read
    if (field !== undefined) tokens.push({ start: match.index, end: match.index + match[0].length, field })
  }
  const same = sameAs(flat)
  const edge = /(?:^|[ ,])(?:a la fin|en fin|in fine)(?![a-z])/.test(flat) ? 'end'
    : /(?:^|[ ,])(?:au debut|en tete|en debut)(?![a-z])/.test(flat) ? 'start' : undefined
  return {
    targets: targetsOf(partsOf(tokens, flat)), whole: /(?<![a-z])(?:la|de la|cette|ladite|toute la) convention(?![a-z])/.test(flat),
    foreign: foreign.test(flat), ...(same === undefined ? {} : { same }), ...(edge === undefined ? {} : { edge }),
  }
}

const foreign = new RegExp(words`
  (?:articles? ${numberPattern}|annexes? ?\w{0,3}|alinea|phrase|\d°) (?:du|de l'|de la|de) ?(?:present |premier |deuxieme )?(?:avenant|loi|code
  |decret|arrete|ordonnance|deliberation|circulaire)|articles? [lrd]\. ?\d`)

function sameAs(flat: string): Designation['same'] {
  const found = /(?<![a-z])(?:meme|[ald]udit|ledit|ladite|cet|cette|ce|susdite?) (article|alinea|annexe|phrase|point|paragraphe|tiret)(?![a-z])/
    .exec(flat)?.[1]
  return found === undefined ? undefined : found === 'article' || found === 'annexe' ? 'article' : found === 'alinea' || found === 'paragraphe'
    ? 'paragraph' : found === 'phrase' ? 'sentence' : 'item'
}

function fieldOf(match: RegExpExecArray, printed: string): Field | undefined {
  const [whole, articles, article, annex, annexes, preamble, heading, alinea, count, end = '', ranks, only, which = '', ...marks] = match
  const cited = articles ?? article
  if (cited !== undefined) return { article: numbersOf(cited) }
  if (annex !== undefined) return { article: annexesOf(annexes, printed.slice(match.index, match.index + whole.length)) }
  if (preamble !== undefined) return { article: ['préambule'] }
  if (heading !== undefined) return { heading: true }
  if (alinea !== undefined) return { paragraph: figuresOf(alinea) }
  if (only !== undefined) return counted(only, ranksOf(which))
  if (count !== undefined) return counted(whole.split(' ').at(-1) ?? '', endRanks(count, end))
  if (ranks !== undefined) return counted(whole.split(' ').at(-1) ?? '', ranksOf(ranks))
  return markOf(marks, printed.charAt(match.index))
}

function markOf([decimal, degree, letter, roman, digit]: readonly (string | undefined)[], first: string): Field | undefined {
  if (decimal !== undefined) return { article: decimal.match(/\d+(?:\.\d+)+/g) ?? [] }
  if (degree !== undefined) return { item: (degree.match(/\d+ ?°(?: ?(?:bis|ter))?/g) ?? []).map((mark) => mark.replace(/ ?° ?/, '° ').trim()) }
  if (letter !== undefined) return { item: letter.match(/(?<![a-z])[a-h](?=\)|$|,| et )/g) ?? [] }
  if (roman !== undefined) return /[A-Z]/.test(first) ? { item: [roman.toUpperCase()] } : undefined
  return digit === undefined ? undefined : { item: [digit.replace(')', '')] }
}

const figuresOf = (words: string): readonly number[] => {
  const found = (words.match(/\d+/g) ?? []).map(Number)
  const [first = 0, last = 0] = found
  return / a \d+$/.test(words) && last > first ? Array.from({ length: Math.min(30, last - first + 1) }, (_, step) => first + step) : found
}

/** `annexe` alone is the only one; a letter or a roman number is printed in capitals. */
function annexesOf(list: string | undefined, printed: string): readonly string[] {
  const marks = (list === undefined ? [] : printed.slice(printed.length - list.length).match(/\d+(?:\.\d)?|[IVX]+(?![a-z])|[A-Z](?![a-z])/g)) ?? []
  return marks.length === 0 ? ['annexe'] : marks.map((mark) => `annexe ${/^[IVX]+$/.test(mark) ? citedNumber(mark.toLowerCase()) : mark}`)
}

function counted(noun: string, ranks: readonly Rank[]): Field {
  return noun.startsWith('phrase') ? { sentence: ranks } : /^(?:alinea|paragraphe)/.test(noun) ? { paragraph: ranks } : { item: ranks }
}

const locative = pattern()`
  (?:^|[ ,(])(?:a|au|aux|dans|en|sur|sous)(?: (?:la |le |les |l'|toute la )?(?:meme[ ]
  |(?:fin|debut|liste|tableau|texte) (?:du |de la |de l'|des )?)*| ?)$`
const complement = /(?:^|[ ,'])(?:du|de la|de l'|des|de|d'|dudit)(?: (?:point|paragraphe|meme|alinea|tiret|texte))? ?$/

/** Consecutive tokens tied by `de` make one part; `à l'article 5, …` holds what follows; `et` adds another. */
function partsOf(tokens: readonly Token[], flat: string): readonly Part[] {
  const parts: Part[] = []
  tokens.forEach((token, rank) => {
    const between = flat.slice(tokens[rank - 1]?.end ?? 0, token.start).replace(/«\d+»/g, '')
      .replace(/(?:point|paragraphe|alinea|tiret|lettre) $/, '')
    const last = parts.at(-1)
    const part = last ?? { locative: false, joined: false, fields: [] }
    if (last !== undefined && complement.test(between) && !/ et /.test(between)) part.fields.unshift(token.field)
    else {
      parts.push({
        locative: locative.test(between) || (rank === 0 && /^(?:a |au |aux |dans |en )/.test(flat))
          || (last?.locative === true && /^,? ?$/.test(between)),
        joined: / et | ainsi que /.test(between), fields: [token.field],
      })
    }
  })
  return parts
}

function targetsOf(parts: readonly Part[]): readonly Target[] {
  let scopes: readonly Target[] = [{}]
  let group: Target[] = []
  let named = false
  const subjects: Target[] = []
  for (const part of parts) {
    const own = alternatives(part.fields)
    if (!part.locative) subjects.push(...own)
    else if (part.joined && named) group.push(...own)
    else {
      scopes = group.length === 0 ? scopes : product(scopes, completed(group))
      group = [...own]
      named = true
    }
  }
  scopes = group.length === 0 ? scopes : product(scopes, completed(group))
  const answer = subjects.length === 0 ? scopes : product(scopes, completed(subjects))
  return answer.filter((target) => Object.keys(target).length > 0)
}

/** Of several places, those that say no article are in that of the next one that does, else of the last. */
const completed = (places: readonly Target[]): readonly Target[] => places.map((place, rank) => ({
  ...articleOf(places.slice(rank).find(({ article }) => article !== undefined) ?? places.findLast(({ article }) => article !== undefined)), ...place,
}))
const articleOf = (target: Target | undefined): Target => (target?.article === undefined ? {} : { article: target.article })

const product = (outer: readonly Target[], inner: readonly Target[]): readonly Target[] =>
  outer.flatMap((one) => inner.map((other) => nested(one, other)))

/** What is designated inside a place: the narrower wins, list items add up. */
export function nested(outer: Target, inner: Target): Target {
  if (inner.article !== undefined && outer.article !== undefined && !inner.article.startsWith(`${outer.article}.`)
    && outer.article.startsWith('annexe') && /^\d/.test(inner.article)) {
    const { article, ...rest } = inner
    return nested(outer, { ...rest, item: article })
  }
  if (inner.article !== undefined) return inner
  const item = outer.item !== undefined && inner.item !== undefined ? `${outer.item}>${inner.item}` : undefined
  return { ...outer, ...inner, ...(item === undefined ? {} : { item }) }
}

/** The fields of a part, outermost first, each with its alternatives. */
function alternatives(fields: readonly Field[]): readonly Target[] {
  return fields.reduce<readonly Target[]>((targets, field) => product(targets, each(field)), [{}])
}

function each(field: Field): readonly Target[] {
  if (field.article !== undefined) return field.article.map((article) => ({ article }))
  if (field.paragraph !== undefined) return field.paragraph.map((paragraph) => ({ paragraph }))
  if (field.sentence !== undefined) return field.sentence.map((sentence) => ({ sentence }))
  if (field.item !== undefined) return field.item.map((item) => ({ item }))
  return [{ heading: true }]
}
