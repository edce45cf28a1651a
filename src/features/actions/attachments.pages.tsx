// The documents of an action: files kept here, addresses elsewhere, and the form that adds one.
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import { FileField } from '../../design/upload.tsx'
import { paths } from '../../paths.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import type { AttachmentProblem, AttachmentRow, AttachmentTyped } from './attachment.rules.ts'

export const attachmentFaults: Record<AttachmentProblem, Fault> = {
  nothingGiven: ['file', 'Choisissez un fichier, ou donnez une adresse.'],
  bothGiven: ['address', 'Donnez un fichier ou une adresse, pas les deux : ajoutez-les l’un après l’autre.'],
  fileTooLarge: ['file', 'Le fichier dépasse 50 Mo : réduisez-le ou découpez-le.'],
  addressRefused: ['address', 'L’adresse doit être complète et commencer par https://, par exemple https://www.example.fr/etude.pdf.'],
  addressTooLong: ['address', 'L’adresse dépasse 2 000 caractères : donnez-en une plus courte.'],
  titleTooLong: ['title', 'Le titre dépasse 300 caractères : raccourcissez-le.'],
}

/** A document that opens or downloads. */
export const AttachmentLink = ({ attachment, slug, actionId }: { attachment: AttachmentRow; slug: string; actionId: string }) => (
  attachment.address === null ? <a href={paths.actionAttachment(slug, actionId, attachment.id)} download>{attachment.title}</a>
    : <a href={attachment.address} rel="noreferrer">{attachment.title}</a>
)

export const weightInWords = (bytes: number): string =>
  (bytes < 1000 ? `${bytes} octets` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} ko` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} Mo`)

/** What it is: the size of a file, or where an address leads. */
export const attachmentKind = ({ address, size }: AttachmentRow): string =>
  (address === null ? `Fichier, ${weightInWords(size ?? 0)}` : `Adresse, ${new URL(address).hostname}`)

type Props = PartFrame & {
  readonly attachments: readonly AttachmentRow[]; readonly typed: AttachmentTyped; readonly faults: readonly Fault[]; readonly onceKey: string
  readonly maxBytes: number
}
export const AttachmentsPage = ({ attachments, typed, faults, onceKey, maxBytes, ...part }: Props) => (
  <PartPage {...part} part="attachments" title="Documents" faults={faults}
    intro="Études, délibérations, plans, photographies : les annexes de la fiche.">
    <Table caption="Documents" captionHidden rows={attachments} rowKey={({ id }) => id}
      empty={<Empty title="Aucun document"><p>Joignez les pièces que l’on vous redemande à chaque dossier.</p></Empty>}
      columns={[
        { key: 'title', label: 'Document', rowHeader: true, cell: (one) => <AttachmentLink attachment={one} slug={part.slug}
          actionId={part.action.id} /> },
        { key: 'kind', label: 'Nature', cell: attachmentKind },
        { key: 'added', label: 'Ajouté', cell: (one) => <><Moment at={one.addedAt} />, {one.addedBy}</> },
        ...(part.mayEdit ? [{ key: 'acts', label: 'Actions', cell: (one: AttachmentRow) => (
          <ButtonForm to={paths.actionAttachmentRemoval(part.slug, part.action.id, one.id)} emphasis="quiet" small label={`Retirer : ${one.title}`}>
            Retirer
          </ButtonForm>
        ) }] : []),
      ]} />
    {part.mayEdit ? (
      <Section title="Ajouter un document">
        <Form action={paths.actionAttachments(part.slug, part.action.id)} files>
          <Hidden name="cle" value={onceKey} />
          <TextField name="title" label="Titre" required={false} value={typed.title} faults={faults} maxLength={300}
            hint="Sans titre, le nom du fichier." />
          <FileField name="file" label="Fichier" required={false} accept="" maxBytes={maxBytes} faults={faults}
            hint="Tout format, 50 Mo au plus ; gardé tel quel." />
          <TextField name="address" label="Ou une adresse" required={false} value={typed.address} faults={faults} maxLength={2000}
            hint="Qui commence par https://." />
          <Buttons><SubmitButton>Ajouter</SubmitButton></Buttons>
        </Form>
      </Section>
    ) : null}
  </PartPage>
)
