// The rule file as a lawyer leaves it: read whole, and refused with the rule and the key when it cannot be understood.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadConformityRules, parseRules } from './rule-file.ts'

const source = readFileSync('src/law/conformity.yaml', 'utf8')

describe('the rule file', () => {
  const loaded = loadConformityRules()
  const { rules, pointers } = typeof loaded === 'string' ? { rules: [], pointers: [] } : loaded

  it('holds the rules on the content and the parties of an ORT, each with its source and the day it was verified', () => {
    const wanted = ['R1', 'R7', 'R9', 'R11', 'R12', 'R15a', 'R15b', 'R15c', 'R15d', 'R17', 'R20', 'R21', 'R30', 'R40', 'R50', 'R55']
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted))
    expect(rules.every(({ source: text, verifiedOn }) => text.length > 2 && verifiedOn >= '2018-11-25')).toBe(true)
    expect(pointers.length).toBeGreaterThan(3)
  })

  it('never shows as confirmed what was only known from memory', () => {
    expect(rules.filter(({ read, confirmed }) => read === 'memory' && confirmed)).toEqual([])
    expect(rules.filter(({ confirmed }) => !confirmed).map(({ id }) => id)).toEqual(['R25', 'R27', 'R28', 'R30', 'R33', 'R34', 'R50', 'R55'])
  })

  it.each([
    ['nature: obligation', 'nature: devoir', /R1, « nature »/],
    ['statut: confirmée', 'statut: sûre', /R1, « statut »/],
    ['depuis: 2018-11-25', 'depuis: 2018-11-31', /R1, « depuis » .*2018-11-31/],
    ['mots: [par avenant,', 'motz: [par avenant,', /R50, « cherche »/],
    ['id: R2\n', 'id: R1\n', /R1 y est deux fois/],
    ['renvois:\n', 'renvois: [\n', /la ligne \d+ ne se lit pas/],
    ['duree: cinq ans', 'duree: longue', /R16, « cherche.duree »/],
    ['cherche:\n      instance: une', 'cherche: {}', /R17, « cherche »/],
  ])('refuses « %s » written « %s », and says where', (right, wrong, sentence) => {
    expect(source).toContain(right)
    expect(parseRules(source.replace(right, wrong))).toMatch(sentence)
  })
})
