// What is wrong with a shape, as a list one can read, tick and find on the map; the repairs that are offered.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { canMend } from '../../geometry/repair.ts'
import type { ShapeProblem } from '../../geometry/shape-problem.ts'
import type { MappedMark } from './sector-map.tsx'
import { repairNames, shapeProblemInWords, weightNames } from './shape-problem.words.ts'

const tones: Readonly<Record<ShapeProblem['weight'], BadgeTone>> = { stops: 'negative', mends: 'caution', tells: 'info' }

/** `marks`: the label on the map of each problem that has a place. `tick`: the name of the box that asks for its repair; none, no repair. */
export const ShapeProblems = ({ problems, named, prefix, tick }: {
  problems: readonly ShapeProblem[]; named: (other: string) => string; prefix: string; tick: string | undefined
}) => (
  <ul class="shape-problems">
    {problems.map((problem, rank) => {
      const mark = problem.place.length === 0 ? '' : markLabel(prefix, rank)
      const id = `${tick ?? ''}-${problem.code}-${rank}`
      return (
        <li key={`${problem.code} ${problem.other ?? ''}`}>
          <Badge tone={tones[problem.weight]}>{weightNames[problem.weight]}</Badge>
          {` ${shapeProblemInWords(problem, named)}`}
          {mark === '' ? null : <span class="quiet">{` Repère ${mark} sur la carte.`}</span>}
          {tick === undefined || !canMend(problem.code) || problem.weight === 'tells' && problem.code !== 'ringOrientation' ? null : (
            <span class="choice">
              <input type="checkbox" id={id} name={`${tick}-${problem.code}`} value="oui" />
              <label for={id}>{repairNames[problem.code] ?? 'Réparer'}</label>
            </span>
          )}
        </li>
      )
    })}
  </ul>
)

const markLabel = (prefix: string, rank: number): string => `${prefix}${String.fromCodePoint(65 + (rank % 26))}`
/** The same problems on the map. */
export const marksOf = (problems: readonly ShapeProblem[], prefix: string): readonly MappedMark[] =>
  problems.flatMap(({ code, place }, rank) => (place.length === 0 ? [] : [{ key: `${prefix} ${code} ${rank}`, label: markLabel(prefix, rank),
    place }]))
