// The characters a PDF can show with the fonts that come with its engine: the others would stop it, since an accessible PDF shows every word.

/**
 * Latin, Greek, Cyrillic, punctuation, currencies, letters of units, fractions, arrows, signs, boxes and the bullets of word processors; tried one
 * by one with the four fonts of `pdf-page.ts`, which do not depend on the machine.
 */
const shown = [
  '\\u0020-\\u007e\\u00a0-\\u0377\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u0477\\u1e00-\\u1eff\\u2000-\\u200a\\u2010-\\u2027\\u202f-\\u205f',
  '\\u2070\\u2071\\u2074-\\u208e\\u2090-\\u209c\\u20a0-\\u20bf\\u2100-\\u214f\\u2153-\\u2184\\u2190-\\u23ff\\u2460-\\u2487\\u2500-\\u262f',
  '\\u2701-\\u2704\\u270c-\\u2727\\u2729-\\u274b\\u2756\\u2761-\\u277f\\u2794\\u2798-\\u27af\\u27b1-\\u27be\\ufb00-\\ufb06\\ufffd',
]
const notShown = new RegExp(`[^${shown.join('')}]`, 'gu')
const invisible = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu
/** Private characters that word processors use as bullets. */
const bullets = /[\ue000-\uf8ff]/gu

/** Spaces that no line may break at: inside quotation marks, before high punctuation, units and hundreds. */
const bound = (words: string): string =>
  words.replace(/« /g, '«\u00a0').replace(/ (?=[»:])/g, '\u00a0').replace(/ (?=[;?!])|(?<=\d) (?=\d{3}(?!\d)|[€%])/g, '\u202f')

/** Composed letters; no control or invisible character; a square for what cannot be shown. */
export const printable = (words: string): string =>
  bound(words).normalize('NFC').replace(invisible, (one) => (/\s/u.test(one) ? ' ' : '')).replace(bullets, '•').replace(notShown, '□')
