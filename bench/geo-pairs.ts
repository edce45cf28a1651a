// What two engines are compared by: how many pairs of a point and a sector they find, and a sum that tells one set of pairs from another.

export type Pairs = { readonly milliseconds: number; readonly count: number; readonly key: number }
/** What an engine found on the first so many points. */
export type Measured = { readonly pairs: Pairs; readonly points: number }

/** Whole, below two thousand million, so that millions of them add up exactly; the same expression in SQL gives the same number. */
export const pairKey = (point: number, sector: number): number => (point * 7919 + sector * 104_729) % 2_000_000_011
export const pairKeySql = '(p.id::bigint * 7919 + s.id * 104729) % 2000000011'
