// The same convention in other clothes: changes of style under which every fact stays what it was. Pure.

type Mutation = { readonly name: string; readonly apply: (text: string) => string }

const inLines = (change: (line: string, index: number) => string) => (text: string): string => text.split('\n').map(change).join('\n')

const heading = /^(\s*(?:#+\s*)?(?:\*\*)?\s*)(art(?:icle|\.)\s+\S+(?: (?:bis|ter))?.*)$/i
/** A line that must stay alone: heading, list item, table row, stamp, signature, or anything indented. */
const alone = new RegExp([
  /\s|#|[-•*|>]|\d+[.°)]|[a-z]\)|[IVX]+\. –|(?:\*\*)?art(?:icle|\.)|(?:\*\*)?vu |considérant|pour |\*\*orientation/,
  /(?:accusé|envoy|reçu|regu|publi|affich|date de|id :)|[\dO]{2}[\dAB]-/,
].map((one) => `^(?:${one.source})`).join('|'), 'i')

/** Columns set apart by tabs or by several spaces: cut elsewhere, they would not be the same table. */
const columns = /\t|\S {3,}\S/

/** Markdown emphasis and headings taken off, tables kept. */
const withoutMarkdown: Mutation = {
  name: 'plain text',
  apply: inLines((line) =>
    (line.startsWith('|') ? line : line.replace(/^#+\s*/, '').replace(/\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)/g, '').replace(/^---+$/, ''))),
}

const capitals: Mutation = {
  name: 'capital headings',
  apply: inLines((line) => line.replace(heading, (whole: string, before: string, words: string) =>
    (words.length < 110 && !/[.:] .{40}/.test(words) && !/[^.]\.\*\* ./.test(words) ? before + words.toUpperCase() : whole))),
}

const curlyQuotes: Mutation = { name: 'typographic apostrophes', apply: (text) => text.replaceAll("'", '’') }
const straightQuotes: Mutation = { name: 'typewriter apostrophes', apply: (text) => text.replaceAll('’', "'") }
const noBreakSpaces: Mutation = {
  name: 'no-break spaces',
  apply: (text) => text.replace(/(\d) (?=\d{3}\b)/g, '$1\u202f').replace(/ ([;:!?%€»])/g, '\u00a0$1').replace(/« /g, '«\u00a0'),
}
const plainSpaces: Mutation = { name: 'plain spaces', apply: (text) => text.replace(/[\u00a0\u202f\u2009]/g, ' ') }
const windowsLines: Mutation = { name: 'Windows line ends', apply: (text) => text.replaceAll('\n', '\r\n') }
const decomposed: Mutation = { name: 'decomposed accents', apply: (text) => text.normalize('NFD') }
const looseDashes: Mutation = { name: 'hyphens for dashes', apply: (text) => text.replace(/[–—]/g, '-') }

/** What a scanner does to small words: accents lost here and there, `fi` tied, `l'` read `I'`, `Article 1er` read `ler`. */
const scannedLetters: Mutation = {
  name: 'scanned letters',
  apply: (text) => {
    let seen = 0
    const every = (count: number) => (seen += 1) % count === 0
    return text
      .replace(/(?<![\p{L}-])\p{Ll}{4,}(?![\p{L}-])/gu, (word) =>
        (/[éèêàâîôû]/.test(word) && every(9) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word))
      .replace(/(?<=\p{Ll})fi(?=\p{Ll})/gu, (letters) => (every(3) ? 'ﬁ' : letters))
      .replace(/(?<=\s)l(?=['’]\p{Ll})/gu, (letter) => (every(5) ? 'I' : letter))
      .replace(/(?<=article )1(?=er)/gi, 'l')
  },
}

/** Long lines broken at 70 columns, as in a text taken out of a PDF. */
const wrapped: Mutation = {
  name: 'wrapped',
  apply: inLines((line) => (/^[|#]/.test(line) || columns.test(line) || line.length <= 70 ? line : wrap(line, 70))),
}

function wrap(line: string, width: number): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (longer.length > width && current !== '') lines.push(current)
    current = longer.length > width && current !== '' ? word : longer
  }
  return [...lines, current].join('\n')
}

/** Paragraphs that were broken are joined again; what must stay alone stays alone. */
const joined: Mutation = {
  name: 'joined',
  apply: (text) => text.split('\n').reduce((before, line) =>
    (line === '' || before.endsWith('\n') || before === '' || alone.test(line) || columns.test(line)
      || lastLine(before).length < 60 || alone.test(lastLine(before)) || columns.test(lastLine(before))
      ? `${before}\n${line}` : `${before} ${line}`)),
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1)

/** A page ends after every 30 lines, where a paragraph ends and no stamp is cut: number, form feed, running header. */
const paged: Mutation = {
  name: 'pages',
  apply: (text) => {
    let since = 0
    let page = 1
    return text.split('\n').map((line, index, lines) => {
      since += 1
      if (since < 30 || line !== '' || lines[index - 1] === 'AR Prefecture') return line
      since = 0
      page += 1
      return `\nPage ${page - 1} sur 9\n\fConvention de revitalisation - document signé\n`
    }).join('\n')
  },
}

/** Each changes one habit of typing; `pages` and `wrapped` also come together, as they do in life. */
export const mutations: readonly Mutation[] = [
  withoutMarkdown, capitals, curlyQuotes, straightQuotes, noBreakSpaces, plainSpaces, windowsLines, decomposed, looseDashes, wrapped, joined,
  paged, scannedLetters,
  { name: 'printed and scanned', apply: (text) => paged.apply(wrapped.apply(scannedLetters.apply(curlyQuotes.apply(text)))) },
]
