// Handing in a document: inside an operation, or to start one from its convention.
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { FileField } from '../../design/upload.tsx'
import { paths } from '../../paths.ts'
import type { DepositProblem } from './deposit.rules.ts'

export const depositFaults: Record<DepositProblem, Fault> = {
  fileMissing: ['file', 'Choisissez un document à déposer : le fichier est absent ou vide.'],
  fileTooLarge: ['file', 'Le fichier dépasse 50 Mo : réduisez-le, ou déposez la convention sans ses annexes.'],
  capacityMissing: ['capacity',
    'Indiquez la fonction au nom de laquelle vous agissez, en moins de 200 caractères, puis choisissez de nouveau le document.'],
  epciUnknown: [
    'file', 'Aucune intercommunalité n’est reconnue parmi les parties de ce document : créez d’abord l’opération, puis déposez-y le document.',
  ],
  epciSeveral: [
    'file', 'Plusieurs intercommunalités sont parties à ce document : créez d’abord l’opération de la vôtre, puis déposez-y le document.',
  ],
  tooSlow: ['file', 'Ce document est long à lire : créez d’abord l’opération, puis déposez-y le document ; la lecture s’y poursuivra seule.'],
}
const formats =
  'PDF, Word (.docx), LibreOffice (.odt), Markdown ou texte ; 50 Mo et 500 pages au plus. Un PDF numérisé est lu par reconnaissance de caractères.'

const DocumentField = ({ maxBytes, faults }: { maxBytes: number; faults: readonly Fault[] }) => (
  <FileField name="file" label="Document" accept=".pdf,.docx,.odt,.md,.txt" maxBytes={maxBytes} faults={faults} hint={formats} />
)

type DepositProps = {
  readonly frame: Frame; readonly slug: string; readonly onceKey: string; readonly maxBytes: number; readonly faults: readonly Fault[]
}
export const DepositPage = ({ frame, slug, onceKey, maxBytes, faults }: DepositProps) => (
  <Page {...frame} title="Déposer un document" faults={faults} breadcrumb={[{ href: paths.readings(slug), label: 'Documents et lectures' }]}
    intro={'La convention signée, son annexe ou un avenant : Chapeau en lit les parties, les articles, les dates, les montants, les instances et les '
      + 'engagements.'}>
    <FaultSummary faults={faults} />
    <Notice tone="info"><p>Rien n’est publié avant votre relecture. Le document reste dans cette opération.</p></Notice>
    <Form action={paths.documents(slug)} files>
      <Hidden name="cle" value={onceKey} />
      <DocumentField maxBytes={maxBytes} faults={faults} />
      <Buttons><SubmitButton>Déposer et lire</SubmitButton></Buttons>
    </Form>
  </Page>
)

type FirstProps = {
  readonly frame: Frame; readonly capacity: string; readonly id: string; readonly maxBytes: number; readonly faults: readonly Fault[]
}
export const DepositFirstPage = ({ frame, capacity, id, maxBytes, faults }: FirstProps) => (
  <Page {...frame} title="Partir d’une convention" faults={faults} breadcrumb={[{ href: paths.operations(), label: 'Opérations' }]} width="reading"
    intro={'Déposez la convention signée : son intercommunalité est reconnue dans le texte, et son opération est créée, ou complétée si vous en avez '
      + 'déjà une pour elle.'}>
    <FaultSummary faults={faults} />
    <Form action={paths.deposit()} files>
      <Hidden name="id" value={id} />
      <DocumentField maxBytes={maxBytes} faults={faults} />
      <TextField name="capacity" label="Votre qualité" hint="La fonction au nom de laquelle vous agissez, par exemple « cheffe de projet »."
        value={capacity} faults={faults} />
      <Buttons><SubmitButton>Déposer et lire</SubmitButton></Buttons>
    </Form>
    <p>Un document numérisé est long à lire : <a href={paths.newOperation()}>créez d’abord l’opération</a>, puis déposez-le dans celle-ci.</p>
  </Page>
)
