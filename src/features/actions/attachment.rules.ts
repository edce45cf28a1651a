// A document of an action: a file kept here, or an address elsewhere.
import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

/** `address` null: the file handed in with the form. */
export type ActionDocument = { readonly title: string; readonly address: string | null }
export const attachmentFields = ['title', 'address'] as const
export type AttachmentTyped = Readonly<Record<(typeof attachmentFields)[number], string>>
export type AttachmentProblem = 'nothingGiven' | 'bothGiven' | 'fileTooLarge' | 'addressRefused' | 'addressTooLong' | 'titleTooLong'
type GivenFile = { readonly fileName: string; readonly size: number }

/** Without a title, the name of the file or the address. Only addresses in https: what opens elsewhere must not be changed on its way. */
export function readAttachment(typed: AttachmentTyped, file: GivenFile | undefined, largest: number): Outcome<ActionDocument, AttachmentProblem> {
  const secure = URL.canParse(typed.address) && new URL(typed.address).protocol === 'https:'
  const problems = found<AttachmentProblem>({
    titleTooLong: typed.title.length > 300,
    nothingGiven: file === undefined && typed.address === '',
    bothGiven: file !== undefined && typed.address !== '',
    fileTooLarge: file !== undefined && file.size > largest,
    addressRefused: typed.address !== '' && !secure,
    addressTooLong: typed.address.length > 2000,
  })
  if (problems.length > 0) return refused(problems)
  const title = typed.title === '' ? (file?.fileName ?? typed.address).slice(0, 300) : typed.title
  return accepted({ title, address: file === undefined ? new URL(typed.address).href : null })
}

export type AttachmentRow = {
  readonly id: Id<'attachment'>; readonly title: string; readonly documentId: Id<'document'> | null; readonly address: string | null
  readonly fileName: string | null; readonly size: number | null; readonly addedBy: string; readonly addedAt: Instant
}
