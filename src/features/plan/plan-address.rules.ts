// What the address of the plan asks for besides its filter: the view, the order, the columns, the groups, the page. Pure.
import type { ActionField } from '../../planning/action-fields.ts'
import { printPlanFilter, readPlanFilter } from '../../planning/plan-filter.ts'
import type { FilterFault, PlanFilter, Query } from '../../planning/plan-filter.ts'

export const planViews = ['table', 'board', 'timeline', 'calendar', 'map'] as const
export type PlanView = (typeof planViews)[number]
export const viewInAddress: Readonly<Record<PlanView, string>> = {
  table: 'liste', board: 'tableau', timeline: 'frise', calendar: 'calendrier', map: 'carte',
}

export const planOrders = [
  'code', 'title', 'state', 'since', 'priority', 'nature', 'owner', 'starts', 'ends', 'forecastEnds', 'progress', 'cost', 'funding', 'modified',
  'created', 'relevance',
] as const
/** What a list can be sorted by; `relevance`: the best answers to the search first. */
export type PlanOrder = (typeof planOrders)[number]
export type PlanSort = { readonly by: PlanOrder; readonly descending: boolean }
const orderInAddress: Readonly<Record<PlanOrder, string>> = {
  code: 'numero', title: 'titre', state: 'etat', since: 'depuis', priority: 'priorite', nature: 'nature', owner: 'porteur', starts: 'debut',
  ends: 'fin', forecastEnds: 'fin-prevue', progress: 'avancement', cost: 'cout', funding: 'financement', modified: 'modifiee', created: 'creee',
  relevance: 'pertinence',
}

export const planGroups = ['state', 'owner', 'framework', 'orientation', 'priority', 'nature', 'pilot', 'theme', 'commune'] as const
/** What a list can be cut by; an action stands in each of the groups it belongs to. */
export type PlanGroup = (typeof planGroups)[number]
export const groupInAddress: Readonly<Record<PlanGroup, string>> = {
  state: 'etat', owner: 'porteur', framework: 'cadre', orientation: 'orientation', priority: 'priorite', nature: 'nature', pilot: 'pilote',
  theme: 'theme', commune: 'commune',
}

export const moneyColumns = ['costHt', 'costTtc', 'planned', 'awarded', 'paid', 'left'] as const
export type MoneyColumn = (typeof moneyColumns)[number]
/** A column of the table: a field of the sheet, or something told from elsewhere. The title always shows. */
export type PlanColumn =
  | Exclude<ActionField, 'title'> | MoneyColumn | 'state' | 'since' | 'late' | 'blocked' | 'communes' | 'modified' | 'created'
/** How addresses and forms name each column, in the order the table shows them. */
export const columnInAddress: Readonly<Record<PlanColumn, string>> = {
  code: 'numero', state: 'etat', since: 'etat-depuis', late: 'retard', blocked: 'blocage', priority: 'priorite', owner: 'porteur',
  delegatedOwner: 'mandataire', pilots: 'pilotes', elected: 'elus', startsOn: 'debut', endsOn: 'fin', forecastStartsOn: 'debut-estime',
  forecastEndsOn: 'fin-estimee', progress: 'avancement', orientations: 'orientations', clause: 'article', nature: 'nature', costHt: 'cout-ht',
  costTtc: 'cout-ttc', planned: 'prevu', awarded: 'attribue', paid: 'verse', left: 'reste', expectedFunders: 'financeurs', services: 'services',
  partners: 'partenaires', designTeams: 'maitrise-oeuvre', themes: 'thematiques', programmes: 'programmes', audiences: 'publics', zonings: 'zonages',
  tags: 'etiquettes', communes: 'communes', description: 'description', objectives: 'objectifs', results: 'resultats', means: 'moyens',
  financing: 'financement', schedule: 'calendrier', participationLevel: 'participation', participation: 'modalites', centrality: 'centralite',
  contact: 'contact', ongoing: 'perenne', restricted: 'restreinte', signedOn: 'signee', sheetUpdatedOn: 'mise-a-jour', modified: 'modifiee',
  created: 'creee',
}
const isColumn = (name: string): name is PlanColumn => name in columnInAddress
export const planColumns: readonly PlanColumn[] = Object.keys(columnInAddress).filter(isColumn)
const usualColumns: readonly PlanColumn[] = ['code', 'state', 'late', 'priority', 'owner', 'startsOn', 'endsOn', 'progress']

const pageSizes = [50, 100, 200] as const
type PageSize = (typeof pageSizes)[number]

/** All that an address of the plan says. */
export type PlanAsked = {
  readonly filter: PlanFilter; readonly faults: readonly FilterFault[]; readonly view: PlanView; readonly sort: PlanSort
  readonly columns: readonly PlanColumn[]; readonly group: PlanGroup | null; readonly page: number; readonly most: PageSize
}

/** What an address asks for; what it does not say, or says wrong, is as usual. */
export function readPlanAsked(query: Query): PlanAsked {
  const { filter, problems } = readPlanFilter(query)
  const [one = '', by = '', page = '', lines = ''] = ['vue', 'tri', 'page', 'lignes'].map((key) => query(key)[0] ?? '')
  const columns = new Set(query('colonnes').flatMap((value) => value.split(' ')))
  const asked = planColumns.filter((column) => columns.has(columnInAddress[column]))
  const order = planOrders.find((name) => orderInAddress[name] === by.replace(/^-/, ''))
  return {
    filter, faults: problems, view: planViews.find((view) => viewInAddress[view] === one) ?? 'table',
    sort: order === undefined ? usualSort(filter) : { by: order, descending: by.startsWith('-') },
    columns: columns.size === 0 ? usualColumns : asked,
    group: planGroups.find((name) => groupInAddress[name] === query('grouper')[0]) ?? null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1, most: pageSizes.find((size) => String(size) === lines) ?? 50,
  }
}

/** By code; a search, by what answers best. */
const usualSort = ({ words }: PlanFilter): PlanSort => ({ by: words === '' ? 'code' : 'relevance', descending: false })

/** The parameters that ask for the same thing again, always in the same order; the page is not part of it. */
export function printPlanAsked({ filter, view, sort, columns, group, most }: PlanAsked): readonly (readonly [string, string])[] {
  const usual = usualSort(filter)
  const sameColumns = columns.length === usualColumns.length && columns.every((column, rank) => column === usualColumns[rank])
  return [
    ...(view === 'table' ? [] : [['vue', viewInAddress[view]] as const]),
    ...printPlanFilter(filter),
    ...(sort.by === usual.by && sort.descending === usual.descending ? []
      : [['tri', `${sort.descending ? '-' : ''}${orderInAddress[sort.by]}`] as const]),
    ...(group === null ? [] : [['grouper', groupInAddress[group]] as const]),
    ...(sameColumns ? [] : [['colonnes', columns.length === 0 ? 'aucune' : columns.map((column) => columnInAddress[column]).join(' ')] as const]),
    ...(most === 50 ? [] : [['lignes', String(most)] as const]),
  ]
}

/** The query of the address that asks for this, changed so; `?` included, empty when it asks for nothing. The page is 1 unless said. */
export function queryOf(asked: PlanAsked, changes: Partial<PlanAsked> = {}): string {
  const wanted = { ...asked, page: 1, ...changes }
  const pairs = [...printPlanAsked(wanted), ...(wanted.page === 1 ? [] : [['page', String(wanted.page)] as const])]
  const query = new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()
  return query === '' ? '' : `?${query}`
}
