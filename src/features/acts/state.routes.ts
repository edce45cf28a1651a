// The state of an operation on the day of the address; declaring a convention known only by its acts.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { stateOf } from '../../law/operation-state.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { findOperation, holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { membersOf } from '../territories/territory.rules.ts'
import { declare } from './declaring.ts'
import { declareConvention, declaredFields } from './declared.rules.ts'
import type { DeclaredTyped } from './declared.rules.ts'
import { namesOf } from './act-scene.ts'
import { actNames } from './act.words.tsx'
import { listConventionNames, operationRecord } from './acts.store.ts'
import { readKnown } from './known-then.tsx'
import { DeclareConventionPage, StatePage, declaredFault } from './state.pages.tsx'

export const state = routes()

state.get(paths.state(':operation'), may('viewOperation'), async (c) => {
  const { db, space, day } = c.var
  const known = readKnown(c.req.query('su'))
  const record = await operationRecord(db)
  const byId = new Map(record.acts.map((act) => [act.id, act]))
  const slugs = new Map(record.conventions.map(({ id, slug }) => [id, slug]))
  const act = (id: string) => {
    const found = byId.get(id)
    return {
      label: found === undefined ? 'Acte' : `${actNames[found.kind]}, ${found.authority.name}`,
      // What an amendment orders stands in its text, not in the register.
      ...(found !== undefined && 'recordedBy' in found && { href: paths.act(space.slug, id) }),
    }
  }
  return page(c, StatePage({
    frame: operationFrame(c), slug: space.slug, state: stateOf(record, day, known.at), known, names: { ...namesOf(record.conventions), act },
    mayRecord: holds(space.roles, 'recordAct'), slugOfConvention: (id) => slugs.get(id) ?? '',
  }))
})

state.get(paths.newConvention(':operation'), may('recordAct'), async (c) => {
  const typed = { title: '', kind: '', slug: '', communes: '', epci: 'oui', state: 'oui', signedOn: '', startsOn: '', years: '', months: '',
    endsOn: '' }
  return declarePage(c, typed, [])
})

state.post(paths.newConvention(':operation'), may('recordAct'), recorded('conventionDeclared'), async (c) => {
  const { db, space, now } = c.var
  const typed = await fields(c, declaredFields)
  await holdOperation(db, space.operationId)
  const { epci, towns } = await placesOf(c)
  const outcome = declareConvention(typed, towns, (await listConventionNames(db)).map(({ slug }) => slug))
  if (!outcome.ok) return declarePage(c, typed, outcome.problems.map(declaredFault))
  const id = await declare(db, outcome.value, { operationId: space.operationId, epci, by: reader(c).id, at: now })
  await c.var.record({ objectKind: 'convention', objectId: id, before: null, after: outcome.value })
  return c.redirect(`${paths.newAct(space.slug)}?convention=${outcome.value.slug}`, 303)
})

/** The EPCI of the operation and its communes. */
async function placesOf(c: Request) {
  const operation = (await findOperation(c.var.db, c.var.space.operationId)) ?? notFound()
  const territories = loadTerritories()
  const epci = territories.epci(operation.epciSiren)
  return {
    epci: { name: epci?.name ?? operation.epciSiren, siren: operation.epciSiren },
    towns: (epci === undefined ? [] : membersOf(territories, epci)).map(({ insee, name, siren }) => ({ insee, name, siren })),
  }
}

async function declarePage(c: Request, typed: DeclaredTyped, faults: readonly Fault[]) {
  const { epci } = await placesOf(c)
  return page(c, DeclareConventionPage({
    frame: operationFrame(c), slug: c.var.space.slug, typed, faults, onceKey: newId(), epci: epci.name,
  }), faults.length > 0 ? 422 : 200)
}
