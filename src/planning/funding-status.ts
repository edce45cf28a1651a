// The ladder of a funding line and what its amounts mean at each rung: planned, requested, awarded, committed, paid are never added together.

export const fundingStatuses = ['toRequest', 'requested', 'awarded', 'committed', 'paid', 'closed', 'refused', 'cancelled'] as const
/** À solliciter → sollicitée → attribuée → engagée → versée → soldée; or refused, or cancelled. */
export type FundingStatus = (typeof fundingStatuses)[number]

export const fundingKinds = ['grant', 'loan', 'advance', 'own', 'inKind', 'landHolding'] as const
/** Only money that stays counts as public funding: no loan, no advance, no land holding. */
export type FundingKind = (typeof fundingKinds)[number]

export const costNatures = ['studies', 'land', 'works', 'equipment', 'projectManagement', 'services', 'staff', 'operating', 'other'] as const
export type CostNature = (typeof costNatures)[number]

/** What an amount is: of a cost, `planned` and `final`; of a funding, its rungs. Amounts of two stages are never added. */
export const moneyStages = ['planned', 'requested', 'awarded', 'committed', 'paid'] as const
export type MoneyStage = (typeof moneyStages)[number]
