// The national schema of projects: what each state becomes, what is not known and stays so, and the schema itself.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { date, instant } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import { cents } from '../kernel/money.ts'
import { actionStates } from './action-state.ts'
import { amount, nothingOf } from './money-sum.ts'
import { asProject } from './project-exchange.ts'

const schema = z.fromJSONSchema(JSON.parse(readFileSync('docs/projets-territoire.schema.json', 'utf8')))
const told = {
  id: newId<'action'>(), createdAt: instant(new Date(0)), updatedAt: instant(new Date(1)), title: 'Halle', description: '', state: null, blocked: false,
  late: false, startsOn: date('2026-01-01'), forecastStartsOn: null, programmes: [], plannedCost: nothingOf('plannedCost'),
}

describe('an action as a project of the national schema', () => {
  it('tells each state as a phase and where it stands', () => {
    const of = (state: (typeof actionStates)[number], more = {}) => {
      const { phase, phaseStatut } = asProject({ ...told, state, ...more })
      return `${phase} ${phaseStatut}`
    }
    expect(actionStates.map((state) => of(state))).toEqual(['Idée En cours', 'Étude En cours', 'Opération En cours', 'Opération En cours',
      'Opération Terminé', 'null En pause', 'null Abandonné'])
    expect([of('inProgress', { late: true }), of('inProgress', { late: true, blocked: true }), of('delivered', { late: true, blocked: true })])
      .toEqual(['Opération En retard', 'Opération Bloqué', 'Opération Terminé'])
  })
  it('tells a budget only when all of it is known on one basis', () => {
    const cost = nothingOf('plannedCost')
    const [known, unknown] = [amount('HT', 'plannedCost', cents(1_234_50)), amount('HT', 'plannedCost', null)]
    const budgets = [cost, { ...cost, HT: known }, { ...cost, HT: { ...known, unknown: 1 } }, { ...cost, HT: unknown },
      { ...cost, HT: known, TTC: amount('TTC', 'plannedCost', cents(1)) }].map((plannedCost) => asProject({ ...told, plannedCost }).budgetPrevisionnel)
    expect(budgets).toEqual([null, 1234.5, null, null, null])
  })
  it('makes up no identifier that nobody gave', () => {
    expect(asProject(told)).toMatchObject({ porteurCodeSiret: null, mecId: null, tetId: null, recocoId: null, collectiviteIds: [], phase: null })
  })
  it('holds to the schema, which refuses other words', () => {
    const projects = actionStates.map((state) => asProject({ ...told, state, programmes: ['CRTE', 'ACV'] }))
    expect(schema.safeParse(JSON.parse(JSON.stringify(projects))).success).toBe(true)
    expect(schema.safeParse([{ ...projects[0], phase: 'Chantier' }]).success).toBe(false)
    expect(schema.safeParse([{ ...projects[0], porteurCodeSiret: '246200364' }]).success).toBe(false)
  })
})
