// A funding plan to propose: the cost that is left, sources that may pay it, and the lines that come out once accepted.
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { FundingProblem as SolverProblem, FundingSource } from '../../law/money/funding-problem.ts'
import { readAmount } from './money-form.rules.ts'
import { readRate } from './funding-line.rules.ts'
import type { Funder } from './money-line.rules.ts'
import { isPublic } from '../../planning/funding-plan.ts'
import type { Share } from '../../planning/funding-plan.ts'

/** Rows of the form: one source each. */
export const sourceRows = [1, 2, 3, 4] as const
export type TypedProposal = Readonly<Record<string, string>>
export const proposalFields = ['cost', 'eligible', 'basis', 'ownShare', 'ceiling', ...sourceRows.flatMap((row) => [`funder${row}`, `scheme${row}`,
  `rate${row}`, `most${row}`])]
export type ProposalProblem = 'costUnreadable' | 'eligibleUnreadable' | 'basisUnknown' | 'funderUnknown' | 'rateUnreadable' | 'mostUnreadable' |
  'funderTwice'
export type Source = { readonly key: string; readonly funder: Funder; readonly scheme: string; readonly source: FundingSource }
export type ReadProposal = { readonly problem: SolverProblem; readonly basis: 'HT' | 'TTC'; readonly sources: readonly Source[] }

/** What is planned already, and stays: lines of that basis whose amount is known. */
export type PlannedMoney = { readonly name: string; readonly share: Share; readonly cents: Cents; readonly basis: 'HT' | 'TTC' | null }
type Context = { readonly funders: readonly Funder[]; readonly ownerId: Id<'organisation'> | null; readonly planned: readonly PlannedMoney[] }

/** Reads the cost and the sources; rows without a funder are left out. What is planned already is kept as it is; the owner pays the rest. */
export function readProposal(typed: TypedProposal, { funders, ownerId, planned }: Context): Outcome<ReadProposal, ProposalProblem> {
  const said = (name: string): string => typed[name] ?? ''
  const [cost, eligible] = [readAmount(said('cost')), readAmount(said('eligible'))]
  const rows = sourceRows.filter((row) => said(`funder${row}`) !== '').map((row) => ({
    row, funder: funders.find(({ id }) => id === said(`funder${row}`)), rate: readRate(said(`rate${row}`)), most: readAmount(said(`most${row}`)),
    scheme: said(`scheme${row}`).slice(0, 120),
  }))
  const basis = said('basis') === 'HT' ? 'HT' : said('basis') === 'TTC' ? 'TTC' : undefined
  const twice = new Set(rows.map(({ funder, scheme }) => `${funder?.id} ${scheme}`)).size < rows.length
  const problems = found<ProposalProblem>({
    costUnreadable: !cost.ok || cost.cents === null || cost.cents === 0, eligibleUnreadable: !eligible.ok, basisUnknown: basis === undefined,
    funderUnknown: rows.some(({ funder }) => funder === undefined || funder.id === ownerId), rateUnreadable: rows.some(({ rate }) =>
      rate === undefined),
    mostUnreadable: rows.some(({ most }) => !most.ok), funderTwice: twice,
  })
  if (problems.length > 0 || !cost.ok || cost.cents === null || !eligible.ok || basis === undefined) return refused(problems)
  const sources = rows.flatMap(({ row, funder, rate, most, scheme }) => (funder === undefined || rate === undefined || !most.ok ? [] : [
    { key: String(row), funder, scheme, source: sourceOf(String(row), funder, scheme, rate, most.cents) },
  ]))
  return accepted({
    basis, sources, problem: {
      costCents: cost.cents, eligibleCents: eligible.cents, ownShare: said('ownShare') === 'oui', publicAidCeiling: said('ceiling') === 'oui',
      sources: [...kept(planned.filter((one) => one.basis === basis)), ...sources.map(({ source }) => source), ownerOf(planned, basis)],
    },
  })
}

export const ownerKey = 'owner'
const nothing: Cents = cents(0)

/** Money of others that is planned already: no more, no less. */
const kept = (planned: readonly PlannedMoney[]): readonly FundingSource[] =>
  planned.filter(({ share }) => share === 'public' || share === 'private' || share === 'unknown').map(({ name, share, cents: amount }, rank) => ({
    key: `kept${rank}`, label: name, role: share === 'private' ? 'private' : 'public', atLeastCents: amount, atMostCents: amount,
    rateBasisPoints: null, baseCents: null,
  }))

/** What the owner brings already, loans that it pays back included, and the rest. */
const ownerOf = (planned: readonly PlannedMoney[], basis: 'HT' | 'TTC'): FundingSource => ({
  key: ownerKey, label: ownerKey, role: 'owner', atMostCents: null, rateBasisPoints: null, baseCents: null,
  atLeastCents: ownAlready(planned, basis),
})
export const ownAlready = (planned: readonly PlannedMoney[], basis: 'HT' | 'TTC'): Cents =>
  planned.filter((one) => one.basis === basis && (one.share === 'own' || one.share === 'loan')).reduce((so, one) => cents(so + one.cents), nothing)

/** Whoever is not known to be private counts as public: caps hold all the more. */
const sourceOf = (key: string, { name, kind }: Funder, scheme: string, rate: number | null, most: Cents | null): FundingSource => ({
  key, label: scheme === '' ? name : `${name} – ${scheme}`, role: isPublic[kind] === false ? 'private' : 'public', atLeastCents: nothing,
  atMostCents: most, rateBasisPoints: rate, baseCents: null,
})
