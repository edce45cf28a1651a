// What a request carries through the floors, and the three ways it can be turned away.
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Kysely } from 'kysely'
import { readId } from '../kernel/id.ts'
import type { Instant, PlainDate } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { HeldMandate, Right, Role } from '../kernel/rights.ts'
import type { Schema } from '../schema.ts'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import type { Event } from './journal.ts'
import type { Log } from './log.ts'

/** The signed-in person, and the session that says so. */
export type Reader = { readonly id: Id<'person'>; readonly name: string; readonly email: string; readonly sessionId: Id<'session'> }
/** The operation of the address, as its reader may enter it today. */
type Space = {
  readonly operationId: Id<'operation'>; readonly slug: string; readonly name: string; readonly demonstration: boolean
  readonly roles: readonly Role[]
  /** The mandates in force behind these roles. */
  readonly mandates: readonly HeldMandate[]
}
export type Services = { readonly config: Config; readonly database: Database<Schema>; readonly clock: () => Date; readonly log: Log }

export type Env = {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string } } }
  Variables: {
    services: Services
    requestId: string
    /** Network address of the other end of the connection. */
    remoteAddress: string
    now: Instant
    today: PlainDate
    /** The day whose situation is asked for by `?le=`: today unless the address says another. */
    day: PlainDate
    /** What `?le=` was worth: not there, a day, or something that is no day between 1900 and 2200. */
    dayAsked: 'no' | 'yes' | 'unreadable'
    theme: 'light' | 'dark' | undefined
    reader: Reader | undefined
    /** Inside an operation: the transaction of this request, fenced to it. Outside: the plain connection pool. */
    db: Kysely<Schema>
    space: Space
    /** Appends to the journal under the route's event name. */
    record: (object: Pick<Event, 'objectKind' | 'objectId' | 'before' | 'after'>) => Promise<void>
    /** Says that the form asked for nothing new: there is nothing to journal. */
    unchanged: () => void
    /** What to start once the transaction of this request has ended well. */
    afterCommit: (() => void) | undefined
  }
}
export type Request = Context<Env>

export const routes = (): Hono<Env> => new Hono<Env>()

/** Thrown in the shell, answered by one page each in `app.ts`. */
export class TurnedAway extends Error {
  readonly reason: 'notFound' | 'forbidden' | 'notYours' | 'signIn' | 'crossSite' | 'tooLarge'
  readonly right: Right | undefined
  constructor(reason: TurnedAway['reason'], right?: Right) {
    super(reason)
    this.reason = reason
    this.right = right
  }
}

export function notFound(): never {
  throw new TurnedAway('notFound')
}

/** The id in the address; not found when it cannot be one. */
export const idOf = <Noun extends string>(c: Request, name: string): Id<Noun> => readId<Noun>(c.req.param(name) ?? '') ?? notFound()

/** The posted form; an empty one when the body is not that of a form, which no browser sends. */
export async function postedForm(c: Request): Promise<Readonly<Record<string, string | File>>> {
  try {
    return await c.req.parseBody()
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

/**
 * Text fields of the posted form, trimmed, lines parted as the server does (browsers send CR LF),
 * without the one character PostgreSQL has no place for, empty when absent.
 */
export async function fields<Name extends string>(c: Request, names: readonly Name[]): Promise<Record<Name, string>> {
  const form = await postedForm(c)
  return Object.fromEntries(names.map((name) => [name, textOf(form[name])])) as Record<Name, string>
}

/** The same for every text field there is: a form whose fields are many, or as many as its reader made them. */
export async function allFields(c: Request): Promise<Readonly<Record<string, string>>> {
  const form = await postedForm(c)
  return Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, textOf(value)]] : [])))
}

const textOf = (value: string | File | undefined): string =>
  (typeof value === 'string' ? value.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim() : '')

/** A password of the posted form, exactly as it was typed: a space at its end is part of it. */
export async function secret(c: Request, name: 'password' | 'current'): Promise<string> {
  const value = (await postedForm(c))[name]
  return typeof value === 'string' ? value : ''
}

/** A whole number out of an address or a form, as a column holds it; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  const value = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.NaN
  return value < 2 ** 31 ? value : undefined
}

/** The person signed in; sends to the sign-in page when there is none. */
export function reader(c: Request): Reader {
  if (c.var.reader === undefined) throw new TurnedAway('signIn')
  return c.var.reader
}
