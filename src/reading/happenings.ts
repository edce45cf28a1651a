// What a date tells: the event the clause attaches to it, as a short French noun phrase.
import { deedNamed } from './deed-nouns.ts'
import { bare, ofPhrase, shortened, uncapitalised } from './phrases.ts'
import { pattern, words } from './patterns.ts'

/**
 * The words around a date. `before`, `after`: clean words of its passage on each side; `flatBefore`, `flatAfter`: the same, flattened.
 * `announced`: words of the passage that introduces the list, `above`: what stands before the passage, flattened.
 */
export type Surroundings = {
  readonly before: string
  readonly after: string
  readonly flatBefore: string
  readonly flatAfter: string
  readonly announced: string
  readonly above: string
  readonly item: boolean
  /** The document itself: `la convention`, `l’avenant`. */
  readonly document: string
}

/** The event and how sure its wording is. */
type Happening = { readonly what: string; readonly confidence: number }

/** The first reading that fits, from the most to the least precise; the last one always answers. */
export function happeningOf(around: Surroundings): Happening {
  for (const reading of [certification, doneAt, ofLaw, enumerated, bound, activeAfter, active, participle,
    elliptic, nounBefore, apposed, dateFirst, label]) {
    const what = reading(around)
    if (what !== undefined && /\p{L}{3}/u.test(what)) return { what: shortened(what), confidence: reading === label ? 0.8 : 0.9 }
  }
  const words = shortened(`${around.before.slice(-90)} ${around.after.slice(0, 60)}`.replace(/\b(?:le|du|au|en date du)\s+$/i, ''), 120)
  return { what: words === '' ? 'date mentionnée' : words, confidence: 0.5 }
}

function certification({ flatBefore, above }: Surroundings): string | undefined {
  const words = `${above} ${flatBefore}`.slice(-260)
  return pattern()`
    certifiee? ?(?:conforme et )?(?:le caractere )?executoire[^.]{0,200}$`.test(words)
      && !/(?:transmi|recepti|recu|publi|affich|notifi)[^.]{0,40}$/.test(flatBefore.slice(-60))
    ? 'certification du caractère exécutoire' : undefined
}

function doneAt({ flatBefore, flatAfter, above, document }: Surroundings): string | undefined {
  if (pattern()`
    (?:^|[^a-z])(?:fait|etablie?|signee?|dresse)s? (?:et (?:signee?|passee?)s? )?(?:a|au|aux|en)\b[^.;:]{0,60}[, ] ?le ?:? ?$
  `.test(flatBefore)) return `signature ${ofPhrase(document)}`
  if (/^(?:a |au |aux )?[a-z][a-z' -]{1,40}, ?le ?:? ?$/.test(flatBefore)
    && /^[.,]?(?: en [^.;]{0,60})?[.,]?$/.test(flatAfter)) return `signature ${ofPhrase(document)}`
  return /^(?:[^a-z]|le)*$/.test(flatBefore) && /(?:^|\n)fait (?:a|au|en)\b[^\n.;]{0,60}\s*$/.test(above.slice(-90))
    ? `signature ${ofPhrase(document)}` : undefined
}

const lawText = pattern()`
  (?:^|[^a-z])((?:loi|decret|ordonnance|circulaire|instruction|arrete (?:inter)?ministeriel|directive|reglement)\b(?:[^,;:.]{0,60}?
  |,? n°[^;.]{0,180}?)),? ?(?:en date )?du ?$`
function ofLaw({ before, flatBefore, after, flatAfter }: Surroundings): string | undefined {
  const from = Math.max(0, flatBefore.length - 240)
  const nearest = [...flatBefore.slice(from).matchAll(pattern('g')`
    (?<![a-z])(?:loi|decret|ordonnance|circulaire|instruction|arrete (?:inter)?ministeriel|directive|reglement)(?![a-z])`)].at(-1)
  if (nearest === undefined || !lawText.test(flatBefore.slice(from + nearest.index))) return undefined
  const start = from + nearest.index
  const name = before.slice(start).replace(/,?\s*(?:en date )?du\s*$/i, '')
  const subject = /^,? ?(?:modifiee?,? )?((?:portant|relatif|relative|dite?|pour|visant) [^.;:,(]{3,80})/.exec(flatAfter)
  const told = subject?.[1] === undefined ? '' : ` ${after.slice((subject.index ?? 0) + subject[0].length - subject[1].length, subject[0].length)}`
  return uncapitalised(`${name}${told}`)
}

const boundaries: readonly (readonly [RegExp, string])[] = [
  [/(?:jusqu'au|prolongee? (?:jusqu')?au|prorogee? (?:jusqu')?au) ?$/, 'fin'],
  [/(?:prend(?:ra)?|prendront|prennent|mettra|met) fin (?:le|au) ?$/, 'fin'],
  [pattern()`
    (?:expire(?:r|ra|nt)?|prendre fin|s'acheve(?:r|ra)?|se termine(?:r|ra)?|se clot(?:ura)?|cesse(?:ra)? (?:de produire ses effets|de s'appliquer
    |ses effets)?) ?(?:le|au) ?$`, 'fin'],
  [pattern()`
    (?:arrive(?:ra)? a (?:son )?(?:echeance|terme|expiration)|(?:echeance|terme|fin|date de fin)(?: de [^.;:,]{0,50})?(?: (?:est
    |sont))?(?: fixee?s?)?) (?:le|au) ?$`, 'fin'],
  [/(?:a compter|a partir|a dater|des) (?:du|le) ?$/, 'prise d’effet'],
  [/(?:entrent?|entrera|entreront|entree) en vigueur[^.;:]{0,40} ?(?:le|au|du) ?$/, 'entrée en vigueur'],
  [/(?:pren(?:d|dra|nent|dront) effet|prise d'effet|effet)[^.;:]{0,30} ?(?:le|au|du|:) ?$/, 'prise d’effet'],
  [/(?:debut(?:e|era)|demarr(?:e|era|age)|commence(?:ra)?) ?(?:le|au|du|:) ?$/, 'début'],
  [/(?:avant|au plus tard|d'ici)(?: le| au)? ?$/, 'échéance'],
]
function bound({ before, after, flatBefore, flatAfter, announced }: Surroundings): string | undefined {
  const spread = /(?:^|[^a-z])(?:du|entre le) ?$/.test(flatBefore) && /^ ?(?:au|et le) \d/.test(flatAfter) ? 'début'
    : /(?:^|[^a-z])(?:du|entre le) \d[^.;]{0,24}(?:au|et le) ?$/.test(flatBefore) ? 'fin' : undefined
  const kind = spread ?? boundaries.find(([pattern]) => pattern.test(flatBefore.slice(-110)))?.[1]
  if (kind === undefined) return undefined
  const subject = subjectOf(before, flatBefore) ?? (announced === '' ? undefined : subjectOf(announced, announced.toLowerCase()))
  if (kind === 'échéance') return words`
    échéance : ${shortened(`${lastClause(before.replace(/[\s,]*(?:avant|au plus tard|d['’]ici)(?:\s+le|\s+au)?\s*$/i, ''))}
    ${/^[^.;]*/.exec(after)?.[0] ?? ''}`, 130)}`
  return subject === undefined ? `${kind === 'prise d’effet' ? 'début' : kind} : ${shortened(clauseBefore(before) || after, 90)}`
    : `${kind} ${ofPhrase(subject)}`
}

/** The noun phrase a clause speaks of: `La présente convention prend effet…` → `la présente convention`. */
function subjectOf(before: string, flatBefore: string): string | undefined {
  const nouns = pattern('g')`
    (?:(?:la|le|les|l'|du|au|cette|ce|un|une|present|presente|des|de la) ?){1,2}(?:convention|avenant|contrat|programme|operation|opah|ort\b|periode
    |marche|poste|dispositif|plan|pacte|protocole|mission|enquete|consultation|travaux|plh|chantier|etude|exposition
    |appel a projets?)[^,;:.()]{0,60}?(?= (?:est|sont|prend|pren|entr|expire|s'|se |arriv|a |ont|court|couvr|porte|conclu|signe|couvre|jusqu
    |du |pour|sera|seront|dure|fix|avant|au plus)|[,;:.(]|$)`
  const match = [...flatBefore.slice(-400).matchAll(nouns)].at(-1)
  if (!match) return undefined
  const from = Math.max(0, flatBefore.length - 400) + match.index
  const phrase = before.slice(from, from + match[0].length).trim()
  return /^(?:du|au|de la|des) /i.test(phrase) ? `${/^(?:de la) /i.test(phrase) ? 'la' : /^des /i.test(phrase) ? 'les' : 'le'} ${bare(phrase)}`
    : uncapitalised(phrase)
}

const auxiliaries = pattern()`
  ,? ?(?:,? ?(?:est|sont|a|ont|fut|furent|sera|seront|avait|avaient|doit|aura|ayant|s'est|se sont|etait|etaient|vient d')(?: (?:ete|etre|donc|ainsi
  |egalement|officiellement|definitivement|deja))*)? ?$`
const participles = /(?<![a-z])[a-z-]{2,22}(?:e|es|i|is|u|us|it|its|ert|erts)(?![a-z'-])/g
const toDate = pattern()`
  ^((?: (?:par|en|a|lors|au|aux|avec|entre|pour|dans|sous|devant|conjointement|officiellement|definitivement
  |unanimement)(?![a-z])[^;.:]{0,110}?)?)(?:,? ?(?:en date du|le|depuis le|au|du)|,) ?$`
function participle({ before, after, flatBefore, announced, item }: Surroundings): string | undefined {
  const window = flatBefore.slice(-260)
  const found = [...window.matchAll(participles)].reverse().flatMap((match) => {
    if (/(?:^| )(?:se |s')$/.test(window.slice(Math.max(0, match.index - 4), match.index))) return []
    const rest = toDate.exec(window.slice(match.index + match[0].length))
    const deed = rest ? deedNamed(match[0]) : undefined
    return deed === undefined ? [] : [{ verb: match[0], at: match.index, told: rest?.[1] ?? '', deed }]
  })[0]
  if (found === undefined) return undefined
  const { verb, deed } = found
  const at = flatBefore.length - window.length + found.at
  const manner = before.slice(at + verb.length, at + verb.length + found.told.length)
  const head = before.slice(0, at - (auxiliaries.exec(flatBefore.slice(0, at))?.[0].length ?? 0))
  const told = manner.replace(/[\s,]*(?:en date)?\s*$/, '')
  const phrase = nounPhraseAtEnd(head)
    ?? (/^\s*$/.test(head) ? /^[^,;.]{0,80}, ([^,;.]{2,70}?) (?:a|ont|est|sont|avait|avaient)\s/.exec(after)?.[1] : undefined)
  const subject = verb.startsWith('reuni') ? (pattern('i')`
    (?:l['’] ?assemblée|(?:le |la |du |de la )?(?:comité|conseil|commission|bureau))(?!.*(?:comité|conseil|commission|bureau)).*$`.exec(phrase
      ?? '')?.[0].replace(/^du /, 'le ').replace(/^de la /, 'la ') ?? phrase) : phrase
  const act = item ? actAnnounced(announced) : undefined
  if (act !== undefined && subject !== undefined
    && !/^(?:l[ae] |l['’]|une? )/i.test(subject)) return `${deed} ${ofPhrase(act)} ${ofPhrase(subject)}${told}`
  if (subject !== undefined && deed === 'tenue') return bare(subject)
  if (subject !== undefined) return `${deed} ${ofPhrase(uncapitalised(subject))}${told}`
  return announced === '' ? undefined : `${deed} ${ofPhrase(actAnnounced(announced) ?? 'la convention')}${told}`
}

/** `selon les termes de la convention d’adhésion :` → `la convention d’adhésion`. */
function actAnnounced(announced: string): string | undefined {
  const match = pattern('gi')`
    (?:la|les|l['’]|des|de la|cette|son|leurs?|une?)\s?((?:conventions?|avenants?|délibérations?|protocoles?|contrats?|arrêtés?
    |accords?)[^,;:.()]{0,60})`
  const phrase = [...announced.slice(-240).matchAll(match)].at(-1)?.[1]?.trim()
  if (phrase === undefined) return undefined
  const noun = phrase.replace(/^(conventions|avenants|délibérations|protocoles|contrats|arrêtés|accords)/i, (plural) => plural.slice(0, -1))
    .replace(/\s(?:suivante?s?|ci-après|respective(?:ment)?|signées?|signés?|conclues?)\b.*$/i, '')
  return /^(?:convention|délibération)/i.test(noun) ? `la ${noun}` : /^[aeé]/i.test(noun) ? `l’${noun}` : `le ${noun}`
}

/** The noun phrase that ends these words: back to the border of the clause, over complements that begin with a preposition. */
function nounPhraseAtEnd(words: string): string | undefined {
  const clause = words.slice(-260).replace(/\s*\([^()]{0,80}\)/g, '').replace(/[«»“”"]\s?/g, '').replace(/[\s,]+$/, '')
  const sentence = clause.split(/[;:()]|\s[–—-]\s|^- /).at(-1) ?? ''
  const parts = sentence.split(/,\s*/)
  let phrase = parts.pop() ?? ''
  while (parts.length > 0 && pattern('iu')`
    ^(?:pour|de|du|des|dans|avec|sur|par|en|et|d['’]|à|au|aux|sous|entre|dite?s?|y compris|après|lors)\b|^\p{Ll}{2,14}(?:é|ée|és|ées|u|ue|us|ues)\s
  `.test(phrase) && phrase.length < 160) {
    const previous = parts.pop() ?? ''
    phrase = /^\p{Ll}{2,14}(?:é|ée|és|ées|u|ue|us|ues)\s/u.test(phrase) ? previous
      : /^(?:pour|dans|avec|sur|par|en|sous|après|lors|y)\b/i.test(phrase) ? previous : `${previous}, ${phrase}`
  }
  const noun = phrase.replace(pattern('iu')`
    ^.*\s(?:a|ont|est|sont|avait|avaient)\s+(?:été\s+)?\p{L}+(?:é|i|u|is|it)(?:e|s|es)?\s+(?=(?:l[ae]s?\s|l['’]|une?\s|son\s|sa\s))`, '')
      .replace(pattern('iu')`
      ^.*\s(?:de|d['’]|à|pour)\s*\p{L}+(?:er|ir|re)\s+(?=(?:l[ae]s?\s|l['’]|une?\s|son\s|sa\s|cette\s))`, '').replace(pattern('i')`
        ^.*\b(?:que|qui|dont|où|puis|ainsi que|selon les termes de|conformément à|dans le cadre de|au titre de|par|suite à|vu)\s+(?=(?:l[ae]s?|l['’]
        |une?|son|sa)\b)`, '')
    .replace(/^(?:-|•|\*|et|ainsi|enfin|puis|or|donc|vu|considérant|depuis|suite à|visée? par|que)\s+/i, '').trim()
  const object = noun.replace(pattern('i')`
    ^.*\spar\s+(?=(?:arrêté|délibération|décision|avenant|courrier|décret|loi|ordonnance)(?:\s|$))`, '').replace(/\s+(?:en date )?du\s+\d.*$/i, '')
    .replace(/\s+\p{L}+(?:é|ée|és|ées)\s+(?:le|en date du)\s+\d.*$/u, '')
  return /\p{L}{2}/u.test(object) && !/^(?:a|ont|est|sont|qui)\s/i.test(object) ? shortened(object, 130) : undefined
}

/** `les délibérations de Gourin (8 décembre 2022) et du Faouët (12 décembre 2022)`, `le 3 juillet 2023 (Guingamp)`: one act each. */
function enumerated({ before, after, flatBefore, flatAfter }: Surroundings): string | undefined {
  const acts = /(?<![a-z])(deliberation|arrete|convention|avenant)s(?![a-z])/.exec(flatBefore)
  if (!acts?.[1]) return undefined
  const noun = before.slice(acts.index, acts.index + acts[1].length)
  const named = /^ ?\(([^()\d]{2,60})\)/.exec(flatAfter) ?? /^ pour ((?:la |le |l'|les )?[^,.;()\d]{2,60}?)(?=,| et |\.|;|$)/.exec(flatAfter)
  if (named?.[1] !== undefined) return `${noun} (${after.slice(named[0].indexOf(named[1]), named[0].indexOf(named[1]) + named[1].length)})`
  const owner = /(?:^|[ ,])((?:de la |de l'|des |du |de |d')[^,;:.()]{2,70}) \($/.exec(flatBefore)
  return owner?.[1] === undefined ? undefined : `${noun} ${before.slice(before.length - owner[1].length - 2, before.length - 2)}`
}

/** `la commune avait signé le 7 mai 2021 sa convention d’adhésion`: the object comes after the date. */
function activeAfter({ after, flatBefore, flatAfter }: Surroundings): string | undefined {
  const verb = /(?:^|[^a-z])(?:a|ont|avait|avaient) (?:[a-z]{3,12}ment )?([a-z]{2,20}(?:e|i|u|is|it|ert))(?: (?:avec|ensemble|conjointement)[^;.]{0,80}?)?,? le $/.exec(flatBefore.slice(-140))?.[1]
  const object = /^,? ((?:la |le |les |l'|une? |son |sa |ses |leurs? )[^,;.:()]{3,100})/.exec(flatAfter)?.[1]
  const deed = verb === undefined ? undefined : deedNamed(verb)
  if (deed === undefined || object === undefined) return undefined
  const at = flatAfter.indexOf(object)
  return `${deed} ${ofPhrase(after.slice(at, at + object.length).trim())}`
}

/** `Le conseil communautaire a délibéré le 4 avril 2024, le conseil de Bollène le 25 mars`: the verb is said once. */
function elliptic({ before, flatBefore }: Surroundings): string | undefined {
  const said = /(?:a|ont) ([a-z]{3,16}(?:e|i|u|is))(?: [^,;.]{0,60})? le \d[^,;]{4,24}(?:,| et )/.exec(flatBefore.slice(-320))
  const own = /(?:, |et )((?:le |la |l'|les |celui |celle )[^,;.:()]{2,80}?),? le $/.exec(flatBefore)
  const deed = said?.[1] === undefined ? undefined : deedNamed(said[1])
  if (deed === undefined || own?.[1] === undefined) return undefined
  return `${deed} ${ofPhrase(before.slice(flatBefore.lastIndexOf(own[1]), flatBefore.lastIndexOf(own[1]) + own[1].length))}`
}

const doneBy = pattern()`
  (?:^|[^a-z])((?:a|ont|avait|avaient) (?:[a-z]{3,12}ment |egalement |ainsi )?([a-z]{2,20}(?:e|i|u|is|it|ert)) (?:avec [^,;.]{2,60}? )?)((?:la |le |les |l'
  |une? |son |sa |ses |leurs? |cette )[^,;:.()]{3,130}?),? (?:le|en date du|du) ?$`
/** `Elles ont signé la convention d’adhésion le 17 mai 2021`: an act, its object, and its author when a noun tells it. */
function active({ before, flatBefore }: Surroundings): string | undefined {
  const window = flatBefore.slice(-260)
  const match = doneBy.exec(window)
  const deed = match?.[2] === undefined ? undefined : deedNamed(match[2])
  if (!match?.[1] || !match[3] || deed === undefined) return undefined
  const at = flatBefore.length - window.length + match.index + match[0].indexOf(match[1])
  const object = before.slice(at + match[1].length, at + match[1].length + match[3].length)
  const author = nounPhraseAtEnd(before.slice(0, at))
  const told = author === undefined || /^(?:il|elle|ils|elles|qui|lequel|laquelle|on)$/i.test(author) ? '' : ` par ${uncapitalised(author)}`
  return `${deed} ${ofPhrase(uncapitalised(object))}${told}`
}

const eventNoun = words`
  (?:inscription|ouverture|signature|adoption|creation|inauguration|deliberations?|arretes?|avenants?|conventions?|seance|reunion|decision|courrier
  |lettre|accord|contrats?|avis|lancement|notification|approbation|labellisation|publication|transmission|homologation|validation|prorogation
  |installation|comite|conseil|appel a (?:projets|manifestation)|candidature|adhesion|protocole|charte|vote|bilan|demande|proces-verbal|election
  |classement|certification|annonce|jugement|rapport|mise a jour|depot|demarrage|mise en service|mise en place|dissolution|fusion|commission
  |instruction|jury|recrutement|declaration|permis|engagement)`
const nounAtEnd = new RegExp(`(?:^|[^a-z])(${eventNoun}(?![a-z])[^,;:.()]{0,110}?),? ?(?:en date du|le|du|au|:|date du|datee? du) ?$`)
function nounBefore({ before, flatBefore, after, flatAfter }: Surroundings): string | undefined {
  const window = flatBefore.slice(-160)
  const match = nounAtEnd.exec(window)
  if (!match?.[1]) return undefined
  const nouns = [...match[1].matchAll(pattern('g')`
    (?<=(?:^|[ '])(?:l'|la |le |les |du |son |sa |ses |une? |cette |par |et |des |vu ))${eventNoun}(?![a-z])`)].reverse()
  const nearest = nouns.find(({ index }) => !/(?:de la |du |de l'|des )$/.test(match[1]?.slice(0, index) ?? ''))
  const at = flatBefore.length - window.length + match.index + match[0].indexOf(match[1]) + (nearest?.index ?? 0)
  const noun = before.slice(at).replace(/[\s,]*(?:en date du|datée? du|date du|le|du|au|:)\s*$/i, '')
  const complement = pattern()`
    ^(,? ?)((?:au|aux|a la|a l'|du|de la|de l'|des|en|par|pour|avec|entre|portant|relati[fv]e?s?|approuvant|autorisant|adoptant|engageant|validant
    |prescrivant) ?[^,;:.()«»]{2,70})`.exec(flatAfter)
  const added = complement?.[2] === undefined || /^pour une (?:periode|duree)/.test(complement[2]) ? ''
    : after.slice(complement[1]?.length ?? 0, complement[0].length).replace(/\s+en tant que.*$|\s+et\s*$/i, '')
  return uncapitalised(`${noun.trim()}${added === '' ? '' : ` ${added.trim()}`}`)
}

/** `L’inondation de la Dronne, le 11 mai 2021, a montré`: the subject stands before the date. */
function apposed({ before, flatBefore, flatAfter }: Surroundings): string | undefined {
  if (!/, le ?$/.test(flatBefore) || !/^,? (?:a|ont|est|sont|fut|furent|avait|etait|marqu|constitu|devr|permet)/.test(flatAfter)) return undefined
  const subject = nounPhraseAtEnd(before.replace(/,\s*le\s*$/i, ''))
  return subject === undefined || /^(?:en|dans|à|pour|par|depuis|dès|lors|au|aux|enfin|ainsi)(?=\s|$)/i.test(subject) ? undefined : bare(subject)
}

const opening = pattern()`
  (?:^|[.;:,(–—-])\s*(?:(?:et|enfin|puis|ainsi|depuis|des|vu),? )*(?:le|depuis le|depuis|a compter du|en date du|lors de [^,;]{3,40} du
  |par [^,;]{3,50} du|-)?\s*$`
const clauseVerb = pattern()`
  ^(.{3,120}?) (?:(se sont|s'est|s'etait|s'etaient)|(a ete|ont ete|est|sont|fut|furent|etait|etaient)|(a|ont|avait|avaient)) (?:(?:officiellement
  |ainsi|egalement|definitivement|conjointement|donc) )?([a-z-]{2,20}(?:e|ee|es|ees|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte))(?![a-z])`
function dateFirst({ after, flatAfter, flatBefore }: Surroundings): string | undefined {
  if (!opening.test(flatBefore.slice(-80))) return undefined
  const lead = /^[\s,:–—-]*/.exec(flatAfter)?.[0].length ?? 0
  const clause = /^[^.;]{0,220}/.exec(flatAfter.slice(lead))?.[0] ?? ''
  const match = clauseVerb.exec(clause)
  const verb = match?.[5]
  const deed = verb === undefined ? undefined : deedNamed(verb)
  if (!match?.[1] || verb === undefined || deed === undefined) return clause.length < 4 ? undefined
    : shortened(after.slice(lead, lead + clause.length))
  const subject = uncapitalised(after.slice(lead, lead + match[1].length))
  const rest = shortened(after.slice(lead + match[0].length, lead + clause.length).replace(/[,.;].*$/s, ''), 90)
  if (match[4] !== undefined) return `${deed} ${ofPhrase(rest)} par ${subject}`
  return `${deed} ${ofPhrase(subject)}${rest === '' ? '' : ` ${rest}`}`
}

function label({ before, flatBefore }: Surroundings): string | undefined {
  const match = /(?:^|[|;.-])\s*([^|;.]{3,100}?)\s*[:|]\s*(?:le )?$/.exec(flatBefore.slice(-130))
  if (!match?.[1]) return undefined
  const at = flatBefore.lastIndexOf(match[1])
  return uncapitalised(before.slice(at, at + match[1].length).replace(/^date (?:de |d['’])(?:la |l['’])?/i, ''))
}

const lastClause = (before: string): string => (before.split(/[.;:]\s/).at(-1) ?? '').slice(-150).replace(/^\S*\s(?=.{140})/, '')
const clauseBefore = (before: string): string => (before.split(/[.;:]/).at(-1) ?? '').replace(pattern('i')`
  [\s,]*(?:à compter|jusqu['’]|du|au|le|à partir|dès)*\s*(?:du|au|le)?\s*$`, '')
