// What an ORT convention must contain, and who must sign it, as words to look for in a text.

/** A required content: `words`, source of a regular expression on flattened text, is how a convention names it. */
export type RequiredContent = {
  readonly code: 'main-town-not-named' | 'sector-missing' | 'funding-plan-missing' | 'calendar-missing'
  readonly words: string
  readonly rule: string
}

/**
 * Content that the whole of an ORT's documents must hold; an umbrella convention may leave it to the conventions of its programmes.
 * The recommended length of five years is not a duty: no statute sets a minimum.
 * @source CCH L.303-2 I and II (version of 23 February 2022): ville principale and its town centre, secteurs d'intervention, calendar, funding plan
 * @source CCH L.303-3 (loi n° 2022-217 du 21 février 2022, art. 95): ORT without the ville principale, by derogation of the préfet
 */
export const requiredContents: readonly RequiredContent[] = [
  {
    code: 'main-town-not-named', rule: 'CCH, art. L.303-2, I',
    words: 'villes? principales?|ville[- ]centre(?! de)|commune[- ]centre|commune principale|l\\. ?303-3',
  },
  {
    code: 'sector-missing', rule: 'CCH, art. L.303-2, II',
    words: "secteurs? (?:operationnels? )?d'intervention|secteurs? de l'ort|secteurs? ort|secteurs? (?:[a-h]|n ?[°o] ?\\d|\\d)(?![a-z])|"
      + 'perimetres? operationnels?',
  },
  {
    code: 'funding-plan-missing', rule: 'CCH, art. L.303-2, II',
    words: 'plans? de financement|maquettes? financieres?|plans? financiers?|tableaux? de financement|plan previsionnel de financement|'
      + 'engagements? financiers|cout [^|\\n]{0,30}\\|[^|\\n]{0,30}(?:etat|region|financeur)|depenses [^.;]{0,40}supportees|'
      + 'financement (?:est assure|se repartit|est reparti)|repartition (?:du|des) financements?',
  },
  {
    code: 'calendar-missing', rule: 'CCH, art. L.303-2, II',
    words: 'calendriers?|echeanciers?|plannings?|phasage|debut ?\\| ?(?:fin|livraison|achevement)|annees? de (?:demarrage|realisation)|'
      + 'dates? de (?:debut|demarrage)|20\\d\\d ?- ?20\\d\\d[^.;\\n]{0,40}€',
  },
]

const stands = '(?:valant|vaut|vaille|valoir|tenant lieu|tient lieu|reconnue comme valant)'
const operation = '(?:ort(?![a-z])|operation de revitalisation)'

/** How a text claims to be an ORT itself, flattened. */
export const standsAsOrt =
  `(?:(?:presente convention|convention dite|convention d'ort|presente)(?: [^.;]{0,80})?|elle(?: est reconnue comme)?) `
    + `${stands}[^.;]{0,60}${operation}`
  + `|constitue (?:l'|une |la )${operation}|sous la forme d'une ${operation}`
