// Documents handed in and their readings: the list, and a reading under way or failed.
import { Badge } from '../../design/badge.tsx'
import { Empty } from '../../design/empty.tsx'
import { ButtonForm, LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { LiveRegion, Progress } from '../../design/progress.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'

type Line = {
  readonly id: string; readonly documentId: string; readonly fileName: string; readonly requestedAt: Instant; readonly finishedAt: Instant | null
  readonly problem: string | null; readonly title: string | null; readonly conventionSlug: string | null; readonly setAsideAt: Instant | null
}
type ListProps = { readonly frame: Frame; readonly slug: string; readonly readings: readonly Line[]; readonly mayDeposit: boolean }

export const ReadingsPage = ({ frame, slug, readings, mayDeposit }: ListProps) => {
  const deposit = mayDeposit ? <LinkButton href={paths.newDocument(slug)} emphasis="primary">Déposer un document</LinkButton> : undefined
  return (
    <Page {...frame} title="Documents et lectures" actions={deposit}
      intro="Chaque document est gardé tel quel, octet pour octet, avec son empreinte.">
      <Table
        caption="Lectures, la plus récente d’abord" captionHidden rows={readings} rowKey={(reading) => reading.id}
        empty={<Empty title="Aucun document pour l’instant" action={deposit}>
          <p>Déposez la convention signée : Chapeau la lit et propose les faits à relire.</p>
        </Empty>}
        columns={[
          { key: 'file', label: 'Document', rowHeader: true,
            cell: (reading) => <a href={paths.reading(slug, reading.id)}>{reading.title ?? reading.fileName}</a> },
          { key: 'name', label: 'Fichier', cell: (reading) => <a href={paths.document(slug, reading.documentId)} download>{reading.fileName}</a> },
          { key: 'at', label: 'Déposé le', cell: (reading) => <Moment at={reading.requestedAt} /> },
          { key: 'state', label: 'État', cell: (reading) => <ReadingState reading={reading} slug={slug} /> },
        ]}
      />
    </Page>
  )
}

const ReadingState = ({ reading, slug }: { reading: Line; slug: string }) => {
  if (reading.conventionSlug !== null) return <a href={paths.convention(slug, reading.conventionSlug)}><Badge tone="positive">Publiée</Badge></a>
  if (reading.setAsideAt !== null) return <Badge>Retirée</Badge>
  if (reading.problem !== null) return <Badge tone="negative">Illisible</Badge>
  return reading.finishedAt === null ? <Badge tone="info">Lecture en cours</Badge> : <Badge tone="caution">À relire</Badge>
}

type UnderWayProps = { readonly frame: Frame; readonly slug: string; readonly fileName: string; readonly done: number; readonly total: number }
export const ReadingUnderWayPage = ({ frame, slug, fileName, done, total }: UnderWayProps) => (
  <Page {...frame} title="Lecture en cours" refresh={2} breadcrumb={[{ href: paths.readings(slug), label: 'Documents et lectures' }]}
    intro={fileName}>
    <LiveRegion id="lecture" seconds={1}>
      <Progress label="Lecture du document" value={total === 0 ? undefined : done} max={Math.max(total, 1)}
        words={total === 0 ? 'La lecture commence.' : `${done} sur ${total}`} />
      <p>Vous pouvez quitter cette page : la lecture continue, et vous la retrouverez dans « Documents et lectures ».</p>
    </LiveRegion>
  </Page>
)

type FailedProps = {
  readonly frame: Frame; readonly slug: string; readonly fileName: string; readonly documentId: string; readonly sentence: string
  readonly mayDeposit: boolean
  /** Where to set the reading aside, when this reader may. */
  readonly withdrawal: string | undefined
}
export const ReadingFailedPage = ({ frame, slug, fileName, documentId, sentence, mayDeposit, withdrawal }: FailedProps) => (
  <Page {...frame} title="Document illisible" breadcrumb={[{ href: paths.readings(slug), label: 'Documents et lectures' }]} intro={fileName}>
    <Notice tone="error" title="La lecture n’a rien donné"><p>{sentence}</p></Notice>
    <div class="buttons">
      {mayDeposit ? <LinkButton href={paths.newDocument(slug)} emphasis="primary">Déposer un autre document</LinkButton> : null}
      <LinkButton href={paths.document(slug, documentId)}>Télécharger le document déposé</LinkButton>
      {withdrawal === undefined ? null : <ButtonForm to={withdrawal} emphasis="quiet">Retirer cette lecture</ButtonForm>}
    </div>
  </Page>
)
