// A lever: a legal effect that an operation opens somewhere, for someone, between two days. `levers.yaml` holds them all, for a lawyer to correct.
import type { PlainDate } from '../../kernel/date.ts'
import type { SectorKind } from './sector-kind.ts'

/**
 * Where a lever acts. `sector` in a secteur d'intervention · `townCentreSector` in one that holds a town centre · `ortPerimeter` « périmètre
 * de l'opération », read as its sectors · `commune` a whole signatory commune · `outsideSignatory` a signatory commune outside its town-centre
 * sectors · `outsideEpci` another commune of the EPCI · `outsideNeighbour` a commune of an EPCI next to it · `project` a project of the operation,
 * `anyProject` with or without an ORT · `party` a right of a signatory · `decision` where a local deliberation says so · `unmapped` a perimeter
 * no data draws here.
 * @source CCH, art. L.303-2 II; C. com., art. L.752-1-1 and L.752-1-2; the classes are ours
 */
export const scopes = [
  'sector', 'townCentreSector', 'ortPerimeter', 'commune', 'outsideSignatory', 'outsideEpci', 'outsideNeighbour', 'project', 'anyProject', 'party',
  'decision', 'unmapped', 'everywhere',
] as const
export type Scope = (typeof scopes)[number]
/** A class above, or a perimeter drawn by another law. */
export type LeverPlace = Scope | { readonly perimeter: SectorKind }
/** One of these places, and all of those. */
export type LeverWhere = { readonly anyOf: readonly LeverPlace[]; readonly allOf: readonly LeverPlace[] }

/** `checkedBy`: `data` the place answers it · `person` someone has to look (« oui, si… »). */
export type LeverCondition = { readonly words: string; readonly checkedBy: 'data' | 'person' }

/** Days before `earliest` are surely before it; from `sure` on it surely holds; null: nobody knows. */
export type LeverStart = { readonly earliest: PlainDate | null; readonly sure: PlainDate }
/** It surely holds until `sure` (null: still does), and surely no longer after `latest` (null: what comes after is not known). */
export type LeverEnd = { readonly sure: PlainDate | null; readonly latest: PlainDate | null }
/** One state of the law on a lever: `confirmed` false is shown « à confirmer », and never answered as law. */
export type LeverVersion = {
  readonly from: LeverStart; readonly until: LeverEnd; readonly words: string | null; readonly confirmed: boolean
  readonly where: LeverWhere; readonly conditions: readonly LeverCondition[]
}

export const audiences = ['notary', 'shop', 'instructor', 'landlord', 'owner', 'operator', 'town', 'epci', 'state'] as const
export type Audience = (typeof audiences)[number]
export const leverThemes = ['trade', 'housing', 'planning', 'land', 'services'] as const
export type LeverTheme = (typeof leverThemes)[number]

/** `parent`: the lever it details. `reading`: how an ambiguous text is read here. `otherWays`: what else may open the same right. */
export type Lever = {
  readonly id: string; readonly parent: string | null; readonly name: string; readonly brief: string; readonly theme: LeverTheme
  readonly articles: readonly string[]; readonly beneficiary: string; readonly audiences: readonly Audience[]; readonly decidedBy: string
  readonly toDo: string; readonly reading: string | null; readonly otherWays: string | null; readonly versions: readonly LeverVersion[]
  readonly source: string; readonly confirmed: boolean; readonly read: 'whole' | 'extract' | 'memory'; readonly verifiedOn: PlainDate
}

/** Where a lever stands on a day. */
export type LeverStatus = 'confirmed' | 'toConfirm' | 'expired' | 'notYet'
