// A lever at work: who used it, where, when, with what outcome; and what its form may say. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

export const useOutcomes = ['asked', 'granted', 'refused', 'abandoned', 'unknown'] as const
export type UseOutcome = (typeof useOutcomes)[number]

/** `lever`: its identifier in the catalogue. `usedOn`, `insee` null: nobody knows. */
export type LeverUseValues = {
  readonly lever: string; readonly usedOn: PlainDate | null; readonly outcome: UseOutcome; readonly beneficiary: string; readonly place: string
  readonly insee: string | null; readonly sectorId: Id<'sector'> | null; readonly actionId: Id<'action'> | null
  readonly documentId: Id<'document'> | null; readonly note: string
}
/** `action`: null when there is none, or when it is not this person's to see. */
export type LeverUse = LeverUseValues & {
  readonly id: Id<'leverUse'>; readonly version: number; readonly document: string | null
  readonly sector: { readonly slug: string; readonly name: string } | null
  readonly action: { readonly id: Id<'action'>; readonly title: string; readonly code: string | null } | null
}

export const useFields = ['lever', 'usedOn', 'outcome', 'beneficiary', 'place', 'insee', 'sector', 'action', 'document', 'note'] as const
export type UseTyped = Readonly<Record<(typeof useFields)[number], string>>
export type UseProblem =
  | 'leverUnknown' | 'dayUnreadable' | 'dayAhead' | 'outcomeUnknown' | 'beneficiaryMissing' | 'beneficiaryTooLong' | 'placeMissing'
  | 'placeTooLong' | 'communeUnknown' | 'communeNotYours' | 'sectorUnknown' | 'actionUnknown' | 'documentUnknown' | 'noteTooLong'

/** What the form may choose from. `communes` null: those of every authority may be written. `keptAction`: one this person may not see. */
export type UseChoices = {
  readonly levers: readonly { readonly id: string }[]; readonly towns: readonly { readonly insee: string; readonly name: string }[]
  readonly sectors: readonly { readonly id: Id<'sector'>; readonly name: string }[]
  readonly documents: readonly { readonly id: Id<'document'>; readonly fileName: string }[]
  readonly actions: readonly { readonly id: Id<'action'>; readonly code: string | null }[]
  readonly communes: readonly string[] | null; readonly today: PlainDate; readonly keptAction: Id<'action'> | null
}

/** Reads the form; refuses with every problem at once. */
export function readUse(typed: UseTyped, choices: UseChoices): Outcome<LeverUseValues, UseProblem> {
  const usedOn = typed.usedOn === '' ? null : readDate(typed.usedOn)
  const outcome = useOutcomes.find((known) => known === typed.outcome)
  const sector = choices.sectors.find(({ id }) => id === readId(typed.sector))?.id ?? null
  const document = choices.documents.find(({ id }) => id === readId(typed.document))?.id ?? null
  const action = choices.actions.find(({ code }) => code !== null && code === typed.action)?.id ?? null
  const insee = choices.towns.find((town) => town.insee === typed.insee)?.insee ?? null
  const problems = found<UseProblem>({
    leverUnknown: choices.levers.every(({ id }) => id !== typed.lever), dayUnreadable: usedOn === undefined,
    dayAhead: typeof usedOn === 'string' && usedOn > choices.today, outcomeUnknown: outcome === undefined,
    beneficiaryMissing: typed.beneficiary === '', beneficiaryTooLong: typed.beneficiary.length > 300,
    placeMissing: typed.place === '', placeTooLong: typed.place.length > 300,
    communeUnknown: typed.insee !== '' && insee === null,
    communeNotYours: (typed.insee === '' || insee !== null) && choices.communes !== null && !choices.communes.includes(typed.insee),
    sectorUnknown: typed.sector !== '' && sector === null, actionUnknown: typed.action !== '' && action === null,
    documentUnknown: typed.document !== '' && document === null, noteTooLong: typed.note.length > 2000,
  })
  if (usedOn === undefined || outcome === undefined || problems.length > 0) return refused(problems)
  return accepted({
    lever: typed.lever, usedOn, outcome, beneficiary: typed.beneficiary, place: typed.place, insee, sectorId: sector,
    actionId: typed.action === '' ? choices.keptAction : action, documentId: document, note: typed.note,
  })
}

export const emptyUse: UseTyped = {
  lever: '', usedOn: '', outcome: 'asked', beneficiary: '', place: '', insee: '', sector: '', action: '', document: '', note: '',
}

/** A use as its form shows it. */
export const typedUse = (use: LeverUse): UseTyped => ({
  lever: use.lever, usedOn: use.usedOn?.split('-').reverse().join('/') ?? '', outcome: use.outcome, beneficiary: use.beneficiary, place: use.place,
  insee: use.insee ?? '', sector: use.sectorId ?? '', action: use.action?.code ?? '', document: use.documentId ?? '', note: use.note,
})
