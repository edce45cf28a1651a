// The form that adds an obligation the reading missed: its clause, its words, who owes it, when.
import { Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextArea } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { paths } from '../../paths.ts'
import { FactControl } from '../readings/fact-fields.tsx'
import { factFields } from '../readings/fact-form.rules.ts'
import type { AddedProblem, AddedTyped } from './added.rules.ts'

export const addedFaults: Record<AddedProblem, Fault> = {
  clauseUnknown: ['clause', 'Choisissez la clause dont vient l’engagement.'],
  wordsMissing: ['words', 'Recopiez les mots de la clause qui engagent.'],
  wordsTooLong: ['words', 'Les mots dépassent 2 000 caractères : ne gardez que ceux qui engagent.'],
}

type AddedProps = {
  readonly frame: Frame; readonly slug: string; readonly typed: AddedTyped; readonly faults: readonly Fault[]; readonly onceKey: string
  readonly clauses: readonly { readonly id: string; readonly label: string }[]
}
export const AddObligationPage = ({ frame, slug, typed, faults, onceKey, clauses }: AddedProps) => (
  <Page {...frame} title="Ajouter un engagement" faults={faults} width="reading" breadcrumb={[{ href: paths.obligations(slug), label: 'Échéances' }]}
    intro="Quand la lecture a manqué une promesse du texte. Un engagement tient toujours à une clause : celle qui l’a créé.">
    <FaultSummary faults={faults} />
    <Form action={paths.newObligation(slug)} keep={`engagement-${slug}`}>
      <Hidden name="cle" value={onceKey} />
      <Select name="clause" label="Clause" empty="Choisissez" value={typed['clause']} faults={faults}
        choices={clauses.map(({ id, label }) => ({ value: id, label }))} />
      <TextArea name="words" label="Mots de la clause" value={typed['words']} faults={faults} maxLength={2000}
        hint="Recopiez-les : un avenant qui les changera demandera une décision." />
      {factFields.obligation.filter(({ name }) => name !== 'article')
        .map((field) => <FactControl key={field.name} field={field} value={typed[field.name] ?? ''} faults={faults} />)}
      <Buttons><SubmitButton>Ajouter l’engagement</SubmitButton></Buttons>
    </Form>
  </Page>
)
