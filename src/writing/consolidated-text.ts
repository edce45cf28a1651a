// The text of a convention as it stands on a day, with what must be said around it: every file of this room is written from it.
import type { Amendment, ConsolidatedNode, Consolidation } from '../amending/consolidation.ts'
import type { PlainDate } from '../kernel/date.ts'
import { isTitle } from '../kernel/provision.ts'
import type { ConventionKind } from '../law/convention-kind.ts'
import type { Change } from '../reading/instruction.ts'

/**
 * `operation`: name of the operation. `address`: of the convention's page, absolute, without a day. `signedOn`: null when unknown.
 * `versionLabel`: `Version en vigueur au 5 avril 2024`. `state`: one French sentence, its full stop included, empty when there is none to say.
 */
export type TextAbout = {
  readonly title: string; readonly operation: string; readonly conventionKind: ConventionKind; readonly address: string
  readonly signedOn: PlainDate | null; readonly versionLabel: string; readonly state: string
}

/** What the files say of an amendment. `number`: `1`, when it has one. `signedOn`: null when unknown. `address`: of its page, absolute. */
export type AmendmentAbout = {
  readonly id: string; readonly title: string; readonly number?: string | undefined; readonly signedOn: PlainDate | null; readonly address: string
}

/** One instruction in force. `keys`: the nodes it touched. `sentence`: French, what it did. */
export type Effect = {
  readonly instruction: string; readonly since: PlainDate; readonly sentence: string; readonly change: Change; readonly keys: readonly string[]
}
/** An amendment with instructions in force. `since`: the first day one of them was. */
export type TextAmendment = AmendmentAbout & { readonly since: PlainDate; readonly effects: readonly Effect[] }

export type ConsolidatedText = TextAbout & {
  readonly on: PlainDate
  readonly nodes: readonly ConsolidatedNode[]
  /** Those in force that day, in the order they apply. */
  readonly amendments: readonly TextAmendment[]
  readonly algorithm: string
}

/**
 * Puts together what the files need. `amendments`: in the order they were given to the consolidation. The part that is the title of the text stands
 * as its title, and not among its parts.
 */
export function consolidatedText(
  about: TextAbout, consolidation: Consolidation, amendments: readonly (Amendment & AmendmentAbout)[],
): ConsolidatedText {
  const { on, algorithm } = consolidation
  const title = consolidation.nodes.find((node) => isTitle(node.number) && node.heading.trim() !== '')?.heading ?? about.title
  const nodes = consolidation.nodes.filter((node) => !isTitle(node.number))
  return { ...about, title, on, nodes, algorithm, amendments: amendments.flatMap((amendment) => inForce(amendment, consolidation)) }
}

function inForce({ id, title, number, signedOn, address, instructions }: Amendment & AmendmentAbout, { applied, nodes }: Consolidation) {
  const since = new Map(applied.filter((one) => one.amendment === id).map((one) => [one.instruction, one.since]))
  const effects = instructions.flatMap(({ id: instruction, change, sentence }): Effect[] => {
    const day = since.get(instruction)
    const keys = nodes.filter((node) => node.touchedBy.includes(instruction)).map((node) => node.key)
    return day === undefined ? [] : [{ instruction, since: day, sentence, change, keys }]
  })
  const [first] = effects.map((effect) => effect.since).sort()
  return first === undefined ? [] : [{ id, title, ...(number !== undefined && { number }), signedOn, address, since: first, effects }]
}
