// Every figure the rules on money use, with its days, its source and how sure its reading is. One place to correct them.
import { date } from '../../kernel/date.ts'
import type { Citation, DatedValue, Parameter } from './parameter.ts'

const read = date('2026-11-01')
const confirmed = (text: string): Citation => ({ text, status: 'confirmed', verifiedOn: read })
const toConfirm = (text: string): Citation => ({ text, status: 'toConfirm', verifiedOn: read })
const since = (validFrom: string, value: number, citation: Citation): DatedValue =>
  ({ ...citation, value, validFrom: date(validFrom), validTo: null })

const ownShareText = 'CGCT, art. L.1111-10, III (lu avant la loi ELAN, lecture confirmée par le Sénat, question n° 19166 ; depuis 2025, à confirmer)'
/** @source CGCT, art. L.1111-10, III (read in a version before 2018; its reading confirmed by Sénat, question n° 19166) */
export const ownShareRate: Parameter = {
  name: 'own-share-rate', label: 'Participation minimale du maître d’ouvrage', unit: 'rate',
  values: [since('2014-01-29', 20_000, confirmed(ownShareText))],
}
/** @source CGCT, art. L.1111-10, III: EPCI and communes of Corsica, for water, waste, forest fires and roads */
export const corsicanOwnShareRate: Parameter = {
  name: 'own-share-rate-corsica', label: 'Participation minimale en Corse (eau, déchets, incendies, voirie)', unit: 'rate',
  values: [since('2014-01-29', 10_000, confirmed('CGCT, art. L.1111-10, III'))],
}
/** @source décret n° 2018-514 du 25 juin 2018, art. 10 (State subsidies for investment projects), from memory */
export const publicAidRate: Parameter = {
  name: 'public-aid-rate', label: 'Plafond des aides publiques, en part de la dépense subventionnable', unit: 'rate',
  values: [since('2018-07-01', 80_000, toConfirm('Décret n° 2018-514 du 25 juin 2018, art. 10 (subventions d’investissement de l’État)'))],
}

const conventionClause = 'Convention chapeau ORT, art. 4 ; fiche de l’aide « chef de projet Petites Villes de Demain » (lue en extrait)'
/** @source umbrella convention of Lens-Liévin, art. 4; notice of the national aid (excerpt) */
export const postRate: Parameter = {
  name: 'post-rate', label: 'Cofinancement maximal d’un poste de chef de projet', unit: 'rate',
  values: [since('2020-10-01', 75_000, confirmed(conventionClause))],
}
/** @source the same clause: « maximum 55 000 € HT en cas d’OPAH-RU, à défaut 45 000 € HT » */
export const postCapWithOpahRu: Parameter = {
  name: 'post-cap-opah-ru', label: 'Plafond annuel avec OPAH-RU', unit: 'cents',
  values: [since('2020-10-01', 5_500_000, confirmed(conventionClause))],
}
/** @source the same clause */
export const postCap: Parameter = {
  name: 'post-cap', label: 'Plafond annuel sans OPAH-RU', unit: 'cents', values: [since('2020-10-01', 4_500_000, confirmed(conventionClause))],
}
/** The last day on which the single application was taken. @source notice of the national aid (excerpt): 31 March 2026 */
export const postRequestsClosed = {
  on: date('2026-03-31'),
  source: confirmed('Fiche de l’aide « chef de projet Petites Villes de Demain » (lue en extrait) : demandes jusqu’au 31 mars 2026'),
}

const opahRu = 'Anah, ingénierie de l’OPAH-RU (fiche de l’association des maires du Morbihan, lue en extrait)'
/** @source Anah, engineering of an OPAH-RU (excerpt) */
export const opahRuRate: Parameter = {
  name: 'opah-ru-rate', label: 'Part de l’Anah dans le poste de suivi-animation', unit: 'rate',
  values: [since('2021-01-01', 50_000, confirmed(opahRu))],
}
/** @source Anah, engineering of an OPAH-RU (excerpt): base of 80 000 € HT a year, hence 40 000 € at most */
export const opahRuBaseCap: Parameter = {
  name: 'opah-ru-base-cap', label: 'Dépense annuelle retenue au plus (HT)', unit: 'cents',
  values: [since('2021-01-01', 8_000_000, confirmed(opahRu))],
}
/** @source press of 2021 on the national recovery plan (excerpt): 40 000 € over two years */
export const managerCap: Parameter = {
  name: 'manager-cap', label: 'Aide au poste de manager de centre-ville, sur deux ans', unit: 'cents',
  values: [since('2021-01-01', 4_000_000, confirmed('Banque des Territoires, aide au manager de centre-ville (presse, lue en extrait)'))],
}
/** @source CGI and CGCT, art. L.1615-6 (rate from memory) */
export const fctvaRate: Parameter = {
  name: 'fctva-rate', label: 'Taux du FCTVA, sur la dépense TTC', unit: 'rate',
  values: [since('2015-01-01', 16_404, toConfirm('CGCT, art. L.1615-6'))],
}
/** @source CGCT, art. L.5214-16 V, L.5215-26, L.5216-5 VI: no more than what the beneficiary pays itself, subsidies apart */
export const townFundRate: Parameter = {
  name: 'town-fund-rate', label: 'Fonds de concours, en part du reste à charge hors subventions', unit: 'rate',
  values: [since('2014-01-29', 50_000, toConfirm('CGCT, art. L.5214-16 V, L.5215-26 et L.5216-5 VI'))],
}

/** @source CGCT, art. R.2334-28 (excerpt): lapses when nothing has begun */
export const startMonths: Parameter = {
  name: 'start-months', label: 'Délai pour commencer, depuis la notification de la subvention', unit: 'months',
  values: [since('2018-07-01', 24, toConfirm('CGCT, art. R.2334-28 (note de préfecture, lue en extrait)'))],
}
/** @source CGCT, art. R.2334-29, quoted by the national form of DETR and DSIL */
export const completionMonths: Parameter = {
  name: 'completion-months', label: 'Délai pour achever, depuis le commencement', unit: 'months',
  values: [since('2018-07-01', 48, confirmed('CGCT, art. R.2334-29 (formulaire DETR/DSIL)'))],
}
/** The rule that nothing starts before the file is complete. @source CGCT, art. R.2334-24, and the pledge of the national form of DETR and DSIL */
export const noEarlyStart = confirmed('CGCT, art. R.2334-24 (engagement de non-commencement du formulaire DETR/DSIL)')
