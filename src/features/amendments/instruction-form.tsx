// The form of one instruction: the verb first, chosen by a link, then the fields that verb needs, filled with what was typed.
import { Checkbox, Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Section } from '../../design/card.tsx'
import { paths } from '../../paths.ts'
import { actions, additions, instructionFields, verbs } from './instruction-form.rules.ts'
import type { InstructionField, InstructionTyped, Verb } from './instruction-form.rules.ts'
import { choiceWords, fieldWords, verbNames } from './instruction.words.ts'

/** An article one may choose: `number` as cited. */
export type ArticleChoice = { readonly number: string; readonly heading: string }
export type FormProps = {
  readonly slug: string; readonly amendment: string; readonly verb: Verb | undefined; readonly typed: InstructionTyped
  readonly articles: readonly ArticleChoice[]; readonly faults: readonly Fault[]; readonly onceKey: string
}

/** The verbs to choose from, or the form of the one that was chosen. */
export const InstructionForm = (props: FormProps) => {
  const { slug, amendment, verb } = props
  const address = paths.instructions(slug, amendment)
  if (verb === undefined) {
    return (
      <Section title="Ajouter une instruction" id="ajouter" intro="Que fait-elle au texte ? Le formulaire demande ensuite où, et quoi.">
        <ul class="choice-list">
          {verbs.map((choice) => (
            <li key={choice}>
              <a href={`${address}?verbe=${choice}#ajouter`}>{verbNames[choice][0]}</a> <span class="quiet">{verbNames[choice][1]}</span>
            </li>
          ))}
        </ul>
      </Section>
    )
  }
  return (
    <Section title={`${verbNames[verb][0]} : une instruction`} id="ajouter" intro={`${capital(verbNames[verb][1])}.`}>
      <Form action={address} keep={`instruction-${amendment}-${verb}`}>
        <Hidden name="cle" value={props.onceKey} />
        <Hidden name="verb" value={verb} />
        {groupsOf(verb).map(({ legend, fields }) => (
          <fieldset key={legend} class="field-set">
            <legend>{legend}</legend>
            {fields.map((field) => <Control key={field} field={field} {...props} verb={verb} />)}
          </fieldset>
        ))}
        <Buttons>
          <SubmitButton>Ajouter l’instruction</SubmitButton>
          <LinkButton href={`${address}#ajouter`} emphasis="quiet">Changer de verbe</LinkButton>
        </Buttons>
      </Form>
    </Section>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const places: readonly InstructionField[] = ['side', 'article', 'paragraph', 'sentence', 'item', 'words', 'everywhere', 'heading']
/** The fields of a verb in three parts: where, what, when. */
function groupsOf(verb: Verb): readonly { readonly legend: string; readonly fields: readonly InstructionField[] }[] {
  const fields = instructionFields[verb]
  const groups = [
    { legend: 'Où', fields: fields.filter((field) => places.includes(field)) },
    { legend: 'Quoi', fields: fields.filter((field) => !places.includes(field) && field !== 'entersOn') },
    { legend: 'Quand', fields: fields.filter((field) => field === 'entersOn') },
  ]
  return groups.filter((group) => group.fields.length > 0)
}

const isNeeded = (verb: Verb, field: InstructionField): boolean =>
  ['article', 'side', 'adds', 'text', 'to', 'action', 'name'].includes(field) && !(verb === 'delete' && field === 'text')

const choices = (values: readonly string[]) => values.map((value) => ({ value, label: choiceWords[value] ?? value }))

const Control = ({ field, verb, typed, articles, faults }: FormProps & { readonly field: InstructionField; readonly verb: Verb }) => {
  const [label, hint] = fieldWords[field]
  const common = { name: field, label, hint, faults, required: isNeeded(verb, field), value: typed[field] ?? '' }
  switch (field) {
    case 'article':
      return <Select {...common} empty="Choisissez…" choices={articles.map(({ number, heading }) => ({
        value: number, label: `${/^\d|^[ivx]+\b/i.test(number) ? `Article ${number}` : capital(number)}${heading === '' ? '' : ` – ${heading}`}`,
      }))} />
    case 'side': return <Select {...common} empty="Choisissez…" choices={choices(['before', 'after'])} />
    case 'adds': return <Select {...common} empty="Choisissez…" choices={choices(additions)} />
    case 'action':
      return <Select {...common} empty="Choisissez…"
        choices={choices(verb === 'party' || verb === 'sector' || verb === 'body' ? actions[verb] : [])} />
    case 'heading': case 'everywhere':
      return <Checkbox name={field} label={label} faults={faults} checked={(typed[field] ?? '') !== ''} />
    case 'text': return <TextArea {...common} rows={5} />
    case 'words': return <TextArea {...common} rows={2} />
    case 'until': case 'entersOn': return <DateField {...common} />
    case 'paragraph': case 'sentence': case 'item': case 'number': case 'to': return <TextField {...common} size={14} />
    default: return <TextField {...common} />
  }
}
