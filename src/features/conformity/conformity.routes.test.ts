// The conformity report over HTTP: one answer for all documents of the operation, on any day; strangers find nothing.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { publishText } from '../../testing/published.ts'
import { signedAmendment, signedConvention } from '../../testing/signed-convention.ts'

const programme = `# Convention de programme Action cœur de ville de Lens

ENTRE

- La Commune de Lens, représentée par son Maire, Sylvain ROBERT ;

ET

- L'État, représenté par Jacques BILLANT, Préfet du Pas-de-Calais.

## Article 1 – Financement

Le plan de financement des actions figure ci-dessous.

## Article 2 – Durée

La convention entre en vigueur à la date de sa signature, pour une durée de 3 ans.

Fait à Lens, le 2 mai 2023
`

onEachEngine('the conformity of an operation', (open) => {
  it('is told over all its documents, for the day asked', async () => {
    const app = await startApp(open)
    await publishText(app, signedConvention, 'chapeau')
    const url = paths.conformity(app.operation.slug)
    const alone = await wordsOf(await app.as('funder').get(url))
    expect(alone).toContain('Ce qui manque')
    expect(alone).toMatch(/plan de financement des actions\. R15c, obligation\. .{0,120}Manque/)
    await publishText(app, programme, 'acv')
    expect(await wordsOf(await app.as('funder').get(url))).toMatch(/R15c, obligation\. .{0,120}Portée par un autre document Article 1, Convention de programme/)
    const later = await wordsOf(await app.as('funder').get(`${url}?le=2026-06-01`))
    expect(later).toMatch(/R15c, obligation\. .{0,120}Manque/)
    const before = await wordsOf(await app.as('funder').get(`${url}?le=2020-01-01`))
    expect(before).toContain('Aucun document en vigueur ce jour-là')
  })

  it('counts the sector that an amendment sets, from its day, and shows it in the state', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    await publishText(app, signedConvention, 'chapeau')
    const words = async (path: string) => await wordsOf(await app.as('funder').get(path))
    expect(await words(paths.conformity(slug))).toMatch(/R11, obligation\. .{0,160}Manque/)
    const sector = "Un secteur d'intervention est créé : « Centre-ville de Lens »."
    const amendment = signedAmendment.replace(/À l'article 1, .*\n/, `${sector}\n`)
    await publishText(app, amendment, 'avenant-1', { amends: 'chapeau', signedOn: '1/2/2026' })
    expect(await words(paths.state(slug))).toMatch(/Centre-ville de Lens, Lens \(centre-ville\) En vigueur .{0,80}Secteur fixé le 1er février 2026/)
    expect(await words(`${paths.state(slug)}?le=2026-01-31`)).not.toMatch(/Centre-ville de Lens, Lens \(centre-ville\) En vigueur/)
    expect(await words(paths.conformity(slug))).toMatch(/R11, obligation\. .{0,160}Centre-ville de Lens/)
    expect(await words(`${paths.conformity(slug)}?le=2026-01-31`)).toMatch(/R11, obligation\. .{0,160}Manque/)
  })

  it('marks what is to confirm, and is closed to strangers', async () => {
    const app = await startApp(open)
    await publishText(app, signedConvention, 'chapeau')
    const url = paths.conformity(app.operation.slug)
    expect(await wordsOf(await app.as('prefecture').get(url))).toMatch(/R30, obligation\. .{0,60}À confirmer Texte non relu/)
    const visitor = await app.visitor().get(url)
    expect([visitor.status, visitor.headers.get('location')]).toEqual([303, expect.stringContaining(paths.signIn())])
    const stranger = await startApp(open)
    expect((await stranger.as('projectLead').get(url)).status).toBe(404)
  })
})
