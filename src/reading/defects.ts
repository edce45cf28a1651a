// The weaknesses of a convention, found by rule: one small function per code, each telling what is wrong and what to do.
import { actRules } from './defects-acts.ts'
import { clauseRules } from './defects-clauses.ts'
import { contentRules } from './defects-content.ts'
import { partyRules } from './defects-parties.ts'
import type { DefectRule, ReadFacts } from './defect.ts'
import type { Defect } from './facts.ts'
import type { Gazetteer } from './gazetteer.ts'

const rules: readonly DefectRule[] = [...partyRules, ...actRules, ...clauseRules, ...contentRules]

/** Every weakness the rules find, in the order of the text; those of the whole text last. A text without words has only that one. */
export function findDefects(facts: ReadFacts, gazetteer: Gazetteer): readonly Defect[] {
  if (!/\S/.test(facts.text.flat)) {
    return [{ code: 'no-text', message: 'Le document ne contient aucun texte à lire\u00a0: fournissez une version avec texte, ou passez-le '
      + 'par la reconnaissance de caractères.' }]
  }
  const found = rules.flatMap((rule) => rule(facts, gazetteer))
  const place = ({ span }: Defect) => span?.start ?? Number.MAX_SAFE_INTEGER
  return found.map((defect) => ({ ...defect, message: spaced(defect.message) })).sort((one, other) => place(one) - place(other))
}

/** French typography: a no-break space before `: ; ? ! » %` and after `«`. */
const spaced = (message: string): string => message.replace(/ (?=[:;?!»%€])/g, '\u00a0').replace(/« /g, '«\u00a0').replace(/'/g, '’')
