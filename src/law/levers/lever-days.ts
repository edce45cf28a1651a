// Which wording of a lever holds on a day, and how sure one is of it. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import { type Finding, allOf, finding } from './finding.ts'
import type { Lever, LeverStatus, LeverVersion } from './lever.ts'

/** The last wording begun by that day; null before the first. */
export const wordingOn = (lever: Lever, on: PlainDate): LeverVersion | null =>
  lever.versions.findLast(({ from }) => from.earliest === null || from.earliest <= on) ?? null

/** Does the law open this lever on that day, whatever the place. `wording`: from `wordingOn`; the doubtful days of one to confirm say no more. */
export const heldOn = (lever: Lever, wording: LeverVersion | null, on: PlainDate): Finding =>
  allOf(wording?.confirmed === false ? toConfirm(within(lever, wording, on)) : within(lever, wording, on),
    ...(freshnessOn(lever, on) === 'stale' ? [finding('unknown', 'lawNotRechecked', { on: lever.verifiedOn })] : []))

const toConfirm = (days: Finding): Finding => (days.truth === 'no' ? days : finding('unknown', 'leverToConfirm'))

function within(lever: Lever, wording: LeverVersion | null, on: PlainDate): Finding {
  if (wording === null) {
    const first = lever.versions[0]?.from.earliest
    return finding('no', 'leverNotYet', { ...(first !== undefined && first !== null && { on: first }) })
  }
  const { from, until } = wording
  if (on < from.sure) return finding('unknown', 'leverStartUnknown', { on: from.sure })
  if (until.sure === null || on <= until.sure) return finding('yes', 'leverHolds')
  return until.latest !== null && on > until.latest ? finding('no', 'leverEnded', { on: until.latest })
    : finding('unknown', 'leverEndToConfirm', { on: until.sure })
}

/**
 * A reading of the law is fresh for a year; read again after; past two years, what it says is in doubt.
 * @source ours (no statute): finance acts change these texts every year
 */
export const freshnessOn = ({ verifiedOn }: Pick<Lever, 'verifiedOn'>, on: PlainDate): 'fresh' | 'due' | 'stale' =>
  (on > yearsAfter(verifiedOn, 2) ? 'stale' : on > yearsAfter(verifiedOn, 1) ? 'due' : 'fresh')

const yearsAfter = (day: PlainDate, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/** What the catalogue says of a lever on a day. */
export function statusOn(lever: Lever, on: PlainDate): LeverStatus {
  const held = heldOn(lever, wordingOn(lever, on), on)
  if (held.truth === 'no') return held.reasons[0]?.code === 'leverNotYet' ? 'notYet' : 'expired'
  return held.truth === 'yes' ? 'confirmed' : 'toConfirm'
}
