// The forms of a framework: a new one, from a template or a pasted list; a change; two versions of the same one.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { frameworkFields, frameworkKinds } from './framework.rules.ts'
import type { FrameworkProblem, FrameworkTyped } from './framework.rules.ts'
import { kindNames } from './framework.words.ts'
import type { OutlineProblem } from './outline.rules.ts'
import type { Template } from './templates.words.ts'

export const frameworkFaults: Record<FrameworkProblem, Fault> = {
  nameMissing: ['name', 'Donnez un nom au cadre.'],
  nameTooLong: ['name', 'Le nom dépasse 200 caractères : raccourcissez-le.'],
  kindUnknown: ['kind', 'Choisissez la nature du cadre.'],
  conventionUnknown: ['convention', 'Cette convention n’est pas dans l’opération : choisissez-en une dans la liste.'],
  conventionMissing: ['convention', 'Choisissez la convention dont ce sont les orientations.'],
  sinceUnreadable: ['since', 'Le début est illisible : écrivez-le sous la forme jj/mm/aaaa.'],
  untilUnreadable: ['until', 'La fin est illisible : écrivez-la sous la forme jj/mm/aaaa.'],
  daysReversed: ['until', 'Le cadre finit avant de commencer : échangez les deux dates.'],
  summaryTooLong: ['summary', 'La présentation dépasse 5 000 caractères : raccourcissez-la.'],
}
export const outlineFaults: Record<OutlineProblem, Fault> = {
  tooManyLines: ['outline', 'La liste dépasse 300 orientations : créez le cadre avec les premières, puis ajoutez les autres.'],
  lineTooLong: ['outline', 'Une orientation dépasse 300 caractères : raccourcissez-la, le détail va sur sa fiche.'],
}

/** Conventions of the operation, to choose the one whose orientations these are. */
export type ConventionChoice = { readonly id: string; readonly title: string }
type FieldsProps = { readonly typed: FrameworkTyped; readonly conventions: readonly ConventionChoice[]; readonly faults: readonly Fault[] }

const fieldOf = (name: (typeof frameworkFields)[number], { typed, conventions, faults }: FieldsProps) => ({
  name: <TextField name="name" label="Nom" value={typed.name} faults={faults} maxLength={200} />,
  kind: <Select name="kind" label="Nature" empty="Choisissez" value={typed.kind} faults={faults}
    choices={frameworkKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))} />,
  convention: <Select name="convention" label="Convention" empty="Aucune" required={false} value={typed.convention} faults={faults}
    hint="Celle dont ce sont les orientations." choices={conventions.map(({ id, title }) => ({ value: id, label: title }))} />,
  since: <DateField name="since" label="Début" value={typed.since} required={false} faults={faults} />,
  until: <DateField name="until" label="Fin" value={typed.until} required={false} faults={faults} />,
  summary: <TextArea name="summary" label="Présentation" value={typed.summary} required={false} faults={faults} rows={3} maxLength={5000} />,
}[name])

const labels: Readonly<Record<(typeof frameworkFields)[number], string>> = {
  name: 'Nom', kind: 'Nature', convention: 'Convention', since: 'Début', until: 'Fin', summary: 'Présentation',
}

type NewProps = FieldsProps & {
  readonly frame: Frame; readonly slug: string; readonly outline: string; readonly onceKey: string; readonly chosen: string
  readonly templates: readonly Template[]
}
export const NewFrameworkPage = (props: NewProps) => {
  const { frame, slug, outline, onceKey, templates, chosen, faults } = props
  return (
    <Page {...frame} title="Ajouter un cadre" faults={faults} width="reading"
      breadcrumb={[{ href: paths.frameworks(slug), label: 'Cadres et orientations' }]}
      intro="Partez d’un modèle, ou d’un cadre vide. Tout se change ensuite.">
      <FaultSummary faults={faults} />
      <Section title="Modèles">
        <ul class="choice-list">
          {templates.map(({ key, label, about }) => (
            <li key={key}>
              <a href={`${paths.newFramework(slug)}?modele=${key}`} aria-current={key === chosen ? 'true' : undefined}>{label}</a>
              <span>{about}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Form action={paths.newFramework(slug)} keep={`cadre-${slug}-${chosen}`}>
        <Hidden name="cle" value={onceKey} />
        {frameworkFields.map((name) => fieldOf(name, props))}
        <TextArea name="outline" label="Orientations, une par ligne" value={outline} required={false} faults={faults} rows={12}
          hint={'Le numéro imprimé d’abord : « 2.1 Rénover les cités » se range sous « 2 ». À défaut de numéro, '
            + 'deux espaces au début de la ligne la rangent sous la précédente.'} />
        <Buttons><SubmitButton>Créer le cadre</SubmitButton></Buttons>
      </Form>
    </Page>
  )
}

type EditProps = FieldsProps & {
  readonly frame: Frame; readonly slug: string; readonly framework: { readonly slug: string; readonly name: string }; readonly version: number
}
const breadcrumbOf = ({ slug, framework }: EditProps) => [
  { href: paths.frameworks(slug), label: 'Cadres et orientations' }, { href: paths.framework(slug, framework.slug), label: framework.name },
]
export const FrameworkFormPage = (props: EditProps) => {
  const { frame, slug, framework, version, faults } = props
  return (
    <Page {...frame} title="Modifier le cadre" faults={faults} width="reading" breadcrumb={breadcrumbOf(props)}>
      <FaultSummary faults={faults} />
      <Form action={paths.frameworkForm(slug, framework.slug)} keep={`cadre-${framework.slug}-${version}`}>
        <Hidden name="version" value={String(version)} />
        {frameworkFields.map((name) => fieldOf(name, props))}
        <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
      </Form>
    </Page>
  )
}

type ConflictProps = EditProps & { readonly theirs: FrameworkTyped; readonly author: string; readonly at: Instant }
/** Someone changed the framework meanwhile: theirs and yours side by side. */
export const FrameworkConflictPage = (props: ConflictProps) => {
  const { frame, slug, framework, version, typed, theirs, conventions, author, at } = props
  const shown = (name: (typeof frameworkFields)[number]): string => name === 'kind'
    ? (kindNames[frameworkKinds.find((kind) => kind === theirs.kind) ?? 'local'])
    : name === 'convention' ? (conventions.find(({ id }) => id === theirs.convention)?.title ?? '') : theirs[name]
  return (
    <Page {...frame} title="Modifier le cadre : deux versions" width="reading" breadcrumb={breadcrumbOf(props)}
      intro="Quelqu’un a enregistré ce cadre pendant que vous le modifiiez. Rien n’est perdu : comparez, corrigez, puis enregistrez.">
      <Form action={paths.frameworkForm(slug, framework.slug)}>
        <Hidden name="version" value={String(version)} />
        <Differences author={author} when={momentInWords(at)} differences={frameworkFields.map((name) => ({
          name, label: labels[name], theirs: shown(name), same: theirs[name] === typed[name], yours: fieldOf(name, props),
        }))} />
        <Buttons>
          <SubmitButton>Enregistrer ma version</SubmitButton>
          <LinkButton href={paths.framework(slug, framework.slug)} emphasis="quiet">Garder la version enregistrée</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}
