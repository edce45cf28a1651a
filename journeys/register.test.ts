// The national register, from the command line to the pages: a list is imported, found, read at a date, and nobody is left out.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { listOf, realList } from '../src/testing/register-list.ts'
import { faults, overflows } from './accessibility.ts'
import { openSite, picture } from './site.ts'

const site = openSite()
const run = promisify(execFile)

async function chapeau(...words: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const env = { ...process.env, CHAPEAU_DATA: site.folder }
  return await run(process.execPath, ['build/cli.js', ...words], { env, maxBuffer: 50_000_000 }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, out: stdout, err: stderr }))
}

const [older, newer] = [join(site.folder, 'liste-2024.csv'), join(site.folder, 'liste-2025.csv')]
const written = listOf(
  { remarks: 'Convention chapeau\navec deux déclinaisons communales' },
  { insee: '62498', commune: '62 - Lens', acv: 'true', pvd: 'false', signedOn: '2019-08-04', years: '0', endsOn: '', longitude: '2.83', latitude: '50.43' },
  { insee: '29019', commune: '29 - Brest', epci: 'Brest Métropole', department: 'Finistère', region: 'Bretagne', endsOn: '31-12-2026' },
  { insee: '97209', commune: '972 - Fort-de-France', epci: '', longitude: '-61.06', latitude: '14.61', signed: 'Non signée', signedOn: '' }, { insee: '' },
)
const pages = [
  paths.register(), `${paths.register()}?q=lens&le=01/01/2030&echeance=oui`, `${paths.register()}?q=zzz`, `${paths.register()}?le=31/02/2026`,
  paths.registerEpci('246200364'), `${paths.registerEpci('246200364')}?le=01/01/2020`,
]

beforeAll(async () => {
  writeFileSync(older, listOf({ endsOn: '' }))
  writeFileSync(newer, realList() ?? written)
})

describe('the command register', () => {
  test('answers for a person, and as JSON, without a database', async () => {
    const [told, json] = [await chapeau('register', older, '--on', '12/03/2026'), await chapeau('register', older, '--on', '2026-03-12', '--json')]
    expect([told.code, told.out.includes('1 ligne, 1 commune signée, 1 EPCI')]).toEqual([0, true])
    expect(JSON.parse(json.out)).toMatchObject({ on: '2026-03-12', totals: { rows: 1 }, operations: [{ communes: [{ insee: '62186', state: 'inForce' }] }] })
  })

  test.each([[['register'], 2], [['register', 'absent.csv'], 1], [['register', 'package.json'], 1], [['register', 'a.csv', '--on', 'demain'], 2],
    [['register', 'a.csv', '--colour'], 2], [['register', 'import', 'a.csv', 'b.csv'], 2]] as const)('says what is wrong with %j', async (words, code) => {
    const answer = await chapeau(...words)
    expect([answer.code, answer.out, answer.err.length > 20]).toEqual([code, '', true])
    expect(answer.err).not.toContain('    at ')
  })

  test('imports lists once, beside the running program', async () => {
    expect(await chapeau('register', 'import', older, '--vintage', '01/10/2024')).toMatchObject({ code: 0, out: expect.stringContaining('Liste du 1er octobre 2024 gardée') })
    expect(await chapeau('register', 'import', newer)).toMatchObject({ code: 0, out: expect.stringContaining('2025 gardée') })
    expect((await chapeau('register', 'import', newer)).out).toContain('déjà gardée : rien n’a changé')
  })
})

test('every page of the register is open to all: no rule broken, no sideways scroll, whole without JavaScript', async () => {
  const said: string[] = []
  const walk = await site.walk({ bypassCSP: true, reducedMotion: 'reduce' })
  for (const path of pages) {
    await walk.go(path)
    said.push(...(await faults(walk.page)).map((fault) => `${path} ${fault}`))
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await walk.page.emulateMedia({ colorScheme })
    await walk.go(pages[0] ?? '')
    await picture(walk.page, `register-${colorScheme}`)
  }
  await walk.close()
  const narrow = await site.walk({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  for (const path of pages) {
    await narrow.go(path)
    if (await overflows(narrow.page)) said.push(`320 pixels ${path}`)
    if ((await narrow.page.locator('h1').count()) !== 1) said.push(`headings ${path}`)
  }
  await narrow.close()
  expect(said).toEqual([])
})

test('a visitor finds a town, asks for another day, and reads why', async () => {
  const walk = await site.walk({ javaScriptEnabled: false })
  await walk.go(paths.home())
  await walk.page.click('nav >> text=Registre')
  await walk.page.waitForURL((url) => url.pathname === '/registre')
  await walk.page.fill('input[name=q]', 'bully')
  await walk.page.fill('input[name=le]', '01/01/2020')
  await walk.page.click('text=Afficher')
  await walk.page.waitForURL((url) => url.searchParams.get('q') === 'bully')
  expect(await walk.page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('Bully-les-Mines')])
  expect(await walk.page.locator('tbody').innerText()).toContain('après le jour demandé')
  await walk.page.click('tbody a')
  await walk.page.waitForURL((url) => url.pathname === '/registre/246200364' && url.searchParams.get('le') === '01/01/2020')
  expect(await walk.page.locator('main').innerText()).toContain('De liste en liste')
  await walk.close()
})
