// The words a template offers in its lists: those of the pages.
import { priorities, actionNatures } from '../../planning/action-fields.ts'
import { actionStates } from '../../planning/action-state.ts'
import { fundingKinds, fundingStatuses } from '../../planning/funding-status.ts'
import { choiceName } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { kindNames, statusWords } from '../funding/funding.words.ts'

export const natures = {
  kinds: fundingKinds.map((kind) => kindNames[kind]), steps: fundingStatuses.map((status) => statusWords[status].name),
    states: actionStates.map((state) => stateNames[state]),
  priorities: priorities.map(choiceName), natures: actionNatures.map(choiceName),
} as const
