// The catalogue of levers: what an operation opens, for whom and where, on the day asked about; sought by words, theme, public and status.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, SearchField } from '../../design/fields.tsx'
import { Form, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import { inFigures, inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { wordingOn } from '../../law/levers/lever-days.ts'
import { audiences, leverThemes } from '../../law/levers/lever.ts'
import type { Lever, LeverStatus } from '../../law/levers/lever.ts'
import { paths } from '../../paths.ts'
import { audienceInAddress, statusInAddress, themeInAddress } from './lever-filter.rules.ts'
import type { LeverSearch } from './lever-filter.rules.ts'
import { LeverBadge, audienceNames, statusNames, themeNames, whereWords, withDay } from './lever.words.tsx'

type Found = Lever & { readonly status: LeverStatus }
type LeversProps = {
  readonly frame: Frame; readonly typed: LeverSearch; readonly day: PlainDate; readonly dayAsked: boolean
  readonly found: readonly Found[]; readonly all: readonly Found[]
  /** What was typed as a day and is none; null otherwise. */
  readonly unreadable: string | null
}
export const LeversPage = (props: LeversProps) => {
  const { frame, found, all, day } = props
  const faults = faultsOf(props)
  return (
    <Page {...frame} title="Leviers" faults={faults}
      intro={`Ce qu’une opération de revitalisation de territoire permet, au ${inWords(day)} : à quel endroit, pour qui, à quelles conditions.`}>
      <FaultSummary faults={faults} />
      <Filters {...props} />
      <Figures {...props} />
      <Notice tone="info">
        <p>{'« À confirmer » veut dire que le texte n’a pas été lu, ou qu’un point en est douteux : à une adresse, la réponse reste « inconnu ». '
          + '« Confirmé » peut reposer sur un extrait, cité par une autre source : la page du levier le dit, '
          + 'avec le texte et le jour où le catalogue a été relu.'}</p>
      </Notice>
      {found.length === 0 ? <p class="quiet">Aucun levier ne répond à ce choix : retirez un critère.</p> : null}
      {leverThemes.map((theme) => ({ theme, levers: found.filter((lever) => lever.theme === theme) }))
        .filter(({ levers }) => levers.length > 0).map(({ theme, levers }) => (
          <Section key={theme} title={themeNames[theme]} id={themeInAddress[theme]}>
            <LeverTable {...props} title={themeNames[theme]} rows={levers} />
          </Section>
        ))}
      <p class="quiet">{`${found.length} ${found.length > 1 ? 'leviers' : 'levier'} sur ${all.length}.`}</p>
    </Page>
  )
}

const faultsOf = ({ unreadable }: LeversProps): readonly Fault[] => (unreadable === null ? []
  : [['le', 'Ce jour est illisible : écrivez-le sous la forme jj/mm/aaaa. Voici le catalogue d’aujourd’hui.']])

const Filters = (props: LeversProps) => (
  <Form action={paths.levers()} method="get" layout="inline" role="search" label="Chercher un levier">
    <SearchField name="q" label="Mot ou article" value={props.typed.q} />
    <Select name="theme" label="Thème" value={props.typed.theme} required={false} empty="Tous"
      choices={leverThemes.map((theme) => ({ value: themeInAddress[theme], label: themeNames[theme] }))} />
    <Select name="public" label="Pour qui" value={props.typed.public} required={false} empty="Tous"
      choices={audiences.map((audience) => ({ value: audienceInAddress[audience], label: audienceNames[audience] }))} />
    <Select name="etat" label="État" value={props.typed.etat} required={false} empty="Tous"
      choices={statuses.map((status) => ({ value: statusInAddress[status], label: statusNames[status][0] }))} />
    <DateField name="le" label="À la date du" value={props.unreadable ?? (props.dayAsked ? inFigures(props.day) : '')} required={false}
      faults={faultsOf(props)} hint="jj/mm/aaaa ; aujourd’hui sinon." />
    <SubmitButton emphasis="secondary" icon="filter">Afficher</SubmitButton>
  </Form>
)

const statuses: readonly LeverStatus[] = ['confirmed', 'toConfirm', 'expired', 'notYet']
const notes: Readonly<Record<LeverStatus, string>> = {
  confirmed: 'en vigueur ce jour-là', toConfirm: 'texte, point ou date douteux', expired: 'fin passée ce jour-là',
  notYet: 'pas encore créés ce jour-là',
}
const Figures = ({ all, day, dayAsked }: LeversProps) => (
  <Stats>
    {statuses.map((status) => (
      <Stat key={status} label={statusNames[status][0]} value={all.filter((lever) => lever.status === status).length} note={notes[status]}
        href={`${paths.levers()}?etat=${statusInAddress[status]}${dayAsked ? `&le=${day}` : ''}`} />
    ))}
  </Stats>
)

const LeverTable = ({ title, rows, day, dayAsked }: LeversProps & { title: string; rows: readonly Found[] }) => (
  <Table caption={title} captionHidden rows={rows} rowKey={({ id }) => id} empty={null} columns={[
    { key: 'name', label: 'Levier', rowHeader: true, cell: (lever) => <>
      <a href={withDay(paths.lever(lever.id), day, dayAsked)}>{lever.name}</a> <span class="quiet">{lever.id}</span>
    </> },
    { key: 'brief', label: 'Ce qu’il donne', cell: ({ brief }) => brief },
    { key: 'where', label: 'Où', cell: (lever) => whereWords((wordingOn(lever, day) ?? lever.versions[0])?.where ?? { anyOf: [], allOf: [] }) },
    { key: 'article', label: 'Texte', cell: ({ articles }) => articles.map((article) => <p key={article}>{article}</p>) },
    { key: 'status', label: 'État', cell: ({ status }) => <LeverBadge status={status} /> },
  ]} />
)

/** What a lawyer reads who left a fault in the catalogue. */
export const LeverFilePage = ({ frame, fault }: { frame: Frame; fault: string }) => (
  <Page {...frame} title="Leviers">
    <Notice tone="error">
      <p>{`${fault}.`}</p>
      <p>Corrigez le fichier <code>src/law/levers/levers.yaml</code>, puis relancez le programme : le catalogue revient, et rien n’est perdu.</p>
    </Notice>
  </Page>
)
