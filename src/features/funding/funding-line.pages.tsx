// One funding line: where it stands, its steps, and the forms that write it.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Differences } from '../../design/diff.tsx'
import { Facts } from '../../design/facts.tsx'
import type { Fault } from '../../design/faults.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { paths } from '../../paths.ts'
import { fundingKinds, moneyStages } from '../../planning/funding-status.ts'
import { lineSums } from '../../planning/funding-sums.ts'
import { cautionsOf } from '../../planning/line-check.ts'
import { basisOf } from '../../planning/money-sum.ts'
import { PartPage } from '../actions/action-tabs.tsx'
import type { PartFrame } from '../actions/action-tabs.tsx'
import { FundingFields, fundingControls, fundingOrder, typedFunding } from './funding-line-form.tsx'
import type { TypedFunding } from './funding-line.rules.ts'
import { cautionNames, kindNames, rateInWords, stageNames, statusWords, sumInWords } from './funding.words.ts'
import { HistoryOfLine } from './line-history.tsx'
import type { LineHistory } from './line-history.tsx'
import { lineName } from './money-tables.tsx'
import type { Funder, FundingLine, RecordedStep } from './money-line.rules.ts'
import { Ladder, SinceWhen, StepForm } from './steps.pages.tsx'
import type { DocumentChoice } from './steps.pages.tsx'
import type { TypedStep } from './step.rules.ts'

type FormProps = PartFrame & { readonly typed: TypedFunding; readonly faults: readonly Fault[]; readonly onceKey: string; readonly funders:
  readonly Funder[] }
const under = ({ slug, action }: PartFrame) => ({ href: paths.actionMoney(slug, action.id), label: 'Financement' })

export const NewLinePage = ({ typed, faults, onceKey, funders, ...part }: FormProps) => (
  <PartPage {...part} part="money" title="Ajouter un financement" faults={faults} under={under(part)}
    intro="Une ligne par financeur et par dispositif. Les étapes (demande, attribution, versements) viennent ensuite, chacune avec sa date.">
    <Form action={paths.fundingLines(part.slug, part.action.id)} keep={`financement-${part.action.id}`}>
      <Hidden name="cle" value={onceKey} />
      <FundingFields typed={typed} faults={faults} funders={funders} />
      <Buttons><SubmitButton>Ajouter</SubmitButton><LinkButton href={under(part).href} emphasis="quiet">Revenir</LinkButton></Buttons>
    </Form>
  </PartPage>
)

/** Which of its forms was refused, and how it was filled. */
export type LineTyping = { readonly line: TypedFunding; readonly step: TypedStep; readonly version: string
  readonly withdrawing: { readonly step: string; readonly reason: string; readonly faults: readonly Fault[] } | undefined }
type LineProps = PartFrame & {
  readonly line: FundingLine; readonly steps: readonly RecordedStep[]; readonly typing: LineTyping; readonly faults: readonly Fault[]
  readonly keys: readonly [string, string, string]; readonly funders: readonly Funder[]; readonly documents: readonly DocumentChoice[]
  readonly history: LineHistory; readonly done: string
}
const doneWords: Readonly<Record<string, string>> = {
  etape: 'L’étape est enregistrée.', 'etape-retiree': 'L’étape est retirée ; elle reste lisible avec son motif.', ligne: 'La ligne est enregistrée.',
}

export const FundingLinePage = ({ line, steps, typing, faults, keys, funders, documents, history, done, ...part }: LineProps) => (
  <PartPage {...part} part="money" title={lineName(line)} faults={faults} under={under(part)}>
    {doneWords[done] === undefined ? null : <Notice tone="success" live><p>{doneWords[done]}</p></Notice>}
    {cautionsOf(line).map((caution) => <Notice key={caution} tone="warning"><p>{cautionNames[caution]}</p></Notice>)}
    <Standing line={line} />
    <Ladder slug={part.slug} line={line} steps={steps} mayKeep={part.mayEdit} onceKey={keys[0]} withdrawing={typing.withdrawing} />
    {part.mayEdit ? (
      <>
        <StepForm slug={part.slug} line={line} typed={typing.step} faults={faults} onceKey={keys[1]} documents={documents} />
        <Section title="Modifier la ligne" id="ligne">
          <Form action={paths.fundingLine(part.slug, part.action.id, line.id)} keep={`financement-${line.id}`}>
            <Hidden name="cle" value={keys[2]} />
            <Hidden name="version" value={typing.version} />
            <FundingFields typed={typing.line} faults={faults} funders={funders} />
            <Buttons><SubmitButton emphasis="secondary">Enregistrer la ligne</SubmitButton></Buttons>
          </Form>
          {line.written === null ? null : <p class="quiet">{`Tel qu’il était écrit dans le fichier importé : « ${line.written} ».`}</p>}
        </Section>
      </>
    ) : null}
    <HistoryOfLine history={history} />
    {part.mayEdit ? (
      <Section title="Retirer la ligne"
        intro="Elle quitte les sommes ; l’historique la garde. Une demande refusée ne se retire pas : enregistrez l’étape « Refusée ».">
        <ButtonForm to={paths.fundingLineRemoval(part.slug, part.action.id, line.id)} fields={{ version:
          String(line.version) }} emphasis="danger">Retirer</ButtonForm>
      </Section>
    ) : null}
  </PartPage>
)

const Standing = ({ line }: { line: FundingLine }) => {
  const sums = lineSums(line)[basisOf(line.basis)]
  return (
    <Facts lines={[
      { term: 'Étape', value: <><Badge tone={statusWords[line.status].tone}>{statusWords[line.status].name}</Badge>{' '}<SinceWhen line={line} /></>
        },
      { term: 'Forme', value: kindNames[line.kind] },
      ...moneyStages.map((stage) => ({ term: stageNames[stage], value: sumInWords(sums[stage]) })),
      ...(line.rateBasisPoints === null ? [] : [{
        term: 'Taux', value: rateInWords(line.rateBasisPoints),
        ...(line.baseCents === null ? {} : { note:
          `de ${sumInWords({ ...sums.planned, cents: line.baseCents, known: 1, unknown: 0 })} de dépense éligible` }),
      }]),
      ...line.instalments.map(({ year, amountCents }) => ({ term: `Attendu en ${year}`, value: sumInWords({ ...sums.planned, cents: amountCents,
        known: 1, unknown: 0 }) })),
      ...(line.note === '' ? [] : [{ term: 'Note', value: line.note }]),
    ]} />
  )
}

type ConflictProps = FormProps & { readonly line: FundingLine; readonly author: string; readonly when: ComponentChildren }
/** Someone recorded this line while it was being typed: nothing is lost, and the person chooses. */
export const LineConflictPage = ({ typed, faults, onceKey, funders, line, author, when, ...part }: ConflictProps) => {
  const theirs = typedFunding(line)
  const shown = (name: keyof TypedFunding): string =>
    (name === 'funder' ? funders.find(({ id }) => id === theirs.funder)?.name ?? ''
      : name === 'kind' ? fundingKinds.filter((kind) => kind === theirs.kind).map((kind) => kindNames[kind]).join('') : theirs[name])
  return (
    <PartPage {...part} part="money" title={lineName(line)} under={under(part)}>
      <Notice tone="warning" title="Cette ligne a changé pendant que vous la modifiiez">
        <p>Rien n’est perdu : comparez les deux versions, gardez ce qui est juste, puis enregistrez.</p>
      </Notice>
      <Form action={paths.fundingLine(part.slug, part.action.id, line.id)} keep={`financement-${line.id}`}>
        <Hidden name="cle" value={onceKey} />
        <Hidden name="version" value={String(line.version)} />
        <Differences author={author} when={when} differences={fundingOrder.map((name) => ({
          name, label: fundingControls[name].label, theirs: shown(name), same: theirs[name] === typed[name],
          yours: fundingControls[name].field({ typed, faults, funders }),
        }))} />
        <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
      </Form>
    </PartPage>
  )
}
