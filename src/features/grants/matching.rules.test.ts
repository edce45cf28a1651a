// Grants read and matched: what a list loses is mended, what concerns others is left out, and a proposal says each of its points.
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import { columnNamed, concerns, distinct, readGrant, yearIn } from './grant-row.rules.ts'
import type { ListedGrant } from './grant-row.rules.ts'
import { indexed, matchesOf, tellingWords } from './matching.rules.ts'
import type { MatchableAction } from './matching.rules.ts'
import { offeredDay, readDecision } from './verdict.rules.ts'

const grant: ListedGrant = {
  reference: '12017088', title: "Rénovation et modernisation des installations d'éclairage public", beneficiary: 'LIEVIN', siren: '216205104',
  insee: '62510', commune: 'LIEVIN', programme: 'Luminaires', amountCents: cents(26_141_200),
}
const action = (title: string, more: Partial<MatchableAction> = {}): MatchableAction =>
  ({ id: newId<'action'>(), title, sirens: [], communes: [], lines: [], ...more })

describe('a line of a list', () => {
  test('gets back the zero, the SIREN and the cents that spreadsheets mangle', () => {
    expect(readGrant({ reference: ' 12487592 ', title: 'Étude', siren: '200 078 004 00012', insee: '1004', amount: '21 667,00 €' }))
      .toMatchObject({ reference: '12487592', siren: '200078004', insee: '01004', amountCents: 2_166_700 })
    expect(readGrant({ reference: '1', title: 'x', siren: '12', insee: '2A004', amount: 'NC' })).toMatchObject({ siren: null, insee: '2A004', amountCents: null })
    expect(readGrant({ reference: '', title: 'x' })).toBeUndefined()
  })

  test('is told from another of the same number', () => {
    expect(distinct([grant, { ...grant, title: 'Autre' }]).map(({ reference }) => reference)).toEqual(['12017088', '12017088 (2)'])
  })

  test('concerns the operation by its beneficiary or its commune', () => {
    const concern = { sirens: new Set(['216205104']), communes: new Set(['62498']) }
    expect(concerns(grant, concern)).toBe(true)
    expect(concerns({ siren: null, insee: '62498' }, concern)).toBe(true)
    expect(concerns({ siren: '1', insee: '75056' }, concern)).toBe(false)
  })

  test('has headings by several names, and a year in the name of its file', () => {
    expect(['Numero_dossier_DS', 'Intitulé', 'code_commune', 'axe'].map(columnNamed)).toEqual(['reference', 'title', 'insee', undefined])
    expect([yearIn('fonds-vert-2023-france.csv'), yearIn('liste.csv'), yearIn('12023.csv')]).toEqual([2023, null, null])
  })
})

describe('a proposal', () => {
  test('weighs the telling words of a title, whatever their plural and accents', () => {
    expect([...tellingWords('Rénovation de l’Éclairage public des rues')]).toEqual(['renovation', 'eclairage', 'public'])
  })

  test('puts first the action of the same owner, town and words, and says why', () => {
    const right = action('Rénover l’éclairage public de Liévin', { sirens: ['216205104'], communes: ['62510'] })
    const twin = action('Éclairage public', { sirens: ['216201863'], communes: ['62186'] })
    const [best, ...others] = matchesOf(grant, 'Fonds vert', indexed([twin, right, action('Foncière commerce', { sirens: ['216205104'] })]))
    expect(best).toMatchObject({ actionId: right.id, lineId: null, reasons: [
      { kind: 'siren', points: 25 }, { kind: 'commune', points: 15 }, { kind: 'words', words: ['eclairage', 'public'] },
    ] })
    expect(best?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(best?.score)
    expect(others.map(({ actionId }) => actionId)).not.toContain(right.id)
  })

  test('finds the line of the same amount, or of the same scheme', () => {
    const lines = [{ id: newId<'fundingLine'>(), scheme: 'DSIL', amountCents: cents(5) },
      { id: newId<'fundingLine'>(), scheme: 'Fonds vert 2023', amountCents: null }, { id: newId<'fundingLine'>(), scheme: null, amountCents: cents(26_141_200) }]
    const owner = { sirens: ['216205104'], communes: ['62510'] }
    const [exact] = matchesOf(grant, 'fonds vert', indexed([action('Lumières', { ...owner, lines })]))
    expect(exact).toMatchObject({ lineId: lines[2]?.id, score: 60 })
    const [scheme] = matchesOf(grant, 'fonds vert', indexed([action('Éclairage public', { ...owner, lines: lines.slice(0, 2) })]))
    expect(scheme?.lineId).toBe(lines[1]?.id)
  })

  test('is not made on the owner alone', () => {
    expect(matchesOf(grant, 'Fonds vert', indexed([action('Foncière commerce', { sirens: ['216205104'], communes: ['62510'] })]))).toEqual([])
  })
})

describe('a decision', () => {
  const [line, other] = [{ id: newId<'fundingLine'>() }, newId<'action'>()]
  const choices = { actions: [{ id: newId<'action'>(), lines: [line] }], organisations: [], today: date('2026-03-12') }
  const typed = { choice: `line ${line.id}`, on: '31/12/2023', funder: '', reason: '' }

  test('ties a grant to a line, to an action, to none, or puts it aside with a reason', () => {
    expect(readDecision(typed, choices)).toMatchObject({ ok: true, value: { verdict: 'line', lineId: line.id, on: '2023-12-31' } })
    expect(readDecision({ ...typed, choice: `action ${choices.actions[0]?.id}` }, choices)).toMatchObject({ value: { verdict: 'newLine', funderId: null } })
    expect(readDecision({ ...typed, choice: 'none', on: '' }, choices)).toMatchObject({ value: { verdict: 'none' } })
    expect(readDecision({ ...typed, choice: 'setAside' }, choices)).toEqual({ ok: false, problems: ['reasonMissing'] })
  })

  test('is refused on what is not there, and on a day to come', () => {
    expect(readDecision({ ...typed, choice: `action ${other}`, on: '1/1/2027', funder: other }, choices))
      .toEqual({ ok: false, problems: ['actionUnknown', 'funderUnknown', 'dayInFuture'] })
    expect(readDecision({ ...typed, choice: '' }, choices)).toEqual({ ok: false, problems: ['choiceMissing'] })
  })

  test('is offered the last day of the year of the list', () => {
    expect([offeredDay(2023, choices.today), offeredDay(2026, choices.today), offeredDay(null, choices.today)]).toEqual(['2023-12-31', '2026-03-12', '2026-03-12'])
  })
})
