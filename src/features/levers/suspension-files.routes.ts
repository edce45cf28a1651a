// The letter and the data of a request of suspension, as files to sign and to join.
import { paths } from '../../paths.ts'
import { may } from '../../platform/guard.ts'
import { idOf, notFound, routes } from '../../platform/web.ts'
import { isSheetsFormat, writeSheets, writingProblemSentences } from '../../writing/files.ts'
import { listSituations } from '../sectors/sectors.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { communeName } from './lever-scene.ts'
import { signatoriesOf } from './signatories.ts'
import { paperOf, suspensionPapers } from './suspension-file.ts'
import type { SectorLine } from './suspension-file.ts'
import { PaperProblemPage } from './paper-problem.pages.tsx'
import { joiningsOf } from './suspension.rules.ts'
import { findSuspension } from './suspensions.store.ts'

export const suspensionFiles = routes()

const hectares = (squareMetres: number): string =>
  `${(squareMetres / 10_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} ha`

suspensionFiles.get(paths.suspensionFile(':operation', ':suspension', ':paper'), may('viewOperation'), async (c) => {
  const { db, space, today } = c.var
  const suspension = await findSuspension(db, idOf<'suspension'>(c, 'suspension')) ?? notFound()
  const [word = '', format = ''] = (c.req.param('paper') ?? '').split('.')
  const paper = suspensionPapers.find((one) => one === word) ?? notFound()
  if (!isSheetsFormat(format)) notFound()
  const day = suspension.registeredOn ?? today
  const signatories = (await signatoriesOf(db, space.operationId))(day)
  const sectors: readonly SectorLine[] = (await listSituations(db, day)).filter(({ sector, standing }) =>
    sector.kind === 'intervention' && standing !== 'no').map(({ sector, version, standing }) => ({
    name: sector.illustrative ? `${sector.name} (dessiné pour l’exemple)` : sector.name,
    commune: sector.insee === null ? 'plusieurs' : communeName(sector.insee),
    townCentre: version === null || version.townCentre === null ? 'inconnu' : version.townCentre ? 'oui' : 'non',
    area: version === null || version.areaM2 === null ? 'inconnue' : hectares(version.areaM2),
    standing: standing === 'yes' ? 'en vigueur' : 'inconnu',
  }))
  const written = await writeSheets(format, paperOf(paper, {
    operation: space.name, on: today, suspension, joinings: joiningsOf(signatories, suspension.steps), commune: communeName(suspension.insee),
    signatory: signatories.some(({ key }) => key === suspension.insee), sectors,
  }), c.req.raw.signal)
  if (!written.ok) {
    return page(c, PaperProblemPage({ frame: operationFrame(c), slug: space.slug, suspension, words: writingProblemSentences[written.problem] }), 503)
  }
  return c.body(Buffer.from(written.bytes), 200, {
    'content-type': written.mediaType, 'content-disposition': `attachment; filename="suspension-${paper}-${today}.${format}"`,
    'cache-control': 'no-store',
  })
})
