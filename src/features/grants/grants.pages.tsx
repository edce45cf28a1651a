// Published grants: the lists handed in, each grant with its verdict or the likeliest action, and the page where a person decides.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { RadioGroup, Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts } from '../../design/facts.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, SearchField, TextArea, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import { FileField } from '../../design/upload.tsx'
import { momentInWords } from '../../kernel/date.ts'
import { inEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import { statusWords } from '../funding/funding.words.ts'
import { largestList } from './grant-file.ts'
import { totalOf } from './grant-row.rules.ts'
import { grantVerdictNames, reasonWords } from './grant.words.ts'
import type { GrantListRow, KeptGrant, OfferedAction, OfferedLine } from './kept-grant.ts'
import type { GrantMatch } from './matching.rules.ts'
import { isCommitted } from './verdict.rules.ts'
import type { DecisionTyped } from './verdict.rules.ts'

const euros = (amount: Cents | null): string => (amount === null ? 'inconnu' : inEuros(amount))

/** A match with the action it is about. */
export type ShownMatch = { readonly match: GrantMatch; readonly action: OfferedAction }
type ListProps = {
  readonly frame: Frame; readonly slug: string; readonly faults: readonly Fault[]; readonly typed: { readonly scheme: string; readonly year: string }
  readonly lists: readonly GrantListRow[]; readonly grants: readonly { readonly grant: KeptGrant; readonly best: ShownMatch | undefined }[]
  readonly brought: { readonly kept: number; readonly added: number } | undefined
}
export const GrantsPage = (props: ListProps) => {
  const { frame, slug, faults, grants, lists, brought } = props
  const waiting = grants.filter(({ grant }) => grant.standing === null)
  return (
    <Page {...frame} title="Rapprochement des subventions" faults={faults} breadcrumb={[{ href: paths.funding(slug), label: 'Financement' }]}
      intro="Comparez le plan à une liste publiée de subventions : Chapeau propose, une personne confirme.">
      <FaultSummary faults={faults} />
      {brought === undefined ? null : (
        <Notice tone="success" live>
          <p>{`${brought.kept} ${brought.kept > 1 ? 'lignes concernent' : 'ligne concerne'} l’opération, dont ${brought.added} ${brought.added > 1
            ? 'nouvelles' : 'nouvelle'}.`}</p>
        </Notice>
      )}
      {grants.length === 0 ? <Empty title="Aucune subvention à rapprocher"><p>Déposez la liste publiée par l’État ou par un financeur.</p></Empty> : (
        <>
          <Stats>
            <Stat label="À décider" value={waiting.length} tone={waiting.length > 0 ? 'caution' : 'positive'}
              note={euros(totalOf(waiting.map((one) => one.grant)))} />
            <Stat label="Rapprochées" value={countOf(grants, true)} note="d’une ligne du plan" />
            <Stat label="Écartées" value={countOf(grants, false)} note="avec leur raison" />
          </Stats>
          <GrantTable {...props} title="À décider" rows={waiting} />
          <GrantTable {...props} title="Décidées" rows={grants.filter(({ grant }) => grant.standing !== null)} />
        </>
      )}
      <Section title="Déposer une liste">
        <Form action={paths.grants(slug)} files>
          <TextField name="scheme" label="Dispositif" value={props.typed.scheme} faults={faults} maxLength={120} hint="Celui de toute la liste." />
          <NumberField name="year" label="Année" required={false} size={6} value={props.typed.year} faults={faults}
            hint="Celle du nom du fichier sinon." />
          <FileField name="file" label="Liste au format CSV" accept=".csv,text/csv" maxBytes={largestList} faults={faults}
            hint={'Avec les colonnes numéro de dossier, nom du projet, SIREN ou code de la commune, montant. '
              + 'Seules les lignes de vos organismes et de vos communes sont gardées.'} />
          <Buttons><SubmitButton icon="upload">Lire la liste</SubmitButton></Buttons>
        </Form>
      </Section>
      <Lists lists={lists} />
    </Page>
  )
}

const countOf = (grants: ListProps['grants'], matched: boolean): number =>
  grants.filter(({ grant: { standing } }) => standing !== null && (standing.lineId !== null) === matched).length

const GrantTable = ({ slug, title, rows }: ListProps & { title: string; rows: ListProps['grants'] }) => rows.length === 0 ? null : (
  <Section title={`${title} (${rows.length})`}>
    <Table caption={title} captionHidden rows={rows} rowKey={({ grant }) => grant.id} empty={null} columns={[
      { key: 'title', label: 'Projet', rowHeader: true, cell: ({ grant }) => (
        <><a href={paths.grant(slug, grant.id)}>{grant.title}</a><br /><span class="quiet">{`${grant.commune}, dossier ${grant.reference}`}</span></>
      ) },
      { key: 'who', label: 'Bénéficiaire', cell: ({ grant }) => grant.beneficiary },
      { key: 'amount', label: 'Montant engagé', align: 'end', cell: ({ grant }) => <span class="unbroken">{euros(grant.amountCents)}</span> },
      { key: 'verdict', label: 'Verdict', cell: ({ grant, best }) => <Verdict slug={slug} grant={grant} best={best} /> },
    ]} />
  </Section>
)

const Verdict = ({ slug, grant: { standing }, best }: { slug: string; grant: KeptGrant; best: ShownMatch | undefined }) => {
  if (standing !== null) {
    return (
      <>
        <Badge tone={grantVerdictNames[standing.verdict][1]}>{grantVerdictNames[standing.verdict][0]}</Badge>
        {standing.actionId === null ? null : <p><a href={paths.actionMoney(slug, standing.actionId)}>{standing.actionTitle}</a></p>}
        {standing.reason === '' ? null : <p class="quiet">{standing.reason}</p>}
      </>
    )
  }
  return best === undefined ? <Badge tone="unknown">Aucune proposition</Badge> : (
    <><Badge tone="info">{`Proposée : ${best.match.score} sur 100`}</Badge><p class="quiet">{best.action.title}</p></>
  )
}

const Lists = ({ lists }: { lists: readonly GrantListRow[] }) => lists.length === 0 ? null : (
  <Section title="Listes déposées">
    <Table caption="Listes déposées" captionHidden rows={lists} rowKey={({ id }) => id} empty={null} columns={[
      { key: 'file', label: 'Fichier', rowHeader: true, cell: ({ fileName }) => fileName },
      { key: 'scheme', label: 'Dispositif', cell: ({ scheme, year }) => `${scheme}${year === null ? '' : ` ${year}`}` },
      { key: 'rows', label: 'Lignes', align: 'end', cell: ({ rows }) => <span class="unbroken">{rows.toLocaleString('fr-FR')}</span> },
      { key: 'kept', label: 'De l’opération', align: 'end', cell: ({ kept }) => kept },
      { key: 'by', label: 'Déposée', cell: ({ importedBy, importedAt }) => `par ${importedBy}, le ${momentInWords(importedAt)}` },
    ]} />
  </Section>
)

type GrantProps = {
  readonly frame: Frame; readonly slug: string; readonly grant: KeptGrant; readonly matches: readonly ShownMatch[]
  readonly found: readonly OfferedAction[]; readonly words: string; readonly typed: DecisionTyped
  readonly faults: readonly Fault[]; readonly onceKey: string
  readonly organisations: readonly { readonly id: string; readonly name: string }[]; readonly mayDecide: boolean
  readonly mayPutAside: boolean
}
export const GrantPage = (props: GrantProps) => {
  const { frame, slug, grant, matches, faults, mayDecide } = props
  return (
    <Page {...frame} title={grant.title} faults={faults} breadcrumb={[
      { href: paths.funding(slug), label: 'Financement' }, { href: paths.grants(slug), label: 'Rapprochement des subventions' },
    ]}>
      <FaultSummary faults={faults} />
      <Facts lines={[
        { term: 'Bénéficiaire', value: grant.beneficiary === '' ? 'Inconnu' : grant.beneficiary,
          ...(grant.siren !== null && { note: `SIREN ${grant.siren}` }) },
        { term: 'Commune', value: grant.commune === '' ? 'Inconnue' : grant.commune, ...(grant.insee !== null && { note: `code ${grant.insee}` }) },
        { term: 'Montant engagé', value: euros(grant.amountCents), note: 'La liste ne dit pas s’il est HT ou TTC.' },
        { term: 'Dispositif', value: `${grant.scheme}${grant.year === null ? '' : ` ${grant.year}`}`, note: grant.programme },
        { term: 'Dossier', value: grant.reference, note: `liste ${grant.fileName}` },
      ]} />
      {grant.standing === null ? null : <Decided slug={slug} grant={grant} mayDecide={mayDecide} />}
      {grant.standing !== null || !mayDecide ? null : (
        <>
          <Section title="Chercher une autre action">
            <Form action={paths.grant(slug, grant.id)} method="get" layout="inline" role="search" label="Chercher une action">
              <SearchField name="q" label="Mots du titre, ou numéro" value={props.words} />
              <SubmitButton emphasis="secondary">Chercher</SubmitButton>
            </Form>
            {props.words !== '' && props.found.length === 0 ? <p>Aucune de vos actions ne contient ces mots.</p> : null}
          </Section>
          <Decision {...props} />
        </>
      )}
      {matches.length === 0 ? null : <Reasons matches={matches} slug={slug} />}
    </Page>
  )
}

const Decided = ({ slug, grant, mayDecide }: { slug: string; grant: KeptGrant; mayDecide: boolean }) => grant.standing === null ? null : (
  <Section title="Verdict">
    <Verdict slug={slug} grant={grant} best={undefined} />
    <p class="quiet">{`Décidé par ${grant.standing.decidedBy}, le ${momentInWords(grant.standing.decidedAt)}.`}</p>
    {mayDecide ? (
      <>
        <ButtonForm to={paths.grantWithdrawal(slug, grant.id)} emphasis="danger" small>Revenir sur ce verdict</ButtonForm>
        <p class="quiet">L’étape ou la ligne qu’il avait écrite est retirée ; le journal garde tout.</p>
      </>
    ) : null}
  </Section>
)

const lineLabel = (line: OfferedLine): string =>
  [line.funder ?? 'financeur à trouver', line.scheme, euros(line.amountCents), statusWords[line.status].name.toLowerCase()]
    .filter((part) => part !== null).join(', ')

const nameOf = ({ code, title }: OfferedAction): string => (code === null ? title : `${code} ${title}`)

/** A choice for each line of an action, and one for a new line. */
const choicesOf = (action: OfferedAction, score: number | undefined) => [
  ...action.lines.map((line) => ({
    value: `line ${line.id}`, label: nameOf(action),
    hint: `Sur sa ligne : ${lineLabel(line)}${isCommitted(line.status) ? ' (déjà engagée : aucune étape n’est ajoutée)' : ''}`,
  })),
  { value: `action ${action.id}`, label: nameOf(action),
    hint: `Sur une nouvelle ligne${score === undefined ? '' : ` (ressemblance : ${score} sur 100)`}` },
]

const apart = [
  { value: 'none', label: 'N’est celle d’aucune action de l’opération' },
  { value: 'setAside', label: 'Est mise de côté', hint: 'Dites pourquoi plus bas.' },
]

const Decision = ({ slug, grant, matches, found, typed, faults, onceKey, organisations, mayPutAside }: GrantProps) => {
  const others = found.filter(({ id }) => !matches.some(({ action }) => action.id === id))
  return (
    <Section title="Décider">
      <Form action={paths.grant(slug, grant.id)} keep={`subvention-${grant.id}`}>
        <Hidden name="cle" value={onceKey} />
        <RadioGroup name="choice" label="Cette subvention" value={typed.choice} faults={faults} choices={[
          ...matches.flatMap(({ match, action }) => choicesOf(action, match.score)), ...others.flatMap((action) => choicesOf(action, undefined)),
          ...(mayPutAside ? apart : []),
        ]} />
        <DateField name="on" label="Engagée le" value={typed.on} faults={faults}
          hint="La liste ne donne pas de jour : le dernier de l’année, à défaut." />
        <Select name="funder" label="Financeur" required={false} empty="À trouver" value={typed.funder} faults={faults}
          hint="Pour une nouvelle ligne." choices={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextArea name="reason" label="Raison ou remarque" required={false} rows={2} value={typed.reason} faults={faults} maxLength={500} />
        <Buttons><SubmitButton>Confirmer</SubmitButton></Buttons>
      </Form>
    </Section>
  )
}

const Reasons = ({ matches, slug }: { matches: readonly ShownMatch[]; slug: string }) => (
  <Section title="Pourquoi ces propositions"
    intro="Sur 100 : bénéficiaire 25, commune 15, mots du titre 40, ligne du dispositif 8, ligne du montant 12.">
    <Table caption="Pourquoi ces propositions" captionHidden rows={matches} rowKey={({ action }) => action.id} empty={null} columns={[
      { key: 'action', label: 'Action', rowHeader: true, cell: ({ action }) => <a href={paths.action(slug, action.id)}>{nameOf(action)}</a> },
      { key: 'score', label: 'Ressemblance', align: 'end', cell: ({ match }) => `${match.score} sur 100` },
      { key: 'why', label: 'Ce qui compte', cell: ({ match }) => match.reasons.map(reasonWords).join(' · ') },
    ]} />
  </Section>
)
