// The pages on which an action is written: made, changed, one field at a time, removed; and two versions side by side.
import { Checkbox, Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import type { ActionField } from '../../planning/action-fields.ts'
import { actionStates } from '../../planning/action-state.ts'
import { paths } from '../../paths.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { actionLine } from './action-tabs.tsx'
import { fieldNames, noState } from './action.words.ts'
import { DraftButton, DraftMark, DraftNotice } from './draft-notice.tsx'
import type { ShownDraft } from './draft-notice.tsx'
import { SheetField, SheetSections, SheetSuggestions } from './sheet-form.pages.tsx'
import type { SheetChoices } from './sheet-form.pages.tsx'
import type { SheetTyped } from './sheet-form.rules.ts'

/** A field both changed: what the other recorded, in words. */
export type Conflict = {
  readonly fields: readonly { readonly field: ActionField; readonly theirs: string }[]; readonly author: string; readonly at: Instant
}

type SheetProps = {
  readonly frame: Frame; readonly slug: string
  /** Where the form is sent, and where it is opened: the name of its draft. */
  readonly form: string
  readonly asked: readonly ActionField[]; readonly typed: SheetTyped; readonly choices: SheetChoices; readonly faults: readonly Fault[]
  /** Seals of the values the form is shown with; empty for a new action. */
  readonly seals: string; readonly onceKey: string
  readonly conflict?: Conflict | undefined; readonly draft?: ShownDraft | undefined
}

/** What every form of a sheet carries: its once key, which fields it asks, and the seals of what they were. */
const Carried = ({ onceKey, asked, seals }: Pick<SheetProps, 'onceKey' | 'asked' | 'seals'>) => (
  <>
    <Hidden name="cle" value={onceKey} />
    <Hidden name="champs" value={asked.join(',')} />
    <Hidden name="socle" value={seals} />
  </>
)

type TypedState = { readonly state: string; readonly on: string }
export const NewActionPage = ({ frame, slug, form, draft, state, ...sheet }: SheetProps & { readonly state: TypedState }) => (
  <Page {...frame} title="Nouvelle action" faults={sheet.faults} breadcrumb={[{ href: paths.plan(slug), label: 'Plan d’action' }]}
    intro="Seul le nom est nécessaire : le reste se complète quand on le sait. Ce qui est vide se voit, et n’est jamais pris pour un zéro.">
    <DraftNotice slug={slug} form={form} draft={draft} />
    <FaultSummary faults={sheet.faults} />
    <Form action={form}>
      <Carried {...sheet} />
      <fieldset class="form-section">
        <legend>État</legend>
        <Select name="etat" label="État" required={false} value={state.state} faults={sheet.faults} empty={noState}
          choices={actionStates.map((one) => ({ value: one, label: stateNames[one] }))} />
        <DateField name="etat-le" label="Depuis le" required={false} value={state.on} faults={sheet.faults}
          hint="Au format jj/mm/aaaa. Aujourd’hui si rien n’est dit." />
      </fieldset>
      <SheetSections {...sheet} />
      <Buttons><SubmitButton>Créer l’action</SubmitButton><DraftButton slug={slug} draft={draft} /></Buttons>
      <DraftMark slug={slug} form={form} draft={draft} />
    </Form>
  </Page>
)

type ActionName = { readonly id: string; readonly code: string | null; readonly title: string }
const trail = (slug: string, action: ActionName) =>
  [{ href: paths.plan(slug), label: 'Plan d’action' }, { href: paths.action(slug, action.id), label: actionLine(action) }]

/** The whole form; after a conflict, the fields both changed come first, side by side. */
export const EditActionPage = ({ frame, slug, form, draft, conflict, action, ...sheet }: SheetProps & { readonly action: ActionName }) => (
  <Page {...frame} title={conflict === undefined ? 'Modifier la fiche' : 'Modifier la fiche : deux versions'} faults={sheet.faults}
    breadcrumb={trail(slug, action)}
    intro={conflict === undefined ? actionLine(action) : conflictWords}>
    <DraftNotice slug={slug} form={form} draft={draft} />
    <FaultSummary faults={sheet.faults} />
    <Form action={form}>
      <Carried {...sheet} />
      <ConflictFields conflict={conflict} {...sheet} />
      <SheetSections {...sheet} asked={sheet.asked.filter((field) => !isInConflict(conflict, field))} />
      {conflict === undefined ? null : <SheetSuggestions choices={sheet.choices} asked={conflict.fields.map(({ field }) => field)} />}
      <Buttons>
        <SubmitButton>Enregistrer</SubmitButton>
        <DraftButton slug={slug} draft={draft} />
        <LinkButton href={paths.action(slug, action.id)} emphasis="quiet">Revenir à la fiche sans enregistrer</LinkButton>
      </Buttons>
      <DraftMark slug={slug} form={form} draft={draft} />
    </Form>
    <p><a href={paths.actionRemoval(slug, action.id)}>Retirer cette action du plan</a></p>
  </Page>
)

const conflictWords = 'Quelqu’un a changé les mêmes champs pendant votre saisie. Rien n’est perdu : pour chacun, gardez la version enregistrée ou '
  + 'écrivez la vôtre, puis enregistrez. Ce qu’il a changé ailleurs est déjà gardé.'
const isInConflict = (conflict: Conflict | undefined, field: ActionField): boolean => conflict?.fields.some((one) => one.field === field) === true

const ConflictFields = ({ conflict, typed, choices, faults }: Pick<SheetProps, 'conflict' | 'typed' | 'choices' | 'faults'>) =>
  conflict === undefined ? null : (
    <Differences author={conflict.author} when={momentInWords(conflict.at)} differences={conflict.fields.map(({ field, theirs }) => ({
      name: field, label: fieldNames[field], theirs, same: false,
      yours: (
        <>
          <SheetField field={field} typed={typed} choices={choices} faults={faults} label={`${fieldNames[field]} : votre version`} />
          <Checkbox name={`leur.${field}`} label="Garder la version enregistrée" />
        </>
      ),
    }))} />
  )

type FieldProps = Omit<SheetProps, 'frame' | 'draft' | 'slug'> & { readonly action: ActionName; readonly field: ActionField; readonly back: string }
/** One field of one action: a page without script, a cell of the table with it. */
export const FieldForm = ({ form, conflict, action, field, back, ...sheet }: FieldProps) => (
  <Form action={form} label={`${fieldNames[field]}, ${actionLine(action)}`}>
    <Carried {...sheet} />
    <Hidden name="retour" value={back} />
    {conflict === undefined ? <SheetField field={field} {...sheet} /> : <ConflictFields conflict={conflict} {...sheet} />}
    <SheetSuggestions choices={sheet.choices} asked={[field]} />
    <Buttons>
      <SubmitButton small>Enregistrer</SubmitButton>
      <LinkButton href={back} emphasis="quiet" small>Annuler</LinkButton>
    </Buttons>
  </Form>
)
export const FieldPage = ({ frame, slug, ...props }: FieldProps & Pick<SheetProps, 'frame' | 'slug'>) => (
  <Page {...frame} title={props.conflict === undefined ? fieldNames[props.field] : `${fieldNames[props.field]} : deux versions`} faults={props.faults}
    breadcrumb={trail(slug, props.action)} intro={props.conflict === undefined ? actionLine(props.action) : conflictWords} width="reading">
    <FaultSummary faults={props.faults} />
    <FieldForm {...props} />
  </Page>
)
/** The new words of a cell, for the table that asked for them. */
export const FieldSaved = ({ words }: { words: string }) => <span data-cell-value="">{words}</span>

type RemovalProps = {
  readonly frame: Frame; readonly slug: string; readonly action: ActionName; readonly reason: string; readonly faults: readonly Fault[]
  readonly onceKey: string
}
export const RemovalPage = ({ frame, slug, action, reason, faults, onceKey }: RemovalProps) => (
  <Page {...frame} title="Retirer l’action du plan" faults={faults} breadcrumb={trail(slug, action)} width="reading"
    intro={`${actionLine(action)} ne sera plus dans les listes ni dans les sommes. Rien n’est effacé : son historique reste, et elle peut être `
      + 'remise dans le plan.'}>
    <FaultSummary faults={faults} />
    <p>
      {'Une action qui ne se fera pas se dit plutôt par son état : '}
      <a href={paths.actionState(slug, action.id)}>abandonnée</a>, avec sa date et son motif.
    </p>
    <Form action={paths.actionRemoval(slug, action.id)}>
      <Hidden name="cle" value={onceKey} />
      <TextArea name="motif" label="Pourquoi la retirer" value={reason} faults={faults} rows={3}
        hint="Par exemple : saisie en double de l’action A-12." />
      <Buttons>
        <SubmitButton emphasis="danger">Retirer du plan</SubmitButton>
        <LinkButton href={paths.action(slug, action.id)} emphasis="quiet">Revenir à la fiche</LinkButton>
      </Buttons>
    </Form>
  </Page>
)
