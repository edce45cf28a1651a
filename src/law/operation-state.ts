// The state of an operation on a day: each convention, commune, party and sector, in force or not, and why. Pure.
import { nameKey } from '../kernel/text.ts'
import type { Instant, PlainDate } from '../kernel/date.ts'
import { type AmendmentEntry, type ConventionLife, lifeOf, lifeOfAmendment, settledOn } from './convention-state.ts'
import type { LegalAct, SectorEffect } from './legal-act.ts'
import type { LegalState, OperationRecord, OperationState, RecordedConvention, RecordedParty, StateAnswer, StateReason } from './operation-record.ts'
import { entryOf, keyOf, names } from './signing.ts'
import { byEffect, challenged, correctedActs, countingActs, effectDay, indexed, knownActs } from './standing.ts'
import { type Course, type Overlay, type Spot, answerOn, laidOver } from './transitions.ts'

/** Of several texts about the same thing, the one in force speaks first; then what is uncertain, then what is to come, then what is over. */
const order: readonly LegalState[] = ['inForce', 'disputed', 'unknown', 'notYet', 'expired', 'terminated', 'annulled']

/**
 * What an operation is on a day, as the register knew it at a moment (`knownAt` null: all it knows now).
 * @source CCH, art. L.303-2 (one convention of one EPCI, which several documents may make up); a programme's own end is that of its own text
 */
export function stateOf(record: OperationRecord, on: PlainDate, knownAt: Instant | null): OperationState {
  const corrected = correctedActs(knownActs(record.acts, knownAt))
  const byId = corrected.some((act) => act.kind === 'annulment') ? indexed(corrected) : nothing
  const known = knownAt === null ? record.conventions
    : record.conventions.filter(({ recordedAt }) => recordedAt === undefined || recordedAt <= knownAt)
  const scene = { acts: groupedActs(countingActs(corrected, byId, on)), byId, answer: answers(on) }
  const lives = livesOf(known, scene)
  // A membership makes no operation, nor does an amendment of nobody knows which text.
  const ort = lives.filter(({ convention }) => convention.kind !== 'membership' && (convention.kind !== 'amendment' || convention.amends !== null))
  const whole = ort.filter(({ convention }) => rootOf(convention, known) === convention)
  const members = lives.flatMap((life) => membersOf(life, scene)).filter((member, _rank, all) => !signsAgain(member, all, known))
  const covered = members.filter(({ conventionId }) => ort.some((life) => life.conventionId === conventionId))
  return {
    on, knownAt, ...(whole.length === 0 ? without : answerOn(together(whole, true), on)),
    conventions: lives.map(({ course, conventionId, signedOn, entersOn, endsOn, endBasis }) =>
      ({ conventionId, signedOn, entersOn, endsOn, endBasis, ...scene.answer(course) })),
    communes: communesOf(covered, scene),
    parties: members.map(({ party, conventionId, course }) => ({ name: party.name, conventionId, ...scene.answer(course) })),
    sectors: sectorsOf(lives, covered, scene, on),
  }
}

const nothing: ReadonlyMap<string, LegalAct> = new Map()
const without: StateAnswer = { state: 'unknown', since: null, until: null, reasons: [{ code: 'noConvention', acts: [], settledBy: 'convention' }] }

type Scene = {
  readonly acts: ReadonlyMap<string, readonly LegalAct[]>; readonly byId: ReadonlyMap<string, LegalAct>
  /** What holds of a life on the day asked about; worked out once per life, which parties and communes share. */
  readonly answer: (course: Course) => StateAnswer
}

function answers(on: PlainDate): Scene['answer'] {
  const known = new Map<Course, StateAnswer>()
  return (course) => {
    const answer = known.get(course) ?? answerOn(course, on)
    known.set(course, answer)
    return answer
  }
}

const actsOf = (scene: Scene, conventionId: string): readonly LegalAct[] => scene.acts.get(conventionId) ?? []

function groupedActs(acts: readonly LegalAct[]): Scene['acts'] {
  const groups = new Map<string, LegalAct[]>()
  for (const act of acts) {
    const group = groups.get(act.conventionId)
    if (group === undefined) groups.set(act.conventionId, [act])
    else group.push(act)
  }
  return groups
}

/** The text that an amendment amends in the end; itself for a text of its own. */
export function rootOf<Text extends Pick<RecordedConvention, 'id' | 'amends'>>(convention: Text, all: readonly Text[], seen: readonly string[] =
  []): Text {
  const base = convention.amends === null || seen.includes(convention.id) ? undefined : all.find(({ id }) => id === convention.amends)
  return base === undefined ? convention : rootOf(base, all, [...seen, convention.id])
}

function livesOf(conventions: readonly RecordedConvention[], scene: Scene): readonly ConventionLife[] {
  const amendments = conventions.filter((convention) => rootOf(convention, conventions) !== convention).map((convention): AmendmentEntry => {
    const acts = actsOf(scene, convention.id)
    return { convention, entry: entryOf(convention, acts), acts }
  })
  const bases = new Map(conventions.filter((convention) => !amendments.some((amendment) => amendment.convention === convention)).map((convention) => {
    const own = amendments.filter((amendment) => rootOf(amendment.convention, conventions) === convention)
    return [convention.id, lifeOf(convention, actsOf(scene, convention.id), own, scene.byId)]
  }))
  return conventions.flatMap((convention) => {
    const amendment = amendments.find((candidate) => candidate.convention === convention)
    const base = bases.get(rootOf(convention, conventions).id)
    return base === undefined ? [] : [amendment === undefined ? base : lifeOfAmendment(amendment, base, scene.byId)]
  })
}

/** The best of several lives on each day; its reasons say from which convention, after a line of its own when `announced`. */
function together(lives: readonly { readonly conventionId: string; readonly course: Course }[], announced: boolean): Course {
  const at = (day: PlainDate): Spot => {
    const spots = lives.map((life) => ({ life, spot: life.course.at(day) }))
    const state = order.find((candidate) => spots.some(({ spot }) => spot.state === candidate)) ?? 'unknown'
    const reasons = spots.filter(({ spot }) => spot.state === state).flatMap(({ life: { conventionId }, spot }): readonly StateReason[] =>
      [...(announced ? [{ code: 'byConvention', acts: [], conventionId } as const] : []),
        ...spot.reasons.map((reason) => ({ conventionId, ...reason }))])
    return { state, reasons }
  }
  return { at, days: lives.flatMap(({ course }) => course.days) }
}

/** A party of an amendment that is already one of the text it amends: it is told once, there. */
function signsAgain({ party, conventionId }: Member, members: readonly Member[], conventions: readonly RecordedConvention[]): boolean {
  const convention = conventions.find(({ id }) => id === conventionId)
  const root = convention === undefined || convention.amends === null ? undefined : rootOf(convention, conventions)
  return root !== undefined && root.id !== conventionId
    && members.some((other) => other.conventionId === root.id && sameParty(other.party, party))
}

const sameParty = (one: RecordedParty, other: RecordedParty): boolean => (one.insee !== null && one.insee === other.insee)
  || (one.siren !== null && one.siren === other.siren) || keyOf(one.name) === keyOf(other.name)

type Member = { readonly party: RecordedParty; readonly conventionId: string; readonly course: Course }

/** The parties of a convention, those who joined it later included, each with its own life in it. */
function membersOf(life: ConventionLife, scene: Scene): readonly Member[] {
  const acts = actsOf(scene, life.conventionId)
  const { parties } = life.convention
  const joined = acts.filter((act) => act.kind === 'accession' && !parties.some((party) => names(act, party))).map((act): RecordedParty => ({
    name: act.effect.party ?? act.effect.insee ?? '', kind: act.effect.insee === undefined ? 'other' : 'commune', insee: act.effect.insee ?? null,
      siren: null,
  }))
  const late = [...new Map(joined.map((party) => [party.insee ?? nameKey(party.name), party])).values()]
  return [...parties, ...late].map((party) => {
    const overlays = comingsAndGoings(party, acts, scene)
    return { party, conventionId: life.conventionId, course: laidOver(life.course, [...overlays, ...partsTakenAway(party, acts, life.entersOn)]) }
  })
}

function comingsAndGoings(party: RecordedParty, acts: readonly LegalAct[], { byId }: Scene): readonly Overlay[] {
  const moves = acts.filter((act) => (act.kind === 'accession' || act.kind === 'withdrawal') && names(act, party))
    .sort(byEffect)
  const overlays = moves.flatMap((act, rank): readonly Overlay[] => {
    const day = effectDay(act)
    if (day === null) return [{ turn: 'undated', from: null, until: null, reason: { code: 'undatedAct', acts: [act.id], settledBy: 'actDate' } }]
    if (act.kind === 'accession') {
      return rank > 0 ? [] : [{ turn: 'accessionAhead', from: null, until: day, reason: { code: 'acceded', acts: [act.id], on: day } }]
    }
    const back = moves.slice(rank + 1).find((move) => move.kind === 'accession')
    return [{ turn: 'withdrawal', from: day, until: back === undefined ? null : effectDay(back), reason: { code: 'withdrawn', acts: [act.id],
      on: day } }]
  })
  return [...overlays, ...challenges(acts, byId, (target) => moves.some((act) => act.id === target.id)
    || (['accession', 'withdrawal'].includes(target.kind) && names(target, party)))]
}

/** A termination or an annulment that names this commune among what it takes away. */
const partsTakenAway = (party: RecordedParty, acts: readonly LegalAct[], entersOn: PlainDate | null): readonly Overlay[] => acts
  .filter((act) => party.insee !== null && act.effect.opens !== true && act.effect.partial?.communes.includes(party.insee) === true)
  .map((act): Overlay => act.kind === 'annulment'
    ? { turn: 'annulment', from: act.effectiveOn ?? entersOn, until: null, reason: { code: 'partlyAnnulled', acts: [act.id], ...(act.on !== null &&
      { on: act.on }) } }
    : { turn: 'termination', from: effectDay(act), until: null, reason: { code: 'partlyTerminated', acts: [act.id], ...dated(effectDay(act)) } })

const dated = (on: PlainDate | null) => (on === null ? {} : { on })

/** Challenges of certain acts that no judgment has settled yet. */
function challenges(acts: readonly LegalAct[], byId: ReadonlyMap<string, LegalAct>, concerns: (target: LegalAct) => boolean): readonly Overlay[] {
  const judgments = acts.filter((act) => act.kind === 'annulment')
  return judgments.filter((act) => act.effect.opens === true).flatMap((act): readonly Overlay[] => {
    const target = challenged(act, byId)
    return target === undefined || !concerns(target) ? [] : [{
      turn: 'challenge', from: act.on, until: settledOn(act, judgments),
      reason: { code: 'challenged', acts: [act.id], settledBy: 'judgment', ...dated(act.on) },
    }]
  })
}

function communesOf(members: readonly Member[], scene: Scene): OperationState['communes'] {
  const towns = new Map<string, Member[]>()
  for (const member of members) {
    const { insee, kind } = member.party
    if (insee !== null && kind === 'commune') towns.set(insee, [...(towns.get(insee) ?? []), member])
  }
  const single = new Map<Course, Course>()
  const courseOf = (lives: readonly Member[]): Course => {
    const [only] = lives
    if (only === undefined || lives.length > 1) return together(lives, false)
    const course = single.get(only.course) ?? together(lives, false)
    single.set(only.course, course)
    return course
  }
  return [...towns].map(([insee, lives]) => ({
    insee, name: lives[0]?.party.name ?? insee, conventionIds: lives.map(({ conventionId }) => conventionId), ...scene.answer(courseOf(lives)),
  }))
}

/** The sectors that acts set, each as the last one says, until one removes it; a commune without any has one that nobody knows. */
function sectorsOf(lives: readonly ConventionLife[], members: readonly Member[], scene: Scene, on: PlainDate): OperationState['sectors'] {
  const set = lives.flatMap((life) => {
    const acts = actsOf(scene, life.conventionId)
    return acts.filter((act) => act.kind === 'perimeter' && act.effect.sector !== undefined).map((act) => ({ act, acts, life,
      sector: act.effect.sector }))
  })
  const bySector = new Map<string, typeof set>()
  for (const setting of set) {
    const key = `${setting.sector?.insee} ${nameKey(setting.sector?.name ?? '')}`
    bySector.set(key, [...(bySector.get(key) ?? []), setting])
  }
  const known = [...bySector.values()].flatMap((settings) => {
    const inOrder = settings.toSorted((one, other) => byEffect(one.act, other.act))
    const ordered = inOrder.filter(({ sector }) => sector?.removed !== true)
    const last = ordered.findLast(({ act }) => (effectDay(act) ?? on) <= on) ?? ordered[0]
    const first = ordered[0]
    if (last?.sector === undefined || first === undefined) return []
    const day = effectDay(first.act)
    const reason: StateReason = { code: 'sectorSet', acts: [last.act.id], ...dated(effectDay(last.act)) }
    const course = laidOver(withReason(last.life.course, reason), [
      day === null ? { turn: 'undated', from: null, until: null, reason: { code: 'undatedAct', acts: [first.act.id], settledBy: 'actDate' } }
        : { turn: 'accessionAhead', from: null, until: day, reason },
      ...removals(inOrder),
      ...challenges(last.acts, scene.byId, (target) => settings.some(({ act }) => act.id === target.id)),
    ])
    return [{ ...last.sector, ...answerOn(course, on) }]
  })
  const covered = new Map(members.flatMap(({ party }) => (party.insee === null || party.kind !== 'commune' ? [] : [[party.insee, party]])))
  const silent = [...covered.keys()].filter((insee) => !known.some((sector) => sector.insee === insee))
  return [...known, ...silent.map((insee) => ({
    name: '', insee, townCentre: false, state: 'unknown' as const, since: null, until: null,
    reasons: [{ code: 'sectorUnknown' as const, acts: [], settledBy: 'sectorAct' as const }],
  }))]
}

/** From each act that removes a sector until one sets it again. */
const removals = (settings: readonly { readonly act: LegalAct; readonly sector: SectorEffect | undefined }[]): readonly Overlay[] =>
  settings.flatMap(({ act, sector }, rank): readonly Overlay[] => {
    if (sector?.removed !== true) return []
    const day = effectDay(act)
    if (day === null) return [{ turn: 'undated', from: null, until: null, reason: { code: 'undatedAct', acts: [act.id], settledBy: 'actDate' } }]
    const again = settings.slice(rank + 1).find((later) => later.sector?.removed !== true)
    const until = again === undefined ? null : effectDay(again.act)
    return [{ turn: 'withdrawal', from: day, until, reason: { code: 'sectorRemoved', acts: [act.id], on: day } }]
  })

const withReason = (course: Course, reason: StateReason): Course => ({
  days: course.days,
  at: (day) => {
    const spot = course.at(day)
    return { state: spot.state, reasons: [reason, ...spot.reasons] }
  },
})
