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

type Known = MatchableAction & { readonly words: ReadonlySet<string>; readonly weight: number; readonly schemes: readonly string[] }
/** Actions ready to be matched with any number of grants: their ranks by word and by the amounts of their lines, the weight of each word. */
export type MatchIndex = {
  readonly actions: readonly Known[]; readonly byWord: ReadonlyMap<string, readonly number[]>
  readonly byAmount: ReadonlyMap<Cents, readonly number[]>; readonly weightOf: (word: string) => number
}
/** Reads the titles once. */
export function indexed(actions: readonly MatchableAction[]): MatchIndex {
  const [byWord, byAmount] = [new Map<string, number[]>(), new Map<Cents, number[]>()]
  const words = actions.map(({ title, lines }, rank) => {
    const own = tellingWords(title)
    for (const word of own) put(byWord, word, rank)
    for (const { amountCents } of lines) if (amountCents !== null && amountCents > 0) put(byAmount, amountCents, rank)
    return own
  })
  // A word every action has tells little; one that two share tells nearly everything.
  const weights = new Map([...byWord].map(([word, ranks]) => [word, 1 / Math.log2(1 + ranks.length)]))
  const weightOf = (word: string): number => weights.get(word) ?? 1
  return {
    byWord, byAmount, weightOf, actions: actions.map((action, rank) => {
      const own = words[rank] ?? new Set()
      return { ...action, words: own, weight: sumOf(own, weightOf), schemes: action.lines.map(({ scheme }) => fold(scheme ?? '')) }
    }),
  }
}

const sumOf = (words: ReadonlySet<string>, weightOf: MatchIndex['weightOf']): number => [...words].reduce((sum, word) => sum + weightOf(word), 0)

function put<Key>(map: Map<Key, number[]>, key: Key, rank: number): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [rank])
  else if (there.at(-1) !== rank) there.push(rank)
}

/** The actions a grant may be about, the likeliest first; `scheme`: that of its list. */
export function matchesOf(grant: ListedGrant, scheme: string, index: MatchIndex): readonly GrantMatch[] {
  const wanted = tellingWords(grant.title)
  const [whole, sought] = [sumOf(wanted, index.weightOf), fold(scheme)]
  const common = new Map<number, number>((grant.amountCents === null ? [] : index.byAmount.get(grant.amountCents) ?? []).map((rank) => [rank, 0]))
  for (const word of wanted) for (const rank of index.byWord.get(word) ?? []) common.set(rank, (common.get(rank) ?? 0) + index.weightOf(word))
  const scored: { readonly action: Known; readonly likeness: number; readonly score: number }[] = []
  for (const [rank, weight] of common) {
    const action = index.actions[rank]
    if (action === undefined) continue
    const likeness = weight === 0 ? 0 : weight / Math.sqrt(whole * action.weight)
    if (likeness < 0.2 && lineOf(action, grant.amountCents) === undefined) continue
    const score = pointsOf(grant, sought, action, likeness).reduce((sum, [, points]) => sum + points, 0)
    if (score >= enough) scored.push({ action, likeness, score })
  }
  return scored.toSorted((one, other) => other.score - one.score || (one.action.id < other.action.id ? -1 : 1)).slice(0, mostMatches)
    .map(({ action, likeness, score }) => ({
      actionId: action.id, score, lineId: (lineOf(action, grant.amountCents) ?? action.lines[schemeOf(action, sought)])?.id ?? null,
      reasons: pointsOf(grant, sought, action, likeness).filter(([, points]) => points > 0).map(([kind, points]): MatchReason =>
        (kind === 'words' ? { kind, points, words: [...wanted].filter((word) => action.words.has(word)) } : { kind, points })),
    }))
}

const lineOf = ({ lines }: Known, amount: Cents | null): MatchableLine | undefined =>
  (amount === null || amount === 0 ? undefined : lines.find(({ amountCents }) => amountCents === amount))
const schemeOf = ({ schemes }: Known, sought: string): number => schemes.findIndex((known) => known.includes(sought))

type Points = readonly (readonly [MatchReason['kind'], number])[]
const pointsOf = (grant: ListedGrant, sought: string, action: Known, likeness: number): Points => [
  ['siren', grant.siren !== null && action.sirens.includes(grant.siren) ? weights.siren : 0],
  ['commune', grant.insee !== null && action.communes.includes(grant.insee) ? weights.commune : 0],
  ['words', Math.round(weights.words * Math.min(1, likeness))], ['scheme', schemeOf(action, sought) < 0 ? 0 : weights.scheme],
  ['amount', lineOf(action, grant.amountCents) === undefined ? 0 : weights.amount],
]
