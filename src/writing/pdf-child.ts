// A process that writes one file to print, PDF or Word: bundled alone; what is printed comes by standard input, the bytes leave by standard output.
import { text } from 'node:stream/consumers'
import { Worker } from 'node:worker_threads'
import { writeSheetsDocx } from './docx-sheets.ts'
import { layOut } from './pdf-engine.ts'
import { missingEngine } from './pdf-exit.ts'

// A signal sent to the whole group (Ctrl+C, a service that stops) is the starter's affair: it may want this file written to the end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

// The engine holds this thread while it works: another leaves when whoever waits is gone, which changes the starter's number.
const watch = new Worker(`setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, 'SIGKILL'), 1000)`, { eval: true })

const job = JSON.parse(await text(process.stdin))
const bytes = 'word' in job ? await writeSheetsDocx(job.word) : await layOut(job)
if (bytes === undefined) process.exitCode = missingEngine
else await new Promise((resolve) => { process.stdout.write(bytes, resolve) })
await watch.terminate()
