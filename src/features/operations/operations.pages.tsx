// The operations of a person, founding one, its identity, and what two people who change it at once see.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { SearchField, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { Commune, Epci } from '../territories/territory.rules.ts'
import type { IdentityProblem, IdentityTyped } from './operation.rules.ts'

export const identityFaults: Record<IdentityProblem, Fault> = {
  nameMissing: ['name', 'Donnez un nom à l’opération, par exemple « ORT de Lens-Liévin ».'],
  nameTooLong: ['name', 'Le nom dépasse 200 caractères : raccourcissez-le.'],
  mainTownUnknown: ['mainTown', 'La ville principale doit être une commune de l’EPCI : choisissez-la dans la liste, ou laissez la question ouverte.'],
}
type Line = { readonly slug: string; readonly name: string; readonly epciName: string; readonly mainTown: string }

export const OperationsPage = ({ frame, operations }: { frame: Frame; operations: readonly Line[] }) => (
  <Page {...frame} title="Opérations" intro="Les opérations de revitalisation de territoire où vous avez, ou avez eu, un mandat."
    actions={<>
      <LinkButton href={paths.deposit()} emphasis="primary">Partir d’une convention</LinkButton>
      <LinkButton href={paths.newOperation()}>Créer une opération</LinkButton>
    </>}>
    <Table
      caption="Vos opérations" captionHidden rows={operations} rowKey={(operation) => operation.slug}
      columns={[
        { key: 'name', label: 'Opération', rowHeader: true, cell: (operation) => <a href={paths.operation(operation.slug)}>{operation.name}</a> },
        { key: 'epci', label: 'Intercommunalité', cell: (operation) => operation.epciName },
        { key: 'town', label: 'Ville principale', cell: (operation) => operation.mainTown },
      ]}
      empty={<Empty title="Aucune opération pour l’instant"
        action={<LinkButton href={paths.deposit()} emphasis="primary">Partir d’une convention</LinkButton>}>
        <p>Déposez la convention signée, ou demandez une invitation au chef de projet de l’opération.</p>
      </Empty>}
    />
  </Page>
)

type NewProps = {
  readonly frame: Frame; readonly query: string; readonly matches: readonly Epci[]; readonly chosen?: Epci | undefined
  readonly members: readonly Commune[]
  readonly typed: IdentityTyped & { readonly capacity: string }; readonly faults: readonly Fault[]; readonly id: string
}
export const NewOperationPage = ({ frame, query, matches, chosen, members, typed, faults, id }: NewProps) => (
  <Page {...frame} title="Créer une opération" faults={faults} breadcrumb={[{ href: paths.operations(), label: 'Opérations' }]}
    intro="Une opération de revitalisation de territoire est portée par une intercommunalité : commencez par elle.">
    <FaultSummary faults={faults} />
    <Form action={paths.newOperation()} method="get" layout="inline" role="search">
      <SearchField name="q" label="Intercommunalité ou commune" value={query} hint="Nom, code INSEE, SIREN ou code postal." />
      <SubmitButton emphasis="secondary">Chercher</SubmitButton>
    </Form>
    {query !== '' && chosen === undefined ? <Matches query={query} matches={matches} /> : null}
    {chosen === undefined ? null : (
      <Section title={chosen.name}
        intro={`${chosen.members.length} communes, ${chosen.population.toLocaleString('fr-FR')} habitants, SIREN ${chosen.siren}.`}>
        <Form action={paths.operations()} keep={`operation-${chosen.siren}`}>
          <Hidden name="id" value={id} />
          <Hidden name="epci" value={chosen.siren} />
          <IdentityFields typed={typed} members={members} faults={faults} />
          <TextField name="capacity" label="Votre qualité" hint="La fonction au nom de laquelle vous agissez, par exemple « cheffe de projet »."
            value={typed.capacity} faults={faults} />
          <Buttons><SubmitButton>Créer l’opération</SubmitButton></Buttons>
        </Form>
      </Section>
    )}
  </Page>
)

const Matches = ({ query, matches }: { query: string; matches: readonly Epci[] }) => matches.length === 0 ? (
  <Notice tone="info" live>
    <p>{`Aucune intercommunalité ne répond à « ${query} » : vérifiez l’orthographe ou cherchez par une de ses communes.`}</p>
  </Notice>
) : (
  <ul class="choice-list">
    {matches.map((epci) => (
      <li key={epci.siren}>
        <a href={`${paths.newOperation()}?epci=${epci.siren}`}>{epci.name}</a>
        <span>{`${epci.members.length} communes`}</span>
      </li>
    ))}
  </ul>
)

const IdentityFields = ({ typed, members, faults }: { typed: IdentityTyped; members: readonly Commune[]; faults: readonly Fault[] }) => (
  <>
    <TextField name="name" label="Nom de l’opération" value={typed.name} faults={faults} />
    <MainTownField typed={typed} members={members} faults={faults} />
  </>
)

const MainTownField = ({ typed, members, faults }: { typed: IdentityTyped; members: readonly Commune[]; faults: readonly Fault[] }) => (
  <Select name="mainTown" label="Ville principale" required={false} value={typed.mainTown} faults={faults} empty="À établir"
    hint="La plus peuplée est proposée : à confirmer d’après la convention, qui ne la nomme pas toujours."
    choices={members.map((commune) => ({
      value: commune.insee, label: `${commune.name} (${commune.population.toLocaleString('fr-FR')} habitants)`,
    }))} />
)

type IdentityProps = {
  readonly frame: Frame; readonly slug: string; readonly version: number; readonly typed: IdentityTyped; readonly members: readonly Commune[]
  readonly faults: readonly Fault[]
}
export const IdentityPage = ({ frame, slug, version, typed, members, faults }: IdentityProps) => (
  <Page {...frame} title="Fiche de l’opération" faults={faults}>
    <FaultSummary faults={faults} />
    <Form action={paths.identity(slug)} keep={`identite-${slug}-${version}`}>
      <Hidden name="version" value={String(version)} />
      <IdentityFields typed={typed} members={members} faults={faults} />
      <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
    </Form>
  </Page>
)

type ConflictProps = Omit<IdentityProps, 'faults'> & { readonly theirs: IdentityTyped; readonly author: string; readonly at: Instant }
/** Someone changed the identity meanwhile: theirs and yours side by side, yours ready to be sent again over the new version. */
export const IdentityConflictPage = ({ frame, slug, version, typed, theirs, members, author, at }: ConflictProps) => {
  const townName = (insee: string) => members.find((commune) => commune.insee === insee)?.name ?? 'À établir'
  return (
    <Page {...frame} title="Fiche de l’opération : deux versions"
      intro="Quelqu’un a enregistré cette fiche pendant que vous la modifiiez. Rien n’est perdu : comparez, corrigez, puis enregistrez.">
      <Form action={paths.identity(slug)}>
        <Hidden name="version" value={String(version)} />
        <Differences author={author} when={momentInWords(at)} differences={[
          {
            name: 'name', label: 'Nom de l’opération', theirs: theirs.name, same: theirs.name === typed.name,
            yours: <TextField name="name" label="Nom de l’opération" value={typed.name} />,
          },
          {
            name: 'mainTown', label: 'Ville principale', theirs: townName(theirs.mainTown), same: theirs.mainTown === typed.mainTown,
            yours: <MainTownField typed={typed} members={members} faults={[]} />,
          },
        ]} />
        <Buttons>
          <SubmitButton>Enregistrer ma version</SubmitButton>
          <LinkButton href={paths.identity(slug)} emphasis="quiet">Garder la version enregistrée</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}
