// The four drawn views of the plan: the same actions under the same filter, whoever looks, and numbers that agree.
import { beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Role } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fillBigPlan } from '../../testing/big-plan.ts'
import { htmlOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

onEachEngine('the views of the plan', (open) => {
  let app: TestApp
  const page = async (query: string, role: Role = 'projectLead'): Promise<string> => {
    const answer = await app.as(role).get(`${paths.plan(app.operation.slug)}${query}`)
    expect(answer.status).toBe(200)
    return await htmlOf(answer)
  }
  const totals = (html: string) => [...html.matchAll(/board-count">([\d ]+)</g)].map(([, count = '']) => Number(count.replaceAll(' ', '')))
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const found = (html: string) => Number(/plan-count[^>]*><strong>([\d ]+)/.exec(html)?.[1]?.replaceAll(' ', ''))

  beforeAll(async () => {
    app = await startApp(open)
    const [operationId, by] = [app.operation.id, app.people.projectLead.id]
    await inTenant(app.database, { operationId, personId: by }, async (db) => {
      await fillBigPlan(db, operationId, { actions: 80, linesPerAction: 1, by })
      await sql`update action set owner_id = ${app.organisations.commune} where code in ('G-00008', 'G-00009')`.execute(db)
      await sql`update funding_line set funder_id = ${app.organisations.epci}
        where action_id in (select id from action where code in ('G-00010', 'G-00011') and not restricted)`.execute(db)
    })
  })

  it('put every action in one column of states, and say how many are not shown', async () => {
    const html = await page('?vue=tableau')
    expect(sum(totals(html))).toBe(80)
    const [, href = '', left = ''] = /class="board-more" href="([^"]*etat=prevue[^"]*)">Voir les (\d+) autres/.exec(html) ?? []
    expect(found(await page(new URL(href, 'http://x').search))).toBe(Number(left) + 10)
  })
  it('keep the filter in each view, and the actions of a funder to that funder', async () => {
    for (const view of ['tableau', 'frise', 'carte']) expect(found(await page(`?vue=${view}&priorite=haute`))).toBe(found(await page('?priorite=haute')))
    const mine = await page('?vue=tableau', 'funder')
    expect([found(mine), sum(totals(mine)), mine.includes('Changer l’état')]).toEqual([2, 2, false])
    expect(await page('?vue=frise&par=aucun', 'funder')).not.toContain('G-00008')
    expect(await page('?vue=carte', 'funder')).toContain('1 action a un lieu')
  })
  it('offer to move the cards of one’s own authority only', async () => {
    const html = await page('?vue=tableau&par=porteur', 'townLead')
    expect(html.match(/<summary>Changer l’état/g)).toHaveLength(2)
    const card = /action="([^"]+\/etat)"/.exec(html)?.[1] ?? ''
    const moved = await app.as('townLead').post(card, { state: 'suspended', on: '12/03/2026', reason: 'essai', back: paths.plan(app.operation.slug) })
    expect([moved.status, moved.headers.get('location')]).toEqual([303, paths.plan(app.operation.slug)])
  })
  it('group the timeline, draw what waits for what, and say the same in a table', async () => {
    const html = await page('?vue=frise&par=aucun&echelle=annee')
    expect(html.match(/class="gantt-row"/g)).toHaveLength(60)
    expect(html.match(/class="gantt-link(?: gantt-link-late)?"/g)?.length ?? 0).toBeGreaterThan(3)
    expect(html).toMatch(/commence après la fin de G-000\d\d|commence après le début de G-000\d\d/)
    expect((await page('?vue=frise&par=aucun&pp=2')).match(/class="gantt-row"/g)).toHaveLength(20)
    expect(await page('?vue=frise&par=porteur')).toContain('Sans maître d’ouvrage')
  })
  it('count in a year what the months show day by day', async () => {
    const year = await page('?vue=calendrier&annee=2025')
    const march = /mars 2025<\/a><\/th>((?:<td[^>]*>\d+<\/td>)+)/.exec(year)?.[1] ?? ''
    const counts = [...march.matchAll(/>(\d+)</g)].map(([, count]) => Number(count))
    expect(counts).toHaveLength(4)
    expect(await page('?vue=calendrier&mois=2025-03')).toContain(`${sum(counts)} dates ce mois-ci`)
    expect(await page('?vue=calendrier&mois=pas-un-mois')).toContain('Mars 2026')
  })
  it('place what has a place, and lead to what has none', async () => {
    const html = await page('?vue=carte')
    expect(html).toContain('72 actions ont un lieu')
    const href = /href="([^"]*localisee=non[^"]*)"/.exec(html)?.[1] ?? ''
    expect(found(await page(new URL(href, 'http://x').search))).toBe(8)
  })
  it('give the map its places, under the same filter and the same rights', async () => {
    const points = async (query: string, role: Role = 'projectLead') => {
      const answer = await app.as(role).get(`${paths.planPoints(app.operation.slug)}${query}`)
      const scene: { points: readonly { kind: string; name: string; href?: string; at: readonly number[] }[] } = JSON.parse(await answer.text())
      return [answer.status, scene.points] as const
    }
    const [status, all] = await points('')
    expect([status, all.length]).toEqual([200, 72])
    expect(all[0]).toMatchObject({ name: expect.stringMatching(/^G-\d{5} .+ – .+, .+/), href: expect.stringContaining('/actions/'), at: [expect.closeTo(2.8, 0), expect.closeTo(50.4, 0)] })
    expect((await points('?priorite=haute'))[1].length).toBeLessThan(72)
    expect((await points('', 'funder'))[1]).toHaveLength(1)
    expect((await app.visitor().get(paths.planPoints(app.operation.slug))).status).toBe(303)
  })
  it('tell what was just written, though the same pages were asked before', async () => {
    const before = await page('?vue=carte')
    const placed = Number(/(\d+) actions ont un lieu/.exec(before)?.[1])
    expect([before.includes('Friche des Lilas'), (await page('?criteres=tous')).includes('Thème tout neuf')]).toEqual([false, false])
    const lead = app.as('projectLead')
    const made = await lead.post(paths.newAction(app.operation.slug), { title: 'Friche des Lilas', 'themes.0': 'Thème tout neuf', 'pilots.0': 'Zoé Zola' })
    const id = /actions\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
    expect((await lead.post(paths.actionPlaces(app.operation.slug, id), { kind: 'parcel', commune: '62498', parcel: 'ab 12', longitude: '2,832', latitude: '50,43' })).status).toBe(303)
    const criteria = await page('?criteres=tous')
    expect(['Thème tout neuf', 'Zoé Zola'].map((name) => criteria.includes(name))).toEqual([true, true])
    expect(await page('?vue=carte')).toContain(`${placed + 1} actions ont un lieu`)
    expect(await page('?vue=carte', 'funder')).toContain('1 action a un lieu')
    const other = await startApp(open)
    const elsewhere = await htmlOf(await other.as('projectLead').get(`${paths.plan(other.operation.slug)}?criteres=tous`))
    expect(['Thème tout neuf', 'Zoé Zola'].some((name) => elsewhere.includes(name))).toBe(false)
  })
  it('read any address without a fault of ours', async () => {
    const strange = ['?vue=frise&du=9999-12-31&echelle=annee', '?vue=frise&du=1000-01-01', '?vue=frise&pp=-3', '?vue=carte&pp=99999',
      '?vue=calendrier&annee=0000', '?vue=calendrier&mois=2150-12', '?vue=tableau&par=nul']
    for (const query of strange) await page(query)
  })
})
