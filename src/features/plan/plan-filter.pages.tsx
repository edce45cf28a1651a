// The filter of the plan: search, chips one can take away, and the criteria in folds.
import type { ComponentChildren } from 'preact'
import { CheckboxGroup, Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, SearchField } from '../../design/fields.tsx'
import { Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Icon } from '../../design/icon.tsx'
import { paths } from '../../paths.ts'
import { filterCriteria } from '../../planning/plan-criteria.ts'
import type { FlagName, NumberName, PeriodName, SetName } from '../../planning/plan-criteria.ts'
import { absent, endsOfPeriod, endsOfRange, inAddress, noFilter } from '../../planning/plan-filter.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Chip } from './chips.ts'
import type { Facets } from './facets.ts'
import { printPlanAsked, queryOf } from './plan-address.rules.ts'
import type { PlanAsked } from './plan-address.rules.ts'
import { flagWords, numberWords, periodWords, setWords } from './plan-filter.words.ts'

/** `typed`: what the address says of a parameter, as typed. `all`: every criterion is offered. */
export type FilterProps = {
  readonly slug: string; readonly asked: PlanAsked; readonly facets: Facets; readonly chips: readonly Chip[]; readonly faults: readonly Fault[]
  readonly typed: (key: string) => string; readonly all: boolean; readonly scope: PlanScope
}
type Group = {
  readonly title: string; readonly sets: readonly SetName[]; readonly flags: readonly FlagName[]
  readonly periods?: readonly PeriodName[]; readonly numbers?: readonly NumberName[]
}
const usualGroup: Group = { title: 'Critères', sets: ['state', 'priority', 'owner', 'orientation', 'theme'], flags: ['mine', 'anyLate', 'blocked'] }
const groups: readonly Group[] = [
  { title: 'Où elle en est', sets: ['state', 'priority', 'late', 'undated', 'nature', 'lifter'],
    flags: ['anyLate', 'blocked', 'dependsOnLate', 'ongoing'],
    periods: ['stateSince'], numbers: ['progress'] },
  { title: 'Qui s’en occupe', sets: ['owner', 'delegatedOwner', 'pilot', 'elected', 'service', 'partner', 'designTeam'], flags: ['mine'] },
  { title: 'Ce qui la prévoit', sets: ['framework', 'orientation', 'convention', 'clause'], flags: ['severalFrameworks', 'dependent'] },
  { title: 'Argent', sets: ['funder', 'expectedFunder', 'scheme', 'fundingStatus'], flags: ['funded', 'leftToFinance', 'costed'],
    numbers: ['costHt', 'costTtc'] },
  { title: 'Dates', sets: [], flags: [], periods: ['starts', 'ends', 'forecastStarts', 'forecastEnds'] },
  { title: 'Sujets et lieux', sets: ['theme', 'programme', 'audience', 'zoning', 'tag', 'participation', 'commune'], flags: ['placed'] },
  { title: 'La fiche', sets: ['indicator', 'note'], flags: ['documented', 'restricted', 'removed'], periods: ['signed', 'created', 'modified'],
    numbers: ['modifiedAgo', 'createdAgo'] },
]
const within = 'filtre'

export const PlanFilterBar = (props: FilterProps) => {
  const { slug, asked, all, faults } = props
  const shown = all ? groups : [usualGroup]
  return (
    <div class="plan-filter">
      <Form action={paths.plan(slug)} method="get" role="search" label="Chercher et choisir des actions">
        {keptPairs(asked, shown).map(([key, value]) => <Hidden key={`${key} ${value}`} name={key} value={value} />)}
        {all ? <Hidden name="criteres" value="tous" /> : null}
        <div class="plan-search">
          <SearchField name="q" label="Chercher dans le plan" value={asked.filter.words} required={false} within={within}
            hint="Des mots, un numéro, une « expression exacte », -mot pour l’écarter." />
          <SubmitButton emphasis="secondary" icon="search">Chercher</SubmitButton>
        </div>
        <details class="filters" open={all || faults.length > 0}>
          <summary>Choisir des critères</summary>
          {shown.map((group) => <Criteria key={group.title} {...props} group={group} titled={all} />)}
          <div class="buttons">
            <SubmitButton emphasis="secondary" icon="filter">Montrer ces actions</SubmitButton>
            {all ? null : <a href={`${paths.plan(slug)}${withAll(queryOf(asked))}`}>Tous les critères</a>}
          </div>
        </details>
      </Form>
      <Chips {...props} />
    </div>
  )
}

const withAll = (query: string): string => `${query === '' ? '?' : `${query}&`}criteres=tous`

/** What the address says and the form does not show: sent along, so that nothing asked before is lost. */
function keptPairs(asked: PlanAsked, shown: readonly Group[]): readonly (readonly [string, string])[] {
  const keys = new Set(['q', ...shown.flatMap(({ sets, flags, periods = [], numbers = [] }) => [
    ...sets.map((name) => filterCriteria.sets[name].key), ...flags.map((name) => filterCriteria.flags[name].key),
    ...periods.flatMap((name) => endsOfPeriod(filterCriteria.periods[name].key)),
      ...numbers.flatMap((name) => endsOfRange(filterCriteria.numbers[name].key)),
  ])])
  return printPlanAsked(asked).filter(([key]) => !keys.has(key))
}

const Criteria = (props: FilterProps & { group: Group; titled: boolean }) => {
  const { group: { title, sets, flags, periods = [], numbers = [] }, titled, scope } = props
  const lead = (name: FlagName): boolean => name !== 'removed' || scope.leads
  return (
    <fieldset class="criteria">
      <legend class={titled ? undefined : 'visually-hidden'}>{title}</legend>
      {sets.map((name) => <SetCriterion key={name} {...props} name={name} />)}
      {flags.filter(lead).map((name) => <FlagCriterion key={name} {...props} name={name} />)}
      {periods.map((name) => <PeriodCriterion key={name} {...props} name={name} />)}
      {numbers.map((name) => <NumberCriterion key={name} {...props} name={name} />)}
    </fieldset>
  )
}

const SetCriterion = ({ asked, facets, name }: FilterProps & { name: SetName }) => {
  const { key, absent: mayLack } = filterCriteria.sets[name]
  const values = asked.filter.sets[name] ?? []
  const choices = facets.of(name).map(({ value, label, depth = 0 }) => ({ value: inAddress(name, value), label: `${'– '.repeat(depth)}${label}` }))
  const { label, none } = setWords[name]
  if (choices.length === 0 && !mayLack) return null
  return (
    <details class="criterion" open={values.length > 0}>
      <summary>{label}{values.length === 0 ? null : <span class="subnav-count">{values.length}</span>}</summary>
      <CheckboxGroup name={key} label={label} within={within} values={values.map((value) => inAddress(name, value))}
        choices={[...(mayLack ? [{ value: absent, label: capital(none) }] : []), ...choices]} />
    </details>
  )
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const FlagCriterion = ({ asked, name }: FilterProps & { name: FlagName }) => {
  const { label, yes, no } = flagWords[name]
  const value = asked.filter.flags[name]
  return <Select name={filterCriteria.flags[name].key} label={label} within={within} required={false} empty="Indifférent"
    value={value === undefined ? '' : value ? 'oui' : 'non'}
      choices={[{ value: 'oui', label: capital(yes) }, { value: 'non', label: capital(no) }]} />
}

const Pair = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <fieldset class="criterion-pair"><legend>{label}</legend>{children}</fieldset>
)

const PeriodCriterion = ({ name, faults, typed }: FilterProps & { name: PeriodName }) => {
  const [from, to] = endsOfPeriod(filterCriteria.periods[name].key)
  return (
    <Pair label={periodWords[name]}>
      <DateField name={from} label="Du" value={typed(from)} required={false} faults={faults} within={within} hint="jj/mm/aaaa" />
      <DateField name={to} label="Au" value={typed(to)} required={false} faults={faults} within={within} hint="jj/mm/aaaa" />
    </Pair>
  )
}

const NumberCriterion = ({ name, faults, typed }: FilterProps & { name: NumberName }) => {
  const [least, most] = endsOfRange(filterCriteria.numbers[name].key)
  const { label, unit } = numberWords[name]
  return (
    <Pair label={`${label} (${unit})`}>
      <NumberField name={least} label="Au moins" value={typed(least)} required={false} faults={faults} within={within} />
      <NumberField name={most} label="Au plus" value={typed(most)} required={false} faults={faults} within={within} />
    </Pair>
  )
}

const Chips = ({ slug, asked, chips }: FilterProps) => chips.length === 0 ? null : (
  <div class="chips">
    <p class="visually-hidden" id="criteres-retenus">Critères retenus</p>
    <ul aria-labelledby="criteres-retenus">
      {chips.map(({ label, left }) => (
        <li key={label}>
          <a class="chip" href={`${paths.plan(slug)}${queryOf({ ...asked, filter: left })}`}>
            <span class="visually-hidden">Retirer le critère </span>{label}<Icon name="cross" />
          </a>
        </li>
      ))}
    </ul>
    <a href={`${paths.plan(slug)}${queryOf({ ...asked, filter: noFilter })}`}>Tout retirer</a>
  </div>
)
