// The rule file read once, when first asked for: French keys in, typed rules out; a file that cannot be understood says at which rule.
import { z } from 'zod'
import type { ConformityRule, ConformityRules, RuleEvidence } from '../../law/conformity-rule.ts'
import { lawDay, textOfLaw, understood } from './law-file.ts'

const phrases = z.array(z.string().min(3)).min(1)
const count = z.int().min(0)
const evidence = z.strictObject({
  mots: phrases.optional(), chacun: z.record(z.string(), phrases).optional(),
  parties: z.array(z.strictObject({ nature: z.enum(['epci', 'commune', 'state', 'region', 'department', 'agency', 'private']),
    au_moins: count, au_plus: count.optional() })).optional(),
  ville_principale: z.literal('partie').optional(), secteur: z.enum(['un', 'centre-ville']).optional(),
  duree: z.enum(['connue', 'cinq ans']).optional(), instance: z.literal('une').optional(), aucun: z.string().min(10).optional(),
}).refine((value) => Object.keys(value).length > 0, 'ne dit pas ce qu’il faut chercher')
const rule = z.strictObject({
  id: z.string().regex(/^R\d+[a-z]?$/), regle: z.string().min(10), source: z.string().min(3), a_faire: z.string().min(5),
  nature: z.enum(['obligation', 'recommandation', 'faculté', 'pratique', 'information']), statut: z.enum(['confirmée', 'à confirmer']),
  lecture: z.enum(['texte', 'extrait', 'aucune']), verifie_le: lawDay, depuis: lawDay, jusqu_au: lawDay.optional(), cherche: evidence,
})
const file = z.strictObject({ renvois: phrases, regles: z.array(rule).min(1) })

const natures = {
  obligation: 'duty', recommandation: 'recommendation', faculté: 'option', pratique: 'practice', information: 'information',
} as const
const readings = { texte: 'whole', extrait: 'extract', aucune: 'memory' } as const

const about = 'Fichier des règles de conformité :'

/** Rules from the words of the file; when something cannot be understood, a French sentence that names the line, or the rule and its key. */
export function parseRules(text: string): ConformityRules | string {
  const found = understood(text, { about, schema: file, list: 'regles', one: 'règle' })
  if (typeof found === 'string') return found
  const rules = found.read.regles.map(ruleOf)
  const twice = rules.find(({ id }, index) => rules.findIndex((other) => other.id === id) !== index)
  if (twice !== undefined) return `${about} la règle ${twice.id} y est deux fois`
  return { pointers: found.read.renvois, rules }
}

function ruleOf(read: z.infer<typeof rule>): ConformityRule {
  return {
    id: read.id, rule: read.regle, nature: natures[read.nature], source: read.source, confirmed: read.statut === 'confirmée',
    read: readings[read.lecture], verifiedOn: read.verifie_le, from: read.depuis, until: read.jusqu_au ?? null,
    evidence: evidenceOf(read.cherche), remedy: read.a_faire,
  }
}

const evidenceOf = (read: z.infer<typeof evidence>): RuleEvidence => ({
  ...(read.mots !== undefined && { words: read.mots }),
  ...(read.chacun !== undefined && { each: read.chacun }),
  ...(read.parties !== undefined && {
    parties: read.parties.map(({ nature, au_moins: atLeast, au_plus: atMost }) =>
      ({ kind: nature, atLeast, ...(atMost !== undefined && { atMost }) })),
  }),
  ...(read.ville_principale !== undefined && { mainTown: true as const }),
  ...(read.secteur !== undefined && { sector: read.secteur === 'un' ? 'any' as const : 'townCentre' as const }),
  ...(read.duree !== undefined && { term: read.duree === 'connue' ? 'known' as const : 'fiveYears' as const }),
  ...(read.instance !== undefined && { body: true as const }),
  ...(read.aucun !== undefined && { none: read.aucun }),
})

let loaded: ConformityRules | string | undefined

/** The rules, or why the file cannot be understood, in French. */
export function loadConformityRules(): ConformityRules | string {
  loaded ??= parseRules(textOfLaw('conformity.yaml'))
  return loaded
}
