// Reads a convention: raw text in, facts out. Pure and total; every reader of facts is called here, in the order they lean on each other.
import { readAmounts, readRates } from './amounts.ts'
import { readArticles } from './articles.ts'
import { readBodies } from './bodies.ts'
import { readDates } from './dates.ts'
import { findDefects } from './defects.ts'
import { type Article, type Obligation, type Reading, readingSchema } from './facts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { cleanText } from './noise.ts'
import { readInstructions } from './instructions.ts'
import { readObligations } from './obligations.ts'
import { findPartyBlock } from './party-block.ts'
import { readParties } from './parties.ts'
import { readProgrammes } from './programmes.ts'
import { readRecitals } from './recitals.ts'
import { readReferences } from './references.ts'
import { findSignatureBlock } from './signature-block.ts'
import { readSignatures, readSignedParties } from './signatures.ts'
import { readTerm } from './term.ts'
import { type LocatedArticle, type Text, textOf } from './text.ts'
import { amends, readKind, readLanguage, readTitle } from './title.ts'

/** All the facts of a convention, whatever the text: what is not there is empty, what is doubtful has a low confidence. */
export function readConvention(raw: string, gazetteer: Gazetteer): Reading {
  const { source, lines, stamps } = cleanText(raw)
  const bare = textOf(source, lines)
  const block = findSignatureBlock(bare)
  const until = block?.start ?? source.clean.length
  const text: Text = { ...bare, articles: readArticles(bare, until) }
  const title = readTitle(text)
  const signed = block === undefined ? { parties: [], scrambled: false } : readSignedParties(block, text)
  const parties = readParties(text, signed.parties, stamps, title, gazetteer)
  const signatures = readSignatures(block, signed, text, parties)
  const dates = readDates(text, parties)
  const bodies = readBodies(text)
  const kind = readKind(text, title)
  const orders = kind === 'amendment' || amends(title) ? readInstructions(text) : { instructions: [], unread: [] }
  const facts = {
    schema: readingSchema,
    title: title.words,
    kind,
    language: readLanguage(text),
    parties,
    recitals: readRecitals(text, findPartyBlock(text)?.end ?? title.end, until),
    articles: text.articles.map(published),
    stamps,
    term: readTerm(text, signatures, dates),
    dates,
    amounts: readAmounts(text),
    rates: readRates(text),
    bodies,
    obligations: withoutOrders(readObligations(text, bodies, parties), orders, raw),
    references: readReferences(text),
    programmes: readProgrammes(text, gazetteer),
    signatures,
    instructions: orders.instructions,
    unreadInstructions: orders.unread,
  } as const
  return { ...facts, defects: findDefects({ ...facts, text }, gazetteer) }
}

/** What an amendment orders binds nobody by itself; a promise in the text it quotes does. Both stand in the order of the text. */
function withoutOrders(promises: readonly Obligation[], { instructions, unread }: ReturnType<typeof readInstructions>, raw: string) {
  const orders = [...instructions, ...unread].map(({ span }) => span).sort((one, other) => one.start - other.start)
  let first = 0
  return promises.filter(({ span }) => {
    while ((orders[first]?.end ?? Infinity) <= span.start) first += 1
    const order = orders[first]
    return order === undefined || order.start >= span.end || /[«“"]/.test(raw.slice(order.start, span.start))
  })
}

const published = ({ number, heading, depth, text, span }: LocatedArticle): Article => ({ number, heading, depth, text, span })
