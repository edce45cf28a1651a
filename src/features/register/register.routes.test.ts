// The register over HTTP, on both engines: taught when empty; searched, drawn, handed out and followed once lists are kept.
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { listOf } from '../../testing/register-list.ts'
import type { WrittenRow } from '../../testing/register-list.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { readListFile } from './list-file.ts'
import { assemble } from './register.rules.ts'
import { insertVintage } from './register.store.ts'

const lens: WrittenRow = { insee: '62498', commune: '62 - Lens', acv: 'true', pvd: 'false', signedOn: '2019-08-04', years: '0', endsOn: '' }
const brest: WrittenRow = {
  insee: '29019', commune: '29 - Brest', epci: 'Brest Métropole', department: 'Finistère', region: 'Bretagne', longitude: '-4.5', latitude: '48.4',
  endsOn: '31-12-2026', remarks: '=Convention chapeau ; écrire à camille.dupont@essai.example',
}

async function keep(database: TestDatabase, day: string, rows: readonly WrittenRow[]) {
  const read = readListFile(listOf(...rows))
  if (!read.ok) throw new Error('not a list')
  const listedOn = date(day)
  const vintage = {
    id: newId<'vintage'>(), listedOn, fileName: 'liste.csv', importedAt: instant(new Date()), sha256: read.value.sha256,
    refused: read.value.refused.map(({ line, problem }) => ({ line, problem })),
  }
  return await insertVintage(database, vintage, assemble(read.value.rows, loadTerritoryCodes(), listedOn))
}

onEachEngine('an empty register', (open) => {
  it('says how to fill it, and has nothing else to show', async () => {
    const app = await startApp(open)
    expect(await wordsOf(await app.visitor().get(paths.register()))).toContain('bin/chapeau register import')
    for (const path of [paths.registerEpci('246200364'), paths.registerTable(), paths.registerFeed()]) {
      expect((await app.visitor().get(path)).status).toBe(404)
    }
  })
})

onEachEngine('the register', (open) => {
  const filled = async () => {
    const app = await startApp(open)
    await keep(app.database, '2024-10-01', [{}, { ...lens, signed: 'En cours', signedOn: '' }])
    await keep(app.database, '2025-12-16', [{}, lens, brest, { insee: '' }])
    return app
  }

  it('keeps a list once, whole, and one list a day', async () => {
    const { database } = await filled()
    expect(await keep(database, '2025-12-16', [{}, lens, brest, { insee: '' }])).toBe('known')
    expect(await keep(database, '2025-12-16', [{}])).toBe('dayTaken')
    const counted = await database.kysely.selectFrom('register_vintage').innerJoin('register_row', 'vintage_id', 'id')
      .select(({ fn }) => ['listed_on', fn.countAll().as('rows')]).groupBy('listed_on').orderBy('listed_on').execute()
    expect(counted.map(({ listed_on, rows }) => [listed_on, Number(rows)])).toEqual([['2024-10-01', 2], ['2025-12-16', 3]])
  })

  it('never changes a list it kept', async () => {
    const { database } = await filled()
    await expect(database.kysely.deleteFrom('register_row').execute()).rejects.toThrow('permission denied')
    await expect(database.kysely.updateTable('register_vintage').set({ file_name: 'x' }).execute()).rejects.toThrow('permission denied')
  })

  it('shows every commune with its state and the reason, to anybody', async () => {
    const app = await filled()
    const words = await wordsOf(await app.visitor().get(paths.register()))
    for (const part of ['au 16 décembre 2025', '3 communes, 2 EPCI', 'Bully-les-Mines', 'En vigueur', 'Signée, mais la liste ne donne ni durée ni fin', 'Contradiction']) {
      expect(words).toContain(part)
    }
  })

  it.each([
    ['q=LIEVIN', '2 communes, 1 EPCI'], ['region=Bretagne', '1 commune, 1 EPCI'], ['departement=Pas-de-Calais&etat=unknown', '1 commune, 1 EPCI'],
    ['echeance=oui', '1 commune, 1 EPCI'], ['contradictions=oui', '1 commune, 1 EPCI'], ['le=01/01/2030&etat=expired', '2 communes, 2 EPCI'],
    ['q=zzz', 'Aucune commune ne répond'], ['page=99', '3 communes, 2 EPCI'], ['page=-1&q=%00%27%22%3Cscript%3E', ''],
  ])('searched with %s says %s', async (search, part) => {
    const app = await filled()
    const answer = await app.visitor().get(`${paths.register()}?${search}`)
    expect(search.includes('%00') ? answer.status === 404 : (await wordsOf(answer)).includes(part)).toBe(true)
  })

  it('answers a day that does not exist with what to do, the day kept', async () => {
    const app = await filled()
    for (const path of [paths.register(), paths.registerEpci('246200364')]) {
      const answer = await app.visitor().get(`${path}?le=31/02/2026`)
      const html = await htmlOf(answer)
      expect([answer.status, html.includes('value="31/02/2026"'), html.includes('href="#field-le"')]).toEqual([422, true, true])
    }
  })

  it('draws a map that says in words what it shows', async () => {
    const app = await filled()
    const html = await htmlOf(await app.visitor().get(paths.register()))
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="France métropolitaine : en vigueur 2, inconnu 1"/)
    expect(html).not.toContain('style=')
  })

  it('shows an operation: stated beside computed, problems, remarks without contacts, list after list', async () => {
    const app = await filled()
    const call = await wordsOf(await app.visitor().get(paths.registerEpci('246200364')))
    for (const part of ['Communes ACV et PVD ensemble', 'Durée : 5 ans', 'Signature + durée : 06/04/2028', 'Lens : convention signée, le 4 août 2019']) {
      expect(call).toContain(part)
    }
    const metropole = await wordsOf(await app.visitor().get(paths.registerEpci('242900314')))
    expect(metropole).toContain('soit jusqu’au 6 avril 2028, mais la fin déclarée est le 31 décembre 2026')
    expect(metropole).toContain('écrire à […]')
    expect(metropole).not.toMatch(/Camille|essai\.example/)
    for (const key of ['000000000', 'x', '__proto__']) expect((await app.visitor().get(paths.registerEpci(key))).status).toBe(404)
  })

  it('hands out what was found, in the columns of the list', async () => {
    const app = await filled()
    const answer = await app.visitor().get(`${paths.registerTable()}?region=Bretagne`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const [titles = '', row = '', end, ...rest] = (await answer.text()).split('\r\n')
    expect([titles.startsWith('Commune,EPCI,Département,Région,Code commune,'), titles.endsWith('Dernière actualisation,Actualisé par')]).toEqual([true, true])
    expect(row).toMatch(/^29 - Brest,Brest Métropole,.*,'=Convention chapeau ; écrire à \[…\],.*,-4\.5,48\.4,11-12-2025 14:49,$/)
    expect([end, rest]).toEqual(['', []])
  })

  it('is followed by a feed whose entries keep their identifiers', async () => {
    const app = await filled()
    const read = async () => {
      const answer = await app.visitor().get(paths.registerFeed())
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
      return await answer.text()
    }
    const xml = await read()
    const elements: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('opentag', ({ local, uri }) => elements.push(uri === 'http://www.w3.org/2005/Atom' ? local : `foreign ${local}`))
    parser.write(xml).close()
    const count = (name: string) => elements.filter((element) => element === name).length
    expect([count('feed'), count('entry'), count('id'), count('title'), count('updated'), count('author')]).toEqual([1, 2, 3, 3, 3, 1])
    expect(xml).toContain('<updated>2025-12-16T23:59:59Z</updated>')
    expect(xml).toContain('Brest entre dans la liste, signée le 6 avril 2023.')
    expect(xml).toContain('Lens : convention signée, le 4 août 2019.')
    const ids = [...xml.matchAll(/<id>(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12})<\/id>/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(3)
    expect(await read()).toBe(xml)
  })
})
