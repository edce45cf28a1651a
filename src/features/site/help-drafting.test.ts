// The drafting forms of the manual are read and applied as it says.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { consolidate } from '../../amending/consolidate.ts'
import { nodesOf } from '../../amending/nodes.ts'
import { undo } from '../../amending/undo.ts'
import { amend } from '../../cli-amending.ts'
import { date } from '../../kernel/date.ts'
import { readConvention } from '../../reading/read.ts'
import { temporaryFolder } from '../../testing/folder.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import {
  conflictExample, consolidateSays, deferredExample, draftedAmendment, draftedBase, draftingExamples, redlineSays, refusedExamples,
} from './help-drafting.ts'

const { gazetteer } = loadTerritories()
const base = nodesOf(readConvention(draftedBase, gazetteer), draftedBase)
/** An amendment with this one clause. */
const read = (drafted: string) => readConvention(
  `AVENANT N° 1\n\nArticle 1 – Objet\n\n${drafted}\n\nArticle 2 – Entrée en vigueur\n\nL’avenant entre en vigueur à sa signature.\n`, gazetteer,
)
const amendment = (id: string, drafted: string, entersOn: string) => ({
  id, title: `Avenant n° ${id}`, entersOn: date(entersOn),
  instructions: read(drafted).instructions.map((instruction, rank) => ({ ...instruction, id: `${id}.${rank}` })),
})
const applied = (drafted: string, on = '2026-06-01') => consolidate(base, [amendment('1', drafted, '2024-04-06')], date(on))

describe('the drafting forms of the manual', () => {
  it.each(draftingExamples)('$form: are read, and applied to its convention', ({ drafted, does }) => {
    const { instructions, unreadInstructions } = read(drafted)
    expect(instructions.map(({ sentence }) => sentence)).toEqual(does)
    expect(unreadInstructions).toEqual([])
    const result = applied(drafted)
    expect(result.refused).toEqual([])
    expect(result.nodes.some(({ touchedBy }) => touchedBy.length > 0) || result.changes.length > 0).toBe(true)
    expect(undo(result)).toEqual(base)
  })

  it.each(refusedExamples)('« $drafted » is refused, in these words', ({ drafted, says }) => {
    const result = applied(drafted)
    expect([...read(drafted).unreadInstructions, ...result.refused].map(({ message }) => message)).toEqual([says])
    expect(result.applied).toEqual([])
  })

  it('two amendments on the same words collide, and the first stands', () => {
    const result = consolidate(base, [amendment('1', conflictExample.first, '2024-04-06'), amendment('2', conflictExample.second, '2025-04-06')],
      date('2026-06-01'))
    expect(result.conflicts.map(({ message }) => message)).toEqual([conflictExample.says])
    expect(result.nodes.find(({ number }) => number === '3')?.text).toContain('deux fois par an')
  })

  it('an instruction waits for its own day', () => {
    expect(applied(deferredExample.drafted, '2026-12-31').applied).toEqual([])
    expect(applied(deferredExample.drafted, deferredExample.entersOn).applied.map(({ since }) => since)).toEqual([deferredExample.entersOn])
  })
})

describe('the commands of the manual', () => {
  async function run(verb: 'consolidate' | 'redline', ...words: readonly string[]) {
    const said = { code: -1, answer: '', beside: '' }
    said.code = await amend(verb, words, { usage: '', tell: (text) => { said.answer += text }, warn: (text) => { said.beside += text } })
    return said
  }

  it('say of its files what it shows', async () => {
    const folder = temporaryFolder()
    const [convention, first, after] = [join(folder, 'convention.txt'), join(folder, 'avenant-1.txt'), join(folder, 'au-1er-juin.txt')]
    writeFileSync(convention, draftedBase)
    writeFileSync(first, draftedAmendment)
    const text = await run('consolidate', convention, first, '--on', '2026-06-01')
    expect(text).toMatchObject({ code: 0, beside: consolidateSays })
    writeFileSync(after, text.answer)
    expect(await run('redline', convention, after)).toEqual({ code: 0, answer: redlineSays, beside: '' })
    expect((await run('consolidate', convention, first, '--on', '2027-01-01')).answer).toContain('30 000 € par an')
  })
})
