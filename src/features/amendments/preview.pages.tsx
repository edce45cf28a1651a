// An amendment before it is signed, as if it took effect on a day: what collides first, then term, parties, promises and words, beside today.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField } from '../../design/fields.tsx'
import { Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { RedlineSummary } from '../../design/redline-summary.tsx'
import { Redline } from '../../design/redline.tsx'
import { Table } from '../../design/table.tsx'
import { Day } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { RedlineNode } from '../../amending/redline.ts'
import { paths } from '../../paths.ts'
import { choiceNames, ruleInWords } from '../readings/fact.words.ts'
import { plural } from './text-parts.tsx'
import type { BodyChange, BodyRead, PromiseChange, PromiseRead } from './preview.rules.ts'

/** One side of the comparison: what holds without the amendment, or with it. */
export type Side = { readonly endsOn: PlainDate | null; readonly parties: readonly string[] }
export type PreviewProps = {
  readonly frame: Frame; readonly slug: string; readonly amendment: { readonly slug: string; readonly title: string }
  readonly amended: { readonly slug: string; readonly title: string }; readonly day: PlainDate
  readonly typedDay: string; readonly faults: readonly Fault[]
  /** Sentences: what cannot be done, and what collides. */
  readonly refused: readonly string[]; readonly sentences: readonly string[]; readonly signed: boolean
  /** Why no new end can be told. */
  readonly uncounted: string | undefined
  readonly before: Side; readonly after: Side; readonly promises: readonly PromiseChange[]; readonly bodies: readonly BodyChange[]
  readonly nodes: readonly RedlineNode[]
}
export const PreviewPage = (props: PreviewProps) => {
  const { frame, slug, amendment, amended, day, refused, sentences } = props
  return (
    <Page {...frame} title={`Aperçu : ${amendment.title}`} heading="Aperçu de l’avenant" faults={props.faults}
      breadcrumb={[{ href: paths.conventions(slug), label: 'Conventions' }, { href: paths.convention(slug, amendment.slug), label: amendment.title }]}
      intro={<>Ce que deviendrait <a href={paths.convention(slug, amended.slug)}>{amended.title}</a> si l’avenant
        prenait effet le {inWords(day)}. {props.signed ? 'Cet avenant est signé.' : 'Rien n’est signé : cet aperçu n’a aucun effet.'}</>}
      actions={<LinkButton href={paths.instructions(slug, amendment.slug)}>Instructions</LinkButton>}>
      <FaultSummary faults={props.faults} />
      <Form action={paths.preview(slug, amendment.slug)} method="get" layout="inline" label="Jour de l’aperçu">
        <DateField name="effet" label="Prise d’effet" value={props.typedDay} faults={props.faults} hint="jj/mm/aaaa" />
        <SubmitButton emphasis="secondary">Voir à cette date</SubmitButton>
      </Form>
      {refused.length === 0 ? null : (
        <Notice tone="error"
          title={refused.length === 1 ? 'Une instruction ne s’applique pas' : `${refused.length} instructions ne s’appliquent pas`}>
          <ul>{refused.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </Notice>
      )}
      <Section title="En résumé">
        {sentences.length === 0 ? <p class="quiet">Aucune instruction ne s’applique au texte de ce jour.</p>
          : <ol class="instructions">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ol>}
      </Section>
      <SideBySide {...props} />
      <Promises changes={props.promises} />
      <Bodies changes={props.bodies} />
      <Section title="Le texte, mot à mot" intro="Ce que l’avenant retire est barré, ce qu’il ajoute est souligné.">
        <RedlineSummary parts={props.nodes} />
        <Redline parts={props.nodes} level={3} layout="sides" href={({ key }) => paths.provision(slug, amended.slug, key)} />
      </Section>
    </Page>
  )
}

const endDay = (day: PlainDate | null) => (day === null ? <span class="quiet">non établie</span> : <Day date={day} />)

const SideBySide = ({ before, after, day, uncounted }: PreviewProps) => {
  const added = after.parties.filter((party) => !before.parties.includes(party))
  const gone = before.parties.filter((party) => !after.parties.includes(party))
  return (
    <Section title="Durée et parties">
      {uncounted === undefined ? null : <Notice tone="warning"><p>{uncounted}</p></Notice>}
      <div class="sides">
        <div>
          <h3>Sans l’avenant</h3>
          <Facts lines={[{ term: 'Fin de la convention', value: endDay(before.endsOn) }, { term: 'Parties', value: before.parties.length },
            ...(gone.length === 0 ? [] : [{ term: 'Se retire', value: gone.join(', ') }])]} />
        </div>
        <div>
          <h3>{`Avec l’avenant, au ${inWords(day)}`}</h3>
          <Facts lines={[
            { term: 'Fin de la convention',
              value: <>{endDay(after.endsOn)} {before.endsOn === after.endsOn ? null : <Badge tone="caution">Change</Badge>}</> },
            { term: 'Parties', value: after.parties.length },
            ...(added.length === 0 ? [] : [{ term: 'Adhère', value: <>{added.join(', ')} <Badge tone="caution">Change</Badge></> }]),
          ]} />
        </div>
      </div>
    </Section>
  )
}

const noWord = <span class="quiet">–</span>
const promise = (read: PromiseRead | null) => (read === null ? noWord
  : <>{choiceNames[read.kind] ?? read.kind}{read.bearer === undefined ? '' : ` (${read.bearer})`}, {ruleInWords(read.rule)}</>)
const articleOf = (change: { before: { article: string } | null; after: { article: string } | null }): string =>
  (change.after ?? change.before)?.article ?? ''

const Promises = ({ changes }: { changes: readonly PromiseChange[] }) => (
  <Section title="Engagements">
    <Table caption="Engagements qui changent" captionHidden rows={changes} rowKey={(change) => JSON.stringify(change)}
      empty={<p class="quiet">Aucun engagement lu dans le texte ne change.</p>}
      columns={[
        { key: 'article', label: 'Article', rowHeader: true, cell: articleOf },
        { key: 'before', label: 'Sans l’avenant', cell: ({ before }) => promise(before) },
        { key: 'after', label: 'Avec l’avenant', cell: ({ after }) => promise(after) },
      ]} />
  </Section>
)

const body = (read: BodyRead | null) => (read === null ? noWord
  : <>{read.name}, {plural(read.seats.length, 'siège')}{cadence(read.meetingsPerYear)}</>)
const cadence = (perYear: number | undefined): string => (perYear === undefined ? '' : `, au moins ${String(perYear).replace('.', ',')} fois par an`)
const Bodies = ({ changes }: { changes: readonly BodyChange[] }) => changes.length === 0 ? null : (
  <Section title="Instances">
    <Table caption="Instances qui changent" captionHidden rows={changes} rowKey={(change) => JSON.stringify(change)} empty={null}
      columns={[
        { key: 'article', label: 'Article', rowHeader: true, cell: articleOf },
        { key: 'before', label: 'Sans l’avenant', cell: ({ before }) => body(before) },
        { key: 'after', label: 'Avec l’avenant', cell: ({ after }) => body(after) },
      ]} />
  </Section>
)
