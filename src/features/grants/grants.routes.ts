// Published grants: a list handed in, the grants with what is proposed for each, and the decision of a person.
import { createHash } from 'node:crypto'
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { mayKeepMoney, scopeOf } from '../../planning/scope.ts'
import { searchText, searchWords } from '../../planning/search-text.ts'
import { may, recorded } from '../../platform/guard.ts'
import { TurnedAway, fields, idOf, notFound, postedForm, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { listOrganisations } from '../funding/organisations.store.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { readGrantFile } from './grant-file.ts'
import { concerns, yearIn } from './grant-row.rules.ts'
import { decisionFaults, fileFault } from './grant.words.ts'
import { GrantPage, GrantsPage } from './grants.pages.tsx'
import type { ShownMatch } from './grants.pages.tsx'
import {
  findGrant, findListByHash, holdGrant, insertGrants, isAbout, listConcern, listGrantLists, listGrants, listOfferedActions, withdrawVerdict,
} from './grants.store.ts'
import type { KeptGrant, OfferedAction } from './kept-grant.ts'
import { indexed, matchesOf } from './matching.rules.ts'
import type { MatchIndex } from './matching.rules.ts'
import { applyVerdict, takeBack } from './tying.ts'
import { decisionFields, offeredDay, readDecision } from './verdict.rules.ts'
import type { DecisionTyped } from './verdict.rules.ts'

export const grants = routes()
const mostFound = 20

grants.get(paths.grants(':operation'), may('keepFunding'), (c) => listPage(c, { scheme: 'Fonds vert', year: '' }, []))

grants.post(paths.grants(':operation'), may('keepFunding'), recorded('grantsListed'), async (c) => {
  const { db, space: { operationId, slug }, now } = c.var
  const typed = await fields(c, ['scheme', 'year'])
  const { file } = await postedForm(c)
  const given = file instanceof File && file.size > 0 ? file : undefined
  const bytes = given === undefined ? Buffer.alloc(0) : Buffer.from(await given.arrayBuffer())
  const read = readGrantFile(bytes)
  const year = typed.year === '' ? yearIn(given?.name ?? '') : wholeNumber(typed.year)
  const faults: readonly Fault[] = [
    ...(typed.scheme === '' || typed.scheme.length > 120 ? [['scheme', 'Donnez le nom du dispositif, en 120 caractères au plus.'] as const] : []),
    ...(year === undefined || (year !== null && (year < 1990 || year > 2100)) ? [['year', 'Écrivez une année, par exemple 2023.'] as const] : []),
    ...(given === undefined ? [['file', 'Choisissez le fichier de la liste.'] as const] : read.ok ? [] : read.problems.map(fileFault)),
  ]
  if (!read.ok || given === undefined || year === undefined || faults.length > 0) return await listPage(c, typed, faults)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await holdOperation(db, operationId)
  const concern = await listConcern(db)
  const kept = read.value.grants.filter((grant) => concerns(grant, concern))
  const known = await findListByHash(db, sha256)
  if (known !== undefined) {
    c.var.unchanged()
    return c.redirect(`${paths.grants(slug)}?gardees=${kept.length}&nouvelles=0`, 303)
  }
  const list = { id: newId<'grantList'>(), fileName: [...given.name].slice(-200).join(''), sha256, scheme: typed.scheme, year, rows: read.value.rows }
  const added = await insertGrants(db, operationId, { ...list, by: reader(c).id, at: now }, kept.map((grant) => ({ ...grant, id: newId<'grant'>() })))
  await c.var.record({ objectKind: 'grantList', objectId: list.id, before: null, after: { ...list, kept: kept.length, added } })
  return c.redirect(`${paths.grants(slug)}?gardees=${kept.length}&nouvelles=${added}`, 303)
})

grants.get(paths.grant(':operation', ':grant'), may('keepFunding'), async (c) => {
  const grant = await findGrant(c.var.db, idOf<'grant'>(c, 'grant')) ?? notFound()
  return await grantPage(c, grant, undefined, [])
})

grants.post(paths.grant(':operation', ':grant'), may('keepFunding'), recorded('grantDecided'), async (c) => {
  const { db, space, today } = c.var
  const id = idOf<'grant'>(c, 'grant')
  await holdGrant(db, id)
  const grant = await findGrant(db, id) ?? notFound()
  const typed = await fields(c, decisionFields)
  if (grant.standing !== null) return await grantPage(c, grant, typed, [], 409)
  const outcome = readDecision(typed, { actions: await keptActions(c), organisations: await listOrganisations(db), today })
  if (!outcome.ok) return await grantPage(c, grant, typed, outcome.problems.map((problem) => decisionFaults[problem]))
  if (outcome.value.verdict === 'none' || outcome.value.verdict === 'setAside') await checkConcerned(c, grant)
  await applyVerdict(c, grant, outcome.value, await keptActions(c))
  return c.redirect(paths.grants(space.slug), 303)
})

grants.post(paths.grantWithdrawal(':operation', ':grant'), may('keepFunding'), recorded('grantUndecided'), async (c) => {
  const { db, space } = c.var
  const id = idOf<'grant'>(c, 'grant')
  await holdGrant(db, id)
  const grant = await findGrant(db, id) ?? notFound()
  const { standing } = grant
  if (standing === null) {
    c.var.unchanged()
    return c.redirect(paths.grant(space.slug, id), 303)
  }
  if (standing.lineId === null) await checkConcerned(c, grant)
  else if (!(await keptActions(c)).some((action) => action.id === standing.actionId)) throw new TurnedAway('notYours')
  await takeBack(c, grant, standing)
  await withdrawVerdict(db, standing.id, reader(c).id, c.var.now)
  await c.var.record({ objectKind: 'grant', objectId: id, before: standing, after: null })
  return c.redirect(paths.grant(space.slug, id), 303)
})

/** The actions whose money this person keeps. */
async function keptActions(c: Request): Promise<readonly OfferedAction[]> {
  const scope = scopeOf(c.var.space.mandates)
  return (await listOfferedActions(c.var.db, scope)).filter((action) => mayKeepMoney(scope, action))
}

/** To put a grant aside, one keeps all the money, or is the authority it is about. */
async function mayPutAside(c: Request, grant: KeptGrant): Promise<boolean> {
  const scope = scopeOf(c.var.space.mandates)
  return scope.keepsMoney || await isAbout(c.var.db, scope.authorities, grant)
}
async function checkConcerned(c: Request, grant: KeptGrant): Promise<void> {
  if (!(await mayPutAside(c, grant))) throw new TurnedAway('notYours')
}

/** What is proposed for a grant, the likeliest first. */
const shownMatches = (grant: KeptGrant, index: MatchIndex, actions: ReadonlyMap<Id<'action'>, OfferedAction>): readonly ShownMatch[] =>
  matchesOf(grant, grant.scheme, index).flatMap((match) => {
    const action = actions.get(match.actionId)
    return action === undefined ? [] : [{ match, action }]
  })

async function listPage(c: Request, typed: { readonly scheme: string; readonly year: string }, faults: readonly Fault[]) {
  const { db, space } = c.var
  const known = await listGrants(db)
  const offered = known.some(({ standing }) => standing === null) ? await keptActions(c) : []
  const [index, actions] = [indexed(offered), new Map(offered.map((action) => [action.id, action]))]
  const [kept, added] = [wholeNumber(c.req.query('gardees')), wholeNumber(c.req.query('nouvelles'))]
  return page(c, GrantsPage({
    frame: operationFrame(c), slug: space.slug, faults, typed, lists: await listGrantLists(db),
    grants: known.map((grant) => ({ grant, best: grant.standing === null ? shownMatches(grant, index, actions)[0] : undefined })),
    brought: kept === undefined || added === undefined ? undefined : { kept, added },
  }), faults.length === 0 ? 200 : 422)
}

/** The form with the likeliest choice made, unless something was typed. */
async function grantPage(c: Request, grant: KeptGrant, typed: DecisionTyped | undefined, faults: readonly Fault[], status?: 409) {
  const { db, space, today } = c.var
  const [offered, mayPut] = [await keptActions(c), await mayPutAside(c, grant)]
  const { standing } = grant
  const mayDecide = standing === null ? mayPut || offered.length > 0
    : standing.lineId === null ? mayPut : offered.some(({ id }) => id === standing.actionId)
  const matches = standing === null ? shownMatches(grant, indexed(offered), new Map(offered.map((action) => [action.id, action]))) : []
  const words = c.req.query('q') ?? ''
  const wanted = searchWords(words)
  const chosen = typed?.choice.split(' ').at(-1)
  const found = offered.filter(({ id, code, title, lines }) => id === chosen || lines.some((line) => line.id === chosen)
    || (wanted.length > 0 && wanted.every((word) => searchText([code, title]).includes(word)))).slice(0, mostFound)
  const organisations = await listOrganisations(db)
  const [best] = matches
  const proposed: DecisionTyped = {
    choice: best === undefined ? '' : best.match.lineId === null ? `action ${best.action.id}` : `line ${best.match.lineId}`,
    on: offeredDay(grant.year, today).split('-').reverse().join('/'), reason: '',
    funder: organisations.find(({ kind }) => kind === 'state')?.id ?? '',
  }
  return page(c, GrantPage({
    frame: operationFrame(c), slug: space.slug, grant, matches, found, words, typed: typed ?? proposed, faults, onceKey: newId(), organisations,
    mayDecide, mayPutAside: mayPut,
  }), status ?? (faults.length === 0 ? 200 : 422))
}
