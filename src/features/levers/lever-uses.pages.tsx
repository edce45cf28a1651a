// The uses of levers in an operation: how often each one serves, who used it, where, when, with what outcome; and the form of one use.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Subnav } from '../../design/subnav.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Lever } from '../../law/levers/lever.ts'
import { paths } from '../../paths.ts'
import { typedUse, useFields, useOutcomes } from './lever-use.rules.ts'
import type { LeverUse, UseChoices, UseTyped } from './lever-use.rules.ts'
import { outcomeNames, useLabels } from './lever-use.words.ts'

/** The two halves of the levers of an operation. */
export const LeverParts = ({ slug, current }: { slug: string; current: 'uses' | 'suspensions' }) => (
  <Subnav label="Leviers de l’opération" links={[
    { href: paths.leverUses(slug), label: 'Usages', current: current === 'uses' },
    { href: paths.suspensions(slug), label: 'Suspensions commerciales', current: current === 'suspensions' },
  ]} />
)

type ListProps = {
  readonly frame: Frame; readonly slug: string; readonly uses: readonly LeverUse[]; readonly levers: readonly Lever[]
  readonly communeName: (insee: string) => string; readonly mayKeep: boolean
}
export const LeverUsesPage = (props: ListProps) => {
  const { frame, slug, uses, mayKeep } = props
  return (
    <Page {...frame} title="Leviers"
      intro={<>Ce que l’opération permet, et qui s’en est servi. <a href={paths.levers()}>Le catalogue</a> dit ce que chaque levier donne et à
        quelles conditions.</>}
      actions={mayKeep ? <LinkButton href={paths.newLeverUse(slug)} emphasis="primary" icon="plus">Enregistrer un usage</LinkButton> : undefined}>
      <LeverParts slug={slug} current="uses" />
      {uses.length === 0 ? (
        <Empty title="Aucun usage enregistré">
          <p>Un permis avec dérogation, un commerce dispensé d’autorisation, un « Denormandie » : notez-les ici, pour le bilan.</p>
        </Empty>
      ) : <><Counts {...props} /><Uses {...props} /></>}
    </Page>
  )
}

const nameOf = (levers: readonly Lever[], id: string): string => levers.find((lever) => lever.id === id)?.name ?? id

const Counts = ({ uses, levers }: ListProps) => {
  const used = levers.filter(({ id }) => uses.some(({ lever }) => lever === id))
  const count = (id: string, outcome?: LeverUse['outcome']) =>
    uses.filter((use) => use.lever === id && (outcome === undefined || use.outcome === outcome)).length
  return (
    <Section title="Par levier">
      <Table caption="Usages par levier" captionHidden rows={used} rowKey={({ id }) => id} empty={null} columns={[
        { key: 'lever', label: 'Levier', rowHeader: true, cell: ({ id, name }) => <a href={paths.lever(id)}>{name}</a> },
        { key: 'all', label: 'Usages', align: 'end', cell: ({ id }) => count(id) },
        ...useOutcomes.map((outcome) => ({
          key: outcome, label: outcomeNames[outcome][0], align: 'end' as const, cell: ({ id }: Lever) => count(id, outcome),
        })),
      ]} />
    </Section>
  )
}

const Uses = ({ slug, uses, levers, communeName, mayKeep }: ListProps) => (
  <Section title="Chaque usage" aside={<Buttons>
    {(['csv', 'xlsx', 'ods'] as const).map((format) => (
      <LinkButton key={format} href={paths.leverUsesFile(slug, format)} icon="download" small>{format.toUpperCase()}</LinkButton>
    ))}
  </Buttons>}>
    <Table caption="Usages" captionHidden rows={uses} rowKey={({ id }) => id} empty={null} columns={[
      { key: 'lever', label: 'Levier', rowHeader: true, cell: (use) => mayKeep
        ? <a href={paths.leverUse(slug, use.id)}>{nameOf(levers, use.lever)}</a> : nameOf(levers, use.lever) },
      { key: 'who', label: 'Qui', cell: ({ beneficiary }) => beneficiary },
      { key: 'where', label: 'Où', cell: (use) => <>
        {use.place}{use.insee === null ? '' : `, ${communeName(use.insee)}`}
        {use.sector === null ? null : <p><a href={paths.sector(slug, use.sector.slug)}>{use.sector.name}</a></p>}
      </> },
      { key: 'when', label: 'Quand', cell: ({ usedOn }) => (usedOn === null ? <span class="quiet">jour inconnu</span> : <ShortDay date={usedOn} />) },
      { key: 'outcome', label: 'Issue', cell: ({ outcome }) => <Badge tone={outcomeNames[outcome][1]}>{outcomeNames[outcome][0]}</Badge> },
      { key: 'action', label: 'Action du plan', cell: ({ action }) => (action === null ? <span class="quiet">aucune</span>
        : <a href={paths.action(slug, action.id)}>{[action.code, action.title].filter((part) => part !== null).join(' ')}</a>) },
    ]} />
  </Section>
)

type FormProps = {
  readonly frame: Frame; readonly slug: string; readonly typed: UseTyped; readonly faults: readonly Fault[]; readonly choices: UseChoices
  readonly levers: readonly Lever[]
}
type Name = (typeof useFields)[number]
const controlOf = (name: Name, { typed, faults, choices, levers }: FormProps): ComponentChildren => {
  const common = { name, label: useLabels[name], value: typed[name], faults }
  return {
    lever: <Select {...common} empty="Choisissez" choices={levers.map(({ id, name: label }) => ({ value: id, label: `${id} ${label}` }))} />,
    usedOn: <DateField {...common} required={false} hint="jj/mm/aaaa ; vide si le jour n’est pas connu." />,
    outcome: <Select {...common} choices={useOutcomes.map((value) => ({ value, label: outcomeNames[value][0] }))} />,
    beneficiary: <TextField {...common} maxLength={300} hint="Une entreprise, un bailleur, un service : pas le nom d’un particulier." />,
    place: <TextField {...common} maxLength={300} />,
    insee: <Select {...common} required={false} empty="Inconnue"
      choices={choices.towns.filter(({ insee }) => choices.communes === null || choices.communes.includes(insee))
        .map(({ insee, name: label }) => ({ value: insee, label }))} />,
    sector: <Select {...common} required={false} empty="Aucun" choices={choices.sectors.map(({ id, name: label }) => ({ value: id, label }))} />,
    action: <TextField {...common} required={false} size={12} hint="Le numéro de la fiche, tel que le plan d’action l’écrit." />,
    document: <Select {...common} required={false} empty="Aucun"
      choices={choices.documents.map(({ id, fileName }) => ({ value: id, label: fileName }))} />,
    note: <TextArea {...common} required={false} rows={3} maxLength={2000} />,
  }[name]
}
const trail = (slug: string) => [{ href: paths.leverUses(slug), label: 'Leviers' }]

export const NewLeverUsePage = (props: FormProps & { onceKey: string }) => (
  <Page {...props.frame} title="Enregistrer un usage" faults={props.faults} width="reading" breadcrumb={trail(props.slug)}
    intro="Qui s’est servi de quel levier, où et quand. Ces lignes nourrissent le bilan de l’opération.">
    <FaultSummary faults={props.faults} />
    <Form action={paths.newLeverUse(props.slug)} keep={`usage-${props.slug}`}>
      <Hidden name="cle" value={props.onceKey} />
      {useFields.map((name) => controlOf(name, props))}
      <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
    </Form>
  </Page>
)

type EditProps = FormProps & { readonly use: LeverUse; readonly version: number }
export const LeverUsePage = (props: EditProps) => (
  <Page {...props.frame} title="Modifier un usage" faults={props.faults} width="reading" breadcrumb={trail(props.slug)}
    intro={`${nameOf(props.levers, props.use.lever)}, ${props.use.beneficiary}.`}>
    <FaultSummary faults={props.faults} />
    <Form action={paths.leverUse(props.slug, props.use.id)} keep={`usage-${props.use.id}-${props.version}`}>
      <Hidden name="version" value={String(props.version)} />
      {useFields.map((name) => controlOf(name, props))}
      <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
    </Form>
    <Section title="Retirer cet usage">
      <ButtonForm to={paths.leverUseRemoval(props.slug, props.use.id)} emphasis="danger" small>Retirer l’usage</ButtonForm>
      <p class="quiet">Il quitte la liste ; le journal garde tout.</p>
    </Section>
  </Page>
)

/** Someone changed the use meanwhile: theirs and yours side by side. */
export const LeverUseConflictPage = (props: EditProps & { author: string; at: Instant }) => {
  const { frame, slug, use, version, typed, levers, choices, author, at } = props
  const theirs = typedUse(use)
  const shown = (name: Name): string => ({
    ...theirs, lever: nameOf(levers, theirs.lever), outcome: outcomeNames[use.outcome][0], sector: use.sector?.name ?? '',
    document: use.document ?? '', insee: choices.towns.find(({ insee }) => insee === theirs.insee)?.name ?? '',
  })[name]
  return (
    <Page {...frame} title="Modifier un usage : deux versions" width="reading" breadcrumb={trail(slug)}
      intro="Quelqu’un a enregistré cet usage pendant que vous le modifiiez. Rien n’est perdu : comparez, corrigez, puis enregistrez.">
      <Form action={paths.leverUse(slug, use.id)}>
        <Hidden name="version" value={String(version)} />
        <Differences author={author} when={momentInWords(at)} differences={useFields.map((name) => ({
          name, label: useLabels[name], theirs: shown(name), same: theirs[name] === typed[name], yours: controlOf(name, props),
        }))} />
        <Buttons>
          <SubmitButton>Enregistrer ma version</SubmitButton>
          <LinkButton href={paths.leverUses(slug)} emphasis="quiet">Garder la version enregistrée</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}
