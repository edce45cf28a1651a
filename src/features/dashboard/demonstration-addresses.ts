// The addresses of the demonstration: invented ones around its sectors, unless the department is there already.
import { join } from 'node:path'
import { date, instant } from '../../kernel/date.ts'
import { findLoad } from '../addresses/loads.store.ts'
import { loadAddresses } from '../addresses/loading.ts'
import { withSource } from '../addresses/address-source.ts'
import type { Services } from '../../platform/web.ts'

const department = '62'

/** Streets and numbers that exist nowhere, in communes that do. */
export async function prepareAddresses({ database, clock }: Services, folder: string): Promise<void> {
  if (await findLoad(database.kysely, department) !== undefined) return
  const wanted = { department, vintage: date('2026-01-01'), at: instant(clock()), tell: () => {} }
  await withSource(join(folder, 'addresses.csv'), () => {},
    (source) => loadAddresses(database, { ...source, name: 'adresses d’exemple, inventées' }, wanted))
}
