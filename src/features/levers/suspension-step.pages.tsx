// The form of one step of a request of suspension.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { suspensionStepKinds } from '../../law/levers/suspension-step.ts'
import { paths } from '../../paths.ts'
import { stepLabels, stepNames } from './suspension.words.ts'
import type { Signatory } from './suspension.rules.ts'
import type { StepTyped } from './suspension-step.rules.ts'

export type StepFormProps = {
  readonly slug: string; readonly suspension: string; readonly typed: StepTyped; readonly faults: readonly Fault[]; readonly onceKey: string
  readonly signatories: readonly Signatory[]; readonly documents: readonly { readonly id: string; readonly fileName: string }[]
  /** The signatories this person answers for; null for who keeps the whole request. */
  readonly own: readonly string[] | null
}
export const StepForm = ({ slug, suspension, typed, faults, onceKey, signatories, documents, own }: StepFormProps) => {
  const field = (name: keyof StepTyped) => ({ name, label: stepLabels[name], value: typed[name], faults })
  const kinds = own === null ? suspensionStepKinds : (['joined', 'declined'] as const)
  const offered = signatories.filter(({ key }) => own === null || own.includes(key))
  return (
    <Section title="Noter une étape" id="etape" intro={own === null ? undefined : 'Vous répondez pour votre commune.'}>
      <Form action={paths.suspensionSteps(slug, suspension)} keep={`etape-${suspension}`}>
        <Hidden name="cle" value={onceKey} />
        <Select {...field('kind')} empty="Choisissez" choices={kinds.map((value) => ({ value, label: stepNames[value] }))} />
        <Select {...field('signatory')} required={false} empty="Personne en particulier" hint="Qui se joint à la demande, ou ne s’y joint pas."
          choices={offered.map(({ key, name }) => ({ value: key, label: name }))} />
        <DateField {...field('happenedOn')} />
        <TextArea {...field('words')} required={false} rows={2} maxLength={2000} />
        {documents.length === 0 ? null : <Select {...field('document')} required={false} empty="Aucun"
          choices={documents.map(({ id, fileName }) => ({ value: id, label: fileName }))} />}
        <Buttons><SubmitButton emphasis="secondary">Noter l’étape</SubmitButton></Buttons>
      </Form>
    </Section>
  )
}
