// One lever in plain French: what it gives, where, for whom, since when, on what conditions, and how sure all that is.
import { Card, CardGrid, Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { freshnessOn, statusOn, wordingOn } from '../../law/levers/lever-days.ts'
import { readingWords } from '../../law/levers/lever-words.ts'
import type { Lever, LeverStatus, LeverVersion } from '../../law/levers/lever.ts'
import { paths } from '../../paths.ts'
import { themeInAddress } from './lever-filter.rules.ts'
import { LeverBadge, audienceNames, endWords, startWords, themeNames, whereWords, withDay } from './lever.words.tsx'

type LeverProps = {
  readonly frame: Frame; readonly lever: Lever; readonly day: PlainDate; readonly dayAsked: boolean; readonly parent: Lever | undefined
  readonly details: readonly Lever[]
}
export const LeverPage = (props: LeverProps) => {
  const { frame, lever, day, parent, details } = props
  const status = statusOn(lever, day)
  const wording = wordingOn(lever, day)
  return (
    <Page {...frame} title={lever.name} intro={lever.brief} actions={<LeverBadge status={status} />}
      breadcrumb={[{ href: withDay(paths.levers(), day, props.dayAsked), label: 'Leviers' }]}>
      <Standing lever={lever} status={status} wording={wording} day={day} />
      <Facts lines={[
        { term: 'Où', value: whereWords((wording ?? lever.versions[0])?.where ?? { anyOf: [], allOf: [] }),
          ...(lever.reading !== null && { note: lever.reading }) },
        { term: 'Pour qui', value: lever.beneficiary },
        { term: 'Qui décide', value: lever.decidedBy },
        { term: 'Texte', value: lever.articles.map((article) => <p key={article}>{article}</p>) },
        { term: 'Thème', value: <a href={`${paths.levers()}?theme=${themeInAddress[lever.theme]}`}>{themeNames[lever.theme]}</a> },
        { term: 'Intéresse', value: lever.audiences.map((audience) => audienceNames[audience]).join(', ') },
      ]} />
      <Conditions wording={wording ?? lever.versions[0]} />
      <Section title="Que faire" id="faire">
        <p>{lever.toDo}</p>
        <p><LinkButton href={paths.publicEffects()} icon="search">Tester une adresse</LinkButton></p>
      </Section>
      {lever.otherWays === null ? null : (
        <Section title="Et sans opération" id="autres-voies"><p>{lever.otherWays}</p></Section>
      )}
      <Versions lever={lever} wording={wording} />
      <Related {...props} parent={parent} details={details} />
      <Verified lever={lever} day={day} />
    </Page>
  )
}

const Standing = ({ lever, status, wording, day }: {
  lever: Lever; status: LeverStatus; wording: LeverVersion | null; day: PlainDate
}) => status === 'confirmed' ? null : (
  <Notice tone={status === 'toConfirm' ? 'warning' : 'info'}>
    <p>{standing(lever, status, wording, day)}</p>
  </Notice>
)

function standing(lever: Lever, status: LeverStatus, wording: LeverVersion | null, day: PlainDate): string {
  const on = inWords(day)
  if (status === 'notYet') return `Au ${on}, ce levier n’existait pas encore.`
  if (status === 'expired') return `Au ${on}, ce levier a pris fin. Ce qui était acquis avant peut le rester : vérifiez la décision prise alors.`
  if (wording !== null && day < wording.from.sure) return `${startWords(wording)}. Au ${on}, on ne peut pas dire s’il était déjà en vigueur.`
  if (wording !== null && wording.until.sure !== null && day > wording.until.sure) {
    return `Le texte lu s’arrête au ${inWords(wording.until.sure)}. Une prolongation est à confirmer : pour une adresse, réponse « inconnu ».`
  }
  if (freshnessOn(lever, day) === 'stale') return `Le texte n’a pas été relu depuis le ${inWords(lever.verifiedOn)} : réponse « inconnu ».`
  return 'À confirmer : le texte n’a pas été lu, ou un point en est douteux. Ne vous en servez pas comme du droit avant de l’avoir vérifié.'
}

const Conditions = ({ wording }: { wording: LeverVersion | undefined }) => {
  const of = (checkedBy: 'data' | 'person') => (wording?.conditions ?? []).filter((condition) => condition.checkedBy === checkedBy)
  return (
    <Section title="Conditions" id="conditions">
      {of('data').length === 0 ? null : <>
        <p>Chapeau les vérifie avec ses données, quand elles sont connues :</p>
        <ul>{of('data').map(({ words }) => <li key={words}>{words}.</li>)}</ul>
      </>}
      <p>{of('data').length === 0 ? 'À vérifier par une personne :' : 'Restent à vérifier par une personne :'}</p>
      <ul>{of('person').map(({ words }) => <li key={words}>{words}.</li>)}</ul>
    </Section>
  )
}

const Versions = ({ lever, wording }: { lever: Lever; wording: LeverVersion | null }) => (
  <Section title="Depuis quand, jusqu’à quand" id="versions">
    <Table caption="Versions" captionHidden rows={lever.versions} rowKey={({ from }) => from.sure} empty={null} columns={[
      { key: 'from', label: 'Début', rowHeader: true, cell: (version) => startWords(version) },
      { key: 'until', label: 'Fin', cell: (version) => endWords(version) },
      { key: 'words', label: 'Ce qui change', cell: ({ words, confirmed }) => <>
        {words ?? <span class="quiet">Rédaction d’origine.</span>}
        {confirmed ? null : <> <LeverBadge status="toConfirm" /></>}
      </> },
      { key: 'now', label: 'À cette date', cell: (version) => (version === wording ? 'Version lue' : <span class="quiet">non</span>) },
    ]} />
  </Section>
)

const Related = ({ parent, details, day, dayAsked }: LeverProps) => parent === undefined && details.length === 0 ? null : (
  <Section title={parent === undefined ? 'Ses précisions' : 'Le levier qu’il précise'} id="precisions">
    <CardGrid>
      {(parent === undefined ? details : [parent]).map((one) => (
        <Card key={one.id} title={one.name} href={withDay(paths.lever(one.id), day, dayAsked)} aside={<LeverBadge status={statusOn(one, day)} />}>
          <p>{one.brief}</p>
        </Card>
      ))}
    </CardGrid>
  </Section>
)

const Verified = ({ lever, day }: { lever: Lever; day: PlainDate }) => (
  <Section title="Source" id="source">
    <p>{`${lever.source}. ${readingWords[lever.read]}. Catalogue relu le `}
      <Day date={lever.verifiedOn} />{freshnessOn(lever, day) === 'fresh' ? '.' : ' : à relire.'}</p>
  </Section>
)
