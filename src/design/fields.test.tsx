// Fields: each control is tied to its label, its hint and its faults, and shows what was typed as text.
import { expect, test } from 'vitest'
import { Checkbox, RadioGroup, Select } from './choices.tsx'
import { htmlFragment } from './document.ts'
import { FaultSummary, type Fault } from './faults.tsx'
import { DateField, PasswordField, TextArea, TextField } from './fields.tsx'

const faults: readonly Fault[] = [['signedOn', 'Indiquez la date.'], ['title', 'Donnez un titre.']]

test('a field with a hint and a fault is described by both, hint first', () => {
  const html = htmlFragment(<DateField name="signedOn" label="Date" faults={faults} />)
  expect(html).toContain('<label for="field-signedOn">')
  expect(html).toContain('aria-describedby="field-signedOn-hint field-signedOn-fault"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('id="field-signedOn-hint"')
  expect(html).toMatch(/id="field-signedOn-fault".*Indiquez la date\./s)
  expect(html).not.toContain('Donnez un titre')
})

test('a field without hint or fault points at nothing', () => {
  const html = htmlFragment(<TextField name="name" label="Nom" />)
  expect(html).not.toContain('aria-describedby')
  expect(html).not.toContain('aria-invalid')
})

test('what was typed comes back as text, never as markup', () => {
  const typed = '"><script>alert(1)</script>'
  const html = htmlFragment(<><TextField name="a" label="A" value={typed} /><TextArea name="b" label="B" value={typed} /></>)
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('value=""')
})

test('a password is never sent back to the page', () => {
  const props = { name: 'password', label: 'Mot de passe', value: 'secret' }
  expect(htmlFragment(<PasswordField {...props} />)).not.toContain('secret')
})

test('a list and a group keep the choice that was made', () => {
  const choices = [{ value: 'HT', label: 'Hors taxes' }, { value: 'TTC', label: 'Toutes taxes' }]
  expect(htmlFragment(<Select name="tax" label="Taxe" choices={choices} value="TTC" />))
    .toMatch(/<option[^>]*value="TTC"[^>]*selected|<option[^>]*selected[^>]*value="TTC"/)
  const group = htmlFragment(<RadioGroup name="tax" label="Taxe" choices={choices} value="TTC" />)
  expect(group.match(/checked/g)).toHaveLength(1)
  expect(group).toMatch(/value="TTC"[^>]*checked/)
  expect(group).toContain('<legend>')
})

test('a box that may stay empty is not required', () => {
  expect(htmlFragment(<Checkbox name="ok" label="Relu" />)).not.toContain('required')
})

test('the fault summary leads to the control of each fault', () => {
  const html = htmlFragment(<FaultSummary faults={faults} />)
  expect(html).toContain('2 points sont à corriger')
  expect(html).toContain('<a href="#field-signedOn">Indiquez la date.</a>')
  expect(html).toContain('role="alert"')
  expect(htmlFragment(<FaultSummary faults={[]} />)).toBe('')
})

test('a summary of a group leads to its first choice', () => {
  const group = htmlFragment(<RadioGroup name="tax" label="Taxe" choices={[{ value: 'HT', label: 'Hors taxes' }]} />)
  expect(group).toMatch(/<input id="field-tax"/)
})
