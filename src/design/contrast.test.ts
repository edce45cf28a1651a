// Every pair of colours the design writes with, in both themes, against the ratios of WCAG 2.2 AA.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sheet = readFileSync(new URL('../../public/styles/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...sheet.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
)

type Theme = 'light' | 'dark'

function colour(name: string, theme: Theme): string {
  const hex = tokens.get(name)?.[theme]
  if (hex === undefined) throw new Error(`no colour token --${name}`)
  return hex
}

/** Relative luminance. @source WCAG 2.2, definition of relative luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'sheet', 'raised', 'sunken']
const states = ['positive', 'caution', 'negative', 'info']
const facts = ['party', 'date', 'money', 'body', 'obligation', 'law', 'stamp']
const on = (words: readonly string[], behind: readonly string[]) => words.flatMap((word) => behind.map((ground) => [word, ground] as const))

/** Words on what lies behind them: 4.5 to 1. */
const texts = [
  ...on(['ink', 'ink-soft', 'brand', 'brand-strong', 'carmine', 'danger', ...states], grounds),
  ...on(['ink', 'ink-soft'], [...states, ...facts.map((fact) => `fact-${fact}`)].map((name) => (name.startsWith('fact') ? name : `${name}-wash`))),
  ...on(['ink', 'brand-strong', 'brand'], ['brand-wash']),
  ...states.map((state) => [state, `${state}-wash`] as const),
  ...facts.map((fact) => [`fact-${fact}-line`, `fact-${fact}`] as const),
  ...facts.flatMap((fact) => grounds.map((ground) => [`fact-${fact}-line`, ground] as const)),
  ['danger', 'negative-wash'], ['on-brand', 'brand'], ['on-brand', 'brand-strong'], ['on-danger', 'danger'], ['sheet', 'ink'],
] as const

/** Edges of controls and what tells a state: 3 to 1. */
const shapes = [
  ...on(['line-strong', 'focus', 'carmine'], grounds), ...on(['line-strong'], ['brand-wash']), ...on(['margin-rule'], ['sheet']),
] as const

test('the tokens are read from the style sheet', () => {
  expect(tokens.size).toBeGreaterThan(30)
})

test.each(['light', 'dark'] as const)('words stand out from what lies behind them by 4.5 to 1 (%s)', (theme) => {
  const weak = texts.map(([word, ground]) => ({ word, ground, ratio: ratio(colour(word, theme), colour(ground, theme)) }))
    .filter((pair) => pair.ratio < 4.5)
  expect(weak).toEqual([])
})

test.each(['light', 'dark'] as const)('edges and signs stand out by 3 to 1 (%s)', (theme) => {
  const weak = shapes.map(([shape, ground]) => ({ shape, ground, ratio: ratio(colour(shape, theme), colour(ground, theme)) }))
    .filter((pair) => pair.ratio < 3)
  expect(weak).toEqual([])
})
