// The views of the plan that people keep: the menu above the list, and the page where one renames, shares, copies and removes them.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Checkbox } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { paths } from '../../paths.ts'
import type { SavedView, ViewProblem, ViewTyped } from './view.rules.ts'

export const viewFaults: Readonly<Record<ViewProblem, Fault>> = {
  nameMissing: ['name', 'Donnez un nom à cette vue.'], nameTooLong: ['name', 'Le nom dépasse 120 caractères : raccourcissez-le.'],
  nameTaken: ['name', 'Une de vos vues porte déjà ce nom : choisissez-en un autre.'],
  queryTooLong: ['name', 'Cette vue a trop de critères pour être gardée : retirez-en.'],
}

/** Above the list: the views there are, and a form to keep this one. */
export const ViewMenu = ({ slug, views, query, onceKey }: { slug: string; views: readonly SavedView[]; query: string; onceKey: string }) => (
  <details class="view-menu">
    <summary>Vues enregistrées{views.length === 0 ? null : <span class="subnav-count">{views.length}</span>}</summary>
    <div class="view-menu-box">
      {views.length === 0 ? null : (
        <ul class="plain-list">
          {views.map(({ id, slug: view, name, shared, mine, owner }) => (
            <li key={id}><a href={paths.savedView(slug, view)}>{name}</a>
              {mine ? (shared ? <span class="quiet"> partagée</span> : null) : <span class="quiet"> de {owner}</span>}</li>
          ))}
        </ul>
      )}
      <Form action={paths.savedViews(slug)} label="Enregistrer cette vue">
        <Hidden name="query" value={query} />
        <Hidden name="cle" value={onceKey} />
        <TextField name="name" label="Garder la vue affichée sous le nom" within="vue" maxLength={120} />
        <Checkbox name="shared" label="La partager avec toute l’équipe" within="vue" />
        <Buttons><SubmitButton emphasis="secondary" small>Enregistrer</SubmitButton><a href={paths.savedViews(slug)}>Gérer les vues</a></Buttons>
      </Form>
    </div>
  </details>
)

type ViewsProps = {
  readonly frame: Frame; readonly slug: string; readonly views: readonly SavedView[]; readonly onceKey: string; readonly faults: readonly Fault[]
  /** The form that was refused: of one view, or of a new one. */
  readonly typed: (ViewTyped & { readonly view: string }) | undefined
}
export const ViewsPage = ({ frame, slug, views, onceKey, faults, typed }: ViewsProps) => {
  const [mine, others] = [views.filter(({ mine }) => mine), views.filter(({ mine }) => !mine)]
  return (
    <Page {...frame} title="Vues enregistrées" faults={faults} breadcrumb={[{ href: paths.plan(slug), label: 'Plan d’action' }]}
      intro="Une vue garde un choix d’actions et sa présentation sous une adresse qui ne change pas : on peut l’envoyer, la citer, y revenir.">
      <FaultSummary faults={faults} within={typed?.view} />
      {typed?.view === 'nouvelle' ? <NewView slug={slug} typed={typed} onceKey={onceKey} faults={faults} /> : null}
      <Section title="Vos vues">
        {mine.length === 0 ? <Empty title="Aucune vue pour l’instant"><p>Dans le plan, choisissez des actions puis « Vues enregistrées ».</p></Empty>
          : mine.map((view) => <OwnView key={view.id} slug={slug} view={view}
            typed={typed?.view === view.slug ? typed : undefined} faults={faults} />)}
      </Section>
      {others.length === 0 ? null : (
        <Section title="Vues partagées par d’autres" intro="Copiez-en une pour la modifier : l’original reste à qui l’a faite.">
          <ul class="plain-list">
            {others.map(({ id, slug: view, name, owner }) => (
              <li key={id} class="view-line"><a href={paths.savedView(slug, view)}>{name}</a> <span class="quiet">de {owner}</span>
                <ButtonForm to={paths.savedViews(slug)} fields={{ copy: view }} emphasis="secondary" small
                  label={`Copier la vue ${name}`}>Copier</ButtonForm></li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

const NewView = ({ slug, typed, onceKey, faults }: { slug: string; typed: ViewTyped; onceKey: string; faults: readonly Fault[] }) => (
  <Section title="Enregistrer une vue">
    <Form action={paths.savedViews(slug)}>
      <Hidden name="query" value={typed.query} />
      <Hidden name="cle" value={onceKey} />
      <TextField name="name" label="Nom de la vue" within="nouvelle" value={typed.name} faults={faults} maxLength={120} />
      <Checkbox name="shared" label="La partager avec toute l’équipe" within="nouvelle" checked={typed.shared === 'oui'} />
      <Buttons><SubmitButton>Enregistrer</SubmitButton></Buttons>
    </Form>
  </Section>
)

type OwnProps = { readonly slug: string; readonly view: SavedView; readonly typed: ViewTyped | undefined; readonly faults: readonly Fault[] }
const OwnView = ({ slug, view, typed, faults }: OwnProps) => (
  <div class="view-line">
    <p><a href={paths.savedView(slug, view.slug)}>{view.name}</a> {view.shared ? <Badge tone="info">Partagée</Badge> : <Badge>Privée</Badge>}</p>
    <details open={typed !== undefined}>
      <summary>Renommer, partager, retirer<span class="visually-hidden">{` : ${view.name}`}</span></summary>
      <Form action={paths.savedView(slug, view.slug)} label={`Modifier la vue ${view.name}`}>
        <TextField name="name" label="Nom" within={view.slug} value={typed?.name ?? view.name}
          faults={typed === undefined ? [] : faults} maxLength={120} />
        <Checkbox name="shared" label="La partager avec toute l’équipe" within={view.slug}
          checked={typed === undefined ? view.shared : typed.shared === 'oui'} />
        <Buttons><SubmitButton emphasis="secondary" small>Enregistrer</SubmitButton></Buttons>
      </Form>
      <ButtonForm to={paths.savedViewRemoval(slug, view.slug)} emphasis="danger" small label={`Retirer la vue ${view.name}`}>Retirer</ButtonForm>
    </details>
  </div>
)
