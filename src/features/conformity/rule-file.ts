// The rule file read once, when first asked for: French keys in, typed rules out; a file that cannot be understood says at which rule.
import { existsSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { readDate } from '../../kernel/date.ts'
import type { ConformityRule, ConformityRules, RuleEvidence } from '../../law/conformity-rule.ts'

const phrases = z.array(z.string().min(3)).min(1)
const day = z.string().transform((written, context) => {
  const found = readDate(written)
  if (found === undefined) context.addIssue({ code: 'custom', message: `« ${written} » n’est pas un jour qui existe` })
  return found ?? z.NEVER
})
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
  lecture: z.enum(['texte', 'extrait', 'aucune']), verifie_le: day, depuis: day, jusqu_au: day.optional(), cherche: evidence,
})
const file = z.strictObject({ renvois: phrases, regles: z.array(rule).min(1) })

const natures = {
  obligation: 'duty', recommandation: 'recommendation', faculté: 'option', pratique: 'practice', information: 'information',
} as const
const readings = { texte: 'whole', extrait: 'extract', aucune: 'memory' } as const

const about = 'Fichier des règles de conformité :'

/** Rules from the words of the file; when something cannot be understood, a French sentence that names the line, or the rule and its key. */
export function parseRules(text: string): ConformityRules | string {
  const written = parseDocument(text)
  const [broken] = written.errors
  if (broken !== undefined) return `${about} la ligne ${broken.linePos?.[0].line ?? 1} ne se lit pas (${broken.code})`
  const raw: unknown = written.toJS()
  const read = file.safeParse(raw)
  if (!read.success) return `${about} ${read.error.issues.map((issue) => place(raw, issue)).join(' ; ')}`
  const rules = read.data.regles.map(ruleOf)
  const twice = rules.find(({ id }, index) => rules.findIndex((other) => other.id === id) !== index)
  if (twice !== undefined) return `${about} la règle ${twice.id} y est deux fois`
  return { pointers: read.data.renvois, rules }
}

function place(raw: unknown, issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  const [list, index, ...rest] = issue.path
  const rules: unknown = typeof raw === 'object' && raw !== null && list === 'regles' ? Object.values(raw)[Object.keys(raw).indexOf('regles')] : []
  const found: unknown = Array.isArray(rules) && typeof index === 'number' ? rules[index] : undefined
  const id = typeof found === 'object' && found !== null && 'id' in found ? `règle ${String(found.id)}` : issue.path.map(String).join('.')
  return `${id}${rest.length > 0 ? `, « ${rest.map(String).join('.')} »` : ''} (${issue.message})`
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

/** From the sources, or from the program built beside them. */
const places = ['../../law/conformity.yaml', '../src/law/conformity.yaml'].map((path) => new URL(path, import.meta.url))
let loaded: ConformityRules | string | undefined

/** The rules, or why the file cannot be understood, in French. */
export function loadConformityRules(): ConformityRules | string {
  loaded ??= parseRules(readFileSync(places.find((url) => existsSync(url)) ?? places[0] ?? '', 'utf8'))
  return loaded
}
