// The plan as a spreadsheet: one row per action with the labels our import reads back, then its funding, its costs, its steps, its frameworks.
import type { PlainDate } from '../../kernel/date.ts'
import type { Cents } from '../../kernel/money.ts'
import { exportLabels } from '../../planning/sheets/labels.ts'
import { rowsOf } from '../../writing/spreadsheet-book.ts'
import type { Book, Cell, Sheet } from '../../writing/spreadsheet-book.ts'
import { actionColumns } from './plan-columns.ts'
import { fundingColumns } from './plan-funding-columns.ts'
import { kindNames, natureNames, statusWords } from '../funding/funding.words.ts'
import { pathOf } from './plan-content.ts'
import type { ActionContent, PlanContent } from './plan-content.ts'
import { actionTitle } from './view.words.ts'

export const planBook = (content: PlanContent, title: string, on: PlainDate): Book => ({
  title, on, sheets: [actionsSheet(content), fundingSheet(content), costsSheet(content), stepsSheet(content), placesInPlan(content)],
})

function actionsSheet(content: PlanContent): Sheet {
  const columns = [...actionColumns, ...fundingColumns(content.actions)]
  const labels = [...new Set(content.actions.flatMap(({ row }) => Object.keys(row.extra)))].sort()
  return {
    name: 'Actions', frozen: 2,
    columns: [
      ...columns.map(({ label, width }) => (width === undefined ? { label } : { label, width })), ...labels.map((label) => ({ label })),
      { label: identifier, width: 38 },
    ],
    rows: rowsOf(content.actions, (action) => [
      [...columns.map(({ cell }) => cell(action, content)), ...labels.map((label) => action.row.extra[label] ?? null), action.row.id],
    ]),
  }
}

const identifier = 'Identifiant'
/** What tells, in the other sheets, which action a row is about: in words that our import does not take for those of a plan. */
const subject = [{ label: 'Concerne', width: 50 }, { label: 'Repère', width: 38 }]
const subjectOf = ({ row: { id, values } }: ActionContent): readonly Cell[] => [actionTitle(values), id]
const money = (cents: Cents | null): Cell => (cents === null ? null : { cents })
const day = (on: PlainDate | null): Cell => (on === null ? null : { date: on })

/** Amounts of each step in their own column: they are never added. An amount that exists and nobody knows is told in words. */
function fundingSheet({ actions }: PlanContent): Sheet {
  const known = ({ cents, unknown }: { readonly cents: Cents | null; readonly unknown: boolean }): Cell =>
    (cents === null ? (unknown ? 'inconnu' : null) : { cents })
  return {
    name: 'Financements', frozen: 1,
    columns: [...subject, ...['Financeur', 'Dispositif', 'Type', 'HT ou TTC', 'Montant prévu', 'Taux (%)', 'Assiette', 'Statut', 'Depuis le',
      'Montant sollicité', 'Montant attribué', 'Montant engagé', 'Montant versé', 'Par année', 'Observations'].map((label) => ({ label }))],
    rows: rowsOf(actions, (action) => action.money.lines.map((line) => [
      ...subjectOf(action), line.funder?.name ?? null, line.scheme, kindNames[line.kind], line.basis, money(line.amountCents),
      line.rateBasisPoints === null ? null : { percent: line.rateBasisPoints / 100 }, money(line.baseCents), statusWords[line.status].name,
      day(line.since), known(line.standing.requested), known(line.standing.awarded), known(line.standing.committed), known(line.standing.paid),
      line.instalments.map(({ year, amountCents }) => `${year} : ${String(amountCents / 100).replace('.', ',')} €`).join(' ; '),
      [line.note, line.written ?? ''].filter((words) => words !== '').join(' ; '),
    ])),
  }
}

const costsSheet = ({ actions }: PlanContent): Sheet => ({
  name: 'Coûts', frozen: 1,
  columns: [...subject, ...['Poste', 'Nature', 'Année', 'HT ou TTC', 'Montant prévu', 'Montant définitif', 'Éligible au FCTVA', 'Tel qu’écrit']
    .map((label) => ({ label }))],
  rows: rowsOf(actions, (action) => action.money.costs.map((cost) => [
    ...subjectOf(action), cost.label, natureNames[cost.nature], cost.year, cost.basis, money(cost.plannedCents), money(cost.finalCents),
    cost.fctvaEligible, cost.written,
  ])),
})

const stepsSheet = ({ actions }: PlanContent): Sheet => ({
  name: 'Étapes', frozen: 1,
  columns: [...subject, ...['Nature', 'Étape ou jalon', 'Début prévu', 'Fin prévue', 'Attendu le', 'Fait le'].map((label) => ({ label }))],
  rows: rowsOf(actions, (action) => action.steps.map(({ kind, title, startsOn, endsOn, forecastOn, doneOn }) => [
    ...subjectOf(action), kind === 'milestone' ? 'Jalon' : 'Étape', title, day(startsOn), day(endsOn), day(forecastOn), day(doneOn),
  ])),
})

/** Every framework an action stands in: the first sheet has room for one. */
const placesInPlan = ({ actions, orientations }: PlanContent): Sheet => ({
  name: 'Rattachements', frozen: 1,
  columns: [...subject, { label: exportLabels.framework, width: 24 }, { label: 'Orientation', width: 50 }, { label: 'Numéro dans ce cadre' }],
  rows: rowsOf(actions, (action) => action.row.values.orientations.map(({ orientationId, code }) => {
    const path = pathOf(orientationId, orientations)
    return [...subjectOf(action), path.at(-1)?.frameworkName ?? null, path.map(({ number, title }) => (
      number === null ? title : `${number} – ${title}`)).join(' › '), code]
  })),
})
