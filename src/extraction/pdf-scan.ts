// A page that is a picture: drawn in grey for recognition, then its words joined to what its text layer already says.
import { limits } from './limits.ts'
import type { Piece } from './page-rows.ts'
import type { PdfPage } from './pdf-engine.ts'

/** A grey picture, one byte a pixel, and how many of its pixels make a point of the page. */
export type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array; readonly perPoint: number }

/** 300 dots per inch, where recognition is at its best. */
const bestScale = 300 / 72

export async function renderPage(page: PdfPage): Promise<Picture> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const points = page.getViewport({ scale: 1 })
  const scale = Math.min(bestScale, Math.sqrt(limits.pixels / (points.width * points.height)))
  const viewport = page.getViewport({ scale })
  const width = Math.max(1, Math.floor(viewport.width))
  const height = Math.max(1, Math.floor(viewport.height))
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  // @ts-expect-error The library's types only know the canvas of a browser; this one has the same shape.
  await page.render({ canvas, canvasContext: context, viewport }).promise
  const { data } = context.getImageData(0, 0, width, height)
  const grey = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    grey[pixel] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8
  }
  return { width, height, grey, perPoint: scale }
}

/** The picture as a file every reader of images knows (portable grey map). */
export function greyMap({ width, height, grey }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey])
}

type Merged = { readonly pieces: readonly Piece[]; readonly added: boolean }

/**
 * Words of the text layer are exact: they stay, and the words recognised in the same place go.
 * Recognition that brings little more than the layer had is noise read in a drawing: `added` is then false.
 */
export function mergeRecognised(layer: readonly Piece[], recognised: readonly Piece[], layerLetters: number): Merged {
  const kept = recognised.filter((word) => !layer.some((piece) => overlaps(piece, word)))
  const letters = kept.reduce((count, word) => count + word.text.length, 0)
  return letters < Math.max(10, layerLetters) ? { pieces: layer, added: false } : { pieces: [...layer, ...kept], added: true }
}

function overlaps(piece: Piece, word: Piece): boolean {
  const across = Math.min(piece.x + piece.width, word.x + word.width) - Math.max(piece.x, word.x)
  const down = Math.min(piece.y, word.y) - Math.max(piece.y - piece.size, word.y - word.size)
  return across > word.width * 0.5 && down > word.size * 0.5
}
