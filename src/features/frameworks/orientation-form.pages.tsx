// The form of an orientation, new or known, and two versions of the same one side by side.
import { Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { provisionTitle } from './framework.words.ts'
import { orientationFields } from './orientation.rules.ts'
import type { ClauseChoice, OrientationProblem, OrientationTyped } from './orientation.rules.ts'

export const orientationFaults: Record<OrientationProblem, Fault> = {
  titleMissing: ['title', 'Donnez un intitulé à l’orientation.'],
  titleTooLong: ['title', 'L’intitulé dépasse 300 caractères : raccourcissez-le.'],
  numberTooLong: ['number', 'Le numéro dépasse 30 caractères : gardez ce qui est imprimé, sans l’intitulé.'],
  clauseUnknown: ['clause', 'Cette clause n’est pas dans les textes en vigueur : choisissez-en une dans la liste.'],
  contextTooLong: ['context', 'Le contexte dépasse 20 000 caractères : raccourcissez-le.'],
  objectivesTooLong: ['objectives', 'Les objectifs dépassent 10 000 caractères : raccourcissez-les.'],
  audienceTooLong: ['audience', 'Le public visé dépasse 2 000 caractères : raccourcissez-le.'],
  centralityTooLong: ['centrality', 'La contribution à la centralité dépasse 5 000 caractères : raccourcissez-la.'],
  pilotsTooLong: ['pilots', 'Les pilotes dépassent 1 000 caractères : raccourcissez-les.'],
}

/** What the choice of a clause says. */
export const clauseLabel = ({ number, heading, conventionTitle, depth }: ClauseChoice, alone: boolean): string =>
  `${'– '.repeat(Math.max(0, depth - 1))}${provisionTitle(number, heading)}${alone ? '' : ` (${conventionTitle})`}`.slice(0, 160)

type Name = (typeof orientationFields)[number]
type FieldsProps = {
  readonly typed: OrientationTyped; readonly clauses: readonly ClauseChoice[]; readonly faults: readonly Fault[]
  /** A clause it comes from that the text of the day no longer holds. */
  readonly lostClause: { readonly key: string; readonly label: string } | undefined
}
const labels: Readonly<Record<Name, string>> = {
  number: 'Numéro', title: 'Intitulé', clause: 'Clause d’origine', context: 'Contexte et diagnostic', objectives: 'Objectifs',
  audience: 'Public visé',
  centrality: 'Contribution à la centralité', pilots: 'Pilotes',
}
const hints: Partial<Readonly<Record<Name, string>>> = {
  objectives: 'En mots, et en chiffres quand il y en a.', pilots: 'Élus et services qui la portent.',
  centrality: 'Ce qu’elle apporte à la fonction de centralité des centres-villes.',
}

const choicesOf = ({ clauses, lostClause }: FieldsProps) => {
  const alone = new Set(clauses.map(({ conventionId }) => conventionId)).size < 2
  const known = clauses.map((clause) => ({ value: clause.key, label: clauseLabel(clause, alone) }))
  return lostClause === undefined ? known : [{ value: lostClause.key, label: lostClause.label }, ...known]
}

function fieldOf(name: Name, props: FieldsProps) {
  const { typed, faults } = props
  if (name === 'clause') {
    return <Select name="clause" label={labels.clause} empty="Aucune" required={false} value={typed.clause} faults={faults} choices={choicesOf(props)}
      hint="L’article dont elle vient : il la montrera en marge." />
  }
  if (name === 'number') {
    return <TextField name="number" label={labels.number} value={typed.number} required={false} faults={faults} maxLength={30} size={10}
      hint="Tel qu’il est imprimé : « 2 », « 2.3 », « Axe IV »." />
  }
  if (name === 'title') return <TextField name="title" label={labels.title} value={typed.title} faults={faults} maxLength={300} />
  return <TextArea name={name} label={labels[name]} value={typed[name]} required={false} faults={faults} hint={hints[name]}
    rows={name === 'context' || name === 'objectives' ? 6 : 3} />
}

type FormProps = FieldsProps & {
  readonly frame: Frame; readonly slug: string; readonly framework: { readonly slug: string; readonly name: string }
  readonly known: { readonly id: string; readonly label: string; readonly version: number } | undefined
  readonly parent: { readonly id: string; readonly label: string } | undefined; readonly onceKey: string
}
const breadcrumbOf = ({ slug, framework, known }: FormProps) => [
  { href: paths.frameworks(slug), label: 'Cadres et orientations' }, { href: paths.framework(slug, framework.slug), label: framework.name },
  ...(known === undefined ? [] : [{ href: paths.orientation(slug, framework.slug, known.id), label: known.label }]),
]
const addressOf = ({ slug, framework, known }: FormProps): string =>
  known === undefined ? paths.newOrientation(slug, framework.slug) : paths.orientationForm(slug, framework.slug, known.id)

export const OrientationFormPage = (props: FormProps) => {
  const { frame, framework, known, parent, faults, onceKey } = props
  return (
    <Page {...frame} title={known === undefined ? 'Ajouter une orientation' : 'Modifier l’orientation'} faults={faults} width="reading"
      breadcrumb={breadcrumbOf(props)} intro={parent === undefined ? undefined : `Sous « ${parent.label} ».`}>
      <FaultSummary faults={faults} />
      <Form action={addressOf(props)} keep={`orientation-${known?.id ?? `${framework.slug}-${parent?.id ?? ''}`}-${known?.version ?? 0}`}>
        <Hidden name="cle" value={onceKey} />
        {known === undefined ? <Hidden name="parent" value={parent?.id ?? ''} /> : <Hidden name="version" value={String(known.version)} />}
        {orientationFields.map((name) => fieldOf(name, props))}
        <Buttons><SubmitButton>{known === undefined ? 'Ajouter l’orientation' : 'Enregistrer'}</SubmitButton></Buttons>
      </Form>
    </Page>
  )
}

type ConflictProps = FormProps & { readonly theirs: OrientationTyped; readonly author: string; readonly at: Instant }
/** Someone changed the orientation meanwhile: theirs and yours side by side. */
export const OrientationConflictPage = (props: ConflictProps) => {
  const { frame, slug, framework, known, typed, theirs, author, at, clauses } = props
  const clause = clauses.find(({ key }) => key === theirs.clause)
  const shown = (name: Name): string => (name !== 'clause' || clause === undefined ? theirs[name] : clauseLabel(clause, false))
  return (
    <Page {...frame} title="Modifier l’orientation : deux versions" width="reading" breadcrumb={breadcrumbOf(props)}
      intro="Quelqu’un a enregistré cette orientation pendant que vous la modifiiez. Rien n’est perdu : comparez, corrigez, puis enregistrez.">
      <Form action={addressOf(props)}>
        <Hidden name="version" value={String(known?.version ?? 0)} />
        <Differences author={author} when={momentInWords(at)} differences={orientationFields.map((name) => ({
          name, label: labels[name], theirs: shown(name), same: theirs[name] === typed[name], yours: fieldOf(name, props),
        }))} />
        <Buttons>
          <SubmitButton>Enregistrer ma version</SubmitButton>
          <LinkButton href={paths.orientation(slug, framework.slug, known?.id ?? '')} emphasis="quiet">Garder la version enregistrée</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}
