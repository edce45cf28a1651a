// The dated facts of a convention: each civil date with the event its clause attaches to it.
import { flat } from '../kernel/text.ts'
import { printedDates, type PrintedDate } from './calendar.ts'
import type { DatedFact, Party, Span } from './facts.ts'
import { happeningOf, type Surroundings } from './happenings.ts'
import { passageAt } from './passages.ts'
import { rawSpan } from './source.ts'
import type { Text } from './text.ts'

/** How much of a passage is read on each side of a date, in characters: keeps the time linear whatever the text. */
const reach = 420

/** Every date of the text that exists in the calendar, in the order printed; `parties` names who signed at a dated signature line. */
export function readDates(text: Text, parties: readonly Party[]): readonly DatedFact[] {
  const document = /avenant/.test(text.flat.slice(0, 400).split(/(?<![a-z])entre(?![a-z])/)[0] ?? '')
    && !/convention(?! d'ort| cadre| d'operation)[^.]{0,40}avenant/.test(text.flat.slice(0, 200)) ? 'l’avenant' : 'la convention'
  return printedDates(text.flat).flatMap((printed) => {
    if (printed.date === undefined) return []
    const { what, confidence } = happeningOf({ ...surroundings(text, printed), document })
    const signer = signerAbove(text, printed, parties)
    return [{
      date: printed.date,
      what: signer === undefined ? what : `signature par ${signer}`,
      span: rawSpan(text.source, printed.start, printed.end),
      confidence: printed.sure ? confidence : Math.min(confidence, 0.75),
    }]
  })
}

/** Days that are printed but do not exist (`31 juin 2023`), for the list of defects. */
export const impossibleDates = (text: Text): readonly { readonly words: string; readonly span: Span; readonly at: number }[] =>
  printedDates(text.flat).filter(({ date }) => date === undefined).map(({ start, end }) => ({
    words: text.source.clean.slice(start, end), span: rawSpan(text.source, start, end), at: start,
  }))

function surroundings(text: Text, { start, end }: PrintedDate): Omit<Surroundings, 'document'> {
  const passage = passageAt(text, start)
  const from = Math.max(passage?.start ?? 0, start - reach)
  const to = Math.min(passage?.end ?? end, end + reach)
  const lead = passage?.under ?? passage?.lead
  return {
    before: text.source.clean.slice(from, start),
    after: text.source.clean.slice(end, to),
    flatBefore: text.flat.slice(from, start),
    flatAfter: text.flat.slice(end, to),
    announced: lead === undefined ? '' : text.source.clean.slice(Math.max(lead.start, lead.end - reach), lead.end),
    above: text.flat.slice(Math.max(0, from - 260), from),
    item: passage?.item ?? false,
  }
}

/** `Pour la commune de Lens, le 3 mars 2024`: the party that stands alone before the date on its line. */
function signerAbove(text: Text, { start }: PrintedDate, parties: readonly Party[]): string | undefined {
  const passage = passageAt(text, start)
  const before = text.flat.slice(Math.max(passage?.start ?? 0, start - 160), start)
  if (!/^(?:- )?pour (?:la |le |l'|les )?[^.;:]{2,120}[,:] ?(?:signee? )?le ?:? ?$/.test(before)) return undefined
  return parties.find(({ name }) => before.includes(flat(name)))?.name
}
