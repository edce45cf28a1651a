// The agenda of an operation: what is late, due, done and unknown over a period, by state or month after month.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { DueList } from '../../design/due.tsx'
import { Empty } from '../../design/empty.tsx'
import { DateField, TextField } from '../../design/fields.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Subnav } from '../../design/subnav.tsx'
import { inWords } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { choiceNames } from '../readings/fact.words.ts'
import { stateInAddress } from './agenda.rules.ts'
import type { AgendaFilter, AgendaLine, FilterProblem } from './agenda.rules.ts'
import { dueItem } from './due-lines.tsx'
import type { ShownObligation } from './due-lines.tsx'
import { ClauseLink, obligationTitle, stateWords } from './obligation.words.tsx'
import { Proposals } from './proposals.pages.tsx'
import type { Proposed } from './proposals.ts'
import { occurrenceStates } from './occurrence.rules.ts'
import type { OccurrenceState } from './occurrence.rules.ts'

type Line = AgendaLine<ShownObligation>

const filterFaults: Record<FilterProblem, Fault> = {
  fromUnreadable: ['du', 'Le début de la période est illisible : écrivez-le sous la forme jj/mm/aaaa.'],
  toUnreadable: ['au', 'La fin de la période est illisible : écrivez-la sous la forme jj/mm/aaaa.'],
  periodReversed: ['du', 'La période finit avant de commencer : échangez les deux dates.'],
}

/** What the fields of the filter hold, as typed. */
export type AgendaTyped = Readonly<Record<'du' | 'au' | 'etat' | 'nature' | 'porteur' | 'vue' | 'le', string>>
type AgendaProps = {
  readonly frame: Frame; readonly slug: string; readonly typed: AgendaTyped; readonly problems: readonly FilterProblem[]
  readonly filter: AgendaFilter; readonly lines: readonly Line[]; readonly pages: number
  readonly counts: Readonly<Record<OccurrenceState, number>>; readonly kinds: readonly (readonly [address: string, kind: string])[]
  readonly proposed: Proposed
  readonly obligations: number; readonly stale: readonly (ShownObligation & { readonly conventionId: string })[]; readonly mayKeep: boolean
}
export const AgendaPage = (props: AgendaProps) => {
  const { frame, slug, problems, filter, obligations, lines, pages, mayKeep, proposed, stale } = props
  const faults = problems.map((problem) => filterFaults[problem])
  return (
    <Page {...frame} title="Échéances" faults={faults}
      intro={'Ce que les textes promettent, échéance par échéance : la clause qui le demande, ce qui prouve que c’est fait, '
        + 'ce qui manque pour le savoir.'}
      actions={<>
        {mayKeep ? <LinkButton href={paths.newObligation(slug)} icon="plus">Ajouter un engagement</LinkButton> : null}
        <LinkButton href={paths.operationCalendar(slug)} emphasis="quiet" icon="calendar">Calendrier à suivre</LinkButton>
      </>}>
      <FaultSummary faults={faults} />
      {obligations === 0 ? (
        <Empty title="Aucun engagement pour l’instant"><p>Les engagements viennent des clauses des conventions publiées.</p></Empty>
      ) : <>
        <StaleNotice {...props} />
        <Proposals {...proposed} slug={slug} mayKeep={mayKeep} stale={stale} />
        <Counts {...props} />
        <Filter {...props} faults={faults} />
        <Subnav label="Présentation" links={[
          { href: addressOf(props, { vue: '' }), label: 'Par état', current: filter.view === 'list' },
          { href: addressOf(props, { vue: 'calendrier' }), label: 'Mois par mois', current: filter.view === 'calendar' },
        ]} />
        {lines.length === 0 ? <p class="quiet">Aucune échéance ne répond à ce choix : élargissez la période ou retirez un critère.</p>
          : filter.view === 'list' ? <ByState {...props} /> : <ByMonth {...props} />}
        <Pagination page={filter.page} pages={pages} href={(page) => addressOf(props, { page: String(page) })} />
      </>}
    </Page>
  )
}

/** The address of this page with other choices. */
function addressOf({ slug, typed }: Pick<AgendaProps, 'slug' | 'typed'>, other: Partial<AgendaTyped & { readonly page: string }>): string {
  const query = new URLSearchParams(Object.entries({ ...typed, ...other }).filter(([, value]) => value !== ''))
  return `${paths.obligations(slug)}${query.size === 0 ? '' : `?${query}`}`
}

const StaleNotice = ({ slug, stale }: AgendaProps) => stale.length === 0 ? null : (
  <Notice tone="warning" title={stale.length === 1 ? 'Un engagement a changé de clause' : `${stale.length} engagements ont changé de clause`}>
    <p>{stale.length === 1 ? 'Un avenant a modifié les mots dont il vient : dites s’il tient toujours.'
      : 'Des avenants ont modifié les mots dont ils viennent : dites s’ils tiennent toujours.'}</p>
    <ul class="plain-list">
      {stale.map((one) => <li key={one.id}>
        <a href={`${paths.obligation(slug, one.id)}#decision`}>{obligationTitle(one)}</a> <ClauseLink slug={slug} clause={one} />
      </li>)}
    </ul>
  </Notice>
)

const Counts = (props: AgendaProps) => (
  <Stats>
    {occurrenceStates.map((state) => (
      <Stat key={state} label={stateWords[state].many} value={props.counts[state]} href={addressOf(props, { etat: stateInAddress[state] })}
        tone={props.counts[state] === 0 ? 'neutral' : stateWords[state].tone} />
    ))}
  </Stats>
)

const Filter = ({ slug, typed, kinds, faults, filter }: AgendaProps & { faults: readonly Fault[] }) => (
  <details class="filters" open={faults.length > 0 || Object.values({ ...typed, vue: '', le: '' }).some((value) => value !== '')}>
    <summary>Choisir la période, l’état, la nature ou le porteur</summary>
    <Form action={paths.obligations(slug)} method="get" layout="inline" role="search" label="Choisir les échéances">
      {typed.le === '' ? null : <Hidden name="le" value={typed.le} />}
      {filter.view === 'list' ? null : <Hidden name="vue" value="calendrier" />}
      <DateField name="du" label="Du" value={typed.du} required={false} faults={faults} hint="jj/mm/aaaa" />
      <DateField name="au" label="Au" value={typed.au} required={false} faults={faults} hint="jj/mm/aaaa" />
      <Select name="etat" label="État" value={typed.etat} required={false} empty="Tous"
        choices={occurrenceStates.map((state) => ({ value: stateInAddress[state], label: stateWords[state].many }))} />
      <Select name="nature" label="Nature" value={typed.nature} required={false} empty="Toutes"
        choices={kinds.map(([address, kind]) => ({ value: address, label: choiceNames[kind] ?? kind }))} />
      <TextField name="porteur" label="Porteur" value={typed.porteur} required={false} hint="Une partie de son nom." />
      <SubmitButton emphasis="secondary" icon="filter">Montrer</SubmitButton>
      <a href={paths.obligations(slug)}>Tout effacer</a>
    </Form>
  </details>
)

const ByState = (props: AgendaProps) => (
  <>
    {occurrenceStates.map((state) => ({ state, lines: props.lines.filter(({ occurrence }) => occurrence.state === state) }))
      .filter(({ lines }) => lines.length > 0).map(({ state, lines }) => (
        <Section key={state} title={stateWords[state].many} id={`etat-${state}`}>
          {byMonth(lines).map(({ month, of }) => month === '' ? <DueList key={month} items={of.map((line) => dueItem(props.slug, line))} />
            : <MonthLines key={month} month={month} slug={props.slug} lines={of} />)}
        </Section>
      ))}
  </>
)

const ByMonth = ({ lines, slug }: AgendaProps) => (
  <>
    {[...new Set(lines.map(({ occurrence }) => occurrence.due?.slice(0, 4) ?? ''))].map((year) => (
      <Section key={year} title={year === '' ? 'Sans jour connu' : year}>
        {byMonth(lines.filter(({ occurrence }) => (occurrence.due?.slice(0, 4) ?? '') === year)).map(({ month, of }) => month === ''
          ? <DueList key={month} items={of.map((line) => dueItem(slug, line))} /> : <MonthLines key={month} month={month} slug={slug} lines={of} />)}
      </Section>
    ))}
  </>
)

const MonthLines = ({ month, slug, lines }: { month: string; slug: string; lines: readonly Line[] }) => (
  <>
    <h3 class="month">{month}</h3>
    <DueList items={lines.map((line) => dueItem(slug, line))} />
  </>
)

/** Lines in their order, cut where the month changes; `Avril 2026`, empty for those without a day. */
function byMonth(lines: readonly Line[]): readonly { readonly month: string; readonly of: readonly Line[] }[] {
  const months: { month: string; of: Line[] }[] = []
  for (const line of lines) {
    const { due } = line.occurrence
    const words = due === null ? '' : inWords(due).replace(/^\S+ /, '')
    const month = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
    const last = months.at(-1)
    if (last?.month === month) last.of.push(line)
    else months.push({ month, of: [line] })
  }
  return months
}
