// The states of an action in French, with the tone of their badge.
import type { BadgeTone } from '../../design/badge.tsx'
import type { ActionState } from '../../planning/action-state.ts'

export const stateNames: Readonly<Record<ActionState, string>> = {
  idea: 'En maturation', planned: 'Prévue', committed: 'Engagée', inProgress: 'En cours', delivered: 'Livrée', suspended: 'Suspendue',
  abandoned: 'Abandonnée',
}
export const stateTones: Readonly<Record<ActionState, BadgeTone>> = {
  idea: 'neutral', planned: 'neutral', committed: 'info', inProgress: 'info', delivered: 'positive', suspended: 'caution', abandoned: 'negative',
}
