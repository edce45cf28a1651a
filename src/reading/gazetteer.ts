// The reference of territories as the reader needs it: names to official codes. Built by `features/territories`.

export type CommuneEntry = {
  readonly insee: string; readonly name: string; readonly siren: string; readonly department: string
  /** SIREN of its EPCI à fiscalité propre. */
  readonly epci?: string; readonly population: number
}
export type EpciEntry = { readonly siren: string; readonly name: string; /** INSEE codes of its members. */ readonly members: readonly string[] }

export type Gazetteer = {
  /**
   * Communes of this name, accents, case, hyphens and `St`/`Saint` indifferent; merged
   * communes answer with the commune of today; most populated first.
   */
  readonly communesNamed: (name: string) => readonly CommuneEntry[]
  /** EPCI of this name: `Communauté d'Agglomération de X`, `CA de X`, `CC X`; best match first, none when nothing is close. */
  readonly epcisNamed: (name: string) => readonly EpciEntry[]
  readonly communeOfInsee: (insee: string) => CommuneEntry | undefined
  readonly communeOfSiren: (siren: string) => CommuneEntry | undefined
  readonly epciOfSiren: (siren: string) => EpciEntry | undefined
}

/** Knows nothing: what depends on the reference is then left out of the facts. */
export const emptyGazetteer: Gazetteer = {
  communesNamed: () => [], epcisNamed: () => [], communeOfInsee: () => undefined, communeOfSiren: () => undefined, epciOfSiren: () => undefined,
}
