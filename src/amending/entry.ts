// The day an amendment takes effect, as its own text tells: the day it states, else its signature; unknown is an answer.
import { type PlainDate, plusDays } from '../kernel/date.ts'
import { flat } from '../kernel/text.ts'
import { printedDates } from '../reading/calendar.ts'
import type { Reading } from '../reading/facts.ts'

/** `basis`: `stated` by a clause, `signature`, or `unknown`: the text has neither, or hangs on an event without a date (`waitsFor`, as printed). */
export type EntryIntoForce =
  | { readonly on: PlainDate; readonly basis: 'stated' | 'signature' }
  | { readonly on: null; readonly basis: 'unknown'; readonly waitsFor: string | null }

const clause =
  /(?:avenant(?: n ?° ?\d+)?|il|elle)\s+(?:prend(?:ra)? effet|(?:entre(?:ra)?|est) en vigueur|(?:est|sera) applicable|s'applique(?:ra)?|produi(?:t|ra) (?:ses )?effets?)\s+([^.;\n]{3,160})/g
/** What comes next takes effect on another day. */
const exception = /,? (?:a l'exception|a l'exclusion|sauf|hormis|excepte)(?![a-z])/
const signing = /signature|signe(?![a-z])|signataire/
const event = /notification|transmission|publication|reception|executoire|approbation|homologation|deliberation|accord/

/** Without a clause, an agreement takes effect when it is signed. `raw`: the text that was read. */
export function entryIntoForce(reading: Pick<Reading, 'articles' | 'signatures'>, raw: string): EntryIntoForce {
  const signedOn = reading.signatures?.signedOn ?? printedSignature(raw)
  const bodies = reading.articles.map(({ text }) => text).join('\n')
  const words = bodies === '' ? raw : bodies
  for (const match of flat(words).matchAll(clause)) {
    const [whole, said = ''] = match
    const [when = ''] = said.split(exception)
    const stated = printedDates(when)[0]?.date
    if (stated !== undefined) return { on: stated, basis: 'stated' }
    if (signing.test(when)) return onSignature(signedOn === undefined || !/lendemain/.test(when) ? signedOn : plusDays(signedOn, 1))
    if (event.test(when)) {
      const end = match.index + whole.length - said.length + when.length
      return { on: null, basis: 'unknown', waitsFor: words.slice(end - when.length, end).replace(/\s+/g, ' ').trim() }
    }
  }
  return onSignature(signedOn)
}

const onSignature = (day: PlainDate | undefined): EntryIntoForce =>
  (day === undefined ? { on: null, basis: 'unknown', waitsFor: null } : { on: day, basis: 'signature' })

/** « Fait à Lens, le 6 avril 2023 », « À Quimperlé, le 9 février 2024 », on a line of its own; the last one. */
function printedSignature(raw: string): PlainDate | undefined {
  const lines = flat(raw).split('\n').filter((line) => /^\W*(?:fait |signe )?a [^,]{2,60},? le /.test(line) && line.length < 160)
  return lines.flatMap((line) => printedDates(line)).findLast(({ date }) => date !== undefined)?.date
}
