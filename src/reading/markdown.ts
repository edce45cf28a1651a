// Markdown and HTML marks in one line of text, hidden without moving a character: each mark becomes NUL, which is then left out.

/** `masked` has the length of the line: marks are NUL, entities their letter. `level`: heading depth, 0 for none. `rule`: the line is only a mark. */
type MarkedLine = {
  readonly masked: string
  readonly level: number
  readonly strong: boolean
  readonly item: boolean
  readonly row: boolean
  readonly rule: boolean
}

const bullets = '-*+•‣▪▫■□●○◦⁃∙–—➢➤►▶▸→⇒↳✓✔✗❖◆◊·☐☑☒\\ue000-\\uf8ff'
const bulletMark = new RegExp(`^([\\s\\0]*)([${bullets}]|o(?= ))(?:[ \\t\\u00a0]+|(?<=[•‣▪■●◦➢➤►▶↳✓✔❖\\ue000-\\uf8ff])(?=\\S)|(?<=[-–])(?=[A-ZÀ-Ý][a-zà-ÿ]))`, 'u')
const entities: Record<string, string> = {
  nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", rsquo: '’', lsquo: '‘', laquo: '«', raquo: '»', euro: '€', ndash: '–', mdash: '—',
  eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç', ocirc: 'ô', ucirc: 'û', ugrave: 'ù', icirc: 'î', iuml: 'ï', Eacute: 'É',
  hellip: '…', oelig: 'œ',
}

/** No mark at all: nearly every line of a text. */
const plain = /^(?!o )[A-Za-zÀ-ÿŒœ0-9«("'’][^*_~|&<[\]`\\#>\0]*$/

export function readMarks(line: string): MarkedLine {
  if (plain.test(line)) return { masked: line, level: 0, strong: false, item: false, row: false, rule: false }
  let masked = line
  if (/[&<[`\\]/.test(masked)) masked = hideInline(masked)
  const heading = /^[\s\0>]{0,8}(#{1,6})(?=[\s\0*_]|[A-ZÀ-Ý\d])/.exec(masked)
  if (heading) masked = hide(masked, 0, heading[0].length).replace(/\s#+\s*$/, hidden)
  else if (/^\s*>/.test(masked)) masked = masked.replace(/^[\s>]+/, hidden)
  if (isRule(masked)) return { masked: hidden(masked), level: 0, strong: false, item: false, row: false, rule: true }
  const listed = heading ? { masked, item: false } : readBullets(masked)
  const strong = /^[\s\0]*(\*\*|__)[^\s]/.test(listed.masked) && /[^\s](\*\*|__)[\s\0:.]*$/.test(listed.masked)
    && !/\*\*[^*\0]*[a-zà-ÿ][^*]*\*\*.*\*\*/.test(listed.masked)
  const row = isRow(listed.masked)
  masked = hideEmphasis(listed.masked)
  if (row) masked = masked.replace(/^[\s\0]*\|/, hidden).replace(/\|[\s\0]*$/, hidden)
  return { masked, level: heading?.[1]?.length ?? 0, strong, item: listed.item, row, rule: false }
}

/** The same text without its comments `<!-- … -->`, each of their characters but line feeds become a space. */
export function hideComments(raw: string): string {
  let answer = ''
  let from = 0
  for (let open = raw.indexOf('<!--'); open >= 0; open = raw.indexOf('<!--', from)) {
    const close = raw.indexOf('-->', open + 4)
    if (close < 0) break
    answer += raw.slice(from, open) + raw.slice(open, close + 3).replace(/[^\n\f\r]/g, '\0')
    from = close + 3
  }
  return from === 0 ? raw : answer + raw.slice(from)
}

const hidden = (mark: string): string => '\0'.repeat(mark.length)
const hide = (text: string, start: number, end: number): string => text.slice(0, start) + '\0'.repeat(end - start) + text.slice(end)

function hideInline(line: string): string {
  return line
    .replace(/&(?:#(\d{2,6})|#[xX]([0-9a-fA-F]{2,5})|([a-zA-Z]{2,8}));/g, (mark, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
      const letter = name ? (Object.hasOwn(entities, name) ? entities[name] : undefined)
        : code > 31 && code < 0xd800 ? String.fromCharCode(code) : undefined
      return letter === undefined ? mark : letter + hidden(mark.slice(1))
    })
    .replace(/<br ?\/?>/gi, (mark) => ` ${hidden(mark.slice(1))}`)
    .replace(/<\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>/g, hidden)
    .replace(/!?\[([^\][]{0,300})\]\(([^()\s]{0,400})\)/g, (mark, label: string) => {
      const start = mark.indexOf('[') + 1
      return hidden(mark.slice(0, start)) + label + hidden(mark.slice(start + label.length))
    })
    .replace(/\[\^[^\]\s]{1,20}\]/g, hidden)
    .replace(/\\(?=[\\`*_{}[\]()#+\-.!|<>~&])/g, '\0')
    .replace(/`+/g, hidden)
}

/** Lists within lists print two bullets (`- ↳ `): all but the first go; the first becomes `-`. */
function readBullets(line: string): { masked: string; item: boolean } {
  let masked = line
  let item = false
  for (let turn = 0; turn < 3; turn += 1) {
    const mark = bulletMark.exec(masked)
    if (mark === null || (mark[2] === '*' && masked.startsWith('**', mark[1]?.length ?? 0))) break
    masked = hide(masked, 0, mark[0].length)
    item = true
  }
  return { masked, item }
}

const isRule = (line: string): boolean =>
  /^[\s\0]*(?:([-*=~])[\s\0]*(?:\1[\s\0]*){2,}|\|?[\s\0]*:?-{2,}[-:|\s\0]*)$/.test(line) && /[-*=~]{2}|[-*=~]\s[-*=~]/.test(line)

const isRow = (line: string): boolean => /^[\s\0]*\|.*\|[\s\0]*$/.test(line) || (line.match(/[^|]\s\|\s(?=[^|])/g)?.length ?? 0) >= 2

const hideEmphasis = (line: string): string =>
  !/[*_~]/.test(line)
    ? line
    : line
        .replace(/\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~/g, hidden)
        .replace(/(?<![\w_])_{1,2}(?=[\p{L}\d«(])([^_]{1,300})(?<=\S)_{1,2}(?![\w_])/gu, (mark, words: string) => {
          const start = mark.indexOf(words)
          return hidden(mark.slice(0, start)) + words + hidden(mark.slice(start + words.length))
        })
