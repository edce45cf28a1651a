// Extracts of addresses for tests: the columns of the national base, places that exist nowhere.
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const header = 'id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat;certification_commune;cad_parcelles'

type Given = {
  readonly id: string; readonly number: number | string; readonly suffix?: string; readonly street: string; readonly postcode?: string
  readonly insee?: string; readonly commune?: string; readonly lon: number | string; readonly lat: number | string; readonly parcels?: string
}
/** A line of the base; in Lens unless said otherwise. */
export const extractLine = (given: Given): string => {
  const { id, number, suffix = '', street, postcode = '62300', insee = '62498', commune = 'Lens', lon, lat, parcels = '' } = given
  return `${id};;${number};${suffix};${street};${postcode};${insee};${commune};0;0;${lon};${lat};1;${parcels}`
}

/** Writes the extract to a file of its own, compressed or not; its path. */
export async function writeExtract(lines: readonly string[], { compressed = false, columns = header } = {}): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'chapeau-extract-')), compressed ? 'adresses-62.csv.gz' : 'adresses-62.csv')
  const bytes = Buffer.from(`${[columns, ...lines].join('\n')}\n`)
  await writeFile(path, compressed ? gzipSync(bytes) : bytes)
  return path
}
