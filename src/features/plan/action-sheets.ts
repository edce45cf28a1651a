// The official sheet of an action, in the order it is printed: identity, description, places, money, calendar, indicators, centrality, contact.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { ActionField } from '../../planning/action-fields.ts'
import type { ActionSheet, ActionSheets, SheetBlock } from '../../writing/action-sheets.ts'
import { fieldNames, noState, orientationLine, stateInWords, valueInWords } from '../actions/action.words.ts'
import { moneyBlocks } from './action-sheet-money.ts'
import { pathOf } from './plan-content.ts'
import type { ActionContent, PlanContent } from './plan-content.ts'
import { actionTitle, stepWords } from './view.words.ts'

/** Beyond, a file nobody prints: the cover says how many are left out. */
export const mostSheets = 300

type Asked = { readonly operation: string; readonly on: PlainDate; readonly whole: boolean; readonly found: number }

export function actionSheetsOf(content: PlanContent, { operation, on, whole, found }: Asked): ActionSheets {
  const sheets = inOrder(content.actions.map((action) => sheetOf(action, content)), whole)
  const [first] = sheets
  const shown = sheets.length
  return {
    title: whole ? 'Plan d’action' : (first?.title ?? 'Fiche action'), operation, on, whole, sheets,
    introduction: whole ? [
      `${operation}. Situation au ${inWords(on)}.`,
      found > shown ? `${shown} fiches sur les ${found} actions du choix : resserrez le filtre pour avoir les autres.`
        : `${shown} ${shown > 1 ? 'fiches' : 'fiche'}, par orientation.`,
      'Un montant inconnu est dit inconnu : il ne compte pas pour zéro. Les montants HT et TTC ne sont jamais additionnés.',
    ] : [],
  }
}

/** Sheets of one orientation together, those of none at the end; the order given otherwise. */
function inOrder(sheets: readonly ActionSheet[], whole: boolean): readonly ActionSheet[] {
  if (!whole) return sheets
  const groups = new Map<string, ActionSheet[]>()
  for (const sheet of sheets) groups.set(sheet.group, [...(groups.get(sheet.group) ?? []), sheet])
  return [...groups].sort(([one], [other]) => (one === noGroup ? 1 : other === noGroup ? -1 : one.localeCompare(other, 'fr', { numeric: true })))
    .flatMap(([, group]) => group)
}
const noGroup = 'Sans orientation'

function sheetOf(action: ActionContent, content: PlanContent): ActionSheet {
  const { row: { values }, indicators, places } = action
  const [first] = values.orientations
  const path = first === undefined ? [] : pathOf(first.orientationId, content.orientations)
  const last = path.at(-1)
  return {
    title: actionTitle(values), group: last === undefined ? noGroup : `${last.frameworkName} : ${path.map(orientationLine).join(' › ')}`,
    blocks: [
      identity(action, content),
      ...texts(action, content, ['description', 'objectives', 'results']),
      facts(action, content, ['partners', 'services', 'designTeams', 'participationLevel']),
      ...texts(action, content, ['participation', 'means']),
      ...(places.length === 0 ? [] : [{
        kind: 'text', heading: 'Périmètre, adresses et parcelles',
        paragraphs: places.map(({ label, parcel }) => (parcel === null ? label : `${label}, parcelle ${parcel}`)),
      } as const]),
      ...moneyBlocks(action.money), ...texts(action, content, ['financing']),
      ...calendar(action, content), facts(action, content, ['programmes', 'themes', 'audiences', 'zonings', 'tags']),
      ...(indicators.length === 0 ? [] : [indicatorTable(indicators)]),
      ...texts(action, content, ['centrality']), facts(action, content, ['contact']),
    ].filter((block) => block.kind !== 'facts' || block.facts.length > 0),
  }
}

function identity(action: ActionContent, content: PlanContent): SheetBlock {
  const { row: { state } } = action
  const said = facts(action, content, ['code', 'orientations', 'clause', 'signedOn', 'sheetUpdatedOn'])
  const rest = facts(action, content, ['priority', 'nature', 'owner', 'delegatedOwner', 'pilots', 'elected'])
  return { kind: 'facts', facts: [...said.facts, { label: 'Statut', value: state === null ? noState : stateInWords(state) }, ...rest.facts] }
}

function facts({ row: { values } }: ActionContent, { names }: PlanContent, fields: readonly ActionField[]) {
  const all = fields.map((field) => ({ label: fieldNames[field], value: valueInWords(field, values[field], names) }))
  return { kind: 'facts' as const, facts: all.filter(({ value }) => value !== '') }
}

const texts = ({ row: { values } }: ActionContent, { names }: PlanContent, fields: readonly ActionField[]): readonly SheetBlock[] =>
  fields.flatMap((field) => {
    const text = valueInWords(field, values[field], names)
    return text === '' ? [] : [{ kind: 'text' as const, heading: fieldNames[field], paragraphs: text.split(/\n+/) }]
  })

function calendar(action: ActionContent, content: PlanContent): readonly SheetBlock[] {
  const { facts: days } = facts(action, content, ['startsOn', 'endsOn', 'forecastStartsOn', 'forecastEndsOn', 'progress'])
  const { steps, row } = action
  const lines = [...days.map(({ label, value }) => `${label} : ${value}`), ...(row.values.ongoing ? [fieldNames.ongoing] : []),
    ...steps.map((step) => stepWords(step).replace(/^./, (letter) => letter.toUpperCase())),
    ...(row.values.schedule === '' ? [] : row.values.schedule.split(/\n+/))]
  return lines.length === 0 ? [] : [{ kind: 'text', heading: 'Calendrier', paragraphs: lines }]
}

const figure = (value: number | null, unit: string): string => (value === null ? '–' : `${value.toLocaleString('fr-FR')} ${unit}`.trim())

const indicatorTable = (indicators: ActionContent['indicators']): SheetBlock => ({
  kind: 'table', heading: 'Indicateurs de suivi et d’évaluation', ends: 4, note: '',
  columns: ['Indicateur', 'Départ', 'Cible', 'Échéance', 'Dernière valeur'],
  rows: indicators.map(({ name, unit, baseline, target, targetOn, last, lastOn }) => [
    name, figure(baseline, unit), figure(target, unit), targetOn === null ? '–' : inWords(targetOn),
    last === null ? '–' : `${figure(last, unit)}${lastOn === null ? '' : ` (${inWords(lastOn)})`}`,
  ]),
})
