// The model gathered: the tree of a framework with its sums, and the actions of one orientation with a column for each funder.
import type { Id } from '../../kernel/id.ts'
import { scopeOf } from '../../planning/scope.ts'
import { notFound } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import type { ListedOrientation } from '../frameworks/tree.rules.ts'
import { readModelAsked } from './model-address.rules.ts'
import type { ModelAsked } from './model-address.rules.ts'
import { actionsUnder, byAction, columnKey, modelColumns, modelSums } from './model.rules.ts'
import type { ModelAction, ModelCell, ModelColumn, ModelSums } from './model.rules.ts'
import { listModelActions, listModelCells, membershipsOf, modelOf } from './model.store.ts'

export type ModelBranch = ListedOrientation & { readonly sums: ModelSums }
export type ModelLine = {
  readonly action: ModelAction; readonly sums: ModelSums; readonly cells: ReadonlyMap<string, ModelCell>
  /** Other orientations of the framework this action also serves: why sub-totals are not added. */
  readonly elsewhere: number
}
export type Model = {
  readonly asked: ModelAsked; readonly frameworks: readonly { readonly slug: string; readonly name: string }[]; readonly tree: readonly ModelBranch[]
  /** Every action of the framework, each once; and every action of the plan. */
  readonly all: ModelSums; readonly whole: ModelSums
  readonly lines: readonly ModelLine[]; readonly columns: readonly ModelColumn[]; readonly pages: number; readonly years: readonly number[]
}

export const actionsAPage = 50

/** `most`: how many actions with their columns, all of them for a file. */
export async function gatherModel(c: Request, most = actionsAPage): Promise<Model> {
  const [asked, db] = [readModelAsked((name) => c.req.query(name) ?? ''), c.var.db]
  const asking = { operationId: c.var.space.operationId, scope: scopeOf(c.var.space.mandates), day: c.var.day }
  if (!asking.scope.seesAll) notFound()
  const orientations = await listOrientations(db)
  const frameworks = [...new Map(orientations.map(({ frameworkSlug: slug, frameworkName: name }) => [slug, { slug, name }])).values()]
  const slug = frameworks.find((one) => one.slug === asked.framework)?.slug ?? frameworks[0]?.slug ?? ''
  const tree = orientations.filter(({ frameworkSlug }) => frameworkSlug === slug)
  const question = { stage: asked.stage, basis: asked.basis, year: asked.year }
  const cells = byAction(await modelOf(db, asking, question))
  const memberships = await membershipsOf(db, asking, undefined)
  const under = actionsUnder(tree, memberships)
  const here = new Set([...under.values()].flatMap((ids) => [...ids]))
  const place = tree.find(({ id }) => id === asked.orientation) ?? tree[0]
  const chosen = place === undefined ? here : under.get(place.id) ?? here
  const ids = [...(most === actionsAPage ? chosen : asked.orientation === '' ? here : chosen)]
  const actions = await listModelActions(db, ids, { from: (asked.page - 1) * actionsAPage, most })
  const detail = await listModelCells(db, asking, question, actions.map(({ id }) => id))
  const detailed = byAction(detail)
  const places = countPlaces(tree.map(({ id }) => id), memberships)
  return {
    asked: { ...asked, framework: slug, orientation: place?.id ?? '' }, frameworks, tree: tree.map((one) => ({ ...one, sums:
      modelSums(under.get(one.id) ?? new Set(), cells, question) })),
    all: modelSums(here, cells, question), whole: modelSums(new Set(cells.keys()), cells, question),
    lines: actions.map((action) => ({
      action, sums: modelSums(new Set([action.id]), cells, question), elsewhere: (places.get(action.id) ?? 1) - 1,
      cells: new Map((detailed.get(action.id) ?? []).map((cell) => [columnKey(cell), cell])),
    })),
    columns: modelColumns(detail), pages: Math.ceil(ids.length / actionsAPage), years: yearsAround(c.var.day),
  }
}

const yearsAround = (day: string): readonly number[] => Array.from({ length: 13 }, (_, rank) => Number(day.slice(0, 4)) - 6 + rank)

function countPlaces(tree: readonly Id<'orientation'>[], memberships: readonly { readonly actionId: Id<'action'>; readonly orientationId:
  Id<'orientation'> }[]) {
  const [known, places] = [new Set(tree), new Map<Id<'action'>, number>()]
  for (const { actionId, orientationId } of memberships) if (known.has(orientationId)) places.set(actionId, (places.get(actionId) ?? 0) + 1)
  return places
}
