// The acts of the register that can be shown as proof, each in one line.
import type { Kysely } from 'kysely'
import { inWords } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { standingActs } from '../../law/standing.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'
import { actNames } from '../acts/act.words.tsx'
import { listActs } from '../acts/acts.store.ts'

export type ActChoice = { readonly id: Id<'act'>; readonly title: string }

/** Those that count on this day, the latest first. */
export async function listActChoices(db: Kysely<Schema>, today: PlainDate): Promise<readonly ActChoice[]> {
  const acts = await listActs(db)
  const standing = new Map(standingActs(acts, today, null).map((act) => [act.id, act]))
  return acts.toReversed().flatMap(({ id, number }) => {
    const act = standing.get(id)
    if (act === undefined) return []
    const title = `${actNames[act.kind]}${number === null ? '' : ` n° ${number}`}, ${act.authority.name}`
    return [{ id, title: act.on === null ? title : `${title}, ${inWords(act.on)}` }]
  })
}
