// Where words stand in the text that was read, and how sure the reading is.

/** Offsets in UTF-16 code units into the text that was read, end excluded: `text.slice(start, end)` is the words themselves. */
export type Span = { readonly start: number; readonly end: number }
/** From 0 (a guess) to 1 (certain); under 0.7 a person is asked first. */
export type Confidence = number
