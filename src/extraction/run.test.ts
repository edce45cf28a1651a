// Reading in a thread of its own, bundled as it is in production.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { limits } from './limits.ts'
import { extractInWorker } from './run.ts'
import { writePdf } from './testing/pdf-file.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const outfile = fileURLToPath(new URL('../../build/tests/extraction-worker.js', import.meta.url))
const workerFile = pathToFileURL(outfile)

const pages = (count: number): Uint8Array =>
  writePdf(Array.from({ length: count }, (_, page) => ({ lines: [{ text: `Article ${page + 1} – Objet`, x: 60, y: 100 }] })))

beforeAll(async () => {
  await build({ entryPoints: [`${here}worker.ts`], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' })
})

describe('a file read in a thread', () => {
  it('gives what the same file gives in this thread, progress included, and leaves the bytes alone', async () => {
    const bytes = pages(3)
    const steps: unknown[] = []
    const read = await extractInWorker(bytes, 'a.pdf', { workerFile, onProgress: (...step) => steps.push(step) })
    expect(read).toMatchObject({ ok: true, format: 'pdf', pages: 3 })
    expect(read).toEqual(await extract(bytes, 'a.pdf'))
    expect(steps).toEqual([[1, 3, 'text'], [2, 3, 'text'], [3, 3, 'text']])
  })
  it('answers with its problem', async () => {
    expect(await extractInWorker(Buffer.from('%PDF-1.4 no'), 'a.pdf', { workerFile })).toEqual({ ok: false, problem: 'broken' })
    expect(await extractInWorker(new Uint8Array(limits.bytes + 1), 'a.pdf', { workerFile })).toEqual({ ok: false, problem: 'tooLarge' })
  })
  it('is dropped when the person gives up, before, while it waits, or half-way', async () => {
    const bytes = pages(400)
    const given = new AbortController()
    const runs = [0, 1, 2].map(async () => extractInWorker(bytes, 'a.pdf', { workerFile, signal: given.signal, onProgress: () => given.abort() }))
    expect(await Promise.all(runs)).toEqual(runs.map(() => ({ ok: false, problem: 'cancelled' })))
    expect(await extractInWorker(bytes, 'a.pdf', { workerFile, signal: given.signal })).toEqual({ ok: false, problem: 'cancelled' })
  })
  it('waits for its turn, and each gets its own answer', async () => {
    const reads = await Promise.all([1, 2, 3, 4, 5].map(async (count) => extractInWorker(pages(count), 'a.pdf', { workerFile })))
    expect(reads.map((read) => read.ok && read.pages)).toEqual([1, 2, 3, 4, 5])
  })
  it('is read in this thread where there is no bundle', async () => {
    expect(await extractInWorker(Buffer.from('bonjour'), 'a.txt')).toMatchObject({ ok: true, text: 'bonjour' })
  })
})
