// One thing a person can correct in a fact, how it is typed in, and what may be wrong with what was typed. Pure.

export type FieldType = 'text' | 'long' | 'date' | 'startDate' | 'integer' | 'decimal' | 'euros' | 'choice' | 'flag' | 'lines' | 'signatories'
  | 'seats' | 'siren' | 'insee' | 'clause'
export type FactField = { readonly name: string; readonly type: FieldType; readonly required?: boolean; readonly choices?: readonly string[] }
export type FactProblem = {
  readonly field: string
  readonly why: 'missing' | 'dateUnreadable' | 'numberUnreadable' | 'amountUnreadable' | 'choiceUnknown' | 'lineUnreadable' | 'sirenKey'
    | 'inseeUnreadable' | 'clauseUnreadable' | 'rankUnreadable'
}

/** A number as clauses are cited: `5`, `3.2`, `4 bis`, `annexe 2`, `L.303-2`. */
export const isClause = (words: string): boolean => /^[\p{L}\d]{1,12}(?:[ .-]{1,2}[\p{L}\d]{1,12}){0,6}$/u.test(words)
