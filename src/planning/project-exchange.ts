// An action as the national schema `projets-territoire` (0.1.0, of 28 April 2025) tells a project, so that platforms of the State can take it.
import type { Instant, PlainDate } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { ActionState } from './action-state.ts'
import { bases } from './money-sum.ts'
import type { ByBasis } from './money-sum.ts'

type ProjectPhase = 'Idée' | 'Étude' | 'Opération'
type ProjectStatus = 'En cours' | 'En retard' | 'En pause' | 'Bloqué' | 'Abandonné' | 'Terminé'
/** Null and empty lists: unknown here. The budget is in euros. */
export type ExchangedProject = {
  readonly id: string; readonly createdAt: Instant; readonly updatedAt: Instant; readonly nom: string; readonly description: string | null
  readonly budgetPrevisionnel: number | null; readonly dateDebutPrevisionnelle: PlainDate | null; readonly phase: ProjectPhase | null
  readonly phaseStatut: ProjectStatus | null; readonly programme: string | null; readonly porteurCodeSiret: null
  readonly competences: readonly []; readonly leviers: readonly []; readonly mecId: null; readonly tetId: null; readonly recocoId: null
  readonly collectiviteIds: readonly []
}

type Told = {
  readonly id: Id<'action'>; readonly createdAt: Instant; readonly updatedAt: Instant; readonly title: string; readonly description: string
  readonly state: ActionState | null; readonly blocked: boolean; readonly late: boolean; readonly startsOn: PlainDate | null
  readonly forecastStartsOn: PlainDate | null; readonly programmes: readonly string[]; readonly plannedCost: ByBasis<'plannedCost'>
}

/**
 * The schema asks for a SIRET of the bearer, identifiers of other platforms, competences and levers: none is known here, and none is made up,
 * least of all a SIRET out of a SIREN.
 */
export const asProject = (action: Told): ExchangedProject => ({
  id: action.id, createdAt: action.createdAt, updatedAt: action.updatedAt, nom: action.title, description: action.description || null,
  budgetPrevisionnel: budget(action.plannedCost), dateDebutPrevisionnelle: action.forecastStartsOn ?? action.startsOn,
  phase: action.state === null ? null : phases[action.state], phaseStatut: statusOf(action),
  programme: action.programmes.length === 0 ? null : action.programmes.join(' ; '), porteurCodeSiret: null, competences: [], leviers: [], mecId: null,
  tetId: null, recocoId: null, collectiviteIds: [],
})

/** A suspended or an abandoned action keeps no trace of the phase it had reached. */
const phases: Readonly<Record<ActionState, ProjectPhase | null>> = {
  idea: 'Idée', planned: 'Étude', committed: 'Opération', inProgress: 'Opération', delivered: 'Opération', suspended: null, abandoned: null,
}
const ended: Readonly<Partial<Record<ActionState, ProjectStatus>>> = { delivered: 'Terminé', suspended: 'En pause', abandoned: 'Abandonné' }

function statusOf({ state, blocked, late }: Told): ProjectStatus | null {
  if (state === null) return null
  return ended[state] ?? (blocked ? 'Bloqué' : late ? 'En retard' : 'En cours')
}

/** The schema does not say whether tax is in: an amount is told when all of it stands on one basis, and is known. */
function budget(cost: ByBasis<'plannedCost'>): number | null {
  const said = bases.map((basis) => cost[basis]).filter(({ known, unknown }) => known + unknown > 0)
  const [one] = said
  return one === undefined || said.length > 1 || one.unknown > 0 ? null : one.cents / 100
}
