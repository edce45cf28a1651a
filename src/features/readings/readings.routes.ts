// Handing in a document, following its reading, getting the document back.
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { largestDocument } from '../../extraction/limits.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { operationFrame, page } from '../site/chrome.ts'
import { DepositPage, depositFaults } from './deposit.pages.tsx'
import { depositedFile } from './deposited-file.ts'
import { ReadingsPage } from './readings.pages.tsx'
import { keepDeposit, startReading } from './reading-job.ts'
import { findDocument, findDocumentBytes, listReadings } from './readings.store.ts'

export const readings = routes()

readings.get(paths.readings(':operation'), may('viewOperation'), async (c) => {
  const { slug, roles } = c.var.space
  return page(c, ReadingsPage({
    frame: operationFrame(c), slug, readings: await listReadings(c.var.db), mayDeposit: holds(roles, 'depositDocument'),
  }))
})

// A form refused is shown at the address it was sent to, which is then reloaded, or asked for on another day.
for (const address of [paths.newDocument(':operation'), paths.documents(':operation')]) {
  readings.get(address, may('depositDocument'), (c) => depositPage(c, []))
}

readings.post(paths.documents(':operation'), may('depositDocument'), recorded('documentDeposited'), async (c) => {
  const { operationId, slug } = c.var.space
  const file = await depositedFile(c)
  if (file === undefined) return depositPage(c, [depositFaults.fileMissing])
  if (file.bytes.length > largestDocument) return depositPage(c, [depositFaults.fileTooLarge])
  const readingId = await keepDeposit(c.var.db, operationId, { ...file, by: reader(c).id, at: c.var.now }, c.var.record)
  c.set('afterCommit', () => startReading(c.var.services, { operationId, readingId }))
  return c.redirect(paths.reading(slug, readingId), 303)
})

/** The document, byte for byte; always downloaded, never shown by the browser inside this site. */
readings.get(paths.document(':operation', ':document'), may('viewOperation'), async (c) => {
  const id = idOf<'document'>(c, 'document')
  const about = (await findDocument(c.var.db, id)) ?? notFound()
  const bytes = (await findDocumentBytes(c.var.db, id)) ?? notFound()
  const plain = about.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(about.fileName)}`,
    'X-Content-Type-Options': 'nosniff',
  })
})

const depositPage = (c: Request, faults: readonly Fault[]) =>
  page(c, DepositPage({ frame: operationFrame(c), slug: c.var.space.slug, onceKey: newId(), maxBytes: largestDocument, faults }),
    faults.length > 0 ? 422 : 200)
