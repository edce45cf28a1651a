// A thread of the batch: takes chunks in the order given, writes their answers into the room it shares, and waits when that is full.
import { parentPort, workerData } from 'node:worker_threads'
import { reopenPointIndex } from '../../geometry/point-index.ts'
import { openAnswerer, openTold } from './batch-answers.ts'
import type { ChunkTold } from './batch-answers.ts'
import type { CrewOrder, CrewReport, CrewTask } from './batch-crew.ts'
import { openCommunes } from './batch-points.ts'
import { openTeller } from './batch-teller.ts'

/** A chunk being answered, as far as its room went. */
type Work = { readonly slot: number; readonly pieces: Generator<number, void>; readonly told: ChunkTold }

const task: CrewTask = workerData
const communes = openCommunes()
const teller = openTeller(task.scene, reopenPointIndex(task.index), communes, task.wide)
const answer = openAnswerer(task.dialect, communes, teller)
const waiting: Work[] = []
// A thread has no origin to send to.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const report = (what: CrewReport): void => parentPort?.postMessage(what)

/** Answers the oldest chunk until its room is full, and the next ones once it is done. */
function goOn(): void {
  for (;;) {
    const work = waiting[0]
    if (work === undefined) return
    const { value, done } = work.pieces.next()
    if (done === true) return
    const end = work.told.lines > 0
    report({ slot: work.slot, used: value, told: end ? work.told : null })
    if (!end) return
    waiting.shift()
  }
}

parentPort?.on('message', (order: CrewOrder) => {
  try {
    if ('finish' in order) return report({ finished: teller.told() })
    if ('length' in order) {
      const { chunk, room } = task.slots[order.slot] ?? { chunk: new Uint8Array(0), room: new Uint8Array(0) }
      const told = openTold()
      waiting.push({ slot: order.slot, pieces: answer(chunk, 0, order.length, room, told), told })
      if (waiting.length > 1) return
    }
    goOn()
  } catch (error) {
    report({ fault: error instanceof Error ? error.message : String(error) })
  }
})
