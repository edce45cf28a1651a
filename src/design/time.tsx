// A day or a moment in words a French reader expects, with the value machines read.
import { inWords, momentInWords, type Instant, type PlainDate } from '../kernel/date.ts'

/** `5 avril 2023`. */
export const Day = ({ date }: { date: PlainDate }) => <time dateTime={date}>{inWords(date).replaceAll(' ', '\u00a0')}</time>

/** `22 novembre 2026 à 09:30`, hour of Paris. */
export const Moment = ({ at }: { at: Instant }) => <time dateTime={at}>{momentInWords(at)}</time>

/** `05/04/2023`, for columns of dates. */
export const ShortDay = ({ date }: { date: PlainDate }) => <time dateTime={date}>{date.split('-').reverse().join('/')}</time>
