// The committees and teams a convention creates: chair, seats by office, cadence, quorum, notice.
import { noticeDays, timesPerYear } from './cadence.ts'
import { flat } from '../kernel/text.ts'
import type { Body, Seat } from './facts.ts'
import { passagesOf, type Passage } from './passages.ts'
import { chairOf, pilotOf } from './chairs.ts'
import { seatsListed } from './seats.ts'
import { chairInTable, seatsInTable } from './seats-tables.ts'
import { rawSpan } from './source.ts'
import { articleAt, type LocatedArticle, type Text } from './text.ts'
import { pattern, words } from './patterns.ts'

const head = words`
  (?:comite|commission|conference|equipes?[- ](?:projets?|techniques?|operationnelles?|d.animation)|groupes? (?:de travail|de suivi|projet
  |technique)|revues? de projets?|instance|cellule|conseil (?:des parties|de gouvernance|local|de developpement|de l.operation|de l.ort|de suivi
  |de pilotage)|assemblee|observatoire|copil|cotech|codir|coproj|bureau)`
const tail = "(?:[- ](?:(?:de|du|des|d'|de l'|de la|l'|la|le|les|et|en|a) ?)?[a-z][a-z'/-]*){0,9}"
const mention = new RegExp(`(?<![a-z])${head}(?![a-z])${tail}`, 'g')
const stop = pattern()`
  [ ](?:est|sont|sera|seront|etait|a (?:pour|ete|lieu|la)|a$|ont|assure\w*|veill\w+|reuni\w*|se|s'\w+|compos\w+|co-?presid\w+|presid\w+|constitu\w+
  |comprend\w*|comport\w+|rassembl\w+|associ\w+|qui|que|ayant|charge[es]?|dont|afin|peut|peuvent|pourra|dans|avec|au|aux|ou|ainsi|mis|permet\w*|suit
  |suivra|valid\w+|defini\w+|cree\w*|prepar\w+|regroup\w+|place[es]?|specifique|par|sur|lors|pour (?!la |le |l')|propose\w*|examin\w+|pilot(?:e|era)
  |decid\w+|arret\w+|rend\w*|donn\w+|tien\w+|figur\w+|dedie\w*|reunissant|entre|elle|il|qu'\w+|elargi\w*|commun\w* aux|annuel\w*|unique|precit\w+
  |vise\w*|mentionn\w+|existant\w*|prevu\w*|ci-\w+|suivant\w*|compte|garanti\w*|coordonn\w+|impuls\w+|evalu\w+|et (?:le|la|les|l'|du|des|au|aux|de
  |un|une|se|s'|est|sera|assur\w+)|fait|font|doi\w+|devra|tous|toutes|chaque|joue|est-|traite|adresse|consulte\w*|saisi\w*|informe\w*|delibere\w*
  |etabli\w*|siege\w*|emet\w*|fixe\w*|intervien\w+|aura|auront|n'|ne )\b.*$`

/** A place of the text where a body is named. `name`: as printed, without article. */
type Mention = {
  readonly start: number; readonly end: number; readonly name: string; readonly key: string; readonly passage: Passage; readonly created: number
}

const creates = pattern()`
  ^[^.;]{0,60}?(?:,? ?(?:est|sont|sera|seront)? ?(?:co-?presidee?s?|presidee?s?|composee?s?|constituee?s?|creee?s?|institue?e?s?|instauree?s?
  |mise?s? en place|installee?s?|animee?s?|pilotee?s? par|coordonnee?s? par|(?:reunie?s?|organisee?s?|tenue?s?) (?:au|a|tous|chaque|une|deux
  |annuel))|se re(?:uni(?:t|ra|ront|ssent)|trouve(?:nt)?)|comprend(?:ra)?|comporte|rassemble(?:ra)?|reunit|reunira|associe(?:ra)?|regroupe(?:ra)?
  |a pour (?:role|mission|objet)|assure(?:ra)? le (?:pilotage|suivi)|reunissant|associant|rassemblant|regroupant|qui (?:se reunit|rassemble|reunit
  |associe|comprend|regroupe))`
const createdBefore = pattern()`
  (?:il est (?:cree|institue|constitue|instaure|mis en place|prevu|forme)|est (?:creee?|instituee?|constituee?|instauree?|mise? en place|formee?)
  |(?:met|mettent|mettra|mettront|mise) en place|(?:cree|creent|institue|instituent|constituent|instaurent)|s'appuie(?:nt)? (?:egalement )?sur
  |repose sur|presidence d[ue]|composition d[ue]|creation d[ue']|presid(?:e|ent|era) (?:le|la|l')|s'articule autour d[e'])(?: (?:par ailleurs
  |egalement|ainsi|conjointement|notamment))? ?(?:un |une |le |la |l'|du |de la |d'un |d'une |des )?$`

/** Bodies the text creates, in the order of their creation; those it only names are left to the list of defects (`bodiesNamed`). */
export function readBodies(text: Text): readonly Body[] {
  const mentions = mentionsOf(text)
  const kept = new Map<string, Mention>()
  for (const each of mentions) {
    const apposed = each.key.startsWith('instance') && [...kept.values()].some(({ passage }) => passage === each.passage)
    if (each.created <= 0 || apposed) continue
    const kin = [...kept.values()].find((other) => other.key === each.key
      || (sameArticle(text, other, each) && (other.key.startsWith(each.key) || each.key.startsWith(other.key))))
    if (kin === undefined) kept.set(each.key, each)
    else if (each.created > kin.created && each.key === kin.key && !sameArticle(text, each, kin)) kept.set(kin.key, each)
  }
  const creations = [...kept.values()].sort((one, other) => one.start - other.start)
  return creations.flatMap((each) => {
    const body = bodyOf(text, each, creations)
    return body === undefined ? [] : [body]
  })
}

const sameArticle = (text: Text, one: Mention, other: Mention): boolean => articleAt(text, one.start)?.number === articleAt(text, other.start)?.number

/** Every body named in the articles, created or not: key of the name, words, offset in the clean text. */
export const bodiesNamed = (text: Text): readonly { readonly key: string; readonly name: string; readonly start: number; readonly end: number }[] =>
  mentionsOf(text)

/** `Comité de Pilotage de l’ORT` and `le comité de pilotage` are the same body: its kind without complement. */
export const bodyKey = (flatName: string): string => {
  const plain = flatName.replace(/[-/]/g, ' ').replace(/\bequipes\b/, 'equipe').replace(/\bprojets\b/, 'projet')
  const short = { copil: 'comite de pilotage', cotech: 'comite technique', codir: 'comite de direction',
    coproj: 'comite de projet' }[plain.split(' ')[0] ?? '']
  if (short !== undefined) return short
  const kind = pattern()`
    ^comite (?:de |d'|du |des |)(?:pilotage|suivi|projet|direction|partenaires|concertation|orientation|engagement|financeurs|local|technique
    |strategique|restreint|operationnel|regional|departemental)(?: (?:technique|strategique|local|territorial|et de (?:suivi|pilotage)))?
    |^equipe projet(?: (?:strategique|ville|operationnelle|locale))?|^revue de projet|^groupe \w+(?: \w+)?`.exec(plain)
  return kind?.[0] ?? plain
}

const known = new WeakMap<Text, readonly Mention[]>()
function mentionsOf(text: Text): readonly Mention[] {
  const already = known.get(text)
  if (already) return already
  const answer = passagesOf(text).flatMap((passage) => mentionsIn(text, passage))
  known.set(text, answer)
  return answer
}

function mentionsIn(text: Text, passage: Passage): readonly Mention[] {
  const words = text.flat.slice(passage.start, passage.end)
  const answer: Mention[] = []
  for (const match of words.matchAll(mention)) {
    const name = match[0].replace(stop, '').replace(/(?: (?:de|du|des|d'|la|le|les|l'|et|en|a|de la|de l'|un|une))+$/, '').replace(/['-]+$/, '')
    if (!named.test(name)) continue
    const start = passage.start + match.index
    const after = words.slice(match.index + name.length, match.index + name.length + 260)
    const before = words.slice(Math.max(0, match.index - 70), match.index)
    answer.push({
      start, end: start + name.length, name: text.source.clean.slice(start, start + name.length).replace(/\s+/g, ' '), key: bodyKey(name), passage,
      created: creationScore(text, passage, before, after, match.index),
    })
  }
  return answer
}

const named = pattern()`
  ^(?:comite (?:de |d'|du |des |technique|strategique|local|departemental|territorial|restreint|partenarial|operationnel|executif|consultatif
  |citoyen|regional|interministeriel|national|ort|acv|pvd)|commission (?!permanente|europeenne|nationale|departementale)|conference (?:des|de
  |annuelle)|equipe|groupe|revue|instance (?:de |d')|cellule|conseil |assemblee des|observatoire|copil|cotech|codir|coproj|bureau (?:de|du
  |executif))`
const outside = pattern()`
  ^(?:comite (?:des fetes|d'entreprise|social|regional (?:de l'habitat|d')|interministeriel|national)|commission (?:permanente|europeenne|nationale|departementale|municipale
  |communautaire))`

function creationScore(text: Text, passage: Passage, before: string, after: string, at: number): number {
  if (outside.test(text.flat.slice(passage.start + at, passage.start + at + 60))) return 0
  const article = articleAt(text, passage.start)
  if (article === undefined) return 0
  let score = 0
  const follow = text.flat.slice(passage.end, passage.end + 160).trimStart()
  const opens = /^(?:[-\d.)a-z]{0,5} ?)?(?:(?:le|la|l'|un|une|les|ce|cette|chaque) ?)?$/.test(before.trimStart())
  if (creates.test(after)) score += /compos|presid|comprend|rassembl|reunissant|associ|regroup|constitu/.test(after.slice(0, 90)) ? 3 : 2
  if (createdBefore.test(before)) score += 2
  const titled = passage.end <= article.bodyStart && flat(article.heading).replace(/^(?:(?:le|la|les) |l')/, '')
    .startsWith(text.flat.slice(passage.start + at, passage.start + at + 14))
  if (titled || (isHeading(text, passage, article) && opens)) score += 2
  if (opens && pattern()`
    ^(?:il|elle) (?:est |sera )?(?:placee? sous|co-?preside|compose|constitue|anime|se reuni|comprend|rassemble|reunit|associe|regroupe)
    |^(?:en )?(?:sont membres|font partie)|^y (?:participent|siegent)|^sa (?:composition|presidence)`.test(follow)) score += 2
  if (opens && flat(article.heading).includes(bodyKey(text.flat.slice(passage.start + at, passage.start + at + 40)))) score += 1
  if (opens && /^ ?(?:\([^)]{2,40}\) ?)?:/.test(after)) score += 2
  if (/(?:^|[^a-z])une? $/.test(before) && before.length < 12
    && /se reuni|compos|presid/.test(text.flat.slice(passage.start + at, passage.end))) score += 2
  if (score > 0 && /avis|accord|demande|decision|validation|reuni le/.test(before.slice(-30))) score -= 2
  if (pattern()`
    composition de cette equipe figure|(?:est|sont) (?:definie|precisee|decrite)s? dans (?:la|les|chaque) convention
  `.test(text.flat.slice(passage.start, passage.end + 160))) score -= 3
  return score
}

const isHeading = (text: Text, passage: Passage, article: LocatedArticle): boolean =>
  passage.level > 0 || passage.start === article.cleanStart || passage.end <= article.bodyStart
    || (passage.end - passage.start < 70 && !/[.;,]$/.test(text.flat.slice(passage.start, passage.end)))

/** Reads the body's own stretch: from its creation to the next body's, or the end of its article. */
function bodyOf(text: Text, { start, end, name, passage }: Mention, creations: readonly Mention[]): Body | undefined {
  const article = articleAt(text, start)
  if (article === undefined) return undefined
  const next = creations.find((other) => other.start > end && other.passage !== passage)?.passage.start ?? article.cleanEnd
  const heading = passagesOf(text).find((each) => each.start > end && each.level > 0)?.start ?? article.cleanEnd
  const limit = Math.min(next, heading, article.cleanEnd, start + 8000)
  const passages = passagesOf(text).filter((each) => each.start >= passage.start && each.start < limit)
  const words = text.flat.slice(passage.start, limit)
  const listed = [...seatsListed(text, passages), ...seatsInTable(text, passage.start, limit)]
  const seats = everyoneMayBeRepresented.test(words) ? listed.map((seat) => ({ ...seat, representative: true })) : listed
  const chair = chairOf(text, passages) ?? chairInTable(text, passage.start, limit) ?? pilotOf(text, passages)
  const meetings = meetingsOf(words)
  const quorum = quorumOf(text, passage.start, words)
  const conveningDays = noticeDays(words)
  const facts = [seats.length > 0, chair !== undefined, meetings !== undefined, quorum !== undefined, conveningDays !== undefined].filter(Boolean)
    .length
  return {
    name, article: article.number,
    ...(chair === undefined ? {} : { chair }),
    seats: dedupe(seats),
    ...(meetings === undefined ? {} : { meetingsPerYear: meetings }),
    ...(quorum === undefined ? {} : { quorum }),
    ...(conveningDays === undefined ? {} : { conveningDays }),
    span: rawSpan(text.source, start, end), confidence: Math.min(0.97, 0.5 + facts * 0.16),
  }
}

const everyoneMayBeRepresented = pattern()`
  membre empeche se fait representer|(?:chacun|chaque membre|les membres|tous|ils|ceux-ci)[^.;]{0,30} (?:peut|peuvent|pourra|pourront) (?:chacun )?(?:se faire|etre) representer?`

const dedupe = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter((seat, index) => seats.findIndex(({ office }) => office === seat.office) === index)

function meetingsOf(words: string): number | undefined {
  for (const match of words.matchAll(pattern('g')`
    (?:reuni(?:t|ra|r|ront|ssent|e|es|on|ons)?|rencontr|seances?|convoque|tenu|periodicite|frequence|siege|organise|se tien(?:t|dra|nent)|est tenu
    |se voi(?:t|ent)|se retrouve)[^.;]{0,160}`)) {
    const from = Math.max(0, match.index - 60)
    const times = timesPerYear(words.slice(from, match.index + match[0].length).replace(/^[^.;]{0,60}[.;]/, ''))
    if (times !== undefined) return times
  }
  return undefined
}

function quorumOf(text: Text, from: number, words: string): string | undefined {
  const match = pattern()`
    quorum|valablement|ne siege pas si|(?:doivent|devront) etre presents|ne peut (?:valablement )?(?:se prononcer|deliberer|sieger|decider) (?:que )?si|a moins de|(?:requier(?:t|ent)
    |exige(?:nt)?|sous reserve|suppose|que si|a condition)[^.;]{0,60}(?:presen|soient|sont)`.exec(words)
  if (!match || /(?:aucune?|sans|pas de)(?: condition de| regle de)? quorum/.test(words)) return undefined
  const start = Math.max(0, words.lastIndexOf('.', match.index))
  const stopAt = words.indexOf('.', match.index + 1)
  const sentence = words.slice(start, stopAt < 0 ? match.index + 240 : stopAt)
  const share = pattern()`
    (?:la |les |un |au moins la |au moins )?(?:moitie(?: au moins)?(?: plus un)?|tiers|deux tiers|quart|trois quarts|majorite(?: simple| absolue)?
    |\d{1,2}(?:\/\d| ?%)?|[a-z]+)(?: au moins)? (?:au moins )?(?:de |des |d'entre (?=eux)|d'entre )(?:ses |ces |leurs |l'ensemble des )?(?:membres
    |parties|representants|signataires|partenaires|participants|sieges|voix|eux)(?: (?:signataires|de droit|a voix deliberative|votants
    |en exercice))?`.exec(sentence)
  const label = /quorum ?: ?([^.;\n]{3,80})/.exec(words)
  if (label?.[1] !== undefined) return text.source.clean.slice(from + label.index + label[0].length - label[1].length,
    from + label.index + label[0].length)
  const fewer = /(?<=(?:si|a) moins de )[a-z0-9 ]{1,20} (?:membres|presents)|[a-z0-9]+ membres au moins(?= (?:doivent|devront) etre presents)/.exec(sentence)
  if (fewer) return text.source.clean.slice(from + start + fewer.index, from + start + fewer.index + fewer[0].length)
  if (!share) return representedAll(text, from + start, sentence)
  return text.source.clean.slice(from + start + share.index, from + start + share.index + share[0].length).trim()
}

/** `siège valablement dès lors que les trois communes sont représentées`: the condition itself. */
function representedAll(text: Text, from: number, sentence: string): string | undefined {
  const condition = pattern()`
    (?:des lors que|que si|que lorsque|si|lorsque|sous reserve que|a condition que) (.{4,120}? (?:sont|est|soient|soit) (?:presente?s?
    |representee?s?)(?: ou representee?s?)?)`.exec(sentence)
  if (condition?.[1] === undefined) return undefined
  const at = from + condition.index + condition[0].length - condition[1].length
  return text.source.clean.slice(at, at + condition[1].length)
}
