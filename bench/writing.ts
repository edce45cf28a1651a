// How long files take: sixty pages as an accessible PDF, in its process as in production; the same text, and what changed in it, in Word.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConsolidatedNode } from '../src/amending/consolidation.ts'
import { consolidate } from '../src/amending/consolidate.ts'
import { nodesOf } from '../src/amending/nodes.ts'
import { redline } from '../src/amending/redline.ts'
import { date } from '../src/kernel/date.ts'
import { emptyGazetteer } from '../src/reading/gazetteer.ts'
import { readConvention } from '../src/reading/read.ts'
import { type ConsolidatedText, consolidatedText } from '../src/writing/consolidated-text.ts'
import { writeRedline, writeText } from '../src/writing/files.ts'

const pages = 60
/** Copies of the founding text that fill them. */
const copies = 10

export async function measureWriting(root: string, tell: (name: string, value: number, unit: string) => void): Promise<void> {
  const founding = join(root, '..', 'shared', 'data', 'convention-chapeau-lens-lievin.md')
  const text = textOf(readFileSync(existsSync(founding) ? founding : join(root, 'demonstration', 'convention-chapeau.md'), 'utf8'))
  for (const format of ['pdf', 'docx', 'akoma-ntoso', 'markdown'] as const) {
    const times: number[] = []
    let size = 0
    for (let turn = 0; turn < 3; turn += 1) {
      const started = performance.now()
      const written = await writeText(format, text)
      times.push(performance.now() - started)
      if (!written.ok) throw new Error(written.problem)
      size = written.file.bytes.length
    }
    tell(`writing.${format}.${pages}-pages.first`, times[0] ?? 0, 'ms')
    tell(`writing.${format}.${pages}-pages`, times.sort((one, other) => one - other)[1] ?? 0, 'ms')
    tell(`writing.${format}.${pages}-pages.size`, size / 1024, 'KiB')
  }
  const changed = text.nodes.map((node, rank) => ({ ...node, text: rank % 3 === 0 ? node.text.replaceAll('programme', 'projet') : node.text }))
  const nodes = redline(text.nodes, changed)
  const started = performance.now()
  const { title, operation, on } = text
  const file = await writeRedline({ title, operation, on, nodes, versions: 'D’une version à l’autre', summary: '', author: 'Avenant n° 1', date: on })
  tell(`writing.redline-docx.${pages}-pages`, performance.now() - started, 'ms')
  tell(`writing.redline-docx.${pages}-pages.size`, file.bytes.length / 1024, 'KiB')
}

function textOf(raw: string): ConsolidatedText {
  const base = nodesOf(readConvention(raw, emptyGazetteer), raw)
  const consolidation = consolidate(base, [], date('2026-01-01'))
  const body = consolidation.nodes.slice(2)
  const nodes = Array.from({ length: copies }, (_, turn) => body.map((node): ConsolidatedNode => {
    const [first, ...others] = node.number.split('.')
    return { ...node, key: `${node.key}-${turn}`, number: [String(Number(first) + turn * 10), ...others].join('.') }
  })).flat()
  const about = {
    title: 'Convention de soixante pages', operation: 'Mesures', conventionKind: 'umbrella', address: 'https://chapeau.example/mesures',
    signedOn: null, versionLabel: 'Version en vigueur au 1er janvier 2026', state: '',
  } as const
  return consolidatedText(about, { ...consolidation, nodes: [...consolidation.nodes.slice(0, 2), ...nodes] }, [])
}
