// Runs the built program on a folder of its own, as `npm start` does, and times it from the launch to the first page.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Where a measure goes: its name, its value, its unit. */
export type Tell = (name: string, value: number, unit: string) => void
export type Running = { readonly address: string; readonly startedMs: number; readonly stop: () => Promise<void> }

/** Starts `build/main.js` on this data folder and port, with these other settings; resolves when the sign-in page answers. */
export async function startProgram(
  root: string, dataFolder: string, port: number, environment: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const address = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'build', 'main.js')], {
    env: { ...process.env, PORT: String(port), CHAPEAU_DATA: dataFolder, CHAPEAU_LOG: 'silent', CHAPEAU_DEMONSTRATION: 'oui', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await answers(`${address}/connexion`))) {
    if (child.exitCode !== null) throw new Error('the program stopped before its first page')
    await wait(10)
  }
  const startedMs = performance.now() - started
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { address, startedMs, stop }
}

const answers = (url: string): Promise<boolean> => fetch(url).then((response) => response.ok, () => false)

/** The cookie of a demonstration account. */
export async function signIn(address: string, email: string): Promise<string> {
  const response = await fetch(`${address}/connexion/demonstration`, {
    method: 'POST', redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email }),
  })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
