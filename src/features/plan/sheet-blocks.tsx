// The blocks of the sheet of an action: who, where it comes from, its texts, its calendar, its places, its indicators, its memory.
import type { ComponentChildren } from 'preact'
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Day } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import type { ActionField, ActionValues, Attachment } from '../../planning/action-fields.ts'
import { clauseInWords, fieldNames, orientationLine, participationNames, priorityNames, natureNames } from '../actions/action.words.ts'
import { AttachmentLink, attachmentKind } from '../actions/attachments.pages.tsx'
import { DependencyWords } from '../actions/dependencies.pages.tsx'
import { IndicatorTable } from '../actions/action-indicators.pages.tsx'
import { NoteItem } from '../actions/notes.pages.tsx'
import { PlacesMap, placeDetail, placeKindNames } from '../actions/places.pages.tsx'
import { sheetSections } from '../actions/sheet.words.ts'
import { StepDays, StepState } from '../actions/steps.pages.tsx'
import { SheetGantt } from './sheet-gantt.tsx'
import type { SheetScene } from './sheet.ts'

type Props = { readonly scene: SheetScene }

/** The address of the form, at the section that holds this field. */
export const formAt = ({ slug, action }: SheetScene, field: ActionField): string =>
  `${paths.actionForm(slug, action.id)}#${sheetSections.find(({ fields }) => fields.includes(field))?.id ?? ''}`

const Edit = ({ href, shown, what }: { href: string; shown: boolean; what: string }) => (
  shown ? <a class="edit-link" href={href}>Modifier<span class="visually-hidden">{` : ${what}`}</span></a> : null
)

/** A titled block; left out when it has nothing to say. */
const Block = ({ title, href, shown, children }: { title: string; href: string; shown: boolean; children: ComponentChildren }) => (
  <Section title={title} aside={<Edit href={href} shown={shown} what={title} />}>{children}</Section>
)

/** Who bears it, who helps, who answers for it. */
export const ActorsBlock = ({ scene }: Props) => {
  const { values } = scene.action
  const named = (id: ActionValues['owner']): string | null => (id === null ? null : (scene.names.organisations.get(id) ?? 'Organisation inconnue'))
  const many = (ids: readonly ActionValues['partners'][number][]): string | null => (ids.length === 0 ? null : ids.map(named).join(', '))
  const lines: readonly (readonly [ActionField, string | null])[] = [
    ['owner', named(values.owner)], ['delegatedOwner', named(values.delegatedOwner)], ['pilots', peopleIn(values.pilots)],
    ['elected', peopleIn(values.elected)], ['services', many(values.services)], ['designTeams', many(values.designTeams)],
    ['partners', many(values.partners)], ['expectedFunders', many(values.expectedFunders)],
      ['contact', values.contact === '' ? null : values.contact],
  ]
  const said = lines.filter(([, words]) => words !== null)
  return said.length === 0 ? null : (
    <Block title="Acteurs" href={formAt(scene, 'owner')} shown={scene.mayEdit}>
      <Facts lines={said.map(([field, value]) => ({ term: fieldNames[field], value }))} />
    </Block>
  )
}
const peopleIn = (people: ActionValues['pilots']): string | null => (people.length === 0 ? null : people.map(({ name }) => name).join(', '))

/** Frameworks, clause, other programmes: why this action is there. */
export const OriginBlock = ({ scene }: Props) => {
  const { values: { orientations, clause, programmes, signedOn, sheetUpdatedOn, priority, nature } } = scene.action
  const convention = clause === null ? undefined : scene.names.conventions.get(clause.conventionId)
  const clauseHref = clause === null || convention === undefined ? undefined
    : clause.provision === null ? paths.convention(scene.slug, convention.slug) : paths.provision(scene.slug, convention.slug, clause.provision)
  const lines = [
    ...(orientations.length === 0 ? [] : [{
      term: 'Orientations', value: <ul class="plain-list">{orientations.map((one) => <OrientationItem key={one.orientationId} scene={scene}
        one={one} />)}</ul>,
    }]),
    ...(clauseHref === undefined ? [] : [{ term: 'Article', value: <a href={clauseHref}>{clauseInWords(clause, scene.names)}</a> }]),
    ...(programmes.length === 0 ? [] : [{ term: fieldNames.programmes, value: <Tags scene={scene} field="programmes" /> }]),
    ...(priority === null ? [] : [{ term: fieldNames.priority, value: priorityNames[priority] }]),
    ...(nature === null ? [] : [{ term: fieldNames.nature, value: natureNames[nature] }]),
    ...(signedOn === null ? [] : [{ term: 'Signée le', value: <Day date={signedOn} /> }]),
    ...(sheetUpdatedOn === null ? [] : [{ term: 'Fiche mise à jour le', value: <Day date={sheetUpdatedOn} /> }]),
    ...tagLines(scene),
  ]
  return lines.length === 0 ? null : (
    <Block title="Rattachement" href={formAt(scene, 'orientations')} shown={scene.mayEdit}><Facts lines={lines} /></Block>
  )
}

/** The filter of the list for each kind of tag. */
const tagFilters = { programmes: 'programme', themes: 'theme', audiences: 'public', zonings: 'zonage', tags: 'etiquette' } as const

/** Each leads to the actions that share it. */
const Tags = ({ scene: { slug, action, names }, field }: { scene: SheetScene; field: keyof typeof tagFilters }) => (
  <>
    {action.values[field].map((id, rank) => (
      <span key={id}>
        {rank === 0 ? '' : ', '}
        <a href={`${paths.plan(slug)}?${tagFilters[field]}=${id}`}>{names.tags.get(id)?.name ?? 'inconnue'}</a>
      </span>
    ))}
  </>
)

const tagLines = (scene: SheetScene) => (['themes', 'audiences', 'zonings', 'tags'] as const)
  .filter((field) => scene.action.values[field].length > 0)
  .map((field) => ({ term: fieldNames[field], value: <Tags scene={scene} field={field} /> }))

const OrientationItem = ({ scene, one }: { scene: SheetScene; one: Attachment }) => {
  const orientation = scene.names.orientations.get(one.orientationId)
  if (orientation === undefined) return null
  const framework = scene.frameworks.get(orientation.frameworkId)
  const words = orientationLine(orientation)
  return (
    <li>
      {framework === undefined ? words : <a href={paths.orientation(scene.slug, framework, one.orientationId)}>{words}</a>}
      <span class="facts-note">{orientation.frameworkName}{one.code === null ? '' : `, sous le n° ${one.code}`}</span>
    </li>
  )
}

const texts = ['description', 'objectives', 'results', 'means', 'financing', 'centrality', 'participation', 'schedule'] as const
/** Its texts, as written, each under its name. */
export const TextsBlock = ({ scene }: Props) => {
  const { values, extra } = scene.action
  const said = texts.filter((field) => values[field] !== '' || (field === 'participation' && values.participationLevel !== null))
  const kept = Object.entries(extra)
  return said.length + kept.length === 0 ? null : (
    <>
      {said.map((field) => (
        <Block key={field} title={fieldNames[field]} href={formAt(scene, field)} shown={scene.mayEdit}>
          {field === 'participation' && values.participationLevel !== null ? <p><strong>{participationNames[values.participationLevel]}</strong></p>
            : null}
          {values[field] === '' ? null : <p class="sheet-text">{values[field]}</p>}
        </Block>
      ))}
      {kept.length === 0 ? null : (
        <Section title="Repris de l’import" intro="Ce que le fichier importé disait et qu’aucun champ ne reprend, tel qu’écrit.">
          <Facts lines={kept.map(([term, value]) => ({ term, value }))} />
        </Section>
      )}
    </>
  )
}

export const CalendarBlock = ({ scene: { slug, action, steps, day, mayEdit } }: Props) => {
  const { values } = action
  const dates = (['startsOn', 'endsOn', 'forecastStartsOn', 'forecastEndsOn'] as const)
  const lines = dates.flatMap((field) => {
    const on = values[field]
    return on === null ? [] : [{ term: fieldNames[field], value: <Day date={on} /> }]
  })
  return lines.length + steps.length === 0 && !values.ongoing ? null : (
    <Block title="Calendrier" href={paths.actionSteps(slug, action.id)} shown={mayEdit}>
      {values.ongoing ? <p>L’action se poursuit d’année en année.</p> : null}
      {lines.length === 0 ? null : <div class="facts-row"><Facts lines={lines} /></div>}
      <SheetGantt values={values} steps={steps} today={day} />
      {steps.length === 0 ? null : (
        <ol class="sheet-steps">
          {steps.map((step) => (
            <li key={step.id}>
              <span class="sheet-step-name">{step.title}{step.who === '' ? null : <span class="quiet"> · {step.who}</span>}</span>
              <span class="sheet-step-days"><StepDays step={step} /></span>
              <StepState step={step} day={day} />
            </li>
          ))}
        </ol>
      )}
    </Block>
  )
}

export const PlacesBlock = ({ scene: { slug, action, places, mayEdit } }: Props) => (places.length === 0 ? null : (
  <Block title="Lieux" href={paths.actionPlaces(slug, action.id)} shown={mayEdit}>
    <PlacesMap places={places} />
    <ol class="sheet-places">
      {places.map((place) => (
        <li key={place.id}>
          {place.label} <span class="quiet">({[placeKindNames[place.kind].toLowerCase(),
            placeDetail(place)].filter((part) => part !== '').join(', ')})</span>
        </li>
      ))}
    </ol>
  </Block>
))

export const IndicatorsBlock = ({ scene: { slug, action, indicators, mayEdit } }: Props) => (indicators.length === 0 ? null : (
  <Block title="Indicateurs" href={paths.actionIndicators(slug, action.id)} shown={mayEdit}>
    <IndicatorTable rows={indicators} slug={slug} actionId={action.id} mayEdit={mayEdit} />
  </Block>
))

const fewNotes = 3
export const NotesBlock = ({ scene: { slug, action, notes, mayEdit } }: Props) => (notes.length === 0 ? null : (
  <Block title="Notes" href={paths.actionNotes(slug, action.id)} shown={mayEdit}>
    <ol class="notes">{notes.slice(0, fewNotes).map((note) => <NoteItem key={note.id} note={note} />)}</ol>
    {notes.length > fewNotes ? <p><a href={paths.actionNotes(slug, action.id)}>{`Les ${notes.length} notes`}</a></p> : null}
  </Block>
))

export const LinksBlock = ({ scene: { slug, action, dependencies, mayEdit } }: Props) => (dependencies.length === 0 ? null : (
  <Block title="Liens avec d’autres actions" href={paths.actionDependencies(slug, action.id)} shown={mayEdit}>
    <ul class="plain-list">{dependencies.map((row) => <li key={`${row.direction} ${row.other.id}`}><DependencyWords row={row}
      slug={slug} /></li>)}</ul>
  </Block>
))

export const DocumentsBlock = ({ scene: { slug, action, attachments, mayEdit } }: Props) => (attachments.length === 0 ? null : (
  <Block title="Documents" href={paths.actionAttachments(slug, action.id)} shown={mayEdit}>
    <ul class="plain-list">
      {attachments.map((one) => (
        <li key={one.id}><AttachmentLink attachment={one} slug={slug}
          actionId={action.id} /><span class="facts-note">{attachmentKind(one)}</span></li>
      ))}
    </ul>
  </Block>
))
