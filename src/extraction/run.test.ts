// Reading in a process of its own, bundled as it is in production; and processes that misbehave in its place.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Plugin, build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { limits } from './limits.ts'
import { extractInChild } from './run.ts'
import { writePdf } from './testing/pdf-file.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const built = new URL('../../build/tests/extraction/', import.meta.url)
const childFile = new URL('child.js', built)

/** A program in the place of the one that reads: `given` has come, `say` answers. */
function impostor(name: string, whatItDoes: string): URL {
  const file = new URL(`${name}.mjs`, built)
  writeFileSync(file, `const say = (message) => process.send(message)\nprocess.once('message', (given) => {\n${whatItDoes}\n})\n`)
  return file
}

const pages = (count: number): Uint8Array =>
  writePdf(Array.from({ length: count }, (_, page) => ({ lines: [{ text: `Article ${page + 1} – Objet`, x: 60, y: 100 }] })))

/** The real process, whose file holds it for ever once its number is told. */
const holding: Plugin = {
  name: 'holding',
  setup: (bundle) => bundle.onLoad({ filter: /\bextract\.ts$/ }, () => ({
    contents: "export const extract = () => { process.send({ progress: [process.pid, 1, 'text'] }); for (;;); }",
  })),
}

beforeAll(async () => {
  const common = { outdir: fileURLToPath(built), bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' } as const
  await build({ ...common, entryPoints: [`${here}child.ts`, `${here}run.ts`] })
  await build({ ...common, entryPoints: { held: `${here}child.ts` }, plugins: [holding] })
})

describe('a file read in a process of its own', () => {
  it('gives what the same file gives in this process, progress included, and leaves the bytes alone', async () => {
    const bytes = pages(3)
    const steps: unknown[] = []
    const read = await extractInChild(bytes, 'a.pdf', { childFile, onProgress: (...step) => steps.push(step) })
    expect(read).toMatchObject({ ok: true, format: 'pdf', pages: 3 })
    expect(read).toEqual(await extract(bytes, 'a.pdf'))
    expect(steps).toEqual([[1, 3, 'text'], [2, 3, 'text'], [3, 3, 'text']])
  })
  it('answers with its problem', async () => {
    expect(await extractInChild(Buffer.from('%PDF-1.4 no'), 'a.pdf', { childFile })).toEqual({ ok: false, problem: 'broken' })
    expect(await extractInChild(new Uint8Array(limits.bytes + 1), 'a.pdf', { childFile })).toEqual({ ok: false, problem: 'tooLarge' })
  })
  it('is dropped when the person gives up, before, while it waits, or half-way', async () => {
    const bytes = pages(400)
    const given = new AbortController()
    const runs = [0, 1, 2].map(async () => extractInChild(bytes, 'a.pdf', { childFile, signal: given.signal, onProgress: () => given.abort() }))
    expect(await Promise.all(runs)).toEqual(runs.map(() => ({ ok: false, problem: 'cancelled' })))
    expect(await extractInChild(bytes, 'a.pdf', { childFile, signal: given.signal })).toEqual({ ok: false, problem: 'cancelled' })
  })
  it('waits for its turn, and each gets its own answer', async () => {
    const reads = await Promise.all([1, 2, 3, 4, 5].map(async (count) => extractInChild(pages(count), 'a.pdf', { childFile })))
    expect(reads.map((read) => read.ok && read.pages)).toEqual([1, 2, 3, 4, 5])
  })
  it('is read in this process where there is no bundle', async () => {
    expect(await extractInChild(Buffer.from('bonjour'), 'a.txt')).toMatchObject({ ok: true, text: 'bonjour' })
  })
})

const bonjour = Buffer.from('bonjour')
/** A process killed by hand, or asked whether it is still there. */
const signalled = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
/** Dead, though nobody may have buried it: an orphan belongs to the first process of the machine. */
const isDead = (pid: number): boolean =>
  !signalled(pid, 0) || (existsSync(`/proc/${pid}/stat`) && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))

describe('a process that misbehaves', () => {
  it.skipIf(process.platform !== 'linux')('is refused when it holds too much outside its heap', async () => {
    const greedy = impostor('greedy', 'const all = []\nfor (;;) all.push(Buffer.alloc(20_000_000, 1))')
    expect(await extractInChild(bonjour, 'a.txt', { childFile: greedy })).toEqual({ ok: false, problem: 'tooHeavy' })
  })
  it('is refused when its heap is full', async () => {
    const greedy = impostor('greedy-heap', 'const all = []\nfor (;;) all.push(new Array(1_000_000).fill(0.5))')
    expect(await extractInChild(bonjour, 'a.txt', { childFile: greedy })).toEqual({ ok: false, problem: 'tooHeavy' })
  })
  it('is a broken file when it ends without an answer, by itself or killed from outside', async () => {
    const faulty = impostor('faulty', 'throw new Error(given.fileName)')
    expect(await extractInChild(bonjour, 'a.txt', { childFile: faulty })).toEqual({ ok: false, problem: 'broken' })
    const idle = impostor('idle', "say({ progress: [process.pid, 1, 'text'] })\nsetInterval(() => {}, 1000)")
    const onProgress = (pid: number): boolean => signalled(pid, 'SIGKILL')
    expect(await extractInChild(bonjour, 'a.txt', { childFile: idle, onProgress })).toEqual({ ok: false, problem: 'broken' })
  })
  it('is dead and buried before its answer is told, and leaves no listener behind', async () => {
    const before = process.listenerCount('exit')
    const talker = impostor('talker', "say({ answer: { ok: true, format: 'text', text: String(process.pid), warnings: [] } })")
    const reads = await Promise.all([1, 2, 3].map(async () => extractInChild(bonjour, 'a.txt', { childFile: talker })))
    expect(reads.map((read) => read.ok && Number(read.text) > 0 && signalled(Number(read.text), 0))).toEqual([false, false, false])
    expect(process.listenerCount('exit')).toBe(before)
  })
  it('is given no setting of ours', async () => {
    const curious = impostor('curious', "say({ answer: { ok: true, format: 'text', text: Object.keys(process.env).join(' '), warnings: [] } })")
    process.env['DATABASE_URL'] = 'postgres://secret'
    const read = await extractInChild(bonjour, 'a.txt', { childFile: curious }).finally(() => delete process.env['DATABASE_URL'])
    expect(read).toMatchObject({ ok: true, text: expect.not.stringMatching(/DATABASE|CHAPEAU|HOME|NODE_OPTIONS/) })
  })
  it('never harms who gives up, whatever the moment', async () => {
    const bytes = pages(60)
    for (let time = 0; time < 30; time += 1) {
      const moment = Math.floor(Math.random() * 150)
      const read = await extractInChild(bytes, 'a.pdf', { childFile, signal: AbortSignal.timeout(moment) })
      expect(read, `given up after ${moment} ms`).toSatisfy(({ ok, problem }) => ok || problem === 'cancelled')
    }
    expect(await extractInChild(bytes, 'a.pdf', { childFile })).toMatchObject({ ok: true, pages: 60 })
  })
})

describe('a process whose starter is gone', () => {
  /** Starts a program that has one file read, which holds the process for ever; answers both numbers. */
  async function startHeld(): Promise<{ starter: number; child: number }> {
    const told = "{ childFile: new URL('./held.js', import.meta.url), onProgress: (pid) => console.log(pid) }"
    const file = fileURLToPath(new URL('starter.mjs', built))
    const stop = "process.on('SIGTERM', () => process.exit())"
    writeFileSync(file, `import { extractInChild } from './run.js'\n${stop}\nawait extractInChild(Buffer.from('bonjour'), 'a.txt', ${told})\n`)
    const starter = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const child = await new Promise<number>((resolve) => starter.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))))
    return { starter: starter.pid ?? 0, child }
  }
  it.each(['SIGTERM', 'SIGKILL'] as const)('ends with it (%s), even held for ever by its file', async (signal) => {
    const { starter, child } = await startHeld()
    expect(isDead(child)).toBe(false)
    signalled(starter, signal)
    await expect.poll(() => isDead(child), { timeout: 10_000 }).toBe(true)
  })
  it('outlives a signal sent to the whole group, which is for its starter', async () => {
    const { starter, child } = await startHeld()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) signalled(child, signal)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(isDead(child)).toBe(false)
    signalled(starter, 'SIGKILL')
    await expect.poll(() => isDead(child), { timeout: 10_000 }).toBe(true)
  })
})
