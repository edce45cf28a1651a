// A sector of an operation and the versions of its shape: what they are, and which version holds on a day. Pure.
import { plusDays } from '../../kernel/date.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { SectorKind } from '../../law/levers/sector-kind.ts'

/**
 * `insee`: the commune it lies in, null over several. `conventionId`: the text it belongs to when one alone makes it.
 * `illustrative`: drawn by hand to show what it would be.
 */
export type SectorValues = {
  readonly name: string; readonly kind: SectorKind; readonly insee: string | null; readonly conventionId: Id<'convention'> | null
  readonly illustrative: boolean; readonly note: string
}
export type Sector = SectorValues & { readonly id: Id<'sector'>; readonly slug: string; readonly version: number }

/**
 * One shape between two days, never changed afterwards. `geometry`: null for an act that takes the sector away. `townCentre`, `validFrom`,
 * `precisionMetres`: null when nobody knows; `validTo` null: until the next version. `areaM2`: square metres.
 */
export type VersionValues = {
  readonly geometry: MultiPolygon | null; readonly areaM2: number | null; readonly townCentre: boolean | null; readonly actId: Id<'act'> | null
  readonly validFrom: PlainDate | null; readonly validTo: PlainDate | null; readonly precisionMetres: number | null; readonly source: string
}
export type SectorVersion = VersionValues & {
  readonly id: Id<'sectorVersion'>; readonly sectorId: Id<'sector'>; readonly number: number; readonly recordedAt: Instant
  readonly recordedBy: string; readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

/** Three answers: what is not known is never « no ». */
export type Standing = 'yes' | 'no' | 'unknown'
export const bothStand = (one: Standing, other: Standing): Standing =>
  one === 'no' || other === 'no' ? 'no' : one === 'unknown' || other === 'unknown' ? 'unknown' : 'yes'

/** What the acts say of a version that day: it counts, it does not, or nobody can tell; `code`: why. */
export type VersionTrust = {
  readonly standing: Standing; readonly code: 'actStruck' | 'actChallenged' | 'actLater' | 'actUndone' | 'actMissing' | null
}

export type VersionAnswer = {
  readonly standing: Standing
  readonly why: 'holds' | 'noVersion' | 'notYet' | 'ended' | 'takenAway' | 'startUnknown' | 'actUndrawn' | NonNullable<VersionTrust['code']>
  /** The one that holds; null when none does, or when several may. */
  readonly version: SectorVersion | null
  /** Those that may hold when nobody can tell. */
  readonly candidates: readonly SectorVersion[]
  /** The day it begins or ended. */
  readonly on: PlainDate | null
  /** The last day of the one that holds; null until another is recorded. */
  readonly until: PlainDate | null
}

/**
 * Which version holds that day. A withdrawn one never does; of two that begin the same day, the last recorded. A version lasts until its own last
 * day, or the eve of the next. One whose beginning nobody knows may hold on any day until a later record replaces it.
 */
export function versionOn(versions: readonly SectorVersion[], day: PlainDate, trust: (version: SectorVersion) => VersionTrust): VersionAnswer {
  const standing = versions.filter(({ withdrawn }) => withdrawn === null)
  if (standing.length === 0) return { standing: 'unknown', why: 'noVersion', version: null, candidates: [], on: null, until: null }
  const counting = standing.filter((version) => trust(version).standing !== 'no')
  const held = holderOn(counting, day)
  const undated = counting.filter((one) => one.validFrom === null && !(one.validTo !== null && one.validTo < day)
    && (held === undefined || held.version.number < one.number))
  if (undated.length > 0) {
    const candidates = [...(held === undefined ? [] : [held.version]), ...undated]
    return { standing: 'unknown', why: 'startUnknown', version: null, candidates, on: null, until: null }
  }
  if (held === undefined) return beforeOrAfter(counting, standing, day, trust)
  const { standing: trusted, code } = trust(held.version)
  if (trusted === 'unknown' && code !== null) {
    const other = holderOn(counting.filter((one) => one !== held.version), day)
    const candidates = [held.version, ...(other === undefined ? [] : [other.version])]
    return { standing: 'unknown', why: code, version: null, candidates, on: null, until: null }
  }
  const { version, to: until } = held
  return version.geometry === null ? { standing: 'no', why: 'takenAway', version, candidates: [], on: version.validFrom, until }
    : { standing: 'yes', why: 'holds', version, candidates: [], on: version.validFrom, until }
}

type Span = { readonly version: SectorVersion; readonly from: PlainDate; readonly to: PlainDate | null }
/** The versions whose first day is known, with the last day each holds, in order. */
export function spansOf(versions: readonly SectorVersion[]): readonly Span[] {
  const dated = versions
    .flatMap((version) => (version.withdrawn !== null || version.validFrom === null ? [] : [{ version, from: version.validFrom }]))
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.version.number - other.version.number))
  return dated.flatMap(({ version, from }, rank) => {
    const next = dated[rank + 1]
    if (next?.from === from) return []
    const eve = next === undefined ? null : plusDays(next.from, -1)
    return [{ version, from, to: version.validTo === null || (eve !== null && eve < version.validTo) ? eve : version.validTo }]
  })
}

const holderOn = (versions: readonly SectorVersion[], day: PlainDate): Span | undefined =>
  spansOf(versions).find(({ from, to }) => from <= day && (to === null || day <= to))

/** No version holds: it has not begun, or it is over; or what an act undid was the only one. */
function beforeOrAfter(
  counting: readonly SectorVersion[], standing: readonly SectorVersion[], day: PlainDate, trust: (version: SectorVersion) => VersionTrust,
): VersionAnswer {
  const spans = spansOf(counting)
  const nobody = { version: null, candidates: [], until: null }
  const ended = spans.findLast(({ to }) => to !== null && to < day)
  if (ended !== undefined) return { standing: 'no', why: 'ended', ...nobody, on: ended.to }
  const [first] = spans
  if (first !== undefined) return { standing: 'no', why: 'notYet', ...nobody, on: first.from }
  const undone = standing.find((version) => trust(version).standing === 'no')
  return undone === undefined ? { standing: 'no', why: 'ended', ...nobody, on: standing[0]?.validTo ?? null }
    : { standing: 'no', why: trust(undone).code ?? 'actUndone', ...nobody, on: null }
}
