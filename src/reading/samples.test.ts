// The samples are sound: well-formed, faithful to their texts, and true to the reference of communes and EPCI.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { date } from '../kernel/date.ts'
import { isSiren } from '../kernel/siren.ts'
import { fold } from '../kernel/text.ts'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { listSamples, type Sample } from '../testing/samples.ts'
import { contains } from './samples/comparison.ts'
import type { ExpectedAmount } from './samples/expected.ts'

const optional = { optional: z.boolean().optional() }
const text = z.string().min(1)
const day = z.iso.date()
const oneDayOrAnother = z.string().refine((value) => value.split('|').every((part) => part === 'signature' || day.safeParse(part).success))
const oneOf = (values: readonly string[], any = false) =>
  z.string().refine((value) => (any && value === '*') || value.split('|').every((part) => values.includes(part)))
const obligationKinds = ['meeting', 'report', 'evaluation', 'publication', 'transmission', 'consultation', 'funding', 'staffing', 'other']
const problem = z.enum([
  'unreadableIdentifier', 'sirenKey', 'departmentMismatch', 'impossibleActDate', 'impossibleDate', 'transmittedBeforeAct',
  'receivedBeforeTransmission', 'publishedBeforeReceipt', 'variant',
])
const defect = z.enum([
  'body-not-created', 'commune-not-party', 'two-capacities', 'signature-date-missing', 'signature-place-missing', 'signatures-scrambled',
  'stamp-siren-invalid',
  'stamp-unreadable', 'stamp-variants', 'stamp-dates-disagree', 'obsolete-clause', 'term-missing', 'term-not-computable', 'dates-disagree',
  'article-numbering',
  'main-town-not-named', 'sector-missing', 'funding-plan-missing', 'calendar-missing', 'state-not-party', 'epci-not-party', 'party-not-recognised',
  'amendment-clause-missing', 'list-missing', 'impossible-date', 'cap-ambiguous', 'no-text',
])
const shape = z.strictObject({
  title: text,
  kind: oneOf(['umbrella', 'programme', 'membership', 'amendment', 'other']),
  parties: z.array(z.strictObject({
    name: text, kind: oneOf(['epci', 'commune', 'state', 'region', 'department', 'agency', 'private', 'other']),
    insee: z.string().length(5).optional(), siren: z.string().length(9).optional(),
    role: z.enum(['carrier', 'beneficiary', 'authority', 'partner', 'signatory']).optional(),
    signatories: z.array(z.strictObject({ name: text, capacity: text })), ...optional,
  })),
  articles: z.array(z.strictObject({ number: text, heading: z.string(), depth: z.int().min(1), ...optional })),
  stamps: z.array(z.strictObject({
    id: text.optional(), valid: z.boolean(), transmittedOn: day.optional(), receivedOn: day.optional(), publishedOn: day.optional(),
    problems: z.array(problem).optional(), debatable: z.array(problem).optional(), ...optional,
  })),
  term: z.strictObject({
    years: z.int().optional(), months: z.int().optional(), startsOn: oneDayOrAnother, endsOn: oneDayOrAnother.optional(),
    signedOn: day.optional(),
  }).nullable(),
  dates: z.array(z.strictObject({ date: day, about: text, ...optional })),
  amounts: z.array(z.strictObject({
    cents: z.int().positive(), taxBasis: z.enum(['HT', 'TTC']).nullable(), printed: text.optional(), ...optional,
  })),
  rates: z.array(z.strictObject({ percent: z.number(), cap: z.boolean().optional(), printed: text.optional(), ...optional })),
  bodies: z.array(z.strictObject({
    name: text, article: text, chair: text.optional(), seats: z.array(z.strictObject({ office: text, representative: z.boolean(), ...optional })),
    meetingsPerYear: z.int().optional(), quorum: text.optional(), conveningDays: z.int().optional(), ...optional,
  })),
  obligations: z.array(z.strictObject({
    article: text, kind: oneOf(obligationKinds, true), quote: text, ...optional,
    rule: z.strictObject({
      kind: oneOf(['recurring', 'deadline', 'date', 'term', 'condition', 'standing'], true), timesPerYear: z.int().optional(),
      years: z.int().optional(), months: z.int().optional(), days: z.int().optional(), on: day.optional(),
    }),
  })),
  references: z.array(z.strictObject({ code: text, article: text.optional(), text: text.optional(), ...optional })),
  programmes: z.array(z.strictObject({ code: text, communes: z.array(text).optional(), ...optional })),
  signatures: z.strictObject({ scrambled: z.boolean().optional(), place: text.optional(), signedOn: day.optional() }).optional(),
  defects: z.array(z.strictObject({ code: defect, article: text.optional(), ...optional })),
})

const samples: readonly Sample[] = [...listSamples('open'), ...listSamples('held')]
const territories = loadTerritories()
const cases = samples.map((sample) => [sample.name, sample] as const)

/** The ways an amount may be printed: in full, in thousands or in millions. */
function printings({ cents, printed }: ExpectedAmount): readonly string[] {
  const euros = (value: number, digits: number) => value.toFixed(digits).replace('.', ',')
  const scaled = (unit: number) => String(cents / 100 / unit).replace('.', ',')
  if (printed !== undefined) return [printed.replace(/\s/g, '')]
  return [euros(cents / 100, cents % 100 === 0 ? 0 : 2), `${scaled(1e6)}M€`, `${scaled(1e3)}k€`]
}

describe.each(cases)('sample %s', (_, { raw, expected }) => {
  test('has expected facts of the right shape', () => {
    expect(shape.safeParse(expected).error?.issues ?? []).toEqual([])
  })
  test('prints every name, heading, body and quote that is expected of it', () => {
    const words = [
      ...expected.parties.flatMap((party) => [party.name, ...party.signatories.map((person) => person.name)]),
      ...expected.articles.map((article) => article.heading), ...expected.bodies.map((body) => body.name),
      ...expected.obligations.map((one) => one.quote),
    ]
    expect(words.filter((word) => !contains(raw, word))).toEqual([])
  })
  test('prints every identifier, amount and rate that is expected of it', () => {
    const solid = raw.replace(/\s/g, '')
    expect(expected.stamps.flatMap((stamp) => stamp.id ?? []).filter((id) => !raw.includes(id))).toEqual([])
    expect(expected.amounts.filter((amount) => !printings(amount).some((printing) => solid.includes(printing)))).toEqual([])
    const rates = expected.rates.map(({ percent, printed }) => (printed ?? `${String(percent).replace('.', ',')}%`).replace(/\s/g, ''))
    expect(rates.filter((rate) => !solid.includes(rate))).toEqual([])
  })
  test('dates are existing days', () => {
    for (const fact of expected.dates) expect(date(fact.date)).toBe(fact.date)
  })
  test('parties bear the codes of the reference', () => {
    for (const { siren, insee } of expected.parties.filter((party) => party.siren !== undefined)) {
      const commune = territories.gazetteer.communeOfSiren(siren ?? '')?.insee
      expect(commune ?? territories.gazetteer.epciOfSiren(siren ?? '')?.siren).toBe(insee ?? siren)
    }
  })
  test('stamps said valid pass the key of their SIREN, and those said wrong by it do not', () => {
    const key = (id: string | undefined) => isSiren(/^\w{3}-(\d{9})-/.exec(id ?? '')?.[1] ?? '')
    expect(expected.stamps.filter((stamp) => stamp.valid && !key(stamp.id))).toEqual([])
    expect(expected.stamps.filter((stamp) => stamp.problems?.includes('sirenKey') === true && key(stamp.id))).toEqual([])
  })
  test('is French prose of a plausible length', () => {
    expect(raw.length).toBeGreaterThan(2000)
    expect(fold(raw)).toContain('convention')
  })
})
