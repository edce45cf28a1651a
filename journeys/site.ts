// The program as built, on a folder and a port of its own, and a browser to walk in it: what every journey starts from.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '../src/kernel/rights.ts'
import { demonstrationAccounts } from '../src/features/people/demonstration.ts'
import { launchBrowser } from '../src/testing/tab.ts'

export const slug = 'lens-lievin'
export const inOperation = (path: string): string => `/operations/${slug}${path}`
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

type Walk = {
  readonly page: Page; readonly context: BrowserContext; readonly go: (path: string) => Promise<void>; readonly close: () => Promise<void>
}
type Site = {
  readonly address: () => string
  /** Where the program keeps its data: a command joins its database there. */
  readonly folder: string
  /** A new browser window; what the page complains of (errors, refused scripts) fails the walk when it is closed. */
  readonly walk: (options?: BrowserContextOptions) => Promise<Walk>
  readonly signIn: (walk: Walk, role?: Role) => Promise<void>
}

/** Starts the demonstration once for a file of journeys, and stops it after them. */
export function openSite(port: number): Site {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-journey-'))
  const address = `http://127.0.0.1:${port}`
  const open: { browser?: Browser; stop?: () => Promise<void> } = {}
  beforeAll(async () => {
    const program = spawn(process.execPath, ['build/main.js'], {
      env: { ...process.env, PORT: String(port), CHAPEAU_DATA: folder, CHAPEAU_LOG: 'info', CHAPEAU_DEMONSTRATION: 'oui' },
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    const ended = new Promise((resolve) => program.once('exit', resolve))
    open.stop = async () => void (program.kill('SIGTERM'), await ended)
    while (!(await fetch(`${address}/sante`).then((answer) => answer.ok, () => false))) {
      if (program.exitCode !== null) throw new Error('the program stopped before its first page: was it built?')
      await wait(50)
    }
    open.browser = await launchBrowser()
  }, 120_000)
  afterAll(async () => {
    await open.browser?.close()
    await open.stop?.()
    rmSync(folder, { recursive: true, force: true })
  })
  const walk = async (options: BrowserContextOptions = {}): Promise<Walk> => {
    if (open.browser === undefined) throw new Error('the browser is not open')
    const context = await open.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR', ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && complaints.push(message.text()))
    const go = async (path: string) => void (await page.goto(`${address}${path}`))
    const close = async () => {
      await context.close()
      if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join(' | ')}`)
    }
    return { page, context, go, close }
  }
  const signIn = async ({ page, go }: Walk, role: Role = 'projectLead') => {
    const account = demonstrationAccounts.find((known) => known.role === role)
    await go('/connexion')
    await page.locator(`button[value="${account?.email ?? ''}"]`).click()
    await page.waitForURL('**/operations')
  }
  return { address: () => address, folder, walk, signIn }
}

/** Violations of accessibility on the page as it is, in one line each; `colours`: of the rules that another theme can break. */
export async function violations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  await page.addScriptTag({ path: axe })
  return await page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
    }
    const { violations: found } = await axe.run({ runOnly: only })
    return found.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`)
  }, rules === 'all' ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] })
}

/** True when the page is wider than its window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Keeps a picture of the page: in `build/screenshots`, or in `docs/images` when `CHAPEAU_SCREENSHOTS` asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['CHAPEAU_SCREENSHOTS'] === undefined ? 'build/screenshots' : 'docs/images'
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
