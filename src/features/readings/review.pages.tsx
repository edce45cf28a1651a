// The review of a reading: its text with the facts marked, the facts by kind, unsure first; one fact to correct or to add; two versions of one.
import { Badge } from '../../design/badge.tsx'
import { Differences } from '../../design/diff.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { MarkLegend, MarkedText } from '../../design/marks.tsx'
import type { FactFamily } from '../../design/marks.tsx'
import { Words } from '../../design/legal.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { AddFact, FactGroup, FactItem, ReviewHead, ReviewScreen } from '../../design/review.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { FactControl, FactFields } from './fact-fields.tsx'
import { factFields, typedOf } from './fact-form.rules.ts'
import { factKinds, inReviewOrder, sure, unsureUnder, waiting } from './fact.rules.ts'
import type { FactKind, ReviewedFact } from './fact.rules.ts'
import { families, factLines, fieldNames, kindNames, verdictNames } from './fact.words.ts'

type About = { readonly frame: Frame; readonly slug: string; readonly readingId: string; readonly title: string }
const back = ({ slug, readingId, title }: About) =>
  [{ href: paths.readings(slug), label: 'Documents et lectures' }, { href: paths.reading(slug, readingId), label: title }]

type ReviewProps = About & {
  readonly fileName: string; readonly documentId: string; readonly text: string; readonly facts: readonly ReviewedFact[]
  readonly warnings: readonly string[]
  readonly mayReview: boolean; readonly mayPublish: boolean; readonly conventionSlug: string | null; readonly setAsideAt: Instant | null
}
export const ReviewPage = (props: ReviewProps) => {
  const { frame, slug, readingId, title, facts, text, mayReview, mayPublish, conventionSlug } = props
  const ordered = inReviewOrder(facts)
  const left = waiting(facts).length
  const unsure = ordered.filter(isUnsure)
  const next = nextOf([...unsure, ...factKinds.flatMap((kind) => ordered.filter((fact) => fact.kind === kind && !isUnsure(fact)))])
  return (
    <Page {...frame} title="Relecture" width="full" breadcrumb={[{ href: paths.readings(slug), label: 'Documents et lectures' }]}
      intro={<><span class="legal-title">{title}</span> – lu dans <a href={paths.document(slug, props.documentId)} download>{props.fileName}</a>.</>}
      actions={conventionSlug !== null
        ? <LinkButton href={paths.convention(slug, conventionSlug)} emphasis="primary">Voir la convention publiée</LinkButton>
          : mayPublish && left === 0 ? <LinkButton href={paths.publication(slug, readingId)} emphasis="primary">Préparer la publication</LinkButton>
          : undefined}>
      {props.setAsideAt === null ? null : <SetAside at={props.setAsideAt} />}
      {props.warnings.map((warning) => <Notice key={warning} tone="warning"><p>{warning}</p></Notice>)}
      <ReviewScreen
        facts={<>
          <ReviewHead waiting={left} total={facts.length}>{mayReview && conventionSlug === null ? <Tools {...props} /> : null}</ReviewHead>
          <Group {...props} id="unsure" title="À vérifier d’abord" facts={unsure} next={next} />
          {factKinds.map((kind) => {
            const same = ordered.filter((fact) => fact.kind === kind && !unsure.includes(fact))
            return <Group key={kind} {...props} id={kind} title={kindNames[kind][same.length > 1 ? 1 : 0]} facts={same} next={next} />
          })}
        </>}
        text={<>
          <MarkLegend
            families={[...new Set(Object.values(families))].filter((family): family is FactFamily =>
              facts.some((fact) => families[fact.kind] === family))} />
          <MarkedText text={text}
            marks={facts.filter((fact) => fact.kind !== 'article' && fact.kind !== 'defect' && fact.verdict !== 'rejected')
              .flatMap((fact) => fact.span === null ? [] : [{
                id: fact.id, ...fact.span, family: families[fact.kind], unsure: isUnsure(fact),
              }])} />
        </>}
      />
    </Page>
  )
}

const Tools = ({ slug, readingId, facts }: ReviewProps) => {
  const ready = sure(facts)
  return (
    <div class="buttons">
      {ready.length === 0 ? null : (
        <ButtonForm to={paths.sureFacts(slug, readingId)} fields={{ facts: ready.map((fact) => fact.id).join(' ') }} emphasis="secondary" small>
          {ready.length === 1 ? 'Accepter le fait sûr' : `Accepter les ${ready.length} faits sûrs`}
        </ButtonForm>
      )}
      <a class="button button-quiet button-small" href={paths.facts(slug, readingId)} data-add><span>Ajouter un fait</span></a>
      <ButtonForm to={paths.readingWithdrawal(slug, readingId)} emphasis="quiet" small>Retirer cette lecture</ButtonForm>
    </div>
  )
}

const SetAside = ({ at }: { at: Instant }) => (
  <Notice tone="info" title="Lecture retirée">
    <p>{`Elle a été retirée le ${momentInWords(at)} : elle ne peut plus être relue ni publiée. Le document reste gardé.`}</p>
  </Notice>
)

const isUnsure = (fact: ReviewedFact): boolean => fact.verdict === null && fact.confidence < unsureUnder

/** After a decision, the next fact to decide, in the order of the page. */
const nextOf = (ordered: readonly ReviewedFact[]) => {
  const shown = ordered.filter((fact) => fact.verdict === null)
  return (fact: ReviewedFact): string => shown[shown.indexOf(fact) + 1]?.id ?? shown.find((other) => other !== fact)?.id ?? fact.id
}

const Group = (props: ReviewProps & { id: string; next: (fact: ReviewedFact) => string }) => {
  const { id, title, facts } = props
  if (facts.length === 0) return null
  return (
    <FactGroup id={id} title={title} count={facts.length} waiting={waiting(facts).length}>
      {facts.map((fact) => <Item key={fact.id} {...props} fact={fact} />)}
    </FactGroup>
  )
}

const Item = ({ slug, readingId, fact, text, mayReview, conventionSlug, next }: ReviewProps & {
  fact: ReviewedFact; next: (fact: ReviewedFact) => string
}) => {
  const line = factLines[fact.kind](fact.value)
  const status = fact.verdict === null ? 'waiting' : fact.added && fact.verdict === 'corrected' ? 'added' : fact.verdict
  const decide = (verdict: 'accepted' | 'rejected', act: 'accept' | 'reject', label: string) => (
    <form class="button-form" method="post" action={paths.fact(slug, readingId, fact.id)} data-once="">
      <Hidden name="version" value={String(fact.version)} />
      <Hidden name="next" value={next(fact)} />
      <button class={`button button-small ${act === 'accept' ? 'button-secondary' : 'button-quiet'}`} type="submit" name="verdict" value={verdict}
        data-act={act} aria-label={`${label} : ${line}`}>
        <span>{label}</span>
      </button>
    </form>
  )
  return (
    <FactItem id={fact.id} family={families[fact.kind]} title={<><span class="quiet">{`${kindNames[fact.kind][0]} : `}</span>{line}</>}
      status={status} confidence={fact.confidence}
      words={fact.span === null || fact.kind === 'article' ? undefined : shortened(text.slice(fact.span.start, fact.span.end))}
      actions={!mayReview || conventionSlug !== null ? undefined : <>
        {fact.verdict === null || fact.verdict === 'rejected' ? decide('accepted', 'accept', 'Accepter') : null}
        {fact.verdict === 'rejected' ? null : decide('rejected', 'reject', 'Écarter')}
        <a class="button button-quiet button-small" href={paths.fact(slug, readingId, fact.id)} data-correct
          aria-label={`Corriger : ${line}`}><span>Corriger</span></a>
      </>} />
  )
}

const shortened = (words: string): string => {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length > 160 ? `${plain.slice(0, 110)} […] ${plain.slice(-40)}` : plain
}

type FactProps = About & {
  readonly fact: ReviewedFact; readonly text: string; readonly typed: Readonly<Record<string, string>>; readonly faults: readonly Fault[]
}
export const FactPage = (props: FactProps) => {
  const { frame, slug, readingId, fact, text, typed, faults } = props
  return (
    <Page {...frame} title={`Corriger : ${kindNames[fact.kind][0].toLowerCase()}`} width="reading" faults={faults} breadcrumb={back(props)}
      intro={factLines[fact.kind](fact.value)}>
      <FaultSummary faults={faults} />
      {fact.verdict === null ? null : <p><Badge tone="info">{verdictNames[fact.verdict]}</Badge></p>}
      {fact.span === null ? null : <p class="quiet">Lu dans : <Words>{shortened(text.slice(fact.span.start, fact.span.end))}</Words></p>}
      <Form action={paths.fact(slug, readingId, fact.id)} keep={`fait-${fact.id}-${fact.version}`}>
        <Hidden name="version" value={String(fact.version)} />
        <FactFields kind={fact.kind} typed={typed} faults={faults} />
        <Buttons>
          <SubmitButton name="verdict" value="corrected">Enregistrer la correction</SubmitButton>
          <LinkButton href={`${paths.reading(slug, readingId)}#fact-${fact.id}`} emphasis="quiet">Revenir à la relecture</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}

type AddProps = About & {
  readonly kind: FactKind | undefined; readonly span: { readonly start: number; readonly end: number } | null; readonly words: string
  readonly typed: Readonly<Record<string, string>>; readonly faults: readonly Fault[]; readonly onceKey: string
}
export const AddFactPage = (props: AddProps) => {
  const { frame, slug, readingId, kind, span, words, typed, faults, onceKey } = props
  const place = span === null ? '' : `&debut=${span.start}&fin=${span.end}`
  return (
    <Page {...frame} title={kind === undefined ? 'Ajouter un fait' : `Ajouter : ${kindNames[kind][0].toLowerCase()}`} width="reading" faults={faults}
      breadcrumb={back(props)}>
      <FaultSummary faults={faults} />
      {span === null ? null : <p class="quiet">Lu dans : <Words>{shortened(words)}</Words></p>}
      {kind === undefined ? (
        <AddFact>
          <ul class="choice-list">
            {factKinds.filter((known) => known !== 'title' && known !== 'defect').map((known) => (
              <li key={known}><a href={`${paths.facts(slug, readingId)}?type=${known}${place}`}>{kindNames[known][0]}</a></li>
            ))}
          </ul>
        </AddFact>
      ) : (
        <Form action={paths.facts(slug, readingId)} keep={`fait-nouveau-${readingId}-${kind}`}>
          <Hidden name="cle" value={onceKey} />
          <Hidden name="type" value={kind} />
          <Hidden name="debut" value={span === null ? '' : String(span.start)} />
          <Hidden name="fin" value={span === null ? '' : String(span.end)} />
          <FactFields kind={kind} typed={typed} faults={faults} />
          <Buttons><SubmitButton>Ajouter ce fait</SubmitButton></Buttons>
        </Form>
      )}
    </Page>
  )
}

type ConflictProps = About & {
  readonly fact: ReviewedFact; readonly typed: Readonly<Record<string, string>>; readonly author: string; readonly at: Instant | undefined
  readonly sentence: string
}
/** Someone decided this fact meanwhile: theirs and yours, yours ready to be sent again over the new version. */
export const FactConflictPage = (props: ConflictProps) => {
  const { frame, slug, readingId, fact, typed, author, at, sentence } = props
  const theirs = typedOf(fact.kind, fact.value)
  return (
    <Page {...frame} title="Ce fait a deux versions" width="reading" breadcrumb={back(props)} intro={sentence}>
      <Form action={paths.fact(slug, readingId, fact.id)}>
        <Hidden name="version" value={String(fact.version)} />
        <Differences author={author} when={at === undefined ? '' : momentInWords(at)} differences={factFields[fact.kind].map((field) => ({
          name: field.name, label: fieldNames[field.name]?.[0] ?? field.name, theirs: theirs[field.name] ?? '',
          same: (theirs[field.name] ?? '') === (typed[field.name] ?? ''),
          yours: <FactControl field={field} value={typed[field.name] ?? ''} faults={[]} />,
        }))} />
        <Buttons>
          <SubmitButton name="verdict" value="corrected">Enregistrer ma version</SubmitButton>
          <LinkButton href={`${paths.reading(slug, readingId)}#fact-${fact.id}`} emphasis="quiet">Garder la version enregistrée</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}
