// What a person types about an act, checked against the table of acts: a new act with its steps, or the correction of one. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { isSiren } from '../../kernel/siren.ts'
import { nameKey } from '../../kernel/text.ts'
import { actTable, mayBeAbout } from '../../law/act-table.ts'
import type { ActNeed } from '../../law/act-table.ts'
import { publicationMedia } from '../../law/legal-act.ts'
import type { ActEffect, ActKind, Authority } from '../../law/legal-act.ts'
import type { NewAct, RegisterAct, RegisterReplacement } from './act.rules.ts'
import { stepsOf } from './act.rules.ts'

export const actFields = [
  'author', 'authority', 'siren', 'on', 'effectiveOn', 'number', 'identifier', 'party', 'endsOn', 'months', 'sector', 'sectorCommune', 'townCentre',
  'sectorRemoved',  'partCommunes', 'partProvisions', 'outcome', 'medium',
] as const
export const newActFields = [
  ...actFields, 'kind', 'convention', 'about', 'document', 'reason', 'transmittedOn', 'receivedOn', 'publishedOn', 'certifiedOn',
] as const
export type ActTyped = Readonly<Record<(typeof actFields)[number], string>>
export type NewActTyped = Readonly<Record<(typeof newActFields)[number], string>>

export type ActProblem = {
  readonly field: string
  readonly why: 'missing' | 'dateUnreadable' | 'dateFar' | 'inFuture' | 'sirenWrong' | 'tooLong' | 'monthsUnreadable' | 'communeUnknown'
    | 'notAllowed' | 'alreadyRecorded'
}

export type Town = { readonly insee: string; readonly name: string }
/** Who may be named without being typed in full: parties and authorities already known. */
export type KnownAuthority = Authority & { readonly insee: string | null }
export type ActScene = {
  readonly authorities: readonly KnownAuthority[]; readonly towns: readonly Town[]; readonly today: PlainDate
  readonly standing: readonly RegisterAct[]
}

/** What the fields say of an act of that kind, or everything that is wrong with them. */
type Read = Pick<RegisterReplacement, 'authority' | 'on' | 'effectiveOn' | 'effect'> & { readonly number: string | null;
  readonly identifier: string | null }
type Reading = { readonly value: Read; readonly problems: readonly ActProblem[] }

export function readActForm(kind: ActKind, typed: ActTyped, scene: ActScene): Reading {
  const problems: ActProblem[] = []
  const dateOf = (field: 'on' | 'effectiveOn' | 'endsOn'): PlainDate | null => readDay(field, typed[field], problems)
  const [on, effectiveOn] = [dateOf('on'), dateOf('effectiveOn')]
  if (on !== null && on > scene.today) problems.push({ field: 'on', why: 'inFuture' })
  const known = scene.authorities.find((authority) => authorityKey(authority) === typed.author)
  const authority = { name: known?.name ?? typed.authority, siren: known === undefined ? (typed.siren === '' ? null : typed.siren) : known.siren }
  if (authority.name === '') problems.push({ field: 'author', why: 'missing' })
  if (authority.name.length > 300) problems.push({ field: 'authority', why: 'tooLong' })
  if (known === undefined && typed.siren !== '' && !isSiren(typed.siren)) problems.push({ field: 'siren', why: 'sirenWrong' })
  for (const field of ['number', 'identifier'] as const) if (typed[field].length > 100) problems.push({ field, why: 'tooLong' })
  const effect = kind === 'signature' ? { party: authority.name, ...(typeof known?.insee === 'string' && { insee: known.insee }) }
    : readEffect(kind, typed, scene, dateOf, problems)
  return { value: { authority, on, effectiveOn, effect, number: typed.number || null, identifier: typed.identifier || null }, problems }
}

/** How the list of authorities names each. */
export const authorityKey = ({ siren, name }: Authority): string => siren ?? nameKey(name)

function readDay(field: string, typed: string, problems: ActProblem[]): PlainDate | null {
  if (typed === '') return null
  const day = readDate(typed)
  if (day === undefined) problems.push({ field, why: 'dateUnreadable' })
  else if (day < '1900-01-01' || day > '2200-12-31') problems.push({ field, why: 'dateFar' })
  return day ?? null
}

function readEffect(
  kind: ActKind, typed: ActTyped, scene: ActScene, dateOf: (field: 'endsOn') => PlainDate | null, problems: ActProblem[],
): Omit<ActEffect, 'replacement'> {
  const { needs } = actTable[kind]
  const asked = (need: ActNeed): boolean => needs[need] !== 'never'
  const town = scene.towns.find(({ insee }) => insee === typed.party)
  const sectorTown = scene.towns.find(({ insee }) => insee === typed.sectorCommune)
  const endsOn = asked('end') ? dateOf('endsOn') : null
  const months = asked('end') && typed.months !== '' ? Number(typed.months) : undefined
  const communes = asked('part') ? lines(typed.partCommunes).map((line) => townOf(line, scene.towns)) : []
  const provisions = asked('part') ? typed.partProvisions.split(/[\n,;]+/).map((line) => line.trim()).filter((line) => line !== '') : []
  const medium = asked('medium') ? publicationMedia.find((candidate) => candidate === typed.medium) : undefined
  const checks: readonly (readonly [string, ActProblem['why'], boolean])[] = [
    ['party', 'missing', needs.party === 'needed' && typed.party === ''], ['party', 'tooLong', typed.party.length > 300],
    ['endsOn', 'missing', needs.end === 'needed' && typed.endsOn === '' && months === undefined],
    ['months', 'monthsUnreadable', months !== undefined && !(Number.isInteger(months) && months > 0 && months <= 1200)],
    ['sector', 'missing', needs.sector === 'needed' && typed.sector === ''], ['sector', 'tooLong', typed.sector.length > 200],
    ['sectorCommune', 'missing', needs.sector === 'needed' && sectorTown === undefined],
    ['partCommunes', 'communeUnknown', communes.includes(undefined)], ['partProvisions', 'tooLong', typed.partProvisions.length > 500],
    ['outcome', 'missing', kind === 'annulment' && !['opens', 'annuls', 'dismisses'].includes(typed.outcome)],
  ]
  problems.push(...checks.flatMap(([field, why, wrong]) => (wrong ? [{ field, why }] : [])))
  const partial = communes.length + provisions.length > 0
  return {
    ...(asked('party') && { party: town?.name ?? typed.party, ...(town !== undefined && { insee: town.insee }) }),
    ...(endsOn !== null && { endsOn }), ...(endsOn === null && months !== undefined && { months }),
    ...(asked('sector') && sectorTown !== undefined
      && { sector: {
        name: typed.sector, insee: sectorTown.insee, townCentre: typed.townCentre !== '', ...(typed.sectorRemoved !== '' && { removed: true }),
      } }),
    ...(partial && { partial: { communes: communes.flatMap((found) => (found === undefined ? [] : [found.insee])), provisions } }),
    ...(kind === 'annulment' && typed.outcome === 'opens' && { opens: true }),
    ...(kind === 'annulment' && typed.outcome === 'dismisses' && { dismisses: true }), ...(medium !== undefined && { medium }),
  }
}

const lines = (text: string): readonly string[] => text.split(/[\n;]+/).map((line) => line.trim()).filter((line) => line !== '')

/** A commune by its name or its INSEE code, among those of the operation. */
export const townOf = (typed: string, towns: readonly Town[]): Town | undefined =>
  towns.find(({ insee, name }) => insee === typed || nameKey(name) === nameKey(typed))

type NewScene = ActScene & {
  readonly conventions: readonly { readonly id: Id<'convention'>; readonly slug: string }[];
    readonly documents: readonly { readonly id: Id<'document'> }[]
}

/** A new act and the steps typed with it, or everything to mend. `nextId`: a new identifier at each call. */
export function recordAct(kind: ActKind, typed: NewActTyped, scene: NewScene, nextId: () => Id<'act'>): Outcome<readonly NewAct[], ActProblem> {
  const { value, problems } = readActForm(kind, typed, scene)
  const convention = scene.conventions.find(({ slug }) => slug === typed.convention)
  const target = scene.standing.find(({ id }) => id === typed.about)
  const document = scene.documents.find(({ id }) => id === typed.document)
  const dated: ActProblem[] = []
  const step = (field: 'transmittedOn' | 'receivedOn' | 'publishedOn' | 'certifiedOn'): PlainDate | null => {
    const day = mayBeAbout('transmission', kind) ? readDay(field, typed[field], dated) : null
    if (day !== null && day > scene.today) dated.push({ field, why: 'inFuture' })
    return day
  }
  const steps = stepsOf({
    transmittedOn: step('transmittedOn'), receivedOn: step('receivedOn'), publishedOn: step('publishedOn'), certifiedOn: step('certifiedOn'),
  })
  const checks: readonly (readonly [string, ActProblem['why'], boolean])[] = [
    ['convention', 'missing', convention === undefined], ['reason', 'tooLong', typed.reason.length > 2000],
    ['about', 'missing', typed.about === '' && !mayBeAbout(kind, 'convention')],
    ['about', 'notAllowed', typed.about !== '' && (target === undefined || target.conventionId !== convention?.id || !mayBeAbout(kind, target.kind))],
    ['document', 'notAllowed', typed.document !== '' && document === undefined],
    ['identifier', 'alreadyRecorded', value.identifier !== null && scene.standing.some(({ identifier, conventionId }) =>
      identifier === value.identifier && conventionId === convention?.id)],
  ]
  const all = [...problems, ...checks.flatMap(([field, why, wrong]) => (wrong ? [{ field, why }] : [])), ...dated]
  if (convention === undefined || all.length > 0) return refused(all)
  const id = nextId()
  const bare = { conventionId: convention.id, documentId: document?.id ?? null, authority: value.authority }
  const nothing = { effectiveOn: null, number: null, identifier: null, nature: null, effect: {}, reason: null }
  return accepted([
    { ...bare, ...value, id, kind, about: target?.id ?? null, nature: kind === 'deliberation' ? 'DE' : null, reason: typed.reason || null },
    ...steps.map(([stepKind, on]): NewAct => ({ ...bare, ...nothing, id: nextId(), kind: stepKind, on, about: id })),
  ])
}

export type CorrectionTyped = ActTyped & { readonly verdict: string; readonly why: string }

/** The correction of an act: struck out, or with other values; always with a reason. */
export function correctAct(
  act: RegisterAct, typed: CorrectionTyped, scene: ActScene, by: Authority, nextId: () => Id<'act'>,
): Outcome<NewAct, ActProblem> {
  const strikes = typed.verdict === 'strike'
  const read = strikes ? undefined : readActForm(act.kind, typed, scene)
  const problems: ActProblem[] = [
    ...(read?.problems ?? []),
    ...(strikes || typed.verdict === 'replace' ? [] : [{ field: 'verdict', why: 'missing' } as const]),
    ...(typed.why === '' ? [{ field: 'why', why: 'missing' } as const] : typed.why.length > 2000 ? [{ field: 'why', why: 'tooLong' } as const] : []),
  ]
  if (problems.length > 0) return refused(problems)
  return accepted({
    id: nextId(), kind: 'correction', conventionId: act.conventionId, authority: by, on: scene.today, effectiveOn: null, about: act.id, number: null,
    identifier: null, nature: null, documentId: null, reason: typed.why, effect: { replacement: read?.value ?? null },
  })
}

/** The fields of a form filled with an act as it stands. */
export function typedOf(act: RegisterAct, authorities: readonly KnownAuthority[]): ActTyped {
  const { effect } = act
  const french = (day: PlainDate | null | undefined): string => (day ?? '').split('-').reverse().join('/')
  const known = authorities.some((authority) => authorityKey(authority) === authorityKey(act.authority))
  return {
    author: known ? authorityKey(act.authority) : '', authority: known ? '' : act.authority.name, siren: known ? '' : (act.authority.siren ?? ''),
    on: french(act.on), effectiveOn: french(act.effectiveOn), number: act.number ?? '', identifier: act.identifier ?? '',
    party: effect.insee ?? effect.party ?? '', endsOn: french(effect.endsOn), months: effect.months === undefined ? '' : String(effect.months),
    sector: effect.sector?.name ?? '', sectorCommune: effect.sector?.insee ?? '', townCentre: effect.sector?.townCentre === true ? 'oui' : '',
    sectorRemoved: effect.sector?.removed === true ? 'oui' : '',
    partCommunes: (effect.partial?.communes ?? []).join('\n'), partProvisions: (effect.partial?.provisions ?? []).join(', '),
    outcome: act.kind !== 'annulment' ? '' : effect.opens === true ? 'opens' : effect.dismisses === true ? 'dismisses' : 'annuls',
    medium: effect.medium ?? '',
  }
}
