// The stamps printed by the electronic transmission of acts: read, checked, and put to the vote when scans differ.
import { type PlainDate, plainDate } from '../kernel/date.ts'
import { readActIdentifier } from '../law/act-identifier.ts'
import type { Stamp, StampProblem } from './facts.ts'
import type { MarkedStamp, MarkKind } from './stamp-marks.ts'

/** Words of the raw text for offsets of the joined lines. */
type RawWords = { readonly raw: string; readonly rawAt: (joinedOffset: number) => number }

/** The stamps as facts, in the order printed; the vote takes all of them into account. */
export function readStamps(found: readonly MarkedStamp[], words: RawWords): readonly Stamp[] {
  return settle(found.map((stamp) => readStamp(stamp, words)))
}

/** A stamp before the vote, and the identifier as printed, damaged or not. */
type Ballot = { readonly stamp: Stamp; readonly printed: string | undefined }

function readStamp({ marks, start, end }: MarkedStamp, { raw, rawAt }: RawWords): Ballot {
  const span = { start: rawAt(start), end: rawAt(end - 1) + 1 }
  const named = marks.find((mark) => mark.kind === 'id') ?? marks.find((mark) => mark.kind === 'broken')
  const printed = named && tidy(raw.slice(rawAt(named.start), rawAt(named.end - 1) + 1))
  const identifier = printed === undefined ? undefined : readActIdentifier(printed)
  const dated = (kind: MarkKind) => marks.find((mark) => mark.kind === kind)?.date
  const [sent, received, published] = [dated('sent'), dated('received'), dated('published')]
  const [transmittedOn, receivedOn, publishedOn] = [stampDate(sent), stampDate(received), stampDate(published)]
  const impossible = [[sent, transmittedOn], [received, receivedOn],
    [published, publishedOn]].some(([text, day]) => text !== undefined && day === undefined)
  const problems: StampProblem[] = [...(identifier?.problems ?? (['unreadableIdentifier'] as const))]
  if (impossible) problems.push('impossibleDate')
  problems.push(...outOfOrder(identifier?.actDate, transmittedOn, receivedOn, publishedOn))
  const stamp: Stamp = {
    raw: raw.slice(span.start, span.end),
    ...(identifier && { id: printed ?? '', siren: identifier.siren, number: identifier.number, nature: identifier.nature }),
    ...(identifier?.insee && { insee: identifier.insee }),
    ...(identifier?.actDate && { actDate: identifier.actDate }),
    ...(transmittedOn && { transmittedOn }),
    ...(receivedOn && { receivedOn }),
    ...(publishedOn && { publishedOn }),
    valid: identifier !== undefined && identifier.problems.length === 0,
    problems,
    span,
  }
  return { stamp, printed }
}

const tidy = (printed: string): string => printed.replace(/[\s\u00ad*`]+/g, ' ').replace(/ ?[-‐‑‒–—−] ?/g, '-').trim()

/** What follows out of order; a day unknown is compared with nothing. */
function outOfOrder(act?: PlainDate, transmitted?: PlainDate, received?: PlainDate, published?: PlainDate): readonly StampProblem[] {
  const problems: StampProblem[] = []
  if (act && transmitted && transmitted < act) problems.push('transmittedBeforeAct')
  if (transmitted && received && received < transmitted) problems.push('receivedBeforeTransmission')
  if (received && published && published < received) problems.push('publishedBeforeReceipt')
  return problems
}

const months = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']

function stampDate(printed: string | undefined): PlainDate | undefined {
  if (printed === undefined) return undefined
  const words = /^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})$/.exec(printed)
  if (words) return plainDate(Number(words[3]), months.findIndex((month) => words[2]?.startsWith(month)) + 1, Number(words[1]))
  const [day, month, year] = printed.replace(/o/g, '0').replace(/[il]/g, '1').split(/[/.-]/).map((part) => Number(part.trim()))
  return plainDate(year !== undefined && year < 100 ? 2000 + year : (year ?? 0), month ?? 0, day ?? 0)
}

/** Identifiers that pass every check stand for election; a damaged one votes for the nearest, and is marked a variant of it. */
function settle(ballots: readonly Ballot[]): readonly Stamp[] {
  const votes = new Map<string, number>()
  for (const { stamp } of ballots) if (stamp.valid && stamp.id !== undefined) votes.set(stamp.id, (votes.get(stamp.id) ?? 0) + 1)
  const candidates = [...votes].sort(([, one], [, other]) => other - one)
  return ballots.map(({ stamp, printed }) => {
    const agreedId = printed === undefined ? (candidates.length === 1 ? candidates[0]?.[0] : undefined) : elected(stamp, printed, candidates)
    if (agreedId === undefined || agreedId === stamp.id) return stamp
    const problems: readonly StampProblem[] = printed === undefined ? stamp.problems : [...stamp.problems, 'variant']
    return { ...stamp, valid: false, agreedId, problems }
  })
}

/** A sound identifier printed once gives way only to a near twin printed at least three times: two acts may well be one digit apart. */
function elected(stamp: Stamp, printed: string, candidates: readonly (readonly [string, number])[]): string | undefined {
  const reach = stamp.valid ? 3 : stamp.id === undefined ? Math.floor(printed.length / 2) : 6
  const standing = stamp.valid
    ? candidates.filter(([id, count]) => id !== stamp.id && count >= 3 && !candidates.some(([own, votes]) => own === stamp.id && votes > 1))
    : candidates
  let nearest: string | undefined
  let least = reach + 1
  for (const [candidate] of standing.slice(0, 8)) {
    const distance = editDistance(printed.toUpperCase(), candidate)
    if (distance < least) [least, nearest] = [distance, candidate]
  }
  return nearest
}

/** Letters to change, add or leave out to go from one text to the other; both at most a line long. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (one.charAt(i - 1) === other.charAt(j - 1) ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
