// The years of a post with what the rules say of each, as lists and pages show them.
import type { PlanScope } from '../../planning/scope.ts'
import type { Post } from './post.rules.ts'
import { judgeYear } from './post-year.rules.ts'
import type { KeptYear } from './posts.store.ts'
import type { ShownYear } from './year-lines.tsx'

/** In order; who only funds is shown neither cost nor ceiling. */
export function shownYears(post: Pick<Post, 'id' | 'kind' | 'opahRu'>, years: readonly KeptYear[], scope: PlanScope): readonly ShownYear[] {
  const own = years.filter(({ postId }) => postId === post.id)
  return own.map((year) => ({
    year, judgement: judgeYear(post, year, own.find((one) => one.year === year.year - 1)), seesCost: scope.seesAll,
  }))
}
