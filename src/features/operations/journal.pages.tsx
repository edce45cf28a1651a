// The journal as it is read: who did what, when, before and after, of the whole operation or of one object.
import { Empty } from '../../design/empty.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'

/** Every event a route can record, in French; a test holds this list equal to the routes'. */
export const eventNames: Readonly<Record<string, string>> = {
  operationFounded: 'Opération créée',
  leverUseRecorded: 'Usage d’un levier enregistré',
  leverUseChanged: 'Usage d’un levier modifié',
  leverUseRemoved: 'Usage d’un levier retiré',
  suspensionOpened: 'Demande de suspension ouverte',
  suspensionChanged: 'Demande de suspension modifiée',
  suspensionDataKept: 'Données d’une demande de suspension enregistrées',
  suspensionStepRecorded: 'Étape d’une demande de suspension notée',
  suspensionStepWithdrawn: 'Étape d’une demande de suspension retirée',
  certificateIssued: 'Attestation de situation établie',
  answersOpened: 'Réponses par adresse ouvertes ou fermées au public',
  operationIdentified: 'Fiche de l’opération modifiée',
  personInvited: 'Invitation préparée',
  invitationRevoked: 'Invitation retirée',
  invitationAccepted: 'Invitation acceptée',
  mandateGiven: 'Mandat donné',
  mandateEnded: 'Mandat terminé',
  documentDeposited: 'Document déposé',
  sheetDeposited: 'Tableau déposé pour un import',
  importColumnsChosen: 'Colonnes d’un import choisies',
  importAsked: 'Import demandé',
  planImported: 'Tableau importé dans le plan',
  readingFinished: 'Document lu',
  readingSetAside: 'Lecture retirée',
  factDecided: 'Fait relu',
  factsAccepted: 'Faits sûrs acceptés',
  factAdded: 'Fait ajouté',
  conventionPublished: 'Convention publiée',
  conventionDeclared: 'Convention déclarée',
  actRecorded: 'Acte enregistré',
  actCorrected: 'Acte rectifié',
  obligationAdded: 'Engagement ajouté',
  proposalDismissed: 'Engagement proposé, écarté',
  obligationProved: 'Preuve d’un engagement enregistrée',
  obligationWaived: 'Échéance dispensée',
  triggerDated: 'Évènement déclencheur daté',
  staleObligationDecided: 'Engagement modifié par avenant : décision',
  obligationEntryWithdrawn: 'Écriture d’un engagement retirée',
  calendarOpened: 'Adresse de calendrier créée',
  calendarRevoked: 'Adresse de calendrier retirée',
  amendmentDrafted: 'Projet d’avenant ouvert',
  instructionAdded: 'Instruction ajoutée',
  instructionWithdrawn: 'Instruction retirée',
  actionsEdited: 'Plusieurs actions modifiées',
  planViewSaved: 'Vue du plan enregistrée',
  planViewChanged: 'Vue du plan modifiée',
  planViewRemoved: 'Vue du plan retirée',
  actionStateChanged: 'État d’une action changé',
  stepAdded: 'Étape ajoutée',
  stepChanged: 'Étape modifiée',
  stepDone: 'Étape faite, ou rouverte',
  stepMoved: 'Étape déplacée',
  stepRemoved: 'Étape retirée',
  dependencyAdded: 'Actions liées',
  dependencyRemoved: 'Lien entre actions retiré',
  placeAdded: 'Lieu ajouté',
  placeChanged: 'Lieu modifié',
  placeRemoved: 'Lieu retiré',
  noteAdded: 'Note ajoutée',
  noteRemoved: 'Note retirée',
  attachmentAdded: 'Document joint à une action',
  attachmentRemoved: 'Document d’une action retiré',
  blockingAdded: 'Blocage signalé',
  blockingLifted: 'Blocage levé',
  actionIndicatorAdded: 'Indicateur suivi par une action',
  actionIndicatorChanged: 'Cible d’un indicateur modifiée',
  actionIndicatorObserved: 'Valeur d’un indicateur observée',
  actionIndicatorRemoved: 'Indicateur d’une action retiré',
  frameworkAdded: 'Cadre ajouté',
  frameworkChanged: 'Cadre modifié',
  frameworkRemoved: 'Cadre retiré',
  orientationAdded: 'Orientation ajoutée',
  orientationChanged: 'Orientation modifiée',
  orientationMoved: 'Orientation déplacée',
  orientationRemoved: 'Orientation retirée',
  indicatorAdded: 'Indicateur ajouté',
  indicatorChanged: 'Indicateur modifié',
  indicatorRemoved: 'Indicateur retiré',
  indicatorObserved: 'Valeur d’un indicateur enregistrée',
  indicatorValueWithdrawn: 'Valeur d’un indicateur retirée',
  costLineAdded: 'Coût ajouté',
  costLineChanged: 'Coût modifié',
  costLineRemoved: 'Coût retiré',
  fundingLineAdded: 'Financement ajouté',
  fundingLineChanged: 'Financement modifié',
  fundingLineRemoved: 'Financement retiré',
  fundingStepRecorded: 'Étape d’un financement enregistrée',
  fundingStepWithdrawn: 'Étape d’un financement retirée',
  fundingPlanAccepted: 'Plan de financement proposé, accepté',
  actionCreated: 'Action créée',
  actionEdited: 'Fiche d’action modifiée',
  actionRemoved: 'Action retirée du plan',
  changesUndone: 'Modifications annulées',
  grantsListed: 'Liste de subventions déposée',
  grantDecided: 'Subvention rapprochée ou écartée',
  grantUndecided: 'Verdict sur une subvention retiré',
  postAdded: 'Poste ajouté',
  postChanged: 'Poste modifié',
  postRemoved: 'Poste retiré',
  sectorAdded: 'Périmètre ajouté',
  sectorChanged: 'Fiche d’un périmètre modifiée',
  sectorRemoved: 'Périmètre retiré',
  sectorVersionAdded: 'Version d’un périmètre ajoutée',
  sectorVersionWithdrawn: 'Version d’un périmètre retirée',
  sectorFileHandedIn: 'Fichier de périmètres déposé',
  sectorFileChanged: 'Fichier de périmètres repris ou abandonné',
  sectorFileRepaired: 'Tracés d’un fichier réparés',
  sectorFileApplied: 'Fichier de périmètres appliqué',
  postYearKept: 'Année d’un poste enregistrée',
}
type Line = {
  readonly position: number; readonly at: Instant; readonly personName: string | null; readonly what: string; readonly objectId: string
  readonly before: unknown; readonly after: unknown; readonly hash: Uint8Array
}
type Props = {
  readonly frame: Frame; readonly slug: string; readonly objectId?: string | undefined; readonly lines: readonly Line[]
  readonly older?: number | undefined
}

export const JournalPage = ({ frame, slug, objectId, lines, older }: Props) => (
  <Page {...frame} title={objectId === undefined ? 'Journal' : 'Journal d’un objet'}
    breadcrumb={objectId === undefined ? [] : [{ href: paths.journal(slug), label: 'Journal' }]}
    intro={'Chaque écriture, avec son auteur, sa date et ce qu’elle a changé. Les écritures sont scellées l’une à l’autre : une ligne '
      + 'modifiée, retirée ou déplacée se voit.'}>
    <Table
      caption="Écritures, la plus récente d’abord" captionHidden rows={lines} rowKey={(line) => String(line.position)}
      empty={<Empty title="Aucune écriture"><p>Rien n’a encore été écrit ici.</p></Empty>}
      columns={[
        { key: 'position', label: 'N°', rowHeader: true, cell: (line) => line.position },
        { key: 'at', label: 'Quand', cell: (line) => <Moment at={line.at} /> },
        { key: 'who', label: 'Qui', cell: (line) => line.personName ?? 'Chapeau' },
        { key: 'what', label: 'Quoi',
          cell: (line) => objectId === undefined ? <a href={paths.objectJournal(slug, line.objectId)}>{eventNames[line.what] ?? line.what}</a>
            : eventNames[line.what] ?? line.what },
        { key: 'change', label: 'Changement', cell: (line) => <Change line={line} /> },
        { key: 'seal', label: 'Sceau', cell: (line) => <code class="quiet">{hex(line.hash)}</code> },
      ]}
    />
    {older === undefined ? null : <p><a href={`${new URL(frame.here, 'http://x').pathname}?avant=${older}`}>Écritures plus anciennes</a></p>}
  </Page>
)

const hex = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('')

const Change = ({ line }: { line: Line }) => (
  <details>
    <summary>{`Avant et après de l’écriture ${line.position}`}</summary>
    <p>Avant</p>
    <pre class="typed">{shown(line.before)}</pre>
    <p>Après</p>
    <pre class="typed">{shown(line.after)}</pre>
  </details>
)

const shown = (value: unknown): string => (value === null || value === undefined ? 'rien' : JSON.stringify(value, null, 2))
