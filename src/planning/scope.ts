// Whose actions a person sees and edits: all of them, their authority's, or those their institution funds.
import type { Id } from '../kernel/id.ts'
import type { HeldMandate, Role } from '../kernel/rights.ts'

/**
 * `seesAll`: every action, restricted ones excepted · `leads`: restricted ones as well, and edits all · `authorities`: edits, and sees when
 * restricted, the actions these organisations bear · `funders`: of someone who sees nothing else, the actions and the lines these organisations fund.
 */
export type PlanScope = {
  readonly seesAll: boolean; readonly leads: boolean; readonly keepsMoney: boolean
  readonly authorities: readonly Id<'organisation'>[]; readonly funders: readonly Id<'organisation'>[]
}

/** What the mandates a person holds today let them see of the plan. */
export function scopeOf(mandates: readonly HeldMandate[]): PlanScope {
  const of = (role: Role): readonly Id<'organisation'>[] =>
    [...new Set(mandates.filter((mandate) => mandate.role === role).map(({ organisationId }) => organisationId))]
  return {
    seesAll: mandates.some(({ role }) => role !== 'funder'),
    leads: mandates.some(({ role }) => role === 'projectLead'),
    keepsMoney: mandates.some(({ role }) => role === 'projectLead' || role === 'finance'),
    authorities: of('townLead'), funders: of('funder'),
  }
}

/** Who bears an action: its owner, and the one it is delegated to. */
export type Borne = { readonly owner: Id<'organisation'> | null; readonly delegatedOwner: Id<'organisation'> | null }

const bears = (scope: PlanScope, { owner, delegatedOwner }: Borne): boolean =>
  scope.authorities.some((authority) => authority === owner || authority === delegatedOwner)

/** May this person write the sheet of this action? */
export const mayEdit = (scope: PlanScope, action: Borne): boolean => scope.leads || bears(scope, action)

/** May this person write its money? */
export const mayKeepMoney = (scope: PlanScope, action: Borne): boolean => scope.keepsMoney || bears(scope, action)

/** May this person read it? `funds`: one of its lines is from an institution this person acts for. */
export const maySee = (scope: PlanScope, action: Borne & { readonly restricted: boolean; readonly funds: boolean }): boolean =>
  scope.leads || bears(scope, action) || (!action.restricted && (scope.seesAll || action.funds))
