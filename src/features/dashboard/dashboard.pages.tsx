// The dashboard of an operation: what is known, what is missing, what is wrong, what is due, each linked to its clause.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Columns } from '../../design/columns.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import type { OperationState } from '../../law/operation-record.ts'
import type { ConventionKind, Term } from '../../reading/facts.ts'
import { paths } from '../../paths.ts'
import { choiceNames, termInWords } from '../readings/fact.words.ts'
import { StateSummary } from '../acts/state-summary.tsx'
import type { AgendaLine } from '../obligations/agenda.rules.ts'
import { DueSection } from '../obligations/due-lines.tsx'
import type { ShownObligation } from '../obligations/due-lines.tsx'
import type { OpenDefect } from './open-defect.rules.ts'
import { PlanSection } from './plan-section.tsx'
import type { PlanGlance } from './plan-section.tsx'
import { ClauseLink, clauseHref } from '../obligations/obligation.words.tsx'
import type { Standing } from '../sectors/sector.rules.ts'
import { defectHelp } from '../conventions/convention.words.tsx'
import type { DefectLine } from '../conventions/defect-line.ts'
import { ConventionStateLine } from '../conventions/state-line.tsx'

type Convention = {
  readonly id: string; readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly term: Term | null
}
type Waiting = { readonly id: string; readonly title: string }

type DashboardProps = {
  readonly frame: Frame; readonly slug: string; readonly name: string; readonly epci: string; readonly mainTown: string | null
  readonly conventions: readonly Convention[]
  readonly counts: { readonly parties: number; readonly provisions: number; readonly bodies: number; readonly obligations: number }
  readonly missing: readonly OpenDefect<DefectLine>[]; readonly wrong: readonly OpenDefect<DefectLine>[]
  readonly due: readonly AgendaLine<ShownObligation>[]
  /** How many promises amendments brought that nobody follows. */
  readonly proposed: number
  readonly waiting: readonly Waiting[]
  /** What the acts say on the day shown. */
  readonly state: OperationState
  /** What the reader may see of the plan, counted. */
  readonly plan: PlanGlance
  /** Where each perimeter stands on the day shown. */
  readonly sectors: readonly Standing[]
  readonly mayDeposit: boolean; readonly mayEdit: boolean
}

export const DashboardPage = (props: DashboardProps) => {
  const { frame, slug, name, conventions, mayDeposit, mayEdit } = props
  const deposit = mayDeposit
    ? <LinkButton href={paths.newDocument(slug)} emphasis={conventions.length === 0 ? 'primary' : 'secondary'}>Déposer un document</LinkButton>
    : undefined
  return (
    <Page {...frame} title={name}
      actions={<>{deposit}{mayEdit ? <LinkButton href={paths.identity(slug)} emphasis="quiet">Modifier la fiche</LinkButton> : null}</>}>
      {conventions.length === 0 ? (
        <Empty title="Aucune convention publiée pour l’instant" action={deposit}>
          <p>Déposez la convention signée : Chapeau la lit, vous relisez, et l’opération prend vie à partir de ses clauses.</p>
        </Empty>
      ) : <Figures {...props} />}
      <Columns
        main={<>
          <WaitingReadings {...props} />
          {conventions.length === 0 ? null : <DueSection slug={slug} lines={props.due} proposed={props.proposed} />}
          <PlanSection slug={slug} glance={props.plan} />
          <Defects title="Ce qui manque" none="Rien ne manque d’après les textes publiés." lines={props.missing} slug={slug}
            show={conventions.length > 0} />
          <Defects title="Ce qui ne va pas" none="Aucun défaut relevé dans les textes publiés." lines={props.wrong} slug={slug}
            show={conventions.length > 0} />
        </>}
        aside={<Known {...props} />}
      />
    </Page>
  )
}

const Figures = ({ slug, conventions, counts, missing, wrong }: DashboardProps) => (
  <Stats>
    <Stat label="Conventions" value={conventions.length} href={paths.conventions(slug)} note={`${counts.provisions} articles`} />
    <Stat label="Parties" value={counts.parties} href={paths.conventions(slug)} note="organismes différents" />
    <Stat label="Instances" value={counts.bodies} href={paths.bodies(slug)} note="créées par une clause" />
    <Stat label="Engagements" value={counts.obligations} href={paths.obligations(slug)} note="lus dans les clauses" />
    <Stat label="À régler" value={missing.length + wrong.length} tone={missing.length + wrong.length > 0 ? 'caution' : 'positive'}
      note="manques et défauts" />
  </Stats>
)

const WaitingReadings = ({ waiting, slug }: DashboardProps) => waiting.length === 0 ? null : (
  <Section title="À relire">
    <ul class="choice-list">
      {waiting.map((reading) =>
        <li key={reading.id}><a href={paths.reading(slug, reading.id)}>{reading.title}</a><Badge tone="caution">Lecture à relire</Badge></li>)}
    </ul>
  </Section>
)

type DefectsProps = {
  readonly title: string; readonly none: string; readonly lines: readonly OpenDefect<DefectLine>[]; readonly slug: string; readonly show: boolean
}
const Defects = ({ title, none, lines, slug, show }: DefectsProps) => !show ? null : (
  <Section title={title}>
    {lines.length === 0 ? <p class="quiet">{none}</p> : (
      <ul class="plain-list">
        {lines.map((line) => <li key={`${line.code}-${line.places[0]?.id}`}>
          {line.message} <Places slug={slug} places={line.places} /> <a class="quiet" href={defectHelp(line.code)}
            aria-label={`Que faire : ${line.message}`}>Que faire ?</a>
        </li>)}
      </ul>
    )}
  </Section>
)

/** The clause, or the address of each text that has the same weakness. */
const Places = ({ slug, places }: { slug: string; places: readonly DefectLine[] }) => places.length === 1
  ? <>{places.map((place) => <ClauseLink key={place.id} slug={slug} clause={place} />)}</>
  : (
    <span>
      {places.map((place, index) => (
        <span key={place.id}>{index === 0 ? '(' : ', '}<a href={clauseHref(slug, place)}>{place.conventionSlug}</a></span>
      ))})
    </span>
  )

const sectorsInWords = (standings: readonly Standing[]): string => {
  const many = (standing: Standing, words: string): string => {
    const count = standings.filter((one) => one === standing).length
    return count === 0 ? '' : `${count} ${words}`
  }
  const words = [many('yes', 'en vigueur'), many('unknown', 'dont l’état est inconnu'), many('no', 'pas en vigueur')].filter((part) => part !== '')
  return words.length === 0 ? 'Aucun périmètre enregistré' : words.join(', ')
}

const Known = ({ slug, epci, mainTown, conventions, state, sectors }: DashboardProps) => (
  <Section title="Ce que l’on sait">
    <Facts lines={[
      { term: 'État de l’opération', value: <StateSummary slug={slug} answer={state} about="l’opération" /> },
      { term: 'Intercommunalité', value: epci },
      { term: 'Ville principale', value: mainTown ?? <Unknown why="à établir d’après les textes" /> },
      { term: 'Secteurs', value: <a href={paths.sectors(slug)}>{sectorsInWords(sectors)}</a> },
    ]} />
    {conventions.map((convention) => (
      <article class="card" key={convention.slug}>
        <h3 class="card-title"><a href={paths.convention(slug, convention.slug)}>{convention.title}</a></h3>
        <Facts lines={[
          { term: 'Nature', value: choiceNames[convention.kind] ?? convention.kind },
          { term: 'Durée', value: convention.term === null ? <Unknown why="le texte n’en dit rien" /> : termInWords(convention.term) },
          { term: 'État', value: <ConventionStateLine slug={slug} state={state} id={convention.id} title={convention.title} /> },
        ]} />
      </article>
    ))}
  </Section>
)
