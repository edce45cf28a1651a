// The form of a cost line, new or recorded; and both versions side by side when someone else changed it in between.
import { Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import type { Fault } from '../../design/faults.tsx'
import { NumberField, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Section } from '../../design/card.tsx'
import { paths } from '../../paths.ts'
import { costNatures } from '../../planning/funding-status.ts'
import { PartPage } from '../actions/action-tabs.tsx'
import type { PartFrame } from '../actions/action-tabs.tsx'
import { amountTyped } from './amount.words.ts'
import { natureNames } from './funding.words.ts'
import type { LineHistory } from './line-history.tsx'
import { HistoryOfLine } from './line-history.tsx'
import type { CostProblem, TypedCost } from './money-form.rules.ts'
import { costName } from './money-tables.tsx'
import type { CostLine } from './money-line.rules.ts'

export const costFaults: Record<CostProblem, Fault> = {
  natureUnknown: ['nature', 'Choisissez la nature du coût.'],
  labelTooLong: ['label', 'L’intitulé dépasse 300 caractères : raccourcissez-le.'],
  yearUnreadable: ['year', 'Indiquez une année sur quatre chiffres, entre 1990 et 2099, ou laissez vide.'],
  basisUnclear: ['basis', 'Le montant et la base ne disent pas la même chose : choisissez HT ou TTC.'],
  plannedUnreadable: ['planned', 'Écrivez un montant, par exemple « 55 000 » ou « 1,2 M€ », ou « NC » s’il n’est pas connu.'],
  finalUnreadable: ['final', 'Écrivez un montant, par exemple « 55 000 » ou « 1,2 M€ », ou laissez vide s’il n’est pas connu.'],
}

/** A recorded cost as the form shows it. */
export const typedCost = ({ nature, label, year, basis, plannedCents, finalCents, fctvaEligible }: Omit<CostLine, 'id' | 'actionId' | 'version'>):
  TypedCost => ({
  nature, label, year: year === null ? '' : String(year), basis: basis ?? '', planned: amountTyped(plannedCents),
  final: amountTyped(finalCents), fctva: fctvaEligible === null ? '' : fctvaEligible ? 'oui' : 'non',
})
export const newCost: TypedCost = { nature: 'works', label: '', year: '', basis: 'HT', planned: '', final: '', fctva: '' }

const basisChoices = [{ value: 'HT', label: 'HT (hors taxes)' }, { value: 'TTC', label: 'TTC (toutes taxes comprises)' }]
const fctvaChoices = [{ value: 'oui', label: 'Éligible' }, { value: 'non', label: 'Non éligible' }]

type Fields = { readonly typed: TypedCost; readonly faults: readonly Fault[] }
const controls: Readonly<Record<keyof TypedCost, { readonly label: string; readonly field: (props: Fields) => preact.JSX.Element }>> = {
  nature: {
    label: 'Nature', field: ({ typed, faults }) => <Select name="nature" label="Nature" value={typed.nature} faults={faults}
      choices={costNatures.map((value) => ({ value, label: natureNames[value] }))} />,
  },
  label: {
    label: 'Intitulé', field: ({ typed, faults }) => <TextField name="label" label="Intitulé" required={false} value={typed.label} faults={faults}
      maxLength={300} hint="Lot, phase ou poste de dépense, quand la nature ne suffit pas." />,
  },
  year: {
    label: 'Année', field: ({ typed, faults }) => <NumberField name="year" label="Année" size={6} required={false} value={typed.year}
      faults={faults} />,
  },
  basis: {
    label: 'Base', field: ({ typed, faults }) => <Select name="basis" label="Base" required={false} empty="Non précisée" value={typed.basis}
      faults={faults}
      choices={basisChoices} hint="Un montant HT et un montant TTC ne s’additionnent jamais." />,
  },
  planned: {
    label: 'Coût prévu', field: ({ typed, faults }) => <NumberField name="planned" label="Coût prévu" required={false} value={typed.planned}
      faults={faults}
      hint="Comme vous l’écrivez : 55 000, 1,2 M€. Vide ou « NC » : inconnu." />,
  },
  final: {
    label: 'Coût réel', field: ({ typed, faults }) => <NumberField name="final" label="Coût réel" required={false} value={typed.final} faults={faults}
      hint="Une fois la dépense faite." />,
  },
  fctva: {
    label: 'FCTVA', field: ({ typed, faults }) => <Select name="fctva" label="FCTVA" required={false} empty="Non dit" value={typed.fctva}
      faults={faults}
      choices={fctvaChoices} hint="Pour information : le FCTVA n’entre dans aucun calcul." />,
  },
}
const order = ['nature', 'label', 'planned', 'basis', 'year', 'final', 'fctva'] as const

type NewProps = PartFrame & Fields & { readonly onceKey: string }
export const NewCostPage = ({ typed, faults, onceKey, ...part }: NewProps) => (
  <PartPage {...part} part="money" title="Ajouter un coût" faults={faults} under={{ href: paths.actionMoney(part.slug, part.action.id), label:
    'Financement' }}>
    <Form action={paths.costLines(part.slug, part.action.id)} keep={`cout-${part.action.id}`}>
      <Hidden name="cle" value={onceKey} />
      {order.map((name) => <div key={name}>{controls[name].field({ typed, faults })}</div>)}
      <Buttons><SubmitButton>Ajouter</SubmitButton><LinkButton href={paths.actionMoney(part.slug,
        part.action.id)} emphasis="quiet">Revenir</LinkButton></Buttons>
    </Form>
  </PartPage>
)

type EditProps = NewProps & { readonly cost: CostLine; readonly version: string; readonly history: LineHistory }
export const CostLinePage = ({ typed, faults, onceKey, cost, version, history, ...part }: EditProps) => {
  const address = paths.costLine(part.slug, part.action.id, cost.id)
  return (
    <PartPage {...part} part="money" title={costName(cost)} faults={faults} under={{ href: paths.actionMoney(part.slug, part.action.id), label:
      'Financement' }}>
      <Form action={address} keep={`cout-${cost.id}`}>
        <Hidden name="cle" value={onceKey} />
        <Hidden name="version" value={version} />
        {order.map((name) => <div key={name}>{controls[name].field({ typed, faults })}</div>)}
        <Buttons><SubmitButton>Enregistrer</SubmitButton><LinkButton href={paths.actionMoney(part.slug,
          part.action.id)} emphasis="quiet">Revenir</LinkButton></Buttons>
      </Form>
      {cost.written === null ? null : <p class="quiet">{`Tel qu’il était écrit dans le fichier importé : « ${cost.written} ».`}</p>}
      <HistoryOfLine history={history} />
      <Section title="Retirer ce coût" intro="Il quitte les sommes ; l’historique le garde.">
        <ButtonForm to={paths.costLineRemoval(part.slug, part.action.id, cost.id)} fields={{ cle: onceKey, version:
          String(cost.version) }} emphasis="danger">
          Retirer
        </ButtonForm>
      </Section>
    </PartPage>
  )
}

type ConflictProps = NewProps & { readonly cost: CostLine; readonly author: string; readonly when: preact.ComponentChildren }
/** Someone recorded this cost while it was being typed: nothing is lost, and the person chooses. */
export const CostConflictPage = ({ typed, faults, onceKey, cost, author, when, ...part }: ConflictProps) => {
  const theirs = typedCost(cost)
  return (
    <PartPage {...part} part="money" title={costName(cost)} under={{ href: paths.actionMoney(part.slug, part.action.id), label: 'Financement' }}>
      <Notice tone="warning" title="Ce coût a changé pendant que vous le modifiiez">
        <p>Rien n’est perdu : comparez les deux versions, gardez ce qui est juste, puis enregistrez.</p>
      </Notice>
      <Form action={paths.costLine(part.slug, part.action.id, cost.id)} keep={`cout-${cost.id}`}>
        <Hidden name="cle" value={onceKey} />
        <Hidden name="version" value={String(cost.version)} />
        <Differences author={author} when={when} differences={order.map((name) => ({
          name, label: controls[name].label, theirs: shown(name, theirs[name]), same: theirs[name] === typed[name], yours: controls[name].field({
            typed, faults }),
        }))} />
        <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
      </Form>
    </PartPage>
  )
}

const shown = (name: keyof TypedCost, value: string): string =>
  (name === 'nature' ? costNatures.filter((one) => one === value).map((one) => natureNames[one]).join('')
    : [...basisChoices, ...fctvaChoices].find((choice) => choice.value === value)?.label ?? value)
