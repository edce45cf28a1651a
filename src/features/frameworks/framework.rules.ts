// A framework: what it is, how it is called in an address, what its form may say. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'

export const frameworkKinds = ['convention', 'programme', 'plh', 'territorialProject', 'crte', 'local'] as const
/** Of which document the orientations are: a convention, a national programme, the housing programme, the territory's project, the CRTE, local. */
export type FrameworkKind = (typeof frameworkKinds)[number]

/** What a person says of a framework. `conventionId`: the convention whose orientations these are. */
export type FrameworkValues = {
  readonly name: string; readonly kind: FrameworkKind; readonly conventionId: Id<'convention'> | null; readonly since: PlainDate | null
  readonly until: PlainDate | null; readonly summary: string
}
/** A framework of the operation, under its address. */
export type Framework = FrameworkValues & {
  readonly id: Id<'framework'>; readonly slug: string; readonly position: number; readonly version: number
}

export const frameworkFields = ['name', 'kind', 'convention', 'since', 'until', 'summary'] as const
export type FrameworkTyped = Readonly<Record<(typeof frameworkFields)[number], string>>
export type FrameworkProblem =
  | 'nameMissing' | 'nameTooLong' | 'kindUnknown' | 'conventionUnknown' | 'conventionMissing' | 'sinceUnreadable' | 'untilUnreadable' | 'daysReversed'
  | 'summaryTooLong'

/** Reads the form; refuses with every problem at once. `conventions`: those of the operation. */
export function readFramework(
  typed: FrameworkTyped, conventions: readonly { readonly id: Id<'convention'> }[],
): Outcome<FrameworkValues, FrameworkProblem> {
  const kind = frameworkKinds.find((one) => one === typed.kind)
  const convention = conventions.find(({ id }) => id === typed.convention)
  const [since, until] = [typed.since, typed.until].map((day) => (day === '' ? null : readDate(day)))
  const problems = found<FrameworkProblem>({
    nameMissing: typed.name === '', nameTooLong: typed.name.length > 200, kindUnknown: kind === undefined,
    conventionUnknown: typed.convention !== '' && convention === undefined,
    conventionMissing: kind === 'convention' && typed.convention === '',
    sinceUnreadable: since === undefined, untilUnreadable: until === undefined,
    daysReversed: since !== undefined && until !== undefined && since !== null && until !== null && until < since,
    summaryTooLong: typed.summary.length > 5000,
  })
  if (kind === undefined || since === undefined || until === undefined || problems.length > 0) return refused(problems)
  return accepted({ name: typed.name, kind, conventionId: convention?.id ?? null, since, until, summary: typed.summary })
}

/** Words the addresses of this feature already use. */
const reserved = ['nouveau', 'couverture']

/** The end of the address of a framework: its name in plain letters, with a number when another one has it. */
export function frameworkSlug(name: string, taken: readonly string[]): string {
  const plain = nameKey(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '') || 'cadre'
  const isFree = (slug: string): boolean => !taken.includes(slug) && !reserved.includes(slug)
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? plain : `${plain}-${number}`
    if (isFree(slug)) return slug
  }
}
