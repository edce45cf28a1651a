// Addresses as one types: for the box of pages, for programs, and as a plain page where there is no script.
import { paths } from '../../paths.ts'
import { routes } from '../../platform/web.ts'
import { frame, page } from '../site/chrome.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { AddressesPage } from './addresses.pages.tsx'
import { searchAddresses } from './addresses.store.ts'
import { listLoads } from './loads.store.ts'

export const addresses = routes()
const most = 8

addresses.get(paths.addressSearch(), async (c) => {
  const typed = (c.req.query('q') ?? '').slice(0, 200).trim()
  const prefer = loadTerritoryCodes().epci(c.req.query('epci') ?? '')?.members ?? []
  const found = typed === '' ? [] : await searchAddresses(c.var.db, typed, { most, prefer })
  if (c.req.header('accept')?.includes('application/json') === true) {
    return c.json({ addresses: found }, 200, { 'Cache-Control': 'private, max-age=60', Vary: 'Accept' })
  }
  c.header('Vary', 'Accept')
  return page(c, AddressesPage({ frame: frame(c), typed, found, loads: await listLoads(c.var.db) }))
})
