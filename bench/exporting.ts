// Saving half of the big plan, five thousand actions with their money, in each format that holds them all.
import { quantile } from './load.ts'
import type { Running, Tell } from './program.ts'

/** Two of the four priorities of the big plan are half of its actions. */
const half = 'priorite=haute&priorite=moyenne'
const formats = ['xlsx', 'ods', 'csv', 'json'] as const

/** `cookie`: of someone who sees the whole plan. */
export async function measureExporting(running: Running, cookie: string, engine: string, tell: Tell, rounds = 3): Promise<void> {
  for (const format of formats) {
    const waits: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now()
      const answer = await fetch(`${running.address}/operations/lens-lievin/actions/export/${format}?${half}`, { headers: { cookie } })
      const bytes = await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`export ${format}: ${answer.status}`)
      waits.push(performance.now() - started)
      if (round === 0) tell(`plan.${engine}.export.${format}.size`, Math.round(bytes.byteLength / 1000), 'kB')
    }
    tell(`plan.${engine}.export.${format}`, quantile(waits.sort((one, other) => one - other), 0.5), 'ms')
  }
}
