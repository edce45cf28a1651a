// The rights guard and the transaction of a request: who may, inside which operation, journalled under which event.
import { createMiddleware } from 'hono/factory'
import type { Kysely } from 'kysely'
import { holds } from '../kernel/rights.ts'
import { readId } from '../kernel/id.ts'
import type { Instant, PlainDate } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { HeldMandate, Right, Role } from '../kernel/rights.ts'
import type { Schema } from '../schema.ts'
import { inTenant } from './database.ts'
import { appendToJournal } from './journal.ts'
import { TurnedAway, notFound, postedForm, reader } from './web.ts'
import type { Env, Reader, Request } from './web.ts'

/**
 * Lets in who holds this right today in the operation of the address. Without a session: sign-in page. Unknown operation, or no mandate
 * ever held in it: not found. Everything after runs in one transaction fenced to the operation: read-only for GET, undone when the answer
 * is a refusal or an error.
 */
export const may = (right: Right) =>
  createMiddleware<Env>(async (c, next) => {
    const person = reader(c)
    const operation = await enter(c, person)
    const readOnly = c.req.method === 'GET' || c.req.method === 'HEAD'
    try {
      await inTenant(c.var.services.database, { operationId: operation.operation_id, personId: person.id, readOnly }, async (db) => {
        const held = await heldRoles(db, person.id, c.var.today)
        if (held.known === 0) notFound()
        if (!holds(held.roles, right)) throw new TurnedAway('forbidden', right)
        c.set('db', db)
        c.set('space', {
          operationId: operation.operation_id, slug: operation.slug, name: operation.name, demonstration: operation.demonstration, roles: held.roles,
          mandates: held.mandates,
        })
        await next()
        if (c.error !== undefined) throw c.error
        if (!readOnly && c.res.status >= 400) throw new Undone()
      })
      c.var.afterCommit?.()
    } catch (error) {
      // The answer is already made: a refusal to show as it is, or an error page for an error the handler threw.
      if (!(error instanceof Undone) && error !== c.error) throw error
    }
  })

class Undone extends Error {}

/** The operation of the address, when this person has a door to it. */
async function enter(c: Request, person: Reader) {
  const operation = await c.var.services.database.kysely.selectFrom('operation')
    .innerJoin('operation_access', 'operation_access.operation_id', 'operation.operation_id')
    .select(['operation.operation_id', 'operation.slug', 'operation.name', 'operation.demonstration'])
    .where('operation.slug', '=', c.req.param('operation') ?? '')
    .where('operation_access.person_id', '=', person.id)
    .executeTakeFirst()
  return operation ?? notFound()
}

type Held = { readonly known: number; readonly roles: readonly Role[]; readonly mandates: readonly HeldMandate[] }
/** Mandates in force that day give roles; `known` counts all mandates, past ones included. Inside the operation's transaction. */
export async function heldRoles(db: Env['Variables']['db'], personId: Reader['id'], day: PlainDate): Promise<Held> {
  const mandates = await db.selectFrom('mandate').select(['role', 'organisation_id as organisationId', 'since', 'until'])
    .where('person_id', '=', personId).execute()
  const inForce = mandates.filter((mandate) => mandate.since <= day && (mandate.until === null || mandate.until >= day))
  return {
    known: mandates.length, roles: [...new Set(inForce.map((mandate) => mandate.role))],
    mandates: inForce.map(({ role, organisationId }) => ({ role, organisationId })),
  }
}

/**
 * Names the event a changing route appends to the journal; comes after `may`. A form sent twice with the same key is written once and
 * answers with the page the first sending led to. A success that recorded nothing is our mistake, and is undone.
 */
export const recorded = (what: string) =>
  createMiddleware<Env>(async (c, next) => {
    const { operationId } = c.var.space
    const person = reader(c)
    let entries = 0
    c.set('record', async (object) => {
      entries += 1
      await appendToJournal(c.var.db, operationId, person.id, c.var.now, { what, ...object })
    })
    c.set('unchanged', () => void (entries += 1))
    const key = await onceKey(c)
    const sending = key === undefined ? undefined : { operationId, key, personId: person.id }
    const before = sending === undefined ? undefined : await sentBefore(c.var.db, { ...sending, location: pageBefore(c), at: c.var.now })
    if (before !== undefined) return c.redirect(before, 303)
    await next()
    if (c.error !== undefined || c.res.status >= 400) return
    if (entries === 0) throw new Error(`route of ${what} wrote nothing to the journal`)
    const location = c.res.headers.get('location')
    if (sending !== undefined && location !== null) await leadTo(c.var.db, sending, location)
  })

/**
 * For a changing route whose writes are no fact (a draft, a form read back to a page): says why nothing is journalled. Comes after `may`, where
 * `recorded` would.
 */
export const unrecorded = (_why: string) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('record', () => Promise.reject(new Error('a route that journals nothing recorded something')))
    await next()
  })

/** One form as it was shown to one person: its key is made with the page. */
type Sending = { readonly operationId: Id<'operation'>; readonly key: Id<'submission'>; readonly personId: Id<'person'> }

/** The page that the first sending of this form led to; undefined when this is the first. Of two at the same instant, the second waits here. */
export async function sentBefore(db: Kysely<Schema>, sending: Sending & { location: string; at: Instant }): Promise<string | undefined> {
  const { operationId, key, personId, location, at } = sending
  const first = await db.insertInto('submission').values({ operation_id: operationId, key, person_id: personId, location, at })
    .onConflict((conflict) => conflict.doNothing()).returning('key').executeTakeFirst()
  if (first !== undefined) return undefined
  return (await db.selectFrom('submission').select('location').where('key', '=', key).where('person_id', '=', personId).executeTakeFirst())?.location
}

/** Where later sendings of the same form will lead. */
export async function leadTo(db: Kysely<Schema>, { key, personId }: Sending, location: string): Promise<void> {
  await db.updateTable('submission').set({ location }).where('key', '=', key).where('person_id', '=', personId).execute()
}

/** The page the form stood on: where a second sending leads when the first one answered without a redirection. */
function pageBefore(c: Request): string {
  const referer = c.req.header('referer')
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname : '/'
}

async function onceKey(c: Request) {
  const form = await postedForm(c)
  const key = form['cle']
  return typeof key === 'string' ? readId<'submission'>(key) : undefined
}
