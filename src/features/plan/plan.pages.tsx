// The plan: the same filter above each of its views.
import type { ComponentChildren } from 'preact'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Subnav } from '../../design/subnav.tsx'
import { paths } from '../../paths.ts'
import { narrows } from '../../planning/plan-filter.ts'
import { planViews, queryOf } from './plan-address.rules.ts'
import type { PlanView } from './plan-address.rules.ts'
import { PlanFilterBar } from './plan-filter.pages.tsx'
import type { FilterProps } from './plan-filter.pages.tsx'

const viewNames: Readonly<Record<PlanView, string>> = {
  table: 'Liste', board: 'Tableau', timeline: 'Frise', calendar: 'Calendrier', map: 'Carte',
}

type PlanProps = FilterProps & {
  readonly frame: Frame; readonly total: number; readonly mayEdit: boolean; readonly mayImport: boolean
  /** What was just done, and the views people kept. */
  readonly notice?: ComponentChildren; readonly saved?: ComponentChildren; readonly children: ComponentChildren
}
export const PlanPage = (props: PlanProps) => {
  const { frame, slug, asked, faults, total, mayEdit, mayImport, notice, saved, children } = props
  const filtered = narrows(asked.filter)
  return (
    <Page {...frame} title="Plan d’action" faults={faults} width={asked.view === 'table' || asked.view === 'timeline' ? 'full' : 'work'}
      actions={<>
        {mayEdit ? <LinkButton href={paths.newAction(slug)} emphasis="primary" icon="plus">Ajouter une action</LinkButton> : null}
        {mayImport ? <LinkButton href={paths.imports(slug)} icon="upload">Importer</LinkButton> : null}
      </>}>
      {notice}
      <FaultSummary faults={faults} within="filtre" />
      <Subnav label="Présentations du plan" links={planViews.map((view) =>
        ({ href: `${paths.plan(slug)}${queryOf(asked, { view })}`, label: viewNames[view], current: view === asked.view }))} />
      <PlanFilterBar {...props} />
      <div class="plan-bar">
        <p class="plan-count" role="status"><strong>{total.toLocaleString('fr-FR')}</strong> {total > 1 ? 'actions' : 'action'}
          {filtered ? ' dans ce choix' : ''}</p>
        <div class="plan-tools">
          {saved}
          {props.scope.seesAll ? <LinkButton href={paths.changeSets(slug)} emphasis="quiet" small>Modifications</LinkButton> : null}
          {total > 0 ? <Exports slug={slug} query={queryOf(asked)} /> : null}
        </div>
      </div>
      {total > 0 ? children : filtered ? (
        <Empty title="Aucune action ne répond à ce choix"><p>Retirez un critère, ou cherchez d’autres mots.</p></Empty>
      ) : (
        <Empty title="Le plan est encore vide"
          action={mayEdit ? <LinkButton href={paths.newAction(slug)} emphasis="primary">Ajouter une action</LinkButton> : undefined}>
          <p>Chaque action a sa fiche : ce qu’elle fait, pour quelle orientation,
            qui la porte, quand, avec quel argent. On les saisit une à une, ou on
            importe le tableau qui existe déjà.</p>
        </Empty>
      )}
    </Page>
  )
}

const formats = [
  ['xlsx', 'Tableur Excel (XLSX)'], ['ods', 'Tableur libre (ODS)'], ['csv', 'Texte (CSV)'], ['docx', 'Fiches Word (DOCX)'],
  ['pdf', 'Fiches à imprimer (PDF)'],
  ['json', 'Schéma national « projets de territoire » (JSON)'],
] as const
const Exports = ({ slug, query }: { slug: string; query: string }) => (
  <details class="view-menu">
    <summary>Exporter</summary>
    <div class="view-menu-box">
      <p class="quiet">Les actions de ce choix, dans cet ordre.</p>
      <ul class="plain-list">
        {formats.map(([format, label]) => <li key={format}><a href={`${paths.planFile(slug, format)}${query}`}>{label}</a></li>)}
      </ul>
    </div>
  </details>
)

type BulkNoticeProps = { readonly slug: string; readonly id: string; readonly label: string; readonly undone: boolean }
export const BulkNotice = ({ slug, id, label, undone }: BulkNoticeProps) => (
  <Notice tone={undone ? 'info' : 'success'} title={undone ? 'Modification annulée' : 'Modification faite'}>
    <p>{label}. <a href={paths.changeSet(slug, id)}>{undone ? 'Voir le détail' : 'Voir le détail, ou annuler'}</a></p>
  </Notice>
)
