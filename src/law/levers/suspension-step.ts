// The dated steps of a request to suspend a commercial authorisation outside the sectors.

/** @source C. com., art. L.752-1-2, R.752-29-2 and R.752-29-3 */
export const suspensionStepKinds = [
  'opinionAsked', 'joined', 'declined', 'sent', 'received', 'suspended', 'refused', 'extended', 'ended', 'withdrawn',
] as const
export type SuspensionStepKind = (typeof suspensionStepKinds)[number]
