// The answer of this room: the text of an uploaded file with what should be known about it, or the one reason there is none.

type ExtractionFormat = 'markdown' | 'text' | 'pdf' | 'pdf-scan' | 'docx' | 'odt'

/** Why there is no text. The French sentence of each is in `sentences.ts`. */
export type ExtractionProblem =
  | 'tooLarge' | 'tooManyPages' | 'tooLong' | 'tooHeavy' | 'encrypted' | 'broken' | 'bomb' | 'unsafeXml' | 'unknownFormat' | 'wrongExtension'
  | 'oldWord' | 'rtf' | 'html' | 'image' | 'otherOffice' | 'empty' | 'ocrMissing' | 'ocrFailed' | 'cancelled' | 'timeout'

/** What a person should check in a text that was obtained all the same. */
export type WarningCode =
  | 'wrongExtension' | 'encodingGuessed' | 'pagesRecognised' | 'pagesUnsure' | 'pagesUnread' | 'pagesEmpty' | 'rotatedText'
  | 'trackedChanges' | 'hiddenText' | 'contentsDropped' | 'damaged'
/** `pages`: numbers of the pages concerned, from 1. */
export type ExtractionWarning = { readonly code: WarningCode; readonly pages?: readonly number[] }

/** `text`: pages separated by a form feed; headings and framed tables as Markdown. `pages`: PDF only. */
export type Extracted = {
  readonly ok: true
  readonly format: ExtractionFormat
  readonly text: string
  readonly pages?: number
  readonly warnings: readonly ExtractionWarning[]
}
export type Extraction = Extracted | { readonly ok: false; readonly problem: ExtractionProblem }

export type Stage = 'text' | 'ocr'
/** Pages done out of the pages to do, for a stage; a file without pages counts as one. */
export type Progress = (done: number, total: number, stage: Stage) => void

export type ExtractionOptions = { readonly onProgress?: Progress | undefined; readonly signal?: AbortSignal | undefined }
