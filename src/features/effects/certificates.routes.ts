// Certificates: issued in an operation or by anybody from those that are open; opened, printed and verified by anyone.
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Frame } from '../../design/page.tsx'
import { askedDay } from '../../platform/day.ts'
import { networkAddress } from '../../platform/network-address.ts'
import { writeSheets, writingProblemSentences } from '../../writing/files.ts'
import { frame, operationFrame, page } from '../site/chrome.ts'
import { answerAnybody, answerInside } from './answering.ts'
import type { AnswerRecord } from './answer-record.ts'
import { resolvePlace } from './asked-place.ts'
import { readCode, readHash } from './certificate.rules.ts'
import type { CertificateContent } from './certificate.rules.ts'
import { certificateSheets } from './certificate-sheets.ts'
import { CertificateCheckPage, CertificatePage, NotPrintedPage, TooManyPage, UndatedPage } from './certificates.pages.tsx'
import { findCertificate, findCertificateByForm, findCertificateByHash } from './certificates.store.ts'
import { hashOf, issueCertificate, mayIssue, onceOf } from './issuing.ts'
import { readAudience } from './question.rules.ts'

export const certificates = routes()
const asked = ['adresse', 'parcelle', 'lon', 'lat', 'le', 'role', 'cle'] as const

/** What the form asks for; `wanted` undefined when its place is none, `undated` when its day is none. */
async function readForm(c: Request) {
  const typed = await fields(c, asked)
  const { day, dayAsked } = askedDay(typed.le, c.var.today)
  const resolved = await resolvePlace(c, typed, [])
  const wanted = 'place' in resolved ? { place: resolved.place, on: day, role: readAudience(typed.role) } : undefined
  return { typed, wanted, undated: dayAsked === 'unreadable' }
}

/** A sealed paper on another day than the one asked for is worse than none. */
const undatedPage = (c: Request, framed: Frame, action: string, typed: Readonly<Record<string, string>>) =>
  page(c, UndatedPage({ frame: framed, action, typed }), 422)

certificates.post(paths.certificates(':operation'), may('viewOperation'), recorded('certificateIssued'), async (c) => {
  const { db, space } = c.var
  const { wanted, undated, typed } = await readForm(c)
  if (undated) return undatedPage(c, operationFrame(c), paths.certificates(space.slug), typed)
  if (wanted === undefined) {
    c.var.unchanged()
    return c.redirect(paths.effects(space.slug), 303)
  }
  const { code, sha256 } = await issueCertificate(c, db, { about: space.operationId, answer: await answerInside(c, wanted), once: null })
  const after = { code, sha256: sha256.toString('hex') }
  await c.var.record({ objectKind: 'certificate', objectId: space.operationId, before: null, after })
  return c.redirect(paths.certificate(code), 303)
})

certificates.post(paths.publicCertificates(), async (c) => {
  const { now, db } = c.var
  const { wanted, undated, typed } = await readForm(c)
  if (undated) return undatedPage(c, frame(c), paths.publicCertificates(), typed)
  const answer = wanted === undefined ? undefined : await answerAnybody(c, wanted)
  if (answer === undefined) return c.redirect(paths.publicEffects(), 303)
  const once = onceOf(typed.cle, answer.record)
  const sent = once === null ? undefined : await findCertificateByForm(db, once)
  if (sent !== undefined) return c.redirect(paths.certificate(sent.code), 303)
  if (!mayIssue(c.var.services, networkAddress(c), Date.parse(now))) {
    return page(c, TooManyPage({ frame: frame(c), action: paths.publicEffects() }), 429)
  }
  const { code } = await issueCertificate(c, db, { about: answer.operation.id, answer: answer.record, once })
  return c.redirect(paths.certificate(code), 303)
})

certificates.get(paths.certificateCheck(), async (c) => {
  const typed = (c.req.query('code') ?? '').slice(0, 200)
  const [code, hash] = [readCode(typed), readHash(typed)]
  const found = hash !== undefined ? await findCertificateByHash(c.var.db, hash)
    : code !== undefined ? await findCertificate(c.var.db, code) : undefined
  if (found !== undefined) return c.redirect(paths.certificate(found.code), 303)
  const sentence = code === undefined && hash === undefined
    ? 'Ce n’est ni un code d’attestation, ni une empreinte SHA-256 : copiez-les tels qu’ils sont imprimés.'
    : 'Aucune attestation n’a ce code ni cette empreinte : elle n’a pas été établie ici, ou elle est fausse.'
  const faults = typed === '' ? [] : [['code', sentence] as const]
  return page(c, CertificateCheckPage({ frame: frame(c), typed, faults }), faults.length > 0 ? 422 : 200)
})

async function opened(c: Request) {
  const kept = await findCertificate(c.var.db, readCode(c.req.param('code') ?? '') ?? notFound()) ?? notFound()
  // Written by `issueCertificate`, and never changed since: the hash says so.
  const content: CertificateContent<AnswerRecord> = JSON.parse(kept.content)
  return { kept, content, sha256: kept.sha256.toString('hex'), intact: hashOf(kept.content).equals(kept.sha256) }
}

certificates.get(paths.certificate(':code'), async (c) => {
  const { content, sha256, intact } = await opened(c)
  return page(c, CertificatePage({ frame: frame(c), content, sha256, intact }))
})

certificates.get(paths.certificateFile(':code', ':format'), async (c) => {
  const { kept, content, sha256 } = await opened(c)
  const name = (ending: string) =>
    ({ 'Content-Disposition': `attachment; filename="attestation-${kept.code}.${ending}"`, ETag: `"${sha256}-${ending}"` })
  if (c.req.param('format') === 'json') return c.body(kept.content, 200, { 'Content-Type': 'application/json; charset=utf-8', ...name('json') })
  if (c.req.param('format') !== 'pdf') notFound()
  const pdf = await writeSheets('pdf', certificateSheets(content, sha256), c.req.raw.signal)
  if (!pdf.ok) return page(c, NotPrintedPage({ frame: frame(c), code: kept.code, words: writingProblemSentences[pdf.problem] }), 503)
  return c.body(Uint8Array.from(pdf.bytes), 200, { 'Content-Type': 'application/pdf', ...name('pdf') })
})
