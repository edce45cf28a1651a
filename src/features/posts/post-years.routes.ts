// One year of a post: its form, and what is kept of it, whole, each time.
import type { Fault } from '../../design/faults.tsx'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { allFields, notFound, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { upsertNamedOrganisations } from '../actions/naming.store.ts'
import { listOrganisations } from '../funding/organisations.store.ts'
import { listJournal } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import type { Post } from './post.rules.ts'
import { mostFundings, readYear, typedYear } from './post-year.rules.ts'
import type { PostFunding, PostYear, ReadYear, YearTyped } from './post-year.rules.ts'
import { PostYearPage } from './post-year.pages.tsx'
import { yearFault } from './post.words.ts'
import { listYears, writeYear } from './posts.store.ts'
import type { KeptYear } from './posts.store.ts'
import { keptPost } from './kept-post.ts'
import { shownYears } from './shown-years.ts'

export const postYears = routes()

postYears.get(paths.postYear(':operation', ':post', ':year'), may('keepFunding'), async (c) => {
  const [post, number] = [await keptPost(c), yearOf(c)]
  const kept = (await yearsOf(c, post)).find(({ year }) => year === number)
  const typed = kept === undefined ? {} : typedYear(kept)
  return await yearPage(c, post, { typed, faults: [], version: kept?.version ?? 0, lines: kept?.fundings.length ?? 0 })
})

postYears.post(paths.postYear(':operation', ':post', ':year'), may('keepFunding'), recorded('postYearKept'), async (c) => {
  const { db, space: { operationId, slug } } = c.var
  const [post, number] = [await keptPost(c), yearOf(c)]
  const typed = await allFields(c)
  const version = wholeNumber(typed['version']) ?? 0
  const outcome = readYear(typed, await listOrganisations(db))
  const years = await yearsOf(c, post)
  const before = years.find(({ year }) => year === number)
  if (!outcome.ok) return await yearPage(c, post, { typed, faults: outcome.problems.map(yearFault), version, lines: mostFundings })
  const year = await named(c, number, outcome.value)
  if (!(await writeYear(db, operationId, post.id, year, version))) {
    const [last] = await listJournal(db, { objectId: post.id, most: 1 })
    const shown = shownYears(post, years, scopeOf(c.var.space.mandates)).find((one) => one.year.year === number)
    const theirs = shown === undefined ? undefined : { shown, author: last?.personName ?? 'Chapeau' }
    return await yearPage(c, post, { typed, faults: [], version: before?.version ?? 0, lines: mostFundings, theirs }, 409)
  }
  await c.var.record({ objectKind: 'post', objectId: post.id, before: before === undefined ? null : plain(before), after: year })
  return c.redirect(paths.post(slug, post.id), 303)
})

function yearOf(c: Request): number {
  const year = wholeNumber(c.req.param('year'))
  return year !== undefined && year >= 1990 && year <= 2100 ? year : notFound()
}

const yearsOf = (c: Request, post: Post): Promise<readonly KeptYear[]> => listYears(c.var.db, scopeOf(c.var.space.mandates), [post.id])

/** What the journal keeps of a year. */
const plain = ({ year, costCents, basis, note, fundings }: KeptYear): PostYear =>
  ({ year, costCents, basis, note, fundings: fundings.map(({ funder: _funder, ...funding }) => funding) })

/** Funders typed by their name become organisations. */
async function named(c: Request, year: number, { fundings, ...values }: ReadYear): Promise<PostYear> {
  const names = [...new Set(fundings.map(({ newFunder }) => newFunder).filter((name) => name !== ''))]
  const ids = await upsertNamedOrganisations(c.var.db, c.var.space.operationId, names)
  return {
    ...values, year, fundings: fundings.map(({ newFunder, ...funding }): PostFunding =>
      (newFunder === '' ? funding : { ...funding, funderId: ids[names.indexOf(newFunder)] ?? null })),
  }
}

type Shown = {
  readonly typed: YearTyped; readonly faults: readonly Fault[]; readonly version: number; readonly lines: number
  readonly theirs?: Parameters<typeof PostYearPage>[0]['theirs']
}
/** The lines there are, and room for two more. */
const yearPage = async (c: Request, post: Post, { lines, ...shown }: Shown, status: 200 | 409 | 422 = shown.faults.length === 0 ? 200 : 422) =>
  page(c, PostYearPage({
    frame: operationFrame(c), slug: c.var.space.slug, post, year: yearOf(c), ...shown, organisations: await listOrganisations(c.var.db),
    lines: Math.min(mostFundings, Math.max(filled(shown.typed), lines === mostFundings ? 0 : lines) + 2),
  }), status)

/** How many lines of the form hold something, the empty ones between included. */
const filled = (typed: YearTyped): number => Object.keys(typed).reduce((most, name) => {
  const line = /^(?!status-)\w+-(\d+)$/.exec(name)?.[1]
  return line === undefined || typed[name] === '' ? most : Math.max(most, Number(line) + 1)
}, 0)
