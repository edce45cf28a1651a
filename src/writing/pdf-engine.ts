// The layout engine, called in whatever process this is: data in, the bytes of an accessible PDF out. It answers only once it is done.
import { type PrintedText, pageProgram } from './pdf-page.ts'
import { type PrintedSheets, sheetsProgram } from './pdf-sheets.ts'

/** Throws what the engine says of our program; `undefined` when the engine has no program for this machine. */
export async function layOut(printed: PrintedText | PrintedSheets): Promise<Uint8Array | undefined> {
  const engine = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => undefined)
  if (engine === undefined) return undefined
  const compiler = engine.NodeCompiler.create({ workspace: import.meta.dirname })
  const compiled = compiler.compile({ mainFileContent: 'sheets' in printed ? sheetsProgram : pageProgram, inputs: { data: JSON.stringify(printed) } })
  const said = compiled.takeError()
  if (compiled.result === null) throw new Error(JSON.stringify(said?.shortDiagnostics ?? 'no document'))
  const [year, month, day] = printed.date
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: Date.UTC(year, month - 1, day) / 1000 })
}
