// Listing, founding and identifying operations; their journal.
import { newId, readId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { frame, operationFrame, page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { membersOf, searchTerritories } from '../territories/territory.rules.ts'
import { JournalPage } from './journal.pages.tsx'
import { foundOperation } from './founding.ts'
import { identify, proposedName } from './operation.rules.ts'
import { IdentityConflictPage, IdentityPage, NewOperationPage, OperationsPage, identityFaults } from './operations.pages.tsx'
import { findOperation, listJournal, listOperations, updateIdentity } from './operations.store.ts'

export const operations = routes()
const journalPage = 100

operations.get(paths.operations(), async (c) => {
  const territories = loadTerritories()
  const rows = await listOperations(c.var.services.database.kysely, reader(c).id)
  return page(c, OperationsPage({ frame: frame(c), operations: rows.map((row) => ({
    slug: row.slug, name: row.name, epciName: territories.epci(row.epciSiren)?.name ?? row.epciSiren,
    mainTown: row.mainTownInsee === null ? 'à établir' : (territories.commune(row.mainTownInsee)?.name ?? row.mainTownInsee),
  })) }))
})

operations.get(paths.newOperation(), (c) => {
  reader(c)
  const territories = loadTerritories()
  const epci = territories.epci(c.req.query('epci') ?? '')
  const typed = {
    name: epci === undefined ? '' : proposedName(epci.name), mainTown: epci === undefined ? '' : (membersOf(territories, epci)[0]?.insee ?? ''),
    capacity: '',
  }
  return newOperationPage(c, { siren: epci?.siren ?? '', typed, id: newId<'operation'>(), faults: [] })
})

operations.post(paths.operations(), async (c) => {
  const person = reader(c)
  const typed = await fields(c, ['id', 'epci', 'name', 'mainTown', 'capacity'])
  const id = readId<'operation'>(typed.id) ?? newId<'operation'>()
  const epci = loadTerritories().epci(typed.epci) ?? notFound()
  const outcome = identify(typed, epci.members)
  const faults: Fault[] = outcome.ok ? [] : outcome.problems.map((problem) => identityFaults[problem])
  if (typed.capacity === '' || typed.capacity.length > 200) {
    faults.push(['capacity', 'Indiquez la fonction au nom de laquelle vous agissez, en moins de 200 caractères.'])
  }
  if (!outcome.ok || faults.length > 0) return newOperationPage(c, { siren: epci.siren, typed, id, faults })
  const { name, mainTownInsee } = outcome.value
  const founding = { id, epci, name, mainTownInsee, capacity: typed.capacity, personId: person.id, at: c.var.now, today: c.var.today }
  const { slug } = await inTenant(c.var.services.database, { operationId: id, personId: person.id }, (db) => foundOperation(db, founding))
  return c.redirect(paths.operation(slug), 303)
})

operations.get(paths.identity(':operation'), may('editOperation'), async (c) => {
  const operation = (await findOperation(c.var.db, c.var.space.operationId)) ?? notFound()
  return identityPage(c, operation.epciSiren, operation.version, { name: operation.name, mainTown: operation.mainTownInsee ?? '' }, [])
})

operations.post(paths.identity(':operation'), may('editOperation'), recorded('operationIdentified'), async (c) => {
  const operation = (await findOperation(c.var.db, c.var.space.operationId)) ?? notFound()
  const typed = await fields(c, ['name', 'mainTown', 'version'])
  const version = wholeNumber(typed.version) ?? 0
  const outcome = identify(typed, loadTerritories().epci(operation.epciSiren)?.members ?? [])
  if (!outcome.ok) return identityPage(c, operation.epciSiren, operation.version, typed, outcome.problems.map((problem) => identityFaults[problem]))
  if (!(await updateIdentity(c.var.db, operation.id, version, outcome.value))) {
    const [last] = await listJournal(c.var.db, { objectId: operation.id, most: 1 })
    const members = membersOf(loadTerritories(), { members: loadTerritories().epci(operation.epciSiren)?.members ?? [] })
    return page(c, IdentityConflictPage({
      frame: operationFrame(c), slug: operation.slug, version: operation.version, typed, members,
      theirs: { name: operation.name, mainTown: operation.mainTownInsee ?? '' }, author: last?.personName ?? 'Chapeau',
      at: last?.at ?? operation.createdAt,
    }), 409)
  }
  const { name, mainTownInsee } = operation
  await c.var.record({ objectKind: 'operation', objectId: operation.id, before: { name, mainTownInsee }, after: outcome.value })
  return c.redirect(paths.operation(operation.slug), 303)
})

operations.get(paths.journal(':operation'), may('viewJournal'), (c) => journalOf(c, undefined))
operations.get(paths.objectJournal(':operation', ':object'), may('viewJournal'), (c) => journalOf(c, idOf(c, 'object')))

async function journalOf(c: Request, objectId: string | undefined) {
  const before = wholeNumber(c.req.query('avant'))
  const lines = await listJournal(c.var.db, {
    ...(objectId !== undefined && { objectId }), ...(before !== undefined && before > 0 && { before }), most: journalPage,
  })
  if (objectId !== undefined && lines.length === 0) notFound()
  const older = lines.length === journalPage ? lines.at(-1)?.position : undefined
  return page(c, JournalPage({ frame: operationFrame(c), slug: c.var.space.slug, objectId, lines, older }))
}

type NewView = { siren: string; typed: { name: string; mainTown: string; capacity: string }; id: string; faults: readonly Fault[] }
function newOperationPage(c: Request, { siren, typed, id, faults }: NewView) {
  const territories = loadTerritories()
  const query = c.req.query('q') ?? ''
  const found = searchTerritories(territories, query, 20).flatMap((match) => {
    const epci = match.kind === 'epci' ? match.epci : territories.epci(match.commune.epci ?? '')
    return epci === undefined ? [] : [epci]
  })
  const chosen = territories.epci(siren)
  const members = chosen === undefined ? [] : membersOf(territories, chosen)
  return page(c, NewOperationPage({ frame: frame(c), query, matches: [...new Set(found)], chosen, members, typed, faults, id }),
    faults.length > 0 ? 422 : 200)
}

function identityPage(c: Request, siren: string, version: number, typed: { name: string; mainTown: string }, faults: readonly Fault[]) {
  const territories = loadTerritories()
  const epci = territories.epci(siren)
  const members = epci === undefined ? [] : membersOf(territories, epci)
  return page(c, IdentityPage({ frame: operationFrame(c), slug: c.var.space.slug, version, typed, members, faults }), faults.length > 0 ? 422 : 200)
}
