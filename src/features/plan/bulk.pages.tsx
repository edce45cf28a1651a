// Changing many actions at once: what to change, then what it would do, before anything is done.
import { CheckboxGroup, Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { Section } from '../../design/card.tsx'
import { TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import { inFigures } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { actionNatures, participationLevels, priorities } from '../../planning/action-fields.ts'
import { actionStates } from '../../planning/action-state.ts'
import { changeInWords, choiceName, fieldNames } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { bulkDates, bulkModes, bulkPeople, cleared, modeName } from './bulk.rules.ts'
import type { BulkQuery, BulkTarget, BulkVerdict } from './bulk.rules.ts'
import { facetOf, modeNames, refusalInWords } from './bulk.words.ts'
import type { Facets } from './facets.ts'

/** Which actions: those ticked, or all those of a filter. `query`: that of the list one came from. */
export type BulkSelection = { readonly ids: readonly string[] | null; readonly query: string }
type BulkProps = { readonly frame: Frame; readonly slug: string; readonly selection: BulkSelection; readonly count: number; readonly facets: Facets }
const many = (count: number): string => `${count.toLocaleString('fr-FR')} ${count > 1 ? 'actions' : 'action'}`

const Selection = ({ selection: { ids, query } }: { selection: BulkSelection }) => (
  <>
    <Hidden name="query" value={query} />
    {ids === null ? null : <Hidden name="ids" value={ids.join(' ')} />}
  </>
)

type FormProps = BulkProps & { readonly typed: BulkQuery; readonly faults: readonly Fault[]; readonly today: PlainDate }
export const BulkFormPage = (props: FormProps) => {
  const { frame, slug, selection, count, typed, faults, facets, today } = props
  const one = (name: string): string => typed(name)[0] ?? ''
  const choice = (name: 'priority' | 'nature' | 'participationLevel', choices: readonly string[]) =>
    <Select name={name} label={fieldNames[name]} required={false} empty="Ne pas changer" value={one(name)} faults={faults}
      choices={[...choices.map((value) => ({ value, label: choiceName(value) })), { value: cleared, label: 'Effacer' }]} />
  const organisation = (name: 'owner' | 'delegatedOwner') =>
    <Select name={name} label={fieldNames[name]} required={false} empty="Ne pas changer" value={one(name)} faults={faults}
      choices={[{ value: cleared, label: 'Effacer' }, ...facets.of('owner')]} />
  const yesOrNo = (name: 'ongoing' | 'restricted') =>
    <Select name={name} label={fieldNames[name]} required={false} empty="Ne pas changer" value={one(name)} faults={faults}
      choices={[{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non' }]} />
  return (
    <Page {...frame} title="Modifier plusieurs actions" faults={faults} heading={`Modifier ${many(count)}`}
      breadcrumb={[{ href: `${paths.plan(slug)}${selection.query}`, label: 'Plan d’action' }]}
      intro="Remplissez seulement ce qui change. La page suivante montre ce que cela donnerait ; rien n’est écrit avant votre accord.">
      <FaultSummary faults={faults} />
      <Form action={paths.bulkPreview(slug)} keep="bulk-edit">
        <Selection selection={selection} />
        <fieldset class="bulk-group">
          <legend>État</legend>
          <Select name="state" label="Nouvel état" required={false} empty="Ne pas changer" value={one('state')} faults={faults}
            choices={actionStates.map((value) => ({ value, label: stateNames[value] }))} />
          <TextField name="stateOn" label="Depuis le" required={false}
            value={one('stateOn') === '' ? inFigures(today) : one('stateOn')} faults={faults}
            hint="jj/mm/aaaa" />
          <TextField name="stateReason" label="Motif" required={false} value={one('stateReason')} faults={faults}
            hint="Demandé pour suspendre, abandonner, ou revenir en arrière." />
        </fieldset>
        <fieldset class="bulk-group">
          <legend>Fiche</legend>
          {choice('priority', priorities)}{choice('nature', actionNatures)}{organisation('owner')}{organisation('delegatedOwner')}
          {choice('participationLevel', participationLevels)}{yesOrNo('ongoing')}{yesOrNo('restricted')}
          <TextField name="progress" label={fieldNames.progress} required={false} value={one('progress')} faults={faults}
            hint="De 0 à 100, ou « effacer »." />
        </fieldset>
        <fieldset class="bulk-group">
          <legend>Dates</legend>
          {bulkDates.map((name) => <TextField key={name} name={name} label={fieldNames[name]} required={false} value={one(name)} faults={faults}
            hint="Une date, un décalage en jours (+30, -15) ou « effacer »." />)}
        </fieldset>
        <fieldset class="bulk-group">
          <legend>Personnes</legend>
          {bulkPeople.map((name) => <div key={name}>
            <Mode field={name} typed={one} faults={faults} />
            <TextArea name={name} label={fieldNames[name]} required={false} rows={2} value={typed(name).join('\n')}
              faults={faults} hint="Un nom par ligne." />
          </div>)}
        </fieldset>
        <Lists {...props} one={one} />
        <Buttons>
          <SubmitButton icon="eye">Voir ce que cela donnerait</SubmitButton>
          <a href={`${paths.plan(slug)}${selection.query}`}>Renoncer</a>
        </Buttons>
      </Form>
    </Page>
  )
}

type ModeProps = {
  readonly field: keyof typeof facetOf | (typeof bulkPeople)[number]; readonly typed: (name: string) => string; readonly faults: readonly Fault[]
}
const Mode = ({ field, typed, faults }: ModeProps) => (
  <Select name={modeName(field)} label={`${fieldNames[field]} : que faire ?`} required={false} empty="Ne rien changer"
    value={typed(modeName(field))} faults={faults}
    choices={bulkModes.map((value) => ({ value, label: modeNames[value] }))} />
)

const listFields = ['orientations', 'partners', 'services', 'designTeams', 'expectedFunders', 'themes', 'programmes', 'audiences',
  'zonings', 'tags'] as const
const Lists = ({ facets, typed, faults, one }: FormProps & { one: (name: string) => string }) => (
  <fieldset class="bulk-group">
    <legend>Listes</legend>
    {listFields.filter((field) => facets.of(facetOf[field]).length > 0).map((field) => (
      <details key={field} class="criterion" open={one(modeName(field)) !== '' || typed(field).length > 0 || faults.some(([name]) => name === field)}>
        <summary>{fieldNames[field]}</summary>
        <div class="bulk-list">
          <Mode field={field} typed={one} faults={faults} />
          <CheckboxGroup name={field} label={fieldNames[field]} values={typed(field)} faults={faults}
            choices={facets.of(facetOf[field]).map(({ value, label, depth = 0 }) => ({ value, label: `${'– '.repeat(depth)}${label}` }))} />
        </div>
      </details>
    ))}
  </fieldset>
)

const shownRows = 20
type PreviewProps = BulkProps & {
  readonly words: string; readonly verdict: BulkVerdict; readonly pairs: readonly (readonly [string, string])[]; readonly digest: string
  readonly onceKey: string
  /** The actions are no longer those one saw. */
  readonly moved: boolean
}
export const BulkPreviewPage = (props: PreviewProps) => {
  const { frame, slug, selection, words, verdict: { changed, same, refused }, pairs, digest, onceKey, moved } = props
  return (
    <Page {...frame} title="Aperçu de la modification" heading={`Aperçu : ${words}`}
      breadcrumb={[{ href: `${paths.plan(slug)}${selection.query}`, label: 'Plan d’action' }]}>
      {moved ? <Notice tone="warning" title="Le plan a changé entre-temps">
        <p>Quelqu’un a modifié une de ces actions, ou la liste n’est plus la même : voici ce que la modification donnerait maintenant.</p>
      </Notice> : null}
      <Stats>
        <Stat label="Vont changer" value={changed.length.toLocaleString('fr-FR')} tone={changed.length > 0 ? 'positive' : 'neutral'} />
        <Stat label="Le disent déjà" value={same.length.toLocaleString('fr-FR')} />
        <Stat label="Laissées de côté" value={refused.length.toLocaleString('fr-FR')} tone={refused.length > 0 ? 'caution' : 'neutral'} />
      </Stats>
      <Form action={changed.length > 0 ? paths.bulkEdit(slug) : paths.bulkPreview(slug)} label="Confirmer la modification">
        <Selection selection={selection} />
        {pairs.map(([name, value]) => <Hidden key={`${name} ${value}`} name={name} value={value} />)}
        <Hidden name="digest" value={digest} />
        <Hidden name="cle" value={onceKey} />
        <Buttons>
          {changed.length > 0 ? <SubmitButton icon="check">{`Modifier ${many(changed.length)}`}</SubmitButton> : null}
          <SubmitButton emphasis="secondary" name="revenir" value="oui" action={paths.bulkPreview(slug)}>Revoir ce qui change</SubmitButton>
          <a href={`${paths.plan(slug)}${selection.query}`}>Renoncer</a>
        </Buttons>
      </Form>
      {changed.length === 0 ? <Notice tone="info" title="Rien à changer">
        <p>Ces actions disent déjà cela, ou doivent rester comme elles sont.</p></Notice> : null}
      <Changed {...props} />
      <Refused {...props} />
    </Page>
  )
}

const actionLink = (slug: string, { id, values }: BulkTarget) =>
  <a href={paths.action(slug, id)}>{values.code === null ? values.title : `${values.code} ${values.title}`}</a>

const Changed = ({ slug, verdict: { changed }, facets }: PreviewProps) => changed.length === 0 ? null : (
  <Section title="Avant, après" intro={changed.length > shownRows ? `Les ${shownRows} premières.` : undefined}>
    <Table caption="Ce qui change" captionHidden rows={changed.slice(0, shownRows)} rowKey={({ target }) => target.id} empty={null} columns={[
      { key: 'action', label: 'Action', rowHeader: true, cell: ({ target }) => actionLink(slug, target) },
      { key: 'change', label: 'Avant → après', cell: ({ changes }) => changes.map((change) => {
        const { name, before, after } = changeInWords(change, facets.names)
        return <p key={name} class="bulk-change">{name} : <del>{before === '' ? 'rien' : before}</del>
          → <ins>{after === '' ? 'rien' : after}</ins></p>
      }) },
    ]} />
  </Section>
)

const Refused = ({ slug, verdict: { refused } }: PreviewProps) => refused.length === 0 ? null : (
  <Section title="Laissées de côté" intro="Ces actions restent comme elles sont.">
    <Table caption="Actions laissées de côté" captionHidden rows={refused.slice(0, 2 * shownRows)} rowKey={({ target }) => target.id}
      empty={null} columns={[
      { key: 'action', label: 'Action', rowHeader: true, cell: ({ target }) => actionLink(slug, target) },
      { key: 'why', label: 'Pourquoi', cell: ({ why }) => [...new Set(why.map(refusalInWords))].join(' ') },
    ]} />
    {refused.length > 2 * shownRows ? <p class="quiet">{`Et ${many(refused.length - 2 * shownRows)} de plus.`}</p> : null}
  </Section>
)

export const NothingTickedPage = ({ frame, slug, query }: { frame: Frame; slug: string; query: string }) => (
  <Page {...frame} title="Aucune action cochée">
    <Notice tone="warning" title="Aucune action n’est cochée">
      <p>Cochez les actions à modifier dans la liste, ou choisissez de modifier toutes celles du choix.
        <a href={`${paths.plan(slug)}${query}`}>Revenir à la liste</a></p>
    </Notice>
  </Page>
)
