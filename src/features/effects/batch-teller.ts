// Answers blocks of points: the sectors from the point index, the profile from the levers, and the text of each distinct answer, written once.
import type { PointIndex } from '../../geometry/point-index.ts'
import type { Teller } from './batch-answers.ts'
import type { Communes } from './batch-points.ts'
import { openProfiles } from './batch-profiles.ts'
import type { BatchScene, BatchSector, Counted, Profile } from './batch-profiles.ts'

/** `told`: for each distinct answer, its profile and how many points had it. */
export type ProfileTeller = Teller & { readonly told: () => readonly Counted[] }

/** Longer than this, the sectors of one place do not fit in a line. */
const longestEnding = 1_000_000

/** `wide`: one column per lever, after the profile. */
export function openTeller(scene: BatchScene, index: PointIndex, communes: Communes, wide: boolean): ProfileTeller {
  const answers: { readonly profile: Profile; readonly ending: Uint8Array }[] = []
  const profileOf = openProfiles(scene)
  const kinOf = kinships(scene, communes)
  const counts: number[] = []
  /** The answer of each set of sectors where no commune is told, by its code; then of each set and commune. */
  const alone: number[] = []
  const together = new Map<number, number>()
  const text = new TextEncoder()

  const answerOf = (code: number, commune: number): number => {
    const sectors = index.setOf(code)
    const profile = profileOf(sectors, communes.code(commune))
    const ending = text.encode(endingOf(scene, sectors, profile, wide))
    if (ending.length > longestEnding) throw new RangeError('too many sectors lie one upon another')
    counts.push(0)
    return answers.push({ profile, ending }) - 1
  }
  const known = (code: number, number: number): number => {
    if (number === 0) return (alone[code] ??= answerOf(code, 0))
    const commune = kinOf(number)
    const key = code * 131_072 + commune
    const found = together.get(key) ?? answerOf(code, commune)
    together.set(key, found)
    return found
  }
  const tell: Teller['tell'] = ({ longitudes, latitudes, communes: numbers, problems, count }, into) => {
    index.codesOf(longitudes, latitudes, into, count)
    for (let place = 0; place < count; place += 1) {
      if (problems[place] !== 0) continue
      const answer = known(into[place] ?? 0, numbers[place] ?? 0)
      into[place] = answer
      counts[answer] = (counts[answer] ?? 0) + 1
    }
  }
  const nothing = new Uint8Array(0)
  const told = (): readonly Counted[] => answers.map(({ profile }, at) => ({ profile, points: counts[at] ?? 0 }))
  return { tell, told, ending: (answer) => answers[answer]?.ending ?? nothing, unanswered: text.encode(unansweredOf(scene, wide)) }
}

/** Communes that no file speaks of are answered alike: the first one met stands for them all. */
function kinships({ sectors, conventions }: BatchScene, communes: Communes): (commune: number) => number {
  const spokenOf = new Set([...sectors.map(({ commune }) => commune), ...(conventions?.communes ?? []).map(({ insee }) => insee)])
  const kin: number[] = []
  let stranger: number | undefined
  return (commune) => (kin[commune] ??= spokenOf.has(communes.code(commune) ?? '') ? commune : (stranger ??= commune))
}

/** As a CSV writes it. */
const cell = (words: string): string => (/[",\n\r;]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)

export const columnsOf = (scene: BatchScene, wide: boolean): string =>
  ['id', 'sector', 'version', 'profile', ...(wide ? scene.levers.map(({ id }) => id) : [])].join(',')

/** Sectors by their identifiers, each once, with their versions in the same order. */
function endingOf(scene: BatchScene, ranks: readonly number[], { name, verdicts }: Profile, wide: boolean): string {
  const named = new Map(ranks.flatMap((rank) => scene.sectors[rank] ?? []).map((sector) => [`${sector.id}\n${sector.version}`, sector]))
  const sectors = [...named.values()].toSorted((one, other) => order(one.id, other.id) || order(one.version, other.version))
  const listed = (words: (sector: BatchSector) => string): string => cell(sectors.map(words).join('|'))
  return `,${[listed(({ id }) => id), listed(({ version }) => version), name, ...(wide ? verdicts : [])].join(',')}\n`
}
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const unansweredOf = (scene: BatchScene, wide: boolean): string => `,,,?${wide ? ',unknown'.repeat(scene.levers.length) : ''}\n`
