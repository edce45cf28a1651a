// What an action needs and what needs it, and the form that ties it to another.
import { Section } from '../../design/card.tsx'
import { RadioGroup, Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { NumberField, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { dependencyKinds } from '../../planning/lateness.ts'
import type { DependencyKind } from '../../planning/lateness.ts'
import { PartPage, actionLine } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import type { ActionTitle, DependencyProblem, DependencyRow, DependencyTyped } from './dependency.rules.ts'

/** Said of the action of the page, the other being what it needs. */
export const dependencyNames: Readonly<Record<DependencyKind, string>> = {
  finishToStart: 'Commence après la fin de', startToStart: 'Commence après le début de', finishToFinish: 'Se termine après la fin de',
  related: 'En rapport avec',
}
const reversedNames: Readonly<Record<DependencyKind, string>> = {
  finishToStart: 'Doit finir avant le début de', startToStart: 'Doit commencer avant le début de', finishToFinish: 'Doit finir avant la fin de',
  related: 'En rapport avec',
}

/** `circle`: the actions of the circle there would be, by their names. */
export const dependencyFaults = (circle: readonly string[]): Record<DependencyProblem, Fault> => ({
  wordsMissing: ['words', 'Indiquez l’autre action : son numéro, ou quelques mots de son titre.'],
  neededUnknown: ['words', 'Aucune action ne répond à ces mots : vérifiez le numéro ou le titre.'],
  severalFound: ['needs', 'Plusieurs actions répondent à ces mots : choisissez celle que vous voulez.'],
  itself: ['words', 'Une action ne dépend pas d’elle-même : choisissez-en une autre.'],
  kindMissing: ['kind', 'Choisissez la nature du lien.'],
  lagUnreadable: ['lag', 'Le délai est un nombre entier de jours, de –3650 à 3650, par exemple 30.'],
  alreadyThere: ['words', 'Ces deux actions sont déjà liées : retirez le lien pour en changer la nature.'],
  circle: ['words', `Ce lien ferait tourner le plan en rond : ${circle.join(' → ')}. Retirez d’abord un de ces liens.`],
})

/** `Commence après la fin de A1, 30 jours plus tard`. */
export const lagInWords = (days: number): string =>
  (days === 0 ? '' : days > 0 ? `, ${days} ${days === 1 ? 'jour' : 'jours'} plus tard`
    : `, jusqu’à ${-days} ${days === -1 ? 'jour' : 'jours'} plus tôt`)

export const DependencyWords = ({ row: { direction, kind, lagDays, other, seen }, slug }: { row: DependencyRow; slug: string }) => (
  <>
    {direction === 'needs' ? dependencyNames[kind] : reversedNames[kind]}{' '}
    {seen ? <a href={paths.action(slug, other.id)}>{actionLine(other)}</a> : 'une action dont l’accès est restreint'}
    {lagInWords(lagDays)}
  </>
)

type Props = PartFrame & {
  readonly rows: readonly DependencyRow[]; readonly typed: DependencyTyped; readonly found: readonly ActionTitle[]; readonly faults: readonly Fault[]
  readonly onceKey: string
}
export const DependenciesPage = ({ rows, typed, found, faults, onceKey, ...part }: Props) => (
  <PartPage {...part} part="dependencies" title="Liens avec d’autres actions" faults={faults}
    intro="Ce que cette action attend des autres : leurs retards se répercutent ici, si les dates prévues ne laissent pas de marge.">
    <Table caption="Liens" captionHidden rows={rows} rowKey={({ direction, other }) => `${direction} ${other.id}`}
      empty={<Empty title="Aucun lien"><p>Liez cette action à celles qu’elle attend, par exemple des travaux à leurs études.</p></Empty>}
      columns={[
        { key: 'link', label: 'Lien', rowHeader: true, cell: (row) => <DependencyWords row={row} slug={part.slug} /> },
        ...(part.mayEdit ? [{ key: 'acts', label: 'Actions', cell: (row: DependencyRow) => row.direction === 'neededBy' ? '' : (
          <ButtonForm to={paths.actionDependencyRemoval(part.slug, part.action.id, row.other.id)} emphasis="quiet" small
            label={`Retirer le lien : ${row.seen ? actionLine(row.other) : 'action restreinte'}`}>Retirer le lien</ButtonForm>
        ) }] : []),
      ]} />
    {part.mayEdit ? (
      <Section title="Ajouter un lien" intro="Du point de vue de cette action : ce qu’elle attend.">
        <Form action={paths.actionDependencies(part.slug, part.action.id)} keep={`lien-${part.action.id}`}>
          <Hidden name="cle" value={onceKey} />
          <Select name="kind" label="Nature du lien" value={typed.kind} faults={faults}
            choices={dependencyKinds.map((kind) => ({ value: kind, label: `${dependencyNames[kind]}…` }))} />
          <TextField name="words" label="L’autre action" value={typed.words} faults={faults} hint="Son numéro, ou quelques mots de son titre." />
          {found.length < 2 ? null : (
            <RadioGroup name="needs" label="Actions trouvées" value={typed.needs} faults={faults} required={false}
              choices={found.map((one) => ({ value: one.id, label: actionLine(one) }))} />
          )}
          <NumberField name="lag" label="Délai, en jours" required={false} size={6} value={typed.lag} faults={faults}
            hint="Jours à laisser passer entre les deux ; négatif si elles se recouvrent." />
          <Buttons><SubmitButton>Lier</SubmitButton></Buttons>
        </Form>
      </Section>
    ) : null}
  </PartPage>
)
