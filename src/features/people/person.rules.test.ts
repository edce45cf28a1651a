// Accounts, invitations and mandates: what is accepted, what is refused and why.
import { describe, expect, test } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import type { Role } from '../../kernel/rights.ts'
import { checkName, checkPassword, endMandate, inForce, invitationState, invite, mustWait, shortestPassword } from './person.rules.ts'

describe('a password', () => {
  test.each([
    ['court', ['passwordTooShort']], ['', ['passwordTooShort']], ['a'.repeat(11), ['passwordTooShort']], ['aaaabbbbccccdddd', ['passwordTooPlain']],
    ['x y z w '.repeat(26), ['passwordTooLong']], ['Prenom.Nom@Exemple.FR', ['passwordIsAddress']],
  ])('%s is refused', (password, problems) => {
    expect(checkPassword(password, 'prenom.nom@exemple.fr')).toEqual({ ok: false, problems })
  })

  test.each(['une phrase facile', 'azertyuiop12', 'é'.repeat(8) + 'abcde', '            éàùçô'])('%j is accepted as it is', (password) => {
    expect(checkPassword(password, 'prenom.nom@exemple.fr')).toEqual({ ok: true, value: password })
    expect(password.length).toBeGreaterThanOrEqual(shortestPassword)
  })
})

test.each([['', ['nameMissing']], ['x'.repeat(121), ['nameTooLong']]])('the name %s is refused', (name, problems) => {
  expect(checkName(name)).toEqual({ ok: false, problems })
})

test.each([[0, 0, false], [9, 49, false], [10, 0, true],
  [0, 50, true]])('after %d failures of the account and %d of the address, sign-in waits: %s', (account, address, waits) => {
  expect(mustWait({ account, address })).toBe(waits)
})

describe('an invitation', () => {
  const typed = { email: 'Prenom.Nom@Exemple.fr', organisation: 'o1', role: 'lawyer', capacity: 'juriste' }
  test('is read with its address in lower case', () => {
    expect(invite(typed, ['o1', 'o2'])).toEqual({
      ok: true, value: { email: 'prenom.nom@exemple.fr', organisationId: 'o1', role: 'lawyer', capacity: 'juriste' },
    })
  })

  test.each([
    [{ email: 'sans arobase' }, 'emailUnreadable'], [{ email: 'a@b' }, 'emailUnreadable'], [{ email: `${'a'.repeat(250)}@b.fr` }, 'emailUnreadable'],
    [{ email: 'a@b.fr, c@d.fr' }, 'emailUnreadable'], [{ organisation: 'o3' }, 'organisationMissing'],
    [{ role: 'superAdministrator' }, 'roleMissing'],
    [{ capacity: '' }, 'capacityMissing'], [{ capacity: 'x'.repeat(201) }, 'capacityTooLong'],
  ])('with %o is refused: %s', (change, problem) => {
    expect(invite({ ...typed, ...change }, ['o1', 'o2'])).toEqual({ ok: false, problems: [problem] })
  })

  test('says everything that is wrong at once', () => {
    expect(invite({ email: '', organisation: '', role: '', capacity: '' }, ['o1'])).toEqual({
      ok: false, problems: ['emailUnreadable', 'organisationMissing', 'roleMissing', 'capacityMissing'],
    })
  })

  const [before, at, after] = ['2026-03-12T08:00:00Z', '2026-03-12T09:00:00Z', '2026-03-12T10:00:00Z'].map((text) => instant(new Date(text)))
  test.each([
    ['open', { expiresAt: after, acceptedAt: null, revokedAt: null }], ['expired', { expiresAt: at, acceptedAt: null, revokedAt: null }],
    ['revoked', { expiresAt: before, acceptedAt: null, revokedAt: before }], ['accepted', { expiresAt: before, acceptedAt: before, revokedAt: null }],
  ])('is %s from its dates', (state, { expiresAt, acceptedAt, revokedAt }) => {
    const known = instant(new Date('2026-03-12T09:00:00Z'))
    expect(invitationState({ expiresAt: expiresAt ?? known, acceptedAt: acceptedAt ?? null, revokedAt: revokedAt ?? null }, known)).toBe(state)
  })
})

describe('a mandate', () => {
  const mandate = (id: string, role: Role, since: string, until: string | null = null) => ({
    id, role, since: date(since), until: until === null ? null : date(until),
  })
  const today = date('2026-03-12')

  test.each([['2026-03-12', null, true], ['2026-03-13', null, false], ['2020-01-01', '2026-03-12', true], ['2020-01-01', '2026-03-11', false]])(
    'from %s to %s is in force: %s', (since, until, answer) => {
      expect(inForce(mandate('m', 'elected', since, until), today)).toBe(answer)
    })

  test('ends today', () => {
    const [lead, other] = [mandate('lead', 'projectLead', '2020-01-01'), mandate('other', 'elected', '2020-01-01')]
    expect(endMandate(other, [lead, other], today)).toEqual({ ok: true, value: today })
  })

  test('is not ended twice', () => {
    const [lead, past] = [mandate('lead', 'projectLead', '2020-01-01'), mandate('past', 'elected', '2020-01-01', '2021-01-01')]
    expect(endMandate(past, [lead, past], today)).toEqual({ ok: false, problems: ['alreadyEnded'] })
  })

  test('that is the last to manage people is kept, past managers not counting', () => {
    const all = [
      mandate('lead', 'projectLead', '2020-01-01'), mandate('past', 'projectLead', '2019-01-01', '2020-12-31'),
      mandate('lawyer', 'lawyer', '2020-01-01'),
    ]
    expect(all[0] && endMandate(all[0], all, today)).toEqual({ ok: false, problems: ['lastManager'] })
    const two = [...all, mandate('second', 'projectLead', '2026-01-01')]
    expect(two[0] && endMandate(two[0], two, today)).toEqual({ ok: true, value: today })
  })
})
