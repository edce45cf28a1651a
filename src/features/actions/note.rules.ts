// A note on an action: dated, by someone, removable by them or by a project lead.
import type { Instant } from '../../kernel/date.ts'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

/** `on`: the day it is about. */
export type Note = { readonly on: PlainDate; readonly words: string }
export const noteFields = ['on', 'words'] as const
export type NoteTyped = Readonly<Record<(typeof noteFields)[number], string>>
export type NoteProblem = 'dateUnreadable' | 'inTheFuture' | 'wordsMissing' | 'wordsTooLong'

export function readNote(typed: NoteTyped, today: PlainDate): Outcome<Note, NoteProblem> {
  const on = readDate(typed.on)
  const problems = found<NoteProblem>({
    wordsMissing: typed.words === '', wordsTooLong: typed.words.length > 10_000, dateUnreadable: on === undefined,
      inTheFuture: on !== undefined && on > today,
  })
  return on === undefined || problems.length > 0 ? refused(problems) : accepted({ on, words: typed.words })
}

export const mayRemoveNote = (note: { readonly authorId: Id<'person'> }, person: Id<'person'>, leads: boolean): boolean =>
  leads || note.authorId === person

export type NoteRow = Note & {
  readonly id: Id<'note'>; readonly authorId: Id<'person'>; readonly author: string; readonly recordedAt: Instant
}
