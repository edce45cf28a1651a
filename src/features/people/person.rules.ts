// A person's account: what a name, an address and a password must be, when sign-in must wait, what an invitation still opens. Pure.
import { found, accepted, refused } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'
import { rolesWith } from '../../kernel/rights.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Role } from '../../kernel/rights.ts'
import { roles } from '../../kernel/rights.ts'

/** Team practice: long rather than contorted, as the ANSSI advises. Characters. */
export const shortestPassword = 12
const longestPassword = 200

/** Team practice: failures allowed in fifteen minutes, for one account and for one network address. */
export const attemptWindowMinutes = 15
const failuresPerAccount = 10
const failuresPerAddress = 50

/** True when sign-in must wait: too many failures lately. The count includes unknown accounts, so that waiting tells nothing. */
export const mustWait = (failures: { account: number; address: number }): boolean =>
  failures.account >= failuresPerAccount || failures.address >= failuresPerAddress

export type NameProblem = 'nameMissing' | 'nameTooLong'
export const checkName = (name: string): Outcome<string, NameProblem> => {
  const problems = found<NameProblem>({ nameMissing: name === '', nameTooLong: name.length > 120 })
  return problems.length > 0 ? refused(problems) : accepted(name)
}

export type PasswordProblem = 'passwordTooShort' | 'passwordTooLong' | 'passwordIsAddress' | 'passwordTooPlain'
/** A password as chosen for the account `email`; refused when short, the address itself, or one character repeated. */
export const checkPassword = (password: string, email: string): Outcome<string, PasswordProblem> => {
  const problems = found<PasswordProblem>({
    passwordTooShort: password.length < shortestPassword,
    passwordTooLong: password.length > longestPassword,
    passwordIsAddress: password !== '' && fold(password) === fold(email),
    passwordTooPlain: password.length >= shortestPassword && new Set(password).size < 5,
  })
  return problems.length > 0 ? refused(problems) : accepted(password)
}

export type Invitation = { readonly email: string; readonly organisationId: string; readonly role: Role; readonly capacity: string }
export type InvitationTyped = { readonly email: string; readonly organisation: string; readonly role: string; readonly capacity: string }
export type InvitationProblem = 'emailUnreadable' | 'organisationMissing' | 'roleMissing' | 'capacityMissing' | 'capacityTooLong'

/** Reads an invitation as typed; `organisations`: ids of those the operation knows. */
export function invite(typed: InvitationTyped, organisations: readonly string[]): Outcome<Invitation, InvitationProblem> {
  const role = roles.find((known) => known === typed.role)
  const email = typed.email.toLowerCase()
  const problems = found<InvitationProblem>({
    emailUnreadable: !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email) || email.length > 254,
    organisationMissing: !organisations.includes(typed.organisation),
    roleMissing: role === undefined,
    capacityMissing: typed.capacity === '',
    capacityTooLong: typed.capacity.length > 200,
  })
  if (role === undefined || problems.length > 0) return refused(problems)
  return accepted({ email, organisationId: typed.organisation, role, capacity: typed.capacity })
}

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'
/** What an invitation is at this instant, from its dated facts. */
export function invitationState(
  invitation: { expiresAt: Instant; acceptedAt: Instant | null; revokedAt: Instant | null }, now: Instant,
): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

type Mandate = { readonly role: Role; readonly since: PlainDate; readonly until: PlainDate | null }
/** A mandate runs from its first to its last day, both included. */
export const inForce = (mandate: Mandate, day: PlainDate): boolean => mandate.since <= day && (mandate.until === null || mandate.until >= day)

export type EndProblem = 'alreadyEnded' | 'lastManager'
/** Ends a mandate on this day; refused for the last mandate that may manage people, which would lock everyone out. */
export function endMandate(
  mandate: Mandate & { id: string }, all: readonly (Mandate & { id: string })[], day: PlainDate,
): Outcome<PlainDate, EndProblem> {
  const managers = all.filter((other) => inForce(other, day) && rolesWith('managePeople').includes(other.role))
  const problems = found<EndProblem>({
    alreadyEnded: !inForce(mandate, day),
    lastManager: managers.length === 1 && managers[0]?.id === mandate.id,
  })
  return problems.length > 0 ? refused(problems) : accepted(day)
}
