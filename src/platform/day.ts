// The day whose situation a page shows: that of `?le=aaaa-mm-jj`, else today.
import { date, readDate } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { Env } from './web.ts'

/** Before and after these, no ORT was or will be: a date typed wrong. */
export const [firstDay, lastDay] = [date('1900-01-01'), date('2200-12-31')]

type Asked = Pick<Env['Variables'], 'day' | 'dayAsked'>

/** `typed`: what stands after `le=` in the address. What cannot be read gives today, and says so. */
export function askedDay(typed: string | undefined, today: PlainDate): Asked {
  if (typed === undefined || typed.trim() === '') return { day: today, dayAsked: 'no' }
  const day = readDate(typed)
  if (day === undefined || day < firstDay || day > lastDay) return { day: today, dayAsked: 'unreadable' }
  return { day, dayAsked: day === today ? 'no' : 'yes' }
}

/**
 * The links of a page that lead inside one place (`/operations/lens-lievin`) with the day kept in their address, and the forms that ask with it;
 * an address that names a day already keeps its own, and so
 * does what is marked `data-day` just before it.
 */
export function keepingDay(html: string, inside: string, day: PlainDate): string {
  const within = (address: string): boolean => address === inside || address.startsWith(`${inside}/`)
  const links = html.replace(/( data-day(?:="")?)? href="([^"#?]*)(\?[^"#]*)?(#[^"]*)?"/g, (link, leads: string | undefined, path: string, query: string = '', anchor: string = '') =>
    leads !== undefined || !within(path) || /[?&;](?:amp;)?le=/.test(query) ? link : ` href="${path}${query === '' ? '?' : `${query}&amp;`}le=${day}${anchor}"`)
  return links.replace(/<form\b[^>]*>/g, (form) => {
    const action = / action="([^"?#]*)/.exec(form)?.[1]
    const asks = / method="get"/.test(form) && action !== undefined && within(action) && !form.includes('data-day')
    return asks ? `${form}<input type="hidden" name="le" value="${day}"/>` : form
  })
}
