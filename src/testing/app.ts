// A signed-in client of the whole program, without a network: one operation of its own, one person per role, a clock one sets.
import { createApp } from '../app.ts'
import { date, instant } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import type { Id } from '../kernel/id.ts'
import { roles } from '../kernel/rights.ts'
import type { Role } from '../kernel/rights.ts'
import { insertAccount, insertMandate } from '../features/people/people.store.ts'
import { insertOperation, upsertOrganisation } from '../features/operations/operations.store.ts'
import type { Config } from '../platform/config.ts'
import { inTenant } from '../platform/database.ts'
import { openLog } from '../platform/log.ts'
import { openSession } from '../platform/session.ts'
import type { Services } from '../platform/web.ts'
import { clientOf } from './client.ts'
import type { Client } from './client.ts'
import type { TestDatabase } from './database.ts'

/** What every test of a route starts from: Thursday 12 March 2026, ten in the morning in Paris. */
const startOfTests = '2026-03-12T09:00:00.000Z'
export const lens = { name: 'CA de Lens - Liévin', siren: '246200364', mainTown: '62498' } as const

type Person = { readonly id: Id<'person'>; readonly name: string; readonly email: string }
export type TestApp = {
  readonly app: ReturnType<typeof createApp>
  readonly database: TestDatabase
  readonly services: Services
  readonly operation: { readonly id: Id<'operation'>; readonly slug: string; readonly name: string }
  readonly organisations: { readonly epci: Id<'organisation'>; readonly commune: Id<'organisation'> }
  readonly people: Readonly<Record<Role, Person>>
  /** A browser in which the person of this role is signed in; the same at each call. */
  readonly as: (role: Role) => Client
  /** A browser in which this person is signed in: a new session at each call. */
  readonly signedIn: (person: Pick<Person, 'id'>) => Promise<Client>
  /** A browser nobody signed in with. */
  readonly visitor: () => Client
  /** Lets minutes pass. */
  readonly wait: (minutes: number) => void
  /** Reads rows of this operation, as the program would. */
  readonly inside: <Answer>(act: (db: Services['database']['kysely']) => Promise<Answer>) => Promise<Answer>
}
type Options = Partial<Pick<Config, 'publicUrl' | 'demonstration' | 'tiles'>>

/** Opens the program on the database of the suite, in a new operation. */
export async function startApp(open: () => Promise<TestDatabase>, options: Options = {}): Promise<TestApp> {
  const database = await open()
  let now = Date.parse(startOfTests)
  const config: Config = {
    port: 0, host: '127.0.0.1', dataFolder: '', demonstration: false, trustProxy: false, poolSize: 4, logLevel: 'silent', ...options,
  }
  const services: Services = { config, database, clock: () => new Date(now), log: openLog('silent') }
  const app = createApp(services)
  const founded = await found(services)
  const signedIn = async (person: Pick<Person, 'id'>): Promise<Client> =>
    clientOf(app, config, await openSession(database.kysely, person.id, services.clock(), 'Test browser'))
  const clients = new Map<Role, Client>()
  for (const role of roles) clients.set(role, await signedIn(founded.people[role]))
  return {
    app, database, services, ...founded, signedIn,
    as: (role) => clients.get(role) ?? clientOf(app, config),
    visitor: () => clientOf(app, config),
    wait: (minutes) => void (now += minutes * 60_000),
    inside: (act) => inTenant(database, { operationId: founded.operation.id, personId: null, readOnly: true }, act),
  }
}

/** An operation for Lens-Liévin under an address of its own, with two organisations and one mandate per role. */
async function found({ database, clock }: Services): Promise<Pick<TestApp, 'operation' | 'organisations' | 'people'>> {
  const at = instant(clock())
  const id = newId<'operation'>()
  const operation = { id, slug: `ort-${id}`, name: 'ORT d’essai' }
  return await inTenant(database, { operationId: id, personId: null }, async (db) => {
    await insertOperation(db, { ...operation, epciSiren: lens.siren, mainTownInsee: lens.mainTown, createdAt: at, demonstration: false })
    const epci = await upsertOrganisation(db, id, { name: lens.name, kind: 'epci', siren: lens.siren, insee: null })
    const commune = await upsertOrganisation(db, id, { name: 'Bully-les-Mines', kind: 'commune', siren: '216201863', insee: '62186' })
    const enter = async (role: Role): Promise<Person> => {
      const person = { id: newId<'person'>(), name: `Personne ${role}`, email: `${role.toLowerCase()}.${id}@essai.example` }
      await insertAccount(db, { ...person, passwordHash: null }, at)
      const organisationId = role === 'townLead' ? commune : epci
      await insertMandate(db, id, { personId: person.id, organisationId, role, capacity: `qualité ${role}`, since: date('2024-01-01') }, at)
      return person
    }
    const people = {
      projectLead: await enter('projectLead'), townLead: await enter('townLead'), finance: await enter('finance'),
      lawyer: await enter('lawyer'), elected: await enter('elected'), prefecture: await enter('prefecture'), funder: await enter('funder'),
    }
    return { operation, organisations: { epci, commune }, people }
  })
}
