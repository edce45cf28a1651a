// The verbs by which an amendment orders something, and the words each of them governs in a clause.
import { words } from './patterns.ts'

export type OrderVerb = 'replace' | 'rewrite' | 'insert' | 'complete' | 'delete' | 'renumber' | 'modify' | 'raise'
/** A stretch of a clause: flattened for matching, and as printed, of the same length. */
export type Words = { readonly flat: string; readonly printed: string }
/** `said`: the verb as printed; `before`: its subject and where; `after`: what follows the verb. `plain`: the infinitive, whose object follows. */
export type Order = {
  readonly verb: OrderVerb; readonly said: string; readonly before: Words; readonly after: Words; readonly plain: boolean
}

const adverb = words`
  (?:donc|ainsi|egalement|aussi|en outre|desormais|respectivement|par ailleurs|alors|de meme|in fine|dorenavant|en consequence|integralement
  |entierement|purement et simplement|en totalite|,)`
const be = `(?:est|sont|sera|seront|a ete|ont ete)(?<!(?:qui |n'|ne )(?:est|sont|sera|seront|a ete|ont ete))(?:,? ${adverb}|, [^,:;«»]{2,45},)*`
const past = (stems: string): string => `(?:${stems})(?:e|ee|es|ees)`
/** What follows `est`, `sont`. */
const passive: readonly (readonly [OrderVerb, string])[] = [
  ['replace', `(?:${past('annul|supprim|abrog|retir')} et )?${past('remplac|substitu')}`],
  ['rewrite', words`
    (?:${past('modifi|remplac|supprim')} et )?(?:${past('redig|libell|formul|reformul|intitul|renomm')}|reecrite?s?)`],
  ['insert', `(?:${past('inser|ajout|cre|intercal|rajout|adjoint')}|(?:introduit|adjoint|retabli|suivi)e?s?)`],
  ['complete', `(?:${past('modifi')} et )?(?:${past('complet|augment|enrichi')}|enrichie?s?)`],
  ['delete', `(?:${past('supprim|abrog|retir|annul')}|rayee?s?)`], ['renumber', past('renumerot')], ['raise', past('port|relev|ramen|fix')],
  ['modify', `(?:${past('modifi|amend|adapt|actualis|revis|revu')}|mise?s? a jour|revue?s?)`],
]
const active: readonly (readonly [OrderVerb, string])[] = [
  ['replace', 'remplacent|se substitue(?:nt)?'], ['complete', 'comprend en outre'], ['renumber', 'devien(?:t|nent|dra|dront)'],
  ['rewrite', 'se (?:lit|lisent|lira|liront)|(?:a|ont|prend|prennent|recoit|recoivent|porte) (?:desormais )?(?:la redaction suivante|(?:le|pour) titre)'],
]
const infinitives: readonly (readonly [OrderVerb, string])[] = [
  ['replace', 'remplacer|substituer'], ['rewrite', 'reecrire|rediger'], ['insert', 'inserer|ajouter|creer'], ['complete', 'completer'],
  ['delete', 'supprimer|abroger'],
]
const oneOf = (verbs: readonly (readonly [OrderVerb, string])[], mark = ''): string =>
  verbs.map(([verb, source]) => `(?<${verb}${mark}>${source})`).join('|')
const finite = new RegExp(`(?<![a-z])(?=[aecdsoprw])(?:${be} (?:${oneOf(passive)})|${oneOf(active, '_')})(?![a-z])`, 'g')
const decided = words`
  ^(?:.{0,160}(?:il (?:est|a ete) (?:convenu|decide) (?:de|d')|il (?:convient|y a lieu) (?:de|d')|(?:conviennent|decident|decide) (?:de|d')|, ) ?)?`
const infinitive = new RegExp(`${decided}(?:${oneOf(infinitives)})(?![a-z])`)
const anyInfinitive = /(?:remplac|substitu|inser|ajout|cre|complet|supprim|abrog|redig)er|reecrire/
/** Where the words of a verb end and those of the next begin. */
const turn = new RegExp(words`
  (?:(?:, et|,? puis| et),?|,|;|:) (?=(?:les? |la |l'|il |elle |ils |elles |apres |avant |a l|a la |au |aux |dans |est |sont |un |une |son |sa |ses
  |ce |cet |cette )
  (?!\S{0,14} ?:? ?«\d+» par ))`)

/** The orders of a clause, in turn; empty when it orders nothing. */
export function ordersIn({ flat, printed }: Words): readonly Order[] {
  const cut = (start: number, end: number): Words => ({ flat: flat.slice(start, end), printed: printed.slice(start, end) })
  const opening = anyInfinitive.test(flat) ? infinitive.exec(flat) : null
  if (opening !== null && !/(?:pour objet|vise|objectif|afin|pour) [^:]{0,120}$/.test(opening[0].replace(/\S+$/, ''))) {
    const verb = verbOf(opening)
    const stem = opening[0].length - (/[a-z]+$/.exec(opening[0])?.[0].length ?? 0)
    const said = opening[0].slice(stem)
    return verb === undefined ? [] : [{ verb, said, before: cut(0, stem), after: cut(opening[0].length, flat.length), plain: true }]
  }
  const found = Array.from(flat.matchAll(finite))
  let from = 0
  return found.flatMap((match, rank) => {
    const verb = verbOf(match)
    const end = match.index + match[0].length
    const next = found[rank + 1]
    const to = next === undefined ? flat.length : turnBetween(flat, end, next.index)
    const order = verb === undefined || to === undefined ? []
      : [{ verb, said: match[0], before: cut(from, match.index), after: cut(end, to), plain: false }]
    from = to ?? from
    return order
  })
}

const verbOf = ({ groups }: RegExpExecArray | RegExpMatchArray): OrderVerb | undefined =>
  [...passive, ...active, ...infinitives].find(([verb]) => (groups?.[verb] ?? groups?.[`${verb}_`]) !== undefined)?.[0]

/** Undefined when the two verbs share their words: the first is then said of the subject of the second. */
function turnBetween(flat: string, from: number, to: number): number | undefined {
  const match = turn.exec(flat.slice(from, to + 1))
  return match === null ? to : from + match.index + match[0].length
}
