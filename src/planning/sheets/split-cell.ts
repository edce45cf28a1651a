// A cell that says two things: « 80 000 € (acquis) », « sollicité : 50 000 € », « 50 % DETR », « En cours (50 %) ».
import { folded } from './folded.ts'

/** A figure and the words beside it. */
export type SplitCell = { readonly figure: string; readonly words: string }

const figure = '(?:\\d[\\d\\s\\u00a0\\u202f.,]*\\s*(?:%|(?:k€|m€|md€|k|m)?\\s*(?:€|euros?|eur)?(?:\\s*(?:ht|ttc))?))'
/** Words that end or begin with a letter, so that a sign between the two belongs to neither. */
const words = '(\\p{L}(?:[^\\d%€()]*\\p{L})?)'
const shapes = [
  new RegExp(`^(?<figure>${figure})\\s*[([]\\s*${words}\\s*[)\\]]$`, 'iu'),
  new RegExp(`^(?<figure>${figure})\\s*(?:[-–—:,;]\\s*|\\s)${words}$`, 'iu'),
  new RegExp(`^${words}\\s*(?:[-–—:,;]\\s*|\\s)(?<figure>${figure})$`, 'iu'),
  new RegExp(`^${words}\\s*[([]\\s*(?<figure>${figure})\\s*[)\\]]$`, 'iu'),
]

/** The figure and the words of a short cell that holds one of each, in either order; undefined for anything else. */
export function splitCell(written: string): SplitCell | undefined {
  const line = written.replace(/\s+/g, ' ').trim()
  if (line.length > 80) return undefined
  for (const shape of shapes) {
    const found = shape.exec(line)
    const figureFound = found?.groups?.['figure']
    if (found === null || figureFound === undefined) continue
    const said = found[1] === figureFound ? found[2] : found[1]
    if (said !== undefined) return { figure: figureFound.trim(), words: said.replace(/^(?:de (?:la |l[’'])?|du |d[’'])/i, '') }
  }
  return undefined
}

const nothing = /^(?:neants?|aucune?s?|-+|–+|—+|sans objet|s\.?\/?o\.?|non|rien|pas de (?:financements?|subventions?|aides?|participation)|ras|r\.a\.s\.?)\.?$/

/** True when the words under a funder say that it gives nothing. */
export const saysNothing = (written: string): boolean => written.length <= 40 && nothing.test(folded(written))
