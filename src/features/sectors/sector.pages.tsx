// One perimeter: where it stands on a day, its shape, all its versions, withdrawn ones included, and what may be done to it.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts } from '../../design/facts.tsx'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { TextArea } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import { paths } from '../../paths.ts'
import { SectorMap } from './sector-map.tsx'
import type { SectorVersion } from './sector.rules.ts'
import { spansOf } from './sector.rules.ts'
import { ActLink, Period, Why, areaInWords, precisionInWords } from './sectors.pages.tsx'
import type { SectorNames } from './sectors.pages.tsx'
import type { SectorSituation } from './situation.rules.ts'
import { illustrativeWords, sectorKindNames, sectorKindPurposes, townCentreNames } from './sector.words.tsx'

type Props = {
  readonly frame: Frame; readonly slug: string; readonly day: PlainDate; readonly situation: SectorSituation;
    readonly versions: readonly SectorVersion[]
  readonly names: SectorNames; readonly actNames: ReadonlyMap<string, string>; readonly mayKeep: boolean; readonly onceKey: string
  readonly ground: readonly { readonly insee: string; readonly geometry: MultiPolygon }[]
}

export const SectorPage = (props: Props) => {
  const { frame, slug, day, situation, versions, names, mayKeep, ground, onceKey } = props
  const { sector, version, candidates, standing } = situation
  const shown = version === null ? candidates : [version]
  return (
    <Page {...frame} title={sector.name} breadcrumb={[{ href: paths.sectors(slug), label: 'Secteurs' }]} intro={sectorKindNames[sector.kind]}
      actions={mayKeep ? <><LinkButton href={paths.newSectorVersion(slug, sector.slug)} emphasis="primary" icon="plus">Nouvelle version</LinkButton>
        <LinkButton href={paths.sectorForm(slug, sector.slug)} icon="edit">Modifier la fiche</LinkButton></> : undefined}>
      {sector.illustrative ? <Notice tone="warning"><p>{illustrativeWords}</p></Notice> : null}
      <Facts lines={[
        { term: `Le ${inWords(day)}`, value: <Why situation={situation} names={names} /> },
        { term: 'Nature', value: sectorKindNames[sector.kind], note: sectorKindPurposes[sector.kind] },
        { term: 'Commune', value: sector.insee === null ? 'Plusieurs, ou toutes' : <a
          href={paths.commune(sector.insee)}>{names.commune(sector.insee)}</a> },
        ...(sector.conventionId === null ? [] : [{ term: 'Dépend de', value: names.convention(sector.conventionId) }]),
        ...(sector.note === '' ? [] : [{ term: 'Note', value: sector.note }]),
      ]} />
      <SectorMap label={`Tracé le ${inWords(day)}`} ground={ground} areas={shown.flatMap(({ id, geometry, number }) => geometry === null ? []
        : [{ key: id, label: `n° ${number}`, geometry, tone: standing === 'yes' ? 'in' as const : standing === 'no' ? 'out' as const
          : 'unknown' as const }])} />
      <Section title="Versions" intro="Une version ne se modifie pas : une nouvelle la remplace, une fausse est retirée avec son motif."
        aside={versions.length === 0 ? undefined : <LinkButton href={paths.sectorComparison(slug, sector.slug)}>Comparer deux tracés</LinkButton>}>
        <VersionTable {...props} />
      </Section>
      {mayKeep ? (
        <Section title="Retirer ce périmètre">
          <ButtonForm to={paths.sectorRemoval(slug, sector.slug)} fields={{ cle: onceKey }} emphasis="danger" small>Retirer le périmètre</ButtonForm>
          <p class="quiet">
            Il quitte les listes et les réponses à une adresse ; le journal garde tout. S’il a été supprimé par un acte,
              ajoutez plutôt une version qui le
            dit.
          </p>
        </Section>
      ) : null}
    </Page>
  )
}

const VersionTable = ({ slug, versions, actNames, mayKeep, situation }: Props) => {
  const last = new Map(spansOf(versions).map(({ version, to }) => [version.id, to]))
  const { sector } = situation
  return (
    <Table caption="Versions" captionHidden rows={versions.toReversed()} rowKey={({ id }) => id}
      empty={<Empty title="Aucun tracé"
        action={mayKeep ? <LinkButton href={paths.newSectorVersion(slug, sector.slug)} emphasis="primary">Ajouter le premier tracé</LinkButton>
          : undefined}>
        <p>Collez-le en GeoJSON, dessinez-le, ou importez un fichier.</p>
      </Empty>}
      columns={[
        { key: 'number', label: 'Version', rowHeader: true, cell: ({ number, withdrawn, id }) => (
          <>
            {`n° ${number} `}
            {withdrawn !== null ? <Badge tone="negative">Retirée</Badge>
              : id === situation.version?.id ? <Badge tone="info">Vaut ce jour-là</Badge> : null}
          </>
        ) },
        { key: 'period', label: 'Valable', cell: (one) => <Period from={one.validFrom} to={one.withdrawn === null ? last.get(one.id) ?? one.validTo
          : one.validTo} /> },
        { key: 'act', label: 'Fixée par', cell: ({ actId }) => actId === null ? <span class="quiet">acte inconnu</span> : <ActLink slug={slug}
          id={actId} actNames={actNames} /> },
        { key: 'centre', label: 'Centre-ville', cell: ({ townCentre, geometry }) => geometry === null ? '' : townCentreNames(townCentre) },
        { key: 'area', label: 'Surface', align: 'end', cell: ({ areaM2, geometry, precisionMetres }) => geometry === null ? 'Supprimé'
          : <>{areaM2 === null ? 'Inconnue' : areaInWords(areaM2)}<span class="facts-note">{precisionInWords(precisionMetres)}</span></> },
        { key: 'source', label: 'Source', cell: ({ source, recordedAt, recordedBy, withdrawn }) => (
          <>
            {source}
            <span class="facts-note">Enregistrée par {recordedBy}, <Moment at={recordedAt} /></span>
            {withdrawn === null ? null : <span class="facts-note">{`Retirée par ${withdrawn.by} : ${withdrawn.reason}`}</span>}
          </>
        ) },
        ...(mayKeep ? [{ key: 'do', label: 'Actions', cell: ({ number, withdrawn }: SectorVersion) => withdrawn !== null ? '' : (
          <a href={paths.sectorVersionWithdrawal(slug, sector.slug, String(number))}>
            Retirer<span class="visually-hidden">{` la version n° ${number}`}</span>
          </a>
        ) }] : []),
      ]} />
  )
}

type WithdrawalProps = {
  readonly frame: Frame; readonly slug: string; readonly sector: SectorSituation['sector']; readonly number: number; readonly reason: string
  readonly faults: readonly Fault[]; readonly onceKey: string
}
export const WithdrawalPage = ({ frame, slug, sector, number, reason, faults, onceKey }: WithdrawalProps) => (
  <Page {...frame} title={`Retirer la version n° ${number}`} faults={faults} width="reading"
    breadcrumb={[{ href: paths.sectors(slug), label: 'Secteurs' }, { href: paths.sector(slug, sector.slug), label: sector.name }]}
    intro="Pour un tracé enregistré par erreur. Si un acte a changé le périmètre, ajoutez une version : celle-ci restera vraie pour le passé.">
    <FaultSummary faults={faults} />
    <Form action={paths.sectorVersionWithdrawal(slug, sector.slug, String(number))} keep={`retrait-${sector.id}-${number}`}>
      <Hidden name="cle" value={onceKey} />
      <TextArea name="reason" label="Motif" value={reason} faults={faults} maxLength={2000} hint="Il reste au journal et sur la page du périmètre." />
      <Buttons>
        <SubmitButton emphasis="danger">Retirer la version</SubmitButton>
        <LinkButton href={paths.sector(slug, sector.slug)} emphasis="quiet">Annuler</LinkButton>
      </Buttons>
    </Form>
  </Page>
)
