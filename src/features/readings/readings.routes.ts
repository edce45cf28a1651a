// Handing in a document, following its reading, getting the document back.
import { createHash } from 'node:crypto'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { largestDocument } from '../../extraction/limits.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { operationFrame, page } from '../site/chrome.ts'
import { DepositPage, ReadingsPage } from './readings.pages.tsx'
import { startReading } from './reading-job.ts'
import { findDocument, findDocumentBytes, insertDocument, insertReading, listReadings } from './readings.store.ts'

export const readings = routes()

readings.get(paths.readings(':operation'), may('viewOperation'), async (c) => {
  const { slug, roles } = c.var.space
  return page(c, ReadingsPage({ frame: operationFrame(c), slug, readings: await listReadings(c.var.db), mayDeposit: holds(roles, 'depositDocument') }))
})

readings.get(paths.newDocument(':operation'), may('depositDocument'), (c) => depositPage(c, []))

readings.post(paths.documents(':operation'), may('depositDocument'), recorded('documentDeposited'), async (c) => {
  const { operationId, slug } = c.var.space
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0) return depositPage(c, [['file', 'Choisissez un document à déposer : le fichier est absent ou vide.']])
  if (file.size > largestDocument) return depositPage(c, [['file', 'Le fichier dépasse 50 Mo : réduisez-le, ou déposez la convention sans ses annexes.']])
  const bytes = Buffer.from(await file.arrayBuffer())
  const sha256 = createHash('sha256').update(bytes).digest()
  const fileName = cleanName(file.name)
  const by = reader(c).id
  const documentId = await insertDocument(c.var.db, operationId, {
    id: newId<'document'>(), sha256, fileName, mediaType: file.type === '' ? 'application/octet-stream' : file.type.slice(0, 100), bytes, by, at: c.var.now,
  })
  const readingId = await insertReading(c.var.db, operationId, documentId, by, c.var.now)
  await c.var.record({ objectKind: 'document', objectId: documentId, before: null, after: { fileName, size: bytes.length, sha256: sha256.toString('hex'), readingId } })
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

/** The last part of the name as sent, without control characters, 200 characters at most. */
const cleanName = (name: string): string => [...(name.split(/[/\\]/).at(-1) ?? '')].filter((letter) => letter >= ' ').join('').slice(-200) || 'document'

const depositPage = (c: Request, faults: readonly Fault[]) =>
  page(c, DepositPage({ frame: operationFrame(c), slug: c.var.space.slug, onceKey: newId(), maxBytes: largestDocument, faults }), faults.length > 0 ? 422 : 200)
