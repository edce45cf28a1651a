// The suites of the house: pure (no database), database (both engines), house, killing, journeys (a browser).
import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const pure = [
  'src/{kernel,law,reading,amending,geometry,planning,extraction,design,writing}/**/*.test.{ts,tsx}', 'src/**/*.rules.test.ts',
  'src/platform/config.test.ts',
  'src/cli-amending.test.ts', 'src/cli-effects.test.ts', 'src/cli-rules.test.ts', 'public/**/*.test.ts',
]
const inBrowser = (readdirSync('src', { recursive: true }) as string[])
  .filter((file) => /\.test\.tsx?$/.test(file) && /testing\/tab\.ts'/.test(readFileSync(`src/${file}`, 'utf8')))
const browser = ['journeys/**/*.test.{ts,tsx}', ...inBrowser.map((file) => `src/${file}`)]
const house = ['src/house.test.ts', 'src/testing/house/*.test.ts']
const killing = ['src/platform/killing.test.ts', 'src/platform/embedded.test.ts']
const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

const suite = (name: string, test: object) => ({ oxc: jsx, test: { name, isolate: false, pool: 'forks', ...test } }) as const

export default defineConfig({
  oxc: jsx,
  test: {
    maxWorkers: 2,
    projects: [
      suite('pure', { include: pure, exclude: browser, testTimeout: 20_000 }),
      suite('database', {
        include: ['src/**/*.test.{ts,tsx}'], exclude: [...pure, ...house, ...killing, ...browser],
        globalSetup: 'src/testing/engines.ts', testTimeout: 20_000, hookTimeout: 20_000,
      }),
      suite('house', { include: house, testTimeout: 20_000 }),
      suite('killing', { include: killing, testTimeout: 400_000, hookTimeout: 60_000 }),
      // No limit here fails a slow machine: it only ends a walk that hangs.
      suite('journeys', {
        include: browser, globalSetup: 'journeys/filled.ts', testTimeout: 1_800_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } },
      }),
    ],
  },
})
