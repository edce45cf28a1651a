// One request of suspension: what to do next, the days, who joined, the data, the papers to sign, and its dated steps.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { ButtonForm, Buttons, LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day, ShortDay } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { evidenceTopics } from './evidence.rules.ts'
import { StepForm } from './suspension-step.pages.tsx'
import type { StepFormProps } from './suspension-step.pages.tsx'
import { nextSentences, stageNames, stepNames, topicNames, trendNames } from './suspension.words.ts'
import type { Joining, NextStep, Suspension, SuspensionDays } from './suspension.rules.ts'
import { trail } from './suspensions.pages.tsx'

export type SuspensionPageProps = {
  readonly frame: Frame; readonly slug: string; readonly suspension: Suspension; readonly joinings: readonly Joining[]; readonly next: NextStep
  readonly days: SuspensionDays; readonly commune: string
  /** Is the project in a signatory commune: null when nobody can tell. */
  readonly signatory: boolean | null
  readonly mayKeep: boolean; readonly form: StepFormProps | null; readonly faults: readonly Fault[]
}
export const SuspensionPage = (props: SuspensionPageProps) => {
  const { frame, slug, suspension, next, mayKeep, form, faults } = props
  return (
    <Page {...frame} title={suspension.project} faults={faults} breadcrumb={trail(slug)}
      actions={<>
        <Badge tone={stageNames[next.stage][1]}>{stageNames[next.stage][0]}</Badge>
        {mayKeep ? <LinkButton href={paths.suspensionForm(slug, suspension.id)} icon="edit" small>Modifier le projet</LinkButton> : null}
      </>}>
      <FaultSummary faults={faults} />
      <Notice tone={next.late ? 'warning' : 'info'} title="La prochaine étape">
        <p>{nextSentences[next.stage](next)}</p>
        {next.late ? <p>Le délai de quinze jours francs est passé : demandez à la préfecture si une suspension est encore possible.</p> : null}
      </Notice>
      <Project {...props} />
      <Joined {...props} />
      <Data {...props} />
      <Papers {...props} />
      <Steps {...props} />
      {form === null ? null : <StepForm {...form} />}
    </Page>
  )
}

const Project = ({ suspension, days, commune, signatory }: SuspensionPageProps) => (
  <Facts lines={[
    { term: 'Commune', value: commune, note: signatory === null ? 'On ne sait pas si sa convention est en vigueur.'
      : signatory ? 'Commune signataire : le projet doit être hors de ses secteurs de centre-ville.'
        : 'Commune non signataire : montrez qu’elle est de cette intercommunalité ou d’une voisine, et l’atteinte grave (L.752-1-2, al. 2).' },
    { term: 'Adresse ou zone', value: suspension.place === '' ? 'Non précisée' : suspension.place },
    { term: 'Surface de vente', value: suspension.salesAreaM2 === null ? 'Inconnue' : `${suspension.salesAreaM2.toLocaleString('fr-FR')} m²` },
    { term: 'Porteur du projet', value: suspension.developer === '' ? 'Inconnu' : suspension.developer },
    { term: 'Dossier enregistré le', value: suspension.registeredOn === null ? <Unknown why="les délais ne peuvent pas être comptés" />
      : <Day date={suspension.registeredOn} /> },
    { term: 'Le préfet peut demander les avis', value: days.opinions === null ? <Unknown why="le jour d’enregistrement manque" />
      : <>jusqu’au <Day date={days.opinions.last} /></>,
      note: days.opinions === null || days.opinions.rolled === days.opinions.last
        ? 'Quinze jours francs : ni le jour d’enregistrement ni le dernier ne comptent (C. com., art. R.752-29-2).'
        : `Quinze jours francs. Ce jour n’est pas travaillé : un report au ${inWords(days.opinions.rolled)} est à confirmer.` },
    ...(days.suspendedUntil === null ? [] : [{ term: 'Suspendu au plus tard jusqu’au', value: <Day date={days.suspendedUntil} />,
      note: 'Trois ans, et un an s’il y a prolongation : durées à confirmer. L’arrêté seul fait foi.' }]),
  ]} />
)

const answers: Readonly<Record<Joining['answer'], readonly [name: string, tone: BadgeTone]>> = {
  joined: ['S’est joint', 'positive'], declined: ['Ne se joint pas', 'negative'], missing: ['Pas encore', 'caution'],
}
const Joined = ({ joinings }: SuspensionPageProps) => (
  <Section title="Qui se joint à la demande" id="signataires"
    intro="Tous doivent s’y joindre : le président de l’intercommunalité et chaque maire dont la commune a une convention en vigueur.">
    <Table caption="Signataires" captionHidden rows={joinings} rowKey={({ signatory }) => signatory.key}
      empty={<p class="quiet">Aucune commune n’a de convention en vigueur d’après les actes enregistrés.</p>} columns={[
        { key: 'who', label: 'Qui', rowHeader: true, cell: ({ signatory }) => <>
          {`${signatory.executive.slice(0, 1).toUpperCase()}${signatory.executive.slice(1)}`}
          {signatory.sure ? null : <p class="quiet">Sa convention n’est pas sûrement en vigueur : à établir.</p>}
        </> },
        { key: 'answer', label: 'Réponse', cell: ({ answer }) => <Badge tone={answers[answer][1]}>{answers[answer][0]}</Badge> },
        { key: 'on', label: 'Le',
          cell: ({ step }) => (step === null ? <span class="quiet">pas de date</span> : <ShortDay date={step.happenedOn} />) },
      ]} />
  </Section>
)

const Data = ({ slug, suspension, mayKeep }: SuspensionPageProps) => (
  <Section title="Les données" id="donnees" intro="Ce que la loi demande de regarder dans la zone de chalandise ; ce qui manque est dit inconnu."
    aside={mayKeep
      ? <LinkButton href={paths.suspensionEvidence(slug, suspension.id)} icon="edit" small>Compléter les données</LinkButton> : undefined}>
    <Table caption="Données" captionHidden rows={[...evidenceTopics]} rowKey={(topic) => topic} empty={null} columns={[
      { key: 'topic', label: 'Donnée', rowHeader: true, cell: (topic) => topicNames[topic] },
      { key: 'figure', label: 'Niveau', cell: (topic) => known(suspension.evidence.lines[topic].figure) },
      { key: 'trend', label: 'Tendance', cell: (topic) => {
        const { trend } = suspension.evidence.lines[topic]
        return known(trend === null ? '' : trendNames[trend])
      } },
      { key: 'source', label: 'Source', cell: (topic) => known(suspension.evidence.lines[topic].source) },
      { key: 'on', label: 'Au', cell: (topic) => {
        const { on } = suspension.evidence.lines[topic]
        return on === null ? known('') : <ShortDay date={on} />
      } },
    ]} />
  </Section>
)
const known = (words: string) => (words === '' ? <span class="quiet">inconnu</span> : words)

const Papers = ({ slug, suspension }: SuspensionPageProps) => (
  <Section title="Les documents" id="documents" intro="La lettre à signer par tous, et les données à joindre. Relisez-les : ce sont des projets.">
    <Buttons>
      {([['lettre', 'Lettre'], ['donnees', 'Données']] as const).flatMap(([paper, label]) => (['docx', 'pdf'] as const).map((format) => (
        <LinkButton key={`${paper}.${format}`} href={paths.suspensionFile(slug, suspension.id, `${paper}.${format}`)} icon="download" small>
          {`${label} (${format === 'docx' ? 'Word' : 'PDF'})`}
        </LinkButton>
      )))}
    </Buttons>
  </Section>
)

const Steps = ({ slug, suspension, mayKeep }: SuspensionPageProps) => (
  <Section title="Les étapes" id="etapes">
    <Table caption="Étapes" captionHidden rows={suspension.steps} rowKey={({ id }) => id}
      empty={<p class="quiet">Aucune étape pour l’instant.</p>}
      columns={[
        { key: 'on', label: 'Le', rowHeader: true, cell: ({ happenedOn }) => <ShortDay date={happenedOn} /> },
        { key: 'kind', label: 'Ce qui s’est passé', cell: ({ kind, organisation, words }) => <>
          {organisation === null ? stepNames[kind] : `${organisation} : ${stepNames[kind].toLowerCase()}`}
          {words === '' ? null : <p class="quiet">{words}</p>}
        </> },
        { key: 'document', label: 'Document', cell: ({ document }) => document ?? <span class="quiet">aucun</span> },
        ...(mayKeep ? [{ key: 'withdraw', label: 'Retirer', cell: ({ id, happenedOn }: Suspension['steps'][number]) => (
          <ButtonForm to={paths.suspensionStepWithdrawal(slug, suspension.id, id)} emphasis="quiet" small
            label={`Retirer l’étape du ${inWords(happenedOn)}`}>Retirer</ButtonForm>
        ) }] : []),
      ]} />
  </Section>
)
