// Engineering posts of an operation: their kinds, and how the cost of one is labelled.

export const postKinds = ['projectLead', 'opahRuOfficer', 'townCentreManager', 'other'] as const
/** Chef de projet ACV or PVD · chargé de mission of an OPAH-RU · manager de centre-ville · other. */
export type PostKind = (typeof postKinds)[number]

export const postBases = ['HT', 'TTC', 'none'] as const
/** As the clause or the bill writes it; `none`: not said to be either, since a salary bears no tax. */
export type PostBasis = (typeof postBases)[number]
