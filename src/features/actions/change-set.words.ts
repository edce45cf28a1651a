// Sets of changes in French: what kind of act each was, and what one change says.
import type { ActionChange } from '../../planning/action-fields.ts'
import { changeInWords } from './action.words.ts'
import type { ActionNames } from './action.words.ts'

export type SetKind = 'entry' | 'edit' | 'bulk' | 'import' | 'undo'
export const setKindNames: Readonly<Record<SetKind, string>> = {
  entry: 'Création', edit: 'Modification', bulk: 'Modification en lot', import: 'Import', undo: 'Annulation',
}

/** A long text is shown by its beginning: the sheet has the rest. */
export const longest = 600
export const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

export function shownChange(change: ActionChange, names: ActionNames) {
  const { name, before, after } = changeInWords(change, names)
  return { key: `${change.actionId} ${change.field}`, name, before: shortened(before), after: shortened(after) }
}
