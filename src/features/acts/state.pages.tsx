// The state of an operation on a day: each convention, commune, party and sector, with the reasons, the acts, and what would settle what is unknown.
import type { ComponentChildren } from 'preact'
import { Section } from '../../design/card.tsx'
import { Checkbox, Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { OperationState, StateAnswer, StateReason } from '../../law/operation-record.ts'
import { paths } from '../../paths.ts'
import { choiceNames } from '../readings/fact.words.ts'
import { KnownBanner, KnownThen } from './known-then.tsx'
import type { Known } from './known-then.tsx'
import { declarableKinds } from './declared.rules.ts'
import type { DeclaredProblem, DeclaredTyped } from './declared.rules.ts'
import { StateBadge, reasonInWords, settledInWords, stateNames } from './act.words.tsx'

type NamesOf = { readonly convention: (id: string) => string; readonly commune: (insee: string) => string;
  readonly act: (id: string) => { readonly label: string; readonly href?: string } }
type StateProps = {
  readonly frame: Frame; readonly slug: string; readonly state: OperationState; readonly names: NamesOf; readonly mayRecord: boolean
  readonly slugOfConvention: (id: string) => string; readonly known: Known
}

const headings: Readonly<Record<OperationState['state'], string>> = {
  inForce: 'L’opération est en vigueur', notYet: 'L’opération n’est pas encore en vigueur', expired: 'L’opération a expiré',
  terminated: 'L’opération est résiliée', annulled: 'L’opération est annulée', disputed: 'L’état de l’opération est contesté',
  unknown: 'Nul ne peut dire si l’opération est en vigueur',
}

export const StatePage = ({ frame, slug, state, names, mayRecord, slugOfConvention, known }: StateProps) => (
  <Page {...frame} title={`État au ${inWords(state.on)}`}
    intro="Ce que les actes permettent de dire à cette date, et pourquoi. Choisissez une autre date dans le menu de l’opération."
    actions={mayRecord ? <LinkButton href={paths.newAct(slug)}>Enregistrer un acte</LinkButton> : undefined}>
    <KnownBanner known={known} backHref={paths.state(slug)} what="L’état" />
    <Section title={headings[state.state]} aside={<StateBadge state={state.state} {...masculine(state.state)} />}>
      <Answer answer={state} names={names} />
    </Section>
    <Section title="Conventions">
      <Table caption="État des conventions" captionHidden rows={state.conventions} rowKey={({ conventionId }) => conventionId}
        empty={<Empty title="Aucune convention"
          action={mayRecord ? <LinkButton href={paths.newConvention(slug)} emphasis="primary">Déclarer une convention</LinkButton> : undefined}>
          <p>Publiez une convention, ou déclarez celle dont vous ne connaissez que les actes.</p>
        </Empty>}
        columns={[
          { key: 'title', label: 'Convention', rowHeader: true,
            cell: ({ conventionId }) => <a href={paths.convention(slug, slugOfConvention(conventionId))}>{names.convention(conventionId)}</a> },
          { key: 'state', label: 'État', cell: (answer) => <StateBadge state={answer.state} /> },
          { key: 'why', label: 'Pourquoi', cell: (answer) => <Answer answer={answer} names={names} /> },
        ]} />
    </Section>
    {state.communes.length === 0 ? null : (
      <Section title="Communes">
        <Table caption="État des communes" captionHidden rows={alike(state.communes)} rowKey={([{ insee }]) => insee} empty={null} columns={[
          { key: 'name', label: 'Commune', rowHeader: true, cell: (same) => (
            <Names lines={same.map(({ insee, name }) => <a key={insee} href={paths.commune(insee)}>{name}</a>)} />
          ) },
          { key: 'state', label: 'État', cell: ([answer]) => <StateBadge state={answer.state} {...ofCommune[answer.state]} /> },
          { key: 'why', label: 'Pourquoi', cell: ([answer]) => <Answer answer={answer} names={names} announced /> },
        ]} />
      </Section>
    )}
    {state.sectors.length === 0 ? null : (
      <Section title="Secteurs d’intervention">
        <Table caption="État des secteurs" captionHidden empty={null}
          rows={alike(state.sectors)} rowKey={([{ insee, name }]) => `${insee} ${name}`} columns={[
          { key: 'name', label: 'Secteur', rowHeader: true, cell: (same) => (
            <Names lines={same.map(({ insee, name, townCentre }) =>
              `${name === '' ? 'Secteurs' : name}, ${names.commune(insee)}${townCentre ? ' (centre-ville)' : ''}`)} />
          ) },
          { key: 'state', label: 'État', cell: ([answer]) => <StateBadge state={answer.state} {...masculine(answer.state)} /> },
          { key: 'why', label: 'Pourquoi', cell: ([answer]) => <Answer answer={answer} names={names} /> },
        ]} />
      </Section>
    )}
    {state.parties.length === 0 ? null : (
      <Section title="Parties">
        <Table caption="État des parties" captionHidden rows={alike(state.parties)} rowKey={([{ name, conventionId }]) => `${conventionId} ${name}`}
          empty={null} columns={[
            { key: 'name', label: 'Partie', rowHeader: true, cell: (same) => <Names lines={same.map(({ name }) => name)} /> },
            { key: 'convention', label: 'Convention', cell: ([{ conventionId }]) => names.convention(conventionId) },
            { key: 'state', label: 'État', cell: ([answer]) => <StateBadge state={answer.state} {...ofParty[answer.state]} /> },
          ]} />
      </Section>
    )}
    <KnownThen action={paths.state(slug)} typed={known.typed} />
  </Page>
)

/** A sector or an operation seen as « il »: the words that change. */
const masculine = (state: OperationState['state']): { label?: string } => {
  const words: Partial<Record<OperationState['state'], string>> = { expired: 'Expiré', terminated: 'Résilié', annulled: 'Annulé',
    disputed: 'Contesté' }
  const label = words[state]
  return label === undefined ? {} : { label }
}
const ofCommune: Readonly<Record<OperationState['state'], { readonly label: string }>> = {
  inForce: { label: 'Couverte' }, notYet: { label: 'Pas encore couverte' }, expired: { label: 'Plus couverte' },
    terminated: { label: 'Plus couverte' },
  annulled: { label: 'Annulée pour elle' }, disputed: { label: 'Contestée' }, unknown: { label: stateNames.unknown },
}
const ofParty: Readonly<Record<OperationState['state'], { readonly label: string }>> = {
  inForce: { label: 'Engagée' }, notYet: { label: 'Pas encore engagée' }, expired: { label: 'Plus engagée' }, terminated: { label: 'Plus engagée' },
  annulled: { label: 'Annulée pour elle' }, disputed: { label: 'Contestée' }, unknown: { label: stateNames.unknown },
}

/** Those that one answer holds for, with the same days, reasons and acts, are told together; the first of them comes first. */
function alike<One extends StateAnswer & { conventionId?: string }>(answers: readonly One[]): readonly (readonly [One, ...One[]])[] {
  const groups = new Map<string, [One, ...One[]]>()
  for (const one of answers) {
    const { state, since, until, reasons, conventionId } = one
    const key = JSON.stringify([state, since, until, reasons, conventionId])
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [one])
    else same.push(one)
  }
  return [...groups.values()]
}

const Names = ({ lines }: { lines: readonly ComponentChildren[] }) =>
  lines.length === 1 ? <>{lines}</> : <ul class="plain-list">{lines.map((line, rank) => <li key={rank}>{line}</li>)}</ul>

type AnswerProps = { readonly answer: StateAnswer; readonly names: NamesOf; readonly announced?: boolean }
/** Since when, until when, the reasons in sentences, each with its acts. `announced`: says from which convention each comes. */
const Answer = ({ answer, names, announced = false }: AnswerProps) => {
  const ids = [...new Set(answer.reasons.flatMap(({ conventionId, code }) => (code === 'byConvention' || conventionId === undefined ? []
    : [conventionId])))]
  return (
    <>
      {answer.since === null && answer.until === null ? null : (
        <p class="quiet">
          {answer.since === null ? null : <>Depuis le <Day date={answer.since} /></>}
          {answer.until === null ? null : <>{answer.since === null ? 'Jusqu’au ' : ', jusqu’au '}<Day date={answer.until} /> inclus</>}
        </p>
      )}
      <ul class="plain-list">
        {announced ? ids.map((id) => <li key={id}>{`D’après « ${names.convention(id)} ».`}</li>) : null}
        {answer.reasons.map((reason, rank) => <Reason key={`${reason.code} ${rank}`} reason={reason} names={names} />)}
      </ul>
    </>
  )
}

const ActLink = ({ label, href }: { label: string; href?: string }) => (href === undefined ? <>{label}</> : <a href={href}>{label}</a>)

const shownActs = 2
const Reason = ({ reason, names }: { reason: StateReason; names: NamesOf }) => (
  <li>
    {reasonInWords(reason, names.convention)}
    {reason.acts.length > shownActs ? (
      <details>
        <summary>{`${reason.acts.length} actes`}</summary>
        <ul class="plain-list">{reason.acts.map((id) => <li key={id}><ActLink {...names.act(id)} /></li>)}</ul>
      </details>
    ) : reason.acts.map((id) => <span key={id}> <ActLink {...names.act(id)} /></span>)}
    {reason.settledBy === undefined ? null : <span class="facts-note">{settledInWords(reason.settledBy)}</span>}
  </li>
)

const labels: Readonly<Record<string, string>> = {
  title: 'Titre', kind: 'Nature', slug: 'Adresse', communes: 'Communes parties', signedOn: 'Signée le', startsOn: 'Prend effet le',
    years: 'Durée en années',
  months: 'Durée en mois', endsOn: 'Dernier jour',
}
const why: Record<DeclaredProblem['why'], string> = {
  missing: 'remplissez ce champ.', tooLong: 'raccourcissez-le.', slugShape: 'lettres minuscules, chiffres et tirets, 60 au plus.',
  slugTaken: 'une convention de l’opération a déjà cette adresse : choisissez-en une autre.',
  communeUnknown: 'une commune n’est pas de cette intercommunalité : écrivez son nom ou son code INSEE, une par ligne.',
  dateUnreadable: 'écrivez la date sous la forme jj/mm/aaaa.', dateFar: 'la date doit être entre 1900 et 2200.',
  durationUnreadable: 'indiquez un nombre entier, 83 ans au plus.', endBeforeStart: 'la fin précède le début.',
}
export const declaredFault = ({ field, why: code }: DeclaredProblem): Fault => [field, `${labels[field] ?? field} : ${why[code]}`]

type DeclareProps = { readonly frame: Frame; readonly slug: string; readonly typed: DeclaredTyped; readonly faults: readonly Fault[];
  readonly onceKey: string; readonly epci: string }
export const DeclareConventionPage = ({ frame, slug, typed, faults, onceKey, epci }: DeclareProps) => {
  const field = (name: keyof DeclaredTyped) => ({ name, label: labels[name] ?? name, value: typed[name], faults })
  return (
    <Page {...frame} title="Déclarer une convention" faults={faults} width="reading" breadcrumb={[{ href: paths.conventions(slug),
      label: 'Conventions' }]}
      intro="Pour une convention dont le texte manque et que l’on ne connaît que par ses actes, un arrêté préfectoral par exemple. Ses actes
        s’enregistrent ensuite.">
      <FaultSummary faults={faults} />
      <Form action={paths.newConvention(slug)} keep={`convention-${slug}`}>
        <Hidden name="cle" value={onceKey} />
        <TextField {...field('title')} hint="Par exemple « ORT de Lens et Liévin de 2019 »." />
        <Select {...field('kind')} empty="Choisir" choices={declarableKinds.map((kind) => ({ value: kind, label: choiceNames[kind] ?? kind }))} />
        <TextArea {...field('communes')} rows={3} hint="Une par ligne, nom ou code INSEE." />
        <Checkbox name="epci" label={`${epci} en est partie`} checked={typed.epci !== ''} />
        <Checkbox name="state" label="L’État en est partie" checked={typed.state !== ''} />
        <fieldset class="field field-group">
          <legend>Durée, si vous la connaissez</legend>
          <DateField {...field('signedOn')} required={false} hint="jj/mm/aaaa, la dernière signature." />
          <DateField {...field('startsOn')} required={false} hint="Si elle prend effet un autre jour que celui de sa signature." />
          <NumberField {...field('years')} required={false} size={4} />
          <NumberField {...field('months')} required={false} size={4} />
          <DateField {...field('endsOn')} required={false} hint="Si elle dit « jusqu’au » : ce jour est compris." />
        </fieldset>
        <TextField {...field('slug')} required={false} hint="La fin de son adresse, qui ne changera plus ; laissez vide pour la tirer du titre." />
        <Buttons><SubmitButton>Déclarer</SubmitButton><LinkButton href={paths.conventions(slug)} emphasis="quiet">Annuler</LinkButton></Buttons>
      </Form>
    </Page>
  )
}
