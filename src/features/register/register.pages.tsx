// The national register as it is consulted: search and filters, figures, map, list; and what to do while no list was imported.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Checkbox, Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, SearchField } from '../../design/fields.tsx'
import { Buttons, Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { LegalState } from '../../law/operation-record.ts'
import { paths } from '../../paths.ts'
import type { CommuneEnd } from './commune-state.rules.ts'
import type { RegisterMap } from './map.rules.ts'
import { RegisterMapView } from './register-map.tsx'
import type { QueryTyped } from './register-query.ts'
import { basisNames, reasonSentence, signingNames, stateNames } from './register.words.ts'
import type { RegisterFinding } from './search.rules.ts'
import { shownStates } from './totals.rules.ts'

export const stateTones: Readonly<Record<LegalState, BadgeTone>> = {
  inForce: 'positive', notYet: 'info', expired: 'negative', terminated: 'negative', annulled: 'negative', disputed: 'caution', unknown: 'unknown',
}
export const StateBadge = ({ state }: { state: LegalState }) => <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>

/** The end as the list allows to say it: the stated day, else the computed one, with its basis. */
export const EndCell = ({ end, month }: { end: CommuneEnd; month: string | null }) => {
  const day = end.stated ?? end.computed
  if (day !== null) return <><ShortDay date={day} /> <span class="quiet">{basisNames[end.basis]}</span></>
  return month === null ? <span class="quiet">inconnue</span> : <>{month.split('-').reverse().join('/')} <span class="quiet">sans jour</span></>
}

export type RegisterView = {
  readonly frame: Frame; readonly typed: QueryTyped; readonly faults: readonly Fault[]; readonly day: PlainDate; readonly listedOn: PlainDate
  /** Counts whatever the state chosen, then of what was found. */
  readonly states: Readonly<Record<LegalState, number>>; readonly signs: { readonly ending: number; readonly contradictory: number }
  readonly foundStates: Readonly<Record<LegalState, number>>; readonly found: number; readonly epcis: number
  readonly rows: readonly RegisterFinding[]; readonly map: RegisterMap
  readonly page: number; readonly pages: number; readonly regions: readonly string[]; readonly departments: readonly string[]
  /** The address of this page with these fields changed. */
  readonly href: (changes: Partial<QueryTyped>) => string; readonly csvHref: string
  /** The page of an operation, on the day asked about. */
  readonly epciHref: (key: string) => string
}

const number = (count: number): string => count.toLocaleString('fr-FR')

export const RegisterPage = (view: RegisterView) => (
  <Page {...view.frame} title="Registre national des ORT" faults={view.faults}
    intro={`Les communes de la liste de suivi de l’État au ${inWords(view.listedOn)}. `
      + 'Chapeau y ajoute l’état à la date de votre choix, avec sa raison : ce que la liste ne permet pas de dire est dit inconnu.'}>
    <FaultSummary faults={view.faults} />
    <Filters {...view} />
    <Figures {...view} />
    <Section title="Carte">
      <RegisterMapView map={view.map} states={view.foundStates} href={(state) => view.href({ etat: state, page: '' })} />
    </Section>
    <Section title={`Liste : ${number(view.found)} ${view.found > 1 ? 'communes' : 'commune'}, ${number(view.epcis)} EPCI`}
      aside={<Buttons>
        <LinkButton href={view.csvHref} icon="download" small>Télécharger cette liste (CSV)</LinkButton>
        <LinkButton href={paths.registerFeed()} small>Suivre les changements (Atom)</LinkButton>
      </Buttons>}>
      <CommunesTable {...view} />
      <Pagination page={view.page} pages={view.pages} href={(page) => view.href({ page: String(page) })} />
    </Section>
  </Page>
)

const Filters = ({ typed, faults, regions, departments }: RegisterView) => (
  <Form action={paths.register()} method="get" layout="inline" role="search" label="Chercher dans le registre">
    <SearchField name="q" label="Commune ou EPCI" value={typed.q} />
    <Select name="region" label="Région" required={false} value={typed.region} empty="Toutes" choices={named(regions)} />
    <Select name="departement" label="Département" required={false} value={typed.departement} empty="Tous" choices={named(departments)} />
    <Select name="etat" label="État" required={false} value={typed.etat} empty="Tous"
      choices={shownStates.map((state) => ({ value: state, label: stateNames[state] }))} />
    <DateField name="le" label="À la date du" required={false} value={typed.le} faults={faults} hint="jj/mm/aaaa ; aujourd’hui sinon." />
    <Checkbox name="echeance" label="Échoit dans les douze mois" checked={typed.echeance === 'oui'} />
    <Checkbox name="contradictions" label="Ligne contradictoire" checked={typed.contradictions === 'oui'} />
    <SubmitButton emphasis="secondary" icon="filter">Afficher</SubmitButton>
  </Form>
)

const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }))

const Figures = ({ states, signs, day, href }: RegisterView) => (
  <Section title={`État au ${inWords(day)}`}>
    <Stats>
      {shownStates.map((state) => (
        <Stat key={state} label={stateNames[state]} value={number(states[state])} href={href({ etat: state, page: '' })}
          tone={states[state] === 0 ? 'neutral' : stateTones[state]} note={notes[state]} />
      ))}
      <Stat label="Échoit bientôt" value={number(signs.ending)} href={href({ echeance: 'oui', etat: '', page: '' })}
        note="une fin dans les douze mois" />
      <Stat label="Ligne contradictoire" value={number(signs.contradictory)} href={href({ contradictions: 'oui', etat: '', page: '' })}
        note="quel que soit le jour" />
    </Stats>
  </Section>
)

const notes: Readonly<Partial<Record<LegalState, string>>> = {
  inForce: 'signée, fin à venir', notYet: 'non signée, ou plus tard', expired: 'fin passée', disputed: 'la ligne se contredit ce jour-là',
  unknown: 'ni durée ni fin, le plus souvent',
}

const CommunesTable = ({ rows, epciHref }: RegisterView) => (
  <Table caption="Communes du registre" captionHidden rows={rows} rowKey={({ commune }) => String(commune.row.line)}
    empty={<p>Aucune commune ne répond : élargissez la recherche, ou retirez un filtre.</p>}
    columns={[
      { key: 'commune', label: 'Commune', rowHeader: true,
        cell: ({ commune: { row } }) => <>{row.commune} <span class="quiet">{row.insee}</span></> },
      { key: 'epci', label: 'EPCI', cell: ({ operation }) => <a href={epciHref(operation.key)}>{operation.name}</a> },
      { key: 'department', label: 'Département', cell: ({ commune }) => commune.row.department },
      { key: 'signed', label: 'Signature',
        cell: ({ commune: { row } }) => (row.signedOn === null ? signingNames[row.signed] : <ShortDay date={row.signedOn} />) },
      { key: 'end', label: 'Fin', cell: ({ commune: { row, end } }) => <EndCell end={end} month={row.endMonth} /> },
      { key: 'state', label: 'État', cell: ({ state, reason, contradictory }) => (
        <>
          <StateBadge state={state} />
          {contradictory && state !== 'disputed' ? <> <Badge tone="caution">Contradiction</Badge></> : null}
          <p class="quiet">{reasonSentence(reason)}</p>
        </>
      ) },
    ]} />
)

export const EmptyRegisterPage = ({ frame }: { frame: Frame }) => (
  <Page {...frame} title="Registre national des ORT"
    intro="Ici paraîtront les communes couvertes par une opération de revitalisation de territoire, d’après la liste de suivi de l’État.">
    <Empty title="Aucune liste n’a encore été importée">
      <p>
        L’administrateur du service télécharge sur data.gouv.fr la liste des communes en opération de revitalisation de territoire (CSV), puis, dans
        le dossier de Chapeau :
      </p>
      <pre><code>bin/chapeau register import ort-communes.csv</code></pre>
      <p>Deux listes de dates différentes donnent aussi l’historique de chaque opération et le flux des changements.</p>
    </Empty>
  </Page>
)
