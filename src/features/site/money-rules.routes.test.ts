// The pages of the rules on money: the list, each rule with its form, an answer, what is mistyped, what does not exist.
import { expect, it } from 'vitest'
import { moneyRules } from '../../law/money/rule-catalogue.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

const asked = (rule: string, query: Readonly<Record<string, string>>): string =>
  `${paths.rule(rule)}?${new URLSearchParams({ ...query, essai: 'oui' }).toString()}`

onEachEngine('the rules on money', (open) => {
  it('are open to anyone, from the list to each rule, with their source and whether it is to be confirmed', async () => {
    const app = await startApp(open)
    expect(await htmlOf(await app.visitor().get(paths.rules()))).toContain(paths.rule('own-share'))
    for (const { name, title } of moneyRules) {
      const answer = await app.visitor().get(paths.rule(name))
      expect([name, answer.status, await wordsOf(answer)]).toEqual([name, 200, expect.stringContaining(title.split(' (')[0] ?? '')])
    }
    expect(await wordsOf(await app.visitor().get(paths.rule('fctva')))).toContain('À confirmer')
    expect((await app.visitor().get(paths.rule('nothing'))).status).toBe(404)
  })

  it('answer a case of the address, in euros, and keep what was typed', async () => {
    const app = await startApp(open)
    const answer = await app.visitor().get(asked('own-share', { ownerPublicCents: '15 000', otherPublicCents: '45 000', privateCents: '40 000' }))
    expect([answer.status, await wordsOf(answer)]).toEqual([200, expect.stringMatching(/25\s% des financements publics pour 20\s% au moins\s: règle respectée/)])
    const post = await wordsOf(await app.visitor().get(asked('post-cofunding', { annualCostCents: '80000', opahRu: 'oui', le: '01/06/2025' })))
    expect(post).toMatch(/55\s000\s€ ou 41\s250\s€/)
    const derogation = { ownerPublicCents: '18', otherPublicCents: '82', exception: 'heritage-derogation' }
    expect(await wordsOf(await app.visitor().get(asked('own-share', derogation)))).toContain('n’est pas joint')
    expect(await wordsOf(await app.visitor().get(asked('own-share', { ...derogation, arrete: 'AP 12' })))).toMatch(/pièce\s: AP 12/)
    const plan = asked('funding-plan', { costCents: '1000', sources: 'DSIL ; public ; ; 40 %\nVille ; propre' })
    expect(await wordsOf(await app.visitor().get(plan))).toMatch(/400\s€, arrêté à son taux maximal/)
  })

  it('say everything that is mistyped at once, each fault at its field', async () => {
    const app = await startApp(open)
    const answer = await app.visitor().get(asked('funding-plan', { costCents: 'dix', sources: 'DSIL', le: 'hier' }))
    const html = await htmlOf(answer)
    expect([answer.status, ...['costCents', 'sources', 'le'].map((field) => html.includes(`href="#field-${field}"`))]).toEqual([422, true, true, true])
    expect(html).toContain('value="dix"')
  })
})
