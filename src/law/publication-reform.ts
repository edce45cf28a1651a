// The reform of the publication of local acts: electronic publication replaces the paper gazette.
import { date } from '../kernel/date.ts'

/**
 * From this day communes, EPCI and departments keep no « recueil des actes administratifs »: their acts are published in electronic form.
 * The State's own gazettes (préfectures) are not concerned.
 * @source Ordonnance n° 2021-1310 du 7 octobre 2021; décret n° 2021-1311 du 7 octobre 2021; in force since 1 July 2022
 */
export const localGazetteAbolishedSince = date('2022-07-01')

/** What a clause that still names the gazette should say, with the texts that abolished it. */
export const localGazetteReplacement = 'ordonnance n° 2021-1310 et décret n° 2021-1311 du 7 octobre 2021'
