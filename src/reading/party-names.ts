// What kind of party a name announces, and where the name ends in the words that follow it.
import { flat } from '../kernel/text.ts'
import type { PartyKind } from './facts.ts'

const article = String.raw`^(?:(?:la|le|les)\s|l\s?'\s?|(?:d'une|d'autre)\spart,?\s(?:et\s)?(?:la\s|le\s|les\s|l')?)?(?:groupe\s)?`
const kinds: readonly (readonly [PartyKind, RegExp])[] = [
  ['agency', new RegExp(`${article}(?:agence\\s(?:nationale|regionale|departementale|de\\sl'eau|de\\sla\\stransition|d'urbanisme|locale|france|bio|des\\s50)|anah\\b|anct\\b|anru\\b|ademe\\b|ars\\b|cerema\\b|banque\\sdes\\sterritoires|bdt\\b|caisse\\s(?:des\\sdepots|d'allocations|primaire|regionale|nationale)|cdc\\b|caf\\b|action\\slogement|etablissements?\\spublics?\\sfonciers?|epf\\b|epfl\\b|epora\\b|chambres?\\s(?:de|d'|regionale|departementale|interdepartementale|consulaire)|cci\\b|cma\\b|syndicat|offices?\\s(?:public|foncier|national|de\\s(?:commerce|tourisme))|opac\\b|parc\\s(?:naturel|national)|pole\\s(?:metropolitain|d'equilibre)|petr\\b|conseil\\sd'architecture|caue\\b|adil\\b|pays\\sde\\b.*\\bpetr|centre\\sd'etudes|france\\stravail|pole\\semploi|conservatoire|voies\\snavigables|vnf\\b)`)],
  ['epci', new RegExp(`${article}(?:communautes?\\s(?:d'agglomeration|d'agglo|de\\scommunes|urbaine)|metropole\\b|eurometropole|c\\.?\\s?[acu]\\.?\\s(?:de|du|des|d')|c[acu]\\s|ca\\b|etablissement\\spublic\\s(?:territorial|de\\scooperation)|ept\\b|agglomeration\\b|intercommunalite|epci\\b)`)],
  ['state', new RegExp(`${article}(?:etat\\b|prefete?\\b|prefecture|sous-prefete?\\b|republique\\sfrancaise|ministere|ministre|haut-commissa)`)],
  ['commune', new RegExp(`${article}(?:communes?|villes?|ville-centre|ville\\sprincipale|municipalite|mairie)\\b`)],
  ['department', new RegExp(`${article}(?:departement\\b|conseil\\s(?:departemental|general)|collectivite\\s(?:europeenne\\sd'alsace|departementale))`)],
  ['region', new RegExp(`${article}(?:regions?\\b|conseil\\sregional|collectivite\\s(?:territoriale\\s)?(?:de\\s(?:corse|martinique|guyane)|territoriale))`)],
  ['private', new RegExp(`${article}(?:societe|s\\.?a\\.?s?\\.?\\s|sarl\\b|sem\\b|spl\\b|sci\\b|association|federation|union\\s(?:des\\scommercants|commerciale)|edf\\b|enedis|la\\sposte|sncf|fondation|groupement|cooperative|entreprise|fonciere|club\\b|credit\\s|bailleur)`)],
]
const laterKinds: readonly (readonly [PartyKind, RegExp])[] = [
  ['epci', /\b(?:communaute|agglomeration|agglo|metropole|intercommunalite|terres? (?:et|&) mers?)\b/],
  ['agency', /\b(?:chambre|agence|etablissement public|office public|syndicat mixte|h\.?l\.?m|habitat$)\b/],
  ['private', /\b(?:sas|sarl|sa|sem|spl|association|fondation|mutuelle)\b/],
]

/** The kind a name announces by its first words; undefined when they say nothing. */
export function kindAnnounced(name: string): PartyKind | undefined {
  const text = flat(name)
  return kinds.find(([, shape]) => shape.test(text))?.[0]
}

/** The kind of a name that does not announce it, from any of its words. */
export const kindHinted = (name: string): PartyKind => laterKinds.find(([, shape]) => shape.test(flat(name)))?.[0] ?? 'other'

const nameEnd =
  /\s?(?:,|;|\(|«|“|"|\t|\n|\||\s[-–—:]\s|:\s|:$|\.$|\.\s|\srepresente|\bci-apres|\bci apres|\bdont\s(?:le|la|l'|les)\s|\bsise?\s|\bsituee?\s|\bdomicilie|\bayant\s|\bagissant|\bdument|\bidentifie|\bimmatricule|\bprise?s?\s(?:en|la)\s|\bqui\sa\spour\s|\bque\srepresente|\bayant\spour\s|\bn°?\s?siren|\bsiren\b|\bsiret\b|\bautorise|\bhabilite|\bd'une\spart|\bd'autre\spart|\bpar\s(?:son|sa|monsieur|madame|m\.|mme)\b|\ben\s(?:la|sa)\s(?:personne|qualite)|\brepresentant\b)/
const nameLead = /^(?:-\s|\d{1,2}\s?[°.)/]-?\s*|[a-h]\)\s|[ivx]{1,4}\.\s)?(?:et\s?:?\s|entre\s?:?\s|d'une\spart\s?[:,]?\s*|d'autre\spart\s?[:,]?\s*)*(?:l\s?'\s?|la\s|le\s|les\s)?/

/** The name at the start of a clause: where it starts (bullets, numbers and its article left out) and where it ends. */
export function nameWithin(clause: string): { readonly start: number; readonly end: number } {
  const text = flat(clause)
  let start = nameLead.exec(text)?.[0].length ?? 0
  if (/^la poste\b/.test(text.slice(Math.max(0, start - 3)))) start -= 3
  const listed = /^(?:communes|villes)\s(?:de|d'|du|des)[^;.(]{3,400}?(?=,?\s(?:represent|ci-apres|dument|prises\s|ayant\s))/.exec(text.slice(start))
  if (listed !== null) return { start, end: start + listed[0].length }
  let from = start
  let mark = nameEnd.exec(text.slice(from))
  while (mark !== null && /^\s?\s-\s$/.test(mark[0]) && /^\p{Lu}/u.test(clause.charAt(from + mark.index + mark[0].length)) && from - start < 120) {
    from += mark.index + mark[0].length
    mark = nameEnd.exec(text.slice(from))
  }
  const end = mark === null ? Math.min(clause.length, start + 160) : from + mark.index
  return { start, end: start + clause.slice(start, end).trimEnd().length }
}

/** The proper name of a commune, département, region: `Ville d'Aurillac` → `Aurillac`. */
export function properName(name: string): string {
  const text = flat(name)
  const form =
    /^(?:la |le |les |l')?(?:commune nouvelle|commune|ville-centre|ville|mairie|municipalite|departement|conseil departemental|region|conseil regional)s?\s+(?:nouvelle\s+)?(?:de\s+la\s+ville\s+)?(?:d'(?=[a-z])|de\s+l'|de\s+|du\s+|des\s+)?/.exec(text)
  const kept = name.slice(form?.[0].length ?? 0).trim()
  const joined = /(?:du|des|de l')\s*$/.exec(form?.[0] ?? '')?.[0].trim()
  const article = joined === 'du' ? 'Le ' : joined === 'des' ? 'Les ' : joined === "de l'" ? "L'" : ''
  return (article + kept).replace(/\s+/g, ' ')
}
