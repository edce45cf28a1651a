// What Akoma Ntoso says about a text: its identity, the events of its life, what each amendment did, the periods of validity.
import type { ConsolidatedNode } from '../amending/consolidation.ts'
import type { PlainDate } from '../kernel/date.ts'
import { fold } from '../kernel/text.ts'
import type { Change } from '../reading/instruction.ts'
import type { Place } from './akoma-ntoso-ids.ts'
import type { ConsolidatedText, Effect, TextAmendment } from './consolidated-text.ts'
import { amendmentLine } from './words.ts'
import { element, escapeXml } from './xml.ts'

type Event = { readonly eId: string; readonly date: string; readonly amendment: TextAmendment | undefined }
type Period = { readonly eId: string; readonly start: string; readonly end: string | undefined }
/** `periodOf`: name of the period from the day an instruction took effect (null: from the beginning) to that of another, when one ended it. */
export type Life = {
  readonly events: readonly Event[]
  readonly periods: () => readonly Period[]
  readonly periodOf: (from: string | null, until?: string) => string
  readonly reference: (amendment: string) => string | undefined
}

const instructionsOf = (text: ConsolidatedText): readonly (readonly [TextAmendment, Effect])[] =>
  text.amendments.flatMap((amendment) => amendment.effects.map((effect) => [amendment, effect] as const))

export function openLife(text: ConsolidatedText): Life {
  const first: Event = { eId: 'event_1', date: text.signedOn ?? text.on, amendment: undefined }
  const events = [first]
  const eventOf = new Map<string, string>()
  for (const [amendment, { instruction, since }] of instructionsOf(text)) {
    const known = events.find((event) => event.date === since && event.amendment === amendment)
    const event = known ?? { eId: `event_${events.length + 1}`, date: since, amendment }
    if (known === undefined) events.push(event)
    eventOf.set(instruction, event.eId)
  }
  const periods = new Map<string, Period>()
  const periodOf = (from: string | null, until?: string): string => {
    const [start, end] = [(from === null ? undefined : eventOf.get(from)) ?? first.eId, until === undefined ? undefined : eventOf.get(until)]
    const key = `${start} ${end ?? ''}`
    const period = periods.get(key) ?? { eId: `period_${periods.size + 1}`, start, end }
    periods.set(key, period)
    return period.eId
  }
  periodOf(null)
  const rank = new Map(text.amendments.map(({ id }, index) => [id, `amendment_${index + 1}`]))
  return { events, periods: () => [...periods.values()], periodOf, reference: (amendment) => rank.get(amendment) }
}

/** `insertions`: names of the inserted words of an instruction. Called once the body is written, which asks for its periods. */
export function writeMeta(
  text: ConsolidatedText, life: Life, places: ReadonlyMap<string, Place>, insertions: ReadonlyMap<string, readonly string[]>,
): string {
  const mods = instructionsOf(text).flatMap(([amendment, effect]) => textualMod(text, amendment, effect, life, places, insertions))
  return element('meta', {},
    identification(text),
    element('lifecycle', { source: '#chapeau' }, ...life.events.map(({ eId, date, amendment }) => element('eventRef', {
      eId, date, ...(amendment === undefined ? { source: '#original', type: 'generation' }
        : { source: `#${life.reference(amendment.id)}`, type: 'amendment' }),
    }))),
    ...(mods.length === 0 ? [] : [element('analysis', { source: '#chapeau' }, element('passiveModifications', {}, ...mods))]),
    element('temporalData', { source: '#chapeau' }, ...life.periods().map(({ eId, start, end }) => element('temporalGroup', { eId },
      element('timeInterval', { start: `#${start}`, end: end === undefined ? undefined : `#${end}`, refersTo: '#inForce' })))),
    references(text, life))
}

const slug = (words: string): string => fold(words).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')

function identification(text: ConsolidatedText): string {
  const signed: readonly [date: PlainDate, name: string] = text.signedOn === null ? [text.on, 'version'] : [text.signedOn, 'signature']
  const work = `/akn/fr/act/convention/${signed[0]}/${slug(text.address.split('/').at(-1) ?? '')}`
  const expression = `${work}/fra@${text.on}`
  const core = (uri: string, this_: string, [date, name]: readonly [string, string], author: string, alias?: string): readonly string[] => [
    element('FRBRthis', { value: this_ }), element('FRBRuri', { value: uri }),
    ...(alias === undefined ? [] : [element('FRBRalias', { value: alias, name: 'adresse-permanente' })]),
    element('FRBRdate', { date, name }), element('FRBRauthor', { href: author }),
  ]
  return element('identification', { source: '#chapeau' },
    element('FRBRWork', {}, ...core(work, `${work}/!main`, signed, '#parties', text.address),
      element('FRBRcountry', { value: 'fr' }), element('FRBRsubtype', { value: 'convention' }), element('FRBRname', { value: text.title })),
    element('FRBRExpression', {}, ...core(expression, `${expression}/!main`, [text.on, 'version'], '#chapeau', `${text.address}?le=${text.on}`),
      element('FRBRauthoritative', { value: 'false' }), element('FRBRlanguage', { language: 'fra' })),
    element('FRBRManifestation', {}, ...core(`${expression}.akn`, `${expression}/!main.xml`, [text.on, 'version'], '#chapeau'),
      element('FRBRformat', { value: 'application/akn+xml' })))
}

/** The name of the title, the one part that has no place in the body. */
export const titleName = 'preface__docTitle'

const kinds: Partial<Record<Change['verb'], string>> =
  { replace: 'substitution', insert: 'insertion', complete: 'insertion', delete: 'repeal', renumber: 'renumbering' }

/** Only what touched words: a new party or a new term leaves none. */
function textualMod(
  text: ConsolidatedText, amendment: TextAmendment, { instruction, change, keys }: Effect, life: Life,
  places: ReadonlyMap<string, Place>, insertions: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const inserted = insertions.get(instruction) ?? []
  const touched = keys.map((key) => places.get(key)?.eId ?? titleName)
  const destinations = inserted.length > 0 ? inserted : touched
  if (destinations.length === 0) return []
  const old = removedWords(text.nodes, instruction)
  return [element('textualMod', { type: kinds[change.verb] ?? 'substitution', eId: `mod_${slug(instruction)}` },
    element('source', { href: amendment.address }),
    ...destinations.map((eId) => element('destination', { href: `#${eId}` })),
    element('force', { period: `#${life.periodOf(instruction)}` }),
    ...(old === '' ? [] : [element('old', {}, element('p', { xmlns: 'http://www.w3.org/1999/xhtml' }, escapeXml(old)))]))]
}

const removedWords = (nodes: readonly ConsolidatedNode[], instruction: string): string =>
  nodes.flatMap(({ history }) => [...history.heading, ...history.text].filter((strand) => strand.removedInstruction === instruction))
    .map((strand) => strand.text).join('')

function references(text: ConsolidatedText, life: Life): string {
  const concept = (name: string, eId: string, kind: string, showAs: string) => element(name, { eId, href: `/akn/ontology/${kind}/fr/${eId}`, showAs })
  return element('references', { source: '#chapeau' },
    element('original', { eId: 'original', href: text.address, showAs: text.title }),
    ...text.amendments.map((amendment) => element('passiveRef', {
      eId: life.reference(amendment.id), href: amendment.address, showAs: amendmentLine(amendment),
    })),
    concept('TLCOrganization', 'parties', 'organization', 'Les signataires'),
    concept('TLCOrganization', 'chapeau', 'organization', `Chapeau, règles ${text.algorithm}`),
    concept('TLCConcept', 'inForce', 'concept', 'En vigueur'))
}
