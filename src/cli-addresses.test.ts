// The command `addresses`: an extract is of the day one says, or its publisher does, and of no day to come.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { addresses } from './cli-addresses.ts'
import { listLoads } from './features/addresses/loads.store.ts'
import { readConfig } from './platform/config.ts'
import { extractLine, writeExtract } from './testing/address-extract.ts'
import { onEachEngine } from './testing/database.ts'

const first = extractLine({ id: '62498_0750_00012', number: 12, street: 'Rue Jean Jaurès', lon: 2.83, lat: 50.43 })
const second = extractLine({ id: '62498_0751_00003', number: 3, street: 'Rue A', lon: 2.84, lat: 50.43 })

onEachEngine('the command addresses', (open) => {
  async function run(...words: readonly string[]): Promise<readonly [code: number, vintage: string | undefined]> {
    const database = await open()
    const read = readConfig({})
    if (!read.ok) throw new Error('settings')
    const code = await addresses(words, { usage: '', settings: () => read.value, withDatabase: (act) => act(database) })
    return [code, (await listLoads(database.kysely))[0]?.vintage]
  }

  it('loads no file without its day, nor of a day to come, and corrects the day of the one that is there', async () => {
    const load = async (...more: readonly string[]) => await run('load', await writeExtract([first]), '--department', '62', ...more)
    expect(await load()).toEqual([2, undefined])
    expect(await load('--vintage', '2999-01-01')).toEqual([2, undefined])
    expect(await load('--vintage', '2026-02-30')).toEqual([2, undefined])
    expect(await load('--vintage', '2021-03-01')).toEqual([0, '2021-03-01'])
    expect(await load('--vintage', '01/03/2022')).toEqual([0, '2022-03-01'])
    expect(await load('--vintage', '2022-03-01')).toEqual([0, '2022-03-01'])
  })

  it('takes the day from whoever publishes the extract, unless another is said', async () => {
    let dated: string | undefined = 'Tue, 03 Feb 2026 10:00:00 GMT'
    const extract = await readFile(await writeExtract([second]))
    const server = createServer((_, answer) => {
      if (dated !== undefined) answer.setHeader('Last-Modified', dated)
      answer.end(extract)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    const port = typeof at === 'object' ? at?.port : undefined
    const load = (...more: readonly string[]) => run('load', `http://127.0.0.1:${port}/adresses-62.csv`, '--department', '62', ...more)
    try {
      expect(await load()).toEqual([0, '2026-02-03'])
      expect(await load('--vintage', '2026-01-31')).toEqual([0, '2026-01-31'])
      dated = undefined
      expect(await load()).toEqual([1, '2026-01-31'])
    } finally {
      server.close()
    }
  })
})
