// The reference of territories over HTTP: open to everybody, found by any name or code.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

onEachEngine('the territories', (open) => {
  it.each([['bully les mines', 'Bully-les-Mines'], ['LIEVIN', 'Liévin'], ['62186', 'Bully-les-Mines'], ['246200364', 'CA de Lens - Liévin'],
    ['62160', 'Bully-les-Mines'], ['arbignieu', 'réunit l’ancienne commune Arbignieu'], ['zzzz', 'Rien ne répond à « zzzz »']])(
    'searched for %s answer %s', async (query, answer) => {
      const app = await startApp(open)
      expect(await wordsOf(await app.visitor().get(`${paths.territories()}?q=${encodeURIComponent(query)}`))).toContain(answer)
    })

  it('are listed by department, each leading to its members and each commune to its EPCI', async () => {
    const app = await startApp(open)
    expect(await wordsOf(await app.visitor().get(`${paths.territories()}?departement=62`))).toContain('CA de Lens - Liévin')
    const epci = await wordsOf(await app.visitor().get(paths.epci('246200364')))
    expect([epci.includes('36 communes membres'), epci.includes('Créer une opération')]).toEqual([true, false])
    expect(await wordsOf(await app.as('funder').get(paths.epci('246200364')))).toContain('Créer une opération')
    const commune = await wordsOf(await app.visitor().get(paths.commune('62186')))
    for (const part of ['Bully-les-Mines', '216201863', 'Pas-de-Calais', 'CA de Lens - Liévin']) expect(commune).toContain(part)
  })

  it('follow a merged commune, and know nothing of codes that do not exist', async () => {
    const app = await startApp(open)
    expect(await wordsOf(await app.visitor().get(paths.commune('01015')))).toContain('Arboys en Bugey')
    for (const path of [paths.epci('123456789'), paths.epci('x'), paths.commune('99999'), paths.commune('__proto__')]) {
      expect((await app.visitor().get(path)).status).toBe(404)
    }
    for (const query of ['', 'a', '%F0%9F%98%80', 'x'.repeat(5000), '<script>']) {
      expect((await app.visitor().get(`${paths.territories()}?q=${query}&departement=${query}`)).status).toBe(200)
    }
  })
})
