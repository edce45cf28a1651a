// Lint, types and the rules of the house, in seconds: what every commit must pass.
import { checks, line, total } from './stage.mjs'

const sum = total(await checks())
console.log(line(sum))
process.exitCode = sum.failed === 0 ? 0 : 1
