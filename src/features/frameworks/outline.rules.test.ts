// Lists of orientations as one types or pastes them.
import { describe, expect, it } from 'vitest'
import { readOutline } from './outline.rules.ts'

describe('a list of orientations', () => {
  it('stands each line under the last one above that is less deep, by its number or its indent', () => {
    expect(readOutline('1 Habitat\n1.1 Rénover\n\n1.1.1 Isoler\n1.2 Louer\n2 Commerce\n  Boutiques\n• Halles')).toEqual({ ok: true, value: [
      { number: '1', title: 'Habitat', under: null }, { number: '1.1', title: 'Rénover', under: 0 }, { number: '1.1.1', title: 'Isoler', under: 1 },
      { number: '1.2', title: 'Louer', under: 0 }, { number: '2', title: 'Commerce', under: null }, { number: null, title: 'Boutiques', under: 4 },
      { number: null, title: 'Halles', under: null },
    ] })
  })

  it('refuses what does not fit, every problem at once', () => {
    expect(readOutline(`${'x'.repeat(301)}\n${'a\n'.repeat(300)}`)).toEqual({ ok: false, problems: ['tooManyLines', 'lineTooLong'] })
    expect(readOutline('')).toEqual({ ok: true, value: [] })
  })
})
