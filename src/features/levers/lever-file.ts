// The catalogue of levers read once, when first asked for: French keys in, typed levers out; a file that cannot be understood says at which lever.
import { z } from 'zod'
import { date, plusDays } from '../../kernel/date.ts'
import type { Lever, LeverEnd, LeverStart, LeverVersion } from '../../law/levers/lever.ts'
import { lawDay, textOfLaw, understood } from '../conformity/law-file.ts'
import { audienceKeys, placeKeys, readKeys, themeKeys } from './lever-keys.ts'

const words = z.string().min(3).transform((written) => written.replaceAll('\'', '’'))
const oneOf = <Value>(names: ReadonlyMap<string, Value>) => z.string().transform((written, context): Value => {
  const value = names.get(written)
  if (value === undefined) context.addIssue({ code: 'custom', message: `« ${written} » n’est pas un mot de cette liste` })
  return value ?? z.NEVER
})
const places = z.array(oneOf(placeKeys)).min(1)
const status = z.enum(['confirmée', 'à confirmer'])
const start = z.union([z.literal('inconnu'), z.int().min(1900).max(2100), lawDay])
const version = z.strictObject({
  depuis: start, certain_le: lawDay.optional(), jusqu_au: lawDay.optional(), apres: z.literal('à confirmer').optional(), mots: words.optional(),
  statut: status.optional(), ou: places.optional(), et: places.optional(), conditions: z.array(words).min(1).optional(),
}).refine(({ depuis, certain_le: sure }) => depuis !== 'inconnu' || sure !== undefined, 'un début inconnu demande « certain_le »')
  .refine(({ apres, jusqu_au: last }) => apres === undefined || last !== undefined, '« apres » demande « jusqu_au »')
const lever = z.strictObject({
  id: z.string().regex(/^L\d\d[a-z]?$/), nom: words, en_bref: words, theme: oneOf(themeKeys), articles: z.array(words).min(1),
  ou: places, et: places.optional(), conditions: z.array(words).min(1), verifie_par_le_lieu: z.array(words).optional(), beneficiaire: words,
  publics: z.array(oneOf(audienceKeys)).min(1), decide: words, versions: z.array(version).min(1), lecture_retenue: words.optional(),
  autres_voies: words.optional(), a_faire: words, source: words, statut: status, lecture: oneOf(readKeys), verifie_le: lawDay,
}).refine(({ statut, lecture }) => statut === 'à confirmer' || lecture !== 'memory', 'ce qui est de mémoire est « à confirmer »')
const file = z.strictObject({ leviers: z.array(lever).min(1) })

const about = 'Fichier des leviers :'

/** Levers from the words of the file; when something cannot be understood, a French sentence that names the line, or the lever and its key. */
export function parseLevers(text: string): readonly Lever[] | string {
  const found = understood(text, { about, schema: file, list: 'leviers', one: 'levier' })
  if (typeof found === 'string') return found
  const levers = found.read.leviers.map(leverOf)
  const wrong = levers.map((one, rank) => faultOf(one, levers.slice(0, rank))).find((fault) => fault !== undefined)
  return wrong === undefined ? levers : `${about} ${wrong}`
}

/** What each lever alone cannot tell: a number twice, a detail before its lever, versions out of order. */
function faultOf({ id, parent, versions }: Lever, before: readonly Lever[]): string | undefined {
  if (before.some((other) => other.id === id)) return `le levier ${id} y est deux fois`
  if (parent !== null && !before.some((other) => other.id === parent)) return `le levier ${id} précise ${parent}, qui n’est pas avant lui`
  const ordered = versions.every(({ from, until }, rank) => {
    const next = versions[rank + 1]?.from.earliest
    return (until.sure === null || until.sure >= from.sure) && (rank === versions.length - 1 ||
      (next !== undefined && next !== null && next > from.sure && (until.sure ?? '') < next))
  })
  return ordered ? undefined : `levier ${id}, « versions » : du plus ancien au plus récent, sans se chevaucher`
}

function leverOf(read: z.infer<typeof lever>): Lever {
  const { id, versions } = read
  return {
    id, parent: id.length > 3 ? id.slice(0, 3) : null, name: read.nom, brief: read.en_bref, theme: read.theme, articles: read.articles,
    beneficiary: read.beneficiaire, audiences: read.publics, decidedBy: read.decide, toDo: read.a_faire, reading: read.lecture_retenue ?? null,
    otherWays: read.autres_voies ?? null, versions: versions.map((one, rank) => versionOf(read, one, versions[rank + 1])),
    source: read.source, confirmed: read.statut === 'confirmée', read: read.lecture, verifiedOn: read.verifie_le,
  }
}

type Read = z.infer<typeof version>
const versionOf = (read: z.infer<typeof lever>, one: Read, next: Read | undefined): LeverVersion => ({
  from: startOf(one), until: endOf(one, next), words: one.mots ?? null, confirmed: (one.statut ?? read.statut) === 'confirmée',
  where: { anyOf: one.ou ?? read.ou, allOf: one.et ?? read.et ?? [] },
  conditions: [
    ...(read.verifie_par_le_lieu ?? []).map((told) => ({ words: told, checkedBy: 'data' as const })),
    ...(one.conditions ?? read.conditions).map((told) => ({ words: told, checkedBy: 'person' as const })),
  ],
})

/** A year alone: somewhere in it. Unknown: sure from the day of the text that was read. */
function startOf({ depuis, certain_le: sure }: Read): LeverStart {
  if (typeof depuis === 'number') return { earliest: date(`${depuis}-01-01`), sure: sure ?? date(`${depuis + 1}-01-01`) }
  return depuis === 'inconnu' ? { earliest: null, sure: sure ?? date('9999-12-31') } : { earliest: depuis, sure: sure ?? depuis }
}

/** A wording lasts until its last day, or until the eve of the next one. */
function endOf({ jusqu_au: last, apres }: Read, next: Read | undefined): LeverEnd {
  const eve = next === undefined ? null : startOf(next).earliest
  const sure = last ?? (eve === null ? null : plusDays(eve, -1))
  return { sure, latest: apres === undefined ? sure : null }
}

let loaded: readonly Lever[] | string | undefined

/** The levers, or why the file cannot be understood, in French. */
export function loadLevers(): readonly Lever[] | string {
  loaded ??= parseLevers(textOfLaw('levers/levers.yaml'))
  return loaded
}
