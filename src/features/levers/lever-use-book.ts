// The uses of levers as a spreadsheet to save.
import type { PlainDate } from '../../kernel/date.ts'
import type { Lever } from '../../law/levers/lever.ts'
import type { Book } from '../../writing/spreadsheet-book.ts'
import type { LeverUse } from './lever-use.rules.ts'
import { outcomeNames, useLabels } from './lever-use.words.ts'
import { communeName } from './lever-scene.ts'

export const useBook = (uses: readonly LeverUse[], levers: readonly Lever[], about: { readonly title: string; readonly on: PlainDate }): Book => ({
  ...about,
  sheets: [{
    name: 'Usages', frozen: 1,
    columns: [
      { label: 'Code' }, { label: useLabels.lever, width: 40 }, { label: useLabels.usedOn }, { label: useLabels.outcome },
      { label: useLabels.beneficiary, width: 30 }, { label: useLabels.place, width: 30 }, { label: 'INSEE' }, { label: useLabels.insee },
      { label: useLabels.sector, width: 30 }, { label: 'Action du plan', width: 30 }, { label: useLabels.document },
      { label: useLabels.note, width: 40 },
    ],
    rows: uses.map((use) => [
      use.lever, levers.find(({ id }) => id === use.lever)?.name ?? use.lever, use.usedOn === null ? null : { date: use.usedOn },
      outcomeNames[use.outcome][0], use.beneficiary, use.place, use.insee, use.insee === null ? null : communeName(use.insee),
      use.sector?.name ?? null, use.action === null ? null : [use.action.code, use.action.title].filter((part) => part !== null).join(' '),
      use.document, use.note === '' ? null : use.note,
    ]),
  }],
})
