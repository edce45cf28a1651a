// Who must join a request of suspension: the EPCI, and the mayor of each commune whose convention is in force that day.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { byFrenchName } from '../../kernel/text.ts'
import { stateOf } from '../../law/operation-state.ts'
import type { OperationState } from '../../law/operation-record.ts'
import { scopeOf } from '../../planning/scope.ts'
import { holds } from '../../kernel/rights.ts'
import type { Request } from '../../platform/web.ts'
import type { Schema } from '../../schema.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { findOperation, upsertOrganisation } from '../operations/operations.store.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { listNamedOrganisations } from './suspensions.store.ts'
import type { Signatory } from './suspension.rules.ts'

type Db = Kysely<Schema>

/** Tells the signatories as known for a day; a commune whose convention is in doubt is listed, and said to be so. */
export async function signatoriesOf(db: Db, operationId: Id<'operation'>): Promise<(day: PlainDate) => readonly Signatory[]> {
  const operation = await findOperation(db, operationId)
  const [record, organisations] = [await operationRecord(db), await listNamedOrganisations(db)]
  return (day) => signatoriesIn(operation?.epciSiren, stateOf(record, day, null), organisations)
}

function signatoriesIn(
  epciSiren: string | undefined, state: OperationState, organisations: Awaited<ReturnType<typeof listNamedOrganisations>>,
): readonly Signatory[] {
  const towns = state.communes.filter(({ state: legal }) => legal === 'inForce' || legal === 'unknown' || legal === 'disputed')
    .map(({ insee, state: legal }) => ({ insee, sure: legal === 'inForce', name: nameOf(insee) }))
    .toSorted((one, other) => byFrenchName(one.name, other.name))
  const epci = epciSiren === undefined || towns.length === 0 ? [] : [{
    key: 'epci', name: epciName(epciSiren), sure: true,
    executive: `le président de l’intercommunalité (${epciName(epciSiren)})`,
    organisationId: organisations.find(({ siren }) => siren === epciSiren)?.id ?? null,
  }]
  return [...epci, ...towns.map(({ insee, name, sure }) => ({
    key: insee, name, executive: `le maire ${ofName(name)}`, sure, organisationId: organisations.find((one) => one.insee === insee)?.id ?? null,
  }))]
}

const nameOf = (insee: string): string => loadTerritories().gazetteer.communeOfInsee(insee)?.name ?? insee
const epciName = (siren: string): string => loadTerritories().epci(siren)?.name ?? siren

/** `de Lens`, `d’Arras`, `du Havre`, `des Lilas`. */
const ofName = (name: string): string => (name.startsWith('Le ') ? `du ${name.slice(3)}` : name.startsWith('Les ') ? `des ${name.slice(4)}`
  : /^[AEIOUYÀÂÉÈÊÎÔH]/.test(name) ? `d’${name}` : `de ${name}`)

/** The organisation of a signatory, made when the operation does not know it yet. */
export async function organisationOf(db: Db, operationId: Id<'operation'>, signatory: Signatory): Promise<Id<'organisation'>> {
  if (signatory.organisationId !== null) return signatory.organisationId
  const operation = await findOperation(db, operationId)
  const epci = signatory.key === 'epci'
  return await upsertOrganisation(db, operationId, {
    name: signatory.name, kind: epci ? 'epci' : 'commune', siren: epci ? (operation?.epciSiren ?? null) : null, insee: epci ? null : signatory.key,
  })
}

/** The signatories a person answers for: all of them (null) for who keeps the request, their own commune for who acts for it. */
export function ownSignatories(c: Request, signatories: readonly Signatory[]): readonly string[] | null {
  const { roles, mandates } = c.var.space
  if (holds(roles.filter((role) => role !== 'townLead'), 'recordUse')) return null
  const { authorities } = scopeOf(mandates)
  return signatories.filter(({ organisationId }) => authorities.some((one) => one === organisationId)).map(({ key }) => key)
}
