// A table one can read on a telephone, sort without script, and hear with a screen reader.
import type { ComponentChildren } from 'preact'

export type Column<Row> = {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  /** Figures and dates align at the end. */
  readonly align?: 'start' | 'end' | undefined
  /** Address of the same page sorted on this column; none when it cannot be sorted. */
  readonly sortHref?: string | undefined
  readonly sorted?: 'ascending' | 'descending' | undefined
  /** True for the column that names the row. */
  readonly rowHeader?: boolean | undefined
}

type TableProps<Row> = {
  readonly caption: string
  /** True when the caption repeats the heading above: kept for screen readers only. */
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Shown instead of the table when there is no row. */
  readonly empty: ComponentChildren
  /** `cards`: on a narrow screen each row becomes a small card. `scroll`: the table scrolls in its box. */
  readonly narrow?: 'cards' | 'scroll' | undefined
}

/** Rows under a caption; on narrow screens each cell carries its column's name. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, empty, narrow = 'cards' }: TableProps<Row>) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <div class="table-box" role="region" aria-label={caption} tabIndex={0}>
      <table class={`table table-${narrow}`}>
        <caption class={captionHidden === true ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column) => bodyCell(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const alignment = (align: 'start' | 'end' | undefined) => (align === 'end' ? 'cell-end' : undefined)

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  return (
    <th scope="col" class={alignment(column.align)} aria-sort={column.sorted}>
      {column.sortHref === undefined ? (
        column.label
      ) : (
        <a class="sort" href={column.sortHref}>
          {column.label}
          <span class="visually-hidden">{column.sorted === 'ascending' ? ', trier en ordre décroissant' : ', trier en ordre croissant'}</span>
        </a>
      )}
    </th>
  )
}

/** Called, not mounted: a table of a thousand rows is mostly cells. */
function bodyCell<Row>(column: Column<Row>, row: Row) {
  return column.rowHeader === true ? (
    <th scope="row" class={alignment(column.align)}>
      {column.cell(row)}
    </th>
  ) : (
    <td class={alignment(column.align)} data-label={column.label}>
      {column.cell(row)}
    </td>
  )
}
