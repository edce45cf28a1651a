// The demonstration, filled once for a whole run of journeys: each file walks in a copy of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProgram } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    filled: string
  }
}

/** Called by vitest before the first journey; returns what it calls after the last. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-filled-'))
  const { stop } = await startProgram(folder)
  await stop()
  project.provide('filled', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
