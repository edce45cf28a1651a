// The door of this room: the text at a date as a file to save. Each writer is loaded when it is first asked for, so that starting stays quick.
import { fold } from '../kernel/text.ts'
import type { ActionSheets } from './action-sheets.ts'
import type { ConsolidatedText } from './consolidated-text.ts'
import type { PdfProblem } from './pdf.ts'
import type { RedlineText } from './redline-text.ts'

export const textFormats = ['pdf', 'docx', 'markdown', 'akoma-ntoso'] as const
export type TextFormat = (typeof textFormats)[number]

export const isTextFormat = (word: string): word is TextFormat => textFormats.some((format) => format === word)

/** `label`: as a link says it. `extension`: without its dot. */
export const formats: Readonly<Record<TextFormat, { readonly label: string; readonly extension: string; readonly mediaType: string }>> = {
  pdf: { label: 'PDF accessible', extension: 'pdf', mediaType: 'application/pdf' },
  docx: { label: 'Word (DOCX)', extension: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  markdown: { label: 'Markdown', extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
  'akoma-ntoso': { label: 'Akoma Ntoso (XML)', extension: 'xml', mediaType: 'application/akn+xml; charset=utf-8' },
}

/** The formats sheets of actions are printed in. */
type SheetsFormat = 'pdf' | 'docx'
export const isSheetsFormat = (word: string): word is SheetsFormat => word === 'pdf' || word === 'docx'

/** `name`: ASCII, the title shortened and the day. */
export type WrittenFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
export type Writing = { readonly ok: true; readonly file: WrittenFile } | { readonly ok: false; readonly problem: PdfProblem }

/** The sentence a person reads. */
export const writingProblemSentences: Readonly<Record<PdfProblem, string>> = {
  engineMissing: 'Le PDF ne peut pas être produit ici : le moteur de mise en page n’est pas installé sur cette machine. Prenez le DOCX, '
    + 'ou demandez à la personne qui administre Chapeau de réinstaller les paquets.',
  tooLong: 'La mise en page a pris trop de temps et a été arrêtée. Réessayez, ou prenez un autre format.',
  failed: 'La mise en page a échoué. Prenez un autre format, et signalez le défaut avec l’adresse de cette page.',
  cancelled: 'La production du fichier a été interrompue.',
}

/** The same text always gives the same bytes. `signal`: whoever asked has left; a PDF is then dropped. */
export async function writeText(format: TextFormat, text: ConsolidatedText, signal?: AbortSignal): Promise<Writing> {
  const written = (bytes: Uint8Array | string): Writing =>
    ({ ok: true, file: { name: fileName(text, `.${formats[format].extension}`), mediaType: formats[format].mediaType, bytes: Buffer.from(bytes) } })
  switch (format) {
    case 'pdf': {
      const pdf = await (await import('./pdf.ts')).writePdf(text, { signal })
      return pdf.ok ? written(pdf.bytes) : pdf
    }
    case 'docx':
      return written(await (await import('./docx.ts')).writeDocx(text))
    case 'akoma-ntoso':
      return written((await import('./akoma-ntoso.ts')).writeAkomaNtoso(text))
    case 'markdown':
      return written((await import('./markdown.ts')).writeMarkdown(text))
  }
}

/** The same sheets always give the same bytes. */
export async function writeSheets(
  format: SheetsFormat, sheets: ActionSheets, signal?: AbortSignal,
): Promise<{ readonly ok: true; readonly bytes: Uint8Array; readonly mediaType: string } | { readonly ok: false; readonly problem: PdfProblem }> {
  const { writeSheetsPdf, writeSheetsWord } = await import('./pdf.ts')
  const written = format === 'pdf' ? await writeSheetsPdf(sheets, { signal }) : await writeSheetsWord(sheets, { signal })
  return written.ok ? { ok: true, mediaType: formats[format].mediaType, bytes: written.bytes } : written
}

/** What changed, as a Word document with tracked changes. */
export async function writeRedline(redline: RedlineText): Promise<WrittenFile> {
  const { extension, mediaType } = formats.docx
  const bytes = await (await import('./docx-redline.ts')).writeRedlineDocx(redline)
  return { name: fileName(redline, `-modifications.${extension}`), mediaType, bytes }
}

/** `convention-chapeau-de-bourg-neuf-2025-07-01.md`; `ending`: what follows the day. */
function fileName({ title, on }: { readonly title: string; readonly on: string }, ending: string): string {
  const words = fold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'texte'
  return `${words.length > longest ? words.slice(0, longest).replace(/-[^-]*$/, '') : words}-${on}${ending}`
}

/** Characters of the title in the name of a file. */
const longest = 60
