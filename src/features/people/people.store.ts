// Every SQL statement about people: accounts, sign-in attempts, mandates, invitations.
import type { Kysely } from 'kysely'
import { instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Role } from '../../kernel/rights.ts'
import type { PartyKind } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import { attemptWindowMinutes } from './person.rules.ts'

type Db = Kysely<Schema>
type Account = { readonly id: Id<'person'>; readonly email: string; readonly name: string; readonly passwordHash: string | null }

export const findAccount = (db: Db, email: string): Promise<Account | undefined> =>
  db.selectFrom('person').select(['id', 'email', 'name', 'password_hash as passwordHash']).where('email', '=', email.toLowerCase()).executeTakeFirst()

export async function insertAccount(db: Db, account: Account, now: Instant): Promise<void> {
  const { id, email, name, passwordHash } = account
  await db.insertInto('person').values({ id, email, name, password_hash: passwordHash, created_at: now }).execute()
}

export async function updateName(db: Db, personId: Id<'person'>, name: string): Promise<void> {
  await db.updateTable('person').set({ name }).where('id', '=', personId).execute()
}

export async function updatePassword(db: Db, personId: Id<'person'>, passwordHash: string): Promise<void> {
  await db.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
}

type Attempt = { readonly id: Id<'attempt'>; readonly account: string; readonly address: string }

/**
 * Notes an attempt as a failure before its password is looked at, so that those sent
 * at the same instant count too; forgets those older than a day.
 */
export async function insertAttempt(db: Db, account: string, address: string, now: Date): Promise<Attempt> {
  const attempt = { id: newId<'attempt'>(), account, address }
  await db.insertInto('sign_in_attempt').values({ ...attempt, at: instant(now), succeeded: false }).execute()
  await db.deleteFrom('sign_in_attempt').where('account', '=', account).where('at', '<', instant(new Date(now.getTime() - 86_400_000))).execute()
  return attempt
}

/** Ends an attempt that was no failure: it succeeded, or was not let through. */
export async function endAttempt(db: Db, attempt: Attempt, succeeded: boolean, now: Date): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('id', '=', attempt.id).execute()
  if (succeeded) await db.insertInto('sign_in_attempt').values({ ...attempt, at: instant(now), succeeded }).execute()
}

/** Failures of the last minutes for this account and from this address, this attempt left out. */
export async function countFailures(db: Db, { id, account, address }: Attempt, now: Date): Promise<{ account: number; address: number }> {
  const since = instant(new Date(now.getTime() - attemptWindowMinutes * 60_000))
  const failed = db.selectFrom('sign_in_attempt').where('succeeded', '=', false).where('at', '>', since).where('id', '<>', id)
    .select(({ fn }) => fn.countAll<number>().as('count'))
  const [byAccount, byAddress] = await Promise.all([
    failed.where('account', '=', account).executeTakeFirst(), failed.where('address', '=', address).executeTakeFirst(),
  ])
  return { account: byAccount?.count ?? 0, address: byAddress?.count ?? 0 }
}

type OrganisationRow = {
  readonly id: Id<'organisation'>; readonly name: string; readonly kind: PartyKind; readonly siren: string | null; readonly insee: string | null
}
export const listOrganisations = (db: Db): Promise<OrganisationRow[]> =>
  db.selectFrom('organisation').select(['id', 'name', 'kind', 'siren', 'insee']).orderBy('kind').orderBy('name').execute()

type MandateRow = {
  readonly id: Id<'mandate'>; readonly personId: Id<'person'>; readonly personName: string; readonly email: string; readonly organisation: string
  readonly role: Role; readonly capacity: string; readonly since: PlainDate; readonly until: PlainDate | null
}
/** Mandates of the operation, past ones included, by organisation then person. */
export const listMandates = (db: Db): Promise<MandateRow[]> =>
  db.selectFrom('mandate').innerJoin('person', 'person.id', 'mandate.person_id')
    .innerJoin('organisation', (join) =>
      join.onRef('organisation.operation_id', '=', 'mandate.operation_id').onRef('organisation.id', '=', 'mandate.organisation_id'))
    .select(['mandate.id', 'person.id as personId', 'person.name as personName', 'person.email', 'organisation.name as organisation',
      'mandate.role', 'mandate.capacity', 'mandate.since', 'mandate.until'])
    .orderBy('organisation.name').orderBy('person.name').execute()

type NewMandate = {
  readonly personId: Id<'person'>; readonly organisationId: Id<'organisation'>; readonly role: Role; readonly capacity: string
  readonly since: PlainDate
}

/** Gives a person a mandate, and the door to the operation that goes with it. */
export async function insertMandate(db: Db, operationId: Id<'operation'>, mandate: NewMandate, now: Instant): Promise<Id<'mandate'>> {
  const id = newId<'mandate'>()
  const { personId, organisationId, role, capacity, since } = mandate
  await db.insertInto('operation_access').values({ person_id: personId, operation_id: operationId, since: now })
    .onConflict((conflict) => conflict.doNothing()).execute()
  await db.insertInto('mandate')
    .values({ operation_id: operationId, id, person_id: personId, organisation_id: organisationId, role, capacity, since, until: null }).execute()
  return id
}

export async function updateMandateEnd(db: Db, id: Id<'mandate'>, until: PlainDate): Promise<void> {
  await db.updateTable('mandate').set({ until }).where('id', '=', id).execute()
}

type InvitationRow = {
  readonly id: Id<'invitation'>; readonly email: string; readonly organisationId: Id<'organisation'>; readonly organisation: string
  readonly role: Role
  readonly capacity: string; readonly invitedAt: Instant; readonly expiresAt: Instant; readonly acceptedAt: Instant | null
  readonly revokedAt: Instant | null
}
const invitations = (db: Db) =>
  db.selectFrom('invitation')
    .innerJoin('organisation', (join) =>
      join.onRef('organisation.operation_id', '=', 'invitation.operation_id').onRef('organisation.id', '=', 'invitation.organisation_id'))
    .select(['invitation.id', 'invitation.email', 'invitation.organisation_id as organisationId', 'organisation.name as organisation',
      'invitation.role',
      'invitation.capacity', 'invitation.invited_at as invitedAt', 'invitation.expires_at as expiresAt', 'invitation.accepted_at as acceptedAt',
      'invitation.revoked_at as revokedAt'])

export const listInvitations = (db: Db): Promise<InvitationRow[]> => invitations(db).orderBy('invitation.invited_at', 'desc').execute()
export const findInvitation = (db: Db, id: Id<'invitation'>): Promise<InvitationRow | undefined> =>
  invitations(db).where('invitation.id', '=', id).executeTakeFirst()
export const findInvitationByToken = (db: Db, tokenHash: Buffer): Promise<InvitationRow | undefined> =>
  invitations(db).where('invitation.token_hash', '=', tokenHash).forUpdate('invitation').executeTakeFirst()

type NewInvitation = {
  readonly email: string; readonly organisationId: Id<'organisation'>; readonly role: Role; readonly capacity: string
  readonly tokenHash: Buffer; readonly invitedBy: Id<'person'>; readonly invitedAt: Instant; readonly expiresAt: Instant
}
export async function insertInvitation(db: Db, operationId: Id<'operation'>, invitation: NewInvitation): Promise<Id<'invitation'>> {
  const id = newId<'invitation'>()
  await db.insertInto('invitation').values({
    operation_id: operationId, id, token_hash: invitation.tokenHash, email: invitation.email, organisation_id: invitation.organisationId,
    role: invitation.role, capacity: invitation.capacity, invited_by: invitation.invitedBy, invited_at: invitation.invitedAt,
    expires_at: invitation.expiresAt, accepted_at: null, revoked_at: null,
  }).execute()
  return id
}

export async function updateInvitation(db: Db, id: Id<'invitation'>, dated: { accepted_at: Instant } | { revoked_at: Instant }): Promise<void> {
  await db.updateTable('invitation').set(dated).where('id', '=', id).execute()
}

export type DirectoryRow = { readonly id: Id<'operation'>; readonly slug: string; readonly name: string }
/** The operation of this address, in the public directory of operations. */
export const findOperationBySlug = (db: Db, slug: string): Promise<DirectoryRow | undefined> =>
  db.selectFrom('operation').select(['operation_id as id', 'slug', 'name']).where('slug', '=', slug).executeTakeFirst()
