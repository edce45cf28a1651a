// A browser on a small local site made of given answers: what the browser scripts are tried on.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { buildSync } from 'esbuild'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

/** A page, or a redirection as forms end with. */
export type Answer = { readonly html: string; readonly status?: number } | { readonly to: string }
export type Post = { readonly path: string; readonly body: string; /** Address of the page the form stood in. */ readonly from: string }
/** `get` answers pages by path; `post` answers forms; `styled`: with our style sheet, for what depends on how large things are. */
export type Site = { readonly get: (path: string) => Answer | undefined; readonly post: (post: Post) => Answer; readonly styled?: boolean }

/** The browser of the machine where there is one, else the one npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] })
  const { default: packed } = await import('@sparticuz/chromium')
  // In a single process, as its own settings have it, that browser dies with the first window closed.
  const args = packed.args.filter((argument) => !['--single-process', '--no-zygote'].includes(argument))
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...args, '--no-sandbox'] })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

/** Built when first asked for: a script of ours, our style sheet, or the engine of the maps as its package has it. */
const built = new Map<string, Uint8Array | undefined>()
function assetOf(path: string, styled: boolean): Uint8Array | undefined {
  const [, name = '', ending = ''] = /^\/assets\/([a-z-]+)\.(js|mjs|css)$/.exec(path) ?? []
  if (name === '' || (ending === 'css' && !styled)) return undefined
  if (!built.has(path)) {
    const source = ending === 'css' ? `public/styles/${name}.css` : `public/scripts/${name}.ts`
    built.set(path, ending === 'mjs' ? readFileSync(`node_modules/maplibre-gl/dist/${name}.mjs`)
      : buildSync({ entryPoints: [source], bundle: true, write: false, format: 'esm', external: ['/assets/*'] }).outputFiles[0]?.contents)
  }
  return built.get(path)
}

/** The site with our script, under the policy of the application: nothing inline. */
function serve(site: Site) {
  return createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://local').pathname
      const asset = assetOf(path, site.styled === true)
      if (asset !== undefined) return response.writeHead(200, { 'content-type': path.endsWith('.css') ? 'text/css' : 'text/javascript' }).end(asset)
      const from = request.headers.referer ?? ''
      const answer = request.method === 'POST' ? site.post({ path, body: await bodyOf(request), from }) : site.get(path)
      if (answer === undefined) return response.writeHead(404).end()
      if ('to' in answer) return response.writeHead(303, { location: answer.to }).end()
      return response.writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'self'" })
        .end(answer.html)
    })()
  })
}

/** Opens the site once for a file of tests, and a fresh tab for each test. */
export function openSite(site: Site): {
  readonly tab: () => Page; readonly tabWithoutScript: () => Promise<Page>; readonly address: (path: string) => string
} {
  const server = serve(site)
  const open: { browser?: Browser; tab?: Page } = {}
  const there = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('the browser is not open yet')
    return value
  }
  const window = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await there(open.browser).newContext(options)
    // A slow machine is slow, not wrong.
    context.setDefaultTimeout(120_000)
    return await context.newPage()
  }
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    open.browser = await launchBrowser()
  })
  beforeEach(async () => {
    open.tab = await window()
  })
  afterEach(() => open.tab?.context().close())
  afterAll(async () => {
    await open.browser?.close()
    server.closeAllConnections()
    server.close()
  })
  return {
    tab: () => there(open.tab),
    tabWithoutScript: () => window({ javaScriptEnabled: false }),
    address: (path) => {
      const place = server.address()
      return `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}${path}`
    },
  }
}
