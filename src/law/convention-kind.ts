// The kinds of document an operation is made of.

/**
 * `umbrella`: convention chapeau · `programme`: ACV, PVD… · `membership`: adhésion · `amendment`: avenant · `other`.
 * @source practice of ORT documents; CCH, art. L.303-2 knows one convention, which several documents make up
 */
export type ConventionKind = 'umbrella' | 'programme' | 'membership' | 'amendment' | 'other'
