// Versions of a perimeter: a new shape, checked and repaired on request before it is kept; the withdrawal of a wrong one.
import { areaOf } from '../../geometry/area.ts'
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { allFields, fields, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { emptyVersion, readArea, readVersion, typedShape, typedVersion, versionTypedFrom } from './sector-form.rules.ts'
import { WithdrawalPage } from './sector.pages.tsx'
import type { Sector } from './sector.rules.ts'
import { sceneOf } from './sector-scene.ts'
import { versionFaults } from './sector.words.tsx'
import { seenSector } from './seen-sector.ts'
import { insertVersion, listSituations, listVersions, nextNumber, withdrawVersion } from './sectors.store.ts'
import { contextOf, faultsOfShape, mended, repairsAsked } from './shape-check.ts'
import type { Checked } from './version-form.pages.tsx'
import { versionFormPage } from './version-page.ts'

export const sectorVersions = routes()

sectorVersions.get(paths.newSectorVersion(':operation', ':sector'), may('keepSectors'), async (c) => {
  const sector = await seenSector(c)
  const last = (await listVersions(c.var.db, sector.id)).findLast(({ withdrawn, geometry }) => withdrawn === null && geometry !== null)
  return await versionFormPage(c, {
    sector, typed: last === undefined ? emptyVersion : typedVersion(last), faults: [], checked: undefined,
    situations: await listSituations(c.var.db, c.var.day),
  })
})

sectorVersions.post(paths.sectorVersions(':operation', ':sector'), may('keepSectors'), recorded('sectorVersionAdded'), async (c) => {
  const { db, space: { operationId, slug }, now, day } = c.var
  const sector = await seenSector(c)
  const all = await allFields(c)
  const typed = versionTypedFrom(all)
  const situations = await listSituations(db, day)
  const outcome = readVersion(typed, (await sceneOf(c)).acts)
  const area = typed.shape === '' ? undefined : readArea(typed.shape)
  const about = { insee: sector.insee, kind: sector.kind, precisionMetres: outcome.ok ? outcome.value.precisionMetres : null, except: sector.id }
  const context = await contextOf(db, about, situations)
  const repair = all['suite'] === 'reparer' && area?.ok === true ? mended(area.value, repairsAsked(all, 'reparer'), context) : undefined
  const geometry = repair?.geometry ?? (area?.ok === true ? area.value : null)
  const problems = geometry === null ? [] : faultsOfShape(geometry, context, sector.insee)
  const checked: Checked | undefined = geometry === null ? undefined : { geometry, problems, areaM2: areaOf(geometry), repaired: repair }
  if (repair !== undefined) {
    c.var.unchanged()
    return await versionFormPage(c, { sector, typed: { ...typed, shape: typedShape(repair.geometry) }, faults: [], checked, situations })
  }
  const faults = [
    ...(outcome.ok ? [] : outcome.problems.map((problem) => versionFaults[problem])),
    ...(problems.some(({ weight }) => weight === 'stops') ? [unusable]
      : problems.some(({ weight }) => weight === 'mends') && all['accepted'] !== 'oui' ? [doubtful] : []),
  ]
  if (!outcome.ok || faults.length > 0) return await versionFormPage(c, { sector, typed, faults, checked, situations })
  const version = { id: newId<'sectorVersion'>(), sectorId: sector.id, number: await nextNumber(db, sector.id), ...outcome.value,
    areaM2: outcome.value.geometry === null ? null : areaOf(outcome.value.geometry) }
  await insertVersion(db, operationId, version, reader(c).id, now)
  await c.var.record({ objectKind: 'sector', objectId: sector.id, before: null, after: version })
  return c.redirect(paths.sector(slug, sector.slug), 303)
})
const unusable: Fault =
  ['shape', 'Le tracé ne peut pas être enregistré tel quel : voyez ci-dessous ce qui ne va pas, corrigez-le ou cochez une réparation.']
const doubtful: Fault = ['shape', 'Le tracé est à vérifier : voyez ci-dessous, puis réparez-le ou cochez « J’ai vérifié ».']

const version = [':operation', ':sector', ':number'] as const
sectorVersions.get(paths.sectorVersionWithdrawal(...version), may('keepSectors'), async (c) => {
  const { sector, number } = await standingVersion(c)
  return withdrawalPage(c, sector, number, '', [])
})

sectorVersions.post(paths.sectorVersionWithdrawal(...version), may('keepSectors'), recorded('sectorVersionWithdrawn'), async (c) => {
  const { db, space: { slug }, now } = c.var
  const { sector, number } = await standingVersion(c)
  const { reason } = await fields(c, ['reason'])
  if (reason === '') return withdrawalPage(c, sector, number, reason, [['reason', 'Dites pourquoi : le retrait reste au journal, avec son motif.']])
  if (reason.length > 2000) return withdrawalPage(c, sector, number, reason, [['reason', 'Le motif dépasse 2 000 caractères : raccourcissez-le.']])
  if (!(await withdrawVersion(db, sector.id, number, { by: reader(c).id, at: now, reason }))) notFound()
  await c.var.record({ objectKind: 'sector', objectId: sector.id, before: { number }, after: { number, withdrawn: reason } })
  return c.redirect(paths.sector(slug, sector.slug), 303)
})

/** A version of the sector of the address that was not withdrawn. */
async function standingVersion(c: Request) {
  const sector = await seenSector(c)
  const number = wholeNumber(c.req.param('number')) ?? notFound()
  const known = (await listVersions(c.var.db, sector.id)).find((one) => one.number === number && one.withdrawn === null)
  return known === undefined ? notFound() : { sector, number }
}

const withdrawalPage = (c: Request, sector: Sector, number: number, reason: string, faults: readonly Fault[]) => page(c, WithdrawalPage({
  frame: operationFrame(c), slug: c.var.space.slug, sector, number, reason, faults, onceKey: newId(),
}), faults.length > 0 ? 422 : 200)
