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

/** The part of the reference found by codes: a fifth of the time of the whole. Kept in memory after the first call. */
export function loadTerritoryCodes(): TerritoryCodes {
  if (codes !== undefined) return codes
  let bytes: Buffer | undefined
  codes = buildTerritoryCodes(list<PublishedEpci>('epci'), (insee) => {
    bytes ??= bytesOf('communes')
    const start = bytes.indexOf(`{"code":"${insee}"`)
    return start < 0 ? undefined : record(bytes.toString('utf8', start, bytes.indexOf('}', start) + 1))
  })
  return codes
}

/** Read by itself: the eight megabytes around it would take longer than all the rest. */
function record(json: string): PublishedCommune {
  const commune: PublishedCommune = JSON.parse(json)
  return commune
}

function bytesOf(name: string): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json'))
  return readFileSync(join(folder, 'data', `${name}.json`))
}

function list<Row>(name: string): Row[] {
  const rows: Row[] = JSON.parse(bytesOf(name).toString('utf8'))
  return rows
}
