// The program as built, started on a folder, on whichever port is free.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  server.close()
  await once(server, 'close')
  return typeof place === 'object' && place !== null ? place.port : 0
}

/** Starts the demonstration on a folder; answers once its pages do, however long the machine takes. */
export async function startProgram(folder: string): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const program = spawn(process.execPath, ['build/main.js'], {
    env: { ...process.env, PORT: String(port), CHAPEAU_DATA: folder, CHAPEAU_LOG: 'silent', CHAPEAU_DEMONSTRATION: 'oui' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(program, 'exit')
  while (!(await fetch(`${address}/sante`).then((answer) => answer.ok, () => false))) {
    if (program.exitCode !== null) throw new Error('the program stopped before its first page: was it built?')
    await wait(50)
  }
  return { address, stop: async () => void (program.kill('SIGTERM'), await ended) }
}
