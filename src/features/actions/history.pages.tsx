// The history of an action, field by field: before, after, who, when, and in which set.
import { Badge } from '../../design/badge.tsx'
import { Empty } from '../../design/empty.tsx'
import { ButtonForm, LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Moment } from '../../design/time.tsx'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import { setKindNames } from './change-set.words.ts'
import type { SetKind } from './change-set.words.ts'

/** A change in words. */
export type ShownChange = { readonly key: string; readonly name: string; readonly before: string; readonly after: string }
export type ShownSet = {
  readonly id: string; readonly kind: SetKind; readonly label: string; readonly objects: number; readonly undone: boolean; readonly by: string;
  readonly at: Instant
  readonly changes: readonly ShownChange[]
}
type Props = PartFrame & {
  readonly sets: readonly ShownSet[]; readonly mayViewJournal: boolean
  readonly removed: { readonly setId: string | undefined; readonly mayRestore: boolean } | undefined
  readonly onceKey: string; readonly fields: readonly { readonly value: string; readonly label: string }[]; readonly field: string
}

export const HistoryPage = ({ sets, removed, mayViewJournal, onceKey, fields, field, ...part }: Props) => (
  <PartPage {...part} part="history" title="Historique" mayEdit
    intro="Chaque changement de la fiche, du plus récent au plus ancien : avant, après, qui et quand.">
    {removed === undefined ? null : (
      <Notice tone="warning" title="Cette action est retirée du plan">
        <p>Elle n’est plus dans les listes ni dans les sommes ; rien n’est effacé.</p>
        {removed.mayRestore && removed.setId !== undefined
          ? <ButtonForm to={paths.changeSetUndo(part.slug, removed.setId)} fields={{ cle: onceKey }}>Remettre dans le plan</ButtonForm> : null}
      </Notice>
    )}
    {fields.length < 2 ? null : (
      <nav aria-label="Champs changés" class="tag-links">
        <a href={paths.actionHistory(part.slug, part.action.id)} aria-current={field === '' ? 'page' : undefined}>Tout</a>
        {fields.map(({ value, label }) => (
          <a key={value} href={`${paths.actionHistory(part.slug, part.action.id)}?champ=${value}`}
            aria-current={field === value ? 'page' : undefined}>{label}</a>
        ))}
      </nav>
    )}
    {sets.length === 0 ? <Empty title="Aucun changement"><p>Rien n’a changé depuis la création de cette fiche.</p></Empty> : null}
    <ol class="change-sets">
      {sets.map((set) => <li key={set.id}><SetOfAction slug={part.slug} set={set} /></li>)}
    </ol>
    {mayViewJournal ? (
      <p>
        <LinkButton href={paths.objectJournal(part.slug, part.action.id)} emphasis="quiet">
          Journal scellé de cette action, étapes et notes comprises
        </LinkButton>
      </p>
    ) : null}
  </PartPage>
)

const SetOfAction = ({ slug, set }: { slug: string; set: ShownSet }) => (
  <article class="change-set">
    <h2 class="change-set-title">
      <a href={paths.changeSet(slug, set.id)}>{set.label}</a> <Badge tone="neutral">{setKindNames[set.kind]}</Badge>
      {set.undone ? <Badge tone="caution">Annulé depuis</Badge> : null}
    </h2>
    <p class="quiet">{set.by}, <Moment at={set.at} />{set.objects > 1 ? `, avec ${set.objects.toLocaleString('fr-FR')} objets en tout` : ''}</p>
    <ChangeList changes={set.changes} />
  </article>
)

/** Before and after, one change a line. */
export const ChangeList = ({ changes }: { changes: readonly ShownChange[] }) => (
  <dl class="change-list">
    {changes.map(({ key, name, before, after }) => (
      <div key={key}>
        <dt>{name}</dt>
        <dd><span class="visually-hidden">{'Avant\u00a0: '}</span>{before === '' ? <em class="quiet">Vide</em> : <del>{before}</del>}</dd>
        <dd><span class="visually-hidden">{'Après\u00a0: '}</span>{after === '' ? <em class="quiet">Vide</em> : <ins>{after}</ins>}</dd>
      </div>
    ))}
  </dl>
)
