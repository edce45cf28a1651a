// Passwords: what matches, and that an account without one never opens.
import { expect, test } from 'vitest'
import { checkHash, hashPassword } from './password.ts'

test('a password matches its own hash only, a space at its end being part of it', async () => {
  const kept = await hashPassword('une phrase à retenir ')
  expect(await Promise.all(['une phrase à retenir ', 'une phrase à retenir', 'Une phrase à retenir ',
    ''].map((password) => checkHash(kept, password)))).toEqual([true, false, false, false])
})

test('the same letters match however the keyboard composed them', async () => {
  expect(await checkHash(await hashPassword('e\u0301te\u0301 comme hiver'), '\u00e9t\u00e9 comme hiver')).toBe(true)
})

test('a hash is argon2id at the cost decided, and never twice the same', async () => {
  const [one, other] = [await hashPassword('une phrase à retenir'), await hashPassword('une phrase à retenir')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
})

test('an account that does not exist, or has no password yet, never opens: not even with the words of nobody', async () => {
  for (const absent of [undefined, null]) {
    expect([await checkHash(absent, 'an account nobody holds'), await checkHash(absent, '')]).toEqual([false, false])
  }
})
