// The text of a convention between two days and as files: what changed on a page or in Word, the text of a day in four formats.
import { createHash } from 'node:crypto'
import { redline } from '../../amending/redline.ts'
import type { Fault } from '../../design/faults.tsx'
import { redlineSentence } from '../../design/redline-summary.tsx'
import { inWords, plusDays, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { may } from '../../platform/guard.ts'
import { notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { consolidatedText } from '../../writing/consolidated-text.ts'
import { writeRedline, writeText, writingProblemSentences } from '../../writing/files.ts'
import type { TextFormat, WrittenFile } from '../../writing/files.ts'
import { redlineAuthors } from '../../writing/redline-authors.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { versionsOf } from './amendment.rules.ts'
import { findText } from './amendments.store.ts'
import { ComparisonPage, FileFailedPage } from './comparison.pages.tsx'
import { shownText } from './shown-text.ts'
import { loadText, textOn } from './text-at.ts'

export const comparison = routes()

comparison.get(paths.comparison(':operation', ':convention'), may('viewOperation'), async (c) => {
  const { convention, source, slug } = await textOf(c)
  const dates = datesOf(c, source.amendments)
  const [before, after] = [textOn(source, dates.from), textOn(source, dates.to)]
  const already = new Set(before.applied.map((one) => one.instruction))
  const node = ComparisonPage({
    frame: operationFrame(c), slug, convention, ...dates, nodes: redline(before.nodes, after.nodes),
    changes: shownText(source, after, slug).applied.filter((change) => !already.has(change.instruction)),
  })
  return page(c, node, dates.faults.length > 0 ? 422 : 200)
})

comparison.get(paths.comparisonFile(':operation', ':convention', 'docx'), may('viewOperation'), async (c) => {
  const { convention, source, slug } = await textOf(c)
  const { from, to, faults } = datesOf(c, source.amendments)
  if (faults.length > 0) return c.redirect(`${paths.comparison(slug, convention.slug)}${new URL(c.req.url).search}`, 303)
  const [before, after] = [textOn(source, from), textOn(source, to)]
  const already = new Set(before.applied.map((one) => one.instruction))
  const changes = shownText(source, after, slug).applied.filter((change) => !already.has(change.instruction))
  const authors = [...new Set(changes.map((change) => change.amendment.label))]
  const nodes = redline(before.nodes, after.nodes)
  return sendFile(c, await writeRedline({
    title: convention.title, operation: c.var.space.name, versions: `Du ${inWords(from)} au ${inWords(to)}`,
    summary: redlineSentence(nodes), changes: changes.map((change) => change.sentence), author: authors.length === 1 ? (authors[0] ?? '') : 'Chapeau',
    date: changes.at(-1)?.since ?? to, on: to, nodes,
    authors: redlineAuthors(before, after, source.amendments.map(({ id, label }) => ({ id, title: label }))),
  }))
})

/** The last part of the address of a file, and the format it stands for. */
const files: Readonly<Record<string, TextFormat>> = { docx: 'docx', pdf: 'pdf', akn: 'akoma-ntoso', md: 'markdown' }
for (const [ending, format] of Object.entries(files)) {
  comparison.get(paths.textFile(':operation', ':convention', ending), may('viewOperation'), async (c) => {
    const { convention, source, slug } = await textOf(c)
    const { origin } = new URL(c.req.url)
    const host = c.var.services.config.publicUrl ?? origin
    const day = c.var.day
    const written = await writeText(format, consolidatedText({
      title: convention.title, operation: c.var.space.name, conventionKind: convention.kind,
      address: `${host}${paths.convention(slug, convention.slug)}`, signedOn: source.states.get(convention.id)?.signedOn ?? null,
      versionLabel: `Version au ${inWords(day)}`, state: '',
    }, textOn(source, day), source.amendments.map((one) => ({ ...one, address: `${host}${paths.convention(slug, one.slug)}` }))))
    return written.ok ? sendFile(c, written.file)
      : page(c, FileFailedPage({ frame: operationFrame(c), slug, convention, sentence: writingProblemSentences[written.problem] }), 503)
  })
}

async function textOf(c: Request) {
  const convention = (await findText(c.var.db, c.req.param('convention') ?? '')) ?? notFound()
  return { convention, slug: c.var.space.slug, source: await loadText(c.var.db, convention, c.var.today) }
}

/** A file with its name, and a seal by which a browser that has it already is told so. */
function sendFile(c: Request, { name, mediaType, bytes }: WrittenFile) {
  const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  const headers = { etag: tag, 'cache-control': 'private, no-cache' }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  return c.body(Buffer.from(bytes), 200, { ...headers, 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"` })
}

/** The two dates of the address; when it gives none, the last change so far: from the day before it to today. */
function datesOf(c: Request, amendments: Parameters<typeof versionsOf>[0]) {
  const { today } = c.var
  const days = versionsOf(amendments).map((version) => version.since)
  const last = days.findLast((day) => day <= today) ?? days[0] ?? today
  const [typedFrom, typedTo] = [c.req.query('de') ?? '', c.req.query('a') ?? '']
  const [from, to] = [typedFrom === '' ? plusDays(last, -1) : readDate(typedFrom), typedTo === '' ? later(today, last) : readDate(typedTo)]
  const faults: Fault[] = [
    ...(from === undefined ? [['de', 'Indiquez la première date sous la forme jj/mm/aaaa.'] as const] : []),
    ...(to === undefined ? [['a', 'Indiquez la seconde date sous la forme jj/mm/aaaa.'] as const] : []),
    ...(from !== undefined && to !== undefined && from > to ? [['a', 'La seconde date vient avant la première : inversez-les.'] as const] : []),
  ]
  const typed = { de: from === undefined ? typedFrom : inFigures(from), a: to === undefined ? typedTo : inFigures(to) }
  return { from: from ?? today, to: to ?? today, faults, typed }
}

const later = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? other : one)
const inFigures = (day: PlainDate): string => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')
