// The board of the plan: a column per state, priority, owner or orientation; cards that move by a small form, or by hand where there is script.
import { Badge } from '../../design/badge.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { ShortDay } from '../../design/time.tsx'
import { Toggles } from '../../design/toggles.tsx'
import { inFigures } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { actionStates } from '../../planning/action-state.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { columnAddress } from './board.ts'
import type { BoardCard, BoardColumn, BoardProps } from './board.ts'
import { boardColumns } from './board-cards.ts'
import type { BoardColumns } from './board-cards.ts'
import type { ViewAsked } from './view-asked.ts'
import { actionTitle, costInWords } from './view.words.ts'

const columnNames: Readonly<Record<BoardColumns, string>> = {
  state: 'État', priority: 'Priorité', owner: 'Maître d’ouvrage', orientation: 'Orientation',
}

export const BoardView = (props: BoardProps) => {
  const { asked, by, columns, others, total } = props
  return (
    <>
      <div class="view-controls">
        <Toggles label="Colonnes par" links={boardColumns.map((one) => (
          { href: asked.link({ par: columnAddress[one] }), label: columnNames[one], current: one === by }))} />
      </div>
      {total === 0 ? <Empty title="Aucune action à montrer"><p>Retirez un critère du filtre pour en voir davantage.</p></Empty> : (
        <div class="board" role="region" aria-label="Tableau des actions" tabIndex={0} data-board={by === 'state' ? '' : undefined}>
          {columns.map((column) => <Column key={column.key} column={column} by={by} asked={asked} />)}
        </div>
      )}
      {others.length === 0 ? null : (
        <>
          <p>{`${others.length} autres colonnes, qui comptent moins d’actions :`}</p>
          <ul class="columns">{others.map(({ key, label, href, total: count }) => <li key={key}><a href={href}>{label}</a>{` (${count})`}</li>)}</ul>
        </>
      )}
    </>
  )
}

const Column = ({ column: { key, label, total, href, cards }, by, asked }: { column: BoardColumn; by: BoardColumns; asked: ViewAsked }) => (
  <section class="board-column" aria-label={label} data-column={by === 'state' && key !== null ? key : undefined}>
    <h2 class="board-head"><span>{label}</span><span class="board-count">{total.toLocaleString('fr-FR')}</span></h2>
    {cards.length === 0 ? <p class="quiet">Aucune action.</p> : (
      <ul class="board-cards">{cards.map((card) => <Card key={card.id} card={card} by={by} asked={asked} />)}</ul>
    )}
    {total > cards.length ? <a class="board-more" href={href}>{`Voir les ${(total - cards.length).toLocaleString('fr-FR')} autres`}</a> : null}
  </section>
)

const Card = ({ card, by, asked }: { card: BoardCard; by: BoardColumns; asked: ViewAsked }) => {
  const { id, state, ownerName, late, blocked, endsOn, forecastEndsOn, ongoing, progress, money, mayMove } = card
  const end = forecastEndsOn ?? endsOn
  const cost = money === undefined ? '' : costInWords(money)
  return (
    <li class="board-card" id={`carte-${id}`} tabIndex={-1} data-card={by === 'state' && mayMove ? '' : undefined}>
      <a class="board-title" href={paths.action(asked.slug, id)}>{actionTitle(card)}</a>
      {late || blocked ? (
        <p class="board-marks">
          {late ? <Badge tone="negative" icon="clock">En retard</Badge> : null}
          {blocked ? <Badge tone="caution" icon="lock">Bloquée</Badge> : null}
        </p>
      ) : null}
      <p class="board-facts">
        {by === 'owner' || ownerName === null ? null : <span>{ownerName}</span>}
        {by === 'state' || state === null ? null : <span>{stateNames[state]}</span>}
        {end === null ? (ongoing ? <span>se poursuit</span> : null)
          : <span>{forecastEndsOn === null ? 'fin ' : 'fin estimée '}<ShortDay date={end} /></span>}
        {progress === null ? null : <span>{`${progress} %`}</span>}
        {cost === '' ? null : <span>{`coût ${cost}`}</span>}
      </p>
      {mayMove ? <Move card={card} asked={asked} /> : null}
    </li>
  )
}

const Move = ({ card: { id, title, state }, asked }: { card: BoardCard; asked: ViewAsked }) => (
  <details class="board-move">
    <summary>Changer l’état<span class="visually-hidden">{` de « ${title} »`}</span></summary>
    <Form action={paths.actionState(asked.slug, id)} layout="inline" label={`Changer l’état de « ${title} »`}>
      <Hidden name="on" value={inFigures(asked.today)} />
      <Hidden name="back" value={`${asked.link({})}#carte-${id}`} />
      <Select name="state" label="Passer à" within={id} choices={actionStates.filter((one) => one !== state).map((one) => (
        { value: one, label: stateNames[one] }))} />
      <SubmitButton emphasis="secondary" small>Passer</SubmitButton>
    </Form>
  </details>
)
