// The clean text of an article, whole or in pieces of which some came later: paragraphs, lists, and the source of each word that was changed.
import type { VNode } from 'preact'

/** Where words came from: `sign` the few characters that stand after them, `label` the same in full, `href` what put them there. */
export type Source = { readonly key: string; readonly sign: string; readonly label: string; readonly href: string }
/** Consecutive words of one source; those of the first text have none. */
export type SourcedText = { readonly text: string; readonly source?: Source | undefined }

type Range = readonly [from: number, to: number]
type Block = { readonly words: Range; readonly items: readonly Range[] }

const bullet = /^\s*[-–—•▪●]\s+/

/** Paragraphs at blank lines; lines that begin with a dash or a bullet as a list, their continuation lines with them. */
function blocksOf(text: string): readonly Block[] {
  const blocks: { words: [number, number]; items: [number, number][] }[] = []
  let open = false
  let at = 0
  for (const line of text.split('\n')) {
    const [from, to] = [at, at + line.trimEnd().length]
    at += line.length + 1
    if (line.trim() === '') {
      open = false
      continue
    }
    const block = open ? blocks.at(-1) : undefined
    const start = from + (bullet.exec(line)?.[0].length ?? 0)
    const last = block?.items.at(-1)
    if (block === undefined) blocks.push(start > from ? { words: [from, from], items: [[start, to]] } : { words: [from, to], items: [] })
    else if (start > from) block.items.push([start, to])
    else if (last === undefined) block.words[1] = to
    else last[1] = to
    open = true
  }
  return blocks
}

/** The words of an article: blocks as they are printed, words that came later marked and followed by the sign of their source. */
export const SourcedWords = ({ pieces }: { pieces: readonly SourcedText[] }) => {
  const text = pieces.map((piece) => piece.text).join('')
  let at = 0
  const placed = pieces.map((piece) => ({ ...piece, from: at, to: (at += piece.text.length) }))
  const within = ([from, to]: Range): readonly (VNode | string)[] => placed.filter((piece) => piece.from < to && piece.to > from).map((piece) =>
    (piece.source === undefined ? inLine(text.slice(Math.max(from, piece.from), Math.min(to, piece.to)))
      : <Changed key={piece.from} source={piece.source}>{inLine(text.slice(Math.max(from, piece.from), Math.min(to, piece.to)))}</Changed>))
  return (
    <>
      {blocksOf(text).map(({ words, items }) => (
        <>
          {words[0] === words[1] ? null : <p>{within(words)}</p>}
          {items.length === 0 ? null : <ul>{items.map((item) => <li key={item[0]}>{within(item).map(joined)}</li>)}</ul>}
        </>
      ))}
    </>
  )
}

const inLine = (words: string): string => words.replace(/[ \t]*\n[ \t]*/g, '\n')
const joined = (part: VNode | string): VNode | string => (typeof part === 'string' ? part.replaceAll('\n', ' ') : part)

const Changed = ({ source, children }: { source: Source; children: string }) => (
  <span class="amended">
    {children}
    {children.trim() === '' ? null : (
      <a class="amended-by" href={source.href} title={source.label}>
        {source.sign}
        <span class="visually-hidden">{`, ${source.label}`}</span>
      </a>
    )}
  </span>
)
