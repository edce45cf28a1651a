// What an amendment would change besides words: promises and bodies as the reader finds them in the text before and after. Pure.
import { nameKey } from '../../kernel/text.ts'
import type { TextNode } from '../../amending/consolidation.ts'
import type { Body, Obligation, Reading } from '../../reading/facts.ts'

export type PromiseRead = Pick<Obligation, 'article' | 'kind' | 'bearer' | 'rule'>
/** A promise that appears (`before` null), goes (`after` null) or changes. */
export type PromiseChange = { readonly before: PromiseRead | null; readonly after: PromiseRead | null }
export type BodyRead = Pick<Body, 'name' | 'article' | 'seats' | 'meetingsPerYear'>
export type BodyChange = { readonly before: BodyRead | null; readonly after: BodyRead | null }

/** The text of the provisions as one document, for the reader: headings as it knows them. */
export const asDocument = (nodes: readonly Pick<TextNode, 'number' | 'heading' | 'depth' | 'text'>[]): string =>
  nodes.filter(({ heading, text }) => heading !== '' || text !== '').map(({ number, heading, depth, text }) => {
    const name = depth === 1 && /^\d/.test(number) ? `Article ${number}` : number
    return `${'#'.repeat(Math.min(depth, 4) + 1)} ${name}${heading === '' ? '' : `${depth === 1 ? ' –' : ''} ${heading}`}\n\n${text}`
  }).join('\n\n')

const sameRule = (one: PromiseRead, other: PromiseRead): boolean =>
  one.kind === other.kind && nameKey(one.bearer ?? '') === nameKey(other.bearer ?? '') && JSON.stringify(one.rule) === JSON.stringify(other.rule)

/** Promises before and after: those that stay are left out; of the rest, two of one article and kind are one that changes. */
export function comparePromises(before: Pick<Reading, 'obligations'>, after: Pick<Reading, 'obligations'>): readonly PromiseChange[] {
  const [gone, come] = paired<PromiseRead>(before.obligations, after.obligations, sameRule)
  const [lost, born, changed] = paired(gone, come, (one, other) => one.article === other.article && one.kind === other.kind)
  return [...changed, ...born.map((promise) => ({ before: null, after: promise })), ...lost.map((promise) => ({ before: promise, after: null }))]
}

/** Bodies before and after, by name. */
export function compareBodies(before: Pick<Reading, 'bodies'>, after: Pick<Reading, 'bodies'>): readonly BodyChange[] {
  const shape = (body: BodyRead): string => JSON.stringify([nameKey(body.name), body.seats, body.meetingsPerYear])
  const [gone, come] = paired<BodyRead>(before.bodies, after.bodies, (one, other) => shape(one) === shape(other))
  const [lost, born, changed] = paired(gone, come, (one, other) => nameKey(one.name) === nameKey(other.name) || one.article === other.article)
  return [...changed, ...born.map((body) => ({ before: null, after: body })), ...lost.map((body) => ({ before: body, after: null }))]
}

/** Each thing of one side with the first like it on the other, each matched once; and what is left on both sides. */
function paired<Thing>(
  before: readonly Thing[], after: readonly Thing[], alike: (one: Thing, other: Thing) => boolean,
): [Thing[], Thing[], { before: Thing; after: Thing }[]] {
  const rest = [...after]
  const lost: Thing[] = []
  const pairs: { before: Thing; after: Thing }[] = []
  for (const thing of before) {
    const place = rest.findIndex((other) => alike(thing, other))
    const other = place < 0 ? undefined : rest[place]
    if (other === undefined) lost.push(thing)
    else {
      rest.splice(place, 1)
      pairs.push({ before: thing, after: other })
    }
  }
  return [lost, rest, pairs]
}
