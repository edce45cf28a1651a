// The perimeters of an operation on a day, parsed and indexed once: which of them hold a point. Remembered until something is written there.
import type { PlainDate } from '../../kernel/date.ts'
import { buildPointIndex } from '../../geometry/point-index.ts'
import type { PointIndex } from '../../geometry/point-index.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import { listSituations, shapesOf } from './sectors.store.ts'
import type { SectorOnDay } from './sectors.store.ts'
import type { SectorSituation } from './situation.rules.ts'

/** `index`: rank of a shape in it = rank in `versions`. `all`: those that are not in force too, and those nobody drew. */
type SectorsOnDay = { readonly versions: readonly SectorOnDay[]; readonly all: readonly SectorSituation[]; readonly index: PointIndex }

/** Days and operations kept: an index of two thousand sectors takes a few megabytes. */
const most = 16

/** `(db, operationId, day)`. Worked out anew in a transaction that may write, remembered in one that only reads. */
export const sectorsOn = rememberedByJournal(most, async (db, day: PlainDate): Promise<SectorsOnDay> => {
  const all = await listSituations(db, day)
  const versions = shapesOf(all)
  return { versions, all, index: buildPointIndex(versions.map(({ version }) => version.geometry)) }
})
