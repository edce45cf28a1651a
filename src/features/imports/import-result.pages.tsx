// The result of a dry run, or of an import applied: counts, rows with their reasons, what was set aside, and the accord to give.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Subnav } from '../../design/subnav.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { verdicts } from './import-compare.rules.ts'
import type { MatchedBy, Verdict } from './import-compare.rules.ts'
import type { ImportSummary, ReportedCell, ReportedChange, RowDetails } from './import-report.rules.ts'
import { matchWords, reasonWords, verdictWords } from './import.words.ts'
import { importsCrumb, planCrumb } from './imports.pages.tsx'

type Row = {
  readonly position: number; readonly sheet: string; readonly rowNumber: number; readonly verdict: Verdict; readonly actionId: string | null;
    readonly code: string | null
  readonly title: string; readonly matchedBy: MatchedBy | null; readonly details: RowDetails
}
type Props = {
  readonly frame: Frame; readonly slug: string; readonly id: string; readonly fileName: string; readonly documentId: string;
    readonly onceKey: string; readonly stale: boolean
  readonly summary: ImportSummary; readonly rows: readonly Row[]; readonly verdict: Verdict | undefined; readonly page: number; readonly pages: number
  readonly applied: { readonly at: Instant; readonly setId: string | null } | undefined
}

export const ImportResultPage = (props: Props) => {
  const { frame, slug, id, fileName, summary, applied, stale } = props
  return (
    <Page {...frame} title={applied === undefined ? 'Essai à blanc' : 'Import appliqué'} width="full" breadcrumb={[planCrumb(slug),
      importsCrumb(slug)]} intro={fileName}>
      {stale ? (
        <Notice tone="warning" title="Le plan a changé depuis l’essai">
          <p>Quelqu’un a modifié le plan entre l’essai et votre accord : rien n’a été écrit. Voici le résultat recalculé ; vérifiez-le,
            puis appliquez-le.</p>
        </Notice>
      ) : null}
      {applied === undefined ? null : <Applied slug={slug} applied={applied} />}
      <Stats>
        {verdicts.map((verdict) => (
          <Stat key={verdict} label={capital(counted(verdict,
            applied !== undefined))} value={summary.counts[verdict]} tone={verdictWords[verdict].tone}
            href={`${paths.import(slug, id)}?lignes=${verdictWords[verdict].address}`} />
        ))}
      </Stats>
      {applied === undefined ? <Accord {...props} /> : null}
      <Rows {...props} />
      <Accounts {...props} />
    </Page>
  )
}

const past: Readonly<Record<Verdict, string>> = { created: 'créées', changed: 'modifiées', unchanged: 'inchangées', refused: 'refusées' }
const pastOne: Readonly<Record<Verdict, string>> = { created: 'Créée', changed: 'Modifiée', unchanged: 'Inchangée', refused: 'Refusée' }
const counted = (verdict: Verdict, done: boolean): string => (done ? past[verdict] : verdictWords[verdict].many)
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const Applied = ({ slug, applied }: { slug: string; applied: NonNullable<Props['applied']> }) => (
  <>
    <Notice tone="success" title="Le tableau est dans le plan">
      <p>Appliqué le <Moment at={applied.at} />. Importer de nouveau le même fichier ne changera rien.</p>
    </Notice>
    <Buttons>
      <LinkButton href={paths.plan(slug)} emphasis="primary">Voir le plan</LinkButton>
      {applied.setId === null ? null : <LinkButton href={paths.changeSet(slug, applied.setId)}>Voir ou annuler ces modifications</LinkButton>}
    </Buttons>
  </>
)

const Accord = ({ slug, id, summary, onceKey, documentId }: Props) => {
  const { created, changed, refused } = summary.counts
  const writable = created + changed
  const unread = summary.sheets.every((sheet) => !sheet.found || sheet.aside)
  const rowless = !unread && Object.values(summary.counts).every((count) => count === 0)
  return (
    <Section title="Votre accord">
      {unread ? (
        <Notice tone="warning" title="Aucun tableau d’actions n’a été reconnu">
          <p>Vérifiez que la feuille porte une ligne de titres (« Action », « Maître d’ouvrage », « Début »…), ou désignez vous-même les colonnes.</p>
        </Notice>
      ) : (
        <p>
          {rowless ? 'Le tableau n’a aucune ligne sous ses titres : complétez-le, puis déposez-le de nouveau.'
            : writable === 0 ? 'Il n’y a rien à écrire.'
            : `${sentence(writable, 'action sera écrite', 'actions seront écrites')} en une seule fois, et l’ensemble pourra être annulé.`}
          {refused === 0 ? '' : ` ${sentence(refused, 'ligne refusée ne sera pas écrite', 'lignes refusées ne seront pas écrites')} : `}
          {refused === 0 ? '' : refused === 1 ? 'téléchargez-la, corrigez-la, importez-la.' : 'téléchargez-les, corrigez-les, importez-les.'}
        </p>
      )}
      <Made summary={summary} />
      <div class="buttons">
        {writable === 0 ? null : (
          <Form action={paths.importApplication(slug, id)}>
            <Hidden name="cle" value={onceKey} />
            <SubmitButton>{`Appliquer au plan (${writable})`}</SubmitButton>
          </Form>
        )}
        <LinkButton href={paths.importMapping(slug, id)} emphasis={unread ? 'primary' : 'secondary'}>Vérifier les colonnes</LinkButton>
        {refused === 0 ? null : <LinkButton href={paths.importRefusals(slug, id, 'xlsx')}>Lignes refusées (XLSX)</LinkButton>}
        {refused === 0 ? null : <LinkButton href={paths.importRefusals(slug, id, 'ods')} emphasis="quiet">ODS</LinkButton>}
        <LinkButton href={paths.document(slug, documentId)} emphasis="quiet">Fichier déposé</LinkButton>
      </div>
    </Section>
  )
}

const sentence = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What the import brings besides actions: names nobody knew yet; and what was recognised by little. */
const Made = ({ summary: { made, byNumber = [] } }: { summary: ImportSummary }) => {
  const kinds = [
    ['Organisations à créer', made.organisations], ['Cadres à créer', made.frameworks], ['Orientations à créer', made.orientations],
    ['Étiquettes à créer', made.tags],
    ['Orientations reconnues à leur seul numéro', byNumber.map(([written, label]) => `« ${written} » : ${label}`)],
  ] as const
  const some = kinds.filter(([, names]) => names.length > 0)
  return some.length === 0 ? null : (
    <ul class="plain-list">
      {some.map(([label, names]) => (
        <li key={label}>
          <details><summary>{`${label} : ${names.length}`}</summary><p>{names.slice(0, 200).join(' · ')}</p></details>
        </li>
      ))}
    </ul>
  )
}

const Rows = ({ slug, id, rows, verdict, page, pages, summary, applied }: Props) => {
  const here = paths.import(slug, id)
  const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0)
  const query = verdict === undefined ? '' : `lignes=${verdictWords[verdict].address}&`
  return (
    <Section title="Lignes du fichier" id="lignes">
      <Subnav label="Lignes" links={[
        { href: here, label: 'Toutes', current: verdict === undefined, count: total },
        ...verdicts.map((one) => ({ href: `${here}?lignes=${verdictWords[one].address}`, label: capital(counted(one, applied !== undefined)),
          current: verdict === one, count: summary.counts[one] })),
      ]} />
      <Table
        caption="Lignes du fichier" captionHidden rows={rows} rowKey={(row) =>
          String(row.position)} empty={<Empty title="Aucune ligne de cette sorte"><p>Choisissez une autre liste.</p></Empty>}
        columns={[
          { key: 'row', label: 'Ligne', cell: (row) => <>{row.rowNumber}<span class="quiet">{` ${row.sheet}`}</span></> },
          { key: 'title', label: 'Action', rowHeader: true, cell: (row) => <Title slug={slug} row={row} applied={applied !== undefined} /> },
          { key: 'verdict', label: 'Sort', cell: (row) => <Badge tone={verdictWords[row.verdict].tone}>{applied === undefined
            ? verdictWords[row.verdict].one : pastOne[row.verdict]}</Badge> },
          { key: 'changes', label: 'Avant → après', cell: (row) => <Changes changes={row.details.changes} /> },
          { key: 'cells', label: 'Cases à regarder', cell: (row) => <Cells cells={row.details.cells} /> },
        ]}
      />
      <Pagination page={page} pages={pages} href={(number) => `${here}?${query}page=${number}#lignes`} />
    </Section>
  )
}

const Title = ({ slug, row, applied }: { slug: string; row: Row; applied: boolean }) => {
  const words = [row.code, row.title === '' ? 'Sans nom' : row.title].filter((part) => part !== null).join(' ')
  return (
    <>
      {row.actionId !== null && (row.matchedBy !== null || applied) ? <a href={paths.action(slug, row.actionId)}>{words}</a> : words}
      {row.matchedBy === null ? null : <span class="quiet">{`, ${matchWords[row.matchedBy]}`}</span>}
    </>
  )
}

const Changes = ({ changes }: { changes: readonly ReportedChange[] }) => (changes.length === 0 ? null : (
  <ul class="plain-list">
    {changes.map(({ label, before, after }, rank) => (
      <li key={rank}>
        <strong>{label}</strong>{' : '}
        {before === '' ? null : <><del>{before}</del>{' → '}</>}
        <ins>{after === '' ? 'vide' : after}</ins>
      </li>
    ))}
  </ul>
))

const Cells = ({ cells }: { cells: readonly ReportedCell[] }) => (cells.length === 0 ? null : (
  <ul class="plain-list">
    {cells.map(({ label, words, fate, reason, detail }, rank) => (
      <li key={rank}>
        {fate === 'refused' ? <><Badge tone="negative">Refusée</Badge>{' '}</> : null}
        {label === '' ? null : <strong>{` ${label} : `}</strong>}
        {words === '' ? null : <>« {words} » </>}
        <span class="quiet">{reason === 'twice' && detail !== ''
          ? `Cette action figure déjà à la ligne ${detail}, avec d’autres valeurs : gardez une seule ligne.` : reasonWords[reason]}</span>
      </li>
    ))}
  </ul>
))

/** Every cell of the file that is not empty, and what became of it. */
const Accounts = ({ summary: { cells, aside, asideRows, sheets } }: Props) => (
  <Section title="Le compte est bon"
    intro={`${cells.used + cells.kept + cells.setAside + cells.refused} cases remplies dans le fichier, toutes retrouvées ici.`}>
    <Stats>
      <Stat label="Lues" value={cells.used} note="dans un champ de l’action" />
      <Stat label="Gardées telles quelles" value={cells.kept} note="avec le titre de leur colonne" />
      <Stat label="Mises de côté" value={cells.setAside} note="titres, totaux, notes, feuilles écartées" />
      <Stat label="Refusées" value={cells.refused} note="avec leur ligne" />
    </Stats>
    {asideRows === 0 ? null : (
      <details>
        <summary>{`Lignes qui ne sont pas des actions : ${asideRows}`}</summary>
        <Table
          caption="Lignes mises de côté" captionHidden rows={aside} rowKey={(row) => `${row.sheet} ${row.rowNumber}`} empty={null}
          columns={[
            { key: 'row', label: 'Ligne', cell: (row) => `${row.rowNumber} (${row.sheet})` },
              { key: 'why', label: 'Raison', cell: (row) => reasonWords[row.reason] },
            { key: 'words', label: 'Mots', rowHeader: true, cell: (row) => row.words },
          ]}
        />
      </details>
    )}
    {sheets.some((sheet) => sheet.hidden || sheet.columns.some((column) => column.hidden)) ? (
      <p class="quiet">Des feuilles ou des colonnes masquées ont été lues comme les autres.</p>
    ) : null}
  </Section>
)
