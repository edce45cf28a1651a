// What the page of an action says right after it was written: done, and what was put together with someone else's changes.
import { Notice } from '../../design/notice.tsx'
import { isActionField } from '../../planning/action-changes.ts'
import type { ActionField } from '../../planning/action-fields.ts'
import { paths } from '../../paths.ts'
import { fieldNames } from './action.words.ts'

const done = {
  creee: 'Action créée', modifiee: 'Fiche enregistrée', inchangee: 'Rien à enregistrer : la fiche disait déjà cela',
  remise: 'Action remise dans le plan',
} as const

/** The query that a redirection after a write carries. */
export const savedQuery = (what: keyof typeof done, merged: readonly ActionField[] = []): string =>
  `?fait=${what}${merged.length === 0 ? '' : `&fusion=${merged.join(',')}`}`

/** `query`: of the address of the page. Nothing when nothing was just written. */
export const SavedNotice = ({ slug, actionId, query }: { slug: string; actionId: string; query: (name: string) => string | undefined }) => {
  const what = Object.entries(done).find(([name]) => name === query('fait'))?.[1]
  if (what === undefined) return null
  const merged = (query('fusion') ?? '').split(',').filter(isActionField)
  return (
    <Notice tone="success" title={what} live>
      {merged.length === 0 ? null : (
        <p>
          {`Pendant votre saisie, quelqu’un avait changé : ${merged.map((field) => fieldNames[field]).join(', ')}. `}
          {'Ces changements sont gardés avec les vôtres : '}
          <a href={paths.actionHistory(slug, actionId)}>voir qui a changé quoi</a>.
        </p>
      )}
    </Notice>
  )
}
