// Perimeters: their map and table on a day, one of them, its form, its removal, and what is exported.
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { sectorKinds } from '../../law/levers/sector-kind.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { spreadsheetMedia, writeSpreadsheet } from '../../writing/spreadsheet.ts'
import type { Fault } from '../../design/faults.tsx'
import { holdOperation, listJournal } from '../operations/operations.store.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { contoursOf } from '../territories/contours.store.ts'
import { freeSlug } from './applying-file.ts'
import { collectionOf, sectorBook } from './sector-exports.ts'
import { emptySector, readSector, sectorFields, typedSector } from './sector-form.rules.ts'
import type { SectorTyped } from './sector-form.rules.ts'
import { seenSector } from './seen-sector.ts'
import { SectorPage } from './sector.pages.tsx'
import type { Sector, SectorValues } from './sector.rules.ts'
import { sceneOf } from './sector-scene.ts'
import { sectorFaults, sectorKindInAddress } from './sector.words.tsx'
import { SectorsPage } from './sectors.pages.tsx'
import {
  insertSector, listAllVersions, listSectors, listSectorsSetBy, listSituations, listVersions, removeSector, updateSector,
} from './sectors.store.ts'
import { sceneOn } from './situation.rules.ts'
import { SectorFormPage } from './version-form.pages.tsx'

export const sectors = routes()

/** On one map and in one table: more could be neither read nor drawn. */
const sectorsAPage = 100

sectors.get(paths.sectors(':operation'), may('viewOperation'), async (c) => {
  const { db, space, day } = c.var
  const [all, scene] = [await listSituations(db, day), await sceneOf(c)]
  const kind = sectorKinds.find((one) => sectorKindInAddress[one] === c.req.query('nature'))
  const act = scene.acts.find(({ id }) => id === c.req.query('acte'))?.id
  const set = act === undefined ? undefined : new Set(await listSectorsSetBy(db, act))
  const situations = all.filter(({ sector }) => (kind === undefined || sector.kind === kind) && set?.has(sector.id) !== false)
  const pages = Math.max(1, Math.ceil(situations.length / sectorsAPage))
  const asked = Math.min(Math.max(wholeNumber(c.req.query('page')) ?? 1, 1), pages)
  const shown = situations.slice((asked - 1) * sectorsAPage, asked * sectorsAPage)
  return page(c, SectorsPage({
    frame: operationFrame(c), slug: space.slug, day, situations: shown, first: (asked - 1) * sectorsAPage, page: asked, pages,
    names: scene.names, actNames: scene.actNames, kind, act,
    kinds: sectorKinds.filter((one) => all.some(({ sector }) => sector.kind === one)), mayKeep: holds(space.roles, 'keepSectors'),
    ground: await contoursOf(db, [...new Set(shown.flatMap(({ sector }) => sector.insee ?? []))]),
  }))
})

sectors.get(paths.sectorExport(':operation', 'geojson'), may('viewOperation'), async (c) => {
  const [known, versions] = [await listSectors(c.var.db), await listAllVersions(c.var.db)]
  const collection = collectionOf(known, versions, sceneOn(await operationRecord(c.var.db), c.var.day))
  return sent(c, JSON.stringify(collection), 'secteurs.geojson', 'application/geo+json')
})
sectors.get(paths.sectorExport(':operation', 'csv'), may('viewOperation'), async (c) => {
  const { db, day } = c.var
  const scene = await sceneOf(c)
  const book = sectorBook(await listSituations(db, day), scene.names, scene.actNames, day)
  return sent(c, new Uint8Array(await writeSpreadsheet(book, 'csv')), `secteurs-${day}.csv`, spreadsheetMedia.csv)
})
const sent = (c: Request, body: string | Uint8Array<ArrayBuffer>, fileName: string, media: string) => c.body(body, 200, {
  'Content-Type': media, 'Content-Disposition': `attachment; filename="${fileName}"`, 'X-Content-Type-Options': 'nosniff',
})

sectors.get(paths.newSector(':operation'), may('keepSectors'), (c) => formPage(c, undefined, emptySector, [], 0))

sectors.post(paths.newSector(':operation'), may('keepSectors'), recorded('sectorAdded'), async (c) => {
  const { db, space: { operationId, slug }, now } = c.var
  const typed = await fields(c, sectorFields)
  await holdOperation(db, operationId)
  const { towns, conventions, names } = await sceneOf(c)
  const outcome = readSector(typed, { towns, conventions, others: await listSectors(db) })
  if (!outcome.ok) return await formPage(c, undefined, typed, outcome.problems.map((problem) => sectorFaults[problem]), 0)
  const sector = { id: newId<'sector'>(), slug: await freeSlug(db, outcome.value, names.commune), ...outcome.value }
  await insertSector(db, operationId, sector, reader(c).id, now)
  await c.var.record({ objectKind: 'sector', objectId: sector.id, before: null, after: sector })
  return c.redirect(paths.newSectorVersion(slug, sector.slug), 303)
})
sectors.get(paths.sector(':operation', ':sector'), may('viewOperation'), async (c) => {
  const { db, space, day } = c.var
  const sector = await seenSector(c)
  const [situations, scene] = [await listSituations(db, day), await sceneOf(c)]
  return page(c, SectorPage({
    frame: operationFrame(c), slug: space.slug, day, situation: situations.find((one) => one.sector.id === sector.id) ?? notFound(),
    versions: await listVersions(db, sector.id), names: scene.names, actNames: scene.actNames, mayKeep: holds(space.roles, 'keepSectors'),
    ground: await contoursOf(db, sector.insee === null ? [] : [sector.insee]), onceKey: newId(),
  }))
})

sectors.get(paths.sectorForm(':operation', ':sector'), may('keepSectors'), async (c) => {
  const sector = await seenSector(c)
  return await formPage(c, sector, typedSector(sector), [], sector.version)
})

sectors.post(paths.sectorForm(':operation', ':sector'), may('keepSectors'), recorded('sectorChanged'), async (c) => {
  const { db, space: { slug } } = c.var
  const sector = await seenSector(c)
  const { version: shown, ...typed } = await fields(c, [...sectorFields, 'version'])
  const version = wholeNumber(shown) ?? 0
  const { towns, conventions } = await sceneOf(c)
  const others = (await listSectors(db)).filter(({ id }) => id !== sector.id)
  const outcome = readSector(typed, { towns, conventions, others })
  if (!outcome.ok) return await formPage(c, sector, typed, outcome.problems.map((problem) => sectorFaults[problem]), version)
  if (!(await updateSector(db, sector.id, version, outcome.value))) {
    const [last] = await listJournal(db, { objectId: sector.id, most: 1 })
    return await formPage(c, sector, typed, [], sector.version, { name: sector.name, author: last?.personName ?? 'Quelqu’un' })
  }
  await c.var.record({ objectKind: 'sector', objectId: sector.id, before: valuesOf(sector), after: outcome.value })
  return c.redirect(paths.sector(slug, sector.slug), 303)
})

sectors.post(paths.sectorRemoval(':operation', ':sector'), may('keepSectors'), recorded('sectorRemoved'), async (c) => {
  const sector = await seenSector(c)
  await removeSector(c.var.db, sector.id, c.var.now)
  await c.var.record({ objectKind: 'sector', objectId: sector.id, before: valuesOf(sector), after: null })
  return c.redirect(paths.sectors(c.var.space.slug), 303)
})

const valuesOf = ({ id: _id, slug: _slug, version: _version, ...values }: Sector): SectorValues => values

async function formPage(
  c: Request, sector: Sector | undefined, typed: SectorTyped, faults: readonly Fault[], version: number, theirs?: { name: string; author: string },
) {
  const { towns, conventions } = await sceneOf(c)
  return page(c, SectorFormPage({
    frame: operationFrame(c), slug: c.var.space.slug, sector, typed, faults, towns, conventions, onceKey: newId(), version, theirs,
  }), theirs !== undefined ? 409 : faults.length > 0 ? 422 : 200)
}
