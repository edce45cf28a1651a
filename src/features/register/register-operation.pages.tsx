// One operation of the register: what the list states of each commune beside what is computed, problems, remarks as stated, and every list before.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { DateField } from '../../design/fields.tsx'
import { Form, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day, ShortDay } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { RegisterChange } from './change.rules.ts'
import { stateOn } from './commune-state.rules.ts'
import type { CommuneEnd } from './commune-state.rules.ts'
import type { ListRow } from './list-row.rules.ts'
import { StateBadge } from './register.pages.tsx'
import { gravity } from './register.rules.ts'
import type { RegisteredCommune, RegisteredOperation } from './register.rules.ts'
import {
  basisNames, changeSentence, communeProblem, epciProblem, programmeNames, reasonSentence, shapeNames, signingNames,
} from './register.words.ts'

/** What one list said of the operation, and what changed since the one before. */
export type PastList = {
  readonly listedOn: PlainDate; readonly communes: number; readonly signed: number; readonly changes: readonly RegisterChange[]
}
type Props = {
  readonly frame: Frame; readonly operation: RegisteredOperation; readonly listedOn: PlainDate; readonly day: PlainDate; readonly typedDay: string
  readonly faults: readonly Fault[]; readonly history: readonly PastList[]
}

export const RegisterOperationPage = ({ frame, operation, listedOn, day, typedDay, faults, history }: Props) => (
  <Page {...frame} title={operation.name} faults={faults} breadcrumb={[{ href: paths.register(), label: 'Registre national' }]}
    intro={`D’après la liste de suivi de l’État au ${inWords(listedOn)}. Seules les conventions et leurs avenants font foi.`}>
    <FaultSummary faults={faults} />
    <Identity operation={operation} />
    <Form action={paths.registerEpci(operation.key)} method="get" layout="inline">
      <DateField name="le" label="État à la date du" required={false} value={typedDay} faults={faults} hint="jj/mm/aaaa ; aujourd’hui sinon." />
      <SubmitButton emphasis="secondary">Voir à cette date</SubmitButton>
    </Form>
    <Section title={`Communes au ${inWords(day)}`}>
      <Communes operation={operation} day={day} />
    </Section>
    <Problems operation={operation} />
    <Remarks communes={operation.communes} />
    <History history={history} />
  </Page>
)

const Identity = ({ operation }: { operation: RegisteredOperation }) => {
  const signed = operation.communes.filter(({ row }) => row.signed === 'signed').length
  return (
    <Facts lines={[
      { term: 'SIREN', value: operation.siren === null ? 'inconnu' : <a href={paths.epci(operation.siren)}>{operation.siren}</a> },
      { term: 'Département', value: operation.departments.join(', ') || 'non renseigné' },
      { term: 'Région', value: operation.regions.join(', ') || 'non renseignée' },
      { term: 'Communes inscrites', value: `${operation.communes.length}, dont ${signed} ${signed > 1 ? 'signées' : 'signée'}` },
      ...(operation.shapes.length === 0 ? [] : [{
        term: 'Signes d’une convention chapeau',
        value: <ul class="plain-list">{operation.shapes.map((shape) => <li key={shape}>{shapeNames[shape]}</li>)}</ul>,
      }]),
    ]} />
  )
}

const Communes = ({ operation, day }: { operation: RegisteredOperation; day: PlainDate }) => (
  <Table caption="Communes : ce que la liste déclare, ce qui s’en calcule" captionHidden rows={operation.communes} empty={null}
    rowKey={({ row }) => String(row.line)}
    columns={[
      { key: 'commune', label: 'Commune', rowHeader: true,
        cell: ({ row }) => <>{row.commune} <span class="quiet">{`${row.insee} · ${programmeNames[row.programme]}`}</span></> },
      { key: 'stated', label: 'Ce que la liste déclare', cell: ({ row }) => <Stated row={row} /> },
      { key: 'computed', label: 'Ce qui s’en calcule', cell: ({ end }) => <Computed end={end} /> },
      { key: 'state', label: 'État et raison', cell: (commune) => {
        const { state, reason } = stateOn(commune, day)
        return <><StateBadge state={state} /><p class="quiet">{reasonSentence(reason)}</p></>
      } },
    ]} />
)

const Stated = ({ row }: { row: ListRow }) => (
  <>
    {signingNames[row.signed]}{row.signedOn === null ? '' : <> le <ShortDay date={row.signedOn} /></>}
    {row.signed === 'signed' || row.cells.plannedFor === '' ? null : <><br />{`Envisagée : ${row.cells.plannedFor}`}</>}
    <br />Durée : {row.years === null ? 'inconnue' : `${row.years} ${row.years > 1 ? 'ans' : 'an'}`}
    <br />Fin : {row.endsOn === null ? row.cells.endsOn.trim() || 'inconnue' : <ShortDay date={row.endsOn} />}
    {row.cells.progress.trim() === '' ? null : <><br />{`Avancement : ${row.cells.progress.trim().toLowerCase()}`}</>}
    {row.updatedOn === null ? null : <p class="quiet">ligne mise à jour le <ShortDay date={row.updatedOn} /></p>}
  </>
)

const Computed = ({ end }: { end: CommuneEnd }) => (
  <>
    {end.computed === null ? 'Rien : date de signature ou durée inconnue' : <>Signature + durée : <ShortDay date={end.computed} /></>}
    <p class="quiet">{`fin ${basisNames[end.basis]}`}</p>
  </>
)

const words = { contradiction: ['caution', 'Contradiction'], doubt: ['unknown', 'Doute'], note: ['info', 'À savoir'] } as const

const Problems = ({ operation }: { operation: RegisteredOperation }) => {
  const lines = [
    ...operation.problems.map((code) => ({ code, sentence: epciProblem(code, operation), of: '' })),
    ...operation.communes.flatMap((commune) =>
      commune.problems.map((code) => ({ code, sentence: communeProblem(code, commune), of: commune.row.commune }))),
  ]
  return (
    <Section title="Ce qui pose question">
      {lines.length === 0 ? <Notice tone="info"><p>Rien ne se contredit dans ces lignes ; ce qui y manque reste inconnu.</p></Notice> : (
        <ul class="plain-list">
          {lines.map(({ code, sentence, of }) => (
            <li key={`${code} ${of}`}>
              <Badge tone={words[gravity[code]][0]}>{words[gravity[code]][1]}</Badge> {of === '' ? '' : <strong>{`${of} : `}</strong>}{sentence}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The same remark is often written for every commune: it is shown once. */
const Remarks = ({ communes }: { communes: readonly RegisteredCommune[] }) => {
  const remarks = new Map<string, string[]>()
  for (const { row } of communes) {
    const remark = row.cells.remarks.trim()
    if (remark !== '') remarks.set(remark, [...(remarks.get(remark) ?? []), row.commune])
  }
  return remarks.size === 0 ? null : (
    <Section title="Remarques de la liste" intro="Telles qu’elles y sont écrites, adresses et téléphones masqués.">
      <Facts lines={[...remarks].map(([remark, names]) => ({ term: names.join(', '), value: <Remark text={remark} /> }))} />
    </Section>
  )
}

const Remark = ({ text }: { text: string }) => (
  <>{text.split('\n').filter((line) => line.trim() !== '').map((line, rank) => <p key={rank}>{line}</p>)}</>
)

const History = ({ history }: { history: readonly PastList[] }) => (
  <Section title="De liste en liste">
    <Table caption="De liste en liste" captionHidden rows={history} rowKey={({ listedOn }) => listedOn} empty={null} columns={[
      { key: 'list', label: 'Liste du', rowHeader: true, cell: ({ listedOn }) => <Day date={listedOn} /> },
      { key: 'communes', label: 'Communes', align: 'end', cell: ({ communes }) => communes },
      { key: 'signed', label: 'Signées', align: 'end', cell: ({ signed }) => signed },
      { key: 'changes', label: 'Ce qui a changé', cell: ({ changes }) => changes.length === 0 ? 'rien, ou première liste' : (
        <ul class="plain-list">{changes.map((change) => <li key={`${change.insee} ${change.kind}`}>{changeSentence(change)}</li>)}</ul>
      ) },
    ]} />
  </Section>
)
