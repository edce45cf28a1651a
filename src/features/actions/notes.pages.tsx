// The notes of an action, the latest first, and the form that adds one.
import type { ComponentChildren } from 'preact'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Day } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import type { NoteProblem, NoteRow, NoteTyped } from './note.rules.ts'

export const noteFaults: Record<NoteProblem, Fault> = {
  wordsMissing: ['words', 'Écrivez la note.'],
  wordsTooLong: ['words', 'La note dépasse 10 000 caractères : raccourcissez-la, ou joignez un document.'],
  dateUnreadable: ['on', 'Indiquez le jour dont parle la note, sous la forme jj/mm/aaaa.'],
  inTheFuture: ['on', 'Ce jour n’est pas encore venu : une note dit ce qui s’est passé.'],
}

/** One note: its words, its day, its author; `children`: what can be done with it. */
export const NoteItem = ({ note, children }: { note: NoteRow; children?: ComponentChildren }) => (
  <li class="note">
    <p class="note-words">{note.words}</p>
    <p class="quiet"><Day date={note.on} />, {note.author}</p>
    {children}
  </li>
)

type Props = PartFrame & {
  readonly notes: readonly (NoteRow & { readonly mayRemove: boolean })[]; readonly typed: NoteTyped; readonly faults: readonly Fault[]
  readonly onceKey: string
}
export const NotesPage = ({ notes, typed, faults, onceKey, ...part }: Props) => (
  <PartPage {...part} part="notes" title="Notes" faults={faults} intro="Le fil de l’action : ce qui a été dit, décidé ou constaté, jour après jour.">
    {part.mayEdit ? (
      <Section title="Ajouter une note">
        <Form action={paths.actionNotes(part.slug, part.action.id)} keep={`note-${part.action.id}`}>
          <Hidden name="cle" value={onceKey} />
          <TextArea name="words" label="Note" rows={3} value={typed.words} faults={faults} maxLength={10_000} />
          <DateField name="on" label="Jour" value={typed.on} faults={faults} />
          <Buttons><SubmitButton>Ajouter</SubmitButton></Buttons>
        </Form>
      </Section>
    ) : null}
    <Section title="Les notes">
      {notes.length === 0 ? <Empty title="Aucune note"><p>La première note garde la mémoire d’une réunion, d’un appel, d’un accord.</p></Empty> : (
        <ol class="notes">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note}>
              {note.mayRemove ? (
                <ButtonForm to={paths.actionNoteRemoval(part.slug, part.action.id, note.id)} emphasis="quiet" small
                  label={`Retirer la note du ${inWords(note.on)}`}>Retirer</ButtonForm>
              ) : null}
            </NoteItem>
          ))}
        </ol>
      )}
    </Section>
  </PartPage>
)
