// Who may do what: one table, role by right. The same table guards the routes and shows the buttons.
import type { Id } from './id.ts'

/** Capacity in which a person works in an operation. */
export const roles = ['projectLead', 'townLead', 'finance', 'lawyer', 'elected', 'prefecture', 'funder'] as const
export type Role = (typeof roles)[number]
/** A mandate in force: a role, for an organisation. */
export type HeldMandate = { readonly role: Role; readonly organisationId: Id<'organisation'> }

export const rights = [
  'viewOperation', 'editOperation', 'managePeople', 'depositDocument', 'reviewReading', 'publishConvention', 'recordAct', 'draftAmendment',
  'keepObligation', 'viewJournal', 'viewPlan', 'viewWholeMoney', 'editAction', 'keepPlan', 'keepFunding', 'keepSectors',
  'recordUse',
] as const
export type Right = (typeof rights)[number]

/** Team practice; no statute sets it. Each right names every role that has it. */
export const rightsTable: Readonly<Record<Right, Readonly<Record<Role, boolean>>>> = {
  viewOperation: { projectLead: true, townLead: true, finance: true, lawyer: true, elected: true, prefecture: true, funder: true },
  editOperation: { projectLead: true, townLead: false, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
  managePeople: { projectLead: true, townLead: false, finance: false, lawyer: false, elected: false, prefecture: false, funder: false },
  depositDocument: { projectLead: true, townLead: true, finance: true, lawyer: true, elected: false, prefecture: false, funder: false },
  reviewReading: { projectLead: true, townLead: true, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
  publishConvention: { projectLead: true, townLead: false, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
  recordAct: { projectLead: true, townLead: true, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
  draftAmendment: { projectLead: true, townLead: false, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
  keepObligation: { projectLead: true, townLead: true, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
  viewJournal: { projectLead: true, townLead: false, finance: true, lawyer: true, elected: true, prefecture: true, funder: false },
  viewPlan: { projectLead: true, townLead: true, finance: true, lawyer: true, elected: true, prefecture: true, funder: true },
  viewWholeMoney: { projectLead: true, townLead: true, finance: true, lawyer: true, elected: true, prefecture: true, funder: false },
  editAction: { projectLead: true, townLead: true, finance: false, lawyer: false, elected: false, prefecture: false, funder: false },
  keepPlan: { projectLead: true, townLead: false, finance: false, lawyer: false, elected: false, prefecture: false, funder: false },
  keepFunding: { projectLead: true, townLead: true, finance: true, lawyer: false, elected: false, prefecture: false, funder: false },
  keepSectors: { projectLead: true, townLead: false, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
  recordUse: { projectLead: true, townLead: true, finance: false, lawyer: true, elected: false, prefecture: false, funder: false },
}

/** True when one of the roles a person holds today gives this right. */
export const holds = (held: readonly Role[], right: Right): boolean => held.some((role) => rightsTable[right][role])

/** The roles that have this right, to tell whom to ask. */
export const rolesWith = (right: Right): readonly Role[] => roles.filter((role) => rightsTable[right][role])
