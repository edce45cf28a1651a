// The money of one action: what it costs, who pays at each stage, whether it balances, and what the law says of it.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ExplanationTree } from '../../design/explanation.tsx'
import { Buttons, LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { paths } from '../../paths.ts'
import type { Verdict } from '../../law/money/verdict.ts'
import { balanceAt } from '../../planning/funding-plan.ts'
import type { Basis } from '../../planning/money-sum.ts'
import { PartPage } from '../actions/action-tabs.tsx'
import type { PartFrame } from '../actions/action-tabs.tsx'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { shownFigure } from './amount.tsx'
import type { JudgedMoney } from './action-money.ts'
import { CostTable, LineTable } from './money-tables.tsx'
import { amountInWords, balanceInWords, balanceTone, basisNames } from './funding.words.ts'
import type { ActionMoney } from './money-line.rules.ts'
import { ShareTable } from './share-table.tsx'

type Props = PartFrame & {
  readonly money: ActionMoney; readonly judged: JudgedMoney
  /** All the money of the action is shown; otherwise the lines of one institution. */
  readonly whole: boolean
  readonly done: string
}

const doneWords: Readonly<Record<string, string>> = {
  cout: 'Le coût est enregistré.', 'cout-retire': 'Le coût est retiré ; l’historique le garde.', ligne: 'Le financement est enregistré.',
  'ligne-retiree': 'Le financement est retiré ; l’historique le garde.', proposition:
    'Le plan proposé est enregistré : ses lignes sont à solliciter.',
}

export const ActionMoneyPage = ({ money, judged, whole, done, ...part }: Props) => (
  <PartPage {...part} part="money" title="Financement"
    intro={whole ? 'Ce que coûte l’action, qui la paie, où en est chaque euro. HT et TTC ne s’additionnent jamais, ni le prévu avec le versé.'
      : 'Les lignes de votre institution dans cette action.'}>
    {doneWords[done] === undefined ? null : <Notice tone="success" live><p>{doneWords[done]}</p></Notice>}
    {whole ? judged.bases.map((basis) => <Figures key={basis} judged={judged} basis={basis} alone={judged.bases.length === 1} />) : null}
    {whole ? <Costs {...part} money={money} /> : null}
    <Lines {...part} money={money} whole={whole} />
    {whole && judged.bases.length > 0 ? <Balances judged={judged} /> : null}
    {whole ? <Verdicts judged={judged} /> : null}
  </PartPage>
)

/** Of how many costs the real one is told, when it is not of all. */
function partOf({ plannedCost, finalCost }: MoneySummary['cost'], basis: Basis): string {
  const lines = plannedCost[basis].known + plannedCost[basis].unknown
  return finalCost[basis].known >= lines ? '' : `, pour ${finalCost[basis].known} coût${finalCost[basis].known > 1 ? 's' : ''} sur ${lines}`
}

const Figures = ({ judged: { plan }, basis, alone }: { judged: JudgedMoney; basis: Basis; alone: boolean }) => {
  const { cost, funding } = plan.summary
  const left = balanceAt(plan, basis, 'planned')
  const unit = alone && basis === 'unstated' ? '' : `, ${basisNames[basis]}`
  return (
    <div class="money-stats"><Stats>
      <Stat label={`Coût prévu${unit}`} value={shownFigure(cost.plannedCost[basis])}
        note={cost.finalCost[basis].known === 0 ? undefined : `réel : ${amountInWords(cost.finalCost[basis])}${partOf(cost, basis)}`} />
      <Stat label={`Financement prévu${unit}`} value={shownFigure(funding[basis].planned)} />
      <Stat label={`Attribué${unit}`} value={shownFigure(funding[basis].awarded)} />
      <Stat label={`Versé${unit}`} value={shownFigure(funding[basis].paid)} />
      <Stat label={left.state === 'over' ? `Financement en trop${unit}` : `Reste à financer${unit}`} value={<span
        class="money-figure">{balanceInWords(left)}</span>}
        tone={balanceTone(left)} />
    </Stats></div>
  )
}

const Costs = ({ slug, action, mayEdit, money }: PartFrame & { money: ActionMoney }) => (
  <Section title="Coûts" id="couts" aside={mayEdit ? <LinkButton href={paths.costLines(slug, action.id)} icon="plus" small>Ajouter un
    coût</LinkButton> : undefined}>
    {money.costs.length === 0
      ? <Empty title="Aucun coût"><p>Sans coût, rien ne dit ce qu’il reste à financer. Un coût inconnu s’écrit « NC ».</p></Empty>
      : <CostTable slug={slug} actionId={action.id} costs={money.costs} mayKeep={mayEdit} />}
  </Section>
)

const Lines = ({ slug, action, mayEdit, money, whole }: PartFrame & { money: ActionMoney; whole: boolean }) => (
  <Section title={whole ? 'Financements' : 'Vos financements'} id="financements"
    aside={mayEdit ? <LinkButton href={paths.fundingLines(slug, action.id)} icon="plus" small>Ajouter un financement</LinkButton> : undefined}>
    {money.lines.length === 0
      ? <Empty title="Aucun financement"><p>Écrivez d’abord ce que vous pensez solliciter ; chaque étape viendra ensuite,
        avec sa date et sa pièce.</p></Empty>
      : <LineTable slug={slug} actionId={action.id} lines={money.lines} />}
    {mayEdit && money.costs.length > 0
      ? <Buttons><LinkButton href={paths.fundingProposal(slug, action.id)}>Proposer un plan de financement</LinkButton></Buttons> : null}
  </Section>
)

const Balances = ({ judged: { plan, bases } }: { judged: JudgedMoney }) => (
  <Section title="Plan de financement" id="plan"
    intro="Qui paie, au stade prévu. Les avances et le portage foncier se rendent : ils n’entrent pas dans l’équilibre.">
    {bases.map((basis) => {
      const left = balanceAt(plan, basis, 'planned')
      return (
        <div key={basis}>
          <ShareTable plan={plan} basis={basis} />
          <p>{'Coût prévu − financement prévu : '}<Badge tone={balanceTone(left)}>{left.state === 'left' ? `reste ${balanceInWords(left)}` :
            balanceInWords(left)}</Badge></p>
        </div>
      )
    })}
  </Section>
)

const verdictTone: Readonly<Record<Verdict, BadgeTone>> = { pass: 'positive', fail: 'negative', unknown: 'unknown', 'not-applicable': 'neutral' }
const verdictWords: Readonly<Record<Verdict, string>> = { pass: 'Respectée', fail: 'Non respectée', unknown: 'Inconnu', 'not-applicable':
  'Sans objet' }

const Verdicts = ({ judged: { verdicts } }: { judged: JudgedMoney }) => (verdicts.length === 0 ? null : (
  <Section title="Règles" id="regles"
    intro="Appliquées au plan prévu. Dépliez une règle pour voir le calcul, ses sources, et ce qui reste à confirmer.">
    {verdicts.map(({ basis, rules }) => (
      <div key={basis} class="money-rules">
        {verdicts.length > 1 ? <h3>{`Montants ${basisNames[basis]}`}</h3> : null}
        {rules.map(({ key, result, explanation }) => (
          <details key={key} class="money-rule">
            <summary>
              <span class="money-rule-name">{explanation.label}</span>
              {result === undefined ? <Badge tone="info">Information</Badge> : <Badge tone={verdictTone[result]}>{verdictWords[result]}</Badge>}
              <span class="money-rule-result">{explanation.result}</span>
            </summary>
            <ExplanationTree explanation={explanation} />
          </details>
        ))}
      </div>
    ))}
  </Section>
))
