// A defect of a convention as pages show it: its clause, its code, its message.
import type { Id } from '../../kernel/id.ts'
import type { MentionRow } from './conventions.store.ts'

type Clause = {
  readonly conventionId: Id<'convention'>; readonly conventionSlug: string; readonly conventionTitle: string; readonly provisionSlug: string | null
  readonly provisionNumber: string | null
}
export type DefectLine = Clause & { readonly id: string; readonly code: string; readonly message: string }

export const defectLine = (mention: MentionRow): DefectLine => {
  const value = typeof mention.value === 'object' && mention.value !== null ? mention.value : {}
  const text = (name: 'code' | 'message') => String(Object.entries(value).find(([key]) => key === name)?.[1] ?? '')
  return { ...mention, code: text('code'), message: text('message') }
}
