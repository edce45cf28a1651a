// The funding lines of an action side by side in its row, numbered, as our import reads them; beyond nine, the sheet of funding has them all.
import { exportLabels } from '../../planning/sheets/labels.ts'
import type { Cell } from '../../writing/spreadsheet-book.ts'
import { inEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { kindNames, statusWords } from '../funding/funding.words.ts'
import type { FundingLine } from '../funding/money-line.rules.ts'
import type { PlanColumn } from './plan-columns.ts'
import type { ActionContent } from './plan-content.ts'

const most = 9

/** As many groups of columns as the longest action has lines. */
export function fundingColumns(actions: readonly ActionContent[]): readonly PlanColumn[] {
  const ranks = Math.min(actions.reduce((longest, { money }) => Math.max(longest, money.lines.length), 0), most)
  return Array.from({ length: ranks }, (_, rank) => columnsOf(rank, actions)).flat()
}

function columnsOf(rank: number, actions: readonly ActionContent[]): readonly PlanColumn[] {
  const bases = new Set(actions.flatMap(({ money }) => {
    const line = money.lines[rank]
    return line === undefined || (line.amountCents === null && line.baseCents === null) ? [] : [line.basis]
  }))
  // The label says the basis when all the amounts below it have the same; else each cell says its own.
  const [shared = null] = bases.size === 1 ? bases : []
  const amount = (line: FundingLine, cents: Cents | null): Cell =>
    (cents === null ? null : line.basis === shared ? { cents } : `${inEuros(cents)} ${line.basis ?? ''}`.trim())
  const column = (label: string, cell: (line: FundingLine) => Cell, suffix = ''): PlanColumn => ({
    label: `${label.replace('N', String(rank + 1))}${suffix}`, cell: ({ money }) => {
      const line = money.lines[rank]
      return line === undefined ? null : cell(line)
    },
  })
  return [
    column(exportLabels.funderName, (line) => line.funder?.name ?? null), column(exportLabels.schemeName, (line) => line.scheme),
    column(exportLabels.fundingKind, (line) => kindNames[line.kind]),
    column(exportLabels.fundingAmount, (line) => amount(line, line.amountCents), shared === null ? '' : ` ${shared}`),
    column(exportLabels.fundingRate, (line) => (line.rateBasisPoints === null ? null : { percent: line.rateBasisPoints / 100 })),
    column(exportLabels.fundingBase, (line) => amount(line, line.baseCents)),
    column(exportLabels.fundingStatus, (line) => statusWords[line.status].name),
    column(exportLabels.fundingOn, (line) => (line.since === null ? null : { date: line.since })),
  ]
}
