// What the command line answers on the register: one document, its schema published in docs/register.schema.json; and the same for a person.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { byFrenchName } from '../../kernel/text.ts'
import type { LegalState } from '../../law/operation-record.ts'
import type { TerritoryCodes } from '../territories/territory.rules.ts'
import { endsWithinYear, stateOn } from './commune-state.rules.ts'
import type { EndBasis } from './commune-state.rules.ts'
import type { ListFile } from './list-file.ts'
import { assemble, gravity } from './register.rules.ts'
import type { CommuneProblem, EpciProblem, RegisteredCommune, RegisteredOperation, RegisterShape } from './register.rules.ts'
import { communeProblem, epciProblem, reasonSentence, refusalSentences, shapeNames, stateNames } from './register.words.ts'
import { shownStates, totalsOf } from './totals.rules.ts'
import type { RegisterTotals } from './totals.rules.ts'

export const registerSchema = 'chapeau.register/1'

type ReportedProblem = {
  readonly code: CommuneProblem | EpciProblem; readonly gravity: 'contradiction' | 'doubt' | 'note'; readonly sentence: string
  readonly insee?: string; readonly line?: number
}
type ReportedCommune = {
  readonly line: number; readonly insee: string; readonly name: string
  readonly state: LegalState; readonly reason: string; readonly reasonCode: string
  readonly settledBy?: string; readonly signed: string; readonly signedOn?: PlainDate; readonly endsOn?: PlainDate; readonly endsOnBasis: EndBasis
  readonly stated: Readonly<Record<string, string>>
  readonly computed: { readonly endsOn?: PlainDate; readonly gapDays?: number; readonly endsWithinYear: boolean; readonly today?: string }
}
type ReportedOperation = {
  readonly epci: string; readonly siren: string | null; readonly communes: readonly ReportedCommune[]; readonly problems: readonly ReportedProblem[]
  readonly shapes: readonly RegisterShape[]
}
export type RegisterReport = {
  readonly schema: string; readonly on: PlainDate; readonly listedOn: PlainDate; readonly totals: RegisterTotals
  readonly operations: readonly ReportedOperation[]
  readonly refused: readonly { readonly line: number; readonly code: string; readonly reason: string }[]
}

/** The whole answer for a file: every row of it is in `operations` or in `refused`. */
export function reportOn(file: ListFile, territories: TerritoryCodes, listedOn: PlainDate, on: PlainDate): RegisterReport {
  const register = assemble(file.rows, territories, listedOn)
  const refusedRows = file.refused.flatMap(({ row }) => row ?? [])
  return {
    schema: registerSchema, on, listedOn, totals: totalsOf(register, refusedRows, on),
    operations: register.operations.map((operation) => reported(operation, on)),
    refused: file.refused.map(({ line, problem }) => ({ line, code: problem, reason: refusalSentences[problem] })),
  }
}

const reported = (operation: RegisteredOperation, on: PlainDate): ReportedOperation => ({
  epci: operation.name, siren: operation.siren, communes: operation.communes.map((commune) => reportedCommune(commune, on)), shapes: operation.shapes,
  problems: [
    ...operation.problems.map((code) => ({ code, gravity: gravity[code], sentence: epciProblem(code, operation) })),
    ...operation.communes.flatMap((commune) => commune.problems.map((code) =>
      ({ code, gravity: gravity[code], sentence: communeProblem(code, commune), insee: commune.row.insee, line: commune.row.line }))),
  ],
})

function reportedCommune(commune: RegisteredCommune, on: PlainDate): ReportedCommune {
  const { row, end, today } = commune
  const { state, reason } = stateOn(commune, on)
  const endsOn = end.stated ?? end.computed
  return {
    line: row.line, insee: row.insee, name: row.commune, state, reason: reasonSentence(reason), reasonCode: reason.code,
    ...(reason.settledBy !== undefined && { settledBy: reason.settledBy }), signed: row.signed,
    ...(row.signedOn !== null && { signedOn: row.signedOn }), ...(endsOn !== null && { endsOn }), endsOnBasis: end.basis, stated: row.cells,
    computed: {
      ...(end.computed !== null && { endsOn: end.computed }), ...(end.gap !== null && { gapDays: end.gap }),
      endsWithinYear: endsWithinYear(commune, on), ...(today !== null && today.insee !== row.insee && { today: today.insee }),
    },
  }
}

/** The figures for a person: what the list holds, what it lets us say on that day, what stands against itself. */
export function summaryOf({ totals, operations, refused, on, listedOn }: RegisterReport): string {
  const problems = operations.flatMap((operation) => operation.problems)
  const count = (code: string): number => problems.filter((problem) => problem.code === code).length
  const lines = [
    `Liste du ${inWords(listedOn)}, état au ${inWords(on)}`, '',
    `${several(totals.rows, 'ligne')}, ${several(totals.signed, 'commune signée')}, ${totals.epci} EPCI`,
    `  sans durée : ${totals.withoutTerm}, dont sans fin non plus : ${totals.withoutTermNorEnd}`,
    `  fin déclarée : ${totals.withEnd}, dont passée : ${totals.pastEnd} ; par année : ${inYears(totals.endsInYear)}`,
    `  échéance dans les douze mois : ${totals.endsWithinYear}`, '',
    'État des communes', ...shownStates.map((state) => `  ${stateNames[state].padEnd(22)} ${totals.states[state]}`), '',
    'Formes', ...shapesIn(operations).map(([shape, number]) => `  ${shapeNames[shape].padEnd(46)} ${number} EPCI`), '',
    `Problèmes (${several(totals.contradictions, 'commune')} dont la ligne se contredit)`,
    ...[...new Set(problems.map(({ code }) => code))].sort(byFrenchName).map((code) => `  ${code.padEnd(24)} ${count(code)}`),
    ...(refused.length === 0 ? [] : ['', `Lignes refusées : ${refused.length}`]), ...refused.map(({ line, reason }) => `  ligne ${line} : ${reason}`),
  ]
  return `${lines.join('\n')}\n`
}

/** `1 ligne`, `12 communes signées`: every word takes the plural. */
export const several = (count: number, words: string): string =>
  `${count} ${count > 1 ? words.split(' ').map((word) => `${word}s`).join(' ') : words}`

const inYears = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts).map(([year, number]) => `${year} ${number}`).join(', ')

function shapesIn(operations: readonly ReportedOperation[]): readonly (readonly [RegisterShape, number])[] {
  const counts = new Map<RegisterShape, number>()
  for (const shape of operations.flatMap(({ shapes }) => shapes)) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}
