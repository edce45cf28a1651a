// Conformity of an operation with the law of ORT, over all its documents at once: an umbrella convention alone never holds all of it. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import type { ConventionKind } from '../../law/convention-kind.ts'
import type { ConformityRule, ConformityRules, RuleEvidence } from '../../law/conformity-rule.ts'
import { findPhrase } from './phrase.rules.ts'

export type ConstellationProvision = { readonly key: string; readonly number: string; readonly heading: string; readonly text: string }
/** A document of the operation as it stands on the day. `counts`: false when it is no longer, or not yet, in force. */
export type ConstellationDocument = {
  readonly slug: string; readonly title: string; readonly kind: ConventionKind; readonly counts: boolean
  readonly provisions: readonly ConstellationProvision[]
  readonly parties: readonly { readonly name: string; readonly kind: string; readonly insee: string | null; readonly siren: string | null }[]
  readonly bodies: readonly { readonly name: string; readonly provision: string | null }[]
  readonly years: number | null; readonly endsOn: PlainDate | null
}
export type Constellation = {
  readonly documents: readonly ConstellationDocument[]
  readonly mainTown: { readonly insee: string; readonly name: string } | null
  readonly sectors: readonly { readonly name: string; readonly insee: string; readonly townCentre: boolean }[]
}

/** Where a rule is kept: the document, its clause when there is one, and the words. */
export type Finding = {
  readonly document: string; readonly provision: string | null; readonly number: string | null; readonly label: string | null
  readonly words: string
  /** What a rule on duration found: the end, or the years of the clause. */
  readonly endsOn?: PlainDate; readonly years?: number
}
/**
 * `met`: by the main document · `carried`: by another document of the operation · `missing`: nowhere · `unused`: an option nobody took
 * · `unknown`: texts do not tell, or send to a document that is not here · `information`: nothing to look for.
 */
export type ConformityStatus = 'met' | 'carried' | 'missing' | 'unused' | 'unknown' | 'information'
export type UnknownReason = 'noDocument' | 'mainTownUnknown' | 'pointsElsewhere' | 'textsDoNotTell' | 'termUnknown' | 'noSectorAct'
export type RuleResult = {
  readonly rule: ConformityRule; readonly status: ConformityStatus; readonly findings: readonly Finding[]
  /** Groups of words, kinds of parties… not found, when only some were. */
  readonly lacking: readonly string[]
  /** Kinds of parties of which there are too many. */
  readonly excess: readonly string[]
  readonly unknown: UnknownReason | null
  /** The clause that sends elsewhere, when that is why nobody can tell. */
  readonly pointer: Finding | null
}

/** The document the others gather around: the umbrella, else the first convention of its own. */
const mainOf = (documents: readonly ConstellationDocument[]): ConstellationDocument | undefined =>
  documents.find((document) => document.kind === 'umbrella') ?? documents.find((document) => document.kind !== 'amendment') ?? documents[0]

/** Every rule in force on the day, in the order of the file. Documents that do not count that day are left out. */
export function evaluateConformity({ pointers, rules }: ConformityRules, constellation: Constellation, on: PlainDate): readonly RuleResult[] {
  const documents = constellation.documents.filter((document) => document.counts)
  const main = mainOf(documents)
  const inOrder = main === undefined ? [] : [main, ...documents.filter((document) => document !== main)]
  const pointer = pointers.length === 0 ? null : (search(inOrder, pointers)[0] ?? null)
  return rules.filter((rule) => rule.from <= on && (rule.until === null || on <= rule.until))
    .map((rule) => resultOf(rule, { ...constellation, documents: inOrder }, pointer))
}

type Examined = {
  readonly findings: readonly Finding[]; readonly lacking: readonly string[]; readonly excess?: readonly string[]; readonly unknown?: UnknownReason
}

function resultOf(rule: ConformityRule, constellation: Constellation, pointer: Finding | null): RuleResult {
  const nothing = { rule, findings: [], lacking: [], excess: [], unknown: null, pointer: null }
  if (rule.nature === 'information') return { ...nothing, status: 'information' }
  const [main] = constellation.documents
  if (main === undefined) return { ...nothing, status: 'unknown', unknown: 'noDocument' }
  const { findings, lacking, excess = [], unknown } = examine(rule.evidence, constellation)
  if (unknown !== undefined) return { ...nothing, status: 'unknown', findings, lacking, unknown }
  if (findings.length > 0 && lacking.length === 0 && excess.length === 0) {
    return { ...nothing, findings, status: findings.every((finding) => finding.document !== main.slug) ? 'carried' : 'met' }
  }
  if (rule.nature === 'option') return { ...nothing, status: 'unused', findings, lacking }
  const written = rule.evidence.words !== undefined || rule.evidence.each !== undefined
  if (written && pointer !== null) return { ...nothing, status: 'unknown', findings, lacking, unknown: 'pointsElsewhere', pointer }
  return { ...nothing, status: 'missing', findings, lacking, excess }
}

/** Looks for the evidence of a rule; the first kind of evidence that answers is enough. */
function examine(evidence: RuleEvidence, { documents, mainTown, sectors }: Constellation): Examined {
  if (evidence.none !== undefined) return { findings: [], lacking: [], unknown: 'textsDoNotTell' }
  if (evidence.parties !== undefined) return signing(evidence.parties, documents)
  if (evidence.mainTown === true) return mainTownSigns(mainTown, documents)
  if (evidence.sector !== undefined) {
    const set = sectors.filter((sector) => evidence.sector === 'any' || (sector.townCentre && sector.insee === mainTown?.insee))
    const written = evidence.words === undefined ? [] : search(documents, evidence.words)
    const [main] = documents
    if (set.length > 0) return { findings: set.map((sector) => whole(main?.slug ?? '', sector.name)), lacking: [] }
    if (written.length > 0) return { findings: written, lacking: [] }
    if (evidence.sector === 'townCentre') return { findings: [], lacking: [], unknown: mainTown === null ? 'mainTownUnknown' : 'noSectorAct' }
    return { findings: [], lacking: [] }
  }
  if (evidence.term !== undefined) return lasting(evidence.term, documents)
  if (evidence.body === true) {
    return { findings: documents.flatMap(({ slug, bodies, provisions }) => bodies.map((body) => {
      const clause = provisions.find((provision) => provision.key === body.provision)
      return { ...whole(slug, body.name), provision: clause?.key ?? null, number: clause?.number ?? null }
    })), lacking: [] }
  }
  if (evidence.each !== undefined) {
    const groups = Object.entries(evidence.each).map(([name, phrases]) => ({ name, found: search(documents, phrases)[0] }))
    return {
      findings: groups.flatMap(({ name, found }) => (found === undefined ? [] : [{ ...found, label: name }])),
      lacking: groups.filter(({ found }) => found === undefined).map(({ name }) => name),
    }
  }
  return { findings: search(documents, evidence.words ?? []).slice(0, 3), lacking: [] }
}

const whole = (document: string, words: string): Finding => ({ document, provision: null, number: null, label: null, words })

/** The first place of each document where one of the expressions stands. */
const search = (documents: readonly ConstellationDocument[], phrases: readonly string[]): readonly Finding[] =>
  documents.flatMap(({ slug, provisions }) => {
    for (const { key, number, heading, text } of provisions) {
      const match = findPhrase(`${heading}\n${text}`, phrases)
      if (match !== null) return [{ document: slug, provision: key, number, label: null, words: match.excerpt }]
    }
    return []
  })

/** Each kind of party counted once over all documents: the same organisation signs several of them, not always under the same name. */
function signing(wanted: NonNullable<RuleEvidence['parties']>, documents: readonly ConstellationDocument[]): Examined {
  const findings: Finding[] = []
  const [lacking, excess]: [string[], string[]] = [[], []]
  for (const { kind, atLeast, atMost } of wanted) {
    const signed = new Map<string, Finding>()
    for (const { slug, parties } of documents) {
      for (const party of parties) {
        const organisation = party.siren ?? party.insee ?? party.name
        if (party.kind === kind && !signed.has(organisation)) signed.set(organisation, whole(slug, party.name))
      }
    }
    findings.push(...signed.values())
    if (signed.size < atLeast) lacking.push(kind)
    if (atMost !== undefined && signed.size > atMost) excess.push(kind)
  }
  return { findings, lacking, excess }
}

function mainTownSigns(mainTown: Constellation['mainTown'], documents: readonly ConstellationDocument[]): Examined {
  const derogation = search(documents, ['l.303-3', 'l. 303-3'])
  if (derogation.length > 0) return { findings: derogation, lacking: [] }
  if (mainTown === null) return { findings: [], lacking: [], unknown: 'mainTownUnknown' }
  const signed = documents.filter(({ parties }) => parties.some((party) => party.insee === mainTown.insee))
  return { findings: signed.map(({ slug }) => whole(slug, mainTown.name)), lacking: [] }
}

const recommendedYears = 5
function lasting(wanted: 'known' | 'fiveYears', documents: readonly ConstellationDocument[]): Examined {
  const known = documents.filter(({ endsOn, years }) => endsOn !== null || years !== null)
  if (wanted === 'known') return { findings: known.map(duration), lacking: [] }
  if (known.length === 0) return { findings: [], lacking: [], unknown: 'termUnknown' }
  const long = known.filter(({ years }) => years !== null && years >= recommendedYears)
  return { findings: long.map(duration), lacking: [] }
}

const duration = ({ slug, endsOn, years }: ConstellationDocument): Finding =>
  ({ ...whole(slug, ''), ...(endsOn !== null && { endsOn }), ...(years !== null && { years }) })
