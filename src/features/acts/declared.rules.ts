// Declaring a convention known only by its acts: what is typed of it, and what it becomes. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'
import type { ConventionKind } from '../../law/convention-kind.ts'
import type { TermClause } from '../../law/operation-record.ts'
import { monthsOf } from '../../law/term.ts'
import { townOf } from './act-form.rules.ts'
import type { Town } from './act-form.rules.ts'

export const declaredFields = ['title', 'kind', 'slug', 'communes', 'epci', 'state', 'signedOn', 'startsOn', 'years', 'months', 'endsOn'] as const
export type DeclaredTyped = Readonly<Record<(typeof declaredFields)[number], string>>
export type DeclaredProblem = {
  readonly field: string
  readonly why: 'missing' | 'tooLong' | 'slugShape' | 'slugTaken' | 'communeUnknown' | 'dateUnreadable' | 'dateFar' | 'durationUnreadable' |
    'endBeforeStart'
}
/** An amendment is not declared: it is drafted, with its instructions. */
export const declarableKinds = ['umbrella', 'programme', 'membership', 'other'] as const satisfies readonly ConventionKind[]

/** A convention without a text here: who its parties are, and its term when one knows it. */
export type DeclaredConvention = {
  readonly title: string; readonly kind: ConventionKind; readonly slug: string; readonly towns: readonly Town[]; readonly withEpci: boolean
  readonly withState: boolean; readonly term: TermClause | null
}

export function declareConvention(typed: DeclaredTyped, towns: readonly Town[], taken: readonly string[]): Outcome<DeclaredConvention,
  DeclaredProblem> {
  const problems: DeclaredProblem[] = []
  const day = (field: 'signedOn' | 'startsOn' | 'endsOn'): PlainDate | undefined => {
    if (typed[field] === '') return undefined
    const read = readDate(typed[field])
    if (read === undefined) problems.push({ field, why: 'dateUnreadable' })
    else if (read < '1900-01-01' || read > '2200-12-31') problems.push({ field, why: 'dateFar' })
    return read
  }
  const [signedOn, startsOn, endsOn] = [day('signedOn'), day('startsOn'), day('endsOn')]
  const [years, months] = [typed.years, typed.months].map((value) => (value === '' ? 0 : Number(value)))
  const named = typed.communes.split(/[\n;]+/).map((line) => line.trim()).filter((line) => line !== '').map((line) => townOf(line, towns))
  const kind = declarableKinds.find((candidate) => candidate === typed.kind)
  const slug = typed.slug === '' ? slugOf(typed.title, taken) : typed.slug
  const duration = { years: years ?? 0, months: months ?? 0 }
  const start = startsOn ?? signedOn
  const checks: readonly (readonly [string, DeclaredProblem['why'], boolean])[] = [
    ['title', 'missing', typed.title === ''], ['title', 'tooLong', typed.title.length > 300], ['kind', 'missing', kind === undefined],
    ['slug', 'slugShape', typed.slug !== '' && (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || slug.length > 60)], ['slug', 'slugTaken',
      taken.includes(slug)],
    ['communes', 'missing', named.length === 0], ['communes', 'communeUnknown', named.includes(undefined)],
    ['years', 'durationUnreadable', (typed.years + typed.months) !== '' && !(/^\d{0,3}$/.test(typed.years) && /^\d{0,4}$/.test(typed.months)
      && monthsOf(duration) !== undefined)],
    ['endsOn', 'endBeforeStart', endsOn !== undefined && start !== undefined && endsOn < start],
  ]
  problems.push(...checks.flatMap(([field, why, wrong]) => (wrong ? [{ field, why }] : [])))
  if (kind === undefined || problems.length > 0) return refused(problems)
  const known = signedOn !== undefined || startsOn !== undefined || endsOn !== undefined || monthsOf(duration) !== undefined
  const term: TermClause | null = !known ? null : {
    startsOn: startsOn ?? 'signature', ...(duration.years > 0 && { years: duration.years }), ...(duration.months > 0 && { months: duration.months }),
    ...(signedOn !== undefined && { signedOn }), ...(endsOn !== undefined && { endsOn }),
  }
  const communes = [...new Map(named.flatMap((town) => (town === undefined ? [] : [[town.insee, town]]))).values()]
  return accepted({ title: typed.title, kind, slug, towns: communes, withEpci: typed.epci !== '', withState: typed.state !== '', term })
}

/** An address made of the first words of the title, with a rank when it is taken. */
export function slugOf(title: string, taken: readonly string[]): string {
  const words = fold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40).replace(/-[^-]*$|-$/, (end) => (title.length > 40 ? ''
    : end))
  const base = words.replace(/-$/, '') || 'convention'
  return [base, ...taken.map((_, index) => `${base}-${index + 2}`)].find((candidate) => !taken.includes(candidate)) ?? base
}
