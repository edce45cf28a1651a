// Consulting the reference of territories: open to everybody, nothing to write.
import { byFrenchName } from '../../kernel/text.ts'
import { paths } from '../../paths.ts'
import { notFound, routes } from '../../platform/web.ts'
import { frame, page } from '../site/chrome.ts'
import { CommunePage, EpciPage, TerritoriesPage } from './territories.pages.tsx'
import { loadTerritories } from './territories.store.ts'
import { membersOf, searchTerritories } from './territory.rules.ts'

export const territories = routes()
const mostMatches = 50

territories.get(paths.territories(), (c) => {
  const reference = loadTerritories()
  const query = (c.req.query('q') ?? '').slice(0, 100).trim()
  const department = reference.departments.find((known) => known.code === c.req.query('departement'))
  const epcis = department === undefined ? undefined : reference.epcis
    .filter((epci) => epci.members.some((insee) => reference.commune(insee)?.department === department.code))
    .sort((one, other) => byFrenchName(one.name, other.name))
  const view = {
    query, matches: searchTerritories(reference, query, mostMatches), departments: reference.departments, epcis, department: department?.name ?? '',
  }
  return page(c, TerritoriesPage({ frame: frame(c), ...view }))
})

territories.get(paths.epci(':siren'), (c) => {
  const reference = loadTerritories()
  const epci = reference.epci(c.req.param('siren') ?? '') ?? notFound()
  return page(c, EpciPage({ frame: frame(c), epci, members: membersOf(reference, epci), mayFound: c.var.reader !== undefined }))
})

territories.get(paths.commune(':insee'), (c) => {
  const reference = loadTerritories()
  const commune = reference.commune(c.req.param('insee') ?? '') ?? notFound()
  const epci = commune.epci === undefined ? undefined : reference.epci(commune.epci)
  const former = reference.merged.filter((merged) => merged.into === commune.insee)
  return page(c, CommunePage({ frame: frame(c), commune, epci, department: reference.departmentName(commune.department), former }))
})
