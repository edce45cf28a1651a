// The uses of levers in an operation: their list, their form, their removal. Who acts for a commune keeps those of that commune.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import type { Lever } from '../../law/levers/lever.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { TurnedAway, fields, idOf, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { isSpreadsheetFormat, spreadsheetMedia, writeSpreadsheet } from '../../writing/spreadsheet.ts'
import { listDocuments } from '../acts/acts.store.ts'
import { listJournal } from '../operations/operations.store.ts'
import { listSectors } from '../sectors/sectors.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { communeName, keptCommunes, townsOf } from './lever-scene.ts'
import { useBook } from './lever-use-book.ts'
import { loadLevers } from './lever-file.ts'
import { emptyUse, readUse, typedUse, useFields } from './lever-use.rules.ts'
import type { LeverUse, LeverUseValues, UseChoices, UseTyped } from './lever-use.rules.ts'
import { useFaults } from './lever-use.words.ts'
import { LeverUseConflictPage, LeverUsePage, LeverUsesPage, NewLeverUsePage } from './lever-uses.pages.tsx'
import { findUse, insertUse, listActionCodes, listUses, removeUse, updateUse } from './lever-uses.store.ts'

export const leverUses = routes()

leverUses.get(paths.leverUses(':operation'), may('viewOperation'), async (c) => {
  const { db, space } = c.var
  return page(c, LeverUsesPage({
    frame: operationFrame(c), slug: space.slug, uses: await listUses(db, scopeOf(space.mandates)), levers: catalogue(), communeName,
    mayKeep: holds(space.roles, 'recordUse'),
  }))
})

leverUses.get(paths.leverUsesFile(':operation', ':format'), may('viewOperation'), async (c) => {
  const { db, space, today } = c.var
  const format = c.req.param('format') ?? ''
  if (!isSpreadsheetFormat(format)) notFound()
  const book = useBook(await listUses(db, scopeOf(space.mandates)), catalogue(), { title: `Usages des leviers – ${space.name}`, on: today })
  return c.body(Buffer.from(await writeSpreadsheet(book, format)), 200, {
    'content-type': spreadsheetMedia[format], 'content-disposition': `attachment; filename="leviers-${today}.${format}"`, 'cache-control': 'no-store',
  })
})

leverUses.get(paths.newLeverUse(':operation'), may('recordUse'), async (c) => {
  const choices = await choicesOf(c, null)
  const typed = { ...emptyUse, lever: c.req.query('levier') ?? '', insee: choices.communes?.length === 1 ? (choices.communes[0] ?? '') : '' }
  return newPage(c, typed, [], choices)
})

leverUses.post(paths.newLeverUse(':operation'), may('recordUse'), recorded('leverUseRecorded'), async (c) => {
  const { db, space, now } = c.var
  const typed = await fields(c, useFields)
  const choices = await choicesOf(c, null)
  const outcome = readUse(typed, choices)
  if (!outcome.ok) return newPage(c, typed, outcome.problems.map((problem) => useFaults[problem]), choices)
  const id = newId<'leverUse'>()
  await insertUse(db, { operationId: space.operationId, by: reader(c).id, at: now }, id, outcome.value)
  await c.var.record({ objectKind: 'leverUse', objectId: id, before: null, after: outcome.value })
  return c.redirect(paths.leverUses(space.slug), 303)
})

leverUses.get(paths.leverUse(':operation', ':use'), may('recordUse'), async (c) => {
  const use = await keptUse(c)
  return formPage(c, use, typedUse(use), [], use.version, await choicesOf(c, use))
})

leverUses.post(paths.leverUse(':operation', ':use'), may('recordUse'), recorded('leverUseChanged'), async (c) => {
  const { db, space: { slug } } = c.var
  const use = await keptUse(c)
  const { version, ...typed } = await fields(c, [...useFields, 'version'])
  const choices = await choicesOf(c, use)
  const outcome = readUse(typed, choices)
  const seen = wholeNumber(version) ?? 0
  if (!outcome.ok) return formPage(c, use, typed, outcome.problems.map((problem) => useFaults[problem]), seen, choices)
  if (!(await updateUse(db, use.id, seen, outcome.value))) {
    const [last] = await listJournal(db, { objectId: use.id, most: 1 })
    return page(c, LeverUseConflictPage({
      frame: operationFrame(c), slug, use, version: use.version, typed, faults: [], choices, levers: catalogue(),
      author: last?.personName ?? 'Chapeau', at: last?.at ?? c.var.now,
    }), 409)
  }
  await c.var.record({ objectKind: 'leverUse', objectId: use.id, before: valuesOf(use), after: outcome.value })
  return c.redirect(paths.leverUses(slug), 303)
})

leverUses.post(paths.leverUseRemoval(':operation', ':use'), may('recordUse'), recorded('leverUseRemoved'), async (c) => {
  const use = await keptUse(c)
  await removeUse(c.var.db, use.id, c.var.now)
  await c.var.record({ objectKind: 'leverUse', objectId: use.id, before: valuesOf(use), after: null })
  return c.redirect(paths.leverUses(c.var.space.slug), 303)
})

const catalogue = (): readonly Lever[] => {
  const levers = loadLevers()
  return typeof levers === 'string' ? [] : levers
}

/** The use of the address, to be written to; turned away when another authority keeps it. */
async function keptUse(c: Request): Promise<LeverUse> {
  const use = await findUse(c.var.db, scopeOf(c.var.space.mandates), idOf<'leverUse'>(c, 'use')) ?? notFound()
  const communes = await keptCommunes(c)
  if (communes !== null && !communes.includes(use.insee ?? '')) throw new TurnedAway('notYours')
  return use
}

async function choicesOf(c: Request, use: LeverUse | null): Promise<UseChoices> {
  const { db, space, today } = c.var
  const hidden = use !== null && use.action === null ? use.actionId : null
  return {
    levers: catalogue(), towns: await townsOf(c), sectors: await listSectors(db), documents: await listDocuments(db),
    actions: await listActionCodes(db, scopeOf(space.mandates)), communes: await keptCommunes(c), today, keptAction: hidden,
  }
}

const valuesOf = ({ id: _id, version: _version, document: _document, sector: _sector, action: _action, ...values }: LeverUse): LeverUseValues =>
  values

const newPage = (c: Request, typed: UseTyped, faults: readonly Fault[], choices: UseChoices) => page(c, NewLeverUsePage({
  frame: operationFrame(c), slug: c.var.space.slug, typed, faults, onceKey: newId(), choices, levers: catalogue(),
}), faults.length === 0 ? 200 : 422)

const formPage = (c: Request, use: LeverUse, typed: UseTyped, faults: readonly Fault[], version: number, choices: UseChoices) =>
  page(c, LeverUsePage({
    frame: operationFrame(c), slug: c.var.space.slug, use, typed, faults, version, choices, levers: catalogue(),
  }), faults.length === 0 ? 200 : 422)
