// Small French grammar for labels: contraction of `de` with the article, noun phrases cut at their borders, lengths a reader can take in.
import { pattern } from './patterns.ts'

/** `de` before a noun phrase: `le Projet` → `du Projet`, `les communes` → `des communes`, `Un avenant` → `d'un avenant`, `OPAH-RU` → `de OPAH-RU`. */
export function ofPhrase(phrase: string): string {
  const article = /^(le |les |la |l['’]|un |une |des |du |cette |ce |cet |ces |son |sa |ses |leur )/i.exec(phrase)?.[1] ?? ''
  const rest = phrase.slice(article.length)
  switch (article.toLowerCase().trim()) {
    case 'le': case 'du': return `du ${rest}`
    case 'les': case 'des': return `des ${rest}`
    case 'la': return `de la ${rest}`
    case "l'": case 'l’': return `de l'${rest}`
    case 'un': case 'une': return `d'${article.toLowerCase()}${rest}`
    case '': return /^[aeiouyhéèêàâîôû]/i.test(phrase) && /^[a-zéèêà]/.test(phrase) ? `d'${phrase}` : `de ${phrase}`
    default: return `de ${article.toLowerCase()}${rest}`
  }
}

/** Without its leading article or preposition. */
export const bare = (phrase: string): string =>
  phrase.replace(pattern('i')`
    ^(?:(?:le|la|les|un|une|des|du|de la|de|d['’]un|d['’]une|au|aux|à la|sa|son|ses|ce|cet|cette|ces) |(?:de |à )?[ld]['’] ?)`, '').trim()

/** At most `limit` characters, cut between words, an ellipsis in place of what is left out. */
export function shortened(phrase: string, limit = 140): string {
  const tidy = phrase.replace(/\s+/g, ' ').replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
  if (tidy.length <= limit) return tidy
  const cut = tidy.slice(0, limit)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > limit / 2 ? space : limit).replace(/[\s,;:–—-]+$/, '')}…`
}

/** First letter in lower case, unless the first word is a name or an acronym (`ACV`, `Lens`). */
export function uncapitalised(phrase: string): string {
  const first = /^[^\s'’-]+/.exec(phrase)?.[0] ?? ''
  return commonWords.has(first.toLowerCase()) && first !== first.toUpperCase() ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase
}

const commonWords = new Set([
  'le', 'la', 'les', 'l', 'un', 'une', 'des', 'du', 'ce', 'cet', 'cette', 'ces', 'son', 'sa', 'ses', 'chaque',
    'toute', 'tout', 'convention', 'avenant',
  'comité', 'signature', 'adoption', 'délibération', 'arrêté', 'lancement', 'réunion', 'date', 'approbation',
    'création', 'validation', 'début', 'fin',
])
