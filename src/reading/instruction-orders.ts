// What one clause of an amendment orders: facts first, then words, and whether it announces a list of orders.
import { isPartOfText, refusal, type Answer } from './instruction-answer.ts'
import { readAddition } from './instruction-additions.ts'
import type { Clause, Folded } from './instruction-clauses.ts'
import { readFactOrders } from './instruction-facts.ts'
import { type Known, placesOf } from './instruction-places.ts'
import { readDeletion, readRaise, readRenumbering, readReplacement } from './instruction-replacing.ts'
import { ordersIn, type Order, type Words } from './instruction-verbs.ts'
import type { Target } from './instruction.ts'
import { pattern } from './patterns.ts'

export type ClauseRead = {
  readonly answers: readonly Answer[]; readonly designated?: Target | undefined
  /**
   * The clause announces a list: of changes of a place, of changes of the convention, only a place (`À l'article 5 :`),
   * or what is repealed (`Sont abrogés :`).
   */
  readonly announces?: 'changes' | 'place' | 'whole' | 'deletion'
}

export function readClause(words: Words, folded: Folded, known: Known, clause: Clause): ClauseRead {
  const facts = readFactOrders(words, folded.quotations)
  if (facts.length > 0) return { answers: facts }
  const orders = ordersIn(words)
  if (/«!»/.test(words.flat)) return { answers: orders.length > 0 || folded.swallows ? [refusal('unclosedQuote')] : [] }
  const corrected = correction(words, folded, known)
  if (corrected.length > 0) return { answers: corrected }
  if (orders.length === 0 && /(?:il en (?:est|va) de meme|mutatis mutandis|par coherence|par coordination)/.test(words.flat)) {
    return { answers: [refusal('unknownForm')] }
  }
  if (orders.length === 0 && /nouvelle redaction/.test(words.flat) && /: ?«\d+»[ .]*$/.test(words.flat)) return rewritten(words, folded, known)
  if (orders.length === 0) return place(words, known)
  const answers: Answer[] = []
  let within = known
  let designated: Target | undefined
  for (const [rank, order] of orders.entries()) {
    const said = readOrder(order, folded, within, { clause, last: rank === orders.length - 1 })
    answers.push(...said.answers)
    designated = said.designated ?? designated
    if (said.announces !== undefined && rank === orders.length - 1) return { answers, designated, announces: said.announces }
    if (designated !== undefined) within = { ...within, ...(said.announces === undefined ? { sentence: designated } : { lead: designated }) }
  }
  return { answers, designated }
}

const insteadOf = pattern()`
  au lieu (?:de |des |du |d')[^«]{0,40}(?<old>«\d+»)[ ,.;:]*(?:lire|il (?:faut|convient de|y a lieu de) lire) [^«]{0,30}(?<by>«\d+»)`
const ratherThan = /(?<![a-z])lire[^«]{0,60}(?<by>«\d+») ?,? (?:au lieu de|et non)[^«]{0,40}(?<old>«\d+»)/

/** `Au lieu de « a », lire « b »`: an order without a verb of ours. */
function correction({ flat, printed }: Words, folded: Folded, known: Known): readonly Answer[] {
  const match = insteadOf.exec(flat) ?? ratherThan.exec(flat)
  if (match === null) return []
  const [old, by] = [match.groups?.['old'] ?? '', match.groups?.['by'] ?? '']
  const around = (words: string): string => `${words.replace(/«\d+»/g, '')}, les mots ${old}`
  const order: Order = {
    verb: 'replace', said: 'lire', plain: false, before: { flat: around(flat), printed: around(printed) },
    after: { flat: ` par ${by}`, printed: ` par ${by}` },
  }
  return readReplacement(order, folded.quotations, known)
}

/** `Nouvelle rédaction de l'article 5 : « … »`. */
function rewritten({ flat, printed }: Words, folded: Folded, known: Known): ClauseRead {
  const at = flat.lastIndexOf('«')
  const cut = (from: number, to?: number): Words => ({ flat: flat.slice(from, to), printed: printed.slice(from, to) })
  const order: Order = { verb: 'rewrite', said: 'est ainsi rédigé', before: cut(0, at), after: cut(at), plain: false }
  return { answers: readReplacement(order, folded.quotations, known) }
}

const nothing: Words = { flat: '', printed: '' }
/** An item below `Sont abrogés :`. */
export const readRepealed = (words: Words, folded: Folded, known: Known): ClauseRead =>
  ({ answers: readDeletion({ verb: 'delete', said: 'est abrogé', before: words, after: nothing, plain: false }, folded.quotations, known) })

/** `À l'article 5 :`, alone before what it holds. */
function place(words: Words, known: Known): ClauseRead {
  if (!/^(?:a |au |aux |dans |l'article|le |la )[^:]{1,200}:$/.test(words.flat)) return { answers: [] }
  const { targets, foreign } = placesOf(words, known)
  const [target] = targets
  return targets.length === 1 && target !== undefined && !foreign ? { answers: [], designated: target, announces: 'place' } : { answers: [] }
}

function readOrder(order: Order, folded: Folded, known: Known, { clause, last }: { clause: Clause; last: boolean }): ClauseRead {
  const { quotations } = folded
  const designated = designatedBy(order, known)
  switch (order.verb) {
    case 'replace': case 'rewrite': return { answers: readReplacement(order, quotations, known), designated }
    case 'delete': if (/^ *$/.test(order.before.flat) && /^[^«\d]*:$/.test(order.after.flat)) return { answers: [], announces: 'deletion' }
      return { answers: readDeletion(order, quotations, known), designated }
    case 'renumber': return /«\d+»/.test(order.after.flat) && /^ ?:? ?«/.test(order.after.flat)
      ? { answers: readReplacement({ ...order, verb: 'rewrite' }, quotations, known), designated }
      : { answers: readRenumbering(order, known), designated }
    case 'insert': case 'complete': {
      if (/retabli/.test(order.said) && designated !== undefined && !/(?<![a-z])(?:apres|avant) |il $/.test(order.before.flat)) {
        return { answers: readReplacement({ ...order, verb: 'rewrite' }, quotations, known), designated }
      }
      const answers = readAddition(order, quotations, known)
      const inTable = clause.table && answers.length === 0 && isPartOfText(order.before.flat)
      return { answers: inTable ? [refusal('noQuotedText')] : answers, designated }
    }
    case 'raise': return { answers: readRaise(order, quotations, known), designated }
    case 'modify': return modified(order, folded, known, { designated, table: clause.table, last })
  }
}

function designatedBy(order: Order, known: Known): Target | undefined {
  const { targets } = placesOf(order.before, known)
  const [target] = targets
  return target?.article === undefined ? undefined : targets.length === 1 ? target : { article: target.article }
}

type Around = { readonly designated: Target | undefined; readonly table: boolean; readonly last: boolean }

/** `est ainsi modifié :` announces what follows; before a quotation it gives the new text; alone it says nothing that can be done. */
function modified(order: Order, folded: Folded, known: Known, { designated, table, last }: Around): ClauseRead {
  const after = order.after.flat
  if (!isPartOfText(order.before.flat) && designated === undefined) return { answers: [] }
  if (/^[^«:,;]{0,40}:? ?«\d+»/.test(after)) {
    return { answers: readReplacement({ ...order, verb: 'rewrite' }, folded.quotations, known), designated }
  }
  if (table) return { answers: [refusal('noQuotedText')], designated }
  if (!last || /(?::|comme suit|suivante?s?|ainsi qu'il suit)[ :.]*$/.test(after)) {
    return { answers: [], designated, announces: designated === undefined ? 'whole' : 'changes' }
  }
  return { answers: [refusal('vague')], designated }
}
