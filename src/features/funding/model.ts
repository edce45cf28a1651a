// The model gathered: the tree of a framework with its sums, and the actions of one orientation with a column for each funder.
import type { Id } from '../../kernel/id.ts'
import { scopeOf } from '../../planning/scope.ts'
import type { Request } from '../../platform/web.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import { withBelow } from '../frameworks/tree.rules.ts'
import type { ListedOrientation } from '../frameworks/tree.rules.ts'
import { readModelAsked } from './model-address.rules.ts'
import type { ModelAsked } from './model-address.rules.ts'
import { byAction, columnKey, modelColumns, modelSums, setsUnder } from './model.rules.ts'
import type { ModelAction, ModelCell, ModelColumn, ModelQuestion, ModelSums } from './model.rules.ts'
import { listModelActions, listModelCells, listModelCosts, modelOf } from './model.store.ts'
import type { Asking } from './money-memory.store.ts'

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
  const orientations = await listOrientations(db)
  const frameworks = [...new Map(orientations.map(({ frameworkSlug: slug, frameworkName: name }) => [slug, { slug, name }])).values()]
  const slug = frameworks.find((one) => one.slug === asked.framework)?.slug ?? frameworks[0]?.slug ?? ''
  const tree = orientations.filter(({ frameworkSlug }) => frameworkSlug === slug)
  const question = { stage: asked.stage, basis: asked.basis, year: asked.year }
  const sets = await modelOf(db, asking, { ...question, framework: tree[0]?.frameworkId ?? null })
  const [under, here] = [setsUnder(tree, sets), sets.filter(({ orientations: served }) => served.length > 0)]
  const place = tree.find(({ id }) => id === asked.orientation) ?? tree[0]
  const whole = place === undefined || (most !== actionsAPage && asked.orientation === '')
  const shown = modelSums(whole ? here : under(place.id), question).actions
  const lines = await gatherLines(db, asking, question, {
    tree, chosen: whole ? tree.map(({ id }) => id) : [...withBelow(tree, place.id)], from: (asked.page - 1) * actionsAPage, most,
  })
  return {
    asked: { ...asked, framework: slug, orientation: place?.id ?? '' }, frameworks,
    tree: tree.map((one) => ({ ...one, sums: modelSums(under(one.id), question) })),
    all: modelSums(here, question), whole: modelSums(sets, question),
    ...lines, pages: Math.ceil(shown / actionsAPage), years: yearsAround(c.var.day),
  }
}

type Wanted = {
  readonly tree: readonly ListedOrientation[]; readonly chosen: readonly Id<'orientation'>[]; readonly from: number; readonly most: number
}
/** A page of actions, each with a column for every funder and scheme, in three statements. */
async function gatherLines(
  db: Request['var']['db'], asking: Asking, question: ModelQuestion, { tree, chosen, ...page }: Wanted,
): Promise<Pick<Model, 'lines' | 'columns'>> {
  const actions = await listModelActions(db, asking, { tree: tree.map(({ id }) => id), chosen }, page)
  const ids = actions.map(({ id }) => id)
  const detail = await listModelCells(db, asking, question, ids)
  const [brought, cost] = [byAction(detail), byAction(await listModelCosts(db, asking, question, ids))]
  const lines = actions.map((action) => {
    const own = brought.get(action.id) ?? []
    return {
      action, elsewhere: action.places - 1, cells: new Map(own.map((cell) => [columnKey(cell), cell])),
      sums: modelSums([{ actions: 1, cells: [...own, ...cost.get(action.id) ?? []] }], question),
    }
  })
  return { lines, columns: modelColumns(detail) }
}

const yearsAround = (day: string): readonly number[] => Array.from({ length: 13 }, (_, rank) => Number(day.slice(0, 4)) - 6 + rank)
