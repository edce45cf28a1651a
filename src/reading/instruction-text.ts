// The new text that an amendment quotes: its own number and heading when it begins with them, then its body.
import { flat } from '../kernel/text.ts'
import { citedNumber, numberPattern } from './designation-ranks.ts'
import { isCapitals } from './headings.ts'

/** `number` and `heading` when the quotation begins with those of an article or an annex; `body`: the rest, its paragraphs kept. */
export type NewText = { readonly number?: string; readonly heading?: string; readonly body: string }

const opening = new RegExp(`^(?:- )?(?:article|art\\.|(annexe)) *(?:n ?° ?)?(${numberPattern}|[a-z](?![a-z]))? *[:.–—-]*(?: [–—-])? *`)
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})(?: ?(bis|ter|quater))?[.)]? *[:–-]* *(?=\S)/

/** `expected`: the number the order gives to this text, which a heading without the word `article` must bear to count as one. */
export function newText(quoted: string, expected?: string): NewText {
  const [first = '', ...below] = quoted.split('\n')
  const words = flat(first)
  const named = opening.exec(words)
  if (named !== null && !/^(?:article|annexe)s?$/.test(words.trim()) || (named !== null && below.length > 0)) {
    const cited = citedNumber(named[2] ?? '')
    const number = named[1] === undefined ? cited : cited === '' ? 'annexe' : `annexe ${/^[a-z]$/.test(cited) ? cited.toUpperCase() : cited}`
    return { ...(number === '' ? {} : { number }), ...split(first.slice(named[0].length), below) }
  }
  const plain = numbered.exec(words)
  if (plain !== null && expected !== undefined && (plain[2] === undefined ? plain[1] : `${plain[1]} ${plain[2]}`) === expected) {
    return { number: expected, ...split(first.slice(plain[0].length), below) }
  }
  return { body: quoted }
}

/** A quotation of several articles, one by one; of a single one, itself. */
export function newTexts(quoted: string): readonly string[] {
  const parts: string[] = []
  for (const line of quoted.split('\n')) {
    const opens = line.length < 200 && opening.exec(flat(line))?.[2] !== undefined && !/[.;,]$/.test(line)
    if (opens || parts.length === 0) parts.push(line)
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}\n${line}`
  }
  return parts.map((part) => part.trim())
}

/** A verb of ours in it: words that state something, not those of a heading. */
const isSentence =
  /(?<!\p{L})(?:(?:est|sont|sera|seront|a|ont|peut|peuvent|doit|doivent|se|comprend|comprennent|assure|assurent|fixe)(?!\p{L})|s['’]\p{L}+)/u

/** The rest of the first line is the heading when words follow below, or when a mark parts it from them. */
function split(rest: string, below: readonly string[]): { heading?: string; body: string } {
  const at = below.findIndex((line) => line !== '')
  const next = below[at] ?? ''
  if (isCapitals(rest) && isCapitals(next) && next.length < 80) return split(`${rest} ${next}`, below.slice(at + 1))
  const under = below.join('\n').trim()
  const title = /^(?:« ?)?([^.:;–—«»]{3,120}?)(?: ?»)? ?[.:–—] +(?=[\p{Lu}«])/u.exec(rest)
  if (under !== '' && !/[.;:,]$/.test(rest) && rest.length < 200) return { ...(rest === '' ? {} : { heading: tidy(rest) }), body: under }
  if (title !== null && title[1] !== undefined && !isSentence.test(title[1])) {
    return { heading: tidy(title[1]), body: [rest.slice(title[0].length), under].filter((part) => part !== '').join('\n') }
  }
  if (under !== '' && rest.length < 100 && /^[^.;]+[.:]$/.test(rest) && !isSentence.test(rest)) return { heading: tidy(rest), body: under }
  return { body: [rest, under].filter((part) => part !== '').join('\n') }
}

const tidy = (heading: string): string => heading.replace(/^[\s:.–—«-]+|[\s:.–—»-]+$/g, '').trim()
