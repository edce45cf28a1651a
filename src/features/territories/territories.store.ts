// Where the reference of territories comes from: the files of @etalab/decoupage-administratif, read once, when first asked for.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildTerritories, buildTerritoryCodes } from './territory.rules.ts'
import type { PublishedArea, PublishedCommune, PublishedEpci, Territories, TerritoryCodes } from './territory.rules.ts'

let loaded: Territories | undefined

/** All communes, EPCI, departments and regions of the current vintage, with their indexes; kept in memory (some 60 MB) after the first call. */
export function loadTerritories(): Territories {
  loaded ??= buildTerritories(list<PublishedCommune>('communes'), list<PublishedEpci>('epci'), list<PublishedArea>('departements'),
    list<PublishedArea>('regions'))
  return loaded
}

let codes: TerritoryCodes | undefined

/** The part of the reference found by codes alone: a fifth of the time of the whole. Kept in memory after the first call. */
export function loadTerritoryCodes(): TerritoryCodes {
  codes ??= buildTerritoryCodes(list<PublishedCommune>('communes'), list<PublishedEpci>('epci'))
  return codes
}

function list<Row>(name: string): Row[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json'))
  const rows: Row[] = JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8'))
  return rows
}
