// Makes a bare clone ready to run: `node bin/setup.mjs` for use, `node bin/setup.mjs --dev` for tests as well.
import { prepare } from './prepare.mjs'

try {
  await prepare({ dev: process.argv.includes('--dev') })
} catch (error) {
  process.stderr.write(`\nChapeau : la préparation a échoué (setup failed). ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
