// What is read from a convention: the facts, each with the words it was read from. The JSON of `chapeau read` is this type.
import type { PlainDate } from '../kernel/date.ts'
import type { Cents, TaxBasis } from '../kernel/money.ts'
import type { Instruction, UnreadInstruction } from './instruction.ts'
import type { ConventionKind } from '../law/convention-kind.ts'
import type { Confidence, Span } from './span.ts'

/** Version of the published JSON schema (`docs/reading.schema.json`); raised when a field changes meaning or leaves. */
export const readingSchema = 'chapeau.reading/1'

export type { Confidence, Span }
export type { ConventionKind }
export type PartyKind = 'epci' | 'commune' | 'state' | 'region' | 'department' | 'agency' | 'private' | 'other'
/**
 * `carrier` the EPCI that bears the operation · `beneficiary` a town · `authority` the State
 * · `partner` funders and others · `signatory` when the text does not tell.
 */
export type PartyRole = 'carrier' | 'beneficiary' | 'authority' | 'partner' | 'signatory'

export type Signatory = { readonly name: string; readonly capacity: string }
export type Party = {
  readonly name: string
  readonly kind: PartyKind
  /** Five characters, communes only. */
  readonly insee?: string
  /** Nine digits, from the text or from the reference of territories. */
  readonly siren?: string
  readonly role: PartyRole
  readonly signatories: readonly Signatory[]
  readonly span: Span
  readonly confidence: Confidence
}

export type Recital = { readonly text: string; readonly span: Span }

export type Article = {
  /** As cited: `1`, `3.2`, `4 bis`, `annexe 2`; roman numerals are given in digits. */
  readonly number: string
  readonly heading: string
  /** 1 for an article, 2 for `3.1`, 3 for `3.1.2`… */
  readonly depth: number
  /** Clean text below the heading, without stamps, page numbers or running headers; sub-articles excluded. */
  readonly text: string
  /** From the heading to the end of the article, its sub-articles included. */
  readonly span: Span
}

/** Nature of an act in the @CTES identifier: délibération, arrêté réglementaire, individuel, contrat, budget, autre. */
export type ActNature = 'DE' | 'AR' | 'AI' | 'CC' | 'BF' | 'AU'
export type StampProblem =
  | 'unreadableIdentifier' | 'sirenKey' | 'departmentMismatch' | 'impossibleActDate' | 'impossibleDate'
  | 'transmittedBeforeAct' | 'receivedBeforeTransmission' | 'publishedBeforeReceipt' | 'variant'
export type Stamp = {
  /** The whole stamp as printed, labels and dates included. */
  readonly raw: string
  /** Identifier as printed, when it has the shape of one. */
  readonly id?: string
  /** True when the identifier passes every check on its own and agrees with the vote of the others. */
  readonly valid: boolean
  readonly siren?: string
  readonly insee?: string
  readonly actDate?: PlainDate
  readonly number?: string
  readonly nature?: ActNature
  readonly transmittedOn?: PlainDate
  readonly receivedOn?: PlainDate
  readonly publishedOn?: PlainDate
  /** The identifier the vote between the variants settles on, when this one differs from it. */
  readonly agreedId?: string
  readonly problems: readonly StampProblem[]
  readonly span: Span
}

export type Term = {
  readonly years?: number
  readonly months?: number
  /** `signature` when the term starts at signature, else the date stated. */
  readonly startsOn: 'signature' | PlainDate
  readonly endsOn?: PlainDate
  readonly signedOn?: PlainDate
  readonly span: Span
  readonly confidence: Confidence
}

/** `what`: in French, the event the text attaches to the date (`signature de la convention d'adhésion de Bully-les-Mines`). */
export type DatedFact = { readonly date: PlainDate; readonly what: string; readonly span: Span; readonly confidence: Confidence }
export type Amount = { readonly cents: Cents; readonly taxBasis: TaxBasis; readonly span: Span; readonly confidence: Confidence }
/** `percent`: 75 for 75 %. `cap`: true when the text says it is a maximum. */
export type Rate = { readonly percent: number; readonly cap?: boolean; readonly span: Span; readonly confidence: Confidence }

export type Seat = { readonly office: string; /** True for « ou son représentant », « représenté par ». */ readonly representative: boolean }
export type Body = {
  /** Name as printed: `comité de suivi de l'ORT`. */
  readonly name: string
  /** Number of the article that creates it. */
  readonly article: string
  readonly chair?: string
  readonly seats: readonly Seat[]
  readonly meetingsPerYear?: number
  /** As printed: `la moitié des membres`. */
  readonly quorum?: string
  readonly conveningDays?: number
  readonly span: Span
  readonly confidence: Confidence
}

export type ObligationKind = 'meeting' | 'report' | 'evaluation' | 'publication' | 'transmission' | 'consultation' | 'funding' | 'staffing' | 'other'
/** When a promise falls due. `condition` keeps the words of the clause. */
export type ObligationRule =
  | { readonly kind: 'recurring'; readonly timesPerYear: number; readonly before?: string }
  | { readonly kind: 'deadline'; readonly years?: number; readonly months?: number; readonly days?: number; readonly after: string }
  | { readonly kind: 'date'; readonly on: PlainDate }
  | { readonly kind: 'term' }
  | { readonly kind: 'condition'; readonly when: string }
  | { readonly kind: 'standing' }
export type Obligation = {
  readonly article: string
  readonly kind: ObligationKind
  /** Who owes it, as printed. */
  readonly bearer?: string
  readonly rule: ObligationRule
  readonly span: Span
  readonly confidence: Confidence
}

/** `code`: `CCH`, `CGCT`, `C.com`, `CU`, `loi`, `décret`…; `article`: `L.303-2`. */
export type LawReference = { readonly text: string; readonly code: string; readonly article?: string; readonly span: Span }
/**
 * `code`: `ACV`, `PVD`, `ORT`, `OPAH-RU`, `PLH`, `CRTE`, `ERBM`, `NPNRU`… `communes`: names
 * the text attaches to it; `since`: date of adhesion when stated.
 */
export type Programme = {
  readonly code: string; readonly name: string; readonly communes: readonly string[]; readonly since?: PlainDate; readonly span: Span
}
export type Signature = { readonly party: string; readonly name?: string; readonly capacity?: string; readonly span: Span }
export type SignatureBlock = {
  readonly lines: readonly Signature[]
  /** Columns flattened into lines: party and signatory do not stand side by side. */
  readonly scrambled: boolean; readonly place?: string
  readonly signedOn?: PlainDate; readonly span: Span
}

export type DefectCode =
  | 'body-not-created' | 'commune-not-party' | 'two-capacities' | 'signature-date-missing' | 'signature-place-missing'
  | 'signatures-scrambled' | 'stamp-siren-invalid' | 'stamp-unreadable' | 'stamp-variants' | 'stamp-dates-disagree' | 'obsolete-clause'
  | 'term-missing' | 'term-not-computable' | 'dates-disagree' | 'article-numbering' | 'main-town-not-named' | 'sector-missing'
  | 'funding-plan-missing' | 'calendar-missing' | 'state-not-party' | 'epci-not-party' | 'party-not-recognised' | 'amendment-clause-missing'
  | 'list-missing' | 'impossible-date' | 'cap-ambiguous' | 'no-text'
/** A weakness of the text, found by rule; `message` is one French sentence. */
export type Defect = { readonly code: DefectCode; readonly article?: string; readonly message: string; readonly span?: Span }

export type Reading = {
  readonly schema: typeof readingSchema
  readonly title: string
  readonly kind: ConventionKind
  /** ISO 639-1: `fr`, or `und` when the text is not recognised as French. */
  readonly language: 'fr' | 'und'
  readonly parties: readonly Party[]
  readonly recitals: readonly Recital[]
  readonly articles: readonly Article[]
  readonly stamps: readonly Stamp[]
  readonly term: Term | null
  readonly dates: readonly DatedFact[]
  readonly amounts: readonly Amount[]
  readonly rates: readonly Rate[]
  readonly bodies: readonly Body[]
  readonly obligations: readonly Obligation[]
  readonly references: readonly LawReference[]
  readonly programmes: readonly Programme[]
  readonly signatures: SignatureBlock | null
  /** What an amendment orders, in the order of its text; empty for any other convention. */
  readonly instructions: readonly Instruction[]
  readonly unreadInstructions: readonly UnreadInstruction[]
  readonly defects: readonly Defect[]
}
