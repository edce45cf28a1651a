// Sessions in the database: what is kept of them, how long they last, who may close them.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { instant } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import type { Id } from '../kernel/id.ts'
import { onEachEngine } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { findReader, listSessions, openSession, revokeSession, revokeSessions } from './session.ts'

const start = Date.parse('2026-03-12T09:00:00.000Z')
const after = (minutes: number): Date => new Date(start + minutes * 60_000)
const fortnight = 14 * 24 * 60

async function person({ kysely }: TestDatabase): Promise<Id<'person'>> {
  const id = newId<'person'>()
  await kysely.insertInto('person')
    .values({ id, email: `${id}@essai.example`, name: 'Personne', password_hash: null, created_at: instant(after(0)) }).execute()
  return id
}

onEachEngine('a session', (open) => {
  it('is found by its token, of which only a hash is kept', async () => {
    const database = await open()
    const id = await person(database)
    const token = await openSession(database.kysely, id, after(0), 'x'.repeat(500))
    expect(await findReader(database.kysely, token, after(1))).toMatchObject({ id, name: 'Personne' })
    const row = await database.kysely.selectFrom('session').select(['token_hash', 'browser']).where('person_id', '=', id).executeTakeFirstOrThrow()
    expect([row.token_hash.equals(createHash('sha256').update(token).digest()), row.browser.length]).toEqual([true, 200])
    for (const wrong of ['', `${token}x`, token.slice(0, -1), row.token_hash.toString('base64url')]) {
      expect(await findReader(database.kysely, wrong, after(1))).toBeUndefined()
    }
  })

  it('lasts a fortnight after its last use, to the minute', async () => {
    const database = await open()
    const token = await openSession(database.kysely, await person(database), after(0), '')
    expect(await findReader(database.kysely, token, after(fortnight - 1))).toBeDefined()
    expect(await findReader(database.kysely, token, after(2 * fortnight - 2))).toBeDefined()
    expect(await findReader(database.kysely, token, after(3 * fortnight - 2))).toBeUndefined()
  })

  it('notes its use every five minutes at most', async () => {
    const database = await open()
    const id = await person(database)
    const token = await openSession(database.kysely, id, after(0), '')
    const seen = async (minutes: number): Promise<string | undefined> => {
      await findReader(database.kysely, token, after(minutes))
      return (await listSessions(database.kysely, id, after(minutes)))[0]?.seenAt
    }
    expect([await seen(4), await seen(6), await seen(10)]).toEqual([after(0), after(6), after(6)].map(instant))
  })

  it('is closed by its own person only, and once', async () => {
    const database = await open()
    const [mine, theirs] = [await person(database), await person(database)]
    const token = await openSession(database.kysely, mine, after(0), '')
    const [session] = await listSessions(database.kysely, mine, after(0))
    const close = (who: Id<'person'>): Promise<boolean> => revokeSession(database.kysely, who, session?.id ?? newId<'session'>(), after(1))
    expect([await close(theirs), await close(mine), await close(mine)]).toEqual([false, true, false])
    expect(await findReader(database.kysely, token, after(2))).toBeUndefined()
    expect(await listSessions(database.kysely, mine, after(2))).toEqual([])
  })

  it('stays alone when the others are closed', async () => {
    const database = await open()
    const [mine, theirs] = [await person(database), await person(database)]
    const tokens = [
      await openSession(database.kysely, mine, after(0), ''), await openSession(database.kysely, mine, after(1), ''),
      await openSession(database.kysely, theirs, after(0), ''),
    ]
    const kept = await findReader(database.kysely, tokens[0] ?? '', after(1))
    await revokeSessions(database.kysely, mine, after(2), kept?.sessionId ?? newId<'session'>())
    const readers = await Promise.all(tokens.map((token) => findReader(database.kysely, token, after(3))))
    expect(readers.map((reader) => reader !== undefined)).toEqual([true, false, true])
    await revokeSessions(database.kysely, mine, after(4))
    expect(await findReader(database.kysely, tokens[0] ?? '', after(5))).toBeUndefined()
  })
})
