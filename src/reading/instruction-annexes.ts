// Annexes an amendment joins to itself to replace those of the convention, or to add to them: their text is below its signatures.
import { designationIn } from './designation.ts'
import { type Answer, found } from './instruction-answer.ts'
import type { Words } from './instruction-verbs.ts'
import { pattern } from './patterns.ts'
import type { LocatedArticle, Text } from './text.ts'

const joined = pattern()`
  (?<![a-z])(?:(?:ci-)?jointe?s?|annexee?s? (?:au|a l)|au present avenant|du present avenant|a l'avenant|ci-apres|figurant (?:en annexe|ci))(?![a-z])`
const replaces = /(?<![a-z])l'annexe[^«]{0,80} (?:est|sera) (?:[a-z]+ ){0,3}remplacee? par/
const adds = /(?:completee? par|(?:ajoutee?|inseree?|creee?|adjointe?)) (?:[^«]{0,60}, ?)?une (?:nouvelle )?annexe/

/** Undefined when the words join no annex, or when its text is not in the document. */
export function joinedAnnex({ flat, printed }: Words, text: Text): Answer | undefined {
  const mode = replaces.exec(flat) ?? adds.exec(flat)
  if (mode === null || /«/.test(flat) || !joined.test(flat)) return undefined
  const named = designationIn(flat, printed).targets.map(({ article }) => article).filter((article) => article?.startsWith('annexe') === true)
  const number = mode[0].includes('remplac') ? named[0] : (/(annexe) (?:n ?° ?)?(\d{1,2})/.exec(flat.slice(mode.index))?.slice(1).join(' ') ?? 'annexe')
  const annex = annexOf(text, number, named.at(-1))
  if (annex === undefined || number === undefined) return undefined
  const body = text.source.clean.slice(annex.bodyStart, annex.cleanEnd).trim()
  const heading = annex.heading === '' ? {} : { heading: annex.heading }
  if (body === '') return undefined
  return mode[0].includes('remplac') ? found({ verb: 'replace', target: { article: number }, level: 'annex', by: body, ...heading }, 0.68)
    : found({ verb: 'complete', target: {}, level: 'annex', text: body, number, ...heading }, 0.68)
}

/** The annex of the amendment that bears the number cited, else its only one. */
function annexOf({ articles }: Text, ...numbers: readonly (string | undefined)[]): LocatedArticle | undefined {
  const annexes = articles.filter(({ number }) => number.startsWith('annexe'))
  return annexes.find(({ number }) => numbers.includes(number)) ?? (annexes.length === 1 ? annexes[0] : undefined)
}
