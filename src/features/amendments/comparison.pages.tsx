// What changed in a text between two days: the two dates, one line per instruction for a committee, then the text with what came and went.
import { Section } from '../../design/card.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField } from '../../design/fields.tsx'
import { Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { RedlineSummary } from '../../design/redline-summary.tsx'
import { Redline } from '../../design/redline.tsx'
import { Day } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { RedlineNode } from '../../amending/redline.ts'
import { paths } from '../../paths.ts'
import type { Change } from './shown-text.ts'
import { plural } from './text-parts.tsx'

type Place = { readonly frame: Frame; readonly slug: string; readonly convention: { readonly slug: string; readonly title: string } }
const trail = (slug: string, convention: Place['convention']) =>
  [{ href: paths.conventions(slug), label: 'Conventions' }, { href: paths.convention(slug, convention.slug), label: convention.title }]
type ComparisonProps = Place & {
  readonly from: PlainDate; readonly to: PlainDate; readonly typed: { readonly de: string; readonly a: string }; readonly faults: readonly Fault[]
  readonly changes: readonly Change[]; readonly nodes: readonly RedlineNode[]
}
export const ComparisonPage = (props: ComparisonProps) => {
  const { frame, slug, convention, from, to, typed, faults, changes, nodes } = props
  const touched = nodes.filter((node) => node.status !== 'same')
  const file = `${paths.comparisonFile(slug, convention.slug, 'docx')}?de=${from}&a=${to}`
  return (
    <Page {...frame} title={`Comparaison : ${convention.title}`} heading="Ce qui change entre deux dates" faults={faults}
      breadcrumb={trail(slug, convention)}
      actions={<LinkButton href={file}>Word avec révisions</LinkButton>}
      intro={faults.length > 0 ? undefined
        : `Du ${inWords(from)} au ${inWords(to)} : ${changes.length === 0 ? 'aucune instruction' : plural(changes.length, 'instruction')}, `
          + `${plural(touched.length, 'article')} ${touched.length > 1 ? 'touchés' : 'touché'}.`}>
      <FaultSummary faults={faults} />
      <Form action={paths.comparison(slug, convention.slug)} method="get" layout="inline" label="Dates à comparer">
        <DateField name="de" label="De" value={typed.de} faults={faults} hint="jj/mm/aaaa" />
        <DateField name="a" label="À" value={typed.a} faults={faults} hint="jj/mm/aaaa" />
        <SubmitButton emphasis="secondary">Comparer</SubmitButton>
      </Form>
      {faults.length > 0 ? null : <>
        <Outline changes={changes} />
        <Section title="Le texte, mot à mot"
          intro="Ce qui est retiré est barré, ce qui est ajouté est souligné ; les articles inchangés sont repliés.">
          <RedlineSummary parts={nodes} />
          {touched.length === 0 ? null
            : <Redline parts={nodes} level={3} href={({ key }) => `${paths.provision(slug, convention.slug, key)}?le=${to}`} />}
        </Section>
      </>}
    </Page>
  )
}

const Outline = ({ changes }: { changes: readonly Change[] }) => changes.length === 0 ? null : (
  <Section title="En résumé">
    <ol class="instructions">
      {changes.map((change) => (
        <li key={change.instruction}>
          {change.sentence}{' '}
          <span class="quiet"><a href={change.href}>{change.amendment.label}</a>
            {change.since === null ? null : <>, depuis le <Day date={change.since} /></>}</span>
        </li>
      ))}
    </ol>
  </Section>
)

/** A file that could not be made: why, and what to do. */
export const FileFailedPage = ({ frame, slug, convention, sentence }: Place & { readonly sentence: string }) => (
  <Page {...frame} title="Le fichier n’a pas pu être produit" breadcrumb={trail(slug, convention)}>
    <Notice tone="error"><p>{sentence}</p></Notice>
    <p><LinkButton href={paths.convention(slug, convention.slug)}>Revenir au texte</LinkButton></p>
  </Page>
)
