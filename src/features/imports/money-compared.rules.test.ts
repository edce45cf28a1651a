// Whose money a bare « Commune » of a spreadsheet is.
import { expect, it } from 'vitest'
import type { FundingDraft } from '../../planning/sheets/draft.ts'
import { withOwnTown } from './money-compared.rules.ts'

const line = (funder: string): FundingDraft => ({
  funder, scheme: '', kind: 'grant', basis: null, amount: null, basisPoints: null, base: null, status: null, on: null, reference: '', written: null,
})

it('is the own share of the town that bears the action, and another funder for anyone else', () => {
  const lines = ['Commune', 'la ville', 'Commune de Lens', 'Région'].map(line)
  expect(withOwnTown(lines, 'commune').map(({ funder, kind }) => [funder, kind]))
    .toEqual([['', 'own'], ['', 'own'], ['Commune de Lens', 'grant'], ['Région', 'grant']])
  expect(withOwnTown(lines, 'epci')).toEqual(lines)
  expect(withOwnTown(lines, undefined)).toEqual(lines)
})
