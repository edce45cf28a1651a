// The document the command `register` prints is the one its published schema describes; its summary says the same to a person.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { date } from '../../kernel/date.ts'
import { listOf, realList } from '../../testing/register-list.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { readListFile } from './list-file.ts'
import { registerSchema, reportOn, summaryOf } from './register-report.ts'
import { gravity } from './register.rules.ts'

type Published = {
  title: string
  $defs: {
    operation: { properties: { problems: { items: { properties: { code: { enum: readonly string[] } } } } } }
    commune: { properties: { reasonCode: { enum: readonly string[] } } }
  }
}
const source = readFileSync('docs/register.schema.json', 'utf8')
const published: Published = JSON.parse(source)
const schema = z.fromJSONSchema(JSON.parse(source))

function reportOf(bytes: Buffer, on = '2026-11-22') {
  const read = readListFile(bytes)
  if (!read.ok) throw new Error('not a list')
  return reportOn(read.value, loadTerritoryCodes(), date('2025-12-16'), date(on))
}
const printed = (bytes: Buffer): unknown => JSON.parse(JSON.stringify(reportOf(bytes)))
const mixed = listOf(
  {}, { insee: '62498', commune: '62 - Lens', years: '0', endsOn: '', remarks: 'Contacter camille.dupont@essai.example' }, { insee: '' },
  { insee: '62999', endsOn: 'mars 2026' }, { insee: '62510', commune: '62 - Liévin', signed: 'Non signée', endsOn: '01-01-2020' },
)

describe('the report on a list', () => {
  it('has the version of its schema', () => {
    expect(published.title).toBe(registerSchema)
  })

  it.each([['a list with everything', mixed], ['a list without rows', listOf()], ['the real list', realList() ?? mixed]])('is what the schema says, for %s', (_, bytes) => {
    expect(schema.safeParse(printed(bytes)).error?.issues ?? []).toEqual([])
  })

  it.each([['a field too many', { surprise: 1 }], ['another version', { schema: 'chapeau.register/2' }], ['no totals', { totals: undefined }]])(
    'is refused by the schema with %s', (_, change) => {
      expect(schema.safeParse({ ...Object(printed(mixed)), ...change }).success).toBe(false)
    })

  it('gives each commune its state, the reason, and the end stated apart from the end computed', () => {
    const communes = reportOf(mixed).operations.flatMap((operation) => operation.communes)
    expect(communes.find(({ insee }) => insee === '62186')).toMatchObject({
      state: 'inForce', reason: 'Signée ; fin déclarée au 6 avril 2028.', signedOn: '2023-04-06', endsOn: '2028-04-06', endsOnBasis: 'stated',
      stated: { endsOn: '06-04-2028', years: '5' }, computed: { endsOn: '2028-04-06', gapDays: 0 },
    })
    expect(communes.find(({ insee }) => insee === '62498')).toMatchObject({
      state: 'unknown', settledBy: 'duration', endsOnBasis: 'unknown', reason: expect.stringContaining('Ce qui trancherait : la durée ou la fin.'),
    })
  })

  it.each(['1000-01-01', '2026-11-22', '9999-12-31'])('answers for any day there is, as %s, whatever the dates of the list', (on) => {
    const report = reportOf(listOf({ signedOn: '9999-12-31', endsOn: '31-12-9999', years: '99' }, { insee: '62498', signedOn: '1000-01-01', endsOn: '' }), on)
    expect(report.operations.flatMap(({ communes }) => communes)).toHaveLength(2)
  })

  it('shows no contact, and no name of who updated a row', () => {
    expect(JSON.stringify(reportOf(mixed))).not.toMatch(/Camille|essai\.example/i)
  })

  it('knows the problems and reasons that its schema lists', () => {
    expect([...published.$defs.operation.properties.problems.items.properties.code.enum].sort()).toEqual(Object.keys(gravity).sort())
    const reasons = /export type CommuneReasonCode =([\s\S]*?)\n\/\*\*/.exec(readFileSync('src/features/register/commune-state.rules.ts', 'utf8'))?.[1] ?? ''
    expect(published.$defs.commune.properties.reasonCode.enum).toEqual([...reasons.matchAll(/'(\w+)'/g)].map((match) => match[1]))
  })

  it('says each problem in a sentence', () => {
    const { operations } = reportOf(mixed)
    expect(operations.flatMap(({ problems }) => problems).filter(({ sentence }) => !/^[A-ZÀ-Ý«].*\.$/.test(sentence))).toEqual([])
  })

  it('is told to a person with the refused lines', () => {
    const summary = summaryOf(reportOf(mixed))
    for (const part of ['Liste du 16 décembre 2025, état au 22 novembre 2026', '5 lignes, 4 communes signées', 'En vigueur', 'ligne 4 : La ligne ne porte']) {
      expect(summary).toContain(part)
    }
  })
})
