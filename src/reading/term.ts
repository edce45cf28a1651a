// The term of the convention itself: how long, from when, until when; never that of a programme or a plan it cites.
import { daysBetween, plainDate, plusDays, plusMonths, daysInMonth, type PlainDate } from '../kernel/date.ts'
import { printedDates } from './calendar.ts'
import type { DatedFact, SignatureBlock, Span, Term } from './facts.ts'
import { countPattern, readCount } from './numerals.ts'
import { passageAt, passagesOf, type Passage } from './passages.ts'
import { rawSpan } from './source.ts'
import { articleAt, type LocatedArticle, type Text } from './text.ts'
import { pattern } from './patterns.ts'

type Start = { readonly on: 'signature' | PlainDate; readonly stated: boolean }
type Candidate = {
  readonly score: number
  readonly start: number
  readonly end: number
  readonly years?: number
  readonly months?: number
  readonly endsOn?: PlainDate
  readonly starts?: Start
}

const unit = '(ans?|annees?|mois|semestres?)'
const duration = new RegExp(`(?<![a-z])(${countPattern}) ${unit}(?![a-z])(?: et (?:(${countPattern}) mois|(demie?)(?![a-z])))?`, 'g')
const ownName = pattern()`
  (?<![a-z])(?:(?:la|cette|de la|du|le|au|presente?s?|ladite|dudit) ){1,2}(?:present(?:e)? )?(?:convention|contrat|avenant|protocole|accord|adhesion
  |ort(?![a-z])|operation de revitalisation)`
const otherThing = pattern()`
  (?<![a-z])(?:phase|plh|programme local|pluih?|scot|mandat|travaux|chantier|marche|bail|cdd|poste|emploi|recrut|fonctionnaire|conserv|archiv
  |garantie|pret|amortissement|reconduction|renouvel|preavis|mise en demeure|dans un delai|dans les|sous|retard|silence|recours|publicite de l'acte
  |pendant deux mois|exposition|loyer|subvention|periode d'essai|fiche|action n|orientations?|enquete|observatoire|prochaine|dernier|derniere
  |logements?|depuis|il y a|tous les|chaque|passe)`

/** Null when the text states neither a length nor an end of its own. `signedOn` is taken from the signature block. */
export function readTerm(text: Text, signatures: SignatureBlock | null, dates: readonly DatedFact[]): Term | null {
  const candidates = passagesOf(text).flatMap((passage) => candidatesOf(text, passage))
  const best = candidates.reduce<Candidate | undefined>((one, other) => (one === undefined || other.score > one.score ? other : one), undefined)
  if (best === undefined || best.score < 3) return null
  const article = articleAt(text, best.start)
  const near = candidates.filter((each) => each.score >= 2 && articleAt(text, each.start)?.number === article?.number)
  const stated = near.find((each) => each.endsOn !== undefined)
  const length = best.years !== undefined || best.months !== undefined ? best
    : near.find((each) => each.years !== undefined || each.months !== undefined)
  const start = best.starts ?? near.find((each) => each.starts !== undefined)?.starts ?? startInArticle(text, best.start)
    ?? { on: 'signature', stated: false }
  const signedOn = signatures?.signedOn ?? signatureStated(dates)
  const amended = /remplacee?s? par/.test(text.flat.slice(Math.max(0, best.start - 200), best.start))
  const computed = amended || fromOtherAct(text, article) ? undefined : computedEnd(start, length, signedOn)
  const elsewhere = stated !== undefined && passageAt(text, stated.start) !== passageAt(text, best.start)
  const contradicts = elsewhere && computed !== undefined && stated.endsOn !== undefined && Math.abs(daysBetween(computed, stated.endsOn)) > 45
  const endsOn = best.endsOn ?? (contradicts ? computed : (stated?.endsOn ?? computed))
  return {
    ...(length?.years === undefined ? {} : { years: length.years }),
    ...(length?.months === undefined ? {} : { months: length.months }),
    startsOn: start.on,
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(signedOn === undefined ? {} : { signedOn }),
    span: spanOf(text, best),
    confidence: Math.min(0.98, 0.5 + best.score * 0.08 + (start.stated ? 0.1 : 0)),
  }
}

/** `le lendemain de sa transmission`, `à compter de sa notification`: a day the text does not hold. */
function fromOtherAct({ flat }: Text, article: LocatedArticle | undefined): boolean {
  const words = article === undefined ? '' : flat.slice(article.cleanStart, Math.min(article.cleanEnd, article.cleanStart + 4000))
  return pattern()`
    (?:vigueur|effet|compter|partir|lendemain)[^.;]{0,40} (?:transmission|notification|publication|caractere executoire|reception)`.test(words)
      && !/vigueur[^.;]{0,40}signature|compter[^.;]{0,30}signature/.test(words)
}

const spanOf = (text: Text, { start, end }: Candidate): Span => rawSpan(text.source, start, end)

/**
 * A term counted from a day that is itself included ends the day before its anniversary; counted from an event, it ends on the anniversary.
 * @source Code de procédure civile, art. 641 al. 2 (the day of the event does not count in the term)
 */
function computedEnd({ on }: Start, length: Candidate | undefined, signedOn: PlainDate | undefined): PlainDate | undefined {
  const months = (length?.years ?? 0) * 12 + (length?.months ?? 0)
  if (months === 0 || months > 1200) return undefined
  if (on !== 'signature') return plusDays(plusMonths(on, months), -1)
  return signedOn === undefined ? undefined : plusMonths(signedOn, months)
}

const signatureStated = (dates: readonly DatedFact[]): PlainDate | undefined =>
  dates.findLast(({ what }) => /^signature de (?:la convention|l['’]avenant)$/.test(what))?.date

function candidatesOf(text: Text, passage: Passage): readonly Candidate[] {
  const words = text.flat.slice(passage.start, Math.min(passage.end, passage.start + 3000))
  if (!/\d|ans?(?![a-z])|annee|mois/.test(words)) return []
  const context = contextScore(text, passage, words)
  if (context <= 0) return []
  return [...lengthsIn(words, passage, context), ...endsIn(words, passage, context)].map((candidate) => ({ ...candidate, ...startIn(words) }))
}

/** How much the passage speaks of the convention's own life: its article's heading, its subject, its verbs. */
function contextScore(text: Text, passage: Passage, words: string): number {
  const article = articleAt(text, passage.start)
  const heading = text.flat.slice(article?.cleanStart ?? 0, article === undefined ? 0 : article.bodyStart)
  let score = /duree|entree en vigueur|prise d'effet|validite|echeance|terme/.test(heading) ? 3 : 0
  if (ownName.test(words)) score += 2
  if (pattern()`
    (?:est |sont )?(?:conclue?s?|etablie?|valable|passee?|consentie?)|prend(?:ra)? (?:effet|fin)|entre(?:ra)? en vigueur|duree|s'acheve|expire
    |jusqu'au|prorog|arrive(?:ra)? a (?:echeance|son terme)|echeance|valable|commence|fini(?:t|ra)|vaut pour|lie les parties`.test(words)) score += 2
  if (article === undefined) score -= 2
  return score
}

function lengthsIn(words: string, passage: Passage, context: number): readonly Candidate[] {
  return [...words.matchAll(duration)].flatMap((match) => {
    const count = readCount(match[1] ?? '')
    if (count === undefined || count === 0 || count > 120) return []
    const before = words.slice(Math.max(0, match.index - 90), match.index)
    const after = words.slice(match.index + match[0].length, match.index + match[0].length + 60)
    const clause = before.split(/[.;:]/).at(-1) ?? ''
    let score = context
    const replaced = words.search(/remplacee?s? par/)
    if (replaced >= 0) score += match.index > replaced ? 4 : -6
    if (pattern()`
      (?:duree|periode|validite)(?: (?:maximale|minimale|initiale|totale|ferme|de validite|determinee|globale|prevue))*(?: (?:est |sont )?(?:fixee?
      |prevue?|limitee?|portee?))?(?: de la presente [a-z ]{3,30})?(?: est)?(?: de| d'| a|:)?(?: (?:la|une duree|un total|ensemble))?(?: de| d')? ?$
    `.test(clause)) score += 3
    if (/(?:pour|durant|pendant|valable) ?$/.test(clause) && context >= 4) score += 2
    if (/portee? (?:de [a-z0-9 ]{2,20})?a ?$/.test(clause)) score += 3
    if (otherThing.test(clause) || pattern()`
      ^ ?(?:avant|apres|au plus apres|francs|suivant|par |minimum avant|renouvelable une)`.test(after)) score -= /^ ?renouvelable/.test(after) ? 0 : 4
    if (pattern()`
      proroge|prolonge|reconduct|renouvel|exced|depasser|maximum|peut|pourra|limite`.test(clause)
        && !/maximale|conclue|fixee/.test(clause)) score -= 9
    if (/\(\d{4} ?[-–] ?\d{4}\)/.test(after)) score -= 2
    if (score < 2) return []
    const [start, end] = [passage.start + match.index, passage.start + match.index + match[0].length]
    const [isYears, extra] = [/^an/.test(match[2] ?? ''), match[4] !== undefined ? 6 : match[3] === undefined ? undefined : readCount(match[3])]
    const months = isYears ? extra : /^sem/.test(match[2] ?? '') ? count * 6 : count
    return [{ score, start, end, ...(isYears ? { years: count } : {}), ...(months === undefined ? {} : { months }) }]
  })
}

const endBefore = pattern()`
  (?:jusqu'au|jusqu'a la date du|prend(?:ra)?(?: donc| ainsi)? fin (?:le|au)|expire(?:ra)? (?:le|au)|s'acheve(?:r|ra)? (?:le|au)|se termine(?:r
  |ra)? (?:le|au)|fini(?:t|ra|r) (?:le|au)|prendre fin (?:le|au)|arrive(?:ra)? a (?:son )?(?:echeance|terme|expiration) (?:le|au)|(?:echeance|terme
  |fin)(?: [^.;]{0,40})?(?: est| sont)?(?: fixee?| portee?| reportee?)? (?:le|au)|(?:prorogee?|prolongee?|reportee?|portee?)(?: [^.;]{0,30})? au
  |du [0-9a-z ]{6,20} au|(?:terme|fin|echeance|date de fin|date d'echeance) ?: ?(?:le|au)?|cesse(?:ra)? (?:de [a-z ]{3,30} )?le) ?$`

function endsIn(words: string, passage: Passage, context: number): readonly Candidate[] {
  const exact = printedDates(words).flatMap(({ start, end, date }) => {
    const before = words.slice(Math.max(0, start - 100), start)
    if (date === undefined || !endBefore.test(before)) return []
    const clause = before.split(/[.;:«]/).at(-1) ?? ''
    const score = context + 3 - (otherThing.test(clause.replace(/renouvel[a-z]*/, '')) ? 4 : 0) - (/initialement|etait|devait/.test(clause) ? 2 : 0)
    return score < 2 ? [] : [{ score, start: passage.start + start, end: passage.start + end, endsOn: date }]
  })
  const match = pattern()`
    jusqu'(?:en |a (?:la )?fin (?:du mois )?(?:de |d')?|au terme de l'annee |a fin )(?:(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre
    |octobre|novembre|decembre) )?(?:de )?(?:l'annee )?((?:19|20)\d\d)(?!\d)`.exec(words)
  if (!match || otherThing.test(words.slice(Math.max(0, match.index - 60), match.index))) return exact
  const month = match[1] === undefined ? 12 : monthNames.indexOf(match[1]) + 1
  const endsOn = plainDate(Number(match[2]), month, daysInMonth(Number(match[2]), month))
  return endsOn === undefined ? exact : [...exact,
    { score: context + 2, start: passage.start + match.index, end: passage.start + match.index + match[0].length, endsOn }]
}

const monthNames = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** `à compter du 1er janvier 2024`, `à la date de sa signature`, `dès la dernière signature`. */
function startIn(words: string): { starts?: Start } {
  const bySignature = pattern()`
    (?:a compter|a partir|a dater|des|a la date|au jour|le jour|a|lors|au moment|effective|vigueur|effet)[^.;]{0,50}(?:signature|signee par)
  `.test(words)
  const dated = printedDates(words).find(({ start, date }) =>
    date !== undefined && pattern()`
      (?:a compter du|a partir du|a dater du|prend(?:ra)? effet (?:le|au|a compter du)|entre(?:ra)? en vigueur (?:le|au|a compter du)|effet (?:au|le
      |du)|des le|debute(?:ra)? le|commence(?:ra)? (?:a courir )?le|(?:^|[^a-z])du) ?$`.test(words.slice(Math.max(0, start - 50), start)))
  const ending = dated === undefined ? '' : words.slice(dated.end, dated.end + 4)
  const before = dated === undefined ? '' : words.slice(Math.max(0, dated.start - 16), dated.start)
  if (dated?.date !== undefined && (!/(?:^|[^a-z])du ?$/.test(before) || /(?:compter|partir|dater|effet) du ?$/.test(before)
    || / au/.test(ending))) return { starts: { on: dated.date, stated: true } }
  return bySignature || /notification/.test(words) && /a compter/.test(words) ? { starts: { on: 'signature', stated: bySignature } } : {}
}

/** An amendment says from when a clause goes or changes: not a start of the convention. */
const ofAmendedWords = /(?<![a-z])(?:est|sont) (?:ainsi )?(?:abrog|supprim|remplac|inser|complet|modifi)ee?s?(?![a-z])/

/** The start stated in another sentence of the same article. */
function startInArticle(text: Text, offset: number): Start | undefined {
  const article = articleAt(text, offset)
  if (article === undefined) return undefined
  for (const passage of passagesOf(text)) {
    if (passage.start < article.bodyStart || passage.start >= article.cleanEnd) continue
    const words = text.flat.slice(passage.start, Math.min(passage.end, passage.start + 2000))
    const { starts } = /vigueur|effet|compter|debut/.test(words) && !otherThing.test(words) && !ofAmendedWords.test(words) ? startIn(words) : {}
    if (starts !== undefined) return starts
  }
  return undefined
}
