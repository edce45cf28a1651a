// Tables: caption, headers, sort links, and what stands where there is no row.
import { expect, test } from 'vitest'
import { htmlFragment } from './document.ts'
import { Table, type Column } from './table.tsx'

type Town = { name: string; people: number }
const columns: readonly Column<Town>[] = [
  { key: 'name', label: 'Commune', rowHeader: true, sortHref: '?tri=nom', sorted: 'ascending', cell: (town) => town.name },
  { key: 'people', label: 'Population', align: 'end', cell: (town) => town.people },
]

test('each row is headed by its name and each cell carries the name of its column', () => {
  const html =
    htmlFragment(<Table caption="Communes" columns={columns} rows={[{ name: 'Lens', people: 32920 }]} rowKey={(town) => town.name} empty="Rien" />)
  expect(html).toContain('<caption>Communes</caption>')
  expect(html).toMatch(/<th scope="row"[^>]*>.*Lens/s)
  expect(html).toContain('<td class="cell-end" data-label="Population">32920</td>')
})

test('the sorted column says so, and its link says what it will do', () => {
  const html =
    htmlFragment(<Table caption="Communes" columns={columns} rows={[{ name: 'Lens', people: 1 }]} rowKey={(town) => town.name} empty="Rien" />)
  expect(html).toMatch(/<th scope="col"[^>]*aria-sort="ascending"[^>]*><a[^>]*href="\?tri=nom"/)
  expect(html).toContain(', trier en ordre décroissant')
})

test('without any row the empty place stands instead of the table', () => {
  const html = htmlFragment(<Table caption="Communes" columns={columns} rows={[]} rowKey={(town) => town.name} empty={<p>Aucune commune</p>} />)
  expect(html).toBe('<p>Aucune commune</p>')
})
