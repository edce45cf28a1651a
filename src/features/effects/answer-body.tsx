// An answer as one reads it: the place, its sectors, then the levers in three groups with the why of each, and what every source said.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { Icon } from '../../design/icon.tsx'
import { Notice } from '../../design/notice.tsx'
import { inWords } from '../../kernel/date.ts'
import type { LeverVerdict } from '../../law/levers/lever-answer.ts'
import { paths } from '../../paths.ts'
import type { AnswerRecord, LeverRecord } from './answer-record.ts'
import { groupIntros, groupNames } from './effect.words.ts'

const groups = ['applies', 'unknown', 'no'] as const satisfies readonly LeverVerdict[]
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** `inside`: the operation of the reader, when its sectors may be linked to; undefined elsewhere. */
/** `proof`: the way to keep the answer, right under what was found. */
type Props = { readonly record: AnswerRecord; readonly inside?: string | undefined; readonly proof?: ComponentChildren }

export const AnswerBody = ({ record, inside, proof }: Props) => (
  <>
    {record.illustrative ? (
      <Notice tone="warning" title="Sans valeur : tracé illustratif">
        <p>Un secteur de cette réponse a été dessiné à la main pour l’exemple : aucun droit n’en dépend.</p>
      </Notice>
    ) : null}
    {record.levers.length === 0 ? (
      <Notice tone="warning"><p>Le catalogue des leviers ne répond pas, ou aucun levier ne concerne ce public : rien ne peut être dit.</p></Notice>
    ) : null}
    {record.question.how === 'address' && record.question.lon === null ? (
      <Notice tone="info" title="Ajoutez le numéro">
        <p>La voie seule ne dit pas où est le lieu : sans numéro, les secteurs restent inconnus.</p>
      </Notice>
    ) : null}
    <PlaceFactsList record={record} inside={inside} />
    {record.levers.length === 0 ? null : <Counts record={record} />}
    {proof}
    {groups.map((verdict) => <Group key={verdict} verdict={verdict} levers={record.levers.filter((lever) => lever.verdict === verdict)} />)}
    <Sources record={record} />
  </>
)

/** The three figures, each a way to its group. */
const Counts = ({ record: { levers } }: Props) => (
  <ul class="effect-counts">
    {groups.map((verdict) => {
      const count = levers.filter((lever) => lever.verdict === verdict).length
      return (
        <li key={verdict} class={`effect-count effect-count-${verdict}`}>
          {count === 0 ? null : <Icon name={icons[verdict]} />}
          {count === 0 ? `${groupNames[verdict]} : aucun` : <a href={`#${verdict}`}>{`${groupNames[verdict]} : ${count}`}</a>}
        </li>
      )
    })}
  </ul>
)
const icons = { applies: 'check', unknown: 'question', no: 'cross' } as const

const PlaceFactsList = ({ record: { question, commune, convention, sectors, sectorsKnown, operation }, inside }: Props) => (
  <Facts lines={[
    { term: 'Lieu', value: capital(question.place), ...(question.lon !== null && question.lat !== null && {
      note: <a href={mapAddress(question.lon, question.lat)} rel="noreferrer">Voir sur une carte (OpenStreetMap)</a>,
    }) },
    { term: 'Jour', value: inWords(question.on) },
    { term: 'Commune', value: commune.value === null ? <Unknown why={lower(commune.why)} /> : commune.value.name },
    ...(operation === null ? [] : [{ term: 'Opération', value: operation.name }]),
    { term: 'Convention', value: conventionWords(convention) },
    { term: 'Secteurs', value: sectors.length > 0 ? <Sectors sectors={sectors} inside={inside} />
      : sectorsKnown.value === null ? <Unknown why={lower(sectorsKnown.why)} /> : 'Hors de tout secteur d’intervention' },
  ]} />
)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const mapAddress = (lon: number, lat: number): string => `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`

function conventionWords({ inForce, from, until }: AnswerRecord['convention']) {
  if (inForce === 'unknown') return <Unknown why="on ne sait pas si une convention est en vigueur pour cette commune ce jour-là" />
  if (inForce === 'no') return 'Aucune en vigueur pour cette commune ce jour-là'
  const days = `${from === null ? '' : ` depuis le ${inWords(from)}`}${until === null ? '' : ` jusqu’au ${inWords(until)}`}`
  return `En vigueur${days}`
}

const Sectors = ({ sectors, inside }: Pick<AnswerRecord, 'sectors'> & { inside: string | undefined }) => (
  <ul class="plain-list">
    {sectors.map((sector) => (
      <li key={`${sector.address}-${sector.version}`}>
        {inside === undefined ? sector.name : <a href={paths.sector(inside, sector.address)}>{sector.name}</a>}
        {' '}
        {sector.inside === 'yes' ? null : <Badge tone="unknown">{`Trop près de la limite (${sector.edgeMetres} m)`}</Badge>}
        <span class="facts-note">
          {[sector.kind, `version n° ${sector.version}`, sector.validFrom === null ? 'sans date de début' : `depuis le ${inWords(sector.validFrom)}`,
            sector.act === null ? `acte inconnu (${sector.source})` : `fixée par : ${sector.act}`,
            sector.precisionMetres === null ? 'précision du tracé inconnue' : `précision du tracé : ${sector.precisionMetres} m`].join(' ; ')}
        </span>
      </li>
    ))}
  </ul>
)

const Group = ({ verdict, levers }: { verdict: LeverVerdict; levers: readonly LeverRecord[] }) => {
  if (levers.length === 0) return null
  const title = `${groupNames[verdict]} (${levers.length})`
  const parts = verdict === 'unknown' ? unknownParts.map(({ label, holds }) => ({ label, levers: levers.filter(holds) })) : [{ label: '', levers }]
  return (
    <Section title={title} id={verdict} intro={groupIntros[verdict]}>
      {parts.filter(({ levers: some }) => some.length > 0).map(({ label, levers: some }) => (
        <div key={label} class="effect-part">
          {label === '' ? null : <p class="effect-part-label">{`${label} (${some.length})`}</p>}
          <ul class={`effects effects-${verdict}`}>{some.map((lever) => <Effect key={lever.id} lever={lever} />)}</ul>
        </div>
      ))}
    </Section>
  )
}

const ofProject = ['projectUnknown', 'partyUnknown'] as const
const ofLaw = ['leverToConfirm', 'leverStartUnknown', 'leverEndToConfirm', 'lawNotRechecked'] as const
const saysOneOf = (codes: readonly string[]) => ({ codes: mine }: LeverRecord): boolean => mine.some((code) => codes.includes(code))
const onlyOf = (codes: readonly string[]) => ({ codes: mine }: LeverRecord): boolean => mine.every((code) => codes.includes(code))
/** Why nobody knows: first what more data would settle. */
const unknownParts: readonly { readonly label: string; readonly holds: (lever: LeverRecord) => boolean }[] = [
  { label: 'Une donnée manque sur le lieu', holds: (lever) => !onlyOf([...ofProject, ...ofLaw])(lever) },
  { label: 'La réponse dépend du projet ou de qui demande',
    holds: (lever) => onlyOf([...ofProject, ...ofLaw])(lever) && saysOneOf(ofProject)(lever) },
  { label: 'Le droit est à confirmer', holds: onlyOf(ofLaw) },
]

const Effect = ({ lever }: { lever: LeverRecord }) => (
  <li class="effect">
    <h3 class="effect-title"><a href={paths.lever(lever.id)}>{lever.name}</a></h3>
    <p>{lever.reasons.join(' ')}</p>
    <details class="effect-more">
      <summary>{detailsLabel(lever)}<span class="visually-hidden">{` : ${lever.name}`}</span></summary>
      <p>{lever.brief}</p>
      {lever.verdict === 'no' || lever.conditions.length === 0 ? null : (
        <>
          <p>À vérifier par une personne :</p>
          <ul>{lever.conditions.map((words) => <li key={words}>{words}</li>)}</ul>
        </>
      )}
      <p class="quiet">{`Décision : ${lower(lever.decidedBy)}. ${lever.articles.join(' ; ')}${lever.confirmed ? '' : ' (à confirmer)'}.`}</p>
      <p class="quiet">{`${lever.reading} ; catalogue relu le ${inWords(lever.verifiedOn)}.`}</p>
    </details>
  </li>
)

function detailsLabel({ verdict, conditions }: LeverRecord): string {
  if (verdict === 'no' || conditions.length === 0) return 'Ce que c’est, le texte'
  return conditions.length === 1 ? 'Une condition à vérifier, le texte' : `${conditions.length} conditions à vérifier, le texte`
}

const Sources = ({ record }: { record: AnswerRecord }) => (
  <Section title="D’où vient cette réponse" id="sources" intro="Une source muette rend inconnu ce qui en dépend, et n’en fait jamais un « non ».">
    <Facts lines={record.sources.map(({ name, answered, detail }) => ({
      term: name, value: answered ? <Badge tone="positive">A répondu</Badge> : <Badge tone="unknown">N’a pas pu répondre</Badge>,
      ...(detail !== '' && { note: detail }),
    }))} />
  </Section>
)
