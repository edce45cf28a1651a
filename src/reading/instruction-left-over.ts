// Words that order a change of the convention in a form nobody reads: they are told to a person rather than passed over.
import { designationIn } from './designation.ts'
import { isPartOfText } from './instruction-answer.ts'
import type { Words } from './instruction-verbs.ts'
import { words } from './patterns.ts'

const stems = words`
  (?:remplac|supprim|abrog|complet|inser|ajout|fusionn|regroup|substitu|deplac|transfer|scind|prorog|prolong|ramen|retir|annul|rectifi|corrig
  |interverti|retabli|renumerot|permut|resili)`
const done = new RegExp(`(?<![a-z])(?:est|sont|sera|seront) (?:[a-z]+ ){0,2}${stems}[a-z]{1,3}(?![a-z])`)
const doing = new RegExp(`(?<![a-z])(?:avenant|parties|signataires|annexe|article|tableau|texte) (?:[a-z]+ ){0,2}${stems}(?:e|ent)(?![a-z])`)
const toDo = new RegExp(`(?:^|, |: |(?:convien(?:t|nent)|decident?|convenu|lieu) (?:de |d'))(?:${stems}|redig|modifi|port|fix)er (?!par )`)
const changes = /(?:deviennent|devient) |(?:modifications?|changements?)(?: [a-z]+)? (?:est|sont) apportee?s?|se substitue(?:nt|ra|ront)? |(?<![a-z])passe(?:nt|ra|ront)? (?:de |a |d')/
/** What people may do, what others do, what the parties of the amendment recall. */
const noOrder = new RegExp(words`
  (?<![a-z])(?:peut|peuvent|pourra|pourront|pourrait|doit|doivent|si|lorsqu[a-z']+|n'est|ne sont|afin de|en vue de|permet[a-z]*|souhait[a-z]*
  |(?:a|ont) ete|pour objet|vise a|non modifie[a-z]*)(?![a-z])`)

/** True when the words speak of a place of the convention and change it. `table`: rows of a table follow them. */
export function isLeftOver({ flat, printed }: Words, table: boolean): boolean {
  if (noOrder.test(flat)) return false
  const spoken = designationIn(flat, printed)
  if (spoken.foreign) return false
  const place = spoken.targets.length > 0 || spoken.whole || isPartOfText(flat) || /(?<![a-z])(?:references?|mentions?) /.test(flat)
  const quoted = /«\d+»/.test(flat)
  if (table && /modif|remplac|redaction|apport|suivant/.test(flat) && place) return true
  return (place || quoted) && (done.test(flat) || doing.test(flat) || toDo.test(flat) || (changes.test(flat) && spoken.targets.length > 0))
}
