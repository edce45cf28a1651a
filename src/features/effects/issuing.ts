// Issues certificates: sealed, kept for ever; a few an hour for somebody without an account.
import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import type { Request, Services } from '../../platform/web.ts'
import type { Schema } from '../../schema.ts'
import type { AnswerRecord } from './answer-record.ts'
import { codeFrom, sealedText } from './certificate.rules.ts'
import type { CertificateContent } from './certificate.rules.ts'
import { findCertificateByForm, insertCertificate } from './certificates.store.ts'
import type { KeptCertificate } from './certificates.store.ts'

type Issue = { readonly about: Id<'operation'>; readonly answer: AnswerRecord; readonly once: Buffer | null }
/**
 * Writes the certificate of this answer, or gives the one that the same form left; the caller holds the transaction, if there is one. Where it
 * is verified is what the settings say, else its path alone: what a request says of its host is whoever sends it.
 */
export async function issueCertificate(c: Request, db: Kysely<Schema>, { about, answer, once }: Issue): Promise<KeptCertificate> {
  const code = newCode()
  const content: CertificateContent<AnswerRecord> = {
    format: 'chapeau-attestation-1', code, address: `${c.var.services.config.publicUrl ?? ''}${paths.certificate(code)}`, issuedAt: c.var.now, answer,
  }
  const text = sealedText(content)
  const kept = { code, about, issuedAt: c.var.now, on: answer.question.on, content: text, sha256: hashOf(text) }
  const added = await insertCertificate(db, kept, once)
  return added || once === null ? kept : await findCertificateByForm(db, once) ?? kept
}

/** What the same form sent twice with the same question has in common; null for a form without a key. */
export const onceOf = (key: string, { question }: AnswerRecord): Buffer | null =>
  readId(key) === undefined ? null : hashOf(`${key} ${sealedText(question)}`)

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

function newCode(): string {
  for (;;) {
    const code = codeFrom(randomBytes(64))
    if (code !== undefined) return code
  }
}

/** Team practice: enough for a notary's busy hour; each process counts for itself, in memory, and forgets after an hour. */
const mostAnHour = 20
const hour = 3_600_000
const issuedBy = new WeakMap<Services, Map<string, readonly number[]>>()

/** True when this network address may have one more; counts it. Nothing of it is written anywhere. */
export function mayIssue(services: Services, address: string, now: number): boolean {
  const issued = issuedBy.get(services) ?? new Map<string, readonly number[]>()
  issuedBy.set(services, issued)
  const recent = (issued.get(address) ?? []).filter((at) => at > now - hour)
  if (issued.size > 10_000) issued.clear()
  const free = recent.length < mostAnHour
  issued.set(address, free ? [...recent, now] : recent)
  return free
}
