// What one extraction may still spend: time, and the patience of the person who asked. Refusals travel as an exception inside this room only.
import type { ExtractionProblem } from './extraction.ts'
import { limits } from './limits.ts'

/** Thrown deep in a parser, caught once in `extract`: the only way out of a library's callback. */
export class Refusal extends Error {
  readonly problem: ExtractionProblem

  constructor(problem: ExtractionProblem) {
    super(problem)
    this.problem = problem
  }
}

export const refuse = (problem: ExtractionProblem): never => {
  throw new Refusal(problem)
}

export type Budget = {
  /** Refuses when the time is spent or the person has given up. */
  readonly check: () => void
  /** Gives more time, in milliseconds: recognition is slow and its length is known in pages. */
  readonly extend: (ms: number) => void
  /** The answer, unless the person gives up or `ms` pass first. */
  readonly within: <Value>(answer: Promise<Value>, ms?: number) => Promise<Value>
}

/** `clock`: milliseconds, monotonic. */
export function openBudget(signal: AbortSignal | undefined, clock: () => number = () => performance.now(), ms: number = limits.textMs): Budget {
  let deadline = clock() + ms
  return {
    check: () => {
      if (signal?.aborted === true) refuse('cancelled')
      if (clock() > deadline) refuse('timeout')
    },
    extend: (more) => {
      deadline += more
    },
    within: async (answer, wait = limits.textMs) => {
      let stop: () => void = () => undefined
      const given = new Promise<never>((_, reject) => {
        stop = () => reject(new Refusal('cancelled'))
        signal?.addEventListener('abort', stop)
      })
      let timer: NodeJS.Timeout | undefined
      const passed = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Refusal('timeout')), wait)
      })
      try {
        return await Promise.race([answer, given, passed])
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}
