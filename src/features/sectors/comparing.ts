// Two shapes of a perimeter side by side: the ground gained and lost, and the addresses and parcels on it when they are loaded.
import type { Kysely } from 'kysely'
import { buildPointIndex } from '../../geometry/point-index.ts'
import { differenceOf } from '../../geometry/overlay.ts'
import type { Difference } from '../../geometry/overlay.ts'
import { boxAround, ringsOf } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'
import { departmentOf } from '../addresses/address.rules.ts'
import type { FoundAddress } from '../addresses/address.rules.ts'
import { listAddressesIn } from '../addresses/addresses.store.ts'
import { findLoad } from '../addresses/loads.store.ts'

/** What changes hands. `parcels`: those the address base names, which is not all of them. `cut`: there were too many to look at. */
export type Moved = { readonly addresses: readonly FoundAddress[]; readonly parcels: readonly string[] }
/** `loaded`: the vintage of the address base; null when that of the department is not there: then nobody knows. */
export type ShapeComparison = {
  readonly difference: Difference; readonly gained: Moved; readonly lost: Moved; readonly kept: number; readonly loaded: PlainDate | null
  readonly cut: boolean
}

/** Addresses looked at around the two shapes. */
const most = 50_000

export async function compareShapes(
  db: Kysely<Schema>, before: MultiPolygon | null, after: MultiPolygon | null, insee: string | null,
): Promise<ShapeComparison> {
  const difference = differenceOf(before, after)
  const load = insee === null ? undefined : await findLoad(db, departmentOf(insee))
  const box = boxAround([before, after].flatMap((shape) => (shape === null ? [] : ringsOf(shape).flat())))
  const near = load === undefined || box === undefined ? [] : await listAddressesIn(db, box, most)
  const [old, young] = [before, after].map((shape) => buildPointIndex(shape === null ? [] : [shape]))
  const inside = ({ lon, lat }: FoundAddress): readonly [boolean, boolean] =>
    [(old?.shapesAt(lon, lat).length ?? 0) > 0, (young?.shapesAt(lon, lat).length ?? 0) > 0]
  const sides = near.map((address) => ({ address, inside: inside(address) }))
  const of = (was: boolean, is: boolean) => sides.filter((one) => one.inside[0] === was && one.inside[1] === is).map(({ address }) => address)
  return {
    difference, gained: movedOf(of(false, true)), lost: movedOf(of(true, false)), kept: of(true, true).length, loaded: load?.vintage ?? null,
    cut: near.length >= most,
  }
}

const movedOf = (addresses: readonly FoundAddress[]): Moved => ({ addresses,
  parcels: [...new Set(addresses.flatMap(({ parcels }) => parcels))].sort() })
