// The national register, open to everybody: the list and its map, one operation, the list as CSV, the changes as Atom.
import { byFrenchName } from '../../kernel/text.ts'
import { paths } from '../../paths.ts'
import { notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { frame, page } from '../site/chrome.ts'
import { changeFeed } from './change-feed.ts'
import { currentRegister, latestChanges, operationHistory } from './kept-register.ts'
import { listCsv } from './list-csv.ts'
import { drawMap } from './map.rules.ts'
import { EmptyRegisterPage, RegisterPage } from './register.pages.tsx'
import { RegisterOperationPage } from './register-operation.pages.tsx'
import { addressOf, readQuery } from './register-query.ts'
import { countSigns, countStates, findCommunes } from './search.rules.ts'
import type { RegisterPlaces } from './search.rules.ts'

export const register = routes()
const rowsPerPage = 50

const asked = (c: Request) => readQuery((name) => c.req.query(name), c.var.today)

register.get(paths.register(), async (c) => {
  const current = await currentRegister(c.var.db)
  if (current === undefined) return page(c, EmptyRegisterPage({ frame: frame(c) }))
  const { typed, query, faults } = asked(c)
  const all = findCommunes(current.entries, { ...query, state: '' }, current.statesOn(query.day))
  const found = query.state === '' ? all : all.filter(({ state }) => state === query.state)
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage))
  const shown = Math.min(pages, Math.max(1, Math.trunc(Number(typed.page)) || 1))
  const view = {
    frame: frame(c), typed, faults, day: query.day, listedOn: current.vintage.listedOn, states: countStates(all),
    signs: countSigns(all, query.day), foundStates: countStates(found),
    found: found.length, epcis: new Set(found.map(({ operation }) => operation.key)).size,
    rows: found.slice((shown - 1) * rowsPerPage, shown * rowsPerPage), page: shown, pages, ...choicesOf(current.places, query.region),
    map: drawMap(
      found.map(({ commune, state }) => ({ spot: current.spots.get(commune), state, name: commune.row.commune })), current.spots.values(),
      query.region !== '' || query.department !== '' || query.words !== ''),
    href: (changes: object) => addressOf(paths.register(), { ...typed, ...changes }),
    epciHref: (key: string) => addressOf(paths.registerEpci(key), { le: faults.length === 0 ? typed.le : '' }),
    csvHref: addressOf(paths.registerTable(), { ...typed, page: '' }),
  }
  return page(c, RegisterPage(view), faults.length === 0 ? 200 : 422)
})

/** Every region, and the departments of the one chosen. */
const choicesOf = (places: RegisterPlaces, region: string) =>
  ({ regions: [...places.keys()].filter((name) => name !== '').sort(byFrenchName), departments: places.get(region) ?? places.get('') ?? [] })

register.get(paths.registerTable(), async (c) => {
  const current = await currentRegister(c.var.db) ?? notFound()
  const { query } = asked(c)
  const found = findCommunes(current.entries, query, current.statesOn(query.day))
  const name = `registre-ort-${current.vintage.listedOn}.csv`
  return c.body(listCsv(found.map(({ commune }) => commune.row)), 200, {
    'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`,
  })
})

register.get(paths.registerFeed(), async (c) => {
  const current = await currentRegister(c.var.db) ?? notFound()
  const operations = await latestChanges(c.var.db, current)
  const origin = c.var.services.config.publicUrl ?? new URL(c.req.url).origin
  const feed = changeFeed({ origin, listedOn: current.vintage.listedOn, before: current.before?.listedOn, operations })
  return c.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})

register.get(paths.registerEpci(':siren'), async (c) => {
  const current = await currentRegister(c.var.db) ?? notFound()
  const operation = current.register.operations.find(({ key }) => key === c.req.param('siren')) ?? notFound()
  const { typed, query, faults } = asked(c)
  const history = await operationHistory(c.var.db, operation.key)
  const view = { frame: frame(c), operation, listedOn: current.vintage.listedOn, day: query.day, typedDay: typed.le, faults, history }
  return page(c, RegisterOperationPage(view), faults.length === 0 ? 200 : 422)
})
