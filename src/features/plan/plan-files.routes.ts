// The plan, or one action, as a file to save: spreadsheets, the national schema of projects, sheets to print; the same filter as the page.
import { fold } from '../../kernel/text.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may } from '../../platform/guard.ts'
import { notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { isSheetsFormat, writeSheets, writingProblemSentences } from '../../writing/files.ts'
import { isSpreadsheetFormat, spreadsheetMedia, writeSpreadsheet } from '../../writing/spreadsheet.ts'
import { seenAction } from '../actions/action-part.ts'
import { actionSheetsOf, mostSheets } from './action-sheets.ts'
import { planBook } from './plan-book.ts'
import { gatherContent } from './plan-content.ts'
import { FileProblemPage } from './plan-files.pages.tsx'
import { readPlanAsked } from './plan-address.rules.ts'
import { planProjects } from './plan-projects.ts'
import { idsOfPlan } from './plan.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { sightOf } from './sight.ts'

export const planFiles = routes()

planFiles.get(paths.planFile(':operation', ':format'), may('viewPlan'), async (c) => {
  const format = c.req.param('format') ?? ''
  const asked = readPlanAsked((key) => c.req.queries(key) ?? [])
  const ids = (await idsOfPlan(c.var.db, sightOf(c), asked.filter, asked.sort)).map(({ id }) => id)
  return await fileOf(c, format, ids, `plan-d-action-${c.var.day}`, true)
})

planFiles.get(paths.actionFile(':operation', ':action', ':format'), may('viewPlan'), async (c) => {
  const { id, values } = await seenAction(c)
  const name = fold([values.code ?? '', values.title].join(' ')).replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-|-$/g, '') || 'action'
  return await fileOf(c, c.req.param('format') ?? '', [id], `fiche-${name}-${c.var.day}`, false)
})

/** The actions of these ids, already those this person sees, in the format asked for. */
async function fileOf(c: Request, format: string, ids: readonly Id<'action'>[], name: string, whole: boolean) {
  const { db, day, space } = c.var
  if (isSpreadsheetFormat(format)) {
    const book = planBook(await gatherContent(db, sightOf(c), ids), `Plan d’action – ${space.name}`, day)
    return sent(c, await writeSpreadsheet(book, format), `${name}.${format}`, spreadsheetMedia[format])
  }
  if (format === 'json') {
    const projects = await planProjects(db, sightOf(c), ids)
    return sent(c, Buffer.from(`${JSON.stringify(projects, null, 2)}\n`), `${name}.json`, 'application/json; charset=utf-8')
  }
  if (!isSheetsFormat(format)) notFound()
  const content = await gatherContent(db, sightOf(c), ids.slice(0, mostSheets))
  const written = await writeSheets(format, actionSheetsOf(content, { operation: space.name, on: day, whole, found: ids.length }), c.req.raw.signal)
  if (written.ok) return sent(c, written.bytes, `${name}.${format}`, written.mediaType)
  return page(c, FileProblemPage({ frame: operationFrame(c), slug: space.slug, words: writingProblemSentences[written.problem] }), 503)
}

const sent = (c: Request, bytes: Uint8Array, name: string, mediaType: string) =>
  c.body(Buffer.from(bytes), 200, { 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' })
