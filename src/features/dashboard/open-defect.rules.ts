// Defects that are still open on a day: those an act has since put right are left out, and the same one met in several texts is told once. Pure.
import type { ConventionState } from '../../law/operation-record.ts'

type Defect = { readonly conventionId: string; readonly code: string; readonly message: string }
/** One weakness, and every place it was read in. */
export type OpenDefect<Place extends Defect> = { readonly code: string; readonly message: string; readonly places: readonly Place[] }

/** What the acts of the register tell that the text left out. */
const settled = (code: string, state: ConventionState | undefined): boolean =>
  (code === 'signature-date-missing' && (state?.signedOn ?? null) !== null)
  || ((code === 'term-not-computable' || code === 'term-missing') && (state?.endsOn ?? null) !== null)

export function openDefects<Place extends Defect>(
  defects: readonly Place[], states: readonly ConventionState[],
): readonly OpenDefect<Place>[] {
  const groups = new Map<string, Place[]>()
  for (const defect of defects) {
    if (settled(defect.code, states.find(({ conventionId }) => conventionId === defect.conventionId))) continue
    const key = `${defect.code} ${defect.message}`
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [defect])
    else same.push(defect)
  }
  return [...groups.values()].flatMap((places) => (places[0] === undefined ? [] : [{ code: places[0].code, message: places[0].message, places }]))
}
