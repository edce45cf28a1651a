// What the address of the model asks: framework, orientation, stage, basis, year, page; anything else means the usual answer.
import { moneyStages } from '../../planning/funding-status.ts'
import type { MoneyStage } from '../../planning/funding-status.ts'
import { bases } from '../../planning/money-sum.ts'
import type { Basis } from '../../planning/money-sum.ts'
import type { ModelQuestion } from './model.rules.ts'

export const stageInAddress: Readonly<Record<MoneyStage, string>> = {
  planned: 'prevu', requested: 'sollicite', awarded: 'attribue', committed: 'engage', paid: 'verse',
}
export const basisInAddress: Readonly<Record<Basis, string>> = { HT: 'ht', TTC: 'ttc', unstated: 'non-precisee' }

export type ModelAsked = ModelQuestion & { readonly framework: string; readonly orientation: string; readonly page: number }

export function readModelAsked(query: (name: string) => string): ModelAsked {
  const year = /^(?:19[9]\d|20\d\d)$/.test(query('annee')) ? Number(query('annee')) : null
  const page = /^[1-9]\d{0,4}$/.test(query('page')) ? Number(query('page')) : 1
  const stage = moneyStages.find((one) => stageInAddress[one] === query('etape')) ?? 'planned'
  return {
    stage, basis: bases.find((one) => basisInAddress[one] === query('base')) ?? 'HT', framework: query('cadre'), orientation: query('orientation'),
      page,
    // Only what is planned and what is paid are known year by year.
    year: stage === 'planned' || stage === 'paid' ? year : null,
  }
}

/** The same question with these changes, as the query of an address. */
export function printModelAsked(asked: ModelAsked, changes: Partial<ModelAsked>): string {
  const { stage, basis, year, framework, orientation, page } = { ...asked, ...changes }
  return `?${new URLSearchParams([
    ['cadre', framework], ['etape', stageInAddress[stage]], ['base', basisInAddress[basis]],
    ...(year === null ? [] : [['annee', String(year)]]), ...(orientation === '' ? [] : [['orientation', orientation]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ])}`
}
