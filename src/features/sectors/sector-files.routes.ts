// Files of perimeters: handed in, read beside the server, looked at, repaired on request, applied once in one transaction, or left.
import { areaOf } from '../../geometry/area.ts'
import { boxAround, ringsOf } from '../../geometry/shape.ts'
import { projectionCodes, toDegrees } from '../../geometry/projections.ts'
import { largestShapeFile } from '../../extraction/shapes-limits.ts'
import { withParcels } from '../../extraction/shapes-parcels.ts'
import { leftOutSentences, shapeFileSentences } from '../../extraction/shapes-problem.ts'
import type { ReadShapes } from '../../extraction/shapes-problem.ts'
import { shapesInChild } from '../../extraction/shapes-run.ts'
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { allFields, idOf, notFound, postedForm, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { depositedFile } from '../readings/deposited-file.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { applyFile } from './applying-file.ts'
import { proposedFor, readFileForm, shapeOfFeature } from './sector-file.rules.ts'
import type { FileContent } from './sector-file.rules.ts'
import { fileFault } from './sector-file.words.ts'
import { contextIn, fileScene, problemsIn, proposing } from './sector-file-scene.ts'
import type { FileScene } from './sector-file-scene.ts'
import { SectorFilePage, SectorFilesPage } from './sector-files.pages.tsx'
import { closeSectorFile, findSectorFile, insertSectorFile, listSectorFiles, removeSectorFile, updateSectorFile } from './sector-files.store.ts'
import type { SectorFile } from './sector-files.store.ts'
import { likelyShape } from './situation.rules.ts'
import { mended, repairsAsked } from './shape-check.ts'

export const sectorFiles = routes()

sectorFiles.get(paths.sectorFiles(':operation'), may('keepSectors'), (c) => filesPage(c, []))

/** Beyond, it is no file of the sectors of one operation. */
const mostFeatures = 200

sectorFiles.post(paths.sectorFiles(':operation'), may('keepSectors'), recorded('sectorFileHandedIn'), async (c) => {
  const { db, space: { operationId, slug }, now } = c.var
  const file = await depositedFile(c)
  if (file === undefined) {
    const { file: empty } = await postedForm(c)
    return await filesPage(c, [['file', empty instanceof File && empty.name !== '' ? shapeFileSentences.empty : 'Choisissez un fichier.']])
  }
  const scene = await fileScene(c)
  const near = boxAround(scene.contours.flatMap(({ geometry }) => ringsOf(geometry).flat()))
  const reading = await shapesInChild(file.bytes, file.fileName, near === undefined ? {} : { near })
  if (!reading.ok) return await filesPage(c, [['file', shapeFileSentences[reading.problem]]])
  const read = await joined(c, reading.file)
  if ('fault' in read) return await filesPage(c, [read.fault])
  const content = contentOf(read, file.fileName)
  if (content.features.length === 0) return await filesPage(c, [['file', emptySentence(read)]])
  if (content.features.length > mostFeatures) return await filesPage(c, [['file', tooMany(content.features.length)]])
  const typed = { ...content.typed, ...proposedFor(content.features, proposing(scene)) }
  const id = newId<'sectorFile'>()
  const kept = { id, name: file.fileName, format: read.format, sha256: file.sha256, content: { ...content, typed } }
  await insertSectorFile(db, operationId, kept, reader(c).id, now)
  const after = { name: file.fileName, format: read.format, sha256: file.sha256.toString('hex'), features: content.features.length }
  await c.var.record({ objectKind: 'sectorFile', objectId: id, before: null, after })
  return c.redirect(paths.sectorFile(slug, id), 303)
})
const tooMany = (many: number): string => `Le fichier contient ${many} tracés : gardez les seuls périmètres de l’opération, ${mostFeatures} au plus.`
const emptySentence = ({ format }: ReadShapes): string => format === 'parcels'
  ? 'Aucune de ces parcelles n’a de contour : joignez le GeoJSON du cadastre de la commune dans le second champ.' : shapeFileSentences.noArea

/** A list of parcels with the contours handed in beside it; any other file as it was read. */
async function joined(c: Request, file: ReadShapes): Promise<ReadShapes | { readonly fault: Fault }> {
  if (file.format !== 'parcels') return file
  const { contours } = await postedForm(c)
  if (!(contours instanceof File) || contours.size === 0) return file
  const reading = await shapesInChild(new Uint8Array(await contours.arrayBuffer()), contours.name)
  return reading.ok ? withParcels(file, reading.file) : { fault: ['contours', shapeFileSentences[reading.problem]] }
}

function contentOf({ crs, features, leftOut }: ReadShapes, fileName: string): FileContent {
  return {
    system: {
      how: crs.how, code: crs.how === 'ambiguous' ? null : crs.code, candidates: crs.how === 'ambiguous' ? crs.candidates : [],
      swapped: crs.how === 'recognised' && crs.swapped,
    },
    features: features.flatMap(({ name, properties, geometry }) =>
      (geometry === null ? [] : [{ name, properties, read: geometry, mended: null, repairs: [], areaBefore: null }])),
    leftOut: leftOut.slice(0, 500).map(({ name, why }) => ({ name, why: leftOutSentences[why] })), typed: { source: fileName },
  }
}

const filesPage = async (c: Request, faults: readonly Fault[]) => page(c, SectorFilesPage({
  frame: operationFrame(c), slug: c.var.space.slug, files: await listSectorFiles(c.var.db), faults, onceKey: newId(), maxBytes: largestShapeFile,
}), faults.length > 0 ? 422 : 200)

const seenFile = async (c: Request): Promise<SectorFile> => (await findSectorFile(c.var.db, idOf<'sectorFile'>(c, 'file'))) ?? notFound()

sectorFiles.get(paths.sectorFile(':operation', ':file'), may('keepSectors'), async (c) => {
  const file = await seenFile(c)
  return filePage(c, file, file.content.typed, [], await fileScene(c))
})

sectorFiles.post(paths.sectorFile(':operation', ':file'), may('keepSectors'), recorded('sectorFileChanged'), async (c) => {
  const { db, now, space: { slug } } = c.var
  const file = await seenFile(c)
  const { suite = '', ...typed } = await allFields(c)
  if (suite === 'abandon') {
    await removeSectorFile(db, file.id, now)
    await c.var.record({ objectKind: 'sectorFile', objectId: file.id, before: { name: file.name }, after: null })
    return c.redirect(paths.sectorFiles(slug), 303)
  }
  if (file.appliedAt !== null) return appliedBefore(c, file)
  const content = suite === 'projection' ? await inDegrees(c, file.content, typed['system'] ?? '') : { ...file.content, typed: typedIn(typed) }
  if (content === undefined) {
    return filePage(c, file, file.content.typed, [['system', 'Choisissez le système de coordonnées du fichier.']], await fileScene(c))
  }
  await updateSectorFile(db, file.id, content)
  await c.var.record({ objectKind: 'sectorFile', objectId: file.id, before: null, after: { system: content.system, typed: content.typed } })
  return c.redirect(paths.sectorFile(slug, file.id), 303)
})

/** The fields of the preview, without those that only carry the form. */
const typedIn = (typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'cle' && !name.startsWith('reparer-') && !name.startsWith('defaire-')))

/** The shapes in degrees of the system chosen, and what is then proposed; undefined when it is none of the candidates. */
async function inDegrees(c: Request, content: FileContent, chosen: string): Promise<FileContent | undefined> {
  const code = projectionCodes.find((one) => one === chosen && content.system.candidates.includes(one))
  if (code === undefined) return undefined
  const features = content.features.flatMap((feature) => {
    const read = toDegrees(feature.read, code)
    return read === undefined ? [] : [{ ...feature, read }]
  })
  const typed = { ...content.typed, ...proposedFor(features, proposing(await fileScene(c))) }
  return { ...content, system: { how: 'chosen', code, candidates: [], swapped: false }, features, typed }
}

sectorFiles.post(paths.sectorFileRepair(':operation', ':file'), may('keepSectors'), recorded('sectorFileRepaired'), async (c) => {
  const { db, space: { slug } } = c.var
  const file = await seenFile(c)
  if (file.appliedAt !== null) return appliedBefore(c, file)
  const typed = await allFields(c)
  const scene = await fileScene(c)
  const features = file.content.features.map((feature, rank) => {
    if (typed[`defaire-${rank}`] === 'oui') return { ...feature, mended: null, repairs: [], areaBefore: null }
    const asked = repairsAsked(typed, `reparer-${rank}`)
    if (asked.length === 0) return feature
    const repair = mended(shapeOfFeature(feature), asked, contextIn(file.content, rank, typed, scene))
    return {
      ...feature, mended: repair.geometry, repairs: [...new Set([...feature.repairs, ...repair.changed])],
      areaBefore: feature.repairs.length === 0 ? repair.before : feature.areaBefore,
    }
  })
  await updateSectorFile(db, file.id, { ...file.content, features, typed: typedIn(typed) })
  await c.var.record({ objectKind: 'sectorFile', objectId: file.id, before: null, after: { repairs: features.map(({ repairs }) => repairs) } })
  return c.redirect(paths.sectorFile(slug, file.id), 303)
})

sectorFiles.post(paths.sectorFileApplication(':operation', ':file'), may('keepSectors'), recorded('sectorFileApplied'), async (c) => {
  const { db, space: { operationId, slug }, now } = c.var
  const file = await seenFile(c)
  await holdOperation(db, operationId)
  if (file.appliedAt !== null) return appliedBefore(c, file)
  const typed = typedIn(await allFields(c))
  const scene = await fileScene(c)
  const problems = problemsIn(file.content, typed, scene)
  const outcome = readFileForm(file.content, typed, {
    sectors: scene.situations.map(({ sector }) => sector), towns: scene.places.towns, acts: scene.places.acts, areaOf,
    weightOf: (rank) => (['stops', 'mends'] as const).find((one) => problems[rank]?.some(({ weight }) => weight === one) === true) ?? 'none',
  })
  if (!outcome.ok) return filePage(c, file, typed, outcome.problems.map(fileFault), scene)
  if (!(await closeSectorFile(db, file.id, now))) return appliedBefore(c, file)
  const written = await applyFile(db, outcome.value, { operationId, by: reader(c).id, at: now, townOf: scene.places.names.commune })
  for (const { objectId, after } of written) await c.var.record({ objectKind: 'sector', objectId, before: null, after })
  await c.var.record({ objectKind: 'sectorFile', objectId: file.id, before: null, after: { written: written.map(({ objectId }) => objectId) } })
  return c.redirect(paths.sectors(slug), 303)
})

/** It was applied already, by a form sent twice or by someone faster: nothing is written again. */
function appliedBefore(c: Request, { id }: SectorFile) {
  c.var.unchanged()
  return c.redirect(paths.sectorFile(c.var.space.slug, id), 303)
}

function filePage(c: Request, file: SectorFile, typed: Readonly<Record<string, string>>, faults: readonly Fault[], scene: FileScene) {
  const titles = new Map(scene.situations.map(({ sector }) => [sector.id as string, sector.name]))
  return page(c, SectorFilePage({
    frame: operationFrame(c), slug: c.var.space.slug, file, typed, faults, onceKey: newId(), problems: problemsIn(file.content, typed, scene),
    sectors: scene.situations.map(({ sector }) => sector), towns: scene.places.towns, acts: scene.places.acts, ground: scene.contours,
    around: scene.situations.flatMap((one) => {
      const geometry = likelyShape(one)
      return geometry === null ? [] : [{ key: one.sector.id, label: '', name: one.sector.name, geometry, tone: 'kept' as const }]
    }),
    named: (other) => titles.get(other) ?? (/^\d[\dAB]\d{3}$/.test(other) ? scene.places.names.commune(other) : other),
  }), faults.length > 0 ? 422 : 200)
}
