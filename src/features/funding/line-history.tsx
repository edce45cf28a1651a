// What happened to one line of money, field by field, latest first.
import { Section } from '../../design/card.tsx'
import { Moment } from '../../design/time.tsx'
import { cents, inEuros } from '../../kernel/money.ts'
import type { ChangeSetRow, ObjectChange } from '../actions/change-sets.store.ts'
import { kindNames, natureNames, rateInWords } from './funding.words.ts'

export type LineHistory = { readonly lines: readonly (ObjectChange & { readonly set: ChangeSetRow })[]; readonly organisations: ReadonlyMap<string,
  string> }

const fieldNames: Readonly<Record<string, string>> = {
  label: 'Intitulé', nature: 'Nature', year: 'Année', basis: 'Base', plannedCents: 'Coût prévu', finalCents: 'Coût réel', fctvaEligible: 'FCTVA',
  written: 'Tel qu’écrit', position: 'Place', funderId: 'Financeur', scheme: 'Dispositif', kind: 'Forme', amountCents: 'Montant prévu',
  rateBasisPoints: 'Taux', baseCents: 'Dépense éligible', note: 'Note', instalments: 'Années', presence: 'Ligne',
}

export const HistoryOfLine = ({ history: { lines, organisations } }: { history: LineHistory }) => (lines.length === 0 ? null : (
  <Section title="Historique de la ligne">
    <ul class="plain-list">
      {lines.map(({ field, before, after, set }) => (
        <li key={`${set.id} ${field}`}>
          <strong>{fieldNames[field] ?? field}</strong>{` : ${said(field, before, organisations)} → ${said(field, after, organisations)} `}
          <span class="quiet">{`${set.by}, `}<Moment at={set.at} /></span>
        </li>
      ))}
    </ul>
  </Section>
))

function said(field: string, value: unknown, organisations: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return 'rien'
  if (typeof value === 'number') return field === 'rateBasisPoints' ? rateInWords(value) : /Cents$/.test(field) ? inEuros(cents(value)) :
    String(value)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'string') {
    if (field === 'funderId') return organisations.get(value) ?? 'financeur'
    const names: Readonly<Record<string, string>> = { ...kindNames, ...natureNames }
    return field === 'kind' || field === 'nature' ? names[value] ?? value : value
  }
  if (field === 'presence') return JSON.stringify(value).includes('true') ? 'présente' : 'absente'
  return field === 'instalments' && Array.isArray(value) ? `${value.length} ${value.length === 1 ? 'année' : 'années'}` : JSON.stringify(value)
}
