// Every statement about certificates: added, found, never changed.
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
export type KeptCertificate = {
  readonly code: string; readonly about: Id<'operation'> | null; readonly issuedAt: Instant; readonly on: PlainDate; readonly content: string
  readonly sha256: Buffer
}

/** `once`: what a form sent twice has in common; null where its sender is known. False when this form already left a certificate. */
export async function insertCertificate(db: Db, certificate: KeptCertificate, once: Buffer | null): Promise<boolean> {
  const { code, about, issuedAt, on, content, sha256 } = certificate
  const added = await db.insertInto('certificate').values({ code, about, issued_at: issuedAt, on_day: on, content, sha256, once })
    .onConflict((conflict) => conflict.column('once').doNothing()).returning('code').executeTakeFirst()
  return added !== undefined
}

const certificates = (db: Db) => db.selectFrom('certificate').select(['code', 'about', 'issued_at as issuedAt', 'on_day as on', 'content', 'sha256'])

export const findCertificate = async (db: Db, code: string): Promise<KeptCertificate | undefined> =>
  await certificates(db).where('code', '=', code).executeTakeFirst()

export const findCertificateByForm = async (db: Db, once: Buffer): Promise<KeptCertificate | undefined> =>
  await certificates(db).where('once', '=', once).executeTakeFirst()

export const findCertificateByHash = async (db: Db, sha256: string): Promise<KeptCertificate | undefined> =>
  await certificates(db).where('sha256', '=', Buffer.from(sha256, 'hex')).executeTakeFirst()
