// The days a DETR or DSIL subsidy hangs on: no start before a complete file, a start within two years, an end within four.
import { daysBetween, inWords, plusMonths } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { cite, step } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { dayWords, monthsInWords, outOfPeriod, verdictNames } from './money-words.ts'
import type { DatedValue } from './parameter.ts'
import { valueOn } from './parameter.ts'
import { completionMonths, noEarlyStart, startMonths } from './parameters.ts'
import { allOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** Null: unknown, or not yet. `fileCompletedOn`: the day the file was declared complete. `startedOn`: the first deed that commits the expense. */
export type SubsidyDates = {
  readonly fileCompletedOn: PlainDate | null; readonly awardedOn: PlainDate | null
  readonly startedOn: PlainDate | null; readonly completedOn: PlainDate | null
}
/** `on`: the last day, or the first one for `noStartBefore`; null when what starts the count is not known. */
export type SubsidyDeadline = { readonly kind: 'noStartBefore' | 'startBy' | 'completeBy'; readonly on: PlainDate | null; readonly result: Verdict }
export type SubsidyDeadlinesAnswer = { readonly result: Verdict; readonly deadlines: readonly SubsidyDeadline[]; readonly explanation: Explanation }


/**
 * Three conditions, each told with its day. What has not happened yet is not known to be kept: the answer is unknown, with the days that are left.
 * @source CGCT, art. R.2334-24, R.2334-28, R.2334-29 (four years from the start, two more by decision of the préfet)
 */
export function subsidyDeadlines(dates: SubsidyDates, on: PlainDate): SubsidyDeadlinesAnswer {
  const [start, completion] = [valueOn(startMonths, on), valueOn(completionMonths, on)]
  const title = 'Délais d’une subvention DETR ou DSIL'
  if (start === undefined || completion === undefined) {
    return { result: 'unknown', deadlines: [], explanation: step(title, outOfPeriod(completionMonths, on)) }
  }
  const conditions = [notTooEarly(dates, on), inTime('startBy', dates.awardedOn, start, dates.startedOn, on),
    inTime('completeBy', dates.startedOn, completion, dates.completedOn, on)]
  const result = allOf(conditions.map(({ deadline }) => deadline.result))
  const passed = conditions.map(({ deadline }) => deadline).find((one) => one.kind !== 'noStartBefore' && one.result === 'unknown'
    && one.on !== null && one.on < on)?.on ?? null
  return {
    result, deadlines: conditions.map(({ deadline }) => deadline),
    explanation: step(title, result === 'unknown' && passed !== null ? passedSentence(passed) : sentences[result], {
      binds: result === 'fail', parts: conditions.map(({ explanation }) => explanation),
    }),
  }
}

const sentences: Readonly<Record<Verdict, string>> = {
  pass: 'Tous les délais sont tenus.', fail: 'Un délai au moins n’est pas tenu : la subvention peut être refusée, annulée ou reversée.',
  unknown: 'On ne peut pas encore le dire : une date manque.', 'not-applicable': 'Sans objet.',
}

/** Nobody said when it was done, and the last day is behind us. */
const passedSentence = (last: PlainDate): string =>
  `On ne peut pas le dire : une date manque, et un dernier jour est passé depuis le ${inWords(last)}.`

type Condition = { readonly deadline: SubsidyDeadline; readonly explanation: Explanation }

function notTooEarly({ fileCompletedOn, startedOn }: SubsidyDates, on: PlainDate): Condition {
  const result = fileCompletedOn !== null && startedOn !== null ? startedOn < fileCompletedOn ? 'fail' : 'pass' : 'unknown'
  const words = result === 'fail' ? 'Commencé avant que le dossier soit complet : demandez à la préfecture si elle avait autorisé à commencer.'
    : result === 'pass' ? 'Commencé une fois le dossier complet.'
      : fileCompletedOn === null && startedOn === null
        ? `Rien n’est connu au ${inWords(on)} : ne commencez pas avant que le dossier soit déclaré complet.`
        : 'Inconnu : il manque la date du dossier complet ou celle du commencement.'
  return {
    deadline: { kind: 'noStartBefore', on: fileCompletedOn, result },
    explanation: step('Ne pas commencer avant un dossier complet', words, {
      formula: 'commencement ≥ dossier complet', source: noEarlyStart, binds: result === 'fail',
      inputs: [{ label: 'Dossier complet le', value: dayWords(fileCompletedOn) }, { label: 'Commencement', value: dayWords(startedOn) }],
    }),
  }
}

const deadlineNames = {
  startBy: ['Commencer à temps', 'Notification de la subvention', 'Commencement'], completeBy: ['Achever à temps', 'Commencement', 'Achèvement'],
} as const

/** So many months after a first day; `done`: when it was done, null when not, or not known. */
function inTime(kind: keyof typeof deadlineNames, from: PlainDate | null, months: DatedValue, done: PlainDate | null, on: PlainDate): Condition {
  const last = from === null ? null : plusMonths(from, months.value)
  const result = last === null || done === null ? 'unknown' : done <= last ? 'pass' : 'fail'
  const [label, first, second] = deadlineNames[kind]
  return {
    deadline: { kind, on: last, result },
    explanation: step(label, timeWords(last, done, on), {
      formula: `${second.toLowerCase()} ≤ ${first.toLowerCase()} + ${monthsInWords(months.value)}`, source: cite(months), binds: result === 'fail',
      inputs: [{ label: first, value: dayWords(from) }, { label: second, value: dayWords(done) }],
    }),
  }
}

function timeWords(last: PlainDate | null, done: PlainDate | null, on: PlainDate): string {
  if (last === null) return 'Inconnu : la date qui fait courir le délai manque.'
  if (done !== null) return `Dernier jour : ${inWords(last)}. Règle ${verdictNames[done <= last ? 'pass' : 'fail']}.`
  const left = daysBetween(on, last)
  return left >= 0 ? `Dernier jour : ${inWords(last)}, dans ${left} jour${left > 1 ? 's' : ''}.`
    : `Dernier jour passé depuis le ${inWords(last)} : donnez la date réelle, ou demandez une prorogation à la préfecture.`
}
