// The reference of territories as it is consulted: search, an EPCI with its members, a commune.
import { Section } from '../../design/card.tsx'
import { SearchField } from '../../design/fields.tsx'
import { Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { epciKinds } from './territory.rules.ts'
import type { Commune, Department, Epci, MergedCommune, TerritoryMatch } from './territory.rules.ts'

const count = (population: number): string => population.toLocaleString('fr-FR')

type SearchProps = {
  readonly frame: Frame; readonly query: string; readonly matches: readonly TerritoryMatch[]; readonly departments: readonly Department[]
  readonly epcis: readonly Epci[] | undefined; readonly department: string
}
export const TerritoriesPage = ({ frame, query, matches, departments, epcis, department }: SearchProps) => (
  <Page {...frame} title="Territoires"
    intro="Les communes et intercommunalités de France, millésime 2026. Les communes fusionnées mènent à celle d’aujourd’hui.">
    <Form action={paths.territories()} method="get" layout="inline" role="search">
      <SearchField name="q" label="Commune ou intercommunalité" value={query}
        hint="Nom (sans accents si vous voulez), code INSEE, SIREN ou code postal." />
      <SubmitButton emphasis="secondary">Chercher</SubmitButton>
    </Form>
    {query === '' ? null : <Matches query={query} matches={matches} />}
    {epcis === undefined ? <Departments departments={departments} /> : <Epcis department={department} epcis={epcis} />}
  </Page>
)

const Matches = ({ query, matches }: { query: string; matches: readonly TerritoryMatch[] }) => matches.length === 0 ? (
  <Notice tone="info" live><p>{`Rien ne répond à « ${query} » : vérifiez l’orthographe, ou cherchez par un code.`}</p></Notice>
) : (
  <Section title="Résultats">
    <ul class="choice-list">
      {matches.map((match) => match.kind === 'epci' ? (
        <li key={match.epci.siren}>
          <a href={paths.epci(match.epci.siren)}>{match.epci.name}</a><span>{`${match.epci.members.length} communes`}</span>
        </li>
      ) : (
        <li key={match.commune.insee + (match.formerName ?? '')}>
          <a href={paths.commune(match.commune.insee)}>{match.commune.name}</a>
          <span>
            {match.formerName === undefined ? `${match.commune.insee}, ${count(match.commune.population)} habitants`
              : `réunit l’ancienne commune ${match.formerName}`}
          </span>
        </li>
      ))}
    </ul>
  </Section>
)

const Departments = ({ departments }: { departments: readonly Department[] }) => (
  <Section title="Par département">
    <ul class="columns">
      {departments.map((department) => <li key={department.code}>
        <a href={`${paths.territories()}?departement=${department.code}`}>{`${department.code} ${department.name}`}</a>
      </li>)}
    </ul>
  </Section>
)

const Epcis = ({ department, epcis }: { department: string; epcis: readonly Epci[] }) => (
  <Section title={`Intercommunalités : ${department}`}>
    <Table caption={`Intercommunalités : ${department}`} captionHidden rows={epcis} rowKey={(epci) => epci.siren}
      empty={<p>Aucune intercommunalité.</p>}
      columns={[
        { key: 'name', label: 'Nom', rowHeader: true, cell: (epci) => <a href={paths.epci(epci.siren)}>{epci.name}</a> },
        { key: 'kind', label: 'Nature', cell: (epci) => epciKinds[epci.kind] ?? epci.kind },
        { key: 'siren', label: 'SIREN', cell: (epci) => epci.siren },
        { key: 'members', label: 'Communes', align: 'end', cell: (epci) => epci.members.length },
        { key: 'population', label: 'Population', align: 'end', cell: (epci) => count(epci.population) },
      ]} />
  </Section>
)

const backToTerritories = [{ href: paths.territories(), label: 'Territoires' }]

export const EpciPage = ({ frame, epci, members, mayFound }: { frame: Frame; epci: Epci; members: readonly Commune[]; mayFound: boolean }) => (
  <Page {...frame} title={epci.name} breadcrumb={backToTerritories}
    actions={mayFound ? <LinkButton href={`${paths.newOperation()}?epci=${epci.siren}`}>Créer une opération</LinkButton> : undefined}>
    <Facts lines={[
      { term: 'Nature', value: epciKinds[epci.kind] ?? epci.kind }, { term: 'SIREN', value: epci.siren },
      { term: 'Population municipale', value: `${count(epci.population)} habitants` },
    ]} />
    <Section title={`${members.length} communes membres`}>
      <Table caption="Communes membres" captionHidden rows={members} rowKey={(commune) => commune.insee} empty={<p>Aucune commune.</p>}
        columns={communeColumns} />
    </Section>
  </Page>
)

const communeColumns = [
  { key: 'name', label: 'Commune', rowHeader: true, cell: (commune: Commune) => <a href={paths.commune(commune.insee)}>{commune.name}</a> },
  { key: 'insee', label: 'Code INSEE', cell: (commune: Commune) => commune.insee },
  { key: 'siren', label: 'SIREN', cell: (commune: Commune) => commune.siren },
  { key: 'population', label: 'Population', align: 'end' as const, cell: (commune: Commune) => count(commune.population) },
]

type CommuneProps = {
  readonly frame: Frame; readonly commune: Commune; readonly epci: Epci | undefined; readonly department: string
  readonly former: readonly MergedCommune[]
}
export const CommunePage = ({ frame, commune, epci, department, former }: CommuneProps) => (
  <Page {...frame} title={commune.name} breadcrumb={backToTerritories}>
    <Facts lines={[
      { term: 'Code INSEE', value: commune.insee }, { term: 'SIREN', value: commune.siren }, { term: 'Département', value: department },
      { term: 'Codes postaux', value: commune.postcodes.join(', ') },
      { term: 'Population municipale', value: `${count(commune.population)} habitants` },
      { term: 'Intercommunalité', value: epci === undefined ? 'aucune' : <a href={paths.epci(epci.siren)}>{epci.name}</a> },
      ...(former.length === 0 ? []
        : [{ term: 'Réunit les anciennes communes', value: former.map((merged) => `${merged.name} (${merged.insee})`).join(', ') }]),
    ]} />
  </Page>
)
