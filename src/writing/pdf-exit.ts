// How the process that lays out a PDF says that the engine is not there.

export const missingEngine = 7
