// A case as given to a rule, in JSON or by a form: every field checked, every fault told at once, in French.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { FundingSource } from './funding-problem.ts'
import { sourceRoles } from './funding-problem.ts'
import { readException } from './own-share-exceptions.ts'
import type { InvokedException } from './own-share-exceptions.ts'

export type CaseFieldKind = 'cents' | 'flag' | 'day' | 'exception' | 'sources'
/** `optional`: may be left out without its being unknown. */
export type CaseField = {
  readonly name: string; readonly label: string; readonly hint?: string; readonly kind: CaseFieldKind; readonly optional?: true
}
/** `field` null: of the case as a whole. */
export type CaseFault = { readonly field: string | null; readonly sentence: string }

/**
 * What a case says, by field; null is unknown. `amount` answers undefined when the field was left out.
 * @source ours (no statute)
 */
export type Given = {
  readonly amount: (name: string) => Cents | null | undefined
  readonly flag: (name: string) => boolean | null
  readonly day: (name: string) => PlainDate | null
  readonly exception: (name: string) => InvokedException | null
  readonly sources: (name: string) => readonly FundingSource[]
}
type Read = {
  readonly amounts: Map<string, Cents | null>; readonly flags: Map<string, boolean | null>; readonly days: Map<string, PlainDate | null>
  readonly exceptions: Map<string, InvokedException | null>; readonly sources: Map<string, readonly FundingSource[]>; readonly faults: CaseFault[]
}

/** A hundred billion euros: beyond it, sums would leave the whole numbers. */
const most = 10_000_000_000_000
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The case of a rule with these fields; refused with every fault. */
export function readCase(fields: readonly CaseField[], value: unknown): Outcome<Given, CaseFault> {
  if (!isRecord(value)) return refused([{ field: null, sentence: `Un cas est un objet JSON, avec les champs ${namesOf(fields)}.` }])
  const read: Read = { amounts: new Map(), flags: new Map(), days: new Map(), exceptions: new Map(), sources: new Map(), faults: [] }
  for (const name of Object.keys(value).filter((key) => !fields.some((field) => field.name === key))) {
    read.faults.push({ field: null, sentence: `Le champ « ${name} » n’existe pas pour cette règle. Champs attendus : ${namesOf(fields)}.` })
  }
  for (const field of fields) readers[field.kind](field.name, value[field.name], read)
  if (read.faults.length > 0) return refused(read.faults)
  return accepted({
    amount: (name) => read.amounts.get(name), flag: (name) => read.flags.get(name) ?? null, day: (name) => read.days.get(name) ?? null,
    exception: (name) => read.exceptions.get(name) ?? null, sources: (name) => read.sources.get(name) ?? [],
  })
}

const namesOf = (fields: readonly CaseField[]): string => fields.map(({ name }) => name).join(', ')

const readers: Readonly<Record<CaseFieldKind, (name: string, value: unknown, read: Read) => void>> = {
  cents: (name, value, { amounts, faults }) => {
    if (value === undefined) return
    const amount = readCents(name, value, faults)
    if (amount !== undefined) amounts.set(name, amount)
  },
  flag: (name, value, { flags, faults }) => {
    if (value === undefined || value === null || typeof value === 'boolean') flags.set(name, value ?? null)
    else faults.push({ field: name, sentence: `« ${name} » vaut true, false, ou null si on ne sait pas.` })
  },
  day: (name, value, { days, faults }) => {
    const day = typeof value === 'string' ? readDate(value) : undefined
    if (value === undefined || value === null) days.set(name, null)
    else if (day !== undefined) days.set(name, day)
    else faults.push({ field: name, sentence: `« ${name} » est une date existante, sous la forme aaaa-mm-jj, ou null si elle n’est pas connue.` })
  },
  exception: (name, value, { exceptions, faults }) => {
    if (value === undefined || value === null || value === '') exceptions.set(name, null)
    else if (typeof value === 'string') exceptions.set(name, readException(value, null))
    else if (isRecord(value) && typeof value['kind'] === 'string') exceptions.set(name, readException(value['kind'], orderIn(value)))
    else faults.push({ field: name, sentence: `« ${name} » est le code d’une exception, ou { "kind": code, "order": "référence de l’arrêté" }.` })
  },
  sources: (name, value, { sources, faults }) => {
    if (!Array.isArray(value) || value.length === 0) {
      const keys = '"label", "role", "atLeastCents", "atMostCents", "rateBasisPoints"'
      faults.push({ field: name, sentence: `« ${name} » est la liste des sources : [{ ${keys} }].` })
      return
    }
    sources.set(name, value.flatMap((one: unknown, rank) => readSource(`${name}[${rank}]`, rank, one, faults) ?? []))
  },
}

const orderIn = (value: Readonly<Record<string, unknown>>): string | null => (typeof value['order'] === 'string' ? value['order'] : null)

/** Undefined when it is a fault, which is told. */
function readCents(name: string, value: unknown, faults: CaseFault[]): Cents | null | undefined {
  if (value === null) return null
  const fault = typeof value !== 'number' || !Number.isFinite(value) ? 'doit être un nombre de centimes, ou null si le montant n’est pas connu'
    : value < 0 ? 'ne peut pas être négatif' : !Number.isInteger(value) ? 'doit être un nombre entier de centimes, sans virgule'
      : value > most ? 'dépasse cent milliards d’euros : vérifiez qu’il est bien en centimes' : undefined
  if (fault === undefined && typeof value === 'number') return cents(value)
  faults.push({ field: name, sentence: `« ${name} » ${fault ?? ''}.` })
  return undefined
}

function readSource(at: string, rank: number, value: unknown, faults: CaseFault[]): FundingSource | undefined {
  const role = isRecord(value) ? sourceRoles.find((known) => known === value['role']) : undefined
  if (!isRecord(value) || role === undefined) {
    faults.push({ field: at, sentence: `« ${at} » est un objet dont « role » vaut ${sourceRoles.join(', ')}.` })
    return undefined
  }
  const label = typeof value['label'] === 'string' && value['label'].trim() !== '' ? value['label'].trim() : `Source ${rank + 1}`
  const amount = (name: string) => readCents(`${at}.${name}`, value[name] ?? null, faults) ?? null
  const rate = value['rateBasisPoints'] ?? null
  if (rate !== null && !(typeof rate === 'number' && Number.isInteger(rate) && rate >= 0 && rate <= 10_000)) {
    faults.push({ field: at, sentence: `« ${at}.rateBasisPoints » est un nombre entier de 0 à 10 000 (2 500 pour 25 %).` })
  }
  return {
    key: String(rank), label, role, atLeastCents: amount('atLeastCents') ?? cents(0), atMostCents: amount('atMostCents'),
    rateBasisPoints: typeof rate === 'number' ? rate : null, baseCents: amount('baseCents'),
  }
}
