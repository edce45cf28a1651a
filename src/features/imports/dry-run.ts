// The dry run of an import: the file understood, compared with the plan as it is now, and told in words; nothing is written.
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { inEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { scopeOf } from '../../planning/scope.ts'
import type { CellFate, CostDraft } from '../../planning/sheets/draft.ts'
import { changesBetween } from '../../planning/action-changes.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import type { ActionChange } from '../../planning/action-fields.ts'
import { cellAt, wordsOf } from '../../planning/sheets/grid.ts'
import type { Grid } from '../../planning/sheets/grid.ts'
import { understand, viewSheets } from '../../planning/sheets/understand.ts'
import type { Understanding } from '../../planning/sheets/understand.ts'
import { canonical } from '../../platform/journal.ts'
import type { Schema } from '../../schema.ts'
import { listActionValues } from '../actions/actions.store.ts'
import { changeInWords } from '../actions/action.words.ts'
import type { ActionNames } from '../actions/action.words.ts'
import { listNames } from '../actions/naming.store.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { listFrameworks } from '../frameworks/frameworks.store.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import { orientationLabel } from '../frameworks/tree.rules.ts'
import { kindNames, statusWords } from '../funding/funding.words.ts'
import { loadMoney } from '../funding/money.store.ts'
import { compareActions } from './import-compare.rules.ts'
import type { ComparedAction, KnownAction, Verdict } from './import-compare.rules.ts'
import { choicesFor, mostAside, reportedSheet } from './import-report.rules.ts'
import type { ImportChoices, ImportSummary, ReportedCell, ReportedChange, RowDetails } from './import-report.rules.ts'
import { listActionIds, listKnownNames, listMappings } from './imports.store.ts'
import type { NewImportRow } from './imports.store.ts'
import { findNames } from './known-names.rules.ts'
import type { NamesFound } from './known-names.rules.ts'
import { findOrientations } from './known-orientations.rules.ts'
import type { OrientationsFound } from './known-orientations.rules.ts'

type Db = Kysely<Schema>
/** Everything an application would write, and what the dry run tells of it. */
export type DryRun = {
  readonly compared: readonly ComparedAction[]; readonly names: NamesFound; readonly orientations: OrientationsFound
  readonly rows: readonly NewImportRow[]; readonly summary: ImportSummary; readonly digest: string
}
type Asked = { readonly choices: ImportChoices; readonly framework: string; readonly today: PlainDate }

/** Reads the plan in a fixed number of statements and compares; those who import see the whole plan. */
export async function dryRun(db: Db, grid: Grid, { choices, framework, today }: Asked): Promise<DryRun> {
  const signatures = viewSheets(grid, new Map()).map(({ signature }) => signature).filter((signature) => signature !== '')
  const understanding = understand(grid, choicesFor(choices, await listMappings(db, signatures)))
  const known = await listKnownNames(db)
  const names = findNames(known.organisations, known.tags, known.people, { organisation: () => newId<'organisation'>(), tag: () => newId<'tag'>() })
  const orientations = findOrientations(await listFrameworks(db), await listOrientations(db), framework, {
    framework: () => newId<'framework'>(), orientation: () => newId<'orientation'>(),
  })
  const compared = compareActions(understanding.actions, await loadPlan(db, today), {
    names, orientations, today, actionId: () => newId<'action'>(), differingLabel: (cost) => `${costLabel(cost)} (fichier)`,
  })
  const actionNames = withMade(await listNames(db), names, orientations)
  const rows = compared.map((one) => rowOf(one, grid, understanding, actionNames))
  return { compared, names, orientations, rows, summary: summaryOf(grid, understanding, compared, names, orientations), digest: digestOf(rows) }
}

const everything = scopeOf([{ role: 'projectLead', organisationId: newId<'organisation'>() }])

/** Every action of the plan with its money. */
export async function loadPlan(db: Db, today: PlainDate): Promise<readonly KnownAction[]> {
  const actions = await listActionValues(db, await listActionIds(db), today)
  const { costs, lines } = await loadMoney(db, everything, today)
  const costsOf = grouped(costs)
  const linesOf = grouped(lines)
  return actions.map(({ id, values, state, extra }) => ({ id, values, state, extra, costs: costsOf.get(id) ?? [], lines: linesOf.get(id) ?? [] }))
}

function grouped<One extends { readonly actionId: string }>(list: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of list) {
    const group = groups.get(one.actionId)
    if (group === undefined) groups.set(one.actionId, [one])
    else group.push(one)
  }
  return groups
}

/** The names of the operation with those the import would make. */
function withMade(known: ActionNames, names: NamesFound, orientations: OrientationsFound): ActionNames {
  const frameworks = new Map(orientations.made.frameworks.map(({ id, name }) => [id, name]))
  const frameworkName = new Map([...known.orientations.values()].map((one) => [one.frameworkId, one.frameworkName]))
  return {
    ...known, organisations: new Map([...known.organisations, ...names.made.organisations.map(({ id, name }) => [id, name] as const)]),
    tags: new Map([...known.tags, ...names.made.tags.map(({ id, kind, name }) => [id, { kind, name }] as const)]),
    orientations: new Map([...known.orientations, ...orientations.made.orientations.map(({ id, number, title, frameworkId }) => [id, {
      number, title, frameworkId, frameworkName: frameworks.get(frameworkId) ?? frameworkName.get(frameworkId) ?? '', removed: false,
    }] as const)]),
  }
}

const costLabel = ({ basis, year, final, planned }: Pick<CostDraft, 'basis' | 'year' | 'final' | 'planned'>): string =>
  ['Coût', planned === null && final !== null ? 'définitif' : 'prévu', basis ?? '', year ?? ''].filter((word) => word !== '').join(' ')

const amount = (value: Cents | null): string => (value === null ? 'inconnu' : inEuros(value))

function moneyChanges({ money }: ComparedAction, names: ActionNames): readonly ReportedChange[] {
  const costs = money.costs.map(({ before, after }) => {
    const words = (line: typeof after): string =>
      [amount(line.plannedCents), line.finalCents === null ? '' : `définitif ${amount(line.finalCents)}`, line.written === null ? ''
        : `« ${line.written} »`].filter((part) => part !== '').join(', ')
    return { label: costLabel({ basis: after.basis, year: after.year, final: after.finalCents, planned: after.plannedCents }),
      before: before === null ? '' : words(before), after: words(after) }
  })
  const fundings = money.fundings.map(({ before, after, step, statusBefore }) => {
    const words = (line: typeof after, status: typeof statusBefore): string => [
      amount(line.amountCents), line.basis ?? '', line.rateBasisPoints === null ? '' : `${line.rateBasisPoints / 100} %`,
        statusWords[status].name.toLowerCase(),
      line.written === null ? '' : `« ${line.written} »`,
    ].filter((part) => part !== '').join(', ')
    const funder = after.funderId === null ? (after.kind === 'own' ? '' : 'financeur à trouver') : (names.organisations.get(after.funderId) ?? '')
    const label = [kindNames[after.kind], funder, after.scheme ?? ''].filter((part) => part !== '').join(' – ')
    return { label, before: before === null ? '' : words(before, statusBefore), after: words(after, step?.status ?? statusBefore) }
  })
  return [...costs, ...fundings]
}

const longestShown = 400
const short = (words: string): string => (words.length > longestShown ? `${words.slice(0, longestShown)}…` : words)

function rowOf(compared: ComparedAction, grid: Grid, understanding: Understanding, names: ActionNames): NewImportRow {
  const { draft, verdict, actionId, matchedBy, changes, problems } = compared
  const told = verdict === 'created' ? madeInWords(compared, names) : changes.flatMap((change) => inWords(change, names))
  const fields = told.map(({ label, before, after }) => ({ label, before: short(before), after: short(after) }))
  return {
    sheet: understanding.sheets[draft.sheet]?.name ?? '', rowNumber: (draft.rows[0] ?? 0) + 1, verdict, actionId: verdict === 'refused' ? null
      : actionId,
    code: draft.code === null ? null : draft.code.slice(0, 60), title: draft.title, matchedBy,
    details: { changes: verdict === 'refused' ? [] : [...fields, ...moneyChanges(compared, names)],
      cells: [...cellsOf(draft, grid, understanding), ...problems.map((problem) => ({
      label: understanding.sheets[draft.sheet]?.columns.find(({ column }) => column === problem.column)?.label ?? '',
      words: wordsOf(problem.column < 0 ? null : cellAt(grid.sheets[draft.sheet] ?? emptySheet, problem.row, problem.column)).slice(0, longestShown),
        fate: 'refused' as const,
      reason: problem.reason, detail: problem.detail,
    }))] } satisfies RowDetails,
  }
}

const glimpse = 120
/** What an action to make would say, number, name and words kept aside: those stand beside. */
const madeInWords = ({ values, state, draft }: ComparedAction, names: ActionNames): readonly ReportedChange[] => [
  ...(state === null ? [] : [{ label: 'État', before: '', after: stateNames[state.state] }]),
  ...changesBetween({ ...emptyAction, code: draft.code, title: values.title }, values).map((change) => changeInWords(change, names))
    .map(({ name, after }) => ({ label: name, before: '', after: after.length > glimpse ? `${after.slice(0, glimpse)}…` : after })),
]

/** Words kept beside are told label by label: those that stay as they were are no news. */
function inWords(change: ActionChange, names: ActionNames): readonly ReportedChange[] {
  if (change.field !== 'extra') {
    const { name, before, after } = changeInWords(change, names)
    return [{ label: name, before, after }]
  }
  const { before, after } = change
  return Object.keys(after).filter((label) => after[label] !== before[label])
    .map((label) => ({ label: `${label} (gardé tel quel)`, before: before[label] ?? '', after: after[label] ?? '' }))
}

const emptySheet = { name: '', hidden: false, rows: [], merges: [], hiddenRows: [], hiddenColumns: [] }
/** Accounts of a sheet by row: looked up once per sheet. */
const indexed = new WeakMap<Understanding, readonly ReadonlyMap<number, readonly Understanding['accounts'][number][number][]>[]>()

function cellsOf({ sheet, rows }: ComparedAction['draft'], grid: Grid, understanding: Understanding): readonly ReportedCell[] {
  let index = indexed.get(understanding)
  if (index === undefined) {
    index = understanding.accounts.map((accounts) => {
      const byRow = new Map<number, (typeof accounts)[number][]>()
      for (const account of accounts) {
        if (account.reason === null || account.fate === 'refused' || account.fate === 'setAside' && account.reason !== 'chosenAside') continue
        byRow.set(account.row, [...(byRow.get(account.row) ?? []), account])
      }
      return byRow
    })
    indexed.set(understanding, index)
  }
  const columns = understanding.sheets[sheet]?.columns ?? []
  return rows.flatMap((row) => (index[sheet]?.get(row) ?? []).flatMap(({ column, fate, reason }) => (reason === null ? [] : [{
    label: columns.find((one) => one.column === column)?.label ?? '', words: short(wordsOf(cellAt(grid.sheets[sheet] ?? emptySheet, row, column))),
      fate, reason, detail: '',
  }])))
}

function summaryOf(
  grid: Grid, { sheets, aside, accounts }: Understanding, compared: readonly ComparedAction[], names: NamesFound, orientations: OrientationsFound,
): ImportSummary {
  const counts: Record<Verdict, number> = { created: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { verdict } of compared) counts[verdict] += 1
  const refused = new Set(compared.flatMap(({ draft, verdict }) => (verdict === 'refused' ? draft.rows.map((row) => `${draft.sheet} ${row}`) : [])))
  const cells: Record<CellFate, number> = { used: 0, kept: 0, setAside: 0, refused: 0 }
  accounts.forEach((list, sheet) => {
    for (const { row, fate } of list) cells[refused.has(`${sheet} ${row}`) ? 'refused' : fate] += 1
  })
  return {
    counts, cells, sheets: sheets.map((view) => reportedSheet(view, grid.sheets[view.index]?.hiddenColumns ?? [])), asideRows: aside.length,
    aside: aside.slice(0, mostAside).map(({ sheet, row, reason, words }) =>
      ({ sheet: sheets[sheet]?.name ?? '', rowNumber: row + 1, reason, words: short(words) })),
    made: {
      organisations: names.made.organisations.map(({ name }) => name), tags: names.made.tags.map(({ name }) => name),
      frameworks: orientations.made.frameworks.map(({ name }) => name), orientations: orientations.made.orientations.map(orientationLabel),
    },
    byNumber: [...orientations.byNumber].map(([written, one]) => [written, orientationLabel(one)]),
  }
}

/** The same rows give the same seal, whatever identifiers would be made for what is new. */
const digestOf = (rows: readonly NewImportRow[]): string => createHash('sha256').update(canonical(rows.map((row) => ({
  ...row, actionId: row.verdict === 'created' ? null : row.actionId,
})))).digest('hex')
