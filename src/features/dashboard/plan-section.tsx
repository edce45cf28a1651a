// The plan and its money on the dashboard: where actions stand, what is late, which money is sure; each figure leads to its list.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { bases, isEmpty } from '../../planning/money-sum.ts'
import type { Basis } from '../../planning/money-sum.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { stateInAddress } from '../../planning/plan-criteria.ts'
import { stateNames, stateTones } from '../frameworks/action-state.words.ts'
import { amountInWords, balanceInWords, basisNames } from '../funding/funding.words.ts'

/** Counts of actions on the day of the sight: all, by state, late, blocked; and what they cost and are given. */
export type PlanGlance = {
  readonly actions: number; readonly late: number; readonly blocked: number
  readonly states: readonly { readonly state: ActionState; readonly count: number }[]
  readonly money: MoneySummary
}

export const PlanSection = ({ slug, glance }: { slug: string; glance: PlanGlance }) => (
  <Section title="Le plan d’action" aside={<a href={paths.plan(slug)}>{glance.actions === 0 ? 'Ouvrir le plan' : 'Tout le plan'}</a>}>
    {glance.actions === 0 ? <p class="quiet">Aucune action pour l’instant : saisissez-les, ou importez le tableau qui existe déjà.</p> : <>
      <ul class="state-counts">
        {glance.states.map(({ state, count }) => (
          <li key={state}>
            <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>{' '}
            <a href={`${paths.plan(slug)}?etat=${stateInAddress[state]}`} aria-label={`${stateNames[state]} : ${actionsInWords(count)}`}>{count}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${paths.plan(slug)}?en-retard=oui`}>{actionsInWords(glance.late)} en retard</a>,{' '}
        <a href={`${paths.plan(slug)}?bloquee=oui`}>{actionsInWords(glance.blocked)} {glance.blocked > 1 ? 'bloquées' : 'bloquée'}</a>.
      </p>
      <Money slug={slug} glance={glance} />
    </>}
  </Section>
)

const actionsInWords = (count: number): string => (count === 0 ? 'aucune action' : `${count} action${count > 1 ? 's' : ''}`)

/** Bases that hold something; amounts of two bases, or of two stages, stand apart and are never added. */
const Money = ({ slug, glance: { money } }: { slug: string; glance: PlanGlance }) => {
  const spoken = bases.filter((basis) => !isEmpty(money.cost.plannedCost[basis]) || !isEmpty(money.funding[basis].planned))
  return spoken.length === 0 ? <p class="quiet">Aucun coût ni financement saisi.</p> : (
    <Table<Basis> caption="L’argent du plan" captionHidden rows={spoken} rowKey={(basis) => basis} empty={null}
      columns={[
        { key: 'basis', label: 'Montants', rowHeader: true, cell: (basis) => <a href={paths.funding(slug)}>{basisNames[basis]}</a> },
        { key: 'cost', label: 'Coût prévu', cell: (basis) => amountInWords(money.cost.plannedCost[basis]) },
        { key: 'planned', label: 'Financement prévu', cell: (basis) => amountInWords(money.funding[basis].planned) },
        { key: 'awarded', label: 'Attribué', cell: (basis) => amountInWords(money.funding[basis].awarded) },
        { key: 'paid', label: 'Versé', cell: (basis) => amountInWords(money.funding[basis].paid) },
        { key: 'left', label: 'Reste à financer', cell: (basis) => balanceInWords(money.leftToFinance[basis]) },
      ]} />
  )
}
