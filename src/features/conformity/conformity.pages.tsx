// The conformity report: each rule of law with its answer, the words that give it, and what to do when it is not kept.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import { Day } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { ConformityRule, RuleNature } from '../../law/conformity-rule.ts'
import { paths } from '../../paths.ts'
import { choiceNames } from '../readings/fact.words.ts'
import type { ConformityStatus, Finding, RuleResult, UnknownReason } from './conformity.rules.ts'

export const statusNames: Record<ConformityStatus, readonly [name: string, tone: BadgeTone]> = {
  missing: ['Manque', 'negative'], unknown: ['On ne peut le dire', 'unknown'], met: ['Respectée', 'positive'],
  carried: ['Portée par un autre document', 'positive'], unused: ['Faculté non utilisée', 'neutral'], information: ['Pour information', 'info'],
}
const natureNames: Record<RuleNature, string> = {
  duty: 'Obligation', recommendation: 'Recommandation', option: 'Faculté', practice: 'Usage', information: 'Information',
}
const unknownSentences: Record<UnknownReason, string> = {
  noDocument: 'Aucun document de l’opération n’est en vigueur ce jour-là.',
  mainTownUnknown: 'La ville principale n’est pas établie : complétez la fiche de l’opération.',
  pointsElsewhere: 'Aucun document ne le dit, mais un texte renvoie à un autre, qui n’est peut-être pas ici.',
  textsDoNotTell: 'Les textes ne peuvent pas le dire.',
  termUnknown: 'La durée n’est pas connue.',
  noSectorAct: 'Aucun acte enregistré ne fixe ce secteur.',
}

type Props = {
  readonly frame: Frame; readonly slug: string; readonly day: PlainDate; readonly results: readonly RuleResult[]
  /** Documents that count that day, and those that do not: slug and title. */
  readonly counted: readonly { readonly slug: string; readonly title: string }[]
  readonly left: readonly { readonly slug: string; readonly title: string }[]
}
export const ConformityPage = (props: Props) => {
  const { frame, day, results, counted } = props
  const toConfirm = results.filter(({ rule }) => !rule.confirmed).length
  return (
    <Page {...frame} title="Conformité"
      intro={`Ce que la loi demande à une opération de revitalisation de territoire, cherché dans tous ses documents au ${inWords(day)}.`}>
      {counted.length === 0 ? (
        <Empty title="Aucun document en vigueur ce jour-là"><p>Publiez une convention, ou choisissez une autre date.</p></Empty>
      ) : <Figures results={results} />}
      <Notice tone="info">
        <p>{`Un programme a cherché des mots et des actes ; il ne remplace pas la lecture d’une ou d’un juriste. ${toConfirm} règles restent `
          + 'à confirmer dans le texte officiel : elles le disent.'}</p>
      </Notice>
      <Group {...props} title="Ce qui manque" statuses={['missing']} none="Rien ne manque d’après les documents de l’opération." />
      <Group {...props} title="Ce que l’on ne peut pas dire" statuses={['unknown']} none="Toutes les règles ont une réponse." />
      <Group {...props} title="Ce qui est respecté" statuses={['met', 'carried']} none="Aucune règle n’est encore respectée." />
      <details>
        <summary>Facultés non utilisées et informations</summary>
        <Group {...props} title="Facultés et informations" statuses={['unused', 'information']} none="Aucune." />
      </details>
      <Documents {...props} />
    </Page>
  )
}

const Figures = ({ results }: { results: readonly RuleResult[] }) => {
  const count = (...statuses: readonly ConformityStatus[]) => results.filter(({ status }) => statuses.includes(status)).length
  return (
    <Stats>
      <Stat label="Respectées" value={count('met', 'carried')} tone="positive" note="règles dont on a trouvé les mots ou les actes" />
      <Stat label="Manquent" value={count('missing')} {...(count('missing') > 0 && { tone: 'caution' as const })} note="dans aucun document" />
      <Stat label="Inconnues" value={count('unknown')} note="il manque un document, un acte ou une preuve" />
    </Stats>
  )
}

/** What a lawyer reads who left a fault in the rule file: which rule, which key; the rest of the operation goes on. */
export const RuleFilePage = ({ frame, fault }: { frame: Frame; fault: string }) => (
  <Page {...frame} title="Conformité">
    <Notice tone="error">
      <p>{`${fault}.`}</p>
      <p>Corrigez le fichier <code>src/law/conformity.yaml</code>, puis relancez le programme : le rapport revient, et rien n’est perdu.</p>
    </Notice>
  </Page>
)

type GroupProps = Props & { readonly title: string; readonly none: string; readonly statuses: readonly ConformityStatus[] }
const Group = ({ slug, results, counted, title, none, statuses }: GroupProps) => (
  <Section title={title}>
    <Table
      caption={title} captionHidden rows={results.filter(({ status }) => statuses.includes(status))} rowKey={({ rule }) => rule.id}
      empty={<p class="quiet">{none}</p>}
      columns={[
        { key: 'rule', label: 'Règle', rowHeader: true, cell: ({ rule }) => <RuleText rule={rule} /> },
        { key: 'status', label: 'Réponse', cell: ({ status }) => <Badge tone={statusNames[status][1]}>{statusNames[status][0]}</Badge> },
        { key: 'where', label: 'Pourquoi', cell: (result) => <Why slug={slug} result={result} titles={counted} /> },
      ]}
    />
  </Section>
)

const readWords: Record<ConformityRule['read'], string> = { whole: 'Texte lu', extract: 'Lu en extrait', memory: 'Texte non relu' }

const RuleText = ({ rule }: { rule: ConformityRule }) => (
  <div id={rule.id}>
    <p>{rule.rule}</p>
    <p class="quiet">
      {`${rule.id}, ${natureNames[rule.nature].toLowerCase()}. ${rule.source}. `}
      {rule.confirmed ? null : <Badge tone="caution">À confirmer</Badge>}
      {` ${readWords[rule.read]}, vérifié le `}
      <Day date={rule.verifiedOn} />.
    </p>
  </div>
)

type WhyProps = { readonly slug: string; readonly result: RuleResult; readonly titles: Props['counted'] }
const Why = ({ slug, result, titles }: WhyProps) => {
  const { rule, status, findings, lacking, excess, unknown, pointer } = result
  const places = byPlace(findings)
  return (
    <>
      {unknown === null ? null : <p>{unknown === 'textsDoNotTell' ? (rule.evidence.none ?? '') : unknownSentences[unknown]}</p>}
      {status === 'information' && rule.evidence.none !== undefined ? <p>{rule.evidence.none}</p> : null}
      {pointer === null ? null : <p>Le renvoi : <PlaceLink slug={slug} finding={pointer} titles={titles} />.</p>}
      {places.length === 0 ? null
        : <ul class="plain-list">{places.slice(0, shownPlaces).map(([finding, words]) =>
          <li key={`${finding.document}-${finding.provision}-${finding.label}`}>
            {finding.label === null ? null : `${finding.label} : `}
            <PlaceLink slug={slug} finding={finding} titles={titles} />{words === '' ? null : ` : ${words}`}
          </li>)}</ul>}
      {places.length > shownPlaces ? <p class="quiet">{`et ${places.length - shownPlaces} autres`}</p> : null}
      {lacking.length === 0 ? null : <p>{`Il manque : ${lacking.map((name) => choiceNames[name] ?? name).join(', ')}.`}</p>}
      {excess.length === 0 ? null : <p>{`Il y en a trop : ${excess.map((name) => choiceNames[name] ?? name).join(', ')}.`}</p>}
      {status === 'missing' || status === 'unknown' ? <p><strong>À faire :</strong> {rule.remedy}</p> : null}
    </>
  )
}
const shownPlaces = 6

/** What was found of the document as a whole goes on one line; what was found in its clauses, each on its own. */
function byPlace(findings: readonly Finding[]): readonly (readonly [finding: Finding, words: string])[] {
  const wholes = [...new Set(findings.filter(({ provision }) => provision === null).map(({ document }) => document))]
  return [
    ...wholes.flatMap((document) => {
      const same = findings.filter((finding) => finding.provision === null && finding.document === document)
      return same[0] === undefined ? [] : [[same[0], same.map(wordsOf).join(', ')] as const]
    }),
    ...findings.filter(({ provision }) => provision !== null).map((finding) => [finding, `« ${finding.words} »`] as const),
  ]
}

const wordsOf = ({ words, endsOn, years }: Finding): string => words !== '' ? words
  : [years === undefined ? [] : `${years} an${years > 1 ? 's' : ''}`, endsOn === undefined ? [] : `jusqu’au ${inWords(endsOn)}`].flat().join(', ')

/** The clause, or the document when the finding is of no clause. */
const PlaceLink = ({ slug, finding, titles }: { slug: string; finding: Finding; titles: Props['counted'] }) => {
  const title = titles.find((document) => document.slug === finding.document)?.title ?? finding.document
  const href = finding.provision === null ? paths.convention(slug, finding.document) : paths.provision(slug, finding.document, finding.provision)
  return <a href={href}>{finding.number === null ? title : `Article ${finding.number}${titles.length > 1 ? `, ${title}` : ''}`}</a>
}

const Documents = ({ slug, counted, left }: Props) => (
  <Section title="Documents examinés">
    <ul class="plain-list">
      {counted.map((document) => <li key={document.slug}><a href={paths.convention(slug, document.slug)}>{document.title}</a></li>)}
      {left.map((document) => (
        <li key={document.slug}>
          <a href={paths.convention(slug, document.slug)}>{document.title}</a> <Badge tone="neutral">Ne compte pas ce jour-là</Badge>
        </li>
      ))}
    </ul>
  </Section>
)
