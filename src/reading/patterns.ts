// Regular expressions too long for one line: written over several, the line breaks and the indentation after them left out.

/** The words of a pattern, raw (`\d` is a digit), on one line. A line must neither begin nor end with a space that counts. */
export const words = (parts: TemplateStringsArray, ...values: readonly string[]): string => String.raw(parts, ...values).replace(/\n\s*/g, '')

const known = new WeakMap<TemplateStringsArray, RegExp>()

/** A regular expression with these flags, made once for each place of the program where it is written. */
export const pattern = (flags = '') => (parts: TemplateStringsArray, ...values: readonly string[]): RegExp => {
  const already = known.get(parts)
  if (already) return already
  const answer = new RegExp(words(parts, ...values), flags)
  known.set(parts, answer)
  return answer
}
