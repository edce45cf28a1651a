// Passwords: argon2id, and the same time spent on an account that does not exist.
import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane (some 45 ms here). argon2id is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

let nobody: Promise<string> | undefined

/** True when the password is the one hashed. Without a hash (unknown account, invited but not yet come) the work is done all the same. */
export async function checkHash(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('an account nobody holds')
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFC'))
  return matches && typeof passwordHash === 'string'
}
