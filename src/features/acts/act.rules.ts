// Acts as the register keeps them, and those that the publication of a convention makes: its stamps and its signatures. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Authority, LegalAct, Replacement } from '../../law/legal-act.ts'

/** What an act has beside what the law makes of it: its number, its @CTES identifier, the document that shows it. */
type Papers = {
  readonly number: string | null; readonly identifier: string | null; readonly nature: string | null; readonly documentId: Id<'document'> | null
}
type Ids = { readonly id: Id<'act'>; readonly conventionId: Id<'convention'>; readonly about: Id<'act'> | null }
/** An act as the register shows it. `recordedBy`: name of the person who entered it. */
export type RegisterAct = Omit<LegalAct, keyof Ids> & Ids & Papers & { readonly recordedBy: string }
/** An act about to be written. */
export type NewAct = Omit<RegisterAct, 'recordedAt' | 'recordedBy'>

/** What stands instead of an act once corrected, its number and identifier included. */
export type RegisterReplacement = Replacement & Pick<Papers, 'number' | 'identifier'>

/** A stamped decision of one authority, as a convention prints it. */
export type StampedDecision = {
  readonly identifier: string | null; readonly nature: string; readonly number: string | null; readonly authority: Authority
  readonly actedOn: PlainDate | null; readonly transmittedOn: PlainDate | null; readonly receivedOn: PlainDate | null
  readonly publishedOn: PlainDate | null; readonly certifiedOn: PlainDate | null
}
type Signatory = Authority & { readonly insee: string | null }
type Publication = {
  readonly conventionId: Id<'convention'>; readonly documentId: Id<'document'> | null; readonly decisions: readonly StampedDecision[]
  /** Who signed, and on which day when the text tells. */
  readonly signatories: readonly Signatory[]; readonly signedOn: PlainDate | null
  /** Where that day was learnt, when the text leaves it blank. */
  readonly signedReason?: string | null
}

/** The acts of a convention that has just been published: each stamp with its dates, and the signature of each party when its day is known. */
export function actsOfPublication(publication: Publication, nextId: () => Id<'act'>): readonly NewAct[] {
  const { conventionId, documentId, signatories, signedOn, signedReason = null } = publication
  const bare = { conventionId, effectiveOn: null, number: null, identifier: null, nature: null, reason: null, documentId, effect: {} }
  const decisions = publication.decisions.flatMap((decision): readonly NewAct[] => {
    const { authority, nature, number, identifier } = decision
    const id = nextId()
    return [
      { ...bare, id, kind: nature === 'AR' || nature === 'AI' ? 'order' : 'deliberation', authority, on: decision.actedOn, about: null, number,
        identifier, nature },
      ...stepsOf(decision).map(([kind, on]): NewAct => ({ ...bare, id: nextId(), kind, authority, on, about: id })),
    ]
  })
  const signatures = signedOn === null ? [] : signatories.map(({ name, siren, insee }): NewAct => ({
    ...bare, id: nextId(), kind: 'signature', authority: { name, siren }, on: signedOn, about: null,
    effect: { party: name, ...(insee !== null && { insee }) }, reason: signedReason,
  }))
  return [...decisions, ...signatures]
}

type Steps = Pick<StampedDecision, 'transmittedOn' | 'receivedOn' | 'publishedOn' | 'certifiedOn'>
/** The steps of a decision whose day is known. */
export const stepsOf = ({ transmittedOn, receivedOn, publishedOn, certifiedOn }: Steps) =>
  ([['transmission', transmittedOn], ['receipt', receivedOn], ['publication', publishedOn], ['certification', certifiedOn]] as const)
    .flatMap(([kind, on]) => (on === null ? [] : [[kind, on] as const]))
