// What the plan leaves uncovered: figures, then each lack with its list and the link that mends it.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { actionLacks } from './coverage.rules.ts'
import type { ActionLack, Covered } from './coverage.rules.ts'
import type { LinkedClause } from './orientation.pages.tsx'
import { provisionTitle } from './framework.words.ts'
import { PartialNotice, Share } from './frameworks.pages.tsx'
import type { ListedOrientation } from './tree.rules.ts'

/** A lack as the page says it: its title, what to do, where the plan lists it, where one action is mended. */
type LackWords = {
  readonly title: string; readonly mend: string; readonly filter: string; readonly address: (slug: string, action: string) => string
}
const lackWords: Readonly<Record<ActionLack, LackWords>> = {
  orientation: {
    title: 'Actions sans orientation', mend: 'Rattacher', filter: 'orientation=sans',
    address: (slug, id) => `${paths.actionForm(slug, id)}#field-orientations`,
  },
  owner: {
    title: 'Actions sans maître d’ouvrage', mend: 'Désigner', filter: 'porteur=sans',
    address: (slug, id) => `${paths.actionForm(slug, id)}#field-owner`,
  },
  funding: { title: 'Actions sans financement', mend: 'Financer', filter: 'financeur=sans', address: paths.actionMoney },
  indicator: { title: 'Actions sans indicateur', mend: 'Mesurer', filter: 'indicateur=sans', address: paths.actionIndicators },
}

export const lackInAddress: Readonly<Record<ActionLack, string>> = {
  orientation: 'orientation', owner: 'porteur', funding: 'financement', indicator: 'indicateur',
}

type Lacking = { readonly lack: ActionLack; readonly id: string; readonly code: string | null; readonly title: string }
type FrameworkShare = {
  readonly slug: string; readonly name: string; readonly orientations: number; readonly served: number; readonly covered: Covered
}
type Props = {
  readonly frame: Frame; readonly slug: string; readonly day: PlainDate; readonly all: Covered; readonly frameworks: readonly FrameworkShare[]
  readonly lacking: readonly Lacking[]; readonly bare: readonly ListedOrientation[]; readonly orientations: number
  readonly texts: readonly { readonly title: string; readonly articles: number; readonly unserved: readonly LinkedClause[] }[]
  /** The one lack whose whole list is shown, page after page; undefined: the beginning of each. */
  readonly only: ActionLack | undefined; readonly page: number; readonly pages: number; readonly mayKeep: boolean
  readonly partial: boolean
}
export const CoveragePage = (props: Props) => {
  const { frame, slug, all, bare, texts, only, day, partial } = props
  const articles = texts.flatMap(({ unserved }) => unserved).length
  return (
    <Page {...frame} title="Couverture du plan" breadcrumb={[{ href: paths.frameworks(slug), label: 'Cadres et orientations' }]}
      intro={'Ce qui manque pour que chaque engagement ait son action, et chaque action de quoi se faire. '
        + `Textes en vigueur le ${inWords(day)} ; actions abandonnées laissées de côté.`}>
      {partial ? <PartialNotice /> : null}
      <Stats>
        <Count label="Orientations sans action" value={bare.length} href="#orientations" />
        {actionLacks.map((lack) => <Count key={lack} label={lackWords[lack].title} value={all.actions - all[lack]}
          href={only === undefined ? `#${lack}` : `${paths.coverage(slug)}#${lack}`} />)}
        <Count label="Articles que rien ne sert" value={articles} href="#articles" />
      </Stats>
      {only === undefined ? <Overview {...props} /> : <Whole {...props} lack={only} />}
    </Page>
  )
}

const Count = ({ label, value, href }: { label: string; value: number; href: string }) =>
  <Stat label={label} value={value} tone={value === 0 ? 'positive' : 'caution'} href={value === 0 ? undefined : href} />

const Overview = (props: Props) => (
  <>
    <ByFramework {...props} />
    <BareOrientations {...props} />
    {actionLacks.map((lack) => <Lack key={lack} {...props} lack={lack} />)}
    <Articles {...props} />
  </>
)

const ByFramework = ({ slug, frameworks, all, orientations, bare }: Props) => (
  <Section title="Par cadre">
    <Table caption="Couverture par cadre" captionHidden rows={[...frameworks.map((one) => ({ ...one, href: paths.framework(slug, one.slug) })),
      { slug: '', name: 'Tout le plan', href: undefined, orientations, served: orientations - bare.length, covered: all }]}
      rowKey={(row) => row.slug} empty={null}
      columns={[
        {
          key: 'name', label: 'Cadre', rowHeader: true,
          cell: ({ name, href }) => (href === undefined ? <strong>{name}</strong> : <a href={href}>{name}</a>),
        },
        { key: 'orientations', label: 'Orientations servies', cell: (row) => <Share part={row.served} whole={row.orientations} /> },
        { key: 'indicator', label: 'Actions mesurées', cell: ({ covered }) => <Share part={covered.indicator} whole={covered.actions} /> },
        { key: 'funding', label: 'Actions financées', cell: ({ covered }) => <Share part={covered.funding} whole={covered.actions} /> },
        { key: 'owner', label: 'Actions portées', cell: ({ covered }) => <Share part={covered.owner} whole={covered.actions} /> },
      ]} />
  </Section>
)

const shownAtOnce = 30
const BareOrientations = ({ slug, bare, mayKeep }: Props) => bare.length === 0 ? null : (
  <Section title={`Orientations sans action (${bare.length})`} id="orientations">
    <Lines>
      {bare.slice(0, shownAtOnce).map(({ id, path, frameworkSlug, label }) => (
        <li key={id}>
          <a href={paths.orientation(slug, frameworkSlug, id)}>{path}</a>
          {mayKeep ? <Precise href={`${paths.newAction(slug)}?orientation=${id}`} words="Ajouter une action" about={` à ${label}`} /> : null}
        </li>
      ))}
    </Lines>
    {bare.length <= shownAtOnce ? null : <p class="quiet">{`Et ${bare.length - shownAtOnce} autres, marquées dans l’arbre de chaque cadre.`}</p>}
  </Section>
)

/** A link whose words are few: screen readers hear what it is about. */
const Precise = ({ href, words, about }: { href: string; words: string; about: string }) =>
  <a href={href}>{words}<span class="visually-hidden">{about}</span></a>

const Lines = ({ children }: { children: ComponentChildren }) => <ul class="mend-list">{children}</ul>

const Lack = (props: Props & { readonly lack: ActionLack }) => {
  const { slug, all, lack, lacking } = props
  const count = all.actions - all[lack]
  const own = lacking.filter((one) => one.lack === lack)
  const about = ` : ${lackWords[lack].title}`
  return count === 0 ? null : (
    <Section title={`${lackWords[lack].title} (${count})`} id={lack}
      aside={<Precise href={`${paths.plan(slug)}?${lackWords[lack].filter}`} words="Dans le plan" about={about} />}>
      <Mendable {...props} lacking={own} />
      {count > own.length
        ? <p><Precise href={`${paths.coverage(slug)}?manque=${lackInAddress[lack]}`} words={`Voir les ${count}`} about={about} /></p> : null}
    </Section>
  )
}

const Mendable = ({ slug, lacking, mayKeep }: Props) => (
  <Lines>
    {lacking.map(({ id, code, title, lack }) => (
      <li key={id}>
        <a href={paths.action(slug, id)}>{code === null ? title : `${code} ${title}`}</a>
        {mayKeep ? <Precise href={lackWords[lack].address(slug, id)} words={lackWords[lack].mend} about={` : ${title}`} /> : null}
      </li>
    ))}
  </Lines>
)

const Whole = (props: Props & { readonly lack: ActionLack }) => {
  const { slug, lack, all, page, pages } = props
  return (
    <Section title={`${lackWords[lack].title} (${all.actions - all[lack]})`} id={lack}
      aside={(
        <LinkButton href={`${paths.plan(slug)}?${lackWords[lack].filter}`} emphasis="quiet" icon="filter">Corriger ensemble dans le plan</LinkButton>
      )}>
      <Mendable {...props} />
      <Pagination page={page} pages={pages} href={(wanted) => `${paths.coverage(slug)}?manque=${lackInAddress[lack]}&page=${wanted}`} />
      <p><a href={paths.coverage(slug)}>Toute la couverture</a></p>
    </Section>
  )
}

const Articles = ({ slug, texts }: Props) => (
  <Section title="Articles des conventions en vigueur" id="articles"
    intro="Un article est servi quand une orientation ou une action dit en venir. Tous n’en appellent pas : durée, litiges, publication.">
    {texts.length === 0 ? <p class="quiet">Aucune convention n’est en vigueur ce jour-là.</p> : texts.map(({ title, articles, unserved }) => (
      <div key={title}>
        <h3>{title} <Share part={articles - unserved.length} whole={articles} /></h3>
        {unserved.length === 0 ? <p><Badge tone="positive">Chaque article est servi</Badge></p> : (
          <Lines>
            {unserved.map(({ conventionSlug, provision, number, heading }) => (
              <li key={provision}>
                <a href={paths.provision(slug, conventionSlug, provision)}>{provisionTitle(number ?? '', heading)}</a>
              </li>
            ))}
          </Lines>
        )}
      </div>
    ))}
  </Section>
)
