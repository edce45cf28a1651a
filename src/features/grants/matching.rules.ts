// Which action a published grant may be about: by who asked, where, the words of the title and the amount; every point explained. Pure.
import type { Id } from '../../kernel/id.ts'
import type { Cents } from '../../kernel/money.ts'
import { fold } from '../../kernel/text.ts'
import type { ListedGrant } from './grant-row.rules.ts'

/** A funding line an action has already. */
export type MatchableLine = { readonly id: Id<'fundingLine'>; readonly scheme: string | null; readonly amountCents: Cents | null }
/** An action as matching sees it. */
export type MatchableAction = {
  readonly id: Id<'action'>; readonly title: string; readonly sirens: readonly string[]; readonly communes: readonly string[]
  readonly lines: readonly MatchableLine[]
}
/** Why a match counts: the same beneficiary, the same commune, words in common, a line of that scheme, a line of that amount. */
export type MatchReason =
  | { readonly kind: 'siren' | 'commune' | 'scheme' | 'amount'; readonly points: number }
  | { readonly kind: 'words'; readonly points: number; readonly words: readonly string[] }
/** `score`: out of a hundred. `lineId`: the line that looks like the grant. */
export type GrantMatch = {
  readonly actionId: Id<'action'>; readonly score: number; readonly reasons: readonly MatchReason[]; readonly lineId: Id<'fundingLine'> | null
}

/** Team practice: who and where say less than the title, which says nothing alone. */
const weights = { siren: 25, commune: 15, words: 40, scheme: 8, amount: 12 } as const
const enough = 40
const mostMatches = 5

const hollow = new Set(['des', 'les', 'aux', 'par', 'pour', 'sur', 'dans', 'avec', 'une', 'rue', 'place', 'avenue', 'commune', 'ville', 'communal',
  'projet', 'travaux', 'operation', 'action', 'realisation', 'mise', 'oeuvre', 'etude', 'amenagement', 'installation'])

/** The words that tell a title from another, without plural. */
export const tellingWords = (title: string): ReadonlySet<string> => new Set(fold(title).split(/[^a-z0-9]+/)
  .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word)).filter((word) => word.length > 2 && !hollow.has(word)))

/** Actions ready to be matched with any number of grants. */
export type MatchIndex = {
  readonly actions: readonly (MatchableAction & { readonly words: ReadonlySet<string> })[]; readonly rarity: (word: string) => number
}
export function indexed(actions: readonly MatchableAction[]): MatchIndex {
  const counts = new Map<string, number>()
  const known = actions.map((action) => ({ ...action, words: tellingWords(action.title) }))
  for (const { words } of known) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  // A word every action has tells little; one that two share tells nearly everything.
  return { actions: known, rarity: (word) => 1 / Math.log2(1 + Math.max(1, counts.get(word) ?? 1)) }
}

/** The actions a grant may be about, the likeliest first; `scheme`: that of its list. */
export function matchesOf(grant: ListedGrant, scheme: string, { actions, rarity }: MatchIndex): readonly GrantMatch[] {
  const wanted = tellingWords(grant.title)
  const weigh = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + rarity(word), 0)
  const whole = weigh(wanted)
  return actions.flatMap((action): readonly GrantMatch[] => {
    const common = [...wanted].filter((word) => action.words.has(word))
    const likeness = common.length === 0 ? 0 : weigh(common) / Math.sqrt(whole * weigh(action.words))
    const sameAmount = action.lines.find(({ amountCents }) => amountCents !== null && amountCents > 0 && amountCents === grant.amountCents)
    if (likeness < 0.2 && sameAmount === undefined) return []
    const sameScheme = action.lines.find((line) => line.scheme !== null && fold(line.scheme).includes(fold(scheme)))
    const reasons: readonly (MatchReason | false)[] = [
      grant.siren !== null && action.sirens.includes(grant.siren) && { kind: 'siren', points: weights.siren },
      grant.insee !== null && action.communes.includes(grant.insee) && { kind: 'commune', points: weights.commune },
      common.length > 0 && { kind: 'words', points: Math.round(weights.words * Math.min(1, likeness)), words: common },
      sameScheme !== undefined && { kind: 'scheme', points: weights.scheme }, sameAmount !== undefined && { kind: 'amount', points: weights.amount },
    ]
    const kept = reasons.filter((reason) => reason !== false)
    const score = kept.reduce((sum, { points }) => sum + points, 0)
    return score < enough ? [] : [{ actionId: action.id, score, reasons: kept, lineId: (sameAmount ?? sameScheme)?.id ?? null }]
  }).toSorted((one, other) => other.score - one.score || (one.actionId < other.actionId ? -1 : 1)).slice(0, mostMatches)
}
