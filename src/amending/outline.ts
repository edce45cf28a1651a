// What amendments change, for a committee: one French line for each instruction, those on the same article together.
import { inWords, type PlainDate } from '../kernel/date.ts'
import { provisionName } from '../kernel/provision.ts'
import type { Change } from '../reading/instruction.ts'
import type { Amendment, Consolidation } from './consolidation.ts'
import { numberKey } from './draft.ts'

/** `note`: why it is refused, or until when it waits; empty for an instruction that applies. */
export type OutlineLine = {
  readonly instruction: string; readonly amendment: string; readonly sentence: string
  readonly status: 'applied' | 'refused' | 'waiting'; readonly since: PlainDate | null; readonly note: string
}
/** `title`: « Article 5 », « Annexe 2 », « Durée », « Parties »… */
export type OutlineGroup = { readonly title: string; readonly lines: readonly OutlineLine[] }

/** What the outline looks at in a consolidation; empty lists for an amendment that is not applied to anything yet: all then waits. */
type Standing = Pick<Consolidation, 'applied' | 'refused' | 'waiting'>

/** Every instruction of the amendments, as it stands in a text consolidated on some day; articles in the order they are first cited. */
export function outline(consolidation: Standing, amendments: readonly Amendment[]): readonly OutlineGroup[] {
  const groups = new Map<string, OutlineLine[]>()
  for (const amendment of amendments) {
    for (const { id, change, sentence } of amendment.instructions) {
      const title = groupOf(change)
      const line = { instruction: id, amendment: amendment.id, sentence, ...standingOf(consolidation, id) }
      groups.set(title, [...(groups.get(title) ?? []), line])
    }
  }
  return [...groups].map(([title, lines]) => ({ title, lines }))
}

function standingOf({ applied, refused, waiting }: Standing, instruction: string): Pick<OutlineLine, 'status' | 'since' | 'note'> {
  const done = applied.find((one) => one.instruction === instruction)
  if (done !== undefined) return { status: 'applied', since: done.since, note: '' }
  const refusal = refused.find((one) => one.instruction === instruction)
  if (refusal !== undefined) return { status: 'refused', since: null, note: refusal.message }
  const since = waiting.find((one) => one.instruction === instruction)?.since ?? null
  return { status: 'waiting', since, note: since === null ? 'En attente de la signature de l’avenant.' : `En vigueur le ${inWords(since)}.` }
}

function groupOf(change: Change): string {
  switch (change.verb) {
    case 'term': return 'Durée'
    case 'party': return 'Parties'
    case 'sector': return 'Secteurs d’intervention'
    case 'body': return 'Instances'
    case 'replace': case 'insert': case 'complete': case 'delete': case 'renumber': return articleOf(change.target.article)
  }
}

/** « 3 bis » is an article of its own; « 3.2 » is listed under article 3. */
function articleOf(article: string | undefined): string {
  if (article === undefined) return 'Ensemble du texte'
  if (numberKey(article) === 'intitule') return 'Intitulé'
  return provisionName(/^\d+\.\d/.test(article) ? (article.split('.')[0] ?? article) : article)
}
