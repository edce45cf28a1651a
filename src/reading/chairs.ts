// Who chairs a body: `présidé par`, `sous la présidence de`, `que préside`, `la préside`, `(président)`; failing that, who pilots it.
import type { Passage } from './passages.ts'
import { pattern } from './patterns.ts'
import { officeOf } from './seats.ts'
import type { Text } from './text.ts'

const chaired = pattern()`
  (?:co-?)?presidee?s?(?: conjointement)?,? (?:par |de )|sous la (?:co-?)?presidence (?:conjointe )?(?:de |du |d')
  |presidence(?: d[ue][^.;]{3,60}?)? (?:en )?(?:est |sera )?(?:assuree|confiee|exercee)(?: conjointement)? (?:par|a|au) ?|presidence ?: ?
  |president(?:e)? ?: ?`
const pilots = /(?:pilotee?|animee?|dirigee?) par /
const chairsIt = /(?:^|\. )(.{3,90}?) (?:co-?)?preside(?:ra|nt)? (?:le|la|l'|ce|cette) ?(?:comite|commission|instance|conference)/
/** `que préside le maire`, `animé par le maire, qui le préside`, `La préside le président`, `le Président (président) ;`. */
const turned: readonly RegExp[] = [
  pattern()`
    ,? que (?:co)?preside(?:nt|ra)? ([^,;.:]{3,80}?)(?:,| (?:se |reuni|est |comp|rassemb))`,
  /(?:anime|pilote|dirige)e? par ([^,;.:]{3,80}), qui l[ea] preside/,
  /(?:^|[.;] )l[ea] preside ((?:le |la |l')[^,;.]{3,80})/,
  /(?:^|[:;] ?)([^;:.()]{3,80}) \(president(?:e)?\)/,
]
/** Where the chair's office ends. */
const border = pattern()`
  (?<![ ']mm?e?|[ ']dr)[.;:\n]|, (?:il|elle|ce|le comite|compos|et (?:compos|se reuni|compren|rassembl|reuni)|ou |qui |assiste|reuni|comprend
  |rassembl|associ|la |les |chaque|au moins|une fois|deux fois|tous|a |dans|en |sur|avec)| (?:et|il|elle) (?:co-?presid|est |sont |se |s'
  |compren|rassembl|reuni|associ|compos|constitu|valid|prepar)| se reuni| compos|, il | ou (?:son|sa|leur|ses|l'un)| \(`

/** The office that chairs, without its article; undefined when these passages name none. */
export const chairOf = (text: Text, passages: readonly Passage[]): string | undefined => headOf(text, passages, chaired)

/** The office that pilots or runs a body without a chair. */
export const pilotOf = (text: Text, passages: readonly Passage[]): string | undefined => headOf(text, passages, pilots)

function headOf(text: Text, passages: readonly Passage[], cue: RegExp): string | undefined {
  for (const { start, end } of passages) {
    const words = text.flat.slice(start, Math.min(end, start + 1500))
    const match = cue.exec(words)
    if (match === null) {
      const found = [...turned, chairsIt].map((each) => each.exec(words)).find((each) => each !== null)
      if (found?.[1] !== undefined) return printed(text, start + found.index + found[0].indexOf(found[1]), found[1].length)
      continue
    }
    const from = match.index + match[0].length
    const rest = words.slice(from, from + 200)
    const office = printed(text, start + from, border.exec(rest)?.index ?? rest.length)
    if (office !== undefined) return office
  }
  return undefined
}

const printed = ({ source }: Text, start: number, length: number): string | undefined =>
  officeOf(source.clean.slice(start, start + length).replace(/^\.\s/, ''))?.office
