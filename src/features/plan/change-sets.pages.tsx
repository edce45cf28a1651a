// Sets of changes: what each act on the plan changed, and taking it back.
import { Section } from '../../design/card.tsx'
import { Checkbox } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts } from '../../design/facts.tsx'
import { Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { KeptBecause } from '../../planning/action-undo.ts'
import { setKindNames } from '../actions/change-set.words.ts'
import type { SetKind } from '../actions/change-set.words.ts'
import { ChangeList } from '../actions/history.pages.tsx'
import type { ShownChange } from '../actions/history.pages.tsx'

export type SetLine = {
  readonly id: string; readonly kind: SetKind; readonly label: string; readonly objects: number; readonly undoesId: string | null
  readonly undoneById: string | null; readonly by: string; readonly at: Instant
}
const trail = (slug: string) => [{ href: paths.plan(slug), label: 'Plan d’action' }]
const count = (number: number): string => number.toLocaleString('fr-FR')
const plural = (number: number, one: string, many: string): string => `${count(number)} ${number > 1 ? many : one}`

export const ChangeSetsPage = ({ frame, slug, sets, older }: { frame: Frame; slug: string; sets: readonly SetLine[]; older: string | undefined }) => (
  <Page {...frame} title="Modifications du plan" breadcrumb={trail(slug)}
    intro={'Chaque acte sur le plan, du plus récent au plus ancien : une fiche, un lot, un import. Chacun peut être annulé d’un coup, '
      + 'et son annulation aussi.'}>
    <Table
      caption="Modifications, la plus récente d’abord" captionHidden rows={sets} rowKey={({ id }) => id}
      empty={<Empty title="Aucune modification"><p>Rien n’a encore été écrit dans ce plan.</p></Empty>}
      columns={[
        { key: 'label', label: 'Modification', rowHeader: true, cell: ({ id, label }) => <a href={paths.changeSet(slug, id)}>{label}</a> },
        { key: 'kind', label: 'Nature', cell: ({ kind }) => setKindNames[kind] },
        { key: 'objects', label: 'Objets', align: 'end', cell: ({ objects }) => count(objects) },
        { key: 'by', label: 'Qui', cell: ({ by }) => by },
        { key: 'at', label: 'Quand', cell: ({ at }) => <Moment at={at} /> },
        { key: 'undone', label: 'Annulation', cell: ({ undoneById }) => (undoneById === null ? 'Non'
          : <a href={paths.changeSet(slug, undoneById)}>Annulée</a>) },
      ]}
    />
    {older === undefined ? null : <p><a href={`${paths.changeSets(slug)}?apres=${older}`}>Modifications plus anciennes</a></p>}
  </Page>
)

const becauseWords: Readonly<Record<KeptBecause, string>> = {
  changedSince: 'quelqu’un l’a changé depuis', removedSince: 'l’action a été retirée du plan depuis',
  codeTaken: 'une autre action a pris ce numéro depuis',
}
/** `made`: by this set, which says all there is to say. */
export type ShownAction = { readonly id: string; readonly name: string; readonly changes: readonly ShownChange[]; readonly made: boolean }
export type ShownKept = { readonly actionId: string; readonly name: string; readonly change: ShownChange; readonly because: KeptBecause }
/** What taking the set back would do. `othersBack`, `othersKept`: lines of money and the like. */
export type ShownUndo = {
  readonly back: number; readonly actions: number; readonly removed: number; readonly restored: number
  readonly kept: readonly ShownKept[]; readonly keptCount: number
  readonly othersBack: number; readonly othersKept: number
}
type Props = {
  readonly frame: Frame; readonly slug: string; readonly set: SetLine; readonly actions: readonly ShownAction[]; readonly hidden: number
  /** Undefined when it cannot be taken back: already done, or by someone else's right. */
  readonly undo: ShownUndo | undefined; readonly why: string | undefined; readonly onceKey: string; readonly problem: string | undefined
}

export const ChangeSetPage = ({ frame, slug, set, actions, hidden, undo, why, onceKey, problem }: Props) => (
  <Page {...frame} title={set.label} breadcrumb={[...trail(slug), { href: paths.changeSets(slug), label: 'Modifications' }]}>
    {problem === undefined ? null : <Notice tone="error" title="Rien n’a été annulé" live><p>{problem}</p></Notice>}
    <Facts lines={[
      { term: 'Nature', value: setKindNames[set.kind] }, { term: 'Par', value: `${set.by}, le ${momentInWords(set.at)}` },
      { term: 'Objets', value: count(set.objects) },
      ...(set.undoesId === null ? [] : [{ term: 'Annule', value: <a href={paths.changeSet(slug, set.undoesId)}>la modification d’origine</a> }]),
      ...(set.undoneById === null ? []
        : [{ term: 'Annulée par', value: <a href={paths.changeSet(slug, set.undoneById)}>cette autre modification</a> }]),
    ]} />
    {undo === undefined ? null : <UndoSection slug={slug} set={set} undo={undo} onceKey={onceKey} />}
    {why === undefined ? null : <Notice tone="info"><p>{why}</p></Notice>}
    <Section title="Ce qui a changé"
      intro={hidden > 0 ? `Les ${count(actions.length)} premières actions ; ${count(hidden)} autres ne sont pas montrées ici.` : undefined}>
      {actions.length > 0 ? null : (
        <Empty title="Aucune fiche d’action"><p>Cette modification porte sur d’autres objets, ou sur des fiches que vous ne voyez pas.</p></Empty>
      )}
      {actions.every(({ made }) => !made) ? null : (
        <ul class="columns">
          {actions.filter(({ made }) => made).map(({ id, name }) => (
            <li key={id}><a href={paths.actionHistory(slug, id)}>{name}</a>, mise au plan</li>
          ))}
        </ul>
      )}
      {actions.filter(({ made }) => !made).map(({ id, name, changes }) => (
        <article key={id} class="change-set">
          <h3 class="change-set-title"><a href={paths.actionHistory(slug, id)}>{name}</a></h3>
          <ChangeList changes={changes} />
        </article>
      ))}
    </Section>
  </Page>
)

function goingBack({ back, actions, removed, restored, othersBack }: ShownUndo): string {
  if (back + removed + restored + othersBack === 0) return 'Plus rien ne peut revenir en arrière : tout a changé depuis.'
  const said = [
    removed === 0 ? '' : plural(removed, 'action sera retirée du plan', 'actions seront retirées du plan'),
    restored === 0 ? '' : plural(restored, 'action sera remise dans le plan', 'actions seront remises dans le plan'),
    back === 0 ? ''
      : `${plural(back, 'champ', 'champs')} de ${plural(actions, 'action', 'actions')} ${back > 1 ? 'reviendront' : 'reviendra'} en arrière`,
    othersBack === 0 ? '' : plural(othersBack, 'donnée de financement reviendra en arrière', 'données de financement reviendront en arrière'),
  ]
  return `${said.filter((words) => words !== '').join(' ; ')}.`
}
const left = (kept: number): string => (kept === 0 ? '' : ` ${
  plural(kept, 'donnée a changé depuis : elle sera laissée telle quelle', 'données ont changé depuis : elles seront laissées telles quelles')}.`)

const UndoSection = ({ slug, set, undo, onceKey }: { slug: string; set: SetLine; undo: ShownUndo; onceKey: string }) => (
  <Section title={set.kind === 'undo' ? 'Annuler cette annulation' : 'Annuler cette modification'}>
    <p>{`${goingBack(undo)}${left(undo.keptCount + undo.othersKept)}`}</p>
    {set.kind === 'import' ? (
      <p>Les cadres, orientations, organisations et étiquettes que l’import a créés restent :
        retirez à la main ceux qui ne servent à rien d’autre.</p>
    ) : null}
    {undo.kept.length === 0 ? null : (
      <details>
        <summary>Ce qui sera laissé</summary>
        <ul>
          {undo.kept.map(({ actionId, name, change, because }) => (
            <li key={change.key}><a href={paths.actionHistory(slug, actionId)}>{name}</a>{` : ${change.name}, ${becauseWords[because]}.`}</li>
          ))}
        </ul>
      </details>
    )}
    <Form action={paths.changeSetUndo(slug, set.id)}>
      <Hidden name="cle" value={onceKey} />
      {undo.kept.some(({ because }) => because === 'changedSince') ? (
        <Checkbox name="tout" label="Remettre aussi les champs changés depuis"
          hint="Ce que d’autres y ont écrit depuis est alors remplacé ; l’historique le garde, et cette annulation s’annule aussi." />
      ) : null}
      <Buttons><SubmitButton emphasis="danger">{set.kind === 'undo' ? 'Rétablir' : 'Annuler cette modification'}</SubmitButton></Buttons>
    </Form>
  </Section>
)

