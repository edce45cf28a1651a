// From a consolidated text back to its base, byte for byte, with nothing but what the consolidation keeps.
import type { Consolidation, Strand, TextNode } from './consolidation.ts'

const wordsOfBase = (strands: readonly Strand[]): string => strands.filter(({ by }) => by === null).map(({ text }) => text).join('')

/** The base text: parts that no instruction added, with the words that no instruction put there. */
export const undo = ({ nodes }: Pick<Consolidation, 'nodes'>): readonly TextNode[] =>
  nodes.filter(({ insertedBy }) => insertedBy === null).map(({ key, history }) => ({
    key, number: wordsOfBase(history.number), heading: wordsOfBase(history.heading), depth: history.baseDepth, text: wordsOfBase(history.text),
  }))
