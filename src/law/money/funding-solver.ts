// A funding plan that satisfies every cap, to the cent and always the same; or the constraint that cannot be met, and by how much.
import type { PlainDate } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { leastOf, nothing, partOf, sumOf } from './exact.ts'
import { step } from './explanation.ts'
import type { FundedLine, FundingLimit, FundingProblem, FundingProposal, FundingSource, SourceRole } from './funding-problem.ts'
import { blockedIn, boundOf } from './funding-room.ts'
import type { Room, Span } from './funding-room.ts'
import { explainBlocked, explainPlan } from './funding-words.ts'
import { outOfPeriod } from './money-words.ts'
import { valueOn } from './parameter.ts'
import { ownShareRate, publicAidRate } from './parameters.ts'

/**
 * Public and private sources are filled as far as every constraint allows, in the order given; the owner pays what is left.
 * @source CGCT, art. L.1111-10, III; décret n° 2018-514 du 25 juin 2018, art. 10 (to be confirmed)
 */
export function proposeFunding(problem: FundingProblem, on: PlainDate): FundingProposal {
  const [minimum, ceiling] = [valueOn(ownShareRate, on), valueOn(publicAidRate, on)]
  if (minimum === undefined || ceiling === undefined) {
    const sentence = outOfPeriod(minimum === undefined ? ownShareRate : publicAidRate, on)
    const blocked = { constraint: 'period', key: null, missingCents: nothing } as const
    return { ok: false, blocked, sentence, explanation: step('Plan de financement', sentence) }
  }
  const asked = problem.sources.map((source) => ({ source, span: spanOf(source, problem), limit: ownLimit(source, problem) }))
  const crossed = asked.find(({ span }) => span.least > span.most)
  if (crossed !== undefined) {
    const missingCents = cents(crossed.span.least - crossed.span.most)
    return explainBlocked(problem, { constraint: 'sourceBounds', key: crossed.source.key, missingCents }, on)
  }
  const law = {
    cost: problem.costCents,
    ceiling: problem.publicAidCeiling ? partOf(problem.eligibleCents ?? problem.costCents, ceiling.value) : problem.costCents,
    rate: problem.ownShare ? rateOf(problem) ?? minimum.value : 0,
  }
  const blocked = blockedIn({ ...law, spans: spansOf(asked) })
  return blocked === undefined ? explainPlan(problem, fill(asked, law), on) : explainBlocked(problem, { ...blocked, key: null }, on)
}

type Asked = { readonly source: FundingSource; readonly span: Span; readonly limit: FundingLimit }

const rateOf = ({ minimumOwnShareBasisPoints: points }: FundingProblem): number | undefined => (points === undefined ? undefined : points * 10)

const byRate = ({ rateBasisPoints: points, baseCents }: FundingSource, { eligibleCents, costCents }: FundingProblem): Cents =>
  points === null ? costCents : partOf(baseCents ?? eligibleCents ?? costCents, points * 10)

const spanOf = (source: FundingSource, problem: FundingProblem): Span =>
  ({ least: source.atLeastCents, most: leastOf(source.atMostCents ?? problem.costCents, byRate(source, problem), problem.costCents) })

/** What stops a source when no other does. */
function ownLimit(source: FundingSource, problem: FundingProblem): FundingLimit {
  const { most } = spanOf(source, problem)
  return most === problem.costCents ? 'cost' : most === source.atMostCents ? 'maximum' : 'rate'
}

/** The sums by role: what one source may bring added to what the others may. */
function spansOf(asked: readonly Asked[]): Readonly<Record<SourceRole, Span>> {
  const of = (role: SourceRole): Span => {
    const spans = asked.filter(({ source }) => source.role === role).map(({ span }) => span)
    return { least: sumOf(spans.map(({ least }) => least)), most: sumOf(spans.map(({ most }) => most)) }
  }
  return { owner: of('owner'), public: of('public'), private: of('private') }
}

/** Each source in turn takes the most it can without making the rest impossible; the owner comes last. */
function fill(sources: readonly Asked[], law: Omit<Room, 'spans'>): readonly FundedLine[] {
  const order = [...sources.filter(({ source }) => source.role !== 'owner'), ...sources.filter(({ source }) => source.role === 'owner')]
  let asked = sources
  const limits = new Map<string, FundingLimit>()
  for (const { source, span, limit } of order) {
    const room = { ...law, spans: spansOf(asked) }
    const bound = boundOf(source.role, room)
    const most = cents(bound.most - (room.spans[source.role].least - span.least))
    const amount = leastOf(span.most, most)
    limits.set(source.key, source.role === 'owner' ? 'rest' : most < span.most ? bound.limit : limit)
    asked = asked.map((one) => (one.source.key === source.key ? { ...one, span: { least: amount, most: amount } } : one))
  }
  return asked.map(({ source: { key, label, role }, span }) => ({ key, label, role, cents: span.least, limit: limits.get(key) ?? 'rest' }))
}
