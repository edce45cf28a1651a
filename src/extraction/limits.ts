// How much a file may cost before it is refused. Practice of the team: far above any convention met, far below what harms a server.

export const limits = {
  /** Size of the upload. */
  bytes: 50 * 1024 * 1024,
  pages: 500,
  /** Characters of the whole text. */
  characters: 5_000_000,
  /** Entries of a zip archive. */
  entries: 5000,
  /** Bytes really inflated from an archive, for one part and for all the parts read. */
  partBytes: 48 * 1024 * 1024,
  inflatedBytes: 96 * 1024 * 1024,
  xmlDepth: 200,
  /** Pixels of one page given to recognition, a little over A3 at 300 dots per inch. */
  pixels: 20_000_000,
  /** Pixels of one picture inside a PDF: A3 at 600 dots per inch. */
  imagePixels: 80_000_000,
  /** Reading everything but recognition. */
  textMs: 120_000,
  /** Drawing one page, recognising one page. */
  drawMs: 30_000,
  ocrPageMs: 60_000,
  /** Objects of the process that reads, and all the memory it holds, in MiB. */
  heapMiB: 1024,
  memoryMiB: 1280,
  /** Files read at the same time. */
  atOnce: 2,
} as const

/** The largest upload accepted, in bytes. */
export const largestDocument: number = limits.bytes
