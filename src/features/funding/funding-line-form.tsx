// The fields of a funding line, and what its faults say.
import { Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { fundingKinds } from '../../planning/funding-status.ts'
import { amountTyped } from './amount.words.ts'
import type { FundingProblem, TypedFunding } from './funding-line.rules.ts'
import { kindNames } from './funding.words.ts'
import type { Funder, FundingLine } from './money-line.rules.ts'

export const fundingFaults: Record<FundingProblem, Fault> = {
  funderUnknown: ['funder', 'Choisissez un financeur de la liste, ou écrivez son nom dans le champ suivant.'],
  funderTooLong: ['newFunder', 'Le nom du financeur dépasse 200 caractères : raccourcissez-le.'],
  schemeTooLong: ['scheme', 'Le nom du dispositif dépasse 120 caractères : raccourcissez-le.'],
  kindUnknown: ['kind', 'Choisissez la forme du financement.'],
  basisUnclear: ['basis', 'Le montant et la base ne disent pas la même chose : choisissez HT ou TTC.'],
  amountUnreadable: ['amount', 'Écrivez un montant, par exemple « 55 000 » ou « 1,2 M€ », ou « NC » s’il n’est pas connu.'],
  rateUnreadable: ['rate', 'Indiquez un taux entre 0 et 100, avec deux décimales au plus.'],
  baseUnreadable: ['base', 'Écrivez la dépense éligible comme un montant, ou laissez vide.'],
  rateContradicts: ['rate', 'Le montant n’est pas ce taux de la dépense éligible : corrigez l’un des trois, ou videz celui qui doit être calculé.'],
  yearsUnreadable: ['years', 'Écrivez une année par ligne, une seule fois chacune, par exemple « 2026 : 40 000 ».'],
  noteTooLong: ['note', 'La note dépasse 2 000 caractères : raccourcissez-la.'],
}

/** A recorded line as the form shows it. */
export const typedFunding = (line: Omit<FundingLine, 'id' | 'actionId' | 'version' | 'funder' | 'status' | 'since' | 'standing'>): TypedFunding => ({
  funder: line.funderId ?? '', newFunder: '', scheme: line.scheme ?? '', kind: line.kind, basis: line.basis ?? '', amount:
    amountTyped(line.amountCents),
  rate: line.rateBasisPoints === null ? '' : String(line.rateBasisPoints / 100).replace('.', ','), base: amountTyped(line.baseCents),
  years: line.instalments.map(({ year, amountCents }) => `${year} : ${amountTyped(amountCents)}`).join('\n'), note: line.note,
})
export const newFunding = (basis: string): TypedFunding =>
  ({ funder: '', newFunder: '', scheme: '', kind: 'grant', basis, amount: '', rate: '', base: '', years: '', note: '' })

const basisChoices = [{ value: 'HT', label: 'HT (hors taxes)' }, { value: 'TTC', label: 'TTC (toutes taxes comprises)' }]

type Fields = { readonly typed: TypedFunding; readonly faults: readonly Fault[]; readonly funders: readonly Funder[] }
type Control = { readonly label: string; readonly field: (props: Fields) => preact.JSX.Element }
export const fundingControls: Readonly<Record<keyof TypedFunding, Control>> = {
  funder: {
    label: 'Financeur', field: ({ typed, faults, funders }) => <Select name="funder" label="Financeur" required={false} empty="À trouver"
      value={typed.funder}
      faults={faults} choices={funders.map(({ id, name }) => ({ value: id, label: name }))} />,
  },
  newFunder: {
    label: 'Autre financeur', field: ({ typed, faults }) => <TextField name="newFunder" label="Autre financeur" required={false}
      value={typed.newFunder}
      faults={faults} maxLength={200} hint="S’il n’est pas dans la liste." />,
  },
  scheme: {
    label: 'Dispositif', field: ({ typed, faults }) => <TextField name="scheme" label="Dispositif" required={false} value={typed.scheme}
      faults={faults}
      maxLength={120} hint="DETR, DSIL, Fonds vert, fonds de concours…" />,
  },
  kind: {
    label: 'Forme', field: ({ typed, faults }) => <Select name="kind" label="Forme" value={typed.kind} faults={faults}
      choices={fundingKinds.map((value) => ({ value, label: kindNames[value] }))}
      hint="Une avance et un portage foncier se rendent : ils n’entrent pas dans l’équilibre." />,
  },
  amount: {
    label: 'Montant prévu', field: ({ typed, faults }) => <NumberField name="amount" label="Montant prévu" required={false} value={typed.amount}
      faults={faults}
      hint="Comme vous l’écrivez : 55 000, 1,2 M€. Vide : calculé avec le taux s’il est donné, sinon inconnu." />,
  },
  basis: {
    label: 'Base', field: ({ typed, faults }) => <Select name="basis" label="Base" required={false} empty="Non précisée" value={typed.basis}
      faults={faults}
      choices={basisChoices} hint="La même que le coût qu’il finance : sinon rien ne dit ce qui reste à trouver." />,
  },
  rate: {
    label: 'Taux', field: ({ typed, faults }) => <NumberField name="rate" label="Taux, en %" size={8} required={false} value={typed.rate}
      faults={faults} />,
  },
  base: {
    label: 'Dépense éligible', field: ({ typed, faults }) => <NumberField name="base" label="Dépense éligible" required={false} value={typed.base}
      faults={faults} />,
  },
  years: {
    label: 'Années', field: ({ typed, faults }) => <TextArea name="years" label="Quand l’argent est attendu" rows={3} required={false}
      value={typed.years}
      faults={faults} hint="Une année par ligne : « 2026 : 40 000 »." />,
  },
  note: {
    label: 'Note', field: ({ typed, faults }) => <TextArea name="note" label="Note" rows={2} required={false} value={typed.note} faults={faults}
      maxLength={2000} />,
  },
}
export const fundingOrder = ['funder', 'newFunder', 'scheme', 'kind', 'amount', 'basis', 'base', 'rate', 'years', 'note'] as const

export const FundingFields = (props: Fields) => <>{fundingOrder.map((name) => <div key={name}>{fundingControls[name].field(props)}</div>)}</>
