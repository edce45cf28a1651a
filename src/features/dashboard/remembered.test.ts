// What pages remember of a plan is never old: each write shows at the next visit, on the day asked, to those who may see it.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

onEachEngine('pages that remember the plan', (open) => {
  it('show an action and its money as soon as they are written, and hide what is restricted', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const seen = async (role: 'projectLead' | 'elected', address: string): Promise<string> => await wordsOf(await app.as(role).get(address))
    const add = async (title: string, typed: Readonly<Record<string, string>> = {}): Promise<string> => {
      const made = await app.as('projectLead').post(paths.newAction(slug), { cle: newId(), title, ...typed })
      return made.headers.get('location')?.split('/').at(-1)?.split('?')[0] ?? ''
    }
    expect(await seen('projectLead', paths.operation(slug))).toContain('Aucune action pour l’instant')
    const action = await add('Halles')
    expect(await seen('projectLead', paths.operation(slug))).toContain('aucune action en retard')
    expect(await seen('projectLead', paths.coverage(slug))).toContain('Actions sans financement (1)')
    expect(await seen('projectLead', paths.funding(slug))).toContain('Aucun euro')
    const cost = { label: 'Travaux', nature: 'works', year: '2026', basis: 'HT', planned: '120 000' }
    expect((await app.as('projectLead').post(paths.costLines(slug, action), cost)).status).toBe(303)
    expect(await seen('projectLead', paths.operation(slug))).toContain('120 000 €')
    expect(await seen('projectLead', paths.funding(slug))).toContain('120 000 €')
    await add('Réservée', { restricted: 'oui' })
    expect([await seen('projectLead', paths.coverage(slug)), await seen('elected', paths.coverage(slug))])
      .toEqual([expect.stringContaining('Actions sans financement (2)'), expect.stringContaining('Actions sans financement (1)')])
  })
})
