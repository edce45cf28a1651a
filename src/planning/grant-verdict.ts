// What a person says a published grant is in the plan.

export const grantVerdicts = ['line', 'newLine', 'none', 'setAside'] as const
/** `line`: this line of an action · `newLine`: a line was made for it · `none`: no action of ours · `setAside`: put aside, with a reason. */
export type GrantVerdict = (typeof grantVerdicts)[number]
