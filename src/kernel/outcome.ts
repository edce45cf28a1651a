// The answer of a rule: accepted with a value, or refused with every problem at once.

export type Outcome<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const accepted = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const refused = <Problem>(problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } => ({ ok: false, problems })

/** The names of the checks that are true, in the order they are written: a form's problems as a list a jurist can read. */
export const found = <Problem extends string>(checks: Record<Problem, boolean>): readonly Problem[] =>
  (Object.keys(checks) as Problem[]).filter((problem) => checks[problem])
