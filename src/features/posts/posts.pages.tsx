// Engineering posts: their list, one post with its years and what the rules say of each, and its form.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts } from '../../design/facts.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day } from '../../design/time.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { postKinds } from '../../planning/post-kind.ts'
import { paths } from '../../paths.ts'
import { clauseLabel } from '../frameworks/orientation-form.pages.tsx'
import type { ClauseChoice } from '../frameworks/orientation.rules.ts'
import { clauseKey } from '../frameworks/orientation.rules.ts'
import { postFields } from './post.rules.ts'
import type { Post, PostTyped } from './post.rules.ts'
import { postKindNames } from './post.words.ts'
import { YearRow, yearColumns } from './year-lines.tsx'
import type { ShownYear } from './year-lines.tsx'

type ListProps = {
  readonly frame: Frame; readonly slug: string; readonly posts: readonly { readonly post: Post; readonly year: ShownYear | undefined }[]
  readonly mayKeep: boolean
}
export const PostsPage = ({ frame, slug, posts, mayKeep }: ListProps) => (
  <Page {...frame} title="Postes"
    intro="Qui est employé pour mener l’opération, ce que chaque année coûte, et qui aide à la payer."
    actions={mayKeep && posts.length > 0 ? <AddPost slug={slug} /> : undefined}>
    <Table caption="Postes" captionHidden rows={posts} rowKey={({ post }) => post.id}
      empty={(
        <Empty title="Aucun poste" action={mayKeep ? <AddPost slug={slug} /> : undefined}>
          <p>
            {mayKeep ? 'Ajoutez les chefs de projet, le chargé de mission OPAH-RU ou le manager de centre-ville : '
              + 'les plafonds de cofinancement se calculent ici.' : 'Personne n’a encore écrit de poste que vous puissiez voir.'}
          </p>
        </Empty>
      )}
      columns={[
        { key: 'title', label: 'Poste', rowHeader: true, cell: ({ post }) => <a href={paths.post(slug, post.id)}>{post.title}</a> },
        { key: 'kind', label: 'Nature', cell: ({ post }) => postKindNames[post.kind] },
        { key: 'employer', label: 'Employeur', cell: ({ post }) => post.employer ?? <span class="quiet">inconnu</span> },
        ...yearColumns<(typeof posts)[number]>(({ year }) => year),
      ]} />
    <p><a href={paths.rule('post-cofunding')}>Comment les plafonds sont calculés</a></p>
  </Page>
)

const AddPost = ({ slug }: { slug: string }) =>
  <LinkButton href={paths.newPost(slug)} emphasis="primary" icon="plus">Ajouter un poste</LinkButton>

type PostProps = {
  readonly frame: Frame; readonly slug: string; readonly post: Post; readonly years: readonly ShownYear[]; readonly clause: ClauseChoice | undefined
  readonly mayKeep: boolean; readonly sees: boolean; readonly faults: readonly Fault[]; readonly typedYear: string
}
export const PostPage = ({ frame, slug, post, years, clause, mayKeep, sees, faults, typedYear }: PostProps) => (
  <Page {...frame} title={post.title} faults={faults} breadcrumb={[{ href: paths.posts(slug), label: 'Postes' }]}
    actions={mayKeep ? <LinkButton href={paths.postForm(slug, post.id)} icon="edit">Modifier le poste</LinkButton> : undefined}>
    <FaultSummary faults={faults} />
    <Facts lines={[
      { term: 'Nature', value: postKindNames[post.kind] }, { term: 'Employeur', value: post.employer ?? 'Inconnu' },
      { term: 'OPAH-RU', value: post.opahRu === null ? 'Inconnu' : post.opahRu ? 'Oui' : 'Non',
        ...(post.opahRu === null && post.kind === 'projectLead' && { note: 'Elle change le plafond : dites s’il y en a une.' }) },
      { term: 'Créé par', value: clause === undefined ? 'Clause non précisée'
        : <a href={paths.provision(slug, clause.conventionSlug, clause.provision)}>{clauseLabel(clause, false).trim()}</a> },
      { term: 'Période', value: <Period post={post} /> },
      ...(post.note === '' ? [] : [{ term: 'Note', value: post.note }]),
    ]} />
    <Section title="Années">
      <Table caption="Années" captionHidden rows={years} rowKey={({ year }) => String(year.year)}
        empty={<p class="quiet">Aucune année : ajoutez celle en cours, avec son coût et ses cofinancements.</p>}
        columns={[
          { key: 'year', label: 'Année', rowHeader: true,
            cell: ({ year }) => mayKeep ? <a href={paths.postYear(slug, post.id, String(year.year))}>{year.year}</a> : year.year },
          ...yearColumns<ShownYear>((year) => year),
        ]} />
      {mayKeep ? (
        <Form action={paths.post(slug, post.id)} method="get" layout="inline" label="Ajouter une année">
          <NumberField name="annee" label="Année" size={6} value={typedYear} faults={faults} />
          <SubmitButton emphasis="secondary">Ajouter ou modifier cette année</SubmitButton>
        </Form>
      ) : null}
    </Section>
    {years.map((year) => <YearRow key={year.year.year} shown={year} sees={sees} />)}
    {mayKeep ? (
      <Section title="Retirer ce poste">
        <ButtonForm to={paths.postRemoval(slug, post.id)} emphasis="danger" small>Retirer le poste</ButtonForm>
        <p class="quiet">Il quitte les listes ; le journal garde tout.</p>
      </Section>
    ) : null}
  </Page>
)

const Period = ({ post: { since, until } }: { post: Post }) => (
  <>
    {since === null ? 'Début inconnu' : <>Depuis le <Day date={since} /></>}
    {until === null ? '' : <>, jusqu’au <Day date={until} /></>}
  </>
)

type FieldsProps = {
  readonly typed: PostTyped; readonly faults: readonly Fault[]; readonly clauses: readonly ClauseChoice[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  /** A clause it comes from that the text of the day no longer holds. */
  readonly kept: Post['clause']
}
type Name = (typeof postFields)[number]
const labels: Readonly<Record<Name, string>> = {
  title: 'Intitulé', kind: 'Nature', employer: 'Employeur', opahRu: 'OPAH-RU', clause: 'Clause d’origine', since: 'Début', until: 'Fin', note: 'Note',
}

function clauseChoices({ clauses, kept }: FieldsProps) {
  const alone = new Set(clauses.map(({ conventionId }) => conventionId)).size < 2
  const known = clauses.map((clause) => ({ value: clause.key, label: clauseLabel(clause, alone) }))
  const lost = kept !== null && !clauses.some(({ key }) => key === clauseKey(kept))
  return lost ? [...known, { value: clauseKey(kept), label: `${kept.provision} (n’est plus dans le texte)` }] : known
}

const controlOf = (name: Name, props: FieldsProps) => {
  const common = { name, label: labels[name], value: props.typed[name], faults: props.faults }
  return {
    title: <TextField {...common} maxLength={200} />,
    kind: <Select {...common} empty="Choisissez" choices={postKinds.map((value) => ({ value, label: postKindNames[value] }))} />,
    employer: <Select {...common} required={false} empty="Inconnu"
      choices={props.organisations.map((one) => ({ value: one.id, label: one.name }))} />,
    opahRu: <Select {...common} required={false} empty="Inconnu" choices={[{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non' }]}
      hint="Une OPAH-RU sur le territoire relève le plafond du cofinancement d’un chef de projet." />,
    clause: <Select {...common} required={false} empty="Aucune" choices={clauseChoices(props)} />,
    since: <DateField {...common} required={false} />, until: <DateField {...common} required={false} />,
    note: <TextArea {...common} required={false} rows={3} maxLength={2000} />,
  }[name]
}

type FormProps = FieldsProps & { readonly frame: Frame; readonly slug: string; readonly onceKey: string }
export const NewPostPage = (props: FormProps) => (
  <Page {...props.frame} title="Ajouter un poste" faults={props.faults} width="reading"
    breadcrumb={[{ href: paths.posts(props.slug), label: 'Postes' }]}
    intro="Les années, leur coût et leurs cofinancements viennent ensuite.">
    <FaultSummary faults={props.faults} />
    <Form action={paths.newPost(props.slug)} keep={`poste-${props.slug}`}>
      <Hidden name="cle" value={props.onceKey} />
      {postFields.map((name) => controlOf(name, props))}
      <Buttons><SubmitButton>Ajouter le poste</SubmitButton></Buttons>
    </Form>
  </Page>
)

type EditProps = FieldsProps & { readonly frame: Frame; readonly slug: string; readonly post: Post; readonly version: number }
const trail = ({ slug, post }: EditProps) =>
  [{ href: paths.posts(slug), label: 'Postes' }, { href: paths.post(slug, post.id), label: post.title }]

export const PostFormPage = (props: EditProps) => (
  <Page {...props.frame} title="Modifier le poste" faults={props.faults} width="reading" breadcrumb={trail(props)}>
    <FaultSummary faults={props.faults} />
    <Form action={paths.postForm(props.slug, props.post.id)} keep={`poste-${props.post.id}-${props.version}`}>
      <Hidden name="version" value={String(props.version)} />
      {postFields.map((name) => controlOf(name, props))}
      <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
    </Form>
  </Page>
)

type ConflictProps = EditProps & { readonly theirs: PostTyped; readonly author: string; readonly at: Instant }
/** Someone changed the post meanwhile: theirs and yours side by side. */
export const PostConflictPage = (props: ConflictProps) => {
  const { frame, slug, post, version, typed, theirs, author, at, organisations } = props
  const shown = (name: Name): string => name === 'kind' ? postKindNames[post.kind]
    : name === 'employer' ? (organisations.find(({ id }) => id === theirs.employer)?.name ?? '')
      : name === 'clause' ? (clauseChoices(props).find(({ value }) => value === theirs.clause)?.label.trim() ?? '') : theirs[name]
  return (
    <Page {...frame} title="Modifier le poste : deux versions" width="reading" breadcrumb={trail(props)}
      intro="Quelqu’un a enregistré ce poste pendant que vous le modifiiez. Rien n’est perdu : comparez, corrigez, puis enregistrez.">
      <Form action={paths.postForm(slug, post.id)}>
        <Hidden name="version" value={String(version)} />
        <Differences author={author} when={momentInWords(at)} differences={postFields.map((name) => ({
          name, label: labels[name], theirs: shown(name), same: theirs[name] === typed[name], yours: controlOf(name, props),
        }))} />
        <Buttons>
          <SubmitButton>Enregistrer ma version</SubmitButton>
          <LinkButton href={paths.post(slug, post.id)} emphasis="quiet">Garder la version enregistrée</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}
