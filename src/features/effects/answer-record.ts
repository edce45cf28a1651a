// An answer as it is shown, sent and kept: plain values and French sentences, the same for the page, the certificate and the programs that ask.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { LeverReason } from '../../law/levers/finding.ts'
import type { Lever } from '../../law/levers/lever.ts'
import type { LeverAnswer, LeverVerdict } from '../../law/levers/lever-answer.ts'
import { readingWords, reasonWords } from '../../law/levers/lever-words.ts'
import type { Doubt, Fact } from '../../law/levers/place-facts.ts'
import { actNames } from '../acts/act.words.tsx'
import { sectorKindNames } from '../sectors/sector.words.tsx'
import type { FoundAddress } from '../addresses/address.rules.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import type { PlaceAnswer, SourceTold } from './answer.ts'
import { doubtSentences, sourceLabels } from './effect.words.ts'
import type { NearSector } from './place.rules.ts'
import type { PlaceAsked } from './question.rules.ts'

type Told<Value> = { readonly value: Value; readonly why: null } | { readonly value: null; readonly why: string }
type SectorRecord = {
  readonly name: string; readonly address: string; readonly kind: string; readonly version: number; readonly inside: 'yes' | 'unknown'
  readonly edgeMetres: number; readonly townCentre: boolean | null; readonly validFrom: PlainDate | null; readonly act: string | null
  readonly source: string; readonly precisionMetres: number | null; readonly illustrative: boolean
}
export type LeverRecord = {
  readonly id: string; readonly name: string; readonly brief: string; readonly articles: readonly string[]; readonly verdict: LeverVerdict
  readonly codes: readonly string[]; readonly reasons: readonly string[]; readonly conditions: readonly string[]; readonly decidedBy: string
  readonly confirmed: boolean; readonly verifiedOn: PlainDate
  /** How its text was read, in words. */
  readonly reading: string
}
type SourceRecord = { readonly name: string; readonly answered: boolean; readonly detail: string }
export type AnswerRecord = {
  readonly question: {
    readonly place: string; readonly how: PlaceAsked['how']; readonly address: string | null; readonly parcel: string | null
    readonly lon: number | null; readonly lat: number | null; readonly on: PlainDate; readonly role: string | null
  }
  readonly operation: { readonly name: string; readonly slug: string } | null
  readonly commune: Told<{ readonly insee: string; readonly name: string }>
  readonly convention: { readonly inForce: 'yes' | 'no' | 'unknown'; readonly from: PlainDate | null; readonly until: PlainDate | null }
  readonly sectors: readonly SectorRecord[]
  readonly sectorsKnown: Told<true>
  readonly levers: readonly LeverRecord[]
  readonly sources: readonly SourceRecord[]
  readonly illustrative: boolean
}

/** `role`: the word of the address. */
export function recordOf(answer: PlaceAnswer, operation: AnswerRecord['operation'], role: string | undefined): AnswerRecord {
  const { question, facts, commune, sectors, levers, sources, illustrative } = answer
  const convention = facts.conventions.find(({ insee }) => insee === commune?.insee)
  return {
    question: { ...placeRecord(question.place), on: question.on, role: role ?? null },
    operation, illustrative,
    commune: commune === undefined ? { value: null, why: doubtSentence('doubt' in facts.commune ? facts.commune.doubt : 'unknown') }
      : { value: commune, why: null },
    convention: { inForce: truthOf(convention?.inForce ?? 'unknown'), from: convention?.from ?? null, until: convention?.until ?? null },
    sectors: sectors.map((one) => sectorRecord(one, answer)),
    sectorsKnown: facts.sectorsComplete === 'yes' ? { value: true, why: null }
      : { value: null, why: doubtSentence(facts.sectorsComplete === 'no' ? 'unknown' : facts.sectorsComplete) },
    levers: levers.map(leverRecord), sources: sources.map((source) => sourceRecord(source, answer)),
  }
}

const truthOf = (fact: Fact): 'yes' | 'no' | 'unknown' => (fact === 'yes' || fact === 'no' ? fact : 'unknown')
const doubtSentence = (doubt: Doubt): string => doubtSentences[doubt]

function placeRecord(place: PlaceAsked): Omit<AnswerRecord['question'], 'on' | 'role'> {
  const bare = { how: place.how, address: null, parcel: null, lon: null, lat: null }
  if (place.how === 'address') {
    const { address } = place
    const spot = address.precision === 'street' ? {} : { lon: address.lon, lat: address.lat }
    return { ...bare, place: address.label, address: address.id, ...spot }
  }
  if (place.how === 'parcel') {
    const [first] = place.addresses
    const at = first === undefined ? {} : { address: first.id, lon: first.lon, lat: first.lat }
    return { ...bare, ...at, place: `parcelle ${place.parcel}${parcelNote(place.addresses)}`, parcel: place.parcel }
  }
  if (place.how === 'commune') return { ...bare, place: place.label }
  const { lon, lat } = place
  return { ...bare, lon, lat, place: place.how === 'outside' ? place.label : `point ${inDegrees(lat)}, ${inDegrees(lon)} (latitude, longitude)` }
}
/** How a parcel is known: without its shape, by the addresses tied to it. */
const parcelNote = (addresses: readonly FoundAddress[]): string => {
  const [first] = addresses
  return first === undefined ? '' : addresses.length === 1 ? `, connue par son adresse (${first.label}) et non par son tracé`
    : `, connue par ses ${addresses.length} adresses et non par son tracé`
}
const inDegrees = (value: number): string => value.toFixed(6).replace('.', ',')

function sectorRecord({ situation: { sector }, version, inside, metres }: NearSector, { operation }: PlaceAnswer): SectorRecord {
  const act = operation?.acts.find(({ id }) => id === version.actId)
  return {
    name: sector.name, address: sector.slug, kind: sectorKindNames[sector.kind], version: version.number,
    inside: inside === 'yes' ? 'yes' : 'unknown',
    edgeMetres: Math.round(metres), townCentre: version.townCentre, validFrom: version.validFrom,
    act: act === undefined ? null : `${actNames[act.kind]}, ${act.authority.name}${act.on === null ? ', sans date' : `, ${inWords(act.on)}`}`,
    source: version.source, precisionMetres: version.precisionMetres, illustrative: sector.illustrative,
  }
}

const leverRecord = ({ lever, verdict, reasons, conditions, status, freshness }: LeverAnswer): LeverRecord => ({
  id: lever.id, name: lever.name, brief: lever.brief, articles: lever.articles, verdict, codes: reasons.map(({ code }) => code),
  reasons: [...new Set([...reasons.map(sentence), ...elsewise(lever, verdict, reasons)])], conditions, decidedBy: lever.decidedBy,
  confirmed: status === 'confirmed', verifiedOn: freshness.verifiedOn, reading: readingWords[lever.read],
})

/** What else may open the right that the operation does not open here; nothing when the law itself does not hold that day. */
const elsewise = ({ otherWays }: Lever, verdict: LeverVerdict, reasons: readonly LeverReason[]): readonly string[] =>
  (verdict !== 'no' || otherWays === null || reasons.some(({ code }) => code === 'leverNotYet' || code === 'leverEnded') ? [] : [otherWays])

/** The sentence of a reason, with the name of its commune in the place of its code. */
const sentence = (reason: LeverReason): string =>
  `${reasonWords(reason).replace(/la commune ([0-9AB]{5})/g, (words, insee: string) => loadTerritoryCodes().commune(insee)?.name ?? words)}.`

/** The question again, as a form sends it. */
export function askedAgain({ question }: AnswerRecord): Readonly<Record<string, string>> {
  const { how, address, parcel, lon, lat, on, role } = question
  const place: Readonly<Record<string, string>> = how === 'parcel' ? { parcelle: parcel ?? '' } : how === 'address' && address !== null
    ? { adresse: address } : lon !== null && lat !== null ? { lon: String(lon), lat: String(lat) } : {}
  return { ...place, le: on, role: role ?? '' }
}

function sourceRecord({ name, why }: SourceTold, { addresses }: PlaceAnswer): SourceRecord {
  const age = name === 'addresses' && addresses !== undefined ? `État au ${inWords(addresses.vintage)}.` : ''
  return { name: sourceLabels[name], answered: why === null, detail: why === null ? age : doubtSentence(why) }
}
