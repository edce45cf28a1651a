// What the convention makes somebody do, clause by clause: who, what kind, when it falls due.
import { flat } from '../kernel/text.ts'
import { consent, duty, faculty, isPromise, kindOf, promising } from './deeds.ts'
import { dueRules } from './due.ts'
import type { Body, Obligation, ObligationKind, Party } from './facts.ts'
import { passagesOf, type Passage } from './passages.ts'
import { bearerOf } from './bearers.ts'
import { rawSpan } from './source.ts'
import { articleAt, type LocatedArticle, type Text } from './text.ts'
import { pattern } from './patterns.ts'

const maximum = 4000

/** Obligations in the order of the text; headings, tables, recitals and articles that only describe are left out. */
export function readObligations(text: Text, bodies: readonly Body[], parties: readonly Party[]): readonly Obligation[] {
  const answer: Obligation[] = []
  const followed = new Set(passagesOf(text).flatMap(({ item, lead }) => (item && lead !== undefined ? [lead] : [])))
  const headings = headingsOf(text)
  let bearer: string | undefined
  let within: LocatedArticle | undefined
  for (const passage of passagesOf(text)) {
    const article = articleAt(text, passage.start)
    if (article !== within) bearer = undefined
    within = article
    if (article === undefined || passage.row || passage.level > 0 || (passage.start < article.bodyStart && !isSentence(text, passage))) continue
    const made = inPassage(text, passage,
      { article, headings: headings.get(article) ?? '', announcesList: followed.has(passage),
        previous: bearer ?? bodyBefore(text, passage, article, bodies), bodies, parties })
    bearer = made.findLast((each) => each.bearer !== undefined)?.bearer ?? subjectKept(text, passage, bearer)
    answer.push(...made)
  }
  return answer
}

/** The body the article last created before this place. */
const bodyBefore = ({ source }: Text, { start }: Passage, { number }: LocatedArticle, bodies: readonly Body[]): string | undefined =>
  bodies.findLast((body) => body.article === number && body.span.start <= (source.at[start] ?? 0))?.name

/** A numbered line that is a clause, and not a title: `4.1 Chaque commune affecte un agent au programme.` */
function isSentence({ flat: words }: Text, { start, end }: Passage): boolean {
  const line = words.slice(start, Math.min(end, start + 600))
  return line.length > 36 && (promising.test(line) || (/[.;]$/.test(line) && line.search(duty) > 0))
}

type Context = {
  readonly article: LocatedArticle
  /** Headings of the article and of those it stands in, flattened. */
  readonly headings: string
  readonly announcesList: boolean
  readonly previous: string | undefined
  readonly bodies: readonly Body[]
  readonly parties: readonly Party[]
}

/** The heading of each article after those of the articles it stands in, flattened. */
function headingsOf({ articles }: Text): ReadonlyMap<LocatedArticle, string> {
  const answer = new Map<LocatedArticle, string>()
  const above: LocatedArticle[] = []
  for (const article of articles) {
    while ((above.at(-1)?.depth ?? 0) >= article.depth) above.pop()
    above.push(article)
    answer.set(article, flat(above.map(({ heading }) => heading).join(' / ')))
  }
  return answer
}

/** A sentence that binds nobody still says of whom the next `Il` speaks. */
function subjectKept(text: Text, { start, end }: Passage, previous: string | undefined): string | undefined {
  const words = text.flat.slice(start, Math.min(end, start + 200))
  if (/^(?:- ?)?(?:il|elle|ils|elles|celui|celle|son|sa|ses) /.test(words)) return previous
  const subject = pattern()`
    ^(?:- ?)?((?:le|la|les|l'|un|une) ?(?:comite|commission|equipe|commune|ville|etat|communaute|region|departement|chef|prefet
    |conseil|banque|agence|collectivite|partie)[^,.;:]{0,60}?) (?:est|sont|sera|seront|se|assure|veille|valide|pilote|anime|coordonne|prepare|definit|suit)(?![a-z])`.exec(words)
  if (subject?.[1] === undefined) return previous
  const at = start + words.indexOf(subject[1])
  return text.source.clean.slice(at, at + subject[1].length).replace(/^(?:un|une) /i, '')
}

const describes = pattern()`
  objet|ambition|contexte|diagnostic|orientation|preambule|etat des lieux|enjeux|resultats attendus|definition|presentation|strategie|logo
  |plan d'action$`
const idle = pattern()`
  ^(?:- ?)?(?:(?:ainsi|en effet|enfin|de plus|par ailleurs|en outre|neanmoins|toutefois|aussi|dans ce (?:cadre|contexte)),? )?(?:le (?:programme
  |plan de relance|territoire|projet de territoire|gouvernement|pole|bassin|dispositif|plh|perimetre)|l'(?:ort|operation|objectif|enjeu|ambition)
  |la (?:strategie|demarche|loi|politique|convention precise)|ce programme|cette (?:demarche|strategie)|ces (?:enjeux|orientations|actions)
  |les (?:deux |trois )?(?:enjeux|orientations|objectifs|ambitions|programmes))(?![a-z])`
const undertaking = pattern()`
  (?:s'engage(?:nt|ra|ront)?|s'oblige(?:nt)?|tenue?s? (?:de|d'|a)|engagements? (?:suivants?|de [^.;:]{2,60}|reciproques) (?:est|sont)?|doit|doivent
  |devra|devront|charge (?:pour|a) [^.;:]{2,60}|(?:a|ont) pour obligation|(?:est|sont) chargee?s?)(?![a-z])[^.;]{0,160}:$`
/** What a committee is there for is no promise of a party. */
const mission = /(?:comite|conference|instance|equipe|chef de projet|(?:^|[.;] )(?:il|elle))[^.;]{0,60} (?:est|sont|sera|a) (?:chargee?s?|pour)/
const litigation = pattern()`
  (?:litiges?|differends?|contestations?|contentieux)[^.;]{0,220}(?:portee?s?|soumis|releve(?:nt|ra|ront)?|competence|competent|tribunal|juridiction
  |regle)`

function inPassage(text: Text, passage: Passage, context: Context): readonly Obligation[] {
  const end = Math.min(passage.end, passage.start + maximum)
  const words = text.flat.slice(passage.start, end)
  const lead = passage.item ? (passage.under ?? passage.lead) : undefined
  const leadWords = lead === undefined ? '' : text.flat.slice(Math.max(lead.start, lead.end - 300), lead.end)
  if (passage.item && undertaking.test(leadWords) && !/compos/.test(leadWords.slice(-40))
    && !idle.test(leadWords) && !mission.test(leadWords)) return promised(text, passage, words, lead, context)
  if (/^\d{0,2}[.)]?.{0,70}:$/.test(words) && !promising.test(words) && !/s'appuie/.test(words)) return []
  if (context.announcesList && promising.test(words)) return []
  if (litigation.test(words) && /tribunal|juridiction|amiable/.test(words)) return [made(text, passage.start,
    end, 'other', context, undefined)].flat()
  if (pattern()`
    ^(?:- )?(?:(?:frequence|periodicite|rythme)[^.;:]{0,40}:|(?:ses|les|leurs) reunions (?:sont|ont lieu|se tiennent))`.test(words)
      && dueRules(words, words)[0]?.kind === 'recurring') return made(text, passage.start, end, 'meeting', context, undefined)
  const clauses = clausesOf(words, text.source.clean.slice(passage.start, end))
  const sentenceOnly = clauses.length === 0 && consent.test(words) && (faculty.test(words) || /mis fin|resili|modifi|avenant/.test(words))
  if (sentenceOnly) return made(text, passage.start, end, 'consultation', context, undefined)
  let earlier: string | undefined
  return clauses.flatMap(({ from, to, verbAt, verb }) => {
    const clause = words.slice(from, to)
    if (!binds(clause, verb, words, context)) return []
    const bearer: string | undefined = bearerOf({ words, printed: text.source.clean.slice(passage.start, end),
      from, to, verbAt, verb, ...context }) ?? (from > 0 && !/^(?:est|sont|sera)/.test(verb) ? earlier : undefined)
    earlier = bearer
    const owner = bearer ?? (lead !== undefined && /^[^.;]{3,80}:$/.test(leadWords) && leadWords.search(duty) < 0
      ? text.source.clean.slice(lead.start, lead.end).replace(/\s*:$/, '') : undefined)
    return made(text, passage.start + from, passage.start + to, kindOf(clause, verb), context, owner)
  })
}

/** An item below `s’engage à :` is a promise of whoever made the announcement. */
function promised(text: Text, passage: Passage, words: string, lead: Passage | undefined, context: Context): readonly Obligation[] {
  const announced = lead === undefined ? '' : text.flat.slice(lead.start, Math.min(lead.end, lead.start + 600))
  const verb = promising.exec(announced)
  const bearer = lead === undefined || !verb ? undefined
    : bearerOf({ words: announced, printed: text.source.clean.slice(lead.start, lead.start + announced.length),
    from: 0, to: announced.length, verbAt: verb.index, verb: verb[0], ...context })
  if (words.replace(/[^a-z]/g, '').length < 8) return []
  return made(text, passage.start, Math.min(passage.end, passage.start + maximum), kindOf(words, firstVerb(words, 1)) === 'other'
    ? kindOf(words, firstVerb(words, 3)) : kindOf(words, firstVerb(words, 1)), context, bearer)
}

const firstVerb = (words: string, count: number): string => new RegExp(`[a-z]{4,}(?: [a-z]+){0,${count - 1}}`).exec(words)?.[0] ?? ''

function made(text: Text, start: number, end: number, kind: ObligationKind, { article }: Context, bearer: string | undefined): readonly Obligation[] {
  const printed = text.source.clean.slice(start, end)
  return dueRules(text.flat.slice(start, end), printed).map((rule) => ({
    article: article.number, kind, ...(bearer === undefined ? {} : { bearer }), rule, span: rawSpan(text.source, start, end),
    confidence: (kind === 'other' ? 0.6 : 0.75) + (rule.kind === 'standing' ? 0 : 0.15) + (bearer === undefined ? 0 : 0.05),
  }))
}

/** Whether the clause binds somebody, rather than telling, permitting or describing. */
function binds(clause: string, verb: string, sentence: string, { headings }: Context): boolean {
  const timed = dueRules(clause, clause)[0]?.kind
  const dated = timed === 'deadline' || timed === 'date' || timed === 'recurring' || timed === 'term'
  const allowed = faculty.test(clause.slice(0, clause.indexOf(verb) + 1)) && !consent.test(clause)
  const opened = /^(?:peut|peuvent|pourra) etre consulte/.test(verb)
  if (allowed && !opened && !(kindOf(clause, verb) === 'funding' && /\d ?%/.test(clause))) return false
  if (/(?:conclue?|signee?|valable|etablie?|passee?)[^.;]{0,60}duree/.test(clause)) return false
  if (/^d(?:oi|ev)/.test(verb) && (idle.test(clause) || describes.test(headings)) && !dated) return false
  if (/(?:^|[ ,])il $/.test(clause.slice(0, clause.indexOf(verb))) && /(?:inser|ajout|complet|remplac)/.test(verb)) return false
  if (isPromise(verb)) return !/s'engage(?:nt)? dans|deja engage/.test(clause)
  if (/(?:^|[ ,])(?:a|ont|avait|avaient) ete /.test(clause.slice(Math.max(0, clause.indexOf(verb) - 12), clause.indexOf(verb) + 4))) return false
  if (pattern()`
    (?:^|[^a-z])(?:a|ont|avait|avaient|ayant|aura|avoir) (?:[a-z]{3,14}ment |egalement |deja )?$`.test(clause.slice(Math.max(0,
      clause.indexOf(verb) - 26), clause.indexOf(verb)))) return false
  if (idle.test(clause) && !dated) return false
  if (describes.test(headings) && (!dated || timed === 'recurring') && !consent.test(clause)) return false
  if (pattern()`
    ^(?:est|sont|sera|seront) (?:porte|mene|conduit|realise|presente|etabli|mobilise|assure|affecte|soumis|elabore|produit|organise|signe|formalise
    |lance|arrete|complete|valide|approuve|demande|commande|couvert|supporte|restitue)`.test(verb)
      && kindOf(clause, verb) === 'other' && !dated) return false
  if (pattern()`
    ^apporte|^presente|^assur|^produi|^etabli|^donne|^fait |^font |^consacre|^realise|^procede|^garanti|^couvre|^apprecie|^instaure|^renouvelle
    |^mesure|^tire|^interv|^preced|lieu$`.test(verb) && kindOf(clause, verb) === 'other' && !dated) return false
  return !/^(?:-? ?)?(?:vu|considerant|selon)(?![a-z])/.test(sentence)
}

/** `désigné par ses soins` is no finite verb, though `designe` reads like one without its accent. */
const isParticiple = (printed: string): boolean => /^\p{L}+é(?:e|s|es)?(?=\s|$)/u.test(printed) && !/^(?:a|est)\s/.test(printed)

type Clause = { readonly from: number; readonly to: number; readonly verbAt: number; readonly verb: string }

/** The clauses of a sentence, one per binding verb; coordinated verbs of the same kind stay together. */
function clausesOf(words: string, printed: string): readonly Clause[] {
  const verbs = [...words.matchAll(duty)].filter((match) => !isParticiple(printed.slice(match.index, match.index + match[0].length)))
    .map((match) => ({ at: match.index, verb: match[0].trim() }))
  const answer: Clause[] = []
  for (const { at, verb } of verbs) {
    const last = answer.at(-1)
    const between = last === undefined ? '' : words.slice(last.verbAt + last.verb.length, at)
    const border = last === undefined ? -1 : between.endsWith(' et ') ? between.length - 4
      : Math.max(between.lastIndexOf(';'), between.search(/, (?:que|qui|lequel|laquelle|puis|et) [^,;]*$/),
      between.search(/,? et (?:le |la |les |l'|se |qu)[^,;]*$/))
    if (last === undefined) answer.push({ from: 0, to: words.length, verbAt: at, verb })
    else if (border > 0 && kindOf(words.slice(last.verbAt, last.verbAt + last.verb.length + border),
      last.verb) !== kindOf(words.slice(last.verbAt + last.verb.length + border), verb)) {
      const cut = last.verbAt + last.verb.length + border
      answer[answer.length - 1] = { ...last, to: cut }
      answer.push({ from: cut + 1, to: words.length, verbAt: at, verb })
    }
    if (answer.length > 12) break
  }
  return answer
}
