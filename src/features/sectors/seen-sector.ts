// The perimeter of the address.
import { notFound } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Sector } from './sector.rules.ts'
import { findSector } from './sectors.store.ts'

/** Not found when it was removed, or never was. */
export const seenSector = async (c: Request): Promise<Sector> => (await findSector(c.var.db, c.req.param('sector') ?? '')) ?? notFound()
