// A real browser for the journeys: the machine's Chromium where there is one, else the one that npm brought.
import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Opens the browser; whoever opens it closes it. `CHAPEAU_BROWSER=npm` takes npm's even where the machine has one. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHAPEAU_BROWSER'] === 'npm' ? undefined : installed.find((place) => existsSync(place))
  if (own !== undefined) return await chromium.launch({ executablePath: own, args: ['--no-sandbox', '--disable-gpu'] })
  return await chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args, headless: true })
}
