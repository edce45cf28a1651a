// An engineering post: what it is, and what its form may say. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { postKinds } from '../../planning/post-kind.ts'
import type { PostKind } from '../../planning/post-kind.ts'
import type { ClauseChoice } from '../frameworks/orientation.rules.ts'
import { clauseKey } from '../frameworks/orientation.rules.ts'

/** `opahRu`, `employerId` null: nobody said. `clause`: the one that created it. */
export type PostValues = {
  readonly title: string; readonly kind: PostKind; readonly employerId: Id<'organisation'> | null; readonly opahRu: boolean | null
  readonly clause: { readonly conventionId: Id<'convention'>; readonly provision: string } | null
  readonly since: PlainDate | null; readonly until: PlainDate | null; readonly note: string
}
export type Post = PostValues & { readonly id: Id<'post'>; readonly version: number; readonly employer: string | null }

export const postFields = ['title', 'kind', 'employer', 'opahRu', 'clause', 'since', 'until', 'note'] as const
export type PostTyped = Readonly<Record<(typeof postFields)[number], string>>
export type PostProblem =
  | 'titleMissing' | 'titleTooLong' | 'kindUnknown' | 'employerUnknown' | 'employerNotYours' | 'clauseUnknown' | 'sinceUnreadable' | 'untilUnreadable'
  | 'daysReversed' | 'noteTooLong'

/** What the form may choose from; `mayEmploy`: whether this person may write the posts of this employer. */
type Choices = {
  readonly organisations: readonly { readonly id: Id<'organisation'> }[]; readonly clauses: readonly ClauseChoice[]
  readonly kept: PostValues['clause']
  readonly mayEmploy: (employer: Id<'organisation'> | null) => boolean
}

/** Reads the form; refuses with every problem at once. */
export function readPost(typed: PostTyped, { organisations, clauses, kept, mayEmploy }: Choices): Outcome<PostValues, PostProblem> {
  const kind = postKinds.find((known) => known === typed.kind)
  const employer = organisations.find(({ id }) => id === readId(typed.employer))?.id ?? null
  const chosen = clauses.find(({ key }) => key === typed.clause)
  const clause = chosen !== undefined ? { conventionId: chosen.conventionId, provision: chosen.provision }
    : kept !== null && clauseKey(kept) === typed.clause ? kept : null
  const [since, until] = [dayOf(typed.since), dayOf(typed.until)]
  const problems = found<PostProblem>({
    titleMissing: typed.title === '', titleTooLong: typed.title.length > 200, kindUnknown: kind === undefined,
    employerUnknown: typed.employer !== '' && employer === null,
    employerNotYours: (typed.employer === '' || employer !== null) && !mayEmploy(employer),
    clauseUnknown: typed.clause !== '' && clause === null, sinceUnreadable: since === undefined, untilUnreadable: until === undefined,
    daysReversed: typeof since === 'string' && typeof until === 'string' && until < since, noteTooLong: typed.note.length > 2000,
  })
  if (kind === undefined || since === undefined || until === undefined || problems.length > 0) return refused(problems)
  const opahRu = typed.opahRu === 'oui' ? true : typed.opahRu === 'non' ? false : null
  return accepted({ title: typed.title, kind, employerId: employer, opahRu, clause, since, until, note: typed.note })
}

/** Null when nothing was typed, undefined when it is no day. */
const dayOf = (typed: string): PlainDate | null | undefined => (typed === '' ? null : readDate(typed))
const typedDay = (day: PlainDate | null): string => (day === null ? '' : day.split('-').reverse().join('/'))

/** A post as its form shows it. */
export const typedPost = (post: PostValues): PostTyped => ({
  title: post.title, kind: post.kind, employer: post.employerId ?? '', opahRu: post.opahRu === null ? '' : post.opahRu ? 'oui' : 'non',
  clause: post.clause === null ? '' : clauseKey(post.clause), since: typedDay(post.since), until: typedDay(post.until), note: post.note,
})
export const emptyPost: PostTyped = { title: '', kind: '', employer: '', opahRu: '', clause: '', since: '', until: '', note: '' }
