// A stamp pasted by hand, read as those of a convention are, into the fields of a délibération.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { fold } from '../../kernel/text.ts'
import type { Gazetteer } from '../../reading/gazetteer.ts'
import { readConvention } from '../../reading/read.ts'
import type { Stamp } from '../../reading/facts.ts'
import type { NewActTyped } from './act-form.rules.ts'

type Filled = Partial<Record<keyof NewActTyped | 'nature', string>>
const french = (day: PlainDate | undefined): string => (day ?? '').split('-').reverse().join('/')

/** The fields this stamp fills; undefined when nothing is read in it. `nature`: kind of the act, when the identifier tells. */
export function readPastedStamp(pasted: string, gazetteer: Gazetteer): Filled | undefined {
  const { stamps, dates } = readConvention(pasted, gazetteer)
  const named = stamps.find((stamp) => stamp.valid) ?? stamps.find((stamp) => stamp.id !== undefined) ?? stamps[0]
  const certified = dates.find((date) => /certifi|executoire/.test(fold(date.what)))?.date ?? certifiedOn(pasted)
  const first = (day: 'transmittedOn' | 'receivedOn' | 'publishedOn'): string => french(stamps.map((stamp) => stamp[day]).find((found) => found !==
    undefined))
  if (named === undefined && certified === undefined) return undefined
  const [transmittedOn, receivedOn, publishedOn] = [first('transmittedOn'), first('receivedOn'), first('publishedOn')]
  if (named?.siren === undefined && [transmittedOn, receivedOn, publishedOn].join('') === '' && certified === undefined) return undefined
  return {
    nature: named?.nature === 'AR' || named?.nature === 'AI' ? 'order' : 'deliberation', author: named?.siren ?? '', siren: named?.siren ?? '',
    authority: authorityOf(named, gazetteer), on: french(named?.actDate), number: named?.number ?? '', identifier: named?.id ?? '', transmittedOn,
    receivedOn, publishedOn, certifiedOn: french(certified),
  }
}

const authorityOf = (stamp: Stamp | undefined, gazetteer: Gazetteer): string => stamp?.siren === undefined ? ''
  : (gazetteer.communeOfSiren(stamp.siren)?.name ?? gazetteer.epciOfSiren(stamp.siren)?.name ?? '')

/** « Certifié exécutoire le 20/12/2022 », when the reader, which wants a sentence, saw no dated fact in it. */
function certifiedOn(pasted: string): PlainDate | undefined {
  const words = /certifi[^.\n]{0,80}?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}(?:er)? \p{L}+ \d{4})/iu.exec(pasted)
  return words?.[1] === undefined ? undefined : readDate(words[1])
}
