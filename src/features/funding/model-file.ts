// The model as a spreadsheet: every action of a framework, a column for each funder and scheme, the sums of each orientation on a second sheet.
import { balance } from '../../planning/funding-sums.ts'
import type { Sum } from '../../planning/money-sum.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Book, Cell } from '../../writing/spreadsheet-book.ts'
import { basisNames, stageNames } from './funding.words.ts'
import { columnName, publicPart } from './model.pages.tsx'
import type { Model } from './model.ts'
import { amountOfCell } from './model.rules.ts'
import type { ModelSums } from './model.rules.ts'

/** An amount, or words when one is unknown: a cell that looks like a whole sum is one. */
const money = (sum: Sum): Cell => (sum.known === 0 && sum.unknown === 0 ? null : sum.unknown > 0 ? (sum.known === 0 ? 'inconnu' : { cents:
  sum.cents }) : { cents: sum.cents })
const sumLabels = ['Coût prévu', 'Maître d’ouvrage', 'Autres publics', 'Privés', 'À préciser', 'Emprunts', 'Total', '% public', 'Reste à charge',
  'Montants inconnus'] as const

function sumCells({ cost, shares, total, publicCents }: ModelSums): readonly Cell[] {
  const gap = balance(cost, total)
  return [
    money(cost), money(shares.own), money(shares.public), money(shares.private), money(shares.unknown), money(shares.loan), money(total),
      publicPart({ publicCents, total }),
    gap.state === 'left' && gap.bound === 'exact' ? { cents: gap.cents } : gap.state === 'balanced' ? 'équilibré' : gap.state === 'over' ?
      'trop financé' : 'inconnu',
    cost.unknown + total.unknown,
  ]
}

export function modelBook({ asked, tree, all, whole, lines, columns }: Model, on: PlainDate): Book {
  const name = `${stageNames[asked.stage]} ${basisNames[asked.basis]}${asked.year === null ? '' : ` ${asked.year}`}`
  return {
    title: `Maquette financière, ${name}`, on, sheets: [
      {
        name: 'Actions', frozen: 2, columns: [{ label: 'Numéro' }, { label: 'Action', width: 40 }, { label: 'Maître d’ouvrage', width: 24 },
          ...columns.map((column) => ({ label: columnName(column) })), ...sumLabels.map((label) => ({ label }))],
        rows: lines.map(({ action, cells, sums }) => [action.code, action.title, action.owner, ...columns.map(({ key }): Cell => {
          const cell = cells.get(key)
          return cell === undefined ? null : money(amountOfCell(asked, cell))
        }), ...sumCells(sums)]),
      },
      {
        name: 'Orientations', frozen: 1, columns: [{ label: 'Orientation', width: 50 }, { label: 'Actions' }, ...sumLabels.map((label) => ({
          label }))],
        rows: [...tree.map((branch) => [`${'  '.repeat(branch.depth)}${branch.label}`, branch.sums.actions, ...sumCells(branch.sums)]),
          ['Ensemble du cadre, chaque action une fois', all.actions, ...sumCells(all)], ['Tout le plan, hors cadre compris', whole.actions,
            ...sumCells(whole)]],
      },
    ],
  }
}
