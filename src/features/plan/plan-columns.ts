// The columns of the sheet of actions: each label with the cell it holds, in the order and the words our import reads back.
import { cents } from '../../kernel/money.ts'
import type { ActionField, ActionValues } from '../../planning/action-fields.ts'
import { exportLabels } from '../../planning/sheets/labels.ts'
import type { Cell } from '../../writing/spreadsheet-book.ts'
import { valueInWords } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { pathOf } from './plan-content.ts'
import type { ActionContent, PlanContent } from './plan-content.ts'

export type PlanColumn = {
  readonly label: string; readonly width?: number; readonly cell: (action: ActionContent, content: PlanContent) => Cell
}

/** A field told in words: a choice, an organisation, people, tags, texts; lists are parted by « ; ». */
const worded = <Field extends ActionField & keyof typeof exportLabels>(field: Field, width?: number): PlanColumn => ({
  label: exportLabels[field], ...(width !== undefined && { width }),
  cell: ({ row }, { names }) => valueInWords(field, row.values[field], names) || null,
})
type DateField = 'startsOn' | 'endsOn' | 'forecastStartsOn' | 'forecastEndsOn' | 'signedOn' | 'sheetUpdatedOn'
const dated = (field: DateField): PlanColumn => ({ label: exportLabels[field], cell: ({ row }) => dayCell(row.values[field]) })
const dayCell = (date: ActionValues['startsOn']): Cell => (date === null ? null : { date })

/** The orientation of a level, from 0, as « 2.1 – Titre »; what stands below the third is told with it. */
const orientation = (label: string, level: 0 | 1 | 2): PlanColumn => ({
  label, width: 26,
  cell: ({ row }, { orientations }) => {
    const [first] = row.values.orientations
    const at = first === undefined ? undefined : pathOf(first.orientationId, orientations)[level]
    return at === undefined ? null : at.number === null ? at.title : `${at.number} – ${at.title}`
  },
})

/**
 * What all cost lines of one basis come to; « NC » when there are some and nothing is known of them, or when some only have their final cost: a sum
 * of those would be read as that of the action.
 */
const cost = (label: string, basis: 'HT' | 'TTC' | null, stage: 'plannedCents' | 'finalCents'): PlanColumn => ({
  label,
  cell: ({ money }) => {
    const lines = money.costs.filter((line) => line.basis === basis)
    const known = lines.map((line) => line[stage]).filter((amount) => amount !== null)
    if (lines.length === 0 || (known.length === 0 && stage === 'finalCents')) return null
    if (known.length === 0 || (known.length < lines.length && stage === 'finalCents')) return 'NC'
    return { cents: cents(known.reduce((sum, one) => sum + one, 0)) }
  },
})

export const actionColumns: readonly PlanColumn[] = [
  worded('code', 8), worded('title', 40),
  { label: exportLabels.framework, width: 24, cell: ({ row }, { orientations }) => {
    const [first] = row.values.orientations
    return first === undefined ? null : (orientations.get(first.orientationId)?.frameworkName ?? null)
  } },
  orientation(exportLabels.orientation1, 0), orientation(exportLabels.orientation2, 1), orientation(exportLabels.orientation3, 2),
  { label: exportLabels.state, cell: ({ row }) => (row.state === null ? null : stateNames[row.state.state]) },
  { label: exportLabels.stateOn, cell: ({ row }) => dayCell(row.state?.on ?? null) },
  worded('priority'), worded('nature'), worded('owner', 24), worded('delegatedOwner', 24), worded('pilots', 22), worded('elected', 22),
  worded('services', 22), worded('designTeams', 22), worded('partners', 28), worded('expectedFunders', 28),
  worded('description', 50), worded('objectives', 40), worded('results', 40), worded('means', 30), worded('financing', 30),
  dated('startsOn'), dated('endsOn'), dated('forecastStartsOn'), dated('forecastEndsOn'),
  { label: exportLabels.progress, cell: ({ row }) => (row.values.progress === null ? null : { percent: row.values.progress }) },
  { label: exportLabels.ongoing, cell: ({ row }) => (row.values.ongoing ? true : null) },
  worded('schedule', 30), worded('themes', 22), worded('programmes', 22), worded('audiences', 22), worded('zonings', 22), worded('tags', 22),
  worded('participationLevel'), worded('participation', 30), worded('centrality', 30), worded('contact', 24),
  { label: exportLabels.restricted, cell: ({ row }) => (row.values.restricted ? true : null) },
  dated('signedOn'), dated('sheetUpdatedOn'),
  { label: 'Article', width: 24, cell: ({ row }, { names }) => valueInWords('clause', row.values.clause, names) || null },
  cost(exportLabels.costHT, 'HT', 'plannedCents'), cost(exportLabels.costTTC, 'TTC', 'plannedCents'), cost(exportLabels.cost, null, 'plannedCents'),
  cost(exportLabels.finalCostHT, 'HT', 'finalCents'), cost(exportLabels.finalCostTTC, 'TTC', 'finalCents'),
  cost(exportLabels.finalCost, null, 'finalCents'),
]
