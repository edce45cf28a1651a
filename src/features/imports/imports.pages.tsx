// Bringing a spreadsheet into the plan: the form with its templates, the imports made, an import under way or failed.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { LiveRegion, Progress, Steps } from '../../design/progress.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import { FileField } from '../../design/upload.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { ImportSummary } from './import-report.rules.ts'

type Stage = 'reading' | 'checking' | 'ready' | 'applying' | 'applied' | 'failed'
type Line = {
  readonly id: string; readonly fileName: string; readonly requestedAt: Instant; readonly requestedBy: string; readonly stage: Stage;
    readonly summary: ImportSummary | null
}
const stages: Readonly<Record<Stage, readonly [string, BadgeTone]>> = {
  reading: ['Lecture en cours', 'info'], checking: ['Vérification en cours', 'info'], ready: ['À vérifier, puis à appliquer', 'caution'],
  applying: ['Écriture en cours', 'info'], applied: ['Appliqué', 'positive'], failed: ['Échoué', 'negative'],
}

export const importFaults = {
  fileMissing: ['file', 'Choisissez un tableau à importer : le fichier est absent ou vide.'],
  fileTooLarge: ['file', 'Le tableau dépasse 20 Mo : retirez-en les images et les feuilles inutiles.'],
} as const satisfies Readonly<Record<string, Fault>>

export const planCrumb = (slug: string) => ({ href: paths.plan(slug), label: 'Plan d’action' })
export const importsCrumb = (slug: string) => ({ href: paths.imports(slug), label: 'Imports' })

type ListProps = {
  readonly frame: Frame; readonly slug: string; readonly onceKey: string; readonly maxBytes: number; readonly imports: readonly Line[];
    readonly faults: readonly Fault[]
}
export const ImportsPage = ({ frame, slug, onceKey, maxBytes, imports, faults }: ListProps) => (
  <Page {...frame} title="Importer un tableau" faults={faults} breadcrumb={[planCrumb(slug)]}
    intro={'Votre tableau de suivi tel qu’il est : Chapeau reconnaît les colonnes, montre ce qu’il ferait, puis attend votre accord. '
      + 'Rien n’est perdu.'}>
    <FaultSummary faults={faults} />
    <Form action={paths.imports(slug)} files>
      <Hidden name="cle" value={onceKey} />
      <FileField name="file" label="Tableau" accept=".xlsx,.xlsm,.ods,.csv,.txt,.tsv" maxBytes={maxBytes} faults={faults}
        hint={'Classeur XLSX ou ODS, ou fichier CSV ; 20 Mo au plus. Plusieurs feuilles, cases fusionnées, sous-totaux et dates en toutes '
          + 'lettres sont admis.'} />
      <Buttons><SubmitButton>Vérifier le tableau</SubmitButton></Buttons>
    </Form>
    <Section title="Partir d’un modèle">
      <p>
        Le modèle porte une ligne d’exemple et un mode d’emploi. Le modèle de Territoires en Transitions et la maquette financière officielle sont
        reconnus aussi.
      </p>
      <Buttons>
        <LinkButton href={paths.importTemplate(slug, 'xlsx')}>Modèle XLSX</LinkButton>
        <LinkButton href={paths.importTemplate(slug, 'ods')}>Modèle ODS</LinkButton>
        <LinkButton href={paths.importTemplate(slug, 'csv')}>Modèle CSV</LinkButton>
      </Buttons>
    </Section>
    <Section title="Imports de l’opération">
      <Table
        caption="Imports, le plus récent d’abord" captionHidden rows={imports} rowKey={(line) => line.id}
        empty={<Empty title="Aucun import pour l’instant"><p>Le premier tableau déposé apparaîtra ici, avec ce qui en a été fait.</p></Empty>}
        columns={[
          { key: 'file', label: 'Fichier', rowHeader: true, cell: (line) => <a href={paths.import(slug, line.id)}>{line.fileName}</a> },
          { key: 'at', label: 'Déposé', cell: (line) => <><Moment at={line.requestedAt} /> par {line.requestedBy}</> },
          { key: 'state', label: 'État', cell: (line) => <Badge tone={stages[line.stage][1]}>{stages[line.stage][0]}</Badge> },
          { key: 'rows', label: 'Actions', align: 'end', cell: (line) =>
            (line.summary === null ? '' : Object.values(line.summary.counts).reduce((sum, count) => sum + count, 0)) },
        ]}
      />
    </Section>
  </Page>
)

type UnderWayProps = { readonly frame: Frame; readonly slug: string; readonly fileName: string; readonly stage: Stage; readonly done: number;
  readonly total: number }
export const ImportUnderWayPage = ({ frame, slug, fileName, stage, done, total }: UnderWayProps) => {
  const writing = stage === 'applying'
  const step = (label: string, own: Stage, later: readonly Stage[]) =>
    ({ label, state: stage === own ? 'current' as const : later.includes(stage) ? 'done' as const : 'waiting' as const })
  return (
    <Page {...frame} title={writing ? 'Écriture dans le plan' : 'Vérification du tableau'} refresh={2} breadcrumb={[planCrumb(slug),
      importsCrumb(slug)]} intro={fileName}>
      <LiveRegion id="import" seconds={1}>
        <Progress label={writing ? 'Écriture' : 'Vérification'} value={total === 0 ? undefined : done} max={Math.max(total, 1)}
          words={total === 0 ? 'Le travail commence.' : `étape ${Math.min(done + 1, total)} sur ${total}`} />
        <Steps label="Étapes" steps={[
          step('Lire les cases du fichier', 'reading', ['checking', 'applying']), step('Comprendre et comparer au plan', 'checking', ['applying']),
          step('Écrire dans le plan, en une fois', 'applying', []),
        ]} />
        <p>Vous pouvez quitter cette page : le travail continue, et vous le retrouverez dans « Imports ».</p>
      </LiveRegion>
    </Page>
  )
}

type FailedProps = { readonly frame: Frame; readonly slug: string; readonly fileName: string; readonly documentId: string; readonly sentence: string }
export const ImportFailedPage = ({ frame, slug, fileName, documentId, sentence }: FailedProps) => (
  <Page {...frame} title="Import impossible" breadcrumb={[planCrumb(slug), importsCrumb(slug)]} intro={fileName}>
    <Notice tone="error" title="Rien n’a été écrit dans le plan"><p>{sentence}</p></Notice>
    <Buttons>
      <LinkButton href={paths.imports(slug)} emphasis="primary">Importer un autre tableau</LinkButton>
      <LinkButton href={paths.document(slug, documentId)}>Télécharger le fichier déposé</LinkButton>
    </Buttons>
  </Page>
)
