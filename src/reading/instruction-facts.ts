// Orders that change more than words: the term, the parties, the sectors and the bodies of the convention.
import type { PlainDate } from '../kernel/date.ts'
import { daysInMonth, plainDate } from '../kernel/date.ts'
import { flat as flatten } from '../kernel/text.ts'
import { printedDates } from './calendar.ts'
import { designationIn } from './designation.ts'
import { type Answer, found, refusal } from './instruction-answer.ts'
import type { Quotation } from './instruction-quotes.ts'
import type { Words } from './instruction-verbs.ts'
import { countPattern, readCount } from './numerals.ts'
import { pattern, words } from './patterns.ts'

/** Empty when the clause changes none of them. */
export function readFactOrders(clause: Words, quotations: readonly Quotation[]): readonly Answer[] {
  if (/(?:peut|peuvent|pourra|pourront|pourrait|doit|si) [^,;]{0,40}(?:etre|rejoindre|adherer|se retirer)/.test(clause.flat)) return []
  return firstOf([termOrder, partyOrder, sectorOrder, bodyOrder], clause, quotations)
}

type Reader = (clause: Words, quotations: readonly Quotation[]) => readonly Answer[]
function firstOf(readers: readonly Reader[], clause: Words, quotations: readonly Quotation[]): readonly Answer[] {
  for (const read of readers) {
    const answers = read(clause, quotations)
    if (answers.length > 0) return answers
  }
  return []
}

const own = words`
  (?:(?:la|de la|cette|ladite|de cette|de ladite) (?:presente )?convention|le contrat|du contrat|l'ort(?![a-z])|de l'ort(?![a-z])
  |(?:la|sa|cette) duree|(?:le|son|du) terme|(?:l'|son )echeance
  |(?:la|sa) date (?:de fin|d'echeance|d'expiration)|l'operation de revitalisation)`
const extended = words`
  (?:est|sont|sera) (?:donc |ainsi |egalement |desormais )*(?:prorogee?s?|prolongee?s?|reconduite?s?|renouvelee?s?|reportee?s?|portee?s?|fixee?s?
  |etendue?s?|conclue?s?|ramenee?s?|repoussee?s?|decalee?s?)|passe(?:ra)?`
const ending = words`
  (?:prend|prendra|arrive|arrivera|vient|viendra|expire|expirera|s'acheve|s'achevera|se termine|se terminera)(?: donc| ainsi| desormais)*`
const endsWithEnding = new RegExp(`${ending}$`)
const termVerb = new RegExp(`${own}(?! (?:et|du comite))[^.;]{0,160}?(?:${extended}|${ending})`)
/** `Le présent avenant proroge la convention de deux ans`, `a pour objet de proroger la convention jusqu'au…`. */
const extending = new RegExp(words`
  (?<![a-z])(?:(?:avenant|parties|signataires|partenaires) (?:[a-z]+ ){0,2}(?:prorog|prolong|recondui)[a-z]{1,3}
  |(?:avenant|il|parties) (?:a|ont) pour (?:seul )?(?:objet|but) (?:de|la) (?:prorog|prolong|recondui)[a-z]{1,6}(?: de)?)
  (?: la duree de| le terme de| l'echeance de)? (?:la|cette|ladite)(?: presente)? convention(?![a-z])`)
/** Verbs that give the whole length rather than what is added to it. */
const sets = /(?:portee?|fixee?|etendue?|conclue?|ramenee?)s?$|passe(?:ra)?$/
const duration = new RegExp(`(${countPattern}|un|une) (ans?|annees?|mois|semestres?)(?![a-z])(?: et (?:(${countPattern}) mois|(demie?)(?![a-z])))?`)

const termOrder: Reader = (clause, quotations) => {
  const flat = clause.flat.replace(/«(\d+)»/g, (token, rank: string) => {
    const quoted = flatten(quotations[Number(rank)]?.text ?? '')
    return /^(?:[a-z]+(?: \(\d+\))?|\d+) (?:ans?|annees?|mois)$|^\d{1,2}(?:er)? [a-z]+ \d{4}$/.test(quoted) && /(?:est|sera) [a-z ]*(?:port|prorog|prolong|report|fix)/.test(clause.flat) ? quoted : token
  })
  const ended = /^il est mis fin a (?:la|cette) (?:presente )?convention (?:le |au |a compter du )/.exec(flat)
  const verb = ended ?? termVerb.exec(flat) ?? extending.exec(flat)
  if (verb === null || /programme|phase|avenant (?:prend|expire)|marche|plan local/.test(verb[0]) || /«/.test(flat)) return []
  const rest = flat.slice(verb.index + verb[0].length)
  const ends = ended !== null || endsWithEnding.test(verb[0])
  const until = untilIn(rest, ends)
  const place = designationIn(flat, flat).targets.find(({ article }) => article !== undefined)
  const target = place?.article === undefined ? {} : { target: { article: place.article } }
  if (until === 'unreadable') return [refusal('dateUnreadable')]
  if (ends) return until === undefined ? [] : [found({ verb: 'term', until: until.date, ...target }, 0.85 * until.sure)]
  const length = monthsIn(/de |pour |d'/.exec(rest) === null && !sets.test(verb[0]) ? '' : rest, sets.test(verb[0]))
  if (until === undefined && length === undefined) return /(?:prorog|prolong)/.test(verb[0]) ? [refusal('vague')] : []
  const change = {
    verb: 'term' as const, ...(until === undefined ? {} : { until: until.date }),
    ...(length === undefined ? {} : length.lasts ? { lasts: length.months } : { by: length.months }), ...target,
  }
  return [found(change, 0.95 * (until?.sure ?? 1))]
}

/** `jusqu'au 31 décembre 2028`, `au 30 juin 2027`, `jusqu'à la fin de l'année 2028`. */
function untilIn(rest: string, ends: boolean): { readonly date: PlainDate; readonly sure: number } | 'unreadable' | undefined {
  const lead = ends ? /^ ?(?:fin |a (?:son )?(?:terme|echeance|expiration) )?(?:(?:desormais |donc )?(?:le|au) )?$/
    : /(?:jusqu'au|jusqu'a la date du|soit jusqu'au|(?:^|[ ,])au|a la date du|(?:fixee?|reportee?|repoussee?|decalee?)s? le)(?: soir du| plus tard le)? $/
  for (const printed of printedDates(rest)) {
    if (!lead.test(rest.slice(0, printed.start))) continue
    return printed.date === undefined ? 'unreadable' : { date: printed.date, sure: printed.sure ? 1 : 0.7 }
  }
  const loose = pattern()`
    (?:jusqu'(?:en |a (?:la )?fin (?:du mois )?(?:de |d')?)|(?:au|le) terme de |a la fin de )(?:(janvier|fevrier|mars|avril|mai|juin|juillet
    |aout|septembre|octobre|novembre|decembre) )?(?:de )?(?:l'annee )?((?:19|20)\d\d)(?!\d)`.exec(rest)
  if (loose === null) return /jusqu'au \d{1,2}/.test(rest) ? 'unreadable' : undefined
  const month = loose[1] === undefined ? 12 : names.indexOf(loose[1]) + 1
  const date = plainDate(Number(loose[2]), month, daysInMonth(Number(loose[2]), month))
  return date === undefined ? undefined : { date, sure: 0.85 }
}
const names = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** `de douze mois`, `pour deux ans`: added; `portée à sept ans`: the whole length. */
function monthsIn(rest: string, sets: boolean): { readonly months: number; readonly lasts: boolean } | undefined {
  const raised = /(?:^|[ ,])(?:a|a une duree (?:totale )?de) /.exec(rest)
  const from = sets && raised !== null ? raised.index : 0
  const match = duration.exec(rest.slice(from))
  if (match === null || (sets && raised === null)) return undefined
  const count = /^(?:un|une)$/.test(match[1] ?? '') ? 1 : readCount(match[1] ?? '')
  if (count === undefined || count > 600) return undefined
  const extra = match[4] !== undefined ? 6 : match[3] === undefined ? 0 : (readCount(match[3]) ?? 0)
  const months = match[2]?.startsWith('an') === true ? count * 12 + extra : match[2]?.startsWith('sem') === true ? count * 6 : count
  return { months, lasts: sets }
}

const joins = words`
  (?:est|sont|sera|seront) (?:egalement |desormais |donc |ainsi )*(?:(?:ajoutee?s?|integree?s?|inscrite?s?) (?:a|aux|parmi|dans|comme)
  (?: la liste des| la| les| l')? ?(?:parties|signataires|partie|communes|partenaires|collectivites|beneficiaires)
  |(?:admise?s?|accueillie?s?|declaree?s?) (?:comme|en qualite de|au nombre des|parmi les) ?(?:parties?|signataires?))
  |(?:adhere|adherent|adherera|adhereront) (?:a|au)|(?:rejoint|rejoignent|integre|integrent) (?:la|l'|le)
  (?: presente)? ?(?:convention|operation|ort|dispositif)
  |devien(?:t|nent|dra|dront) (?:desormais |egalement )?(?:parties?|signataires?|membres?|beneficiaires?)|acced(?:e|ent) a la qualite de`
const leaves = words`
  se retir(?:e|ent|era|eront) (?:de|du)
  |(?:est|sont|sera|seront) (?:retiree?s?|supprimee?s?|exclue?s?|rayee?s?) (?:de|des) (?:la liste|la convention|l'ort|parties|signataires)
  |n'est plus (?:partie|signataire)|ne sont plus (?:parties|signataires)|cess(?:e|ent) d'etre (?:partie|signataire)|quitt(?:e|ent) (?:la|l')`
const change = new RegExp(`(?<![a-z])(?:(?<joins>${joins})|(?<leaves>${leaves}))`)
const completesList = pattern()`
  liste des (?:parties|signataires|communes signataires|communes membres|communes)[^«]{0,80}(?:est|sont) completee?s? (?:par|avec|de)
  [ ](?:l'ajout de |celle de |l'adhesion de )?(?<who>[^«]+)$`
const addedTo = pattern()`
  ^(?:est|sont|il est) (?:egalement |aussi )?(?:ajoutee?s?|inscrite?s?|integree?s?) (?:a|aux|parmi|dans) (?:la liste des |les )?(?:parties|signataires
  |communes (?:signataires|membres))(?: (?:de|a) la convention)?,? ?:? (?<who>(?:la |le |les |l')[^«]+)$`
const extendsTo = pattern()`
  ^(?:la (?:presente )?convention|l'operation(?: de revitalisation(?: de territoire)?)?|l'ort) est (?:egalement |ainsi |donc )*etendue? (?:a|aux)
  [ ](?<who>(?:la commune|l'intercommunalite|communes?) [^«]+)$`
const replacesParty = /^(.{3,120}) (?:(?:est|sont) substituee?s?|se substitue(?:nt)?) a (.{3,120}?)(?: dans|,|\.|$)/

const partyOrder: Reader = ({ flat, printed }) => {
  const listed = completesList.exec(flat) ?? addedTo.exec(flat) ?? extendsTo.exec(flat)
  if (listed?.groups?.['who'] !== undefined) return parties(printed.slice(flat.length - listed.groups['who'].length), 'add', flat, 0.92)
  const substitutes = replacesParty.exec(flat)
  if (substitutes?.[1] !== undefined && substitutes[2] !== undefined && !/«|article|mots/.test(substitutes[0])) {
    const at = flat.indexOf(substitutes[2], substitutes[1].length)
    const [leaving, entering] = [printed.slice(at, at + substitutes[2].length), printed.slice(0, substitutes[1].length)]
    return [...parties(leaving, 'remove', '', 0.85), ...parties(entering, 'add', '', 0.85)]
  }
  const match = change.exec(flat)
  if (match === null || /«/.test(flat.slice(0, match.index))) return []
  return parties(printed.slice(0, match.index), match.groups?.['joins'] === undefined ? 'remove' : 'add', flat.slice(match.index), 0.93)
}

/** One instruction a party; `les communes de A et de B` are two. */
function parties(subject: string, kind: 'add' | 'remove', after: string, confidence: number): readonly Answer[] {
  const said = subject.replace(/^.*?(?<=[,:] |^)(?=(?:la |le |les |l['’]|\p{Lu}))/u, '').trim()
  const stated = pattern()`
    (?:en qualite de|comme|en tant que|a titre de) (?:commune |ville )?(beneficiaire|partenaire|financeur|signataire|porteu(?:r|se))`.exec(after)?.[1]
  const role = stated === undefined ? {} : { role: roles[stated] ?? 'signatory' }
  return partyNames(said).map((name) => found({ verb: 'party', change: kind, name, ...role }, confidence))
}

const roles: Readonly<Record<string, string>> = {
  beneficiaire: 'beneficiary', partenaire: 'partner', financeur: 'partner', signataire: 'signatory', porteur: 'carrier', porteuse: 'carrier',
}

function partyNames(said: string): readonly string[] {
  const several = /^[Ll]es (communes|villes)(?: nouvelles)? (?:de |d['’]|du )(.+)$/u.exec(said.replace(/[\s,.;]+$/, ''))
  if (several?.[2] !== undefined) {
    const noun = several[1] === 'villes' ? 'ville' : 'commune'
    return several[2].split(/, (?:et )?(?:de |d['’]|du )?| et (?:de |d['’]|du )?/).filter((name) => /^\p{Lu}|^l[ae] /u.test(name))
      .map((name) => `${noun} ${ofName(name.trim())}`)
  }
  return said.replace(/[\s,.;]+$/, '').split(/ et (?=(?:la |le |l['’]|les ))|, (?=(?:la |le |l['’]|les ))/).flatMap((one) => {
    const bare = one.replace(/^(?:la |le |les |l['’])/i, '').replace(/,.*$/, '').trim()
    const isName = bare.length >= 2 && bare.length <= 140 && (/\p{Lu}/u.test(bare) || institution.test(bare))
    return !isName || /^(?:il|elle|ils|elles|celle-ci|celui-ci)$/i.test(bare) ? [] : [bare]
  })
}

const institution = /^(?:établissement|banque|caisse|région|département|état|agence|société|association|chambre|syndicat|office|fondation) ?/i
const ofName = (name: string): string => (/^[AEIOUYÉÈÊH]/.test(name) ? `d’${name}` : `de ${name}`)

const area = words`
  (?:secteurs? d'intervention|perimetres?(?: d'(?:intervention|etude)| de l'ort| de l'operation[a-z ]{0,40}| ort)?|secteurs?
  |zones? d'intervention)`
const sectorAdded = new RegExp(words`
  (?:est|sont) (?:[a-z]+ )?(?:ajoutee?s?|creee?s?|inseree?s?|instituee?s?|delimitee?s?|integree?s?)(?: [^«:]{0,60}?)?,? (?:un|deux|trois|une)
  [ ](?:nouve(?:au|l|aux) )?${area}`)
const sectorSubject = new RegExp(words`
  ^(?:le |les |l'|un |un nouveau |une )${area}([^,;]{0,140}?),? (?:est|sont) (?:donc |ainsi |egalement |desormais )*
  (ajoutee?s?|creee?s?|etendue?s?|elargie?s?|supprimee?s?|retiree?s?|remplacee?s?|modifiee?s?|redefinie?s?|reduite?s?)(.*)$`)
const annexed = /par (?:celui|ceux|le perimetre|le plan|le secteur|les secteurs|la carte)[^«]{0,60}(?:annex|joint|figurant|defini)/

const sectorOrder: Reader = ({ flat, printed }, quotations) => {
  const added = sectorAdded.exec(flat)
  if (added !== null && !/redige|alinea/.test(flat)) {
    const from = added.index + added[0].length
    return sector('add', printed.slice(from), quotations, 0.88)
  }
  const match = sectorSubject.exec(flat)
  if (match === null) return []
  const [, named = '', verb = '', rest = ''] = match
  const at = flat.indexOf(verb, match[0].length - rest.length - verb.length)
  const subject = printed.slice(0, at).replace(/,? (?:est|sont) .*$/, '')
  const swap = /^ par (?:le |les |un )?(?:nouveau )?secteurs?[^«]{0,40}«\d+»[ .]*$/.test(rest) && /«\d+»/.test(subject)
  const after = printed.slice(printed.length - rest.length)
  if (/^remplac/.test(verb) && swap) return [...sector('remove', subject, quotations, 0.8), ...sector('add', after, quotations, 0.8)]
  if (/^(?:ajout|cree)/.test(verb)) return sector('add', `${subject} ${printed.slice(printed.length - rest.length)}`, quotations, 0.92)
  if (/^(?:supprim|retir)/.test(verb)) return sector('remove', subject, quotations, 0.92)
  if (/^(?:etend|elarg)/.test(verb)) {
    const over = /^ ?(?:a |au |aux |sur )/.exec(rest)
    const added = printed.slice(match[0].length - rest.length + (over?.[0].length ?? 0))
    return over === null ? [] : sector('add', added, quotations, /«/.test(subject) ? 0.7 : 0.85)
  }
  if (annexed.test(rest)) return sector('replace', subject, quotations, 0.8)
  return named === '' && /^modif|^redef|^reduit/.test(verb) ? [refusal('vague')] : []
}

const inCommune = /(?:(?:commune|ville|territoire communal) (?:de |d['’]|du )|(?<=»)(?:,)? (?:à|sur) (?=\p{Lu}))(\p{Lu}[\p{L}'’ -]{1,60}?)(?=,|;|\.| et | délimit| tel|$)/u

function sector(kind: 'add' | 'replace' | 'remove', printed: string, quotations: readonly Quotation[], sure: number): readonly Answer[] {
  const several = /«\d+»(?:(?:, | et |, et )«\d+»)+/.exec(printed)?.[0].match(/«\d+»/g) ?? []
  if (several.length > 1) return several.flatMap((one) => sector(kind, one, quotations, sure))
  const quoted = /«(\d+)»/.exec(printed)
  const commune = inCommune.exec(printed)?.[1]?.trim()
  const bare = printed.replace(/«\d+»/g, '').trim().replace(/^(?:le |les |la |l['’]|un |une )/i, '').replace(/^(?:nouveau |nouvel )/i, '')
  const said = (bare.split(/[,;.:]| tel | délimité| défini| figurant/)[0] ?? '').trim()
  const name = quoted === null ? said : (quotations[Number(quoted[1])]?.text ?? '')
  if (name.length < 3) return []
  return [found({ verb: 'sector', change: kind, name, ...(commune === undefined ? {} : { commune }) }, sure * (quoted === null ? 0.85 : 1))]
}

const body = "(?:comites?|instances?|commissions?|conferences?|equipes? projet|conseils? (?:de |d')|groupes? de travail|revue de projet|cellule)"
const renamed = new RegExp(words`
  ^(?:l'instance denommee |l'organe denomme )?(?:le |la |l')(${body}[^,;«]{0,80}?|«\d+»),? (?:est|sera) (?:desormais |ainsi |dorenavant )*
  (?:denomme|renomme|rebaptise|intitule|appele)e?s?(?: desormais)? :? ?
  (?:le |la |l')?([^,;.]{3,100}|«\d+»)`)
const becomes = new RegExp(words`
  ^(?:le |la |l')(${body}[^,;«]{0,80}?) (?:devient|prend (?:desormais )?(?:le nom|la denomination|l'appellation) de) (?:desormais )?(?:le |la |l')?
  (${body}[^,;.«]{0,80}|«\d+»)`)
const founded = new RegExp(words`
  ^(?:il est (?:cree|institue|constitue|mis en place)|est (?:cree|institue)) (?:[^,;«]{0,40}?, )?(?:un |une )(${body}[^,;.:«]{0,80})`)
const beyondName = / (?:compos|charg|réuni|présid|qui|dont|ainsi).*$/
const dissolved = new RegExp(`^(?:le |la |l')(${body}[^,;«]{0,80}?) (?:est|sont) (?:supprimee?|dissou(?:t|te))s?`)

const bodyOrder: Reader = ({ flat, printed }, quotations) => {
  const own = (words: string): string => {
    const at = flat.indexOf(words)
    return printed.slice(at, at + words.length).replace(/«(\d+)»/, (_, rank: string) => quotations[Number(rank)]?.text ?? '').trim()
  }
  const name = renamed.exec(flat) ?? becomes.exec(flat)
  if (name?.[1] !== undefined && name[2] !== undefined) {
    const at = flat.lastIndexOf(name[2])
    const to = printed.slice(at, at + name[2].length).replace(/«(\d+)»/, (_, rank: string) => quotations[Number(rank)]?.text ?? '').trim()
    return [found({ verb: 'body', change: 'rename', name: own(name[1]), to }, 0.93)]
  }
  const made = founded.exec(flat)
  if (made?.[1] !== undefined && !/«/.test(flat)) return [found({ verb: 'body', change: 'add', name: own(made[1]).replace(beyondName, '') }, 0.75)]
  const gone = dissolved.exec(flat)
  return gone?.[1] === undefined ? []
    : own(gone[1]).split(/ et l[ea] /).map((one) => found({ verb: 'body', change: 'remove', name: one }, 0.88))
}
