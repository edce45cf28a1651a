// Posts: their list, one post, its forms, its removal. Each authority keeps its own; who only funds sees what it helps to pay.
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { gatherClauses } from '../frameworks/clauses.ts'
import { clauseKey } from '../frameworks/orientation.rules.ts'
import { listOrganisations } from '../funding/organisations.store.ts'
import { listJournal } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { keptPost, mayEmploy, mayKeepPost, seenPost } from './kept-post.ts'
import { emptyPost, postFields, readPost, typedPost } from './post.rules.ts'
import type { Post, PostTyped, PostValues } from './post.rules.ts'
import { postFaults } from './post.words.ts'
import { NewPostPage, PostConflictPage, PostFormPage, PostPage, PostsPage } from './posts.pages.tsx'
import { insertPost, listPosts, listYears, removePost, updatePost } from './posts.store.ts'
import { shownYears } from './shown-years.ts'

export const posts = routes()

posts.get(paths.posts(':operation'), may('viewPlan'), async (c) => {
  const { db, space } = c.var
  const scope = scopeOf(space.mandates)
  const known = await listPosts(db, scope)
  const years = await listYears(db, scope, known.map(({ id }) => id))
  const lines = known.map((post) => ({ post, year: shownYears(post, years, scope).at(-1) }))
  return page(c, PostsPage({ frame: operationFrame(c), slug: space.slug, posts: lines, mayKeep: holds(space.roles, 'keepFunding') }))
})

posts.get(paths.newPost(':operation'), may('keepFunding'), (c) => newPage(c, emptyPost, []))

posts.post(paths.newPost(':operation'), may('keepFunding'), recorded('postAdded'), async (c) => {
  const { db, space: { operationId, slug } } = c.var
  const typed = await fields(c, postFields)
  const outcome = readPost(typed, { ...(await choicesOf(c)), kept: null })
  if (!outcome.ok) return await newPage(c, typed, outcome.problems.map((problem) => postFaults[problem]))
  const id = newId<'post'>()
  await insertPost(db, operationId, id, outcome.value)
  await c.var.record({ objectKind: 'post', objectId: id, before: null, after: outcome.value })
  return c.redirect(paths.post(slug, id), 303)
})

posts.get(paths.post(':operation', ':post'), may('viewPlan'), async (c) => {
  const { db, space, day } = c.var
  const [post, scope] = [await seenPost(c), scopeOf(space.mandates)]
  const typedYear = c.req.query('annee') ?? ''
  const year = wholeNumber(typedYear)
  if (year !== undefined && year >= 1990 && year <= 2100) return c.redirect(paths.postYear(space.slug, post.id, String(year)), 303)
  const clauses = (await gatherClauses(db, day)).flatMap((one) => one.clauses)
  const faults: readonly Fault[] = typedYear === '' ? [] : [['annee', 'Écrivez une année, par exemple 2026.']]
  return page(c, PostPage({
    frame: operationFrame(c), slug: space.slug, post, years: shownYears(post, await listYears(db, scope, [post.id]), scope), faults,
    clause: clauses.find(({ key }) => post.clause !== null && key === clauseKey(post.clause)), mayKeep: mayKeepPost(c, post), sees: scope.seesAll,
    typedYear: typedYear === '' ? c.var.today.slice(0, 4) : typedYear,
  }), faults.length === 0 ? 200 : 422)
})

posts.get(paths.postForm(':operation', ':post'), may('keepFunding'), async (c) => {
  const post = await keptPost(c)
  return await formPage(c, post, typedPost(post), [], post.version)
})

posts.post(paths.postForm(':operation', ':post'), may('keepFunding'), recorded('postChanged'), async (c) => {
  const { db, space: { slug } } = c.var
  const post = await keptPost(c)
  const { version, ...typed } = await fields(c, [...postFields, 'version'])
  const outcome = readPost(typed, { ...(await choicesOf(c)), kept: post.clause })
  if (!outcome.ok) return await formPage(c, post, typed, outcome.problems.map((problem) => postFaults[problem]), wholeNumber(version) ?? 0)
  if (!(await updatePost(db, post.id, wholeNumber(version) ?? 0, outcome.value))) {
    const [last] = await listJournal(db, { objectId: post.id, most: 1 })
    return page(c, PostConflictPage({
      frame: operationFrame(c), slug, post, version: post.version, typed, theirs: typedPost(post), faults: [],
      ...(await choicesOf(c)), kept: post.clause,
      author: last?.personName ?? 'Chapeau', at: last?.at ?? c.var.now,
    }), 409)
  }
  await c.var.record({ objectKind: 'post', objectId: post.id, before: valuesOf(post), after: outcome.value })
  return c.redirect(paths.post(slug, post.id), 303)
})

posts.post(paths.postRemoval(':operation', ':post'), may('keepFunding'), recorded('postRemoved'), async (c) => {
  const post = await keptPost(c)
  await removePost(c.var.db, post.id, c.var.now)
  await c.var.record({ objectKind: 'post', objectId: post.id, before: valuesOf(post), after: null })
  return c.redirect(paths.posts(c.var.space.slug), 303)
})

const valuesOf = ({ id: _id, version: _version, employer: _employer, ...values }: Post): PostValues => values

const choicesOf = async (c: Request) => ({
  organisations: await listOrganisations(c.var.db), clauses: (await gatherClauses(c.var.db, c.var.day)).flatMap((one) => one.clauses),
  mayEmploy: (employer: Id<'organisation'> | null) => mayEmploy(c, employer),
})

const newPage = async (c: Request, typed: PostTyped, faults: readonly Fault[]) => page(c, NewPostPage({
  frame: operationFrame(c), slug: c.var.space.slug, typed, faults, onceKey: newId(), ...(await choicesOf(c)), kept: null,
}), faults.length === 0 ? 200 : 422)

const formPage = async (c: Request, post: Post, typed: PostTyped, faults: readonly Fault[], version: number) => page(c, PostFormPage({
  frame: operationFrame(c), slug: c.var.space.slug, post, typed, faults, version, ...(await choicesOf(c)), kept: post.clause,
}), faults.length === 0 ? 200 : 422)
