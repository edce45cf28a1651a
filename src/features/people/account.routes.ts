// Signing in and out, one's own account and sessions.
import { ownPath } from '../../kernel/address.ts'
import { paths } from '../../paths.ts'
import { dropSession, keepSession, sessionToken } from '../../platform/cookies.ts'
import { networkAddress } from '../../platform/network-address.ts'
import { checkHash, hashPassword } from '../../platform/password.ts'
import { findReader, listSessions, openSession, revokeSession, revokeSessions } from '../../platform/session.ts'
import { fields, idOf, notFound, reader, routes, secret } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { frame, page } from '../site/chrome.ts'
import { AccountPage, HeldPage, SignInPage, nameFaults, passwordFaults } from './account.pages.tsx'
import type { DemonstrationAccount, SignInProblem } from './account.pages.tsx'
import { demonstrationAccounts } from './demonstration.ts'
import { countFailures, endAttempt, findAccount, insertAttempt, updateName, updatePassword } from './people.store.ts'
import { checkName, checkPassword, mustWait } from './person.rules.ts'
import { readHeld } from './held.ts'
import type { HeldForm } from './held.ts'

export const account = routes()

account.get(paths.signIn(), (c) => {
  if (c.var.reader !== undefined) return c.redirect(paths.operations(), 303)
  return signInPage(c, { email: '', next: c.req.query('next') ?? '', held: undefined }, [])
})

account.post(paths.signIn(), async (c) => {
  const typed = await fields(c, ['email', 'next', 'held'])
  const held = readHeld(typed.held)
  const { database } = c.var.services
  const now = new Date(c.var.now)
  const attempt = await insertAttempt(database.kysely, typed.email.toLowerCase().slice(0, 254), networkAddress(c), now)
  const refuse = (problem: SignInProblem, status: 422 | 429) => signInPage(c, { email: typed.email, next: typed.next, held }, [problem], status)
  if (mustWait(await countFailures(database.kysely, attempt, now))) {
    await endAttempt(database.kysely, attempt, false, now)
    return refuse('mustWait', 429)
  }
  const found = await findAccount(database.kysely, typed.email)
  const known = await checkHash(found?.passwordHash, await secret(c, 'password'))
  if (found === undefined || !known) return refuse('credentialsUnknown', 422)
  await endAttempt(database.kysely, attempt, true, now)
  return enter(c, found.id, typed.next, held)
})

account.post(paths.demonstrationSignIn(), async (c) => {
  if (!c.var.services.config.demonstration) notFound()
  const typed = await fields(c, ['email', 'next', 'held'])
  const chosen = demonstrationAccounts.find((demonstration) => demonstration.email === typed.email) ?? notFound()
  const found = (await findAccount(c.var.services.database.kysely, chosen.email)) ?? notFound()
  return enter(c, found.id, typed.next, readHeld(typed.held))
})

account.post(paths.signOut(), async (c) => {
  const person = c.var.reader
  if (person !== undefined) await revokeSession(c.var.services.database.kysely, person.id, person.sessionId, new Date(c.var.now))
  dropSession(c)
  return c.redirect(paths.home(), 303)
})

account.get(paths.account(), (c) => accountPage(c, reader(c).name, []))

account.post(paths.accountName(), async (c) => {
  const { name } = await fields(c, ['name'])
  const person = reader(c)
  const outcome = checkName(name)
  if (!outcome.ok) return accountPage(c, name, outcome.problems.map((problem) => nameFaults[problem]))
  await updateName(c.var.services.database.kysely, person.id, outcome.value)
  return c.redirect(`${paths.account()}?fait=nom`, 303)
})

account.post(paths.password(), async (c) => {
  const person = reader(c)
  const { database } = c.var.services
  const [current, chosen] = [await secret(c, 'current'), await secret(c, 'password')]
  const found = await findAccount(database.kysely, person.email)
  const outcome = checkPassword(chosen, person.email)
  const faults: Fault[] = (await checkHash(found?.passwordHash, current)) ? [] : [['current', 'Le mot de passe actuel n’est pas celui-là.']]
  if (!outcome.ok) faults.push(...outcome.problems.map((problem) => passwordFaults[problem]))
  if (faults.length > 0) return accountPage(c, person.name, faults)
  await updatePassword(database.kysely, person.id, await hashPassword(chosen))
  await revokeSessions(database.kysely, person.id, new Date(c.var.now), person.sessionId)
  return c.redirect(`${paths.account()}?fait=mot-de-passe`, 303)
})

account.post(paths.sessionRevocation(':session'), async (c) => {
  const person = reader(c)
  const revoked = await revokeSession(c.var.services.database.kysely, person.id, idOf<'session'>(c, 'session'), new Date(c.var.now))
  if (!revoked) notFound()
  return c.redirect(`${paths.account()}?fait=session`, 303)
})

/** Opens a session for this person and leads where they were going, or to the form that was held back. */
async function enter(c: Request, personId: Parameters<typeof openSession>[1], next: string, held: HeldForm | undefined) {
  const { database } = c.var.services
  const token = await openSession(database.kysely, personId, new Date(c.var.now), c.req.header('user-agent') ?? '')
  const before = sessionToken(c)
  if (before !== undefined && c.var.reader !== undefined) {
    await revokeSession(database.kysely, c.var.reader.id, c.var.reader.sessionId, new Date(c.var.now))
  }
  keepSession(c, token)
  if (held === undefined) return c.redirect(ownPath(next) ?? paths.operations(), 303)
  c.set('reader', await findReader(database.kysely, token, new Date(c.var.now)))
  return page(c, HeldPage({ frame: frame(c), held }))
}

/** The sign-in page; also what the site answers to a form sent after its session ended, `held` being that form. */
export function signInPage(
  c: Request, typed: { email: string; next: string; held: HeldForm | undefined }, problems: readonly SignInProblem[],
  status: 200 | 401 | 422 | 429 = problems.length > 0 ? 422 : 200,
) {
  const demonstration: readonly DemonstrationAccount[] = c.var.services.config.demonstration ? demonstrationAccounts : []
  return page(c, SignInPage({ frame: frame(c), ...typed, problems, demonstration }), status)
}

const done: Record<string, string> = {
  nom: 'Votre nom est enregistré.', 'mot-de-passe': 'Le mot de passe est changé et vos autres sessions sont fermées.',
  session: 'La session est fermée.',
}
async function accountPage(c: Request, name: string, faults: readonly Fault[]) {
  const person = reader(c)
  const sessions = await listSessions(c.var.services.database.kysely, person.id, new Date(c.var.now))
  const node = AccountPage({
    frame: frame(c), name, email: person.email, sessions, current: person.sessionId, faults, done: done[c.req.query('fait') ?? ''],
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}
