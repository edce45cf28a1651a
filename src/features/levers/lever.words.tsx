// A lever in French: its theme, its publics, where it acts, between which days, how sure the law is.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Audience, LeverPlace, LeverStatus, LeverTheme, LeverVersion, LeverWhere, Scope } from '../../law/levers/lever.ts'
import { perimeterWords } from '../../law/levers/lever-words.ts'

export const themeNames: Readonly<Record<LeverTheme, string>> = {
  trade: 'Commerce', housing: 'Logement', planning: 'Urbanisme et permis', land: 'Foncier et biens abandonnés',
  services: 'Services publics et aides',
}
export const audienceNames: Readonly<Record<Audience, string>> = {
  notary: 'Notaire', shop: 'Commerçant', instructor: 'Service qui instruit les permis', landlord: 'Bailleur', owner: 'Propriétaire',
  operator: 'Opérateur ou aménageur', town: 'Commune', epci: 'Intercommunalité', state: 'Service de l’État',
}
export const statusNames: Readonly<Record<LeverStatus, readonly [name: string, tone: BadgeTone]>> = {
  confirmed: ['Confirmé', 'positive'], toConfirm: ['À confirmer', 'caution'], expired: ['Expiré', 'neutral'], notYet: ['Pas encore', 'info'],
}
export const LeverBadge = ({ status }: { status: LeverStatus }) => <Badge tone={statusNames[status][1]}>{statusNames[status][0]}</Badge>

const scopeWords: Readonly<Record<Scope, string>> = {
  sector: 'dans un secteur d’intervention', townCentreSector: 'dans un secteur qui comprend un centre-ville',
  ortPerimeter: 'dans le périmètre de l’opération', commune: 'dans toute une commune signataire',
  outsideSignatory: 'dans une commune signataire, hors de ses secteurs de centre-ville',
  outsideEpci: 'dans une commune de l’intercommunalité qui n’a pas signé', outsideNeighbour: 'dans une intercommunalité voisine',
  project: 'attaché à un projet de l’opération', anyProject: 'attaché à un projet', party: 'pour un signataire de la convention',
  decision: 'là où une délibération locale l’applique', unmapped: 'dans un autre périmètre, que Chapeau ne connaît pas',
  everywhere: 'partout, avec ou sans opération',
}
const placeWords = (place: LeverPlace): string => (typeof place === 'string' ? scopeWords[place] : `en ${perimeterWords[place.perimeter]}`)

/** `Dans un secteur d’intervention, et en zone U du plan local d’urbanisme`. */
export function whereWords({ anyOf, allOf }: LeverWhere): string {
  const words = [anyOf.map(placeWords).join(', ou '), ...allOf.map(placeWords)].join(', et ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** From when, as far as is known. */
export function startWords({ from, confirmed }: LeverVersion): string {
  if (from.earliest === null && !confirmed) return 'Début à confirmer'
  if (from.earliest === null) return `Début inconnu ; en vigueur dans le texte lu au ${inWords(from.sure)}`
  if (from.earliest === from.sure) return `Depuis le ${inWords(from.earliest)}`
  return from.earliest.endsWith('-01-01') ? `Depuis ${from.earliest.slice(0, 4)}, jour à confirmer`
    : `Depuis le ${inWords(from.earliest)} au plus tôt, et à coup sûr le ${inWords(from.sure)}`
}
/** Until when. */
export function endWords({ until }: LeverVersion): string {
  if (until.sure === null) return 'toujours en vigueur'
  return `jusqu’au ${inWords(until.sure)}${until.latest === null ? ' ; la suite est à confirmer' : ''}`
}

/** The day one asked about, kept by the links of the catalogue. */
export const withDay = (address: string, day: PlainDate, asked: boolean): string => (asked ? `${address}?le=${day}` : address)
