// A search as conditions on the words kept beside each action: French stems, the beginning of the last word, phrases, what is left out, codes.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { readSearch } from './search.rules.ts'
import type { SearchTerm } from './search.rules.ts'

const french = sql`'pg_catalog.french'::regconfig`
const stems = ({ words }: SearchTerm): RawBuilder<unknown> =>
  words.includes(' ') ? sql`phraseto_tsquery(${french}, ${words})` : sql`plainto_tsquery(${french}, ${words})`

/** Letters and figures only, so that nothing in it means more than itself to LIKE. */
const begins = ({ words }: SearchTerm): RawBuilder<boolean> =>
  sql<boolean>`(action.search like ${`${words}%`} or action.search like ${`% ${words}%`})`

/** True for the actions that answer; undefined when nothing is searched. An action is also found by any of its codes, exactly. */
export function answersTo(typed: string): RawBuilder<boolean> | undefined {
  const terms = readSearch(typed)
  if (terms.length === 0) return undefined
  const all = terms.map((term) => {
    const stem = sql<boolean>`action.search_vector @@ ${stems(term)}`
    const has = term.opening ? sql<boolean>`(${stem} or ${begins(term)})` : stem
    return term.without ? sql<boolean>`not ${has}` : has
  })
  return sql<boolean>`((${sql.join(all, sql` and `)}) or ${hasCode(typed)} or action.id in (
    select coded.action_id from action_orientation coded where lower(coded.code) = ${typed.toLowerCase()}))`
}

const hasCode = (typed: string): RawBuilder<boolean> => sql<boolean>`coalesce(lower(action.code) = ${typed.toLowerCase()}, false)`

/** What to sort by, the highest first: the very code, the words in the title, how often they come. */
export function relevance(typed: string): readonly RawBuilder<unknown>[] {
  const terms = readSearch(typed).filter(({ without }) => !without)
  if (terms.length === 0) return []
  const title = sql.join(terms.map((term) => sql`(left(action.search, 120) like ${`%${term.words.slice(0, 5)}%`})::integer`), sql` + `)
  const query = sql.join(terms.map(stems), sql` && `)
  return [hasCode(typed), title, sql`ts_rank(action.search_vector, ${query})`]
}
