// What the manual says of levers and suspensions is what the pages show and the rules count.
import { expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { lastClearDay } from '../../law/clear-days.ts'
import { statusNames } from '../levers/lever.words.tsx'
import { suspensionDelays, suspensionStages } from '../levers/suspension.rules.ts'
import { stageNames } from '../levers/suspension.words.ts'
import { clearDayExamples, leverStatusHelp, suspensionHelp } from './help-levers.tsx'

const names = (rows: readonly (readonly string[])[]) => rows.map(([name]) => name)

it('every status of a lever and every stage of a request has its row, under the name it has on the pages', () => {
  expect(names(leverStatusHelp)).toEqual(Object.values(statusNames).map(([name]) => name))
  expect(names(suspensionHelp).sort()).toEqual(suspensionStages.map((stage) => stageNames[stage][0]).sort())
})

it.each(clearDayExamples)('an application registered on $registered leaves until $last for opinions', ({ registered, last, rolled }) => {
  expect(lastClearDay(date(registered), suspensionDelays.opinionDays)).toEqual({ last, rolled })
})
