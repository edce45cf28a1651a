// The law a convention cites: articles of codes, statutes, decrees, ordinances, circulars.
import { codeNames, codeStart, nicknames } from './codes.ts'
import type { LawReference } from './facts.ts'
import { rawSpan } from './source.ts'
import type { Text } from './text.ts'
import { pattern, words } from './patterns.ts'

const suffix = '(?: ?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|novovicies)(?: [a-z](?![a-z]))?)?'
const codified = `(?:l\\.? ?o\\.?|[lrda])\\*?\\.? ?\\*?\\d{1,4}(?!\\d)(?:(?: ?- ?|\\. ?)\\d{1,3}(?!\\d)){0,4}${suffix}`
const plain = `\\d{1,4}(?!\\d)(?:-\\d{1,3}(?!\\d)){0,3}(?: ?er(?![a-z]))?${suffix}`
const single = `(?:${codified}|${plain})`
const paragraph = words`
  (?:(?:,? (?:[ivx]{1,4}(?![a-z])|\d{1,2}°|[a-h]\)|(?:premier|deuxieme|troisieme|quatrieme|dernier) alinea|alineas? \d{1,2})(?: ?(?:et
  |a) (?:[ivx]{1,4}(?![a-z])|\d{1,2}°|[a-h]\)))?)){0,2}`
const list = words`
  ${single}${paragraph}(?:(?:,| et| a| ou|, et| ainsi que| et suivants,?) (?:des articles |de l'article |l'article |les articles )?${single}
  ${paragraph}){0,12}(?: et suivants| et s\.)?`
const ofCode = pattern('g')`
  (?<![a-z])(?:(?:articles?|art\.?) )?(?<![\d.-])(${list}),? ?\(?(?:du|de la|de l'|des|de)? ?(?:meme )?(${codeStart}[a-z' ]{0,70})`
const dateWords = words`
  \d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}`
const number = 'n ?[°o]? ?\\d{2,4} ?- ?\\d{1,5}'
const act = pattern('g')`
  (?<![a-z])(?:(?:articles?|art\.?) (${list}) (?:de (?:la |l'|ladite )|du |de cette )(?:meme )?)?((?:loi|decret|ordonnance)(?:[- ](?:organique|cadre
  |de programmation|d'orientation|constitutionnelle))?(?: (?:dite? )?[«"“]? ?${nicknames}(?![a-z]) ?[»"”]?
  |,? ?${number}(?:,? ?(?:en date )?du (?:${dateWords}))?|,? (?:en date )?du (?:${dateWords}))(?:,? ?\(?(?:loi |dite |dite loi )[«"“]? ?${nicknames}
  (?![a-z]) ?[»"”]?\)?)?)`
const named = pattern('g')`
  (?<![a-z])(?:(?:articles?|art\.?) (${list}) (?:de (?:la |l'))?)?(loi (?:portant|relative|pour|d'orientation)(?:[^.;:,\n()]|, (?=de |du |d'
  |et |dite )|\((?=loi |dite )|(?<=[a-z])\)){5,170})`
const letter = pattern('g')`
  (?<![a-z])(circulaires?|instruction(?: gouvernementale| ministerielle| du gouvernement| interministerielle)?|arrete (?:inter)?ministeriel
  |directive|reglement \((?:ue|ce)\)|reglement europeen)( (?:du premier ministre |interministerielle |ministerielle |nor ?:? ?[a-z0-9]{10,14} |de l
  a [^.;,]{3,60} )?(?:n ?[°o]? ?[0-9/a-z-]{3,16}(?:/sg)?,? ?)?(?:(?:en date )?du (?:${dateWords}))?)`

type Found = LawReference & { readonly from: number; readonly to: number }

/** Every reference to law, in the order printed; `articles L. 303-1 et L. 303-2 du CCH` gives two. */
export function readReferences(text: Text): readonly LawReference[] {
  const found = [...inCodes(text), ...acts(text), ...letters(text)].sort((one, other) => one.from - other.from || other.to - one.to)
  const answer: Found[] = []
  for (const each of found) {
    const clash = answer.at(-1)
    if (clash === undefined || each.from >= clash.to
      || (each.from === clash.from && each.to === clash.to && each.article !== clash.article)) answer.push(each)
  }
  return answer.map(({ text: words, code, article, span }) => ({ text: words, code, ...(article === undefined ? {} : { article }), span }))
}

function inCodes(text: Text): readonly Found[] {
  const answer: Found[] = []
  let last: string | undefined
  for (const match of text.flat.matchAll(ofCode)) {
    const [whole, articles = '', printedCode = ''] = match
    const name = codeNames.find(([pattern]) => pattern.test(printedCode))
    const length = name?.[0].exec(printedCode)?.[0].length ?? 0
    if (name === undefined || (/^\d/.test(articles) && !/articles?|art/.test(whole.slice(0, 10)))) continue
    last = name[1]
    answer.push(...eachArticle(text, match.index, match.index + whole.length - printedCode.length + length,
      whole.indexOf(articles), articles, name[1]))
  }
  answer.push(...before(text), ...bare(text, answer, last))
  return answer
}

/** `le code de la construction et de l’habitation, notamment ses articles L. 303-2 et L. 303-1`. */
function before(text: Text): readonly Found[] {
  const answer: Found[] = []
  const cited = pattern('g')`
    (?<![a-z])(${codeStart}[a-z' ]{0,70})[ ,(]{0,3}(?:et )?(?:notamment|en particulier|dont|pris en|specialement)?[ ,:]{0,2}(?:en |a |dans )?(?:ses
    |son|les|l'|en ses) ?articles? (${list})`
  for (const match of text.flat.matchAll(cited)) {
    const [whole, printedCode = '', articles = ''] = match
    const code = codeNames.find(([pattern]) => pattern.test(printedCode))?.[1]
    if (code !== undefined) answer.push(...eachArticle(text, match.index, match.index + whole.length, whole.lastIndexOf(articles), articles, code))
  }
  return answer
}

/** `l’article L. 303-2` without its code: that of the same article elsewhere in the text, else the last code cited. */
function bare(text: Text, cited: readonly Found[], last: string | undefined): readonly Found[] {
  const answer: Found[] = []
  for (const match of text.flat.matchAll(new RegExp(`(?<![a-z])articles? (${codified}(?:(?:,| et| a| ou) ${codified}){0,8})(?! ?-? ?\\d)`, 'g'))) {
    const [whole, articles = ''] = match
    if (cited.some(({ from, to }) => match.index >= from && match.index < to)) continue
    const number = citedNumber(articles)
    const code = cited.find(({ article }) => article === number)?.code ?? wellKnown[number] ?? last
    if (code !== undefined) answer.push(...eachArticle(text, match.index, match.index + whole.length, whole.indexOf(articles), articles, code))
  }
  return answer
}

/**
 * Codes of the articles every ORT convention cites, for texts that leave the code out.
 * @source CCH L.303-1 to L.303-3; CGCT L.1111-10; Code de commerce L.752-1-1
 */
const wellKnown: Readonly<Record<string, string>> = {
  'L.303-1': 'CCH', 'L.303-2': 'CCH', 'L.303-3': 'CCH', 'L.1111-10': 'CGCT', 'L.752-1-1': 'C.com', 'L.752-1-2': 'C.com',
}

function eachArticle(text: Text, from: number, to: number, offset: number, articles: string, code: string): readonly Found[] {
  const printed = text.source.clean.slice(from, to)
  const numbers = [...articles.matchAll(new RegExp(`(?<![\\d-])${single}`, 'g'))].filter(({ 0: words }) => /\d/.test(words))
  const reference = (article: string | undefined, start: number, end: number): Found =>
    ({ text: printed, code, ...(article === undefined ? {} : { article }), span: rawSpan(text.source, start, end), from, to })
  if (numbers.length < 2) return [reference(numbers[0] === undefined ? undefined : citedNumber(numbers[0][0]), from, to)]
  return numbers.map((match) => reference(citedNumber(match[0]), from + offset + match.index, from + offset + match.index + match[0].length))
}

/** `l. 303 - 2` → `L.303-2`; `157` stays `157`; `1er` → `1`. */
function citedNumber(words: string): string {
  const match = /^(l\.? ?o|[lrda])?\*?\.? ?\*?(.*)$/.exec(words.trim())
  const rest = (match?.[2] ?? '').replace(/ ?- ?/g, '-').replace(/(\d) (?=\d)/g, '$1-').replace(/^1 ?er$/, '1')
  const digits = /^[\d.-]+/.exec(rest)?.[0].replace(/[.-]+$/, '') ?? ''
  const added = new RegExp(`${suffix}$`).exec(rest)?.[0].trim() ?? ''
  const prefix = (match?.[1] ?? '').replace(/[. ]/g, '').toUpperCase()
  return `${prefix === '' ? '' : `${prefix}.`}${digits}${added === '' ? '' : ` ${added}`}`
}

function acts(text: Text): readonly Found[] {
  const answer: Found[] = []
  for (const match of [...text.flat.matchAll(act), ...text.flat.matchAll(named)]) {
    const [whole, articles, statute = ''] = match
    const code = /^loi/.test(statute) ? 'loi' : /^decret/.test(statute) ? 'décret' : 'ordonnance'
    const [from, to] = [match.index, match.index + whole.trimEnd().length]
    if (articles !== undefined) answer.push(...eachArticle(text, from, to, whole.indexOf(articles), articles, code))
    else answer.push(...withTrailingArticle(text, from, to, code))
  }
  return answer
}

/** `la loi n° 2018-1021 …, notamment son article 157`. */
function withTrailingArticle(text: Text, from: number, to: number, code: string): readonly Found[] {
  const trailing = pattern()`
    ^[^.;:]{0,120}?(?:notamment|en particulier|et) (?:en )?(?:son|ses|l') ?articles? (${list})`.exec(text.flat.slice(to, to + 260))
  if (trailing?.[1] !== undefined) return eachArticle(text, from, to + trailing[0].length,
    to - from + trailing[0].length - trailing[1].length, trailing[1], code)
  return [{ text: text.source.clean.slice(from, to), code, span: rawSpan(text.source, from, to), from, to }]
}

function letters(text: Text): readonly Found[] {
  return [...text.flat.matchAll(letter)].flatMap((match) => {
    const [whole, kind = '', rest = ''] = match
    if (!/\d{4}|nor/.test(rest)) return []
    const [from, to] = [match.index, match.index + whole.trimEnd().length]
    const code = /^circ/.test(kind) ? 'circulaire' : /^inst/.test(kind) ? 'instruction' : /^arr/.test(kind)
      ? 'arrêté' : /^dir/.test(kind) ? 'directive' : 'règlement'
    return [{ text: text.source.clean.slice(from, to), code, span: rawSpan(text.source, from, to), from, to }]
  })
}
