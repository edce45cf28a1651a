// The requests of suspension of an operation, where each stands; the form of one project.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import { LeverParts } from './lever-uses.pages.tsx'
import { stageNames, suspensionLabels } from './suspension.words.ts'
import { suspensionFields } from './suspension.rules.ts'
import type { NextStep, Suspension, SuspensionDays, SuspensionTyped } from './suspension.rules.ts'

export type SuspensionLine = { readonly suspension: Suspension; readonly next: NextStep; readonly days: SuspensionDays; readonly commune: string }
export const SuspensionsPage = ({ frame, slug, lines, mayKeep }: {
  frame: Frame; slug: string; lines: readonly SuspensionLine[]; mayKeep: boolean
}) => (
  <Page {...frame} title="Suspensions commerciales"
    intro={<>Demander ensemble au préfet de suspendre un projet commercial hors du centre-ville : l’intercommunalité et chaque commune
      signataire.{' '}<a href={paths.lever('L02')}>Ce que dit la loi</a></>}
    actions={mayKeep ? <Start slug={slug} /> : undefined}>
    <LeverParts slug={slug} current="suspensions" />
    <Table caption="Demandes de suspension" captionHidden rows={lines} rowKey={({ suspension }) => suspension.id}
      empty={(
        <Empty title="Aucune demande">
          <p>Quand un projet commercial menace le centre-ville, ouvrez une demande : Chapeau compte les jours, suit qui s’est joint et prépare la
            lettre et les données.</p>
        </Empty>
      )}
      columns={[
        { key: 'project', label: 'Projet', rowHeader: true,
          cell: ({ suspension }) => <a href={paths.suspension(slug, suspension.id)}>{suspension.project}</a> },
        { key: 'commune', label: 'Commune', cell: ({ commune }) => commune },
        { key: 'registered', label: 'Enregistré le', cell: ({ suspension }) => (suspension.registeredOn === null
          ? <span class="quiet">inconnu</span> : <ShortDay date={suspension.registeredOn} />) },
        { key: 'last', label: 'Avis jusqu’au', cell: ({ days }) => (days.opinions === null ? <span class="quiet">inconnu</span>
          : <ShortDay date={days.opinions.last} />) },
        { key: 'stage', label: 'Où elle en est', cell: ({ next }) => <Badge tone={stageNames[next.stage][1]}>{stageNames[next.stage][0]}</Badge> },
      ]} />
  </Page>
)

const Start = ({ slug }: { slug: string }) =>
  <LinkButton href={paths.newSuspension(slug)} emphasis="primary" icon="plus">Ouvrir une demande</LinkButton>

type FormProps = {
  readonly frame: Frame; readonly slug: string; readonly typed: SuspensionTyped; readonly faults: readonly Fault[]
  /** Those of the EPCI, then of its neighbours when they are known. */
  readonly towns: readonly { readonly insee: string; readonly name: string }[]
}
type Name = (typeof suspensionFields)[number]
const controlOf = (name: Name, { typed, faults, towns }: FormProps): ComponentChildren => {
  const common = { name, label: suspensionLabels[name], value: typed[name], faults }
  return {
    project: <TextField {...common} maxLength={300} hint="Par exemple « Extension de la zone commerciale des Cardinaux »." />,
    insee: <Select {...common} required={false} empty="Choisissez" choices={towns.map(({ insee, name: label }) => ({ value: insee, label }))} />,
    otherInsee: <TextField {...common} required={false} size={6} maxLength={5} hint="Son code INSEE, si elle n’est pas dans la liste." />,
    place: <TextField {...common} required={false} maxLength={300} />,
    salesArea: <NumberField {...common} required={false} />,
    developer: <TextField {...common} required={false} maxLength={300} />,
    registeredOn: <DateField {...common} required={false} hint="Le jour où la préfecture a enregistré le dossier ; jj/mm/aaaa." />,
  }[name]
}

export const NewSuspensionPage = (props: FormProps & { onceKey: string }) => (
  <Page {...props.frame} title="Ouvrir une demande de suspension" faults={props.faults} width="reading" breadcrumb={trail(props.slug)}
    intro="Le projet d’abord ; les signataires et les données viennent ensuite.">
    <FaultSummary faults={props.faults} />
    <Form action={paths.newSuspension(props.slug)} keep={`suspension-${props.slug}`}>
      <Hidden name="cle" value={props.onceKey} />
      {suspensionFields.map((name) => controlOf(name, props))}
      <Buttons><SubmitButton>Ouvrir la demande</SubmitButton></Buttons>
    </Form>
  </Page>
)

/** `theirs`: what someone else recorded meanwhile; what was typed stays below. */
export const SuspensionFormPage = (props: FormProps & { suspension: Suspension; version: number; theirs: SuspensionTyped | null }) => (
  <Page {...props.frame} title="Modifier le projet" faults={props.faults} width="reading"
    breadcrumb={[...trail(props.slug), { href: paths.suspension(props.slug, props.suspension.id), label: props.suspension.project }]}>
    <FaultSummary faults={props.faults} />
    {props.theirs === null ? null : <Meanwhile lines={suspensionFields.map((name) => [suspensionLabels[name], props.theirs?.[name] ?? ''])} />}
    <Form action={paths.suspensionForm(props.slug, props.suspension.id)} keep={`suspension-${props.suspension.id}-${props.version}`}>
      <Hidden name="version" value={String(props.version)} />
      {suspensionFields.map((name) => controlOf(name, props))}
      <Buttons>
        <SubmitButton>Enregistrer</SubmitButton>
        <LinkButton href={paths.suspension(props.slug, props.suspension.id)} emphasis="quiet">Annuler</LinkButton>
      </Buttons>
    </Form>
  </Page>
)

export const trail = (slug: string) =>
  [{ href: paths.leverUses(slug), label: 'Leviers' }, { href: paths.suspensions(slug), label: 'Suspensions commerciales' }]

/** What someone else recorded while this form was open. */
export const Meanwhile = ({ lines }: { lines: readonly (readonly [label: string, value: string])[] }) => (
  <Notice tone="warning" title="Quelqu’un a enregistré une autre version entre-temps">
    <p>Voici ce qui est enregistré. Votre saisie est gardée plus bas : corrigez-la, puis enregistrez.</p>
    <ul>{lines.map(([label, value]) => <li key={label}>{`${label} : ${value === '' ? 'rien' : value}`}</li>)}</ul>
  </Notice>
)
