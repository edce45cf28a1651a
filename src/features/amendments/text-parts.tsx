// Pieces of every page that shows a text on a day: its articles with their sources, its versions, what was refused or waits, and the files to take.
import { Section } from '../../design/card.tsx'
import { LegalArticle } from '../../design/legal.tsx'
import type { MarginNote } from '../../design/legal.tsx'
import { Notice } from '../../design/notice.tsx'
import { SourcedWords } from '../../design/provenance.tsx'
import { Day } from '../../design/time.tsx'
import { inWords, plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { Change, ShownText } from './shown-text.ts'

type Place = { readonly slug: string; readonly convention: string }
/** The same page on another day. */
export const onDay = (path: string, day: PlainDate): string => `${path}?le=${day}`

/** What the amendments in force could not do to the text: said before the text itself. */
export const RefusedChanges = ({ text }: { text: ShownText }) => text.refused.length === 0 ? null : (
  <Notice tone="error" title={text.refused.length === 1 ? 'Une instruction d’un avenant ne s’applique pas au texte'
    : `${text.refused.length} instructions d’avenants ne s’appliquent pas au texte`}>
    <ul>
      {text.refused.map((change) => <li key={change.instruction}>{change.message} <a href={change.href}>{change.amendment.label}</a></li>)}
    </ul>
  </Notice>
)

const isAnnulled = ({ state }: Change['amendment']): boolean => state?.state === 'annulled'

/** What is written and not in the text: a later day, an amendment nobody signed yet, or one that was annulled. */
export const WaitingChanges = ({ text, slug }: Place & { text: ShownText }) => {
  const [dated, undated] = [text.waiting.filter((change) => change.since !== null), text.waiting.filter((change) => change.since === null)]
  const drafts = [...new Map(undated.map((change) => [change.amendment.id, change.amendment])).values()]
  return text.waiting.length === 0 ? null : (
    <Section title={drafts.some(isAnnulled) ? 'Sans effet ce jour-là' : 'Pas encore en vigueur ce jour-là'} level={3}>
      <ul class="plain-list">
        {dated.map((change) => <li key={change.instruction}>{change.since === null ? null : <>À partir du <Day date={change.since} /> : </>}
          {change.sentence} <a href={change.href}>{change.amendment.label}</a></li>)}
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={paths.instructions(slug, draft.slug)}>{draft.label}</a>
            {`, ${plural(undated.filter((change) => change.amendment.id === draft.id).length, 'instruction')}`}
            {isAnnulled(draft) ? ', sans effet : il est annulé. ' : ', sans effet tant que sa signature n’est pas établie. '}
            <a href={paths.preview(slug, draft.slug)}>Aperçu<span class="visually-hidden"> de {draft.label}</span></a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the amendments in force changed that no article says: term, parties, sectors, bodies. */
export const BeyondWords = ({ text }: { text: ShownText }) => text.beyond.length === 0 ? null : (
  <Section title="Changé par avenant, hors des articles" level={3}>
    <ul class="plain-list">
      {text.beyond.map((change) => (
        <li key={change.instruction}>
          {change.sentence} <a href={change.href}>{change.amendment.label}</a>
          {change.since === null ? null : <>, depuis le <Day date={change.since} /></>}
        </li>
      ))}
    </ul>
  </Section>
)

export const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`

/** The days on which the text changed, the one shown marked, each with what it changed and a link to compare. */
export const Versions = ({ slug, convention, text }: Place & { text: ShownText }) => {
  const shown = text.versions.findLast((version) => version.since <= text.day)
  const address = paths.convention(slug, convention)
  const first = text.versions[0]
  return first === undefined ? null : (
    <Section title="Versions du texte" aside={<a href={comparisonHref(slug, convention, before(first.since), text.day)}>Comparer deux dates</a>}>
      <ol class="versions">
        <li aria-current={shown === undefined ? 'true' : undefined}>
          <a href={onDay(address, before(first.since))}>Texte d’origine</a>
        </li>
        {text.versions.map((version) => (
          <li key={version.since} aria-current={version === shown ? 'true' : undefined}>
            <a href={onDay(address, version.since)}>Depuis le {inWords(version.since)}</a>
            {' : '}{version.makers.map((maker) => maker.label).join(', ')}{' '}
            <a class="quiet" href={comparisonHref(slug, convention, before(version.since), version.since)}>ce qui change
              <span class="visually-hidden"> le {inWords(version.since)}</span></a>
          </li>
        ))}
      </ol>
    </Section>
  )
}

export const comparisonHref = (slug: string, convention: string, from: PlainDate, to: PlainDate): string =>
  `${paths.comparison(slug, convention)}?de=${from}&a=${to}`
const before = (day: PlainDate): PlainDate => plusDays(day, -1)

const formats = [['docx', 'Word'], ['pdf', 'PDF'], ['akn', 'Akoma Ntoso'], ['md', 'Markdown']] as const
/** The text of this day as a file, and the rules that made it; said aloud when some instructions were written under others. */
export const TextFiles = ({ slug, convention, text }: Place & { readonly text: ShownText }) => (
  <>
    {text.formerAlgorithms.length === 0 ? null : <Notice tone="warning"><p>
      {`Des instructions ont été inscrites sous d’autres règles d’application (${text.formerAlgorithms.join(', ')}) que celles d’aujourd’hui `}
      {`(${text.algorithm}) : relisez leur effet sur le texte.`}
    </p></Notice>}
    <p class="text-files">
      {`Texte au ${inWords(text.day)} : `}
      {formats.map(([format, label], rank) => (
        <>{rank === 0 ? '' : ', '}<a href={onDay(paths.textFile(slug, convention, format), text.day)} download>{label}</a></>
      ))}
      {text.makers.length === 0 ? null : <span class="quiet">{`. Règles d’application : ${text.algorithm}.`}</span>}
    </p>
  </>
)

/** What each amendment did to an article, for its margin. */
export const changeNotes = (changes: readonly Change[]): readonly MarginNote[] => changes.map((change) => ({
  key: change.instruction, kind: 'amendment' as const, title: change.amendment.label, href: change.href,
  detail: <>{change.sentence}{change.since === null ? null : <> En vigueur depuis le <Day date={change.since} />.</>}</>,
}))

type ArticleProps = Place & {
  readonly node: ShownText['nodes'][number]; readonly day: PlainDate; readonly today: PlainDate; readonly notes: readonly MarginNote[]
}
/** An article as it stands that day: words that came later carry the sign of their amendment; a repealed one keeps its address. */
export const AmendedArticle = ({ slug, convention, node, day, today, notes }: ArticleProps) => {
  const address = paths.provision(slug, convention, node.key)
  const repeal = node.changes.findLast((change) => change.amendment.id === node.repealedBy)
  return (
    <LegalArticle number={node.number} heading={repeal === undefined ? node.heading : 'Abrogé'} depth={node.depth} id={node.key}
      href={day === today ? address : onDay(address, day)} label={node.key.startsWith('article') ? 'Article' : ''}
      notes={[...changeNotes(node.changes), ...notes]}>
      {repeal === undefined ? <SourcedWords pieces={node.sourced} />
        : <p class="quiet">Abrogé{repeal.since === null ? '' : ` depuis le ${inWords(repeal.since)}`} par <a
          href={repeal.href}>{repeal.amendment.label}</a>.</p>}
    </LegalArticle>
  )
}
