// PDF files for tests, written by hand: text placed on pages in Helvetica, or a picture filling a page.
import { deflateSync } from 'node:zlib'

/** `x`, `y`: start of the baseline in points from the top left of an A4 page; `turned`: degrees, counterclockwise. */
export type Line = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number; readonly turned?: number }
export type GreyPicture = { readonly width: number; readonly height: number; readonly grey: Uint8Array }
/** A straight stroke between two points. */
export type Stroke = readonly [x1: number, y1: number, x2: number, y2: number]
export type PageContent = { readonly lines?: readonly Line[]; readonly strokes?: readonly Stroke[]; readonly picture?: GreyPicture }

const [pageWidth, pageHeight] = [595, 842]
const number = (value: number): string => value.toFixed(2)

/** WinAnsi, escaped. */
const words = (text: string): string => {
  const special: Record<string, string> = {
    '’': '\\222', '–': '\\226', '—': '\\227', '•': '\\225', '€': '\\200', 'œ': '\\234', '…': '\\205' }
  return text.replace(/[()\\]/g, '\\$&').replace(/[’–—•€œ…]/g, (letter) => special[letter] ?? '?')
}

function writeLine({ text, x, y, size = 11, turned = 0 }: Line): string {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)]
  return `BT /F1 ${size} Tf ${[cos, sin, -sin, cos, x, pageHeight - y].map(number).join(' ')} Tm (${words(text)}) Tj ET`
}

const writeStroke = ([x1, y1, x2, y2]: Stroke): string =>
  `${number(x1)} ${number(pageHeight - y1)} m ${number(x2)} ${number(pageHeight - y2)} l S`

const stream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`, 'latin1'), data, Buffer.from('\nendstream', 'latin1')])

const imageStream = ({ width, height, grey }: GreyPicture): Buffer =>
  stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
    deflateSync(grey),
  )

export function writePdf(pages: readonly PageContent[], options: { readonly encrypted?: boolean } = {}): Uint8Array {
  const objects: Buffer[] = []
  const add = (object: string | Buffer): number => objects.push(Buffer.from(object))
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const kids = pages.map(({ lines = [], strokes = [], picture }) => {
    const paper = picture === undefined ? [] : [`q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /P Do Q`]
    const drawing = [...paper, ...strokes.map(writeStroke), ...lines.map(writeLine)].join('\n')
    const content = add(stream('/Filter /FlateDecode', deflateSync(Buffer.from(drawing, 'latin1'))))
    const image = picture === undefined ? '' : `/XObject << /P ${add(imageStream(picture))} 0 R >>`
    const resources = `/Resources << /Font << /F1 3 0 R >> ${image} >>`
    return add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents ${content} 0 R ${resources} >>`)
  })
  objects[1] = Buffer.from(`<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`)
  if (options.encrypted !== true) return assemble(objects, '')
  const lock = add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`)
  return assemble(objects, `/Encrypt ${lock} 0 R /ID [<00> <00>]`)
}

function assemble(objects: readonly Buffer[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((object, index) => {
    offsets.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`
  parts.push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`))
  return Buffer.concat(parts)
}
