// The register made of the rows of a list: one operation per EPCI, what contradicts itself, the figures; and the real list, figure by figure.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { listOf, realList } from '../../testing/register-list.ts'
import type { WrittenRow } from '../../testing/register-list.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { readListFile } from './list-file.ts'
import { assemble } from './register.rules.ts'
import { totalsOf } from './totals.rules.ts'
import type { RegisterTotals } from './totals.rules.ts'

const territories = loadTerritoryCodes()
const listedOn = date('2025-12-16')

function fileOf(bytes: Buffer) {
  const read = readListFile(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}
const registerOf = (...rows: readonly WrittenRow[]) => assemble(fileOf(listOf(...rows)).rows, territories, listedOn)
const problemsOf = (...rows: readonly WrittenRow[]) => {
  const [operation] = registerOf(...rows).operations
  return [...operation?.problems ?? [], ...operation?.communes.flatMap(({ problems }) => problems) ?? []]
}

describe('an operation', () => {
  it('gathers the communes of one EPCI, whatever the list calls it', () => {
    const { operations } = registerOf({}, { commune: '62 - Lens', insee: '62498', epci: 'Agglo de Lens', acv: 'true', pvd: 'false', signedOn: '2019-08-04' })
    expect(operations).toHaveLength(1)
    expect(operations[0]).toMatchObject({
      key: '246200364', siren: '246200364', name: 'CA de Lens - Liévin', stated: ['CA de Lens - Liévin', 'Agglo de Lens'], problems: ['epciRenamed'],
      shapes: ['mixedProgrammes', 'severalSignatures'],
    })
  })

  it('is told from its namesake, each with the communes of its own', () => {
    const name = 'CC des Quatre Rivières'
    const { operations } = registerOf({ epci: name, insee: '70122' }, { epci: name, insee: '74241' })
    expect(operations.map(({ problems, communes }) => [problems, communes.length])).toEqual([[[], 1], [[], 1]])
  })

  it('of an unknown code is found by the name of its EPCI, within its department', () => {
    expect(registerOf({ insee: '62999' }).operations[0]).toMatchObject({ siren: '246200364', communes: [{ problems: ['communeUnknown'] }] })
    expect(registerOf({ insee: '13999' }).operations[0]).toMatchObject({ siren: null, key: '13999', problems: ['epciUnknown'] })
  })

  it('keeps the code a merged commune signed with, and says what it is today', () => {
    expect(registerOf({ insee: '62549' }).operations[0]?.communes[0]).toMatchObject({
      row: { insee: '62549' }, today: { name: 'Hesdin-la-Forêt' }, problems: ['communeMerged'],
    })
  })

  it.each([
    [[{}], []], [[{ endsOn: '05-04-2028' }], ['endOneDayOff']], [[{ endsOn: '31-03-2026' }], ['endContradictsDuration']],
    [[{ endsOn: '01-01-2020' }], ['endBeforeSignature', 'endContradictsDuration']], [[{ signedOn: '2026-01-05', endsOn: '' }], ['signedAfterList']],
    [[{ signed: 'Non signée', endsOn: '' }], ['notSignedButDated']], [[{ signedOn: '' }], ['signatureUndated']],
    [[{}, {}], ['communeTwice', 'communeTwice']], [[{}, { epci: 'CC Ailleurs' }], ['epciRenamed', 'communeInTwoEpci', 'communeInTwoEpci']],
    [[{ epci: 'CA de Béthune-Bruay, Artois-Lys Romane' }], ['epciOther']], [[{ years: 'x', endsOn: 'y' }], ['durationUnreadable', 'endUnreadable']],
  ])('of %j has the problems %j', (rows, problems) => {
    expect(problemsOf(...rows)).toEqual(problems)
  })

  it.each([
    ['Convention chapeau avec 3 communes', 'remarksChapeau'], ['1 seule convention avec 5 déclinaisons communales', 'remarksChapeau'],
    ['ORT multi-sites', 'remarksMultisite'], ['Avenant signé le 13/12/2019', 'remarksAmendment'], ['durée jusqu’à mars 2026', 'remarksTerm'],
  ])('whose remarks say « %s » shows %s', (remarks, shape) => {
    expect(registerOf({ remarks }).operations[0]?.shapes).toEqual([shape])
  })
})

describe('a file', () => {
  it('gives every row or says why not, with the line it begins on', () => {
    const bytes = Buffer.from(`${listOf({ remarks: 'deux\nlignes' }, { insee: '' }, { commune: '62 - Lens', insee: '62498' }).toString()}\nde trop,peu`)
    const { rows, refused } = fileOf(bytes)
    expect(rows.map(({ line, insee }) => [line, insee])).toEqual([[2, '62186'], [5, '62498']])
    expect(refused.map(({ line, problem }) => [line, problem])).toEqual([[4, 'communeMissing'], [6, 'wrongColumnCount']])
  })

  it('says from which line it is unreadable when quotes are never closed', () => {
    const { rows, refused } = fileOf(Buffer.from(`${listOf({}).toString()}\n"62 - Lens,CA`))
    expect([rows.length, refused.map(({ line, problem }) => [line, problem])]).toEqual([1, [[3, 'quoteOpen']]])
  })

  it.each([
    ['a mark at its head', (text: string) => Buffer.from(`\ufeff${text}`)], ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['the letters of Windows', (text: string) => Buffer.from(text, 'latin1')], ['lines of Windows', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['capitals and no accents', (text: string) => Buffer.from(text.replace('Département', 'DEPARTEMENT').replace('Durée', 'DUREE'))],
  ])('is read with %s', (_, write) => {
    const text = listOf({}).toString().replace('"Si signée, date de signature"', 'Si signée date de signature')
      .replace('"Si non signée, date de signature envisagée"', 'Si non signée date de signature envisagée')
    expect(fileOf(write(text)).rows).toMatchObject([{ insee: '62186', signedOn: '2023-04-06', department: 'Pas-de-Calais', epci: 'CA de Lens - Liévin' }])
  })

  it('that is not the list is refused, with what it lacks', () => {
    expect(readListFile(Buffer.from(''))).toMatchObject({ ok: false, problems: [{ code: 'empty' }] })
    expect(readListFile(Buffer.from('Commune,EPCI\nLens,CALL'))).toMatchObject({ ok: false, problems: [{ code: 'columnsMissing', columns: expect.arrayContaining(['Code commune']) }] })
  })

  it('never gives who updated a row, nor a contact', () => {
    const file = fileOf(listOf({ remarks: 'Contacter camille.dupont@essai.example ou 03 21 79 16 00' }))
    expect(JSON.stringify(file.rows)).not.toMatch(/Dupont|essai\.example|79 16/i)
  })
})

const real = realList()
if (real === undefined) console.warn('\n!!! The real list is not at hand: the figures of the register are not compared with those counted by hand.\n')

describe.skipIf(real === undefined)('the list of December 2025', () => {
  const file = fileOf(real ?? listOf())
  const register = assemble(file.rows, territories, listedOn)
  const on = (day: string): RegisterTotals => totalsOf(register, file.refused.flatMap(({ row }) => row ?? []), date(day))

  it('keeps its 2,372 rows, but the one without commune, which is reported', () => {
    expect(register.operations.flatMap(({ communes }) => communes).length + file.refused.length).toBe(2372)
    expect(file.refused).toMatchObject([{ line: 2, problem: 'communeMissing' }])
    expect(file.latestUpdate).toBe(listedOn)
  })

  it('gives the figures counted by hand', () => {
    expect(on('2026-11-22')).toMatchObject({
      rows: 2372, signed: 2116, epci: 904, withoutTerm: 1277, withEnd: 999, pastEnd: 336, withoutEndOverFiveYears: 322, progressBlank: 1416,
      signedByProgramme: { acv: 239, pvd: 1444, other: 433 }, epciMixedProgrammes: 96, mostCommunes: 20,
      signedInYear: { 2018: 1, 2019: 133, 2020: 196, 2021: 126, 2022: 539, 2023: 900, 2024: 165, 2025: 52 },
    })
    expect(on('2026-11-22').endsInYear).toMatchObject({ 2026: 400, 2027: 150, 2028: 280 })
    expect(on('2026-11-22').updatedInYear).toMatchObject({ 2022: 393, 2023: 887 })
    expect(on('2025-12-16').pastEnd).toBe(18)
    expect(on('2026-06-30').pastEnd).toBe(286)
    expect(on('2026-11-22').byDepartment['Pas-de-Calais']).toEqual({ signed: 34, epci: 17 })
    expect(on('2026-11-22').byRegion['Hauts-de-France']).toEqual({ signed: 128, epci: 67 })
  })

  it('differs from what was counted by hand where namesakes were one, and where a duration was taken for a term', () => {
    const totals = on('2026-11-22')
    expect([totals.epciSeveralSignatures, totals.epciSeveralCommunes, totals.epciOneCommune]).toEqual([135, 526, 378])
    expect(totals.withoutTermNorEnd).toBe(1102)
  })

  it('settles the state of every commune, each unknown with what would settle it', () => {
    expect(Object.values(on('2026-11-22').states).reduce((sum, count) => sum + count, 0)).toBe(2371)
  })
})
