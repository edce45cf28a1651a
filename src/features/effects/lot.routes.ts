// A file of points answered inside an operation: nothing of it is kept.
import { paths } from '../../paths.ts'
import { may, unrecorded } from '../../platform/guard.ts'
import { postedForm, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { operationFrame, page } from '../site/chrome.ts'
import { askerOf } from './asking.store.ts'
import { dayFault, lotSentences } from './effect.words.ts'
import { answerLot, openLot, sceneOf, streamOf } from './lot.ts'
import { LotPage } from './lot.pages.tsx'
import { sourcesOf } from './sources.ts'

export const lots = routes()

lots.get(paths.effectsBatch(':operation'), may('viewOperation'), (c) => lotPage(c, []))

lots.post(paths.effectsBatch(':operation'), may('viewOperation'), unrecorded('a file is answered and kept nowhere'), async (c) => {
  const { db, space, today, day, dayAsked, services } = c.var
  if (dayAsked === 'unreadable') return lotPage(c, [['file', dayFault[1]]])
  const { file } = await postedForm(c)
  if (!(file instanceof File) || file.size === 0) return lotPage(c, [['file', 'Choisissez un fichier CSV.']])
  const lot = await openLot(file.stream())
  if (typeof lot === 'string') return lotPage(c, [['file', lotSentences[lot]]])
  const asked = { on: day, demonstration: space.demonstration }
  const scene = await sceneOf(sourcesOf(db, space.operationId, today), askerOf(db, services.log, true), asked)
  const name = `effets-${space.slug}-${day}.csv`
  return c.body(streamOf(answerLot(lot, scene)), 200, {
    'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`,
  })
})

const lotPage = (c: Request, faults: readonly Fault[]) =>
  page(c, LotPage({ frame: operationFrame(c), slug: c.var.space.slug, day: c.var.day, faults }), faults.length > 0 ? 422 : 200)
