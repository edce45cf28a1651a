// The money a file tells of an action, beside the money the plan knows: lines to make, lines to change, steps to record.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Cents } from '../../kernel/money.ts'
import { fold, nameKey } from '../../kernel/text.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import type { CostValues, FundingValues } from '../../planning/money-line.ts'
import { isUnknown } from '../../planning/sheets/money-cell.ts'
import type { CostDraft, FundingDraft } from '../../planning/sheets/draft.ts'
import type { PartyKind } from '../../reading/facts.ts'

export type KnownCost = CostValues & { readonly id: Id<'costLine'> }
export type KnownFunding = FundingValues & { readonly id: Id<'fundingLine'>; readonly status: FundingStatus }
/** `id` null: a line to make. `before` null as well. */
export type CostChange = { readonly id: Id<'costLine'> | null; readonly before: CostValues | null; readonly after: CostValues }
export type StepToTake = { readonly status: FundingStatus; readonly on: PlainDate; readonly amountCents: Cents | null; readonly reference: string }
export type FundingChange = {
  readonly id: Id<'fundingLine'> | null; readonly before: FundingValues | null; readonly after: FundingValues; readonly step: StepToTake | null
  readonly statusBefore: FundingStatus
}
/** `differing`: totals of the file that the lines of the plan do not add up to, and that no single line can take. */
export type MoneyCompared = { readonly costs: readonly CostChange[]; readonly fundings: readonly FundingChange[];
  readonly differing: readonly CostDraft[] }

/** « Commune » or « Ville » over a sum, for an action that a town bears: that is its own share, no subsidy of another. */
export const withOwnTown = (fundings: readonly FundingDraft[], owner: PartyKind | undefined): readonly FundingDraft[] =>
  fundings.map((line) => (owner === 'commune' && line.kind === 'grant' && /^(?:la )?(?:commune|ville|mairie)$/.test(fold(line.funder).trim())
    ? { ...line, funder: '', kind: 'own' as const } : line))

export function compareMoney(
  costs: readonly CostDraft[], fundings: readonly FundingDraft[], known: { readonly costs: readonly KnownCost[];
    readonly lines: readonly KnownFunding[] },
  organisation: (name: string) => Id<'organisation'>, owner: Id<'organisation'> | null, today: PlainDate,
): MoneyCompared {
  const differing: CostDraft[] = []
  const changes: CostChange[] = []
  for (const draft of costs) {
    const change = compareCost(draft, known.costs, known.costs.length + changes.length)
    if (change === 'differs') differing.push(draft)
    else if (change !== 'same') changes.push(change)
  }
  const taken = new Set<string>()
  const lines: FundingChange[] = []
  for (const draft of fundings) {
    const change = compareFunding(draft, known.lines, taken, organisation, owner, today, known.lines.length + lines.length)
    if (change !== undefined) lines.push(change)
  }
  return { costs: changes, fundings: lines, differing }
}

/** A total of the file is that of the lines of the same tax basis, and of the same year when it names one. */
function compareCost(draft: CostDraft, known: readonly KnownCost[], position: number): CostChange | 'same' | 'differs' {
  const alike = known.filter(({ basis, year }) => basis === draft.basis && (draft.year === null || year === draft.year))
  const [only] = alike
  if (only === undefined) {
    const { label, nature, year, basis, planned, final, written } = draft
    return { id: null, before: null, after: { position, label, nature, year, basis, plannedCents: planned, finalCents: final, fctvaEligible: null,
      written } }
  }
  if (alike.length > 1) {
    const same = (wanted: Cents | null, amounts: readonly (Cents | null)[]): boolean => wanted === null
      || wanted === amounts.reduce((sum: number, amount) => sum + (amount ?? 0), 0)
    return same(draft.planned, alike.map(({ plannedCents }) => plannedCents)) && same(draft.final, alike.map(({ finalCents }) => finalCents))
      ? 'same' : 'differs'
  }
  const { id, position: place, label, nature, year, basis, plannedCents, finalCents, fctvaEligible, written } = only
  const before: CostValues = { position: place, label, nature, year, basis, plannedCents, finalCents, fctvaEligible, written }
  const after = { ...before, plannedCents: draft.planned ?? plannedCents, finalCents: draft.final ?? finalCents,
    written: moreWritten(draft.written, written) }
  return JSON.stringify(before) === JSON.stringify(after) ? 'same' : { id, before, after }
}

/** « NC » says nothing against words that say more. */
const moreWritten = (said: string | null, known: string | null): string | null =>
  (said === null || (known !== null && isUnknown(said)) ? known : said)

function compareFunding(
  draft: FundingDraft, known: readonly KnownFunding[], taken: Set<string>, organisation: (name: string) => Id<'organisation'>,
  owner: Id<'organisation'> | null, today: PlainDate, position: number,
): FundingChange | undefined {
  const funderId = draft.funder === '' ? null : organisation(draft.funder)
  const scheme = draft.scheme === '' ? null : draft.scheme
  const free = known.filter(({ id }) => !taken.has(id))
  const sameFunder = free.filter((line) => (draft.kind === 'own' && funderId === null ? line.kind === 'own'
    && (line.funderId === null || line.funderId === owner)
    : line.funderId === funderId && (funderId !== null || line.kind === draft.kind)))
  const schemeKey = (text: string | null): string => nameKey(text ?? '')
  const line = sameFunder.find((one) => schemeKey(one.scheme) === schemeKey(scheme))
    ?? (scheme === null && sameFunder.length === 1 ? sameFunder[0] : undefined)
  const step = stepOf(draft, line?.status ?? 'toRequest', today)
  const statusBefore = line?.status ?? 'toRequest'
  if (line === undefined) {
    const after: FundingValues = {
      position, funderId, scheme, kind: draft.kind, basis: draft.basis, amountCents: draft.amount, rateBasisPoints: draft.basisPoints,
        baseCents: draft.base, note: '',
      written: draft.written,
    }
    return { id: null, before: null, after, step, statusBefore }
  }
  taken.add(line.id)
  const before: FundingValues = {
    position: line.position, funderId: line.funderId, scheme: line.scheme, kind: line.kind, basis: line.basis, amountCents: line.amountCents,
    rateBasisPoints: line.rateBasisPoints, baseCents: line.baseCents, note: line.note, written: line.written,
  }
  const after: FundingValues = {
    ...before, scheme: before.scheme ?? scheme, basis: draft.basis ?? before.basis, amountCents: draft.amount ?? before.amountCents,
    rateBasisPoints: draft.basisPoints ?? before.rateBasisPoints, baseCents: draft.base ?? before.baseCents,
      written: moreWritten(draft.written, before.written),
  }
  if (JSON.stringify(before) === JSON.stringify(after) && step === null) return undefined
  return { id: line.id, before, after, step, statusBefore }
}

/** What a status says that the line does not stand at already. A payment of the file is of the whole: how much was paid that day stays unknown. */
function stepOf(draft: FundingDraft, standing: FundingStatus, today: PlainDate): StepToTake | null {
  if (draft.status === null || draft.status === standing) return null
  const summed = draft.status === 'requested' || draft.status === 'awarded' || draft.status === 'committed'
  return { status: draft.status, on: draft.on ?? today, amountCents: summed ? draft.amount : null, reference: draft.reference.slice(0, 300) }
}
