// Bringing a spreadsheet into the plan: hand it in, follow it, choose its columns, apply it; templates and refused rows to download.
import { largestSpreadsheet } from '../../extraction/sheets-limits.ts'
import { sheetSentences } from '../../extraction/sheets-problem.ts'
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { spreadsheetFormats, spreadsheetMedia, writeSpreadsheet } from '../../writing/spreadsheet.ts'
import { listFrameworks } from '../frameworks/frameworks.store.ts'
import { depositedFile } from '../readings/deposited-file.ts'
import { insertDocument } from '../readings/readings.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { verdicts } from './import-compare.rules.ts'
import { startImport, importSilenceMs } from './import-job.ts'
import { ImportResultPage } from './import-result.pages.tsx'
import { applyProblems, verdictWords } from './import.words.ts'
import { ImportFailedPage, ImportUnderWayPage, ImportsPage, importFaults } from './imports.pages.tsx'
import { findImport, insertImport, keepMapping, listImports, listRows, moveImport } from './imports.store.ts'
import type { ImportRow } from './imports.store.ts'
import { mappingFields, readMapping, withTyped } from './mapping-form.rules.ts'
import { MappingPage, mappingFaults } from './mapping.pages.tsx'
import { refusalsBook } from './refusals.ts'
import { templateBook } from './template.ts'

export const imports = routes()

imports.get(paths.imports(':operation'), may('keepPlan'), (c) => importsPage(c, []))

imports.post(paths.imports(':operation'), may('keepPlan'), recorded('sheetDeposited'), async (c) => {
  const { operationId, slug } = c.var.space
  const file = await depositedFile(c)
  if (file === undefined) return importsPage(c, [importFaults.fileMissing])
  if (file.bytes.length > largestSpreadsheet) return importsPage(c, [importFaults.fileTooLarge])
  const documentId = await insertDocument(c.var.db, operationId, { ...file, by: reader(c).id, at: c.var.now })
  const importId = await insertImport(c.var.db, operationId, documentId, reader(c).id, c.var.now)
  const after = { fileName: file.fileName, size: file.bytes.length, sha256: file.sha256.toString('hex'), documentId }
  await c.var.record({ objectKind: 'sheetImport', objectId: importId, before: null, after })
  c.set('afterCommit', () => startImport(c.var.services, { operationId, importId }))
  return c.redirect(paths.import(slug, importId), 303)
})

const importsPage = async (c: Request, faults: readonly Fault[]) => page(c, ImportsPage({
  frame: operationFrame(c), slug: c.var.space.slug, onceKey: newId(), maxBytes: largestSpreadsheet, imports: await listImports(c.var.db), faults,
}), faults.length > 0 ? 422 : 200)

for (const format of spreadsheetFormats) {
  imports.get(paths.importTemplate(':operation', format), may('viewPlan'), async (c) =>
    sent(c, await writeSpreadsheet(templateBook(c.var.today), format), `modele-plan-d-action.${format}`, spreadsheetMedia[format]))
}

const sent = (c: Request, bytes: Uint8Array, fileName: string, media: string) => c.body(new Uint8Array(bytes), 200, {
  'Content-Type': media, 'Content-Disposition': `attachment; filename="${fileName}"`, 'X-Content-Type-Options': 'nosniff',
})

const found = async (c: Request): Promise<ImportRow> => (await findImport(c.var.db, idOf<'sheetImport'>(c, 'sheet'))) ?? notFound()
const rowsAPage = 100

imports.get(paths.import(':operation', ':sheet'), may('keepPlan'), async (c) => {
  const shown = await found(c)
  const { slug, operationId } = c.var.space
  const { id, fileName, documentId, stage, done, total, summary } = shown
  const frame = operationFrame(c)
  if (stage === 'failed') {
    return page(c, ImportFailedPage({ frame, slug, fileName, documentId, sentence: sentenceOf(shown.problem) }))
  }
  if (stage === 'reading' || stage === 'checking' || stage === 'applying' || summary === null) {
    if (Date.parse(c.var.now) - Date.parse(shown.aliveAt) > importSilenceMs) {
      c.set('afterCommit', () => startImport(c.var.services, { operationId, importId: id }, { seenAlive: shown.aliveAt, now: c.var.now }))
    }
    return page(c, ImportUnderWayPage({ frame, slug, fileName, stage, done, total }))
  }
  const verdict = verdicts.find((one) => verdictWords[one].address === c.req.query('lignes'))
  const count = verdict === undefined ? verdicts.reduce((sum, one) => sum + summary.counts[one], 0) : summary.counts[verdict]
  const pages = Math.max(1, Math.ceil(count / rowsAPage))
  const asked = Math.min(Math.max(wholeNumber(c.req.query('page')) ?? 1, 1), pages)
  const rows = await listRows(c.var.db, id, { verdict, skip: (asked - 1) * rowsAPage, most: rowsAPage })
  return page(c, ImportResultPage({
    frame, slug, id, fileName, documentId, onceKey: newId(), stale: shown.stale, summary, rows, verdict, page: asked, pages,
    applied: shown.appliedAt === null || stage !== 'applied' ? undefined : { at: shown.appliedAt, setId: shown.setId },
  }))
})

const sentenceOf = (problem: string | null): string =>
  Object.entries(sheetSentences).find(([known]) => known === problem)?.[1] ?? applyProblems['failed'] ?? ''

imports.get(paths.importMapping(':operation', ':sheet'), may('keepPlan'), async (c) => mappingPage(c, await found(c), undefined, []))

imports.post(paths.importMapping(':operation', ':sheet'), may('keepPlan'), recorded('importColumnsChosen'), async (c) => {
  const shown = await found(c)
  const sheets = shown.summary?.sheets ?? []
  const typed = await fields(c, mappingFields(sheets))
  const outcome = readMapping(typed, sheets)
  if (!outcome.ok) return mappingPage(c, shown, typed, mappingFaults(outcome.problems))
  const { operationId, slug } = c.var.space
  const { framework, choices } = outcome.value
  const moved = await moveImport(c.var.db, shown.id, 'ready', 'checking', c.var.now, { framework, choices: JSON.stringify(choices) })
  if (!moved) return mappingPage(c, shown, typed, [])
  for (const [signature, choice] of Object.entries(choices)) await keepMapping(c.var.db, operationId, signature, choice, reader(c).id, c.var.now)
  await c.var.record({ objectKind: 'sheetImport', objectId: shown.id, before: { framework: shown.framework, choices: shown.choices },
    after: { framework, choices } })
  c.set('afterCommit', () => startImport(c.var.services, { operationId, importId: shown.id }))
  return c.redirect(paths.import(slug, shown.id), 303)
})

/** The columns as they were understood, or as they were just typed. An import that is no longer to be checked shows them with a refusal. */
async function mappingPage(c: Request, shown: ImportRow, typed: Readonly<Record<string, string>> | undefined, faults: readonly Fault[]) {
  const { slug } = c.var.space
  const sheets = shown.summary?.sheets ?? []
  const late: readonly Fault[] = typed !== undefined && faults.length === 0
    ? [['framework', 'Ce tableau n’est plus à vérifier : il est appliqué ou en cours de lecture.']] : []
  return page(c, MappingPage({
    frame: operationFrame(c), slug, id: shown.id, fileName: shown.fileName, onceKey: newId(), sheets: typed === undefined ? sheets
      : withTyped(typed, sheets),
    framework: typed?.['framework'] ?? shown.framework, frameworks: (await listFrameworks(c.var.db)).map(({ name }) => name),
      faults: [...faults, ...late],
    digest: shown.digest ?? '',
  }), faults.length > 0 ? 422 : late.length > 0 ? 409 : 200)
}

imports.post(paths.importApplication(':operation', ':sheet'), may('keepPlan'), recorded('importAsked'), async (c) => {
  const shown = await found(c)
  const { operationId, slug } = c.var.space
  const moved = await moveImport(c.var.db, shown.id, 'ready', 'applying', c.var.now, { applied_by: reader(c).id, stale: false })
  if (moved) c.set('afterCommit', () => startImport(c.var.services, { operationId, importId: shown.id }))
  await c.var.record({ objectKind: 'sheetImport', objectId: shown.id, before: null,
    after: { seal: shown.digest, counts: shown.summary?.counts ?? null, started: moved } })
  return c.redirect(paths.import(slug, shown.id), 303)
})

for (const format of spreadsheetFormats) {
  imports.get(paths.importRefusals(':operation', ':sheet', format), may('keepPlan'), async (c) => {
    const book = await refusalsBook(c.var.db, await found(c), c.var.today)
    return sent(c, await writeSpreadsheet(book, format), `lignes-refusees.${format}`, spreadsheetMedia[format])
  })
}
