// The command `rule`: the answers on the vectors of the domain, and a clear sentence for each thing that can go wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyRule } from './cli-rules.ts'
import { readCase } from './law/money/rule-case.ts'
import { moneyRules } from './law/money/rule-catalogue.ts'
import { date } from './kernel/date.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chapeau-rule-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...words: readonly string[]) {
  const said = { code: -1, answer: '', beside: '' }
  said.code = await applyRule(words, { usage: 'Usage :\n', tell: (text) => { said.answer += text }, warn: (text) => { said.beside += text } })
  return said
}
async function ask(rule: string, given: unknown, ...words: readonly string[]) {
  const file = join(folder, 'case.json')
  writeFileSync(file, typeof given === 'string' ? given : JSON.stringify(given))
  return await run(rule, file, ...words)
}
async function answered(rule: string, given: unknown, ...words: readonly string[]): Promise<unknown> {
  const { answer } = await ask(rule, given, ...words)
  return JSON.parse(answer)
}

describe('rule', () => {
  test('applies the owner’s minimum, with its rate and its explanation', async () => {
    const answer = await answered('own-share', { ownerPublicCents: 1500, otherPublicCents: 4500, privateCents: 4000 }, '--on', '2025-01-01')
    expect(answer).toMatchObject({ rule: 'own-share', on: '2025-01-01', result: 'pass', rate: 0.25, explanation: { label: 'Participation minimale du maître d’ouvrage' } })
    expect(await answered('own-share', { ownerPublicCents: 0, otherPublicCents: 0, privateCents: 100 })).toMatchObject({ result: 'not-applicable', rate: null })
    expect(await answered('own-share', { ownerPublicCents: null, otherPublicCents: 1 })).toMatchObject({ result: 'unknown', rate: null })
    expect(await answered('own-share', { ownerPublicCents: 1, otherPublicCents: 99, investment: false })).toMatchObject({ result: 'not-applicable' })
    const derogation = { ownerPublicCents: 18, otherPublicCents: 82, privateCents: 0, exception: { kind: 'heritage-derogation', order: 'AP 2024-118' } }
    expect(await answered('own-share', derogation)).toMatchObject({ result: 'pass', rate: 0.18 })
  })

  test('gives both readings of the cap of a post', async () => {
    expect(await answered('post-cofunding', { annualCostCents: 8_000_000, opahRu: true }, '--on', '01/06/2025')).toMatchObject({
      readings: [{ reading: 'cap-on-aid', cents: 5_500_000 }, { reading: 'cap-on-base', cents: 4_125_000 }],
    })
    expect(await answered('post-cofunding', { annualCostCents: 7_000_000, opahRu: null })).toMatchObject({ result: 'unknown' })
  })

  test('proposes a funding plan', async () => {
    const sources = [{ label: 'DSIL', role: 'public', rateBasisPoints: 4000 }, { label: 'Ville', role: 'owner' }]
    expect(await answered('funding-plan', { costCents: 10_000, sources })).toMatchObject({ ok: true, lines: [{ cents: 4000 }, { cents: 6000 }] })
    expect(await answered('funding-plan', { costCents: null, sources })).toMatchObject({ result: 'unknown' })
  })

  test('lists the rules, and says the fields of each', async () => {
    const { answer, code } = await run('--list')
    expect([code, answer.trim().split('\n').length]).toEqual([0, moneyRules.length])
    expect((await run('post-cofunding', '--help')).answer).toMatch(/annualCostCents +Coût annuel du poste\n/)
    expect((await run('own-share', '--help')).answer).toContain('heritage-derogation')
    expect((await run()).beside).toMatch(/^Usage/)
    expect(await run('zzz', '--help')).toMatchObject({ code: 2, answer: '', beside: expect.stringMatching(/« zzz » n’existe pas/) })
  })

  test('reads a case from its standard input', async () => {
    const said = { answer: '' }
    const lent = { usage: '', tell: (text: string) => { said.answer += text }, warn: () => {}, input: Readable.from(['{"ownerPublicCents": 1500,', '"otherPublicCents": 4500}']) }
    expect(await applyRule(['own-share', '-'], lent)).toBe(0)
    expect(JSON.parse(said.answer)).toMatchObject({ result: 'pass', rate: 0.25 })
  })

  test.each([
    ['{"ownerPublicCents": -1}', 1, /« ownerPublicCents » ne peut pas être négatif/], ['{"ownerPublicCents": 1.5}', 1, /nombre entier de centimes/],
    ['{"ownerPublicCents": "12"}', 1, /nombre de centimes, ou null/], ['{"ownerPublicCents": 1e300}', 1, /cent milliards/], ['{', 1, /n’est pas du JSON valide/],
    ['[]', 1, /objet JSON/], ['{"owner": 1}', 1, /« owner » n’existe pas .* ownerPublicCents, /], ['{"exception": 3}', 1, /code d’une exception/],
  ] as const)('refuses the case %s with code %s', async (given, code, beside) => {
    const said = await ask('own-share', given)
    expect(said).toMatchObject({ code, answer: '' })
    expect(said.beside).toMatch(beside)
  })

  test('tells every fault of a case at once', async () => {
    expect((await ask('post-cofunding', { annualCostCents: -1, opahRu: 'oui', x: 1 })).beside.trim().split('\n')).toHaveLength(3)
  })

  test('refuses a rule, a file or a day that does not exist', async () => {
    expect(await ask('nothing', {})).toMatchObject({ code: 2, beside: expect.stringMatching(/Règles connues : own-share, post-cofunding/) })
    expect(await run('own-share', join(folder, 'nowhere.json'))).toMatchObject({ code: 1, beside: expect.stringMatching(/introuvable/) })
    expect(await ask('own-share', {}, '--on', '2025-02-30')).toMatchObject({ code: 2, beside: expect.stringMatching(/date existante/) })
    expect(await run('own-share')).toMatchObject({ code: 2, beside: expect.stringMatching(/Donnez le fichier/) })
  })

  test.each(moneyRules)('$name answers its own example, and an empty case without a fault of ours', ({ fields, example, decide }) => {
    const given = readCase(fields, example)
    expect(given.ok && decide(given.value, date('2026-11-23')).explanation.result).toMatch(/\S/)
    const empty = readCase(fields, {})
    expect(empty.ok ? decide(empty.value, date('2026-11-23')).result : 'unknown').toBe('unknown')
  })
})
