// The post of an address: seen, or written to, by this person.
import type { Id } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { mayKeepMoney, scopeOf } from '../../planning/scope.ts'
import { TurnedAway, idOf, notFound } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Post } from './post.rules.ts'
import { findPost } from './posts.store.ts'

/** The post of the address; not found when this person may not see it. */
export const seenPost = async (c: Request): Promise<Post> =>
  await findPost(c.var.db, scopeOf(c.var.space.mandates), idOf<'post'>(c, 'post')) ?? notFound()

/** May this person write the posts of this employer? */
export const mayEmploy = (c: Request, employer: Id<'organisation'> | null): boolean =>
  mayKeepMoney(scopeOf(c.var.space.mandates), { owner: employer, delegatedOwner: null })

export const mayKeepPost = (c: Request, post: Post): boolean => holds(c.var.space.roles, 'keepFunding') && mayEmploy(c, post.employerId)

/** The post of the address, to be written to; turned away when another authority employs it. */
export async function keptPost(c: Request): Promise<Post> {
  const post = await seenPost(c)
  if (!mayKeepPost(c, post)) throw new TurnedAway('notYours')
  return post
}
