// How often, and how soon: cadences (`au moins deux fois par an`), delays (`dans un délai de 18 mois`) and notice (`quinze jours avant`).
import { countPattern, readCount } from './numerals.ts'
import { pattern, words } from './patterns.ts'

const everyPeriod: Readonly<Record<string, number>> = {
  semaine: 52, quinzaine: 26, mois: 12, bimestre: 6, trimestre: 4, quadrimestre: 3, semestre: 2, an: 1, annee: 1,
    ans: 1, exercice: 1, automne: 1, printemps: 1, hiver: 1, ete: 1, rentree: 1,
}
const perPeriod = pattern()`
  (${countPattern})(?: (?:a|ou) (?:${countPattern}))? ?(?:fois|reunions?|seances?|rencontres?|comites?|points?|bilans?
  |revues?)(?: [a-z]{3,20})?(?: au (?:moins|minimum))?,? ?(?:par|l'|\/|chaque|dans l'|au cours de l'|durant l'|tous les|toutes les|dans le
  |au cours du|au) ?(semaine|quinzaine|mois|bimestre|trimestre|quadrimestre|semestre|annee|ans|an)(?![a-z])`
const everyFew = new RegExp(`tous les (${countPattern}) (jours|semaines|mois|ans)(?![a-z])|toutes les (${countPattern}) (semaines|annees)(?![a-z])`)
const each = pattern()`
  (?:chaque|tous les|toutes les|par|une fois l'|l') ?(semaine|quinzaine|mois|bimestre|trimestre|quadrimestre|semestre|annee|ans|an|exercice|automne
  |printemps|hiver|ete|rentree)s?(?![a-z])`
const adverb = pattern()`
  (?<![a-z])(hebdomadaire|bimensuel|mensuel|bimestriel|trimestriel|quadrimestriel|semestriel|annuel|bisannuel|biennal)(?:le)?(?:s|ment)?(?![a-z])`
const byAdverb: Readonly<Record<string, number>> = {
  hebdomadaire: 52, bimensuel: 24, mensuel: 12, bimestriel: 6, trimestriel: 4, quadrimestriel: 3, semestriel: 2,
    annuel: 1, bisannuel: 2, biennal: 0.5,
}
const lengthInDays: Readonly<Record<string, number>> = { jours: 1, semaines: 7, mois: 365 / 12, ans: 365, annees: 365 }

/** Times a year, from flattened words; the lower bound when they say `une à deux fois`. */
export function timesPerYear(words: string): number | undefined {
  const counted = perPeriod.exec(words)
  const count = counted?.[1] === undefined ? undefined : readCount(counted[1])
  if (count !== undefined && counted?.[2] !== undefined) return count * (everyPeriod[counted[2]] ?? 1)
  const few = everyFew.exec(words)
  const [every, period] = [readCount(few?.[1] ?? few?.[3] ?? ''), few?.[2] ?? few?.[4]]
  if (every !== undefined && every > 0 && period !== undefined) return rounded(365 / (every * (lengthInDays[period] ?? 365)))
  const adverbial = adverb.exec(words)?.[1]
  if (adverbial !== undefined) return byAdverb[adverbial]
  if (pattern()`
    (?<![a-z])en (?:janvier|fevrier|mars|avril|mai|juin) et (?:en )?(?:juillet|aout|septembre|octobre|novembre|decembre)(?! \d)`.test(words)) return 2
  const period1 = each.exec(words)
  if (period1?.[1] !== undefined && !/^l'/.test(period1[0])) return everyPeriod[period1[1]]
  return undefined
}

const rounded = (value: number): number => (Math.abs(value - Math.round(value)) < 0.15 ? Math.round(value) : Math.round(value * 100) / 100)

/** Days of notice a convocation must give: `quinze jours avant`, `deux semaines à l’avance`, `dans un délai de 5 jours francs`. */
export function noticeDays(words: string): number | undefined {
  const about = /convo|(?:dossiers?|documents?|pieces) (?:sont|est|seront) (?:envoye|adresse|transmis|remis)|averti|prevenu|invitation|ordre du jour|saisi/.exec(words)
  if (!about) return undefined
  const near = words.slice(Math.max(0, about.index - 140), about.index + 220)
  const match = pattern()`
    (${countPattern}) (jours?|semaines?|mois)(?: (?:francs|ouvres|ouvrables|calendaires))?(?: (?:au (?:moins|minimum|plus tard)
    |minimum))?,? (?:avant|a l'avance|precedant|qui precedent)`.exec(near)
    ?? pattern()`
      (?:delai|preavis)(?: (?:minimal|minimum|de convocation|de prevenance))* (?:de |d'|est (?:fixe )?(?:a
      |de) )(?:au moins )?(${countPattern}) (jours?|semaines?)`.exec(near)
  const count = match?.[1] === undefined ? undefined : readCount(match[1])
  if (count === undefined) return undefined
  return match?.[2]?.startsWith('sem') ? count * 7 : match?.[2] === 'mois' ? count * 30 : count
}

/** A delay that runs from something: `dans un délai de 18 mois à compter de la signature`. */
type Delay = { readonly years?: number; readonly months?: number; readonly days?: number; readonly after: string }
const delayed = new RegExp(
  words`
    (?:(?:dans|sous|avant|en|au bout d'|au bout de|a l'issue d')(?: (?:un|le|les|l'|des|d'un|la))?(?: (?:delai|periode))?(?: (?:maximum|maximal
    |de rigueur|global))?(?: (?:de|d'))? ?|(?:au plus tard|au maximum) )(${countPattern}) (ans?|annees?|mois|semaines?|jours?)(?: (?:francs|ouvres
    |ouvrables|calendaires))?(?: (?:maximum|au plus|au maximum))?(?: (?:qui suivent|suivants?|apres|a compter|a partir|a dater|de|du|des|a l'issue
    |faisant suite)| ?$| ?[,.;)]| [a-z])`)

const ordinals: Readonly<Record<string, number>> = { premiere: 1, deuxieme: 2, seconde: 2, troisieme: 3, quatrieme: 4, cinquieme: 5, sixieme: 6 }

export function delayIn(words: string): Delay | undefined {
  const fortnight = /sous (quinzaine|huitaine|quinze jours)/.exec(words)?.[1]
  if (fortnight !== undefined) return { days: fortnight === 'huitaine' ? 8 : 15, after: '' }
  const ordinal = pattern()`
    (?:au cours|a l'issue|a la fin|en fin|au terme|avant la fin) de (?:la |sa )?(premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme
    |sixieme) annee`.exec(words)?.[1]
  const since = new RegExp(`(?<![a-z])a (${countPattern}) ans de (?:la |sa )?signature`).exec(words)?.[1]
  if (since !== undefined) return { years: readCount(since) ?? 1, after: 'la signature' }
  const within = /^(?:- )?la (premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|sixieme) annee/.exec(words)?.[1]
  if (within !== undefined) return { years: ordinals[within] ?? 1, after: '' }
  if (ordinal !== undefined) return { years: ordinals[ordinal] ?? 1, after: '' }
  const single = pattern()`
    (?:dans|durant|sous) (?:le|l'|la) ?(mois|annee|an|semaine|trimestre|semestre)(?: (?:qui suit|suivant|de (?:la|leur|sa|son)|du)| ?(?=[.;,]|$))`.exec(words)
  const match = delayed.exec(words)
  const count = match?.[1] === undefined ? undefined : readCount(match[1])
  if (single?.[1] !== undefined && (match === null || single.index <= match.index)) {
    const months = { mois: 1, trimestre: 3, semestre: 6 }[single[1]]
    return { ...(months !== undefined ? { months } : /^an/.test(single[1]) ? { years: 1 } : { days: 7 }),
      after: afterWords(words, single.index + single[0].length) }
  }
  if (!match || count === undefined || match[2] === undefined) return undefined
  if (/^en /.test(match[0])) return undefined
  const after = afterWords(words, match.index + match[0].search(/(?<![a-z])(?:ans?|annees?|mois|semaines?|jours?)(?![a-z])/) + match[2].length)
  if (/^an/.test(match[2])) return { years: count, after }
  if (match[2] === 'mois') return { months: count, after }
  return { days: match[2].startsWith('sem') ? count * 7 : count, after }
}

function afterWords(words: string, from: number): string {
  const rest = words.slice(from, from + 160).replace(pattern()`
    ^(?: (?:francs|ouvres|ouvrables|calendaires|maximum|au plus|au maximum))*,? ?(?:qui (?:suivent|suit)|suivants?|apres|a compter de|a compter du
    |a compter|a partir de|a partir du|a dater de|faisant suite a)? ?`, '')
  return (rest.split(/[,.;:()]/)[0] ?? '').trim().slice(0, 80)
}
