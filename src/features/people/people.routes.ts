// People of an operation: who may list, invite, revoke, end a mandate; and the visitor who accepts an invitation.
import type { Fault } from '../../design/faults.tsx'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { keepSession } from '../../platform/cookies.ts'
import { may, recorded } from '../../platform/guard.ts'
import { appendToJournal } from '../../platform/journal.ts'
import { checkHash, hashPassword } from '../../platform/password.ts'
import { hashToken, newToken, openSession } from '../../platform/session.ts'
import { fields, idOf, notFound, reader, routes, secret } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { frame, operationFrame, page } from '../site/chrome.ts'
import { AcceptInvitationPage, nameFaults, passwordFaults } from './account.pages.tsx'
import { PeoplePage, endSentences, invitationFaults } from './people.pages.tsx'
import { checkName, checkPassword, endMandate, invitationState, invite } from './person.rules.ts'
import type { InvitationTyped } from './person.rules.ts'
import {
  findAccount, findInvitation, findInvitationByToken, findOperationBySlug, insertAccount, insertInvitation, insertMandate, listInvitations,
  listMandates, listOrganisations,
  updateInvitation, updateMandateEnd,
} from './people.store.ts'
import type { DirectoryRow } from './people.store.ts'

export const people = routes()
const nothingTyped: InvitationTyped = { email: '', organisation: '', role: '', capacity: '' }
const fortnight = 14 * 86_400_000

// A form refused is shown at the address it was sent to, which is then reloaded, or asked for on another day.
for (const address of [paths.people(':operation'), paths.invitations(':operation')]) {
  people.get(address, may('viewOperation'), (c) => peoplePage(c, {}))
}

people.post(paths.invitations(':operation'), may('managePeople'), recorded('personInvited'), async (c) => {
  const typed = await fields(c, ['email', 'organisation', 'role', 'capacity'])
  const organisations = await listOrganisations(c.var.db)
  const outcome = invite(typed, organisations.map((organisation) => organisation.id))
  if (!outcome.ok) return peoplePage(c, { typed, faults: outcome.problems.map((problem) => invitationFaults[problem]) })
  const token = newToken()
  const { email, role, capacity } = outcome.value
  const organisationId = organisations.find((organisation) => organisation.id === typed.organisation)?.id ?? notFound()
  const id = await insertInvitation(c.var.db, c.var.space.operationId, {
    email, role, capacity, organisationId, tokenHash: hashToken(token), invitedBy: reader(c).id, invitedAt: c.var.now,
    expiresAt: instant(new Date(Date.parse(c.var.now) + fortnight)),
  })
  await c.var.record({ objectKind: 'invitation', objectId: id, before: null, after: { email, role, capacity, organisationId } })
  return peoplePage(c, { link: new URL(paths.invitation(c.var.space.slug, token), origin(c)).href })
})

people.post(paths.invitationRevocation(':operation', ':invitation'), may('managePeople'), recorded('invitationRevoked'), async (c) => {
  const invitation = (await findInvitation(c.var.db, idOf(c, 'invitation'))) ?? notFound()
  if (invitationState(invitation, c.var.now) !== 'open') notFound()
  await updateInvitation(c.var.db, invitation.id, { revoked_at: c.var.now })
  await c.var.record({ objectKind: 'invitation', objectId: invitation.id, before: { revokedAt: null }, after: { revokedAt: c.var.now } })
  return c.redirect(paths.people(c.var.space.slug), 303)
})

people.post(paths.mandateEnd(':operation', ':mandate'), may('managePeople'), recorded('mandateEnded'), async (c) => {
  const mandates = await listMandates(c.var.db)
  const mandate = mandates.find((known) => known.id === idOf<'mandate'>(c, 'mandate')) ?? notFound()
  const outcome = endMandate(mandate, mandates, c.var.today)
  if (!outcome.ok) return peoplePage(c, { notice: outcome.problems.map((problem) => endSentences[problem]).join(' ') })
  await updateMandateEnd(c.var.db, mandate.id, outcome.value)
  await c.var.record({ objectKind: 'mandate', objectId: mandate.id, before: { until: mandate.until }, after: { until: outcome.value } })
  return c.redirect(paths.people(c.var.space.slug), 303)
})

people.get(paths.invitation(':operation', ':token'), async (c) => await invited(c, async (db, operation) => {
  const invitation = (await findInvitationByToken(db, hashToken(c.req.param('token') ?? ''))) ?? notFound()
  const known = (await findAccount(db, invitation.email)) !== undefined
  return page(c, AcceptInvitationPage({
    frame: frame(c), action: new URL(c.req.url).pathname, operation: operation.name, state: invitationState(invitation, c.var.now), ...invitation,
    known, name: '', faults: [],
  }))
}))

people.post(paths.invitation(':operation', ':token'), async (c) => await invited(c, async (db, operation) => {
  const invitation = (await findInvitationByToken(db, hashToken(c.req.param('token') ?? ''))) ?? notFound()
  const [{ name }, password] = [await fields(c, ['name']), await secret(c, 'password')]
  const found = await findAccount(db, invitation.email)
  const faults = found === undefined ? newAccountFaults(name, password, invitation.email)
    : (await checkHash(found.passwordHash, password)) ? [] : [['password', 'Ce n’est pas le mot de passe de ce compte.'] as const]
  const state = invitationState(invitation, c.var.now)
  if (state !== 'open' || faults.length > 0) {
    const view = { action: new URL(c.req.url).pathname, operation: operation.name, state, ...invitation, known: found !== undefined, name, faults }
    return page(c, AcceptInvitationPage({ frame: frame(c), ...view }), 422)
  }
  const personId = found?.id ?? newId<'person'>()
  if (found === undefined) {
    await insertAccount(db, { id: personId, email: invitation.email, name, passwordHash: await hashPassword(password) }, c.var.now)
  }
  const { organisationId, role, capacity } = invitation
  const mandate = { personId, organisationId, role, capacity, since: date(c.var.today) }
  const mandateId = await insertMandate(db, operation.id, mandate, c.var.now)
  await updateInvitation(db, invitation.id, { accepted_at: c.var.now })
  await appendToJournal(db, operation.id, personId, c.var.now, {
    what: 'invitationAccepted', objectKind: 'mandate', objectId: mandateId, before: null, after: mandate,
  })
  keepSession(c, await openSession(db, personId, new Date(c.var.now), c.req.header('user-agent') ?? ''))
  return c.redirect(paths.operation(operation.slug), 303)
}))

function newAccountFaults(name: string, password: string, email: string): Fault[] {
  const [named, chosen] = [checkName(name), checkPassword(password, email)]
  return [...(named.ok ? [] : named.problems.map((problem) => nameFaults[problem])),
    ...(chosen.ok ? [] : chosen.problems.map((problem) => passwordFaults[problem]))]
}

/** A visitor without mandate enters the operation for the one thing the secret of the link opens. */
async function invited(c: Request, act: (db: Request['var']['db'], operation: DirectoryRow) => Promise<Response>): Promise<Response> {
  const { database } = c.var.services
  const operation = (await findOperationBySlug(database.kysely, c.req.param('operation') ?? '')) ?? notFound()
  return await inTenant(database, { operationId: operation.id, personId: null }, (db) => act(db, operation))
}

/** The address readers type before the path. */
const origin = (c: Request): string => c.var.services.config.publicUrl ?? new URL(c.req.url).origin

type View = { typed?: InvitationTyped; faults?: readonly Fault[]; notice?: string; link?: string }
async function peoplePage(c: Request, { typed = nothingTyped, faults = [], notice, link }: View) {
  const { slug, roles } = c.var.space
  const mayManage = holds(roles, 'managePeople')
  const [mandates, organisations] = [await listMandates(c.var.db), await listOrganisations(c.var.db)]
  const invitations = mayManage ? await listInvitations(c.var.db) : []
  const lists = { mandates, organisations, invitations }
  const node = PeoplePage({
    frame: operationFrame(c), slug, today: c.var.today, now: c.var.now, mayManage, onceKey: newId(), ...lists, typed, faults, notice, link,
  })
  return page(c, node, faults.length > 0 || notice !== undefined ? 422 : 200)
}
