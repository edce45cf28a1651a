// An answer for a request: inside an operation for its people, or for anybody from the operations that opened their answers.
import type { PlainDate } from '../../kernel/date.ts'
import { inTenant } from '../../platform/database.ts'
import type { Request } from '../../platform/web.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { communeOfCode } from '../territories/territory.rules.ts'
import { askerOf } from './asking.store.ts'
import { answerPlace } from './answer.ts'
import type { Question } from './answer.ts'
import { recordOf } from './answer-record.ts'
import type { AnswerRecord } from './answer-record.ts'
import { listOpenOperations } from './openings.store.ts'
import type { OpenOperation } from './openings.store.ts'
import { audienceNames } from './question.rules.ts'
import type { AudienceName, PlaceAsked } from './question.rules.ts'
import { sourcesOf } from './sources.ts'

export type Wanted = { readonly place: PlaceAsked; readonly on: PlainDate; readonly role: AudienceName | undefined; readonly project?: boolean }

const questionOf = ({ place, on, role, project = false }: Wanted, demonstration: boolean): Question =>
  ({ place, on, audience: role === undefined ? undefined : audienceNames[role], project, demonstration })

/** In the operation of the request, inside its transaction. */
export async function answerInside(c: Request, wanted: Wanted): Promise<AnswerRecord> {
  const { db, space, today, services } = c.var
  const { operationId, name, slug, demonstration } = space
  const answer = await answerPlace(sourcesOf(db, operationId, today), askerOf(db, services.log, true), questionOf(wanted, demonstration))
  return recordOf(answer, { name, slug }, wanted.role)
}

export type PublicAnswer = { readonly record: AnswerRecord; readonly operation: OpenOperation }
/** By the open operation whose EPCI holds the place, or of which a sector does; undefined when none can answer. `only`: the operation asked for. */
export async function answerAnybody(c: Request, wanted: Wanted, only?: string): Promise<PublicAnswer | undefined> {
  const { today, services: { database, log } } = c.var
  const all = (await listOpenOperations(database.kysely)).filter(({ slug }) => only === undefined || slug === only)
  const insee = communeOf(wanted.place)
  const epci = insee === undefined ? undefined : loadTerritoryCodes().commune(insee)?.epci
  const mine = insee === undefined ? all : all.filter(({ epciSiren }) => epciSiren === epci)
  // Nobody's own commune: an operation asked for by name says itself what it cannot know.
  const candidates = mine.length === 0 && only !== undefined ? all : mine
  let first: PublicAnswer | undefined
  for (const operation of candidates) {
    const { id, name, slug, demonstration } = operation
    const record = await inTenant(database, { operationId: id, personId: null, readOnly: true }, async (db) =>
      recordOf(await answerPlace(sourcesOf(db, id, today), askerOf(db, log, true), questionOf(wanted, demonstration)), { name, slug }, wanted.role))
    const epciFound = record.commune.value === null ? undefined : loadTerritoryCodes().commune(record.commune.value.insee)?.epci
    if (record.sectors.length > 0 || epciFound === operation.epciSiren) return { record, operation }
    // What nobody here covers is answered by none, unless it is the one asked for.
    if (only !== undefined || record.commune.value === null) first ??= { record, operation }
  }
  return first
}

function communeOf(place: PlaceAsked): string | undefined {
  if (place.how === 'address') return communeOfCode(place.address.insee)
  if (place.how === 'parcel') return communeOfCode(place.parcel.slice(0, 5))
  return place.how === 'commune' ? place.insee : place.how === 'outside' ? place.insee ?? undefined : undefined
}
