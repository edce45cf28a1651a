// Where a selection stands in the text that was read: offsets counted in the words alone, without what is said to screen readers only.

const isSpoken = (node: Node): boolean => node.parentElement?.closest('.visually-hidden') !== null

/** The offset, in the whole text, of a point in a paragraph that carries `data-start`; undefined outside of one. */
function offsetOf(node: Node, inside: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('[data-start]')
  if (paragraph === null || paragraph === undefined) return undefined
  const range = document.createRange()
  range.setStart(paragraph, 0)
  range.setEnd(node, inside)
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let count = 0
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (!range.intersectsNode(text)) break
    if (isSpoken(text)) continue
    count += text === node ? inside : lengthBefore(text, range)
    if (text === node) break
  }
  return Number(paragraph.dataset['start']) + count
}

/** A text wholly before the point counts in full; one that only touches it, for nothing. */
function lengthBefore(text: Node, range: Range): number {
  const length = text.nodeValue?.length ?? 0
  return range.comparePoint(text, length) <= 0 ? length : 0
}

export type Chosen = { readonly start: number; readonly end: number; readonly words: string }

/** The words chosen in the text, without the blanks around them; undefined when nothing of the text is. */
export function chosenIn(text: HTMLElement): Chosen | undefined {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return undefined
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)]
  if (start === undefined || end === undefined || end <= start) return undefined
  const holder = document.createElement('div')
  holder.append(range.cloneContents())
  for (const spoken of holder.querySelectorAll('.visually-hidden')) spoken.remove()
  const words = holder.textContent
  const [before, after] = [words.length - words.trimStart().length, words.length - words.trimEnd().length]
  if (words.trim() === '') return undefined
  return { start: start + before, end: end - after, words: words.trim() }
}
