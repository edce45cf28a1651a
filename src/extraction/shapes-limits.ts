// How much a file of shapes may cost before it is refused. Practice of the team: far above any set of sectors, far below what harms a server.

export const shapeLimits = {
  /** Size of the upload. */
  bytes: 20 * 1024 * 1024,
  features: 5000,
  /** Of the whole file. */
  points: 500_000,
  layers: 50,
  /** Of one feature: how many are kept, how long each. */
  properties: 100,
  letters: 2000,
  /** Reading the whole file. */
  ms: 60_000,
} as const

/** The largest file of shapes accepted, in bytes. */
export const largestShapeFile: number = shapeLimits.bytes
