// The map of the register with its words: where each piece is, what each sign means, what could not be placed.
import { PointMap } from '../../design/point-map.tsx'
import type { SignKind } from '../../design/point-map.tsx'
import type { LegalState } from '../../law/operation-record.ts'
import { signs } from './map.rules.ts'
import type { MapFrameCode, RegisterMap } from './map.rules.ts'
import { stateNames } from './register.words.ts'
import { shownStates } from './totals.rules.ts'

const pieceNames: Readonly<Record<MapFrameCode, string>> = {
  metropole: 'France métropolitaine', guadeloupe: 'Guadeloupe', martinique: 'Martinique', guyane: 'Guyane', reunion: 'La Réunion', mayotte: 'Mayotte',
}
const kinds: Readonly<Record<LegalState, SignKind>> = {
  inForce: 'round', expired: 'square', unknown: 'diamond', disputed: 'cross', notYet: 'triangle', terminated: 'square', annulled: 'square',
}

type Props = { readonly map: RegisterMap; readonly states: Readonly<Record<LegalState, number>>; readonly href: (state: LegalState) => string }

export const RegisterMapView = ({ map, states, href }: Props) => (
  <PointMap
    pieces={map.pieces.map(({ code, width, height, backdrop, paths, labels }, rank) => ({
      key: `${code} ${rank}`, label: map.near && rank === 0 ? `${pieceNames[code]}, vue rapprochée` : pieceNames[code],
      width, height, backdrop, labels, paths: paths.map(({ state, path }) => ({ kind: kinds[state], path })),
      words: paths.length === 0 ? 'aucune commune'
        : paths.map(({ state, count }) => `${stateNames[state].toLowerCase()} ${count}`).join(', '),
    }))}
    legend={shownStates.map((state) => ({
      kind: kinds[state], sign: signs[state], count: states[state], label: <a href={href(state)}>{stateNames[state]}</a>,
    }))}>
    <p class="quiet">
      {`Un signe par commune, à la position que donne la liste${map.unplaced === 0 ? '' : ` ; ${map.unplaced} sans position`}. `
        + 'Les points pâles, s’il y en a, sont d’autres communes de la liste. La liste dit la même chose que la carte.'}
    </p>
  </PointMap>
)
