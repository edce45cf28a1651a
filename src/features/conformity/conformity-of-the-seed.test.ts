// The founding convention alone, against every rule: what it holds, what it leaves to others, when the text is at hand (../shared/data).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodesOf } from '../../amending/nodes.ts'
import { date } from '../../kernel/date.ts'
import { readConvention } from '../../reading/read.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { evaluateConformity } from './conformity.rules.ts'
import type { ConformityStatus, ConstellationDocument } from './conformity.rules.ts'
import { loadConformityRules } from './rule-file.ts'

const file = join(process.cwd(), '..', 'shared', 'data', 'convention-chapeau-lens-lievin.md')

describe.skipIf(!existsSync(file))('the conformity of the founding convention (skipped when ../shared/data is absent)', () => {
  const judge = (more: readonly ConstellationDocument[] = []) => {
    const reading = readConvention(readFileSync(file, 'utf8'), loadTerritories().gazetteer)
    const umbrella: ConstellationDocument = {
      slug: 'chapeau', title: reading.title, kind: reading.kind, counts: true, provisions: nodesOf(reading), years: reading.term?.years ?? null,
      endsOn: null, parties: reading.parties.map((party) => ({ name: party.name, kind: party.kind, insee: party.insee ?? null, siren: party.siren ?? null })),
      bodies: reading.bodies.map((body) => ({ name: body.name, provision: null })),
    }
    const constellation = { documents: [umbrella, ...more], mainTown: { insee: '62498', name: 'Lens' }, sectors: [] }
    const rules = loadConformityRules()
    if (typeof rules === 'string') throw new Error(rules)
    const results = evaluateConformity(rules, constellation, date('2023-04-06'))
    return { results, with: (status: ConformityStatus) => results.filter((result) => result.status === status).map(({ rule }) => rule.id) }
  }

  it('holds the purpose, the parties, the duration and the committee', () => {
    expect(judge().with('met')).toEqual(
      ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R9', 'R10', 'R15a', 'R16', 'R17', 'R18', 'R20', 'R23', 'R31', 'R53'])
  })
  it('leaves sectors, calendar, funding plan and annual report to the conventions it points to: nobody can tell without them', () => {
    const { results } = judge()
    const elsewhere = results.filter((result) => result.unknown === 'pointsElsewhere')
    expect(elsewhere.map(({ rule }) => rule.id)).toEqual(['R11', 'R15b', 'R15c', 'R15d', 'R30', 'R50'])
    expect(elsewhere.every(({ pointer }) => pointer?.number === '2')).toBe(true)
    expect(results.find(({ rule }) => rule.id === 'R12')).toMatchObject({ status: 'unknown', unknown: 'noSectorAct' })
    expect(judge().with('missing')).toEqual([])
  })
  it('is completed by the convention of a programme', () => {
    const programme: ConstellationDocument = {
      slug: 'acv', title: 'Convention ACV', kind: 'programme', counts: true, parties: [], bodies: [], years: null, endsOn: null,
      provisions: [{ key: 'article-1', number: '1', heading: 'Actions', text: 'La maquette financière et le calendrier des actions suivent.' }],
    }
    expect(judge([programme]).with('carried')).toEqual(['R15b', 'R15c'])
  })
})
