// A funding plan proposed for an action: the form, the plan that satisfies every rule, or the one rule that cannot be met.
import { Section } from '../../design/card.tsx'
import { Checkbox, Select } from '../../design/choices.tsx'
import { ExplanationTree } from '../../design/explanation.tsx'
import type { Fault } from '../../design/faults.tsx'
import { NumberField, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { inEuros } from '../../kernel/money.ts'
import type { FundedLine, FundingProposal } from '../../law/money/funding-problem.ts'
import { limitNames } from '../../law/money/funding-words.ts'
import { paths } from '../../paths.ts'
import { PartPage } from '../actions/action-tabs.tsx'
import type { PartFrame } from '../actions/action-tabs.tsx'
import type { Funder } from './money-line.rules.ts'
import { ownerKey, proposalFields, sourceRows } from './proposal.rules.ts'
import type { ProposalProblem, TypedProposal } from './proposal.rules.ts'

export const proposalFaults: Record<ProposalProblem, Fault> = {
  costUnreadable: ['cost', 'Écrivez le coût à financer, par exemple « 500 000 ».'],
  eligibleUnreadable: ['eligible', 'Écrivez la dépense éligible comme un montant, ou laissez vide : ce sera le coût.'],
  basisUnknown: ['basis', 'Choisissez HT ou TTC.'],
  funderUnknown: ['funder1', 'Choisissez des financeurs de la liste, autres que le maître d’ouvrage : il paie le reste de lui-même.'],
  rateUnreadable: ['rate1', 'Un taux ne se lit pas : écrivez-le entre 0 et 100, avec deux décimales au plus.'],
  mostUnreadable: ['most1', 'Un montant maximal ne se lit pas : écrivez par exemple « 100 000 », ou laissez vide.'],
  funderTwice: ['funder2', 'Le même financeur vient deux fois avec le même dispositif : réunissez les deux lignes.'],
}

type Props = PartFrame & {
  readonly typed: TypedProposal; readonly faults: readonly Fault[]; readonly funders: readonly Funder[]; readonly onceKey: string
  readonly proposal: FundingProposal | undefined
}
export const ProposalPage = ({ typed, faults, funders, onceKey, proposal, ...part }: Props) => (
  <PartPage {...part} part="money" title="Proposer un plan de financement" faults={faults}
    under={{ href: paths.actionMoney(part.slug, part.action.id), label: 'Financement' }}
    intro="Chaque source est remplie autant que les règles le permettent, dans l’ordre donné ; le maître d’ouvrage paie le reste.">
    {proposal === undefined ? null : <Answer {...part} proposal={proposal} typed={typed} onceKey={onceKey} />}
    <Section title="Les données">
      <Form action={paths.fundingProposal(part.slug, part.action.id)} method="get">
        <Hidden name="calcul" value="oui" />
        <NumberField name="cost" label="Coût à financer" value={typed['cost']} faults={faults} />
        <Select name="basis" label="Base" value={typed['basis']} faults={faults} choices={[{ value: 'HT', label: 'HT' }, { value: 'TTC', label:
          'TTC' }]} />
        <NumberField name="eligible" label="Dépense éligible" required={false} value={typed['eligible']} faults={faults} hint="Vide : tout le coût."
          />
        {sourceRows.map((row) => <SourceRow key={row} row={row} typed={typed} faults={faults} funders={funders} />)}
        <Checkbox name="ownShare" label="20 % au moins des fonds publics au maître d’ouvrage (investissement)" checked={typed['ownShare'] === 'oui'}
          />
        <Checkbox name="ceiling" label="80 % d’aides publiques au plus sur la dépense éligible" checked={typed['ceiling'] === 'oui'} />
        <Buttons><SubmitButton emphasis={proposal?.ok === true ? 'secondary' : 'primary'}>Calculer</SubmitButton></Buttons>
      </Form>
    </Section>
  </PartPage>
)

type RowProps = { readonly row: number; readonly typed: TypedProposal; readonly faults: readonly Fault[]; readonly funders: readonly Funder[] }
const SourceRow = ({ row, typed, faults, funders }: RowProps) => (
  <fieldset class="money-source">
    <legend>{`Source ${row}`}</legend>
    <Select name={`funder${row}`} label="Financeur" required={false} empty="Aucun" value={typed[`funder${row}`]} faults={faults}
      choices={funders.map(({ id, name }) => ({ value: id, label: name }))} />
    <TextField name={`scheme${row}`} label="Dispositif" required={false} value={typed[`scheme${row}`]} maxLength={120} />
    <NumberField name={`rate${row}`} label="Taux au plus, en %" size={8} required={false} value={typed[`rate${row}`]} faults={faults} />
    <NumberField name={`most${row}`} label="Montant au plus" required={false} value={typed[`most${row}`]} faults={faults} />
  </fieldset>
)

type AnswerProps = PartFrame & { readonly proposal: FundingProposal; readonly typed: TypedProposal; readonly onceKey: string }
const Answer = ({ slug, action, proposal, typed, onceKey }: AnswerProps) => (
  <Section title="Le plan proposé" id="plan">
    {proposal.ok ? (
      <>
        <Table<FundedLine> caption="Lignes du plan proposé" captionHidden rows={proposal.lines} rowKey={({ key }) => key} empty={null} columns={[
          { key: 'who', label: 'Source', rowHeader: true, cell: ({ key, label }) => (key === ownerKey ? 'Maître d’ouvrage' :
            key.startsWith('kept') ? `${label} (déjà prévu)` : label) },
          { key: 'amount', label: 'Montant', align: 'end', cell: ({ cents }) => inEuros(cents) },
          { key: 'limit', label: 'Ce qui l’arrête', cell: ({ key, limit }) => (key.startsWith('kept') ? 'déjà prévu' : limitNames[limit]) },
        ]} />
        <Form action={paths.fundingProposal(slug, action.id)}>
          <Hidden name="cle" value={onceKey} />
          {proposalFields.map((name) => <Hidden key={name} name={name} value={typed[name] ?? ''} />)}
          <Buttons><SubmitButton>Accepter ce plan</SubmitButton><LinkButton href={paths.actionMoney(slug,
            action.id)} emphasis="quiet">Ne rien changer</LinkButton></Buttons>
        </Form>
        <p class="quiet">Accepter crée les lignes nouvelles, à solliciter ; celles qui étaient prévues ne changent pas.</p>
      </>
    ) : <Notice tone="warning" title="Aucun plan ne satisfait toutes les règles"><p>{proposal.sentence}</p></Notice>}
    <details class="money-rule">
      <summary>Pourquoi</summary>
      <ExplanationTree explanation={proposal.explanation} />
    </details>
  </Section>
)
