// The program on a folder of its own, and a browser to walk in it: what every journey starts from.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Role } from '../src/kernel/rights.ts'
import { demonstrationAccounts } from '../src/features/people/demonstration.ts'
import { launchBrowser } from '../src/testing/tab.ts'
import { startProgram } from './program.ts'

export const slug = 'lens-lievin'
export const inOperation = (path: string): string => `/operations/${slug}${path}`
/** A slow machine is slow, not wrong. */
const patience = 120_000

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

/** Starts the demonstration once for a file of journeys, on a copy of the filled one, and stops it after them. */
export function openSite(): Site {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-journey-'))
  const open: { browser?: Browser; program?: Awaited<ReturnType<typeof startProgram>> } = {}
  const address = (): string => open.program?.address ?? ''
  beforeAll(async () => {
    // Not Node's own copy: under root, the files of the database belong to another user, and must still.
    execFileSync('cp', ['-a', `${inject('filled')}/.`, folder])
    open.program = await startProgram(folder)
    open.browser = await launchBrowser()
  })
  afterAll(async () => {
    await open.browser?.close()
    await open.program?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const walk = async (options: BrowserContextOptions = {}): Promise<Walk> => {
    if (open.browser === undefined) throw new Error('the browser is not open')
    const context = await open.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR', ...options })
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && complaints.push(message.text()))
    const go = async (path: string) => void (await page.goto(`${address()}${path}`))
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
  return { address, folder, walk, signIn }
}

/** Keeps a picture of the page for the papers, in `docs/images`, when `CHAPEAU_SCREENSHOTS` asks for them. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['CHAPEAU_SCREENSHOTS'] !== undefined) await page.screenshot({ path: join('docs/images', `${name}.png`) })
}
