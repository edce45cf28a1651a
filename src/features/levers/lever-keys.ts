// The French words that the catalogue of levers uses for its lists, and what each one is in the program.
import type { Audience, Lever, LeverPlace, LeverTheme } from '../../law/levers/lever.ts'

const entries = <Value>(names: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> => new Map(Object.entries(names))

export const placeKeys: ReadonlyMap<string, LeverPlace> = entries({
  'secteur': 'sector', 'secteur de centre-ville': 'townCentreSector', 'périmètre de l\'opération': 'ortPerimeter',
  'commune signataire': 'commune', 'commune signataire hors centre-ville': 'outsideSignatory', 'reste de l\'intercommunalité': 'outsideEpci',
  'intercommunalité voisine': 'outsideNeighbour', 'projet de l\'opération': 'project', 'projet': 'anyProject', 'signataire': 'party',
  'délibération locale': 'decision', 'périmètre non cartographié': 'unmapped', 'partout': 'everywhere',
  'zone U': { perimeter: 'urbanZone' }, 'périmètre de sauvegarde': { perimeter: 'tradeSafeguard' }, 'OPAH': { perimeter: 'opah' },
  'OPAH-RU': { perimeter: 'opahRu' }, 'préemption': { perimeter: 'preemption' }, 'préemption renforcée': { perimeter: 'reinforcedPreemption' },
  'zone d\'activité': { perimeter: 'activityZone' },
})
export const audienceKeys: ReadonlyMap<string, Audience> = entries({
  'notaire': 'notary', 'commerce': 'shop', 'instruction': 'instructor', 'bailleur': 'landlord', 'propriétaire': 'owner', 'opérateur': 'operator',
  'ville': 'town', 'epci': 'epci', 'état': 'state',
})
export const themeKeys: ReadonlyMap<string, LeverTheme> = entries({
  commerce: 'trade', logement: 'housing', urbanisme: 'planning', foncier: 'land', services: 'services',
})
export const readKeys: ReadonlyMap<string, Lever['read']> = entries({ texte: 'whole', extrait: 'extract', aucune: 'memory' })
