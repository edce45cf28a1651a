// People as conventions name them: civility, name and the capacity in which they act.
import { flat } from '../kernel/text.ts'
import type { Signatory } from './facts.ts'

const civility = /^(?:monsieur|madame|mademoiselle|mlle|messieurs|mesdames|mme|mr|m|dr|docteur|maitre|me)(?:\.|(?=\s))\s*(?:le |la )?(?=\S)/
/** Offices that sign conventions. */
export const office =
  /^(?:(?:premiere?|1ere?|deuxieme|2eme|seconde?)\s)?(?:maires?|mairesse|vice-?\s?president(?:e|s|es)?|president(?:e|s|es)?|sous-?\s?prefete?|prefete?s?|direct(?:eur|rice)s?|co-?president(?:e|s|es)?|delegue(?:e|s|es)?|adjoint(?:e|s|es)?|conseill(?:er|ere)s?|gerant(?:e|s)?|secretaire|administrat(?:eur|rice)|representant(?:e|s)?|chef(?:fe)?|commissaire|ministre|recteur|rectrice|tresori(?:er|ere)|responsable|charge(?:e|s|es)?|haut-commissaire|administrateur|bourgmestre|coordinat(?:eur|rice)|president-directeur|dirigeante?|referente?|elue?)\b/
const particle = String.raw`(?:de|du|des|d['’]|la|le|l['’]|von|van|der|den|el|al|ben|da|di|dos|y|et)`
const word = String.raw`\p{Lu}[\p{L}'’.-]*`
const nameOf = new RegExp(String.raw`^(${word}(?:\s+(?:${particle}\s?)*(?:(?<=['’])\p{L}|\p{Lu})[\p{L}'’.-]*){1,5})`, 'u')
const singleName = new RegExp(String.raw`^(?:${particle}\s?)*(${word})`, 'u')
const surname = String.raw`(?:(?:${particle}|DE|DU|DES|D['’]|LA|LE)\s?)*\p{Lu}{2}[\p{Lu}'’-]*(?:\s(?:(?:DE|DU|LA|LE|D['’])\s?)*\p{Lu}{2}[\p{Lu}'’-]*){0,3}`
const nameAtEnd = new RegExp(String.raw`(?:^|\s)((?:\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}[\p{Ll}]+)*\s){1,3}${surname})$`, 'u')
const notNames = /\b(?:conseil|communaute|commune|ville|departement|region|prefecture|prefet|sous|etat|banque|caisse|comite|agence|direction|agglomeration|general|habitat|territoires?|republique|logement|convention|article|chambre|etablissement|metropole|maire|president|presidente|directeur|directrice|date|signature|signataires?|cachet|delegation|programme|annexe|operation|pour|avec|fait|mairie|regionale?|generale?|departementale?|territoriale?|adjointe?|deleguee?|executif|nationale?|locale?|interdepartementale?)\b/

/** A name at the start of the text, civility left out; undefined when it does not start with one. `bare`: accepts no civility. */
export function personAt(text: string, bare: boolean): { readonly name: string; readonly end: number } | undefined {
  const lead = civility.exec(flat(text.slice(0, 40)))
  if (lead === null && !bare) return undefined
  const start = lead?.[0].length ?? 0
  const rest = text.slice(start, start + 120)
  const full = nameOf.exec(rest) ?? (lead === null ? null : singleName.exec(rest))
  const name = full?.[0].replace(/[\s.,'’-]+$/, '')
  if (name === undefined || (lead === null && notNames.test(flat(name)))) return undefined
  return { name: name.replace(/\s+/g, ' '), end: start + name.length }
}

/** The people of a clause such as `son Président, Monsieur X`, `Madame N, maire, dûment habilitée…`, `le Préfet du Cantal, Y`. */
export function readPeople(clause: string): readonly Signatory[] {
  const people: Signatory[] = []
  let name: string | undefined
  let capacity: string | undefined
  const close = () => {
    if (name !== undefined) people.push({ name, capacity: capacity ?? '' })
    name = undefined
    capacity = undefined
  }
  for (const part of partsOf(clause)) {
    if (endsPeople.test(flat(part))) {
      if (name !== undefined) break
      continue
    }
    const read = readPart(part)
    if (read.name !== undefined && name !== undefined) close()
    if (read.capacity !== undefined && capacity !== undefined && name !== undefined) close()
    if (read.name !== undefined) name = read.name
    if (read.capacity !== undefined) capacity = read.capacity
    if (read.name === undefined && read.capacity === undefined && name !== undefined && capacity !== undefined) break
  }
  close()
  return people.filter((person, index) => people.findIndex((other) => other.name === person.name && other.capacity === person.capacity) === index)
}

const endsPeople = /^(?:et\s)?(?:dument|habilite|autorise|en vertu|par (?:une )?deliberation|par delegation de signature|ci-apres|domicili|dont le siege|ayant|d'une part|d'autre part|en application|designe|sise?\b|situee?\b|deliberation|conformement|vu\b|en date|agissant (?:au nom|pour|en vertu|conformement|es qualite)|et designe|ou son|nomme|du \d|le \d)/

/** Commas, brackets and line ends part the members of a clause; « et Madame Y » starts another person. */
const partsOf = (clause: string): readonly string[] =>
  clause
    .slice(0, 700)
    .replace(/\([^)]{0,120}\)/g, ',')
    .split(/[,;\n\t|]|\s[-–—:]\s|\s(?=(?:d[ûu]ment|habilit[ée]e?s?|autoris[ée]e?s?|agissant|ci-apr[èe]s)\s)|\s(?=et (?:par )?(?:monsieur\s|madame\s|m\.\s?|mme\s|le\s|la\s|son\s|sa\s)\S)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `Monsieur le Préfet`, `Mme la Présidente`: an office, not a name. */
const officeOfCivility = /^(?:monsieur|madame|m\.|mme)\s(?:le|la|l['’])\s?(?=(?:maire|pr[ée]fet|pr[ée]fète|sous-pr|pr[ée]sident|direct|vice|d[ée]l[ée]gu|ministre|recteur|conseill))/i

function readPart(part: string): { name?: string; capacity?: string } {
  const lead = /^(?:et\s)?(?:par\s)?(?:(?:en|es)\s(?:sa\s)?qualites?\s(?:de\s|d'|d’)?|agissant\s(?:en\s(?:sa\s)?)?qualite\s(?:de\s|d')|represente(?:e|es|s|nt)?\s(?:par\s)?|prise?s?\sen\sla\spersonne\s(?:de\s|d')?|en\sla\spersonne\s(?:de\s|d')|(?:qui\sa|ayant)\spour\s|que\srepresente(?:nt)?\s|par\s)*(?:leurs?\s|son\s|sa\s|ses\s|le\s|la\s|l')?(?:respectifs?\s)?/.exec(flat(part))
  const rest = part.slice(lead?.[0].length ?? 0).replace(officeOfCivility, '')
  const titled = personAt(rest, false)
  if (titled) return withTail(titled, rest)
  if (office.test(flat(rest))) return officeAndName(rest)
  const bare = personAt(rest, true)
  return bare ? withTail(bare, rest) : {}
}

/** `Monsieur X, …` alone, or `Monsieur X maire de Y`. */
function withTail(person: { readonly name: string; readonly end: number }, rest: string): { name: string; capacity?: string } {
  const tail = rest.slice(person.end).replace(/^[\s.,:–-]+/, '').replace(/^(?:le|la|son|sa|en qualit[ée] de|agissant en qualit[ée] de)\s/i, '')
  return office.test(flat(tail)) ? { name: person.name, capacity: tidyCapacity(tail) } : { name: person.name }
}

/** `Maire Sylvain ROBERT`, `Préfet du Cantal Monsieur X`, `Préfète de la Haute-Saône`. */
function officeAndName(rest: string): { name?: string; capacity: string } {
  const inside = /\s(?:monsieur|madame|mademoiselle|mlle|mme|mr|m)(?:\.|(?=\s))\s*\S/i.exec(rest)
  if (inside) {
    const person = personAt(rest.slice(inside.index).trimStart(), false)
    if (person) return { capacity: tidyCapacity(rest.slice(0, inside.index)), name: person.name }
  }
  const last = nameAtEnd.exec(rest)
  if (last?.[1] !== undefined && !notNames.test(flat(last[1]))) {
    return { capacity: tidyCapacity(rest.slice(0, last.index)), name: last[1].replace(/\s+/g, ' ') }
  }
  const head = office.exec(flat(rest))?.[0].length ?? 0
  const next = rest.slice(head).replace(/^\s(?:en exercice|actuel(?:le)?)/, '')
  const person = /^\s+\p{Lu}/u.test(next) ? personAt(next.trimStart(), true) : undefined
  return person ? { capacity: tidyCapacity(rest.slice(0, head)), name: person.name } : { capacity: tidyCapacity(rest) }
}

const tidyCapacity = (text: string): string =>
  text
    .replace(/\s(?:en exercice|actuel(?:le)?|d[ûu]ment\b.*|habilit[ée]e?\b.*|autoris[ée]e?\b.*|agissant\b.*|ci-apr[èe]s\b.*|en vertu\b.*)$/i, '')
    .replace(/[\s.,:;–-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
