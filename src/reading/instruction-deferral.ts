// The day on which an instruction takes effect of its own: said in its sentence, or further on for an article or a list item of the amendment.
import type { PlainDate } from '../kernel/date.ts'
import { printedDates } from './calendar.ts'
import { numbersOf } from './designation-ranks.ts'
import type { Words } from './instruction-verbs.ts'
import { pattern } from './patterns.ts'

const startingOn = /(?:^|,? )(?:et )?(?:(?:prend|avec)[a-z ]{0,12}effet )?(?:a compter du|a partir du|des le|avec effet (?:au|le|du)|^au) $/

/** `À compter du 1er janvier 2027, …`: the day, and the words without it. */
export function withoutDay({ flat, printed }: Words): { readonly words: Words; readonly since: PlainDate | undefined } {
  const none = { words: { flat, printed }, since: undefined }
  if (!/(?:compter|partir|effet) d?u|des le|^au /.test(flat) || /prorog|prolong|reconduit|dur(?:ee|ant)|echeance|prend fin/.test(flat)) return none
  for (const { start, end, date } of printedDates(flat)) {
    const lead = startingOn.exec(flat.slice(0, start))
    if (lead === null || date === undefined) continue
    const to = end + (/^ ?,/.exec(flat.slice(end))?.[0].length ?? 0)
    const without = (words: string): string => `${words.slice(0, lead.index)} ${words.slice(to)}`.trim()
    return { words: { flat: without(flat), printed: without(printed) }, since: date }
  }
  return none
}

/** `articles`: of the amendment; `marks`: list items of the article that says it; neither: the article itself; `previous`: the order just before. */
export type Deferral = {
  readonly on: PlainDate; readonly articles: readonly string[]; readonly marks: readonly string[]; readonly previous: boolean
}

const takesEffect = pattern()`
  ^(?<what>[^:«]{2,160}?) (?:entre(?:nt|ra|ront)? en vigueur|prend(?:ra)?(?: son)? effet|prennent (?:leur )?effet|prendront effet|s'applique(?:nt|ra|ront)?|est applicable|sont applicables)
  [ ](?:le |au |a compter du |a partir du |des le )`

/** `À l'exception de l'article 3 qui prend effet au…`: only what follows is put off. */
const exception = /,? (?:a l'exception|a l'exclusion|sauf|hormis|excepte)(?: en ce qui concerne)?(?: de| des| du)? (?<rest>.+)$/

/** `Les articles 3 et 4 entrent en vigueur le 1er janvier 2027`, `Le 2° s'applique à compter du…`. */
export function deferralIn({ flat }: Words): Deferral | undefined {
  return statedDay(exception.exec(flat)?.groups?.['rest'] ?? flat)
}

function statedDay(flat: string): Deferral | undefined {
  const match = takesEffect.exec(flat)
  const what = (match?.groups?.['what'] ?? '').replace(/,? (?:qui|lequel|laquelle|lesquels|lesquelles)$/, '')
  const on = printedDates(flat).find(({ start }) => match !== null && start >= match[0].length - 1 && start < match[0].length + 3)?.date
  if (on === undefined || /avenant(?! n)/.test(what.replace(/du present avenant/, '')) || /convention/.test(what)) return undefined
  const none: Deferral = { on, articles: [], marks: [], previous: false }
  if (/^(?:cette|cet) (?!article|annexe)[a-z]+$|^elle$/.test(what)) return { ...none, previous: true }
  const articles = /articles? ([\da-z, ]+?)(?: du present avenant)?$/.exec(what)?.[1]
  const marks = Array.from(what.matchAll(/(?:^|[ ,])(?:du |le |au |les |des |et |, )(\d{1,2}(?= ?°)|[a-h](?=\)| |$)|[ivx]{1,5}(?![a-z']))/g), (one) => one[1] ?? '')
  if (/present article|presentes dispositions|^ces (?:modifications|dispositions|changements)$/.test(what)) return { ...none, previous: false }
  if (articles !== undefined) return { ...none, articles: numbersOf(articles) }
  return marks.length > 0 ? { ...none, marks } : undefined
}
