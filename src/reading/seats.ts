// The seats of a body: the offices it lists, item by item or in a running sentence, with or without a representative.
import type { Seat } from './facts.ts'
import type { Passage } from './passages.ts'
import type { Text } from './text.ts'
import { pattern } from './patterns.ts'

const announces = pattern()`
  (?:(?:co-?)?compose[es]*(?: notamment)?(?: (?:de|du|des|d'|comme suit|par|a minima|au minimum|au moins))?|composition(?= ?:| suivante
  | est la suivante| du comite)|comprend(?:ra|nent)?(?: notamment| a minima)?|rassemble(?:ra|nt)?|reunit|reunira|reunissent|associe(?:ra|nt)?
  |regroupe(?:ra|nt)?|reunissant|rassemblant|associant|regroupant|constitue[es]* (?:de|du|des|d'|notamment)|y (?:participent|assistent?|siegent
  |sont (?:invites|associes|representes))(?: (?:necessairement|notamment|de droit|egalement))?|(?:y )?(?:siegent|participent)(?: (?:au|aux|a ce
  |a cette|a la|a l')(?: sein du)? ?(?:comite|copil|commission|reunions?|instance)(?: d[eu] [a-z]+| technique| strategique| local)*)?(?: de droit
  | notamment| egalement)?|membres(?: de droit| permanents)?(?: sont| du comite(?: de [a-z]+)? sont)?(?= ?:)|en sont membres|en font partie
  |y ont voix [a-z]+|font partie d[ue][^:]{0,40}|compte(?:nt)? (?:egalement|en outre|parmi)|participants(?= ?:)|partenaires(?= ?:)
  |sont membres(?: de droit)?|est forme[e]? (?:de|du|des)|invites)`
const representative = pattern('i')`
  ,?\s*(?:\(?\s*(?:ou|et\/ou|et)\s+(?:à défaut\s+)?(?:de\s+|d['’])?(?:son|sa|leurs?|ses|un|une|l['’]un de (?:ses
  |leurs))(?:\s*\/\s*sa)?\s+(?:propres?\s+)?(?:représentant(?:\(e\)|e)?(?:s|\(s\))?|délégué\(?e?\)?s?|suppléante?s?|mandataire|adjointe?
  |remplaçante?)(?:\s+(?:dûment\s+)?(?:désigné\(?e?\)?s?|habilité\(?e?\)?s?|délégué\(?e?\)?s?)(?:\s+à cet effet)?)?\)?)`

/** The seats listed in these passages: the list that follows the announcement, or the running enumeration after it. */
export function seatsListed(text: Text, passages: readonly Passage[]): readonly Seat[] {
  const seats: Seat[] = []
  for (const [index, passage] of passages.entries()) {
    const words = text.flat.slice(passage.start, Math.min(passage.end, passage.start + 3000))
    if (passage.item) {
      if (announcing(text, passage)) seats.push(...seatsOfItem(text.source.clean.slice(passage.start, passage.end)))
      continue
    }
    const present = /^(.{6,400}?) y (?:participent|siegent|sont (?:representee?s|associee?s|conviee?s|invitee?s))(?![a-z])/.exec(words)
    if (present?.[1] !== undefined) {
      seats.push(...seatsInRow(text.source.clean.slice(passage.start, passage.start + present[1].length)))
      continue
    }
    const label = pattern()`
      ^(?:vice-presidente?s?|membres?(?: de droit| permanents)?|composition|participants?|invites?(?: permanents)?|autres membres) ?: (?=.)
    `.exec(words)
    if (label) {
      seats.push(...seatsInRow(text.source.clean.slice(passage.start + label[0].length, passage.start + words.length)))
      continue
    }
    const match = [...words.matchAll(new RegExp(`(?<![a-z])${announces.source}(?![a-z])`, 'g'))].find((each) => isAbout(words, each.index, each[0]))
    if (!match || words.endsWith(':') && passages[index + 1]?.item === true) continue
    const from = match.index + match[0].length
    seats.push(...seatsInRow(text.source.clean.slice(passage.start + from, passage.start + words.length)))
  }
  return seats
}

const isAbout = (words: string, at: number, cue: string): boolean => !/^reuni/.test(cue) || !/(?:se|s') ?$/.test(words.slice(Math.max(0, at - 4), at))

/** True when the words that introduce this item speak of composition. */
function announcing(text: Text, { lead, under }: Passage): boolean {
  const words = (passage: Passage | undefined) =>
    (passage === undefined ? '' : text.flat.slice(Math.max(passage.start, passage.end - 300), passage.end))
  const cue = words(lead)
  if (pattern()`
    mission|role|objet|objectif|charge[es]? de|a pour|fonctions?|taches?|competences? (?:sont|suivantes)|afin de|s'engagent? a|permet
  `.test(cue.slice(-60)) && !/compos|membres/.test(cue.slice(-60))) return false
  return announces.test(cue.slice(-160)) || announces.test(words(under).slice(-80))
}

function seatsOfItem(item: string): readonly Seat[] {
  const words = item.replace(/^[\s\-•*↳✓>–—]+/, '').replace(/[\s;,.:]+$/, '')
  if (/:$/.test(item.trim())) return []
  const grouped = pattern('is')`
    ^(?:les\s+)?(partenaires?[^:]{0,40}|collège[^:]{0,60}|représentants? de [^:]{3,60}|financeurs?[^:]{0,30}|invités?[^:]{0,30}|pour [^:]{3,60}
    |membres?[^:]{0,40}|opérateurs?[^:]{0,30}|élus?[^:]{0,30}|services?[^:]{0,40}|au titre [^:]{3,60})\s*:\s*(.+)$`.exec(words)
  if (grouped?.[2] !== undefined) return seatsInRow(grouped[2])
  const inner = mayorsOf(words)
  if (inner !== undefined) return inner
  const seat = /toute (?:autre )?personne|tant que de besoin/i.test(words) ? undefined : officeOf(words)
  return seat === undefined ? [] : [seat]
}

/** `le préfet ou son représentant, le maire d’Épinac et un représentant de la Région`. */
export function seatsInRow(words: string): readonly Seat[] {
  const flatRow = words.replace(/\s+/g, ' ').replace(pattern('i')`
    \s*;\s*(?:chacune?|chaque|ils?|elles?|celui-ci|le comité|toute?)\s.*$`, '').replace(pattern('i')`
      ^(?:\s*(?:de|du|des|d['’]|notamment|à minima|a minima|au minimum|comme suit|nécessairement|également|:|,))+\s*`, '')
  const bySemicolon = /;/.test(flatRow) && !/, (?:le|la|les|l['’]|du|de la|des|une?)(?= ?\p{L})/u.test(flatRow)
  const parts = (bySemicolon ? flatRow : whole(mayorsSpread(flatRow))).split(bySemicolon ? /\s*;\s*(?:et\s+)?/ : pattern('iu')`
    \s*[,;]\s*(?!ou\s+(?:son|sa|leur|ses))(?:et\s+|ainsi que\s+)?|\s+(?:ainsi qu(?:e\s+|['’]))|\s+et\s+(?=(?:le|la|les|l['’]|du|de la|de l['’]|des
    |d['’]un|un|une|deux|trois)\b|(?:Action Logement|Anah|ANAH|ANCT|Cerema|CEREMA|ADEME|Ademe|CAUE|CCI|CMA|EPF|DDTM?|UDAP|DREAL|Région
    |Département)(?![\p{L}]))`)
  return parts.flatMap((part) => {
    const cleaned = part.replace(/\u0001/g, ',').replace(/\u0002/g, ' et ').replace(/^(?:et|ainsi que|ou)\s+/i, '')
      .replace(/(?:\.{3}|…).*$/, '').replace(/[\s.;:]+$/, '')
    if (cleaned.split(' ').length > 22 || pattern('i')`
      \b(?:afin|selon|lorsque|sera|seront|est|sont|peuvent|pourront|peut|définit|assure|valide|suit|veille|réunit|réunissent|tient|etc)\b|^(?:règle
      |prépare|décide|examine|pilote|coordonne|rend|émet|propose)\s|toute (?:autre )?personne|tant que de besoin`.test(cleaned)) return []
    const seat = officeOf(cleaned)
    return seat === undefined ? [] : [seat]
  })
}

/** Names of services that hold commas of their own (`direction de l’environnement, de l’aménagement et du logement`) kept in one piece. */
const service = pattern('giu')`
  ((?:direct(?:ion|eur|rice)|conseil|vice-présidente?|adjointe?|chambre|pôle|agence|ministère)(?:(?! et )[^,;]){0,50}? (?:d['’]|de l['’]
  |de la |du |des |à la |à l['’]|au |à |aux )\p{Ll}[\p{L}'’-]{2,30})((?:, (?!d['’]une? )(?:d['’]|de l['’]|de la |du |des |à la |à l['’]
  |au |à |aux )\p{Ll}[\p{L}'’-]{1,30}){1,6})( et (?:d['’]|de l['’]|de la |du |des |à la |à l['’]|au |à |aux )\p{Ll}[\p{L}'’-]+)?`
const whole = (row: string): string => row.replace(/\([^()]{0,200}\)/g, (words) => words.replace(/,/g, '\u0001').replace(/ et /g, '\u0002'))
  .replace(service, (match) => match.replace(/,/g, '\u0001').replace(/ et /g, '\u0002'))

/** `des maires de Vesoul, de Navenne et de Frotey ou de leurs représentants`, each mayor with the same right. */
const mayorsSpread = (row: string): string => row.replace(
  pattern('u')`
    (?:des |les |du |de )?maires (?:de |d['’])(\p{Lu}[^,;.()]{1,40}(?:, (?:de |d['’])?\p{Lu}[^,;.()]{1,40}){0,12} et (?:de |d['’])?\p{Lu}[\p{L}'’-]+
    (?:[- ](?:\p{Lu}|l[ae]s?-|sous-|sur-|d['’])[\p{L}'’-]+){0,3})((?:,? ou (?:de )?leurs? représentants?)?)`,
  (_, towns: string, alternate: string) => towns.split(/, | et /)
    .map((town) => `le Maire de ${town.replace(/^(?:de |d['’])/, '')}${alternate === '' ? '' : ' ou son représentant'}`).join(', '))

/** `Maires de Lens, Liévin et Harnes`: one seat each. */
function mayorsOf(words: string): readonly Seat[] | undefined {
  const alternates = representative.test(words)
  const match = /^(?:des\s+|les\s+|de\s+)?maires\s+(?:des communes\s+)?(?:de\s|d['’])\s*(\p{Lu}.+)$/iu.exec(words.replace(representative, ''))
  const list = match?.[1]
  if (list === undefined || !/,|\set\s/.test(list) || !/^\p{Lu}/u.test(list)) return undefined
  return list.split(/\s*,\s*|\s+et\s+/).map((town) =>
    ({ office: `Maire de ${town.replace(/^(?:de\s+|d['’])/i, '').trim()}`, representative: alternates }))
}

/** One seat from its words: leading article and what follows the office left out; undefined when no office is named. */
export function officeOf(words: string): Seat | undefined {
  const tidy = words.replace(/\s+/g, ' ').trim().replace(/^(?:[-–—•*]|\d{1,2}[.)°]|[a-h][.)])\s*/, '').replace(pattern('i')`
    ^(?:à titre consultatif|avec voix (?:consultative|délibérative)|le cas échéant),?\s*`, '')
      .replace(/\s*\(présidente?\)|, présidente? du comité$/i, '')
  const seat = tidy.replace(representative, '').replace(pattern('i')`
    ^(?:[-–—•*]\s*)?(?:(?:du|de la|de l['’]|des|d['’]un|d['’]une|de|d['’]|le|la|les|l['’]|un|une|monsieur|madame|m\.|mme|à la|au|aux|par
    |et)\s*(?<=\s|['’]))+`, '')
    .replace(/\s*\((?:ou|et)[^)]*\)/i, '').replace(/[\s,;.:»]+$/, '').replace(/^[«"]\s?/, '').trim()
  if (seat.length < 2 || seat.length > 180 || !/\p{L}{2}/u.test(seat)) return undefined
  return { office: seat, representative: representative.test(tidy) || /\breprésentée?s?\s+par\b/i.test(tidy) }
}
