// Comparing two shapes of a perimeter, and keeping a draft to compare before it is voted.
import { inFigures } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { allFields, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { contoursOf } from '../territories/contours.store.ts'
import { compareShapes } from './comparing.ts'
import { ComparisonPage } from './comparison.pages.tsx'
import type { Comparable } from './comparison.pages.tsx'
import { draftContent, featureField, shapeOfFeature } from './sector-file.rules.ts'
import { findSectorFile, insertSectorFile, listSectorFiles } from './sector-files.store.ts'
import { readArea, versionTypedFrom } from './sector-form.rules.ts'
import type { Sector } from './sector.rules.ts'
import { sceneOf } from './sector-scene.ts'
import { versionFaults } from './sector.words.tsx'
import { listSituations, listVersions, sealOf } from './sectors.store.ts'
import { seenSector } from './seen-sector.ts'
import { versionFormPage } from './version-page.ts'

export const sectorComparison = routes()

sectorComparison.get(paths.sectorComparison(':operation', ':sector'), may('viewOperation'), async (c) => {
  const { db, space } = c.var
  const sector = await seenSector(c)
  const choices = [...await versionsOf(c, sector), ...await draftsOf(c, sector)]
  const [before, after] = chosen(choices, c.req.query('de'), c.req.query('a'))
  const insee = sector.insee ?? (await sceneOf(c)).towns[0]?.insee ?? null
  return page(c, ComparisonPage({
    frame: operationFrame(c), slug: space.slug, sector, choices, before, after, ground: await contoursOf(db, sector.insee === null ? []
      : [sector.insee]),
    comparison: before === undefined || after === undefined ? undefined : await compareShapes(db, before.geometry, after.geometry, insee),
  }))
})

/** The two asked for; without a word, the last version and the latest draft, else the last two versions. */
function chosen(choices: readonly Comparable[], from: string | undefined, to: string | undefined): readonly (Comparable | undefined)[] {
  if (choices.length < 2) return []
  const [versions, [draft]] = [choices.filter((one) => !one.draft), choices.filter((one) => one.draft)]
  const named = (key: string | undefined, otherwise: Comparable | undefined): Comparable | undefined =>
    choices.find((one) => one.key === key) ?? otherwise ?? choices[0]
  return [named(from, versions.at(draft === undefined ? -2 : -1)), named(to, draft ?? versions.at(-1))]
}

async function versionsOf(c: Request, sector: Sector): Promise<readonly Comparable[]> {
  return (await listVersions(c.var.db, sector.id)).map(({ number, validFrom, geometry, withdrawn }) => ({
    key: String(number), geometry, draft: false,
    label: `n° ${number}, ${validFrom === null ? 'début inconnu' : inFigures(validFrom)}${withdrawn === null ? '' : ', retirée'}`,
  }))
}

/** The shapes of files not applied that would become a version of this perimeter. */
async function draftsOf(c: Request, sector: Sector): Promise<readonly Comparable[]> {
  const waiting = (await listSectorFiles(c.var.db)).filter(({ appliedAt }) => appliedAt === null).slice(0, mostDrafts)
  const drafts: Comparable[] = []
  for (const { id } of waiting) {
    const file = await findSectorFile(c.var.db, id)
    if (file === undefined || file.content.system.how === 'ambiguous') continue
    for (const [rank, feature] of file.content.features.entries()) {
      if (file.content.typed[featureField('target', rank)] !== sector.slug) continue
      drafts.push({ key: `${id}-${rank}`, label: `Projet : ${file.name}`, geometry: shapeOfFeature(feature), draft: true })
    }
  }
  return drafts
}
const mostDrafts = 20

sectorComparison.post(paths.sectorComparison(':operation', ':sector'), may('keepSectors'), recorded('sectorFileHandedIn'), async (c) => {
  const { db, space: { operationId, slug }, now, day } = c.var
  const sector = await seenSector(c)
  const typed = versionTypedFrom(await allFields(c))
  const area = typed.shape === '' ? undefined : readArea(typed.shape)
  if (area?.ok !== true) {
    const problems = area === undefined ? ['shapeMissing' as const] : area.problems
    const faults = problems.map((problem) => versionFaults[problem])
    return await versionFormPage(c, { sector, typed, faults, checked: undefined, situations: await listSituations(db, day) })
  }
  const id = newId<'sectorFile'>()
  const { shape: _shape, takenAway: _away, townCentre, ...word } = typed
  const content = draftContent(sector, area.value, { ...word, [featureField('townCentre', 0)]: townCentre })
  const name = `${sector.name}, projet du ${inFigures(c.var.today)}`
  await insertSectorFile(db, operationId, { id, name, format: 'drawn', sha256: sealOf(area.value), content }, reader(c).id, now)
  await c.var.record({ objectKind: 'sectorFile', objectId: id, before: null, after: { name, sector: sector.id } })
  return c.redirect(`${paths.sectorComparison(slug, sector.slug)}?a=${id}-0`, 303)
})
