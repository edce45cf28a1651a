// The parts of an action, in one: state, steps, dependencies, places, notes, documents, what stops it, indicators.
import { routes } from '../../platform/web.ts'
import { actionIndicators } from './action-indicators.routes.ts'
import { actionAttachments } from './attachments.routes.ts'
import { actionBlockings } from './blockings.routes.ts'
import { actionDependencies } from './dependencies.routes.ts'
import { actionNotes } from './notes.routes.ts'
import { actionPlaces } from './places.routes.ts'
import { actionState } from './state.routes.ts'
import { actionSteps } from './steps.routes.ts'

export const actionParts = routes()
const parts = [actionState, actionSteps, actionDependencies, actionPlaces, actionNotes, actionAttachments, actionBlockings, actionIndicators]
for (const part of parts) actionParts.route('/', part)
