// The form of a sheet: what each field may hold, read from what was typed and written back as it is typed. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'
import { actionFields, actionNatures, participationLevels, priorities } from '../../planning/action-fields.ts'
import type { ActionField, ActionValues, Attachment, Clause, NamedPerson, TagKind } from '../../planning/action-fields.ts'

/** What was typed, field by field; lists one a line, an orientation as its id then its number there. A field that is not asked is not there. */
export type SheetTyped = Readonly<Partial<Record<ActionField, string>>>
export type SheetProblem =
  | 'missing' | 'tooLong' | 'notADay' | 'notAPercent' | 'notAChoice' | 'unknown' | 'nameTooLong' | 'tooMany'
  | 'codeTaken' | 'codeAlone' | 'endsBeforeStart' | 'forecastEndsBeforeStart' | 'notBorne'
export type FieldProblem = { readonly field: ActionField; readonly problem: SheetProblem }

/** What names mean in the operation. Organisations and tags by `nameKey`, those the form brings included; clauses by their key. */
export type SheetContext = {
  readonly recorded: ActionValues
  readonly organisationNames: ReadonlyMap<Id<'organisation'>, string>
  readonly organisation: (name: string) => Id<'organisation'> | undefined
  readonly tag: (kind: TagKind, name: string) => Id<'tag'> | undefined
  readonly account: (name: string) => Id<'person'> | undefined
  readonly orientations: ReadonlySet<Id<'orientation'>>
  readonly clauses: ReadonlySet<string>
}

const mostNames = 60
const longestName = { organisation: 300, person: 120, tag: 120 } as const

/** Reads the fields asked; the others stay as recorded. */
export function readSheet(typed: SheetTyped, asked: readonly ActionField[], context: SheetContext): Outcome<ActionValues, FieldProblem> {
  const read = asked.map((field) => ({ field, outcome: readField(field, typed[field] ?? '', context) }))
  const problems = read.flatMap(({ field, outcome }) => (outcome.ok ? [] : outcome.problems.map((problem) => ({ field, problem }))))
  if (problems.length > 0) return refused(problems)
  return accepted(read.reduce<ActionValues>((sheet, { field, outcome }) =>
    (outcome.ok ? { ...sheet, [field]: outcome.value } : sheet), context.recorded))
}

type Read<Value> = Outcome<Value, SheetProblem>
const readField = <Field extends ActionField>(field: Field, text: string, context: SheetContext): Read<ActionValues[Field]> =>
  readers[field](text, context)

const readers: { readonly [Field in ActionField]: (text: string, context: SheetContext) => Read<ActionValues[Field]> } = {
  code: (text) => (text.length > 40 ? refused(['tooLong']) : accepted(text === '' ? null : text)),
  title: (text) => (text === '' ? refused(['missing']) : withinLength('title', text)),
  description: texts('description'), objectives: texts('objectives'), results: texts('results'), means: texts('means'), financing: texts('financing'),
  centrality: texts('centrality'), participation: texts('participation'), schedule: texts('schedule'), contact: texts('contact'),
  participationLevel: choices(participationLevels), nature: choices(actionNatures), priority: choices(priorities),
  owner: readOrganisation('owner'), delegatedOwner: readOrganisation('delegatedOwner'), clause: readClause,
  startsOn: readDay, endsOn: readDay, forecastStartsOn: readDay, forecastEndsOn: readDay, signedOn: readDay, sheetUpdatedOn: readDay,
  progress: readPercent, ongoing: (text) => accepted(text !== ''), restricted: (text) => accepted(text !== ''),
  orientations: readAttachments,
  partners: readOrganisations('partners'), services: readOrganisations('services'), designTeams: readOrganisations('designTeams'),
  expectedFunders: readOrganisations('expectedFunders'),
  pilots: readPeople('pilots'), elected: readPeople('elected'),
  themes: readTags('theme'), programmes: readTags('programme'), audiences: readTags('audience'), zonings: readTags('zoning'), tags: readTags('free'),
}

function withinLength(field: ActionField, text: string): Read<string> {
  const shape = actionFields[field]
  return 'most' in shape && [...text].length > shape.most ? refused(['tooLong']) : accepted(text)
}
function texts(field: ActionField) {
  return (text: string): Read<string> => withinLength(field, text)
}
function choices<Choice extends string>(known: readonly Choice[]) {
  return (text: string): Read<Choice | null> => {
    const choice = known.find((one) => one === text)
    return choice === undefined && text !== '' ? refused(['notAChoice']) : accepted(choice ?? null)
  }
}
function readDay(text: string): Read<PlainDate | null> {
  const day = readDate(text)
  return day === undefined && text !== '' ? refused(['notADay']) : accepted(day ?? null)
}
function readPercent(text: string): Read<number | null> {
  const figure = text.replace(/[\s%]/g, '')
  if (figure === '') return accepted(null)
  return /^\d{1,3}$/.test(figure) && Number(figure) <= 100 ? accepted(Number(figure)) : refused(['notAPercent'])
}
function readClause(text: string, { clauses, recorded }: SheetContext): Read<Clause | null> {
  if (text === '') return accepted(null)
  if (recorded.clause !== null && clauseText(recorded.clause) === text) return accepted(recorded.clause)
  const [convention = '', provision = null] = text.split(' ')
  const conventionId = readId<'convention'>(convention)
  return conventionId === undefined || !clauses.has(text) ? refused(['unknown']) : accepted({ conventionId, provision })
}

/** Names typed one a line, or parted by semicolons unless such a name is known. */
export function namesIn(text: string, known: (name: string) => boolean): readonly string[] {
  const names = text.split('\n').flatMap((line) => (known(line.trim()) ? [line] : line.split(';'))).map((name) => name.replace(/\s+/g, ' ').trim())
  return [...new Map(names.filter((name) => nameKey(name) !== '').map((name) => [nameKey(name), name])).values()]
}

type OrganisationField = 'owner' | 'delegatedOwner' | 'partners' | 'services' | 'designTeams' | 'expectedFunders'
/** Of several organisations of one name, the one the field has already. */
function organisationNamed(name: string, held: readonly Id<'organisation'>[], { organisation, organisationNames }: SheetContext) {
  return held.find((id) => nameKey(organisationNames.get(id) ?? '') === nameKey(name)) ?? organisation(name)
}
function readOrganisation(field: 'owner' | 'delegatedOwner') {
  return (text: string, context: SheetContext): Read<Id<'organisation'> | null> => {
    const held = context.recorded[field]
    if (nameKey(text) === '') return accepted(null)
    if (text.length > longestName.organisation) return refused(['nameTooLong'])
    const id = organisationNamed(text, held === null ? [] : [held], context)
    return id === undefined ? refused(['unknown']) : accepted(id)
  }
}
function readOrganisations(field: Exclude<OrganisationField, 'owner' | 'delegatedOwner'>) {
  return (text: string, context: SheetContext): Read<readonly Id<'organisation'>[]> => {
    const names = namesIn(text, (name) => context.organisation(name) !== undefined)
    const ids = names.map((name) => organisationNamed(name, context.recorded[field], context))
    return checked(names, longestName.organisation, ids)
  }
}
function readPeople(field: 'pilots' | 'elected') {
  return (text: string, { recorded, account }: SheetContext): Read<readonly NamedPerson[]> => {
    const names = namesIn(text, (name) => recorded[field].some((person) => person.name === name))
    return checked(names, longestName.person, names.map((name): NamedPerson =>
      recorded[field].find((person) => person.name === name) ?? { personId: account(name) ?? null, name }))
  }
}
function readTags(kind: TagKind) {
  return (text: string, { tag }: SheetContext): Read<readonly Id<'tag'>[]> => {
    const names = namesIn(text, (name) => tag(kind, name) !== undefined)
    return checked(names, longestName.tag, names.map((name) => tag(kind, name)))
  }
}
function checked<Value>(names: readonly string[], longest: number, values: readonly (Value | undefined)[]): Read<readonly Value[]> {
  if (names.length > mostNames) return refused(['tooMany'])
  if (names.some((name) => [...name].length > longest)) return refused(['nameTooLong'])
  const known = values.filter((value) => value !== undefined)
  return known.length < values.length ? refused(['unknown']) : accepted(known)
}
function readAttachments(text: string, { orientations, recorded }: SheetContext): Read<readonly Attachment[]> {
  const held = new Set(recorded.orientations.map(({ orientationId }) => orientationId))
  const written = text.split('\n').filter((line) => line.trim() !== '')
  // Without the name of an orientation, a line begins with the space before its number.
  if (written.some((line) => line.startsWith(' '))) return refused(['codeAlone'])
  const lines = written.map((line) => {
    const [id = '', ...code] = line.trim().split(' ')
    return { id: readId<'orientation'>(id), code: code.join(' ').trim() }
  })
  const read = lines.flatMap(({ id, code }) =>
    (id !== undefined && (orientations.has(id) || held.has(id)) ? [{ orientationId: id, code: code === '' ? null : code }] : []))
  if (read.length < lines.length) return refused(['unknown'])
  if (read.some(({ code }) => code !== null && code.length > 40)) return refused(['tooLong'])
  return accepted([...new Map(read.map((one) => [one.orientationId, one])).values()])
}

export const clauseText = ({ conventionId, provision }: Clause): string => (provision === null ? conventionId : `${conventionId} ${provision}`)

/** Every name typed in these fields that must be known before they are read: organisations, and tags of each kind. */
export function namesTyped(typed: SheetTyped, asked: readonly ActionField[], known: Pick<SheetContext, 'organisation' | 'tag'>) {
  const organisations = asked.flatMap((field): readonly string[] => {
    const { kind } = actionFields[field]
    if (kind === 'organisation') return nameKey(typed[field] ?? '') === '' ? [] : [typed[field] ?? '']
    return kind === 'organisations' ? namesIn(typed[field] ?? '', (name) => known.organisation(name) !== undefined) : []
  })
  const tags = asked.flatMap((field) => {
    const shape = actionFields[field]
    return shape.kind !== 'tags' ? []
      : namesIn(typed[field] ?? '', (name) => known.tag(shape.tag, name) !== undefined).map((name) => ({ kind: shape.tag, name }))
  })
  return { organisations, tags }
}

/** What identifiers of a sheet stand for, as they are typed. */
export type TypedNames = {
  readonly organisations: ReadonlyMap<Id<'organisation'>, string>; readonly tags: ReadonlyMap<Id<'tag'>, { readonly name: string }>
}
/** A sheet as its form shows it. */
export function typedOf(values: ActionValues, asked: readonly ActionField[], names: TypedNames): SheetTyped {
  return Object.fromEntries(asked.map((field) => [field, written(values[field], names, field)]))
}

function written(value: ActionValues[ActionField], names: TypedNames, field: ActionField): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'oui' : ''
  if (typeof value === 'number') return String(value)
  const { kind } = actionFields[field]
  if (typeof value === 'string') {
    if (kind === 'date') return value.split('-').reverse().join('/')
    return kind === 'organisation' ? nameOf(value, names.organisations) : value
  }
  if ('conventionId' in value) return clauseText(value)
  return value.map((one) => {
    if (typeof one === 'string') return kind === 'tags' ? (nameOfTag(one, names)) : nameOf(one, names.organisations)
    return 'orientationId' in one ? `${one.orientationId} ${one.code ?? ''}`.trim() : one.name
  }).join('\n')
}
const nameOf = (id: string, names: ReadonlyMap<string, string>): string => names.get(id) ?? ''
const nameOfTag = (id: string, { tags }: TypedNames): string => {
  const known: ReadonlyMap<string, { readonly name: string }> = tags
  return known.get(id)?.name ?? ''
}

/**
 * What a sheet must hold as a whole, once these fields changed. `taken`: another action in the plan has this number. `bears`: it stays with those who
 * write it.
 */
export function problemsOf(
  values: ActionValues, changed: readonly ActionField[], { taken, bears }: { readonly taken: boolean; readonly bears: boolean },
): readonly FieldProblem[] {
  const touches = (...fields: readonly ActionField[]): boolean => fields.some((field) => changed.includes(field))
  const { startsOn, endsOn, forecastStartsOn, forecastEndsOn } = values
  const problems: FieldProblem[] = []
  if (taken && touches('code')) problems.push({ field: 'code', problem: 'codeTaken' })
  if (startsOn !== null && endsOn !== null && endsOn < startsOn && touches('startsOn', 'endsOn')) {
    problems.push({ field: 'endsOn', problem: 'endsBeforeStart' })
  }
  if (forecastStartsOn !== null && forecastEndsOn !== null && forecastEndsOn < forecastStartsOn && touches('forecastStartsOn', 'forecastEndsOn')) {
    problems.push({ field: 'forecastEndsOn', problem: 'forecastEndsBeforeStart' })
  }
  if (!bears) problems.push({ field: 'owner', problem: 'notBorne' })
  return problems
}

/** The next number in the manner of those there are: the most common beginning, then one more than the last. */
export function proposeCode(codes: readonly string[], within: string | null): string {
  const numbered = codes.flatMap((code) => {
    const [, beginning = '', figures = ''] = /^(.*?)(\d{1,9})$/.exec(code) ?? []
    return figures === '' || (within !== null && beginning !== `${within}.`) ? [] : [{ beginning, figures }]
  })
  if (numbered.length === 0) return within === null ? 'A-1' : `${within}.1`
  const counts = new Map<string, number>()
  for (const { beginning } of numbered) counts.set(beginning, (counts.get(beginning) ?? 0) + 1)
  const common = [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? ''
  const figures = numbered.filter(({ beginning }) => beginning === common).map(({ figures: number }) => number)
  const last = Math.max(...figures.map(Number))
  return `${common}${String(last + 1).padStart(Math.max(...figures.map(({ length }) => length)), '0')}`
}
