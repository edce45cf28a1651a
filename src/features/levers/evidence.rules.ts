// The data a request of suspension rests on: vacancy of housing and shops, unemployment, and what the project does to the operation. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

/** @source C. com., art. L.752-1-2: level and trend of housing vacancy, commercial vacancy and unemployment in the catchment area */
export const evidenceTopics = ['housingVacancy', 'commercialVacancy', 'unemployment'] as const
export type EvidenceTopic = (typeof evidenceTopics)[number]
export const trends = ['up', 'down', 'stable'] as const
export type Trend = (typeof trends)[number]

/** `figure` empty, `trend` and `on` null: unknown, and said so. */
export type EvidenceLine = { readonly figure: string; readonly trend: Trend | null; readonly source: string; readonly on: PlainDate | null }
/** `effect`: what the project would do to the operation; `sectors`: what the operation does in its sectors. */
export type Evidence = { readonly lines: Readonly<Record<EvidenceTopic, EvidenceLine>>; readonly effect: string; readonly sectors: string }

const nothing: EvidenceLine = { figure: '', trend: null, source: '', on: null }
export const noEvidence: Evidence = { lines: { housingVacancy: nothing, commercialVacancy: nothing, unemployment: nothing }, effect: '', sectors: '' }

/** What is not said yet: no figure, or none that someone can check. */
export const missingTopics = ({ lines }: Evidence): readonly EvidenceTopic[] =>
  evidenceTopics.filter((topic) => lines[topic].figure === '' || lines[topic].source === '')

/** By field: `figure-unemployment`, `trend-…`, `source-…`, `on-…`, then `effect` and `sectors`. */
export type EvidenceTyped = Readonly<Record<string, string>>
export type EvidenceProblem = { readonly field: string; readonly why: 'tooLong' | 'day' | 'trend' | 'source' }

export function readEvidence(typed: EvidenceTyped): Outcome<Evidence, EvidenceProblem> {
  const problems: EvidenceProblem[] = []
  const tell = (field: string, why: EvidenceProblem['why'], wrong: boolean) => void (wrong && problems.push({ field, why }))
  const cell = (field: string): string => typed[field] ?? ''
  const line = (topic: EvidenceTopic): EvidenceLine => {
    const [figure, source, written, day] = [cell(`figure-${topic}`), cell(`source-${topic}`), cell(`trend-${topic}`), cell(`on-${topic}`)]
    const on = day === '' ? null : readDate(day)
    tell(`figure-${topic}`, 'tooLong', figure.length > 200)
    tell(`source-${topic}`, 'tooLong', source.length > 300)
    tell(`source-${topic}`, 'source', figure !== '' && source === '')
    tell(`trend-${topic}`, 'trend', written !== '' && !trends.some((trend) => trend === written))
    tell(`on-${topic}`, 'day', on === undefined)
    return { figure, source, trend: trends.find((trend) => trend === written) ?? null, on: on ?? null }
  }
  const lines = { housingVacancy: line('housingVacancy'), commercialVacancy: line('commercialVacancy'), unemployment: line('unemployment') }
  for (const field of ['effect', 'sectors']) tell(field, 'tooLong', cell(field).length > 5000)
  return problems.length > 0 ? refused(problems) : accepted({ lines, effect: cell('effect'), sectors: cell('sectors') })
}

/** The data as their form shows them. */
export const typedEvidence = ({ lines, effect, sectors }: Evidence): EvidenceTyped => ({
  effect, sectors, ...Object.fromEntries(evidenceTopics.flatMap((topic) => [
    [`figure-${topic}`, lines[topic].figure], [`trend-${topic}`, lines[topic].trend ?? ''], [`source-${topic}`, lines[topic].source],
    [`on-${topic}`, lines[topic].on?.split('-').reverse().join('/') ?? ''],
  ])),
})
