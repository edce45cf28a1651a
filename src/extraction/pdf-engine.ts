// The PDF library, opened with what this room needs and nothing more: no script, no network, pictures of a sane size.
import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf'
import { refuse } from './budget.ts'
import { limits } from './limits.ts'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** `canRender`: whether the optional package that draws pages is there. */
type OpenPdf = { readonly document: PdfDocument; readonly canRender: boolean }

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  completeArrayBuffer()
  const canvas = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas')).catch(() => undefined)
  try {
    // The library empties the array it is given.
    const document = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0, enableXfa: false, disableFontFace: true, useSystemFonts: false, maxImageSize: limits.imagePixels,
      ...(canvas === undefined ? {} : { CanvasFactory: canvas }),
    })
    return { document, canRender: canvas !== undefined }
  } catch (error) {
    return refuse(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken')
  }
}

/** Node.js 20 lacks the method with which the library hands fonts over; without it pages with text are never drawn. */
function completeArrayBuffer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  // oxlint-disable-next-line eslint/no-extend-native -- the method of the language itself, where it is missing
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length)
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return copy
    },
  })
}
