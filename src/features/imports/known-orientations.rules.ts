// The orientations a file names, one under the other, and those of the operation; those nobody knows yet are noted, to be made.
import type { Id } from '../../kernel/id.ts'
import { fold, nameKey } from '../../kernel/text.ts'
import { findWritten, orientationLabel, readWritten } from '../frameworks/tree.rules.ts'
import type { PlacedOrientation } from '../frameworks/tree.rules.ts'

export type KnownFramework = { readonly id: Id<'framework'>; readonly name: string }
export type OrientationsFound = {
  /**
   * The last orientation of a path, in this framework; null when there is no path. `framework` empty: whichever knows it, else the first.
   */
  readonly find: (framework: string, path: readonly string[]) => Id<'orientation'> | null
  readonly made: { readonly frameworks: KnownFramework[]; readonly orientations: PlacedOrientation[] }
  /** What was recognised by its number alone, by the words of the file: worth a look. */
  readonly byNumber: ReadonlyMap<string, PlacedOrientation>
}
type Ids = { readonly framework: () => Id<'framework'>; readonly orientation: () => Id<'orientation'> }

/** `otherwise`: the framework new orientations go into when a file names none. */
export function findOrientations(
  frameworks: readonly KnownFramework[], orientations: readonly PlacedOrientation[], otherwise: string, ids: Ids,
): OrientationsFound {
  const made: OrientationsFound['made'] = { frameworks: [], orientations: [] }
  const all = [...orientations]
  const known = new Map<string, Id<'orientation'> | null>()
  const byNumber = new Map<string, PlacedOrientation>()
  const frameworkNamed = (name: string): Id<'framework'> => {
    const found = [...frameworks, ...made.frameworks].find((framework) => nameKey(framework.name) === nameKey(name))
    if (found !== undefined) return found.id
    const framework = { id: ids.framework(), name: name.slice(0, 200) }
    made.frameworks.push(framework)
    return framework.id
  }
  const step = (frameworkId: Id<'framework'>, parentId: Id<'orientation'> | null, written: string): PlacedOrientation => {
    const siblings = all.filter((one) => one.frameworkId === frameworkId && one.parentId === parentId)
    const found = named(siblings, written)
    if (found !== undefined && !found.titled && orientations.includes(found.one)) byNumber.set(written, found.one)
    if (found !== undefined) return found.one
    const { number, title } = readWritten(written)
    const orientation = { id: ids.orientation(), frameworkId, parentId, position: siblings.length, number, title: title.slice(0, 300) }
    made.orientations.push(orientation)
    all.push(orientation)
    return orientation
  }
  /** Anywhere in the frameworks there are: an axis alone may be told by its last level. */
  const anywhere = (path: readonly string[]): PlacedOrientation | undefined => {
    for (const { id } of frameworks) {
      const own = orientations.filter((one) => one.frameworkId === id)
      const line: (readonly [string, Found])[] = []
      for (const written of path) {
        const found = named(own.filter((one) => one.parentId === (line.at(-1)?.[1].one.id ?? null)), written)
        // A number alone says nothing of a framework: it is enough where there is no other.
        if (found === undefined || !(found.titled || frameworks.length === 1)) break
        line.push([written, found])
      }
      if (line.length < path.length) continue
      for (const [written, { one, titled }] of line) if (!titled) byNumber.set(written, one)
      return line.at(-1)?.[1].one
    }
    return undefined
  }
  const find = (framework: string, path: readonly string[]): Id<'orientation'> | null => {
    if (path.length === 0) return null
    const somewhere = framework === '' && otherwise === '' ? anywhere(path) : undefined
    if (somewhere !== undefined) return somewhere.id
    const inside = frameworkNamed(framework || otherwise || 'Plan d’action')
    let parent: PlacedOrientation | null = null
    for (const written of path) parent = step(inside, parent?.id ?? null, written)
    return parent?.id ?? null
  }
  return {
    made, byNumber,
    find: (framework, path) => {
      const key = JSON.stringify([framework, path])
      const before = known.get(key)
      if (before !== undefined) return before
      const found = find(framework, path)
      known.set(key, found)
      return found
    },
  }
}

type Found = { readonly one: PlacedOrientation; readonly titled: boolean }

/** The one these words mean: by its title, or by its number when they say nothing more. The same number under another title is another one. */
function named(orientations: readonly PlacedOrientation[], written: string): Found | undefined {
  const found = findWritten(orientations, written)
  if (found === undefined) return undefined
  const { number, title } = readWritten(written)
  const titled = [title, written].some((words) => [found.title, orientationLabel(found)].some((known) => fold(known) === fold(words)))
  return titled || (number !== null && title === written.replace(/\s+/g, ' ').trim()) ? { one: found, titled } : undefined
}
