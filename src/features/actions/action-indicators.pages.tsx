// The indicators of an action: where each started, where it stands, what is aimed at; forms to promise and to observe.
import { Section } from '../../design/card.tsx'
import { Checkbox, Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { observationFaults } from '../frameworks/indicator-form.pages.tsx'
import { progressTowards } from '../frameworks/indicator.rules.ts'
import type { ObservationProblem, ObservationTyped } from '../frameworks/indicator.rules.ts'
import type { PromiseProblem, PromiseRow, PromiseTyped } from './action-indicator.rules.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'

export const promiseFaults: Record<PromiseProblem, Fault> = {
  indicatorMissing: ['indicator', 'Choisissez l’indicateur dans la liste.'],
  alreadyThere: ['indicator', 'L’action a déjà cet indicateur : ouvrez-le dans la liste pour le modifier.'],
  baselineUnreadable: ['baseline', 'La valeur de départ est un nombre, par exemple 12,5.'],
  baselineDayUnreadable: ['baselineOn', 'La date de la valeur de départ est une date, sous la forme jj/mm/aaaa.'],
  targetUnreadable: ['target', 'La cible est un nombre, par exemple 40.'],
  targetDayUnreadable: ['targetOn', 'L’échéance de la cible est une date, sous la forme jj/mm/aaaa.'],
  daysBackwards: ['targetOn', 'L’échéance de la cible précède la valeur de départ : vérifiez les deux dates.'],
}
/** Those of a value, as everywhere values are recorded. */
export const observedFaults = (problems: readonly ObservationProblem[]): readonly Fault[] => problems.map((problem) => observationFaults[problem])

/** `12,5 logements`; a dash of words when nothing is known. */
export const figureInWords = (value: number | null, unit: string): string =>
  (value === null ? 'non renseigné' : `${value.toLocaleString('fr-FR', { maximumFractionDigits: 4 })}${unit === '' ? '' : ` ${unit}`}`)

const Dated = ({ value, unit, on }: { value: number | null; unit: string; on: PlainDate | null }) => (
  <>{figureInWords(value, unit)}{on === null || value === null ? null : <span class="quiet"> (<ShortDay date={on} />)</span>}</>
)
const Last = ({ row: { observed: [last], unit } }: { row: PromiseRow }) => (
  last === undefined ? <>aucune valeur</> : last.value === null ? <>non publiée<span class="quiet"> (<ShortDay date={last.on} />)</span></>
    : <Dated value={last.value} unit={unit} on={last.on} />
)
const progressOf = ({ baseline, target, observed: [last] }: PromiseRow): string => {
  const percent = progressTowards(baseline, last?.value ?? null, target)
  return percent === null ? '' : `${percent} %`
}

type TableProps = { readonly rows: readonly PromiseRow[]; readonly slug: string; readonly actionId: string; readonly mayEdit: boolean }
/** Baseline → last → target, one line each. */
export const IndicatorTable = ({ rows, slug, actionId, mayEdit }: TableProps) => (
  <Table caption="Indicateurs de l’action" captionHidden rows={rows} rowKey={({ indicatorId }) => indicatorId}
    empty={<Empty title="Aucun indicateur"><p>Un indicateur dit si l’action produit l’effet attendu : choisissez-en un et une cible.</p></Empty>}
    columns={[
      { key: 'name', label: 'Indicateur', rowHeader: true, cell: ({ name, indicatorId }) => (
        <a href={mayEdit ? paths.actionIndicator(slug, actionId, indicatorId) : paths.indicator(slug, indicatorId)}>{name}</a>
      ) },
      { key: 'baseline', label: 'Départ', align: 'end', cell: ({ baseline, unit, baselineOn }) => <Dated value={baseline} unit={unit}
        on={baselineOn} /> },
      { key: 'last', label: 'Dernière valeur', align: 'end', cell: (row) => <Last row={row} /> },
      { key: 'target', label: 'Cible', align: 'end', cell: ({ target, unit, targetOn }) => <Dated value={target} unit={unit} on={targetOn} /> },
      { key: 'progress', label: 'Chemin parcouru', align: 'end', cell: progressOf },
    ]} />
)

type ListProps = PartFrame & {
  readonly rows: readonly PromiseRow[]; readonly offered: readonly { readonly value: string; readonly label: string }[]; readonly typed: PromiseTyped
  readonly faults: readonly Fault[]; readonly onceKey: string
}
export const ActionIndicatorsPage = ({ rows, offered, typed, faults, onceKey, ...part }: ListProps) => (
  <PartPage {...part} part="indicators" title="Indicateurs de l’action" faults={faults} intro="D’où l’on part, où l’on en est, ce que l’on vise.">
    <IndicatorTable rows={rows} slug={part.slug} actionId={part.action.id} mayEdit={part.mayEdit} />
    {part.mayEdit ? (
      <Section title="Suivre un indicateur">
        {offered.length === 0 ? (
          <p>Tous les indicateurs de l’opération sont déjà suivis ici,
            ou il n’y en a pas. <a href={paths.indicators(part.slug)}>Voir les indicateurs</a>.</p>
        ) : (
          <Form action={paths.actionIndicators(part.slug, part.action.id)} keep={`indicateur-${part.action.id}`}>
            <Hidden name="cle" value={onceKey} />
            <Select name="indicator" label="Indicateur" empty="Choisissez" value={typed.indicator} faults={faults} choices={offered} />
            <PromiseFields typed={typed} faults={faults} />
            <Buttons><SubmitButton>Suivre</SubmitButton></Buttons>
          </Form>
        )}
      </Section>
    ) : null}
  </PartPage>
)

const PromiseFields = ({ typed, faults }: { typed: PromiseTyped; faults: readonly Fault[] }) => (
  <>
    <NumberField name="baseline" label="Valeur de départ" required={false} value={typed.baseline} faults={faults} />
    <DateField name="baselineOn" label="Constatée le" required={false} value={typed.baselineOn} faults={faults} />
    <NumberField name="target" label="Cible" required={false} value={typed.target} faults={faults} />
    <DateField name="targetOn" label="À atteindre le" required={false} value={typed.targetOn} faults={faults} />
  </>
)

type OneProps = PartFrame & {
  readonly row: PromiseRow; readonly typed: PromiseTyped; readonly observing: ObservationTyped; readonly faults: readonly Fault[];
    readonly onceKey: string
}
export const ActionIndicatorPage = ({ row, typed, observing, faults, onceKey, ...part }: OneProps) => {
  const at = [part.slug, part.action.id, row.indicatorId] as const
  return (
    <PartPage {...part} part="indicators" title={row.name} faults={faults}
      under={{ href: paths.actionIndicators(part.slug, part.action.id), label: 'Indicateurs' }}>
      <Section title="Ajouter une valeur observée">
        <Form action={paths.actionIndicatorValues(...at)} keep={`valeur-${row.indicatorId}-${part.action.id}`}>
          <Hidden name="cle" value={onceKey} />
          <NumberField name="value" label={row.unit === '' ? 'Valeur' : `Valeur, en ${row.unit}`} required={false} value={observing.value}
            faults={faults} />
          <Checkbox name="unpublished" label="Non publiée (secret statistique)" checked={observing.unpublished !== ''} faults={faults} />
          <DateField name="on" label="Observée le" value={observing.on} faults={faults} />
          <TextField name="note" label="Précision" required={false} value={observing.note} faults={faults} maxLength={1000} />
          <Buttons><SubmitButton>Ajouter la valeur</SubmitButton></Buttons>
        </Form>
      </Section>
      <Section title="Valeurs observées pour cette action">
        <Table caption="Valeurs, la plus récente d’abord" captionHidden rows={row.observed} rowKey={({ on, value, note }) => `${on} ${value} ${note}`}
          empty={<Empty title="Aucune valeur"><p>La première valeur situe l’action entre son départ et sa cible.</p></Empty>}
          columns={[
            { key: 'on', label: 'Jour', rowHeader: true, cell: ({ on }) => <ShortDay date={on} /> },
            { key: 'value', label: 'Valeur', align: 'end', cell: ({ value }) => (value === null ? 'non publiée' : figureInWords(value, row.unit)) },
            { key: 'note', label: 'Précision', cell: ({ note }) => note },
            { key: 'by', label: 'Par', cell: ({ by }) => by },
          ]} />
      </Section>
      <Section title="Départ et cible">
        <Form action={paths.actionIndicator(...at)}>
          <PromiseFields typed={typed} faults={faults} />
          <Buttons>
            <SubmitButton emphasis="secondary">Enregistrer</SubmitButton>
            <LinkButton href={paths.indicator(part.slug, row.indicatorId)}>Voir l’indicateur</LinkButton>
          </Buttons>
        </Form>
        <ButtonForm to={paths.actionIndicatorRemoval(...at)} emphasis="quiet">Ne plus suivre cet indicateur ici</ButtonForm>
      </Section>
    </PartPage>
  )
}
