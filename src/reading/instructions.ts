// The instructions of an amendment: each clause of its articles that orders a change, read under what the sentences above it designate.
import type { PlainDate } from '../kernel/date.ts'
import { flat as flatten } from '../kernel/text.ts'
import { designationIn } from './designation.ts'
import { type Answer, refusal } from './instruction-answer.ts'
import { joinedAnnex } from './instruction-annexes.ts'
import { type Clause, clausesIn, type Folded, foldQuotations, type MarkKind, ordering } from './instruction-clauses.ts'
import { deferralIn, type Deferral, withoutDay } from './instruction-deferral.ts'
import { readClause, readRepealed } from './instruction-orders.ts'
import { readFactOrders } from './instruction-facts.ts'
import { isLeftOver } from './instruction-left-over.ts'
import type { Known } from './instruction-places.ts'
import { sentenceOf } from './instruction-sentences.ts'
import { ordersIn, type Words } from './instruction-verbs.ts'
import type { Instruction, Target, UnreadInstruction } from './instruction.ts'
import { rawSpan } from './source.ts'
import { type LocatedArticle, type Text } from './text.ts'

type Read = { readonly instructions: readonly Instruction[]; readonly unread: readonly UnreadInstruction[] }

/** Everything the articles of an amendment order; its recitals, its annexes, its signatures and what it quotes order nothing. */
export function readInstructions(text: Text): Read {
  const instructions: Marked[] = []
  const announced: Marked[] = []
  const unread: UnreadInstruction[] = []
  const deferrals: (Deferral & { readonly article: string })[] = []
  let earlier: Target | undefined
  let above: { readonly heading: Target; readonly depth: number } | undefined
  for (const stretch of stretchesOf(text)) {
    const own = stretch.heading === '' ? undefined : designationIn(flatten(stretch.heading), stretch.heading)
    const [named] = own?.targets ?? []
    const heading = own?.targets.length === 1 && named?.article !== undefined && !own.foreign ? named : undefined
    if (heading !== undefined || above === undefined || stretch.depth <= above.depth) {
      above = heading === undefined ? undefined : { heading, depth: stretch.depth }
    }
    earlier = readStretch(text, stretch, { heading: above?.heading, earlier }, { instructions, announced, unread, deferrals })
  }
  const once = withTermOnce(instructions, announced)
  return { instructions: once.map(({ marks, ...one }) => ({ ...one, ...dayOf({ ...one, marks }, deferrals) })), unread }
}

const isTerm = ({ change }: Instruction): boolean => change.verb === 'term'

/** The term that the recitals of an amendment announce counts when no article orders one; one that is ordered twice alike is ordered once. */
function withTermOnce(instructions: readonly Marked[], announced: readonly Marked[]): readonly Marked[] {
  const seen = new Set<string>()
  return [...instructions, ...(instructions.some(isTerm) ? [] : announced)].filter((one) => {
    const key = JSON.stringify({ ...one.change, target: undefined })
    const again = isTerm(one) && seen.has(key)
    if (isTerm(one)) seen.add(key)
    return !again
  })
}

/** Its own day, else the one that the amendment sets further on for its article or its list item. */
function dayOf({ article, marks, entersOn }: Marked, deferrals: Sink['deferrals']): { entersOn?: PlainDate } {
  const later = deferrals.find((one) => (one.articles.length > 0 ? one.articles.includes(article)
    : one.article === article && (one.marks.length === 0 || one.marks.some((mark) => marks.includes(mark)))))
  const day = entersOn ?? later?.on
  return day === undefined ? {} : { entersOn: day }
}

/** Where orders may stand. `heading`: printed above them; offsets in the clean text. */
type Stretch = { readonly article: string; readonly heading: string; readonly depth: number; readonly from: number; readonly to: number }

function stretchesOf(text: Text): readonly Stretch[] {
  const own = text.articles.filter(({ number }) => !number.startsWith('annexe'))
  if (own.length === 0) return [withoutArticles(text)]
  return own.map((article) => {
    const next = text.articles.find((other) => other.cleanStart > article.cleanStart)
    const to = Math.min(article.cleanEnd, next?.cleanStart ?? article.cleanEnd)
    const from = ordersInHeading(text, article) ? headingStart(text, article) : article.bodyStart
    return { article: article.number, heading: article.heading, depth: article.depth, from: Math.min(from, to), to }
  })
}

/** `Article 2 – L'article 5 est abrogé.`, `Art. 3 – Dans toute la convention, les mots : « …`: the line of the heading is the order itself. */
function ordersInHeading(text: Text, { cleanStart, bodyStart, cleanEnd }: LocatedArticle): boolean {
  const heading = text.flat.slice(cleanStart, bodyStart)
  const { clean } = text.source
  const below = clean.slice(bodyStart, cleanEnd)
  const goesOn = !/\n\s*$/.test(heading) && !/^\s*\n/.test(below.slice(0, 8))
  return below.trim() === '' || goesOn || ordering.test(heading)
    || ordersIn({ flat: heading, printed: clean.slice(cleanStart, bodyStart) }).length > 0
    || (/(?:mots?|montants?|nombres?|chiffres?|taux|dates?|phrases?) ?:? ?$/.test(heading) && /^\s*["«]/.test(below.slice(0, 3)))
}

const ownNumber = /^(?:- )?(?:article|art\.?) ?(?:n ?° ?)?[\w.]+(?: (?:bis|ter))?(?:er)? ?[:.)–-]* */
const headingStart = (text: Text, { cleanStart, bodyStart }: LocatedArticle): number =>
  cleanStart + (ownNumber.exec(text.flat.slice(cleanStart, bodyStart))?.[0].length ?? 0)

/** A text without articles: from what the parties agree to where they sign. */
function withoutArticles(text: Text): Stretch {
  const agreed = /(?:convenu|arrete|decide)(?: et (?:arrete|convenu))? (?:ce qui suit|de ce qui suit)|il (?:est|a ete) convenu/.exec(text.flat)
  const signed = /\n(?:- )?fait (?:a|en|le) [^\n]{0,120}(?:\n|$)/.exec(text.flat.slice(agreed?.index ?? 0))
  return {
    article: '', heading: '', depth: 1, from: agreed === null ? 0 : agreed.index + agreed[0].length,
    to: signed === null ? text.flat.length : (agreed?.index ?? 0) + signed.index,
  }
}

/** `marks`: of the list items of the amendment it stands under. */
type Marked = Instruction & { readonly marks: readonly string[] }
type Sink = {
  readonly instructions: Marked[]; readonly announced: Marked[]; readonly unread: UnreadInstruction[]
  readonly deferrals: (Deferral & { readonly article: string })[]
}
/** A sentence that announces a list, with the style of the marks it stands under; `clause` while nothing was read below it. */
type Lead = {
  readonly kind: MarkKind; readonly mark: string; readonly target: Target | undefined; readonly since: PlainDate | undefined
  readonly deletes: boolean
  clause: Clause | undefined
}

/** `heading`: the place that the heading above names; `earlier`: the last one that the articles before name. */
type Around = { readonly heading: Target | undefined; readonly earlier: Target | undefined }

function readStretch(text: Text, { article, from, to }: Stretch, { heading, earlier }: Around, sink: Sink): Target | undefined {
  if (to <= from) return earlier
  const folded = foldQuotations(text, from, to)
  const leads: Lead[] = []
  let last: Target | undefined
  let own = ''
  let group = sink.instructions.length
  let sentence: Target | undefined
  const refuse = (clause: Clause, answer: Answer): void => {
    if ('problem' in answer) sink.unread.push({ article, problem: answer.problem, message: answer.message, span: spanOf(text, folded, clause) })
  }
  const close = (count: number): void => {
    for (const lead of leads.splice(count)) if (lead.clause !== undefined) refuse(lead.clause, refusal('noQuotedText'))
  }
  for (const clause of clausesIn(folded)) {
    if (clause.first) {
      sentence = undefined
      own = clause.mark
      close(depthFor(clause, leads))
    }
    const whole = wordsOf(folded, clause)
    const { words, since } = withoutDay(whole)
    if (isRecital(words.flat)) {
      const [term] = readFactOrders(words, []).filter((answer) => 'change' in answer && answer.change.verb === 'term')
      if (term !== undefined && 'change' in term) {
        sink.announced.push({ ...instruction(article, term, since, spanOf(text, folded, clause)), marks: [] })
      }
      continue
    }
    const deferral = deferralIn(whole) ?? deferralIn(words)
    if (deferral !== undefined) {
      if (deferral.previous) defer(sink.instructions, group, deferral.on)
      else sink.deferrals.push({ ...deferral, article })
      continue
    }
    const lead = leads.findLast((one) => one.target !== undefined)
    const known: Known = {
      ...(lead?.target === undefined ? {} : { lead: lead.target }), ...(sentence === undefined ? {} : { sentence }),
      ...(heading === undefined ? {} : { heading }), ...(last === undefined ? {} : { last }), ...(earlier === undefined ? {} : { earlier }),
    }
    const annex = joinedAnnex(words, text)
    const repealed = leads.at(-1)?.deletes === true && clause.first && clause.kind !== 'none' && ordersIn(words).length === 0
    const read = repealed ? readRepealed : readClause
    const { answers, designated, announces } = annex === undefined ? read(words, folded, known, clause) : { answers: [annex] }
    const entersOn = since ?? leads.findLast((one) => one.since !== undefined)?.since
    for (const answer of answers) {
      if ('problem' in answer) refuse(clause, answer)
      else {
        const marks = [...leads.map(({ mark }) => mark), own]
        sink.instructions.push({ ...instruction(article, answer, entersOn, spanOf(text, folded, clause)), marks })
      }
    }
    if (answers.length === 0 && announces === undefined && isLeftOver(words, clause.table)) refuse(clause, refusal('unknownForm'))
    if (answers.length > 0) for (const one of leads) one.clause = undefined
    if (answers.length > 0 && clause.first) group = sink.instructions.length - answers.length
    if (announces !== undefined) {
      const target = designated === undefined && announces === 'whole' ? undefined : designated
      const { kind, mark } = clause
      leads.push({ kind, mark, deletes: announces === 'deletion', target, since, clause: announces === 'place' ? undefined : clause })
    }
    if (designated !== undefined) [last, sentence] = [designated, designated]
  }
  close(0)
  return last ?? earlier
}

/** `Cette modification entre en vigueur le…`: the day of what was ordered last. */
function defer(instructions: Marked[], from: number, on: PlainDate): void {
  instructions.forEach((one, rank) => {
    if (rank >= from && one.entersOn === undefined) instructions[rank] = { ...one, entersOn: on }
  })
}

/** How many of the announcing sentences still hold at this clause: those under which a mark of its style was not met yet. */
function depthFor(clause: Clause, leads: readonly Lead[]): number {
  const unmarked = leads.findIndex(({ kind }) => kind !== 'none')
  if (clause.kind === 'none') return Math.min(1, unmarked === -1 ? leads.length : unmarked)
  const same = leads.findIndex(({ kind }) => kind === clause.kind)
  return same === -1 ? leads.length : same
}

const wordsOf = ({ flat, printed }: Folded, { start, end }: Clause): Words =>
  ({ flat: flat.slice(start, end).replaceAll('\n', ' '), printed: printed.slice(start, end).replaceAll('\n', ' ') })

function spanOf(text: Text, folded: Folded, { start, end }: Clause) {
  const last = /«(\d+)»$/.exec(folded.flat.slice(Math.max(start, end - 12), end))
  const quotation = last === null ? undefined : folded.quotations[Number(last[1])]
  return rawSpan(text.source, folded.cleanAt(start), quotation?.end ?? Math.min(folded.cleanAt(end - 1) + 1, text.source.clean.length))
}

const isRecital = (flat: string): boolean => /^(?:vu|considerant|attendu)(?: |$)/.test(flat)
  || /^(?:le present avenant|l'avenant|cet avenant) (?:a pour (?:objet|but)|vise a|modifie|porte sur)/.test(flat)
  || /(?:demeure|reste)(?:nt|ra|ront)? (?:inchangee?s?|applicables?|en vigueur|valables?|sans changement)/.test(flat) && !/«/.test(flat)

type Found = Exclude<Answer, { problem: unknown }>
function instruction(article: string, answer: Found, entersOn: PlainDate | undefined, span: Instruction['span']): Instruction {
  return {
    article, change: answer.change, ...(entersOn === undefined ? {} : { entersOn }), sentence: sentenceOf(answer.change), span,
    confidence: Math.min(0.98, answer.confidence),
  }
}
