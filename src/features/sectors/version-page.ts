// The form of a new version, with what is around its shape, shown by whoever was sent it.
import { newId } from '../../kernel/id.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { findOperation } from '../operations/operations.store.ts'
import { currentRegister } from '../register/kept-register.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { contoursOf } from '../territories/contours.store.ts'
import type { VersionTyped } from './sector-form.rules.ts'
import type { Sector } from './sector.rules.ts'
import { sceneOf } from './sector-scene.ts'
import { likelyShape } from './situation.rules.ts'
import type { SectorSituation } from './situation.rules.ts'
import { VersionFormPage } from './version-form.pages.tsx'
import type { Checked } from './version-form.pages.tsx'

type Shown = {
  readonly sector: Sector; readonly typed: VersionTyped; readonly faults: readonly Fault[]; readonly checked: Checked | undefined
  readonly situations: readonly SectorSituation[]
}
export async function versionFormPage(c: Request, { sector, typed, faults, checked, situations }: Shown) {
  const { acts, names, towns } = await sceneOf(c)
  const titles = new Map(situations.map((one) => [one.sector.id as string, one.sector.name]))
  const near = situations.filter((one) => one.sector.insee === sector.insee || sector.insee === null)
  const around = near.flatMap((one) => {
    const geometry = likelyShape(one)
    return geometry === null ? [] : [{ key: one.sector.id, label: '', name: one.sector.name, geometry, tone: 'kept' as const }]
  })
  const ground = await contoursOf(c.var.db, sector.insee === null ? towns.map(({ insee }) => insee) : [sector.insee])
  return page(c, VersionFormPage({
    frame: operationFrame(c), slug: c.var.space.slug, sector, typed, faults, acts, onceKey: newId(), checked,
    named: (other) => titles.get(other) ?? names.commune(other),
    around, ground, town: around.length + ground.length > 0 ? undefined : await townOf(c, sector.insee),
  }), faults.length > 0 ? 422 : 200)
}

/** Where the national list of ORT puts the commune, or the main town of the operation. */
async function townOf(c: Request, insee: string | null) {
  const place = insee ?? (await findOperation(c.var.db, c.var.space.operationId))?.mainTownInsee
  const row = (await currentRegister(c.var.db))?.entries.find(({ commune }) => commune.row.insee === place)?.commune.row
  return row === undefined || row.longitude === null || row.latitude === null ? undefined
    : { name: row.commune, at: [row.longitude, row.latitude] as const }
}
