// Lists of towns in a sentence: `les communes de Lens, Liévin et Bully-les-Mines`, each name checked against the reference when there is one.
import { flat, nameKey } from '../kernel/text.ts'
import type { Gazetteer } from './gazetteer.ts'
import { passagesOf, type Passage } from './passages.ts'
import type { Text } from './text.ts'
import { pattern } from './patterns.ts'

/** Offsets in the clean text, from the first name to the last. `introduced`: `communes de`, `villes de` stand before. */
export type TownList = { readonly start: number; readonly end: number; readonly towns: readonly string[]; readonly introduced: boolean }

const small = "(?:le|la|les|l['’]|d['’]|de|du|des|sur|sous|en|aux?|lès|lez|près|devant|à|ès)"
const capital = "\\p{Lu}[\\p{Ll}\\p{Lu}’'œæ]*"
const name = `(?:L['’]|La |Le |Les |St |Ste )?${capital}(?:[- ’'](?:${small}[- ’']?|et-){0,3}${capital}){0,4}`
const town = new RegExp(name, 'gu')
const introducer = pattern()`
  (?:communes?|villes?|centres?[- ]villes?|centres?[- ]bourgs?|centres?|bourgs?|coeurs?|municipalites?|maires?|territoires? communa(?:l
  |ux))(?: (?:laureates?|membres|concernees|signataires|nouvelles|deleguees?|principale))?(?: (?:de|des|d'|du)| :| de la commune de)? ?$`

/** Keys of the names that stand somewhere in the text after `commune de`, `ville de`, `maire de`: elsewhere too, they are towns. */
export function townsNamed(text: Text, gazetteer: Gazetteer): ReadonlySet<string> {
  const lists = passagesOf(text).flatMap((passage) => townsIn(text, passage, new Set(), gazetteer))
  return new Set(lists.flatMap(({ towns }) => towns.map(nameKey)))
}

/** The lists of towns of a passage, in order; a name counts after `communes de` or when `trusted` holds its key. */
export function townsIn(text: Text, passage: Passage, trusted: ReadonlySet<string>, gazetteer: Gazetteer): readonly TownList[] {
  const end = Math.min(passage.end, passage.start + 4000)
  const words = text.source.clean.slice(passage.start, end)
  const lists: TownList[] = []
  town.lastIndex = 0
  for (let match = town.exec(words); match; match = town.exec(words)) {
    const [start, stop] = [passage.start + match.index, passage.start + match.index + match[0].length]
    const last = lists.at(-1)
    const linked = last !== undefined && pattern()`
      ^ ?(?:,|et|,? ?ainsi que|&|\/|-)? ?(?:de |d'|du |des (?:villes|communes) (?:de |d'))?(?:la commune de |la ville de |celles? de )?$
    `.test(text.flat.slice(last.end, start)) && start - last.end < 44
    const introduced = introducer.test(text.flat.slice(Math.max(passage.start, start - 44), start)) || linked
    const article = articleBefore[/(?<![a-z])(du|au|des|aux) $/.exec(text.flat.slice(Math.max(0, start - 5), start))?.[1] ?? ''] ?? ''
    const full = article === '' ? undefined : knownTown(article + match[0], introduced, trusted, gazetteer)
    const found = full ?? knownTown(match[0], introduced, trusted, gazetteer)
    if (found === undefined) {
      town.lastIndex = match.index + (/^.[^ ]*/u.exec(match[0])?.[0].length ?? match[0].length)
      continue
    }
    town.lastIndex = match.index + found.length
    if (linked && /[,&/]|et |ainsi/.test(text.flat.slice(last.end, start))) lists[lists.length - 1] = { ...last,
      end: start + found.length, towns: [...last.towns, ...found.split(', ')] }
    else lists.push({ start, end: Math.min(stop, start + found.length), towns: [found], introduced })
  }
  return lists
}

/** `du Faouët` is `Le Faouët`. */
const articleBefore: Readonly<Record<string, string>> = { du: 'Le ', au: 'Le ', des: 'Les ', aux: 'Les ' }

/** The name, or its longest beginning that is a commune; a name that only looks like one counts when `communes de` stands before it. */
function knownTown(printed: string, introduced: boolean, trusted: ReadonlySet<string>, gazetteer: Gazetteer): string | undefined {
  if (!introduced && trusted.size === 0) return undefined
  const parts = printed.split(/(?= )/)
  for (let count = parts.length; count > 0; count -= 1) {
    const candidate = parts.slice(0, count).join('').trim()
    if (candidate.length < 3 || notTowns.has(flat(candidate)) || (/^\p{Lu}+$/u.test(candidate) && candidate.length < 5)) continue
    if (!introduced && !trusted.has(nameKey(candidate))) continue
    const entries = gazetteer.communesNamed(candidate)
    if (entries.length > 0) return nameOf(candidate, entries[0]?.name)
  }
  const whole = parts.length <= 4 ? printed.trim() : ''
  return introduced && gazetteer.communesNamed('Paris').length === 0 && whole.length > 2 && !notTowns.has(flat(whole)) ? whole : undefined
}

/** The official name in place of one printed wholly in capitals. */
const nameOf = (printed: string, official: string | undefined): string =>
  (official !== undefined && printed === printed.toUpperCase() ? official : printed)

/** Words with a capital that are also names of communes, or never are. */
const notTowns = new Set([
  'etat', 'region', 'departement', 'maire', 'president', 'prefet', 'convention', 'article', 'ville', 'villes',
    'commune', 'communes', 'programme', 'le', 'la', 'les',
  'un', 'une', 'il', 'elle', 'action', 'coeur', 'petites', 'demain', 'operation', 'territoire', 'pays', 'projet',
    'comite', 'enfin', 'dans', 'cette', 'ces', 'ce', 'pour',
  'direction', 'services', 'chef', 'banque', 'territoires', 'fonds', 'avenir', 'vert', 'agence', 'louvre',
    'pole', 'plan', 'local', 'centre', 'france', 'habitat',
  'orientation', 'objectif', 'axe', 'phase', 'secteur', 'avenant', 'communaute', 'agglomeration', 'metropole',
    'plu', 'scot', 'opah', 'opah-ru', 'ort', 'acv', 'pvd', 'crte', 'erbm',
  'afin', 'ainsi', 'chaque', 'vu', 'loi', 'code', 'chefs', 'vice', 'caisse', 'etablissement', 'conseil',
    'monsieur', 'madame', 'toutefois', 'elles', 'ils', 'leur', 'son', 'sa',
])
