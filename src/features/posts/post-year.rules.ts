// One year of a post: its cost, who helps to pay it, what the form may say, and what the rules of law make of it. Pure.
import { date, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { cents, readEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { opahRuPost, townCentreManager } from '../../law/money/ceilings.ts'
import type { Explanation } from '../../law/money/explanation.ts'
import { postCofunding } from '../../law/money/post-cofunding.ts'
import type { ReadCeiling } from '../../law/money/post-cofunding.ts'
import type { Verdict } from '../../law/money/verdict.ts'
import { fundingStatuses } from '../../planning/funding-status.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import { postBases } from '../../planning/post-kind.ts'
import type { PostBasis } from '../../planning/post-kind.ts'
import type { Post } from './post.rules.ts'

/** One co-funding of the year. `funderId` null: to be found; `newFunder`: one the operation does not know yet. `amountCents` null: unknown. */
export type PostFunding = {
  readonly funderId: Id<'organisation'> | null; readonly scheme: string | null; readonly amountCents: Cents | null
  readonly status: FundingStatus; readonly statusOn: PlainDate | null; readonly reference: string
}
/** `costCents` null: unknown. `basis`: as written, since a salary bears no tax. */
export type PostYear = {
  readonly year: number; readonly costCents: Cents | null; readonly basis: PostBasis | null; readonly note: string
  readonly fundings: readonly PostFunding[]
}
/** The year as read from its form: a funder may be a name still without an identifier. */
export type ReadYear = Omit<PostYear, 'year' | 'fundings'> & { readonly fundings: readonly (PostFunding & { readonly newFunder: string })[] }

export const mostFundings = 12
export const fundingCells = ['funder', 'newFunder', 'scheme', 'amount', 'status', 'statusOn', 'reference'] as const
/** By field: `cost`, `basis`, `note`, then `amount-0`, `status-0`…, a number a line. */
export type YearTyped = Readonly<Record<string, string>>
export type YearProblem = { readonly field: string; readonly why: 'amount' | 'tooLong' | 'funder' | 'status' | 'day' }

const cell = (typed: YearTyped, name: string): string => typed[name] ?? ''

/** Reads the form; refuses with every problem at once. A line of which nothing is said is left out. */
export function readYear(typed: YearTyped, organisations: readonly { readonly id: Id<'organisation'> }[]): Outcome<ReadYear, YearProblem> {
  const problems: YearProblem[] = []
  const tell = (field: string, why: YearProblem['why'], wrong: boolean) => void (wrong && problems.push({ field, why }))
  const amountOf = (field: string): Cents | null => {
    const amount = cell(typed, field) === '' ? null : readEuros(cell(typed, field))
    tell(field, 'amount', amount === undefined)
    return amount ?? null
  }
  const costCents = amountOf('cost')
  tell('note', 'tooLong', cell(typed, 'note').length > 1000)
  const fundings = Array.from({ length: mostFundings }, (_, line) => line).filter((line) => said(typed, line)).map((line) => {
    const [funder, status, day] = [cell(typed, `funder-${line}`), cell(typed, `status-${line}`), cell(typed, `statusOn-${line}`)]
    const [known, statusOn] = [organisations.find(({ id }) => id === readId(funder))?.id ?? null, day === '' ? null : readDate(day)]
    const [newFunder, scheme, reference] = [cell(typed, `newFunder-${line}`), cell(typed, `scheme-${line}`), cell(typed, `reference-${line}`)]
    const [found] = fundingStatuses.filter((one) => one === status)
    tell(`funder-${line}`, 'funder', funder !== '' && known === null)
    tell(`newFunder-${line}`, 'tooLong', newFunder.length > 200)
    tell(`scheme-${line}`, 'tooLong', scheme.length > 120)
    tell(`status-${line}`, 'status', found === undefined && status !== '')
    tell(`statusOn-${line}`, 'day', statusOn === undefined)
    tell(`reference-${line}`, 'tooLong', reference.length > 300)
    return {
      funderId: known, newFunder: known === null ? newFunder : '', scheme: scheme === '' ? null : scheme, amountCents: amountOf(`amount-${line}`),
      status: found ?? 'toRequest', statusOn: statusOn ?? null, reference,
    }
  })
  const basis = postBases.find((one) => one === cell(typed, 'basis')) ?? null
  return problems.length > 0 ? refused(problems) : accepted({ costCents, basis, note: cell(typed, 'note'), fundings })
}

/** A line says something when anything but its status is filled: a new one begins as « to be requested ». */
const said = (typed: YearTyped, line: number): boolean =>
  fundingCells.some((name) => name !== 'status' && cell(typed, `${name}-${line}`) !== '')

const euros = (amount: Cents | null): string =>
  (amount === null ? '' : `${Math.trunc(amount / 100)}${amount % 100 === 0 ? '' : `,${String(amount % 100).padStart(2, '0')}`}`)

/** A year as its form shows it. */
export function typedYear({ costCents, basis, note, fundings }: Omit<PostYear, 'year'>): YearTyped {
  const lines = fundings.flatMap((one, line) => [
    [`funder-${line}`, one.funderId ?? ''], [`scheme-${line}`, one.scheme ?? ''], [`amount-${line}`, euros(one.amountCents)],
    [`status-${line}`, one.status], [`statusOn-${line}`, one.statusOn?.split('-').reverse().join('/') ?? ''], [`reference-${line}`, one.reference],
  ])
  return { cost: euros(costCents), basis: basis ?? '', note, ...Object.fromEntries(lines) }
}

/** What counts as aid: neither refused nor cancelled; `unknown` lines have no amount. */
export type PostAid = { readonly cents: Cents; readonly unknown: number }
export function aidOf(fundings: readonly PostFunding[]): PostAid {
  const counted = fundings.filter(({ status }) => status !== 'refused' && status !== 'cancelled')
  return {
    cents: cents(counted.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0)),
    unknown: counted.filter(({ amountCents }) => amountCents === null).length,
  }
}

/** `readings`: of a project lead's post, both ceilings. `leftCents`: what the employer pays; null when unknown. */
export type YearJudgement = {
  readonly aid: PostAid; readonly leftCents: Cents | null; readonly result: Verdict | undefined; readonly maximumCents: Cents | null
  readonly readings: readonly ReadCeiling[]; readonly explanation: Explanation | undefined
}

/** The rules as they stand on the last day of the year. `before`: the year before, since a manager's aid is counted over two. */
export function judgeYear(post: Pick<Post, 'kind' | 'opahRu'>, year: PostYear, before: PostYear | undefined): YearJudgement {
  const on = date(`${year.year}-12-31`)
  const aid = aidOf(year.fundings)
  const leftCents = year.costCents === null || aid.unknown > 0 ? null : cents(year.costCents - aid.cents)
  const none = { aid, leftCents, result: undefined, maximumCents: null, readings: [], explanation: undefined }
  // A sum with an unknown is a least: it may fail, it cannot pass.
  const floored = (result: Verdict | undefined, unknown: number): Verdict | undefined => (unknown > 0 && result !== 'fail' ? 'unknown' : result)
  if (post.kind === 'projectLead') {
    const { result, readings, explanation } = postCofunding({ annualCostCents: year.costCents, opahRu: post.opahRu, aidCents: aid.cents }, on)
    return { ...none, result: floored(result, aid.unknown), readings, explanation }
  }
  if (post.kind === 'opahRuOfficer') {
    const { result, maximumCents, explanation } =
      opahRuPost({ annualCostCents: year.costCents, aidCents: aid.cents, requestedOn: null, startsOn: null }, on)
    return { ...none, result: floored(result, aid.unknown), maximumCents, explanation }
  }
  if (post.kind === 'townCentreManager') {
    const earlier = aidOf(before?.fundings ?? [])
    const { result, maximumCents, explanation } = townCentreManager({ aidCents: cents(aid.cents + earlier.cents) }, on)
    return { ...none, result: floored(result, aid.unknown + earlier.unknown), maximumCents, explanation }
  }
  return none
}
