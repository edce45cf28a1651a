// How much changed between two states of a text: one sentence, and the parts concerned.
import { provisionName } from '../kernel/provision.ts'
import type { RedlinePart, RedlineRun } from './redline.tsx'

const count = (number: number, one: string, several: string): string => `${number} ${number > 1 ? several : one}`

const wordCount = (runs: readonly RedlineRun[], kind: RedlineRun['kind']): number =>
  runs.reduce((sum, run) => sum + (run.kind === kind ? (run.text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0) : 0), 0)

/** « 3 articles modifiés, 1 ajouté ; 12 mots ajoutés, 4 supprimés. » */
export function redlineSentence(parts: readonly RedlinePart[]): string {
  const runs = parts.flatMap((part) => [...part.headingRuns, ...part.paragraphs.flatMap((paragraph) => paragraph.runs)])
  const of = (status: RedlinePart['status']): number => parts.filter((part) => part.status === status).length
  const changed = [
    [of('changed'), 'modifié', 'modifiés'], [of('inserted'), 'ajouté', 'ajoutés'], [of('deleted'), 'supprimé', 'supprimés'],
    [of('renumbered'), 'renuméroté', 'renumérotés'],
  ] as const
  const told = changed.filter(([number]) => number > 0)
    .map(([number, one, several], rank) => (rank === 0 ? count(number, `article ${one}`, `articles ${several}`) : count(number, one, several)))
  const [added, removed] = [wordCount(runs, 'inserted'), wordCount(runs, 'deleted')]
  const words = [...(added > 0 ? [count(added, 'mot ajouté', 'mots ajoutés')] : []),
    ...(removed > 0 ? [added > 0 ? count(removed, 'supprimé', 'supprimés') : count(removed, 'mot supprimé', 'mots supprimés')] : [])]
  if (told.length === 0) return 'Rien n’a changé.'
  return `${[told.join(', '), words.join(', ')].filter((part) => part !== '').join(' ; ')}.`
}

/** The sentence, then a link to each part that changed. */
export const RedlineSummary = ({ parts }: { parts: readonly RedlinePart[] }) => {
  const changed = parts.filter((part) => part.status !== 'same')
  return (
    <div class="redline-summary">
      <p>{redlineSentence(parts)}</p>
      {changed.length === 0 ? null : (
        <nav aria-label="Parties modifiées">
          <ul class="redline-links">
            {changed.map((part) => (
              <li key={part.key}>
                <a href={`#${part.key}`}>{provisionName(part.number)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
