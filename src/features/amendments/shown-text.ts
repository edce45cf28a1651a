// The text on a day as pages show it: each word with its source, each change with its sentence, what waits and what was refused. Pure.
import type { ConsolidatedNode, Consolidation, Piece } from '../../amending/consolidation.ts'
import type { Source, SourcedText } from '../../design/provenance.tsx'
import { plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { versionsOf } from './amendment.rules.ts'
import { titleKey } from './amendments.store.ts'
import type { TextAmendment, TextSource } from './text-at.ts'

type Maker = Pick<TextAmendment, 'id' | 'slug' | 'label' | 'sign' | 'entersOn' | 'state'>
/** One thing an amendment did to a part of the text, or will do, or cannot do. */
export type Change = {
  readonly instruction: string; readonly sentence: string; readonly amendment: Maker; readonly href: string; readonly since: PlainDate | null
}
export type ShownText = {
  readonly day: PlainDate
  /** The rules that applied the instructions, and the other rules some of them were written under. */
  readonly algorithm: string; readonly formerAlgorithms: readonly string[]
  /** The title that day. */
  readonly title: string | undefined
  readonly nodes: readonly (ConsolidatedNode & { readonly sourced: readonly SourcedText[]; readonly title: readonly SourcedText[]
    readonly changes: readonly Change[] })[]
  readonly makers: readonly Maker[]
  readonly versions: readonly { readonly since: PlainDate; readonly makers: readonly Maker[] }[]
  /** In force that day and not in the words: term, parties, sectors, bodies. */
  readonly beyond: readonly Change[]
  readonly applied: readonly Change[]; readonly waiting: readonly Change[]; readonly refused: readonly (Change & { readonly message: string })[]
}

/** Puts the text of a day together with what pages say of it. `slug`: of the operation. */
export function shownText(source: TextSource, text: Consolidation, slug: string): ShownText {
  const makers = new Map(source.amendments.map((amendment) => [amendment.id, amendment]))
  const changeOf = (amendment: string, instruction: string, since: PlainDate | null): readonly Change[] => {
    const maker = makers.get(amendment)
    const sentence = maker?.instructions.find((one) => one.id === instruction)?.sentence ?? ''
    return maker === undefined ? [] : [{ instruction, sentence, amendment: maker, href: hrefOf(slug, maker, instruction), since }]
  }
  const since = new Map(text.applied.map((one) => [one.instruction, one]))
  const sourceOf = ({ by, instruction }: Piece): Source | undefined => {
    const maker = by === null ? undefined : makers.get(by)
    return maker && { key: instruction ?? maker.id, sign: maker.sign, label: maker.label, href: hrefOf(slug, maker, instruction ?? '') }
  }
  const sourced = (pieces: readonly Piece[]): readonly SourcedText[] => pieces.map((piece) => ({ text: piece.text, source: sourceOf(piece) }))
  return {
    day: text.on, algorithm: text.algorithm,
    makers: source.amendments,
    formerAlgorithms: [...new Set([...source.instructions.values()].map((one) => one.algorithm))].filter((rules) => rules !== text.algorithm),
    title: text.nodes.find((node) => node.key === titleKey)?.heading,
    nodes: text.nodes.filter((node) => node.key !== titleKey).map((node) => ({
      ...node, sourced: sourced(node.pieces), title: sourced(node.headingPieces),
      changes: node.touchedBy.flatMap((id) => changeOf(since.get(id)?.amendment ?? '', id, since.get(id)?.since ?? null)),
    })),
    versions: versionsOf(source.amendments).map((version) =>
      ({ since: version.since, makers: version.amendments.flatMap((id) => makers.get(id) ?? []) })),
    beyond: text.changes.flatMap((one) => changeOf(one.amendment, one.instruction, one.since)),
    applied: text.applied.flatMap((one) => changeOf(one.amendment, one.instruction, one.since)),
    waiting: text.waiting.toSorted((one, other) => (one.since ?? '9999').localeCompare(other.since ?? '9999'))
      .flatMap((one) => changeOf(one.amendment, one.instruction, one.since)),
    refused: text.refused.flatMap((one) => changeOf(one.amendment, one.instruction, null).map((change) => ({ ...change, message: one.message }))),
  }
}

const hrefOf = (slug: string, maker: Maker, instruction: string): string => `${paths.instructions(slug, maker.slug)}#instruction-${instruction}`

/** One part of the text at each day it changed, latest first; `since` null for the first text; without node when it did not exist. */
export type NodeVersion = { readonly since: PlainDate | null; readonly on: PlainDate; readonly node: ConsolidatedNode | undefined }
export function historyOf(source: TextSource, key: string, textOn: (source: TextSource, day: PlainDate) => Consolidation): readonly NodeVersion[] {
  const [first, ...later] = versionsOf(source.amendments).map((version) => version.since)
  if (first === undefined) return []
  const versions: NodeVersion[] = []
  for (const since of [null, first, ...later]) {
    const on = since ?? plusDays(first, -1)
    const node = textOn(source, on).nodes.find((one) => one.key === key)
    const last = versions[0]
    if (last === undefined || wordsOf(last.node) !== wordsOf(node)) versions.unshift({ since, on, node })
  }
  return versions
}
const wordsOf = (node: ConsolidatedNode | undefined): string => JSON.stringify(node && [node.number, node.heading, node.text, node.repealedBy])
