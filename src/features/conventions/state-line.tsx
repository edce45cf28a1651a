// The state of one convention among those of its operation, as lists of conventions show it.
import { Unknown } from '../../design/facts.tsx'
import type { OperationState } from '../../law/operation-record.ts'
import { StateSummary } from '../acts/state-summary.tsx'

export const ConventionStateLine = ({ slug, state, id, title }: { slug: string; state: OperationState; id: string; title: string }) => {
  const answer = state.conventions.find(({ conventionId }) => conventionId === id)
  return answer === undefined ? <Unknown why="la convention n’est pas au registre" /> : <StateSummary slug={slug} answer={answer} about={title} />
}
