// The parts of one action, as links, and the page each of them is: under its action, with what it is for.
import type { ComponentChildren } from 'preact'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Subnav } from '../../design/subnav.tsx'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'

const actionPartNames = ['sheet', 'money', 'steps', 'dependencies', 'places', 'indicators', 'blockings', 'notes', 'attachments', 'effects',
  'history'] as const
type ActionPart = (typeof actionPartNames)[number]

const parts: Readonly<Record<ActionPart, { readonly label: string; readonly href: (slug: string, action: string) => string }>> = {
  sheet: { label: 'Fiche', href: paths.action },
  money: { label: 'Financement', href: paths.actionMoney },
  steps: { label: 'Étapes', href: paths.actionSteps },
  dependencies: { label: 'Liens', href: paths.actionDependencies },
  places: { label: 'Lieux', href: paths.actionPlaces },
  indicators: { label: 'Indicateurs', href: paths.actionIndicators },
  blockings: { label: 'Blocages', href: paths.actionBlockings },
  notes: { label: 'Notes', href: paths.actionNotes },
  attachments: { label: 'Documents', href: paths.actionAttachments },
  effects: { label: 'Effets de droit', href: paths.effectsOfAction },
  history: { label: 'Historique', href: paths.actionHistory },
}

type TabsProps = {
  readonly slug: string; readonly actionId: string; readonly current?: ActionPart | undefined
  readonly counts?: Readonly<Partial<Record<ActionPart, number>>>
}
/** For every page of one action. */
export const ActionTabs = ({ slug, actionId, current, counts = {} }: TabsProps) => (
  <Subnav label="Parties de la fiche"
    links={actionPartNames.map((part) => ({
      href: parts[part].href(slug, actionId), label: parts[part].label, current: part === current,
      count: (counts[part] ?? 0) > 0 ? counts[part] : undefined,
    }))} />
)

/** `2.3 Requalifier la place`: the number, when there is one, then the title. */
export const actionLine = ({ code, title }: { readonly code: string | null; readonly title: string }): string =>
  (code === null ? title : `${code} ${title}`)

const doneWords = { ajout: 'C’est ajouté', modification: 'C’est enregistré', retrait: 'C’est retiré' } as const
/** What was just done to a part, as the address of its page says. */
export type PartDone = keyof typeof doneWords

/** The action a part belongs to, as its page names it. */
export type PartFrame = {
  readonly frame: Frame; readonly slug: string; readonly mayEdit: boolean
  /** As it stands in the address: anything at all. */
  readonly done?: string | undefined
  readonly action: { readonly id: Id<'action'>; readonly code: string | null; readonly title: string }
}
type PartProps = PartFrame & {
  readonly part?: ActionPart | undefined; readonly title: string; readonly intro?: string; readonly faults?: readonly Fault[]
  /** Where a page inside a part comes back to. */
  readonly under?: { readonly href: string; readonly label: string }
  readonly children?: ComponentChildren
}
/** A page of a part: title, where it stands, the other parts, the faults of its form. */
export const PartPage = ({ frame, slug, action, mayEdit, done, part, title, intro, faults = [], under, children }: PartProps) => (
  <Page {...frame} title={`${title} – ${actionLine(action)}`} heading={title} intro={intro} faults={faults}
    breadcrumb={[
      { href: paths.plan(slug), label: 'Plan d’action' }, { href: paths.action(slug, action.id), label: actionLine(action) },
      ...(under === undefined ? [] : [under]),
    ]}>
    <ActionTabs slug={slug} actionId={action.id} current={part} />
    <FaultSummary faults={faults} />
    {Object.entries(doneWords).map(([what, words]) => (what === done ? <Notice key={what} tone="success" title={words} live /> : null))}
    {mayEdit ? null : <Notice tone="info"><p>Vous lisez cette fiche ; son maître d’ouvrage et le chef de projet la modifient.</p></Notice>}
    {children}
  </Page>
)
