// What differs between two lists: nothing for the same list, one line per difference otherwise.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { listOf } from '../../testing/register-list.ts'
import type { WrittenRow } from '../../testing/register-list.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { changesBetween } from './change.rules.ts'
import { readListFile } from './list-file.ts'
import { assemble } from './register.rules.ts'
import { changeSentence } from './register.words.ts'

function registerOf(day: string, ...rows: readonly WrittenRow[]) {
  const read = readListFile(listOf(...rows))
  if (!read.ok) throw new Error('not a list')
  return assemble(read.value.rows, loadTerritoryCodes(), date(day))
}
const kindsOf = (before: readonly WrittenRow[], after: readonly WrittenRow[]) =>
  changesBetween(registerOf('2024-10-01', ...before), registerOf('2025-12-16', ...after)).flatMap(({ changes }) => changes.map(({ kind }) => kind))

describe('from one list to the next', () => {
  it.each([
    [[{}], [{}], []], [[{}], [{ remarks: 'autre', progress: 'Achevé' }], []],
    [[], [{}], ['added']], [[{}], [], ['removed']],
    [[{ signed: 'Non signée', signedOn: '', years: '0', endsOn: '' }], [{ years: '0', endsOn: '' }], ['signed', 'stateChanged']],
    [[{}], [{ signed: '', signedOn: '' }], ['unsigned', 'stateChanged']],
    [[{}], [{ signedOn: '2023-04-07' }], ['signatureMoved']],
    [[{}], [{ years: '6' }], ['durationChanged']], [[{ endsOn: '' }], [{}], ['endChanged']], [[{ endsOn: 'mars 2026' }], [{ endsOn: 'mai 2026' }], ['endChanged']],
    [[{ years: '0', endsOn: '01-06-2025' }], [{ years: '0', endsOn: '01-06-2025' }], ['stateChanged']],
    [[{ insee: '62549' }], [{ insee: '62549', epci: 'CC Autre' }], []],
  ])('%j then %j gives %j', (before, after, kinds) => {
    expect(kindsOf(before, after)).toEqual(kinds)
  })

  it('each change is a sentence that names its commune', () => {
    const found = changesBetween(
      registerOf('2024-10-01', {}, { insee: '62498', commune: '62 - Lens' }, { insee: '62510', commune: '62 - Liévin', signed: 'En cours', signedOn: '' }),
      registerOf('2029-12-16', { signedOn: '2023-04-07', years: '0', endsOn: 'fin 2028' }, { insee: '62510', commune: '62 - Liévin' }, { insee: '62563' }),
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.changes.map(changeSentence)).toEqual([
      'Bully-les-Mines : date de signature changée, le 6 avril 2023 puis le 7 avril 2023.', 'Bully-les-Mines : durée changée, 5 ans puis inconnue.',
      'Bully-les-Mines : fin déclarée changée, 6 avril 2028 puis « fin 2028 ».', 'Bully-les-Mines : « en vigueur » à la liste précédente, « inconnu » à celle-ci.',
      'Bully-les-Mines entre dans la liste, signée le 6 avril 2023.',
      'Liévin : convention signée, le 6 avril 2023.', 'Liévin : « pas encore en vigueur » à la liste précédente, « échue » à celle-ci.',
      'Lens n’est plus dans la liste, où elle était signée le 6 avril 2023.',
    ])
  })
})
