// The plain words of an address: without accents, abbreviations spelt out, so that what one types meets what the base says.
import { fold } from '../../kernel/text.ts'

/** Team practice: the abbreviations people type and bases print; the word is what stands in the index. */
const spelt: Readonly<Record<string, string>> = {
  r: 'rue', av: 'avenue', ave: 'avenue', aven: 'avenue', bd: 'boulevard', bld: 'boulevard', blvd: 'boulevard', bvd: 'boulevard', boul: 'boulevard',
  pl: 'place', plc: 'place', imp: 'impasse', all: 'allee', ch: 'chemin', chem: 'chemin', che: 'chemin', rte: 'route', sq: 'square',
  crs: 'cours', fg: 'faubourg', fbg: 'faubourg', res: 'residence', lot: 'lotissement', pass: 'passage', psg: 'passage', ham: 'hameau',
  qu: 'quai', qrt: 'quartier', rpt: 'rond point', st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes', gal: 'general', gen: 'general',
  dr: 'docteur', doct: 'docteur', mal: 'marechal', mar: 'marechal', mchal: 'marechal', cdt: 'commandant', cmdt: 'commandant', col: 'colonel',
  cne: 'capitaine', cap: 'capitaine', lt: 'lieutenant', ltn: 'lieutenant', sgt: 'sergent', adjt: 'adjudant', amal: 'amiral', pdt: 'president',
  prs: 'president', pr: 'professeur', prof: 'professeur', mgr: 'monseigneur', nd: 'notre dame', gd: 'grand', gde: 'grande', pt: 'petit',
  pte: 'petite', vx: 'vieux', anc: 'ancien', fbrg: 'faubourg', me: 'maitre',
}
const streetTypes = [
  'rue', 'avenue', 'boulevard', 'place', 'impasse', 'allee', 'allees', 'chemin', 'route', 'square', 'cours', 'quai', 'passage', 'residence',
  'lotissement', 'faubourg', 'sentier', 'ruelle', 'venelle', 'voie', 'hameau', 'quartier', 'esplanade', 'promenade', 'rond', 'cite', 'cour', 'parc',
] as const
const types = new Set<string>(streetTypes)
const small = new Set([
  'le', 'la', 'les', 'l', 'de', 'du', 'des', 'd', 'et', 'en', 'au', 'aux', 'a', 'sur', 'sous', 'no', 'numero', 'cedex', 'france',
])
/** So frequent that they choose nothing: `rue` stands in two names in three. */
const frequent = new Set(['rue', 'avenue', 'place', 'impasse', 'chemin', 'allee', 'route', 'boulevard', 'saint'])

/** The words as the index keeps them, in their order. */
export const plainWords = (text: string): readonly string[] =>
  fold(text).split(/[^a-z0-9]+/).filter((word) => word !== '').flatMap((word) => (spelt[word] ?? word).split(' '))

export const isStreetType = (word: string): boolean => types.has(word)

/** True for a word that stands in too many names to choose between them: an article, a letter, `rue`. */
export const isCommon = (word: string): boolean => small.has(word) || frequent.has(word) || word.length === 1

/** An article, a preposition, a letter: what one leaves out without meaning another street. */
export const isSmall = (word: string): boolean => small.has(word) || (word.length === 1 && !/\d/.test(word))

/** Everything a search may meet of one street, each once. */
export const indexedWords = (street: { name: string; commune: string; postcode: string | null; insee: string }): readonly string[] =>
  [...new Set([...plainWords(street.name), ...plainWords(street.commune), street.postcode ?? '', street.insee.toLowerCase()])]
    .filter((word) => word !== '')
