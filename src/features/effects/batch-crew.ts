// The batch on several cores: chunks go round to threads in turn, on memory they share, and their answers come out in the order of the file.
import { Worker } from 'node:worker_threads'
import type { PointIndexParts } from '../../geometry/point-index.ts'
import type { ChunkTold } from './batch-answers.ts'
import type { Dialect } from './batch-dialect.ts'
import type { BatchScene, Counted } from './batch-profiles.ts'
import { chunkBytes, roomBytes } from './batch-run.ts'
import type { BatchRefusal, Heard, Opened } from './batch-run.ts'

/** What a thread starts with. */
export type CrewTask = {
  readonly scene: BatchScene; readonly index: PointIndexParts; readonly dialect: Dialect; readonly wide: boolean; readonly slots: readonly Slot[]
}
/** Memory of one chunk and of its answers, shared with one thread. */
export type Slot = { readonly chunk: Uint8Array; readonly room: Uint8Array }
/** To a thread: a chunk of so many bytes is in a slot · its room was emptied, go on · nothing more, say what was told. */
export type CrewOrder = { readonly slot: number; readonly length: number } | { readonly goOn: number } | { readonly finish: true }
/** From a thread: so many bytes of answers are in the room of a slot; `told` with the last of them. `fault`: the words of an error. */
export type CrewReport =
  | { readonly slot: number; readonly used: number; readonly told: ChunkTold | null }
  | { readonly finished: readonly Counted[] } | { readonly fault: string }

const slotsPerThread = 2

type Member = { readonly worker: Worker; readonly slots: readonly Slot[]; readonly reports: CrewReport[]; wake: () => void; dead: Error | undefined }

function hire(file: URL, task: Omit<CrewTask, 'slots'>): Member {
  const shared = (bytes: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(bytes))
  const slots = Array.from({ length: slotsPerThread }, (): Slot => ({ chunk: shared(chunkBytes), room: shared(roomBytes) }))
  const workerData: CrewTask = { ...task, slots }
  const member: Member = { worker: new Worker(file, { workerData }), slots, reports: [], wake: () => undefined, dead: undefined }
  member.worker.on('message', (report: CrewReport) => {
    member.reports.push(report)
    member.wake()
  })
  member.worker.on('error', (error: Error) => {
    member.dead = error
    member.wake()
  })
  return member
}

/** The next report of a thread, in the order it made them. */
async function heardFrom(member: Member): Promise<CrewReport> {
  while (member.reports.length === 0) {
    if (member.dead !== undefined) throw member.dead
    await new Promise<void>((resolve) => void (member.wake = resolve))
  }
  const report = member.reports.shift()
  if (report === undefined || 'fault' in report) throw new RangeError(report?.fault ?? 'silence')
  return report
}

/** As `answerPoints`, on so many threads; what they told comes with `finished`. */
export async function* answerTogether(
  file: URL, cores: number, { dialect, chunker }: Opened, task: Omit<CrewTask, 'slots' | 'dialect'>, heard: Heard,
  finished: (told: readonly Counted[]) => void,
): AsyncGenerator<Uint8Array, BatchRefusal | undefined> {
  const members = Array.from({ length: cores }, () => hire(file, { ...task, dialect }))
  // A thread has no origin to send to.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const order = (member: Member, what: CrewOrder): void => member.worker.postMessage(what)
  /** Slots given out, oldest first; round by round, so that slot `turn` is always the one that was emptied longest ago. */
  const out: Member[] = []
  let { line } = dialect
  let [turn, tooLong, more] = [0, false, true]
  try {
    while (more || out.length > 0) {
      while (more && out.length < cores * slotsPerThread) {
        const [member, slot] = [members[turn % cores], Math.floor(turn / cores) % slotsPerThread]
        const place = member?.slots[slot]
        if (member === undefined || place === undefined) break
        const length = await chunker.next(place.chunk)
        if (length <= 0) {
          more = false
          tooLong = length < 0
          break
        }
        order(member, { slot, length })
        out.push(member)
        turn += 1
      }
      const oldest = out.shift()
      if (oldest === undefined) break
      const told = yield* emptied(oldest, order)
      heard(told, line)
      line += told.lines
    }
    for (const member of members) {
      order(member, { finish: true })
      const report = await heardFrom(member)
      if ('finished' in report) finished(report.finished)
    }
    return tooLong ? { problem: 'recordTooLong', line } : undefined
  } finally {
    await Promise.all(members.map(({ worker }) => worker.terminate()))
  }
}

/** All the answers of the oldest chunk of a thread, and what was told of it: a thread takes its chunks one after the other. */
async function* emptied(member: Member, order: (member: Member, what: CrewOrder) => void): AsyncGenerator<Uint8Array, ChunkTold> {
  for (;;) {
    const report = await heardFrom(member)
    if (!('slot' in report)) continue
    yield member.slots[report.slot]?.room.subarray(0, report.used) ?? new Uint8Array(0)
    if (report.told !== null) return report.told
    order(member, { goOn: report.slot })
  }
}
