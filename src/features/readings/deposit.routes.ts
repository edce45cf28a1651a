// Starting from a convention: hand in a document, and find its operation founded, or extended, with the reading ready to review.
import { largestDocument } from '../../extraction/limits.ts'
import { problemSentences } from '../../extraction/sentences.ts'
import type { Fault } from '../../design/faults.tsx'
import { newId, readId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { heldRoles, leadTo, sentBefore } from '../../platform/guard.ts'
import { TurnedAway, fields, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { foundOperation } from '../operations/founding.ts'
import { proposedName } from '../operations/operation.rules.ts'
import { listOperations } from '../operations/operations.store.ts'
import { frame, page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { membersOf } from '../territories/territory.rules.ts'
import { DepositFirstPage, depositFaults } from './deposit.pages.tsx'
import { foundFrom } from './deposit.rules.ts'
import type { DepositProblem, Founding } from './deposit.rules.ts'
import { depositedFile } from './deposited-file.ts'
import { keepDeposit, keepReading, readDocument } from './reading-job.ts'

export const deposit = routes()
/** Team practice: a reader waits this long at most here; a longer reading is handed in inside an operation, where it goes on alone. */
const waitMs = 45_000

deposit.get(paths.deposit(), (c) => {
  reader(c)
  return depositPage(c, '', [])
})

deposit.post(paths.deposit(), async (c) => {
  const person = reader(c)
  const { capacity, id } = await fields(c, ['capacity', 'id'])
  const refuse = (problem: DepositProblem) => depositPage(c, capacity, [depositFaults[problem]])
  const file = await depositedFile(c)
  if (file === undefined) return refuse('fileMissing')
  if (file.bytes.length > largestDocument) return refuse('fileTooLarge')
  if (capacity === '' || capacity.length > 200) return refuse('capacityMissing')
  const read = await readDocument(file.bytes, file.fileName, { signal: AbortSignal.timeout(waitMs) })
  if ('problem' in read) {
    return read.problem === 'cancelled' ? refuse('tooSlow') : depositPage(c, capacity, [['file', problemSentences[read.problem]]])
  }
  const outcome = foundFrom(read.reading.parties, (siren) => membersOf(loadTerritories(), epciOf(siren)).map((commune) => commune.insee))
  if (!outcome.ok) return refuse(outcome.problems[0] ?? 'epciUnknown')
  const place = await placeOf(c, outcome.value, readId<'operation'>(id) ?? newId<'operation'>())
  const key = readId<'submission'>(id)
  const location = await inTenant(c.var.services.database, { operationId: place.id, personId: person.id }, async (db) => {
    const epci = epciOf(outcome.value.epciSiren)
    const founding = {
      id: place.id, epci, name: proposedName(epci.name), mainTownInsee: outcome.value.mainTownInsee, capacity, personId: person.id, at: c.var.now,
      today: c.var.today,
    }
    const { slug, founded } = place.slug === undefined ? await foundOperation(db, founding) : { slug: place.slug, founded: true }
    if (!holds((await heldRoles(db, person.id, c.var.today)).roles, 'depositDocument')) throw new TurnedAway('forbidden', 'depositDocument')
    const sending = key === undefined ? undefined : { operationId: place.id, key, personId: person.id }
    const before = sending === undefined ? undefined : await sentBefore(db, { ...sending, location: paths.readings(slug), at: c.var.now })
    if (before !== undefined || !founded) return before ?? paths.readings(slug)
    const kept = await keepDeposit(db, place.id, { ...file, by: person.id, at: c.var.now })
    await keepReading(db, place.id, kept, read, person.id, c.var.now)
    if (sending !== undefined) await leadTo(db, sending, paths.reading(slug, kept))
    return paths.reading(slug, kept)
  })
  return c.redirect(location, 303)
})

const epciOf = (siren: string) => loadTerritories().epci(siren) ?? notFound()

/** The operation this person already has for that EPCI, or the one to found under `newOne`. */
async function placeOf(c: Request, { epciSiren }: Founding, newOne: NonNullable<ReturnType<typeof readId<'operation'>>>) {
  const known =
    (await listOperations(c.var.services.database.kysely, reader(c).id)).find((operation) =>
      operation.epciSiren === epciSiren && operation.id !== newOne)
  return known === undefined ? { id: newOne, slug: undefined } : { id: known.id, slug: known.slug }
}

const depositPage = (c: Request, capacity: string, faults: readonly Fault[]) =>
  page(c, DepositFirstPage({ frame: frame(c), capacity, id: newId<'operation'>(), maxBytes: largestDocument, faults }), faults.length > 0 ? 422 : 200)
