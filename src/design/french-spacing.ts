// French spacing in a rendered page: no line may begin with a colon or end with an opening guillemet, without anyone typing a no-break space.

const piece = /<(textarea|pre|code|script|style)\b[^]*?<\/\1>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/g

/**
 * Makes the space before `: ; ? ! »` and after `«` unbreakable in the words of a page: same length, attributes, code and typed text untouched.
 * Time in proportion to the page.
 */
export const frenchSpacing = (html: string): string =>
  html.replace(piece, (part) => (part.startsWith('<') ? part : part.replace(/ (?=[:;?!»](?![a-z]))/g, '\u00a0').replace(/« /g, '«\u00a0')))
