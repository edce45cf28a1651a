// The preview of an amendment: its text, its term, its parties and its promises as if it took effect on a day, beside what holds without it.
import type { Consolidation } from '../../amending/consolidation.ts'
import { redline } from '../../amending/redline.ts'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { stateOf } from '../../law/operation-state.ts'
import type { OperationRecord } from '../../law/operation-record.ts'
import { paths } from '../../paths.ts'
import { may } from '../../platform/guard.ts'
import { notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { readConvention } from '../../reading/read.ts'
import { communeOfChange } from '../acts/acts.store.ts'
import { withAmendments } from '../acts/amended-record.rules.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { findText, findTextById, titleKey } from './amendments.store.ts'
import { asDocument, compareBodies, comparePromises } from './preview.rules.ts'
import { PreviewPage } from './preview.pages.tsx'
import type { Side } from './preview.pages.tsx'
import { shownText } from './shown-text.ts'
import { asIf, loadText, textOn } from './text-at.ts'
import type { TextAmendment, TextSource } from './text-at.ts'

export const preview = routes()

preview.get(paths.preview(':operation', ':convention'), may('viewOperation'), async (c) => {
  const { db, today, space } = c.var
  const typedDay = c.req.query('effet') ?? ''
  const read = typedDay === '' ? c.var.day : readDate(typedDay)
  const day = read ?? c.var.day
  const amendment = (await findText(db, c.req.param('convention') ?? '')) ?? notFound()
  const amended = amendment.amends === null ? notFound() : (await findTextById(db, amendment.amends)) ?? notFound()
  const source = await loadText(db, amended, today)
  const own = source.amendments.find((one) => one.id === amendment.id) ?? notFound()
  const last = own.instructions.flatMap((one) => one.entersOn ?? []).reduce((one, other) => (other > one ? other : one), day)
  const tried = asIf(source, amendment.id, day)
  const [before, after] = [textOn(asIf(source, amendment.id, null), last), textOn(tried, last)]
  const shown = shownText(tried, after, space.slug)
  const { gazetteer } = loadTerritories()
  const reading = (text: Consolidation) => readConvention(asDocument(text.nodes.filter((node) => node.key !== titleKey)), gazetteer)
  const [was, is] = [reading(before), reading(after)]
  return page(c, PreviewPage({
    frame: operationFrame(c), slug: space.slug, amendment, amended, day, typedDay: read === undefined ? typedDay : inFigures(day),
    faults: read === undefined ? [['effet', 'Indiquez la prise d’effet sous la forme jj/mm/aaaa.']] : [], signed: own.signedOn !== null,
    refused: shown.refused.filter((change) => change.amendment.id === amendment.id).map((change) => change.message),
    sentences: shown.applied.filter((change) => change.amendment.id === amendment.id).map((change) => change.sentence),
    uncounted: uncountedTerm(own, tried, amended.id),
    before: sideOf(signedOn(source.record, own, null, c), amended.id, last), after: sideOf(signedOn(source.record, own, day, c), amended.id, last),
    promises: comparePromises(was, is), bodies: compareBodies(was, is),
    nodes: redline(before.nodes, after.nodes),
  }), read === undefined ? 422 : 200)
})

/** A change of term from which no end can be told, since nobody knows when the amended convention began or ends. */
function uncountedTerm({ instructions }: TextAmendment, { states }: TextSource, amended: string): string | undefined {
  const term = instructions.map(({ change }) => change).findLast((change) => change.verb === 'term')
  const state = states.get(amended)
  if (term === undefined || term.until !== undefined) return undefined
  const missing = term.lasts !== undefined && (state?.entersOn ?? null) === null ? 'la date de signature manque'
    : term.by !== undefined && (state?.endsOn ?? null) === null ? 'la fin actuelle n’est pas établie' : undefined
  return missing && `La nouvelle fin ne peut pas être calculée : ${missing}.`
}

/** The record as if every party signed this amendment that day; as if nobody had when there is none. */
function signedOn(record: OperationRecord, { id, instructions }: TextAmendment, day: PlainDate | null, c: Request): OperationRecord {
  const ordered = new Set(instructions.map((instruction) => instruction.id))
  const others = record.acts.filter((act) => !ordered.has(act.id) && !(act.conventionId === id && act.kind === 'signature'))
  const conventions = record.conventions.map((convention) => (convention.id !== id ? convention
    : { ...convention, term: day === null ? null : { startsOn: 'signature' as const, signedOn: day } }))
  if (day === null) return { conventions, acts: others }
  const effects = instructions.map(({ id: instruction, change, entersOn }) => {
    const insee = communeOfChange(change)
    return { id: instruction, amendment: id, change, entersOn: entersOn ?? null, recordedAt: c.var.now, ...(insee !== undefined && { insee }) }
  })
  return withAmendments({ conventions, acts: others }, effects)
}

/** The end and the parties of a convention on a day. */
function sideOf(record: OperationRecord, convention: string, day: PlainDate): Side {
  const state = stateOf(record, day, null)
  const gone = (party: (typeof state.parties)[number]): boolean => party.reasons.some(({ code }) =>
    (code === 'withdrawn' && party.state === 'terminated') || (code === 'acceded' && party.state === 'notYet'))
  return {
    endsOn: state.conventions.find((one) => one.conventionId === convention)?.endsOn ?? null,
    parties: state.parties.filter((party) => party.conventionId === convention && !gone(party)).map((party) => party.name),
  }
}

const inFigures = (day: PlainDate): string => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')
