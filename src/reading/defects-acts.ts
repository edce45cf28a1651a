// Defects of the act stamps and of the dates: identifiers that fail, days that contradict each other or do not exist.
import { daysBetween, inWords, type PlainDate } from '../kernel/date.ts'
import { nameKey } from '../kernel/text.ts'
import { impossibleDates } from './dates.ts'
import { cleanOffset, defectAt, defectOn, type DefectRule, type ReadFacts } from './defect.ts'
import type { DatedFact, Defect, Stamp } from './facts.ts'

/** The first stamp of each identifier that has this trouble. */
function firstOfEach({ stamps }: ReadFacts, troubled: (stamp: Stamp) => boolean): readonly Stamp[] {
  const first = new Map<string, Stamp>()
  for (const stamp of stamps) if (troubled(stamp) && !first.has(stamp.id ?? stamp.raw)) first.set(stamp.id ?? stamp.raw, stamp)
  return [...first.values()]
}

const sirenInvalid: DefectRule = (facts) => firstOfEach(facts, ({ problems }) => problems.includes('sirenKey')).map(({ id, agreedId, span }) =>
  defectOn(facts, 'stamp-siren-invalid', span,
    `Le SIREN de l’identifiant ${id ?? ''} est faux (clé de contrôle) : lisez ${agreedId === undefined ? 'l’original' : agreedId}.`))

const unreadable: DefectRule = (facts) => firstOfEach(facts, ({ problems }) => problems.includes('unreadableIdentifier')).map(({ agreedId, span }) =>
  defectOn(facts, 'stamp-unreadable', span,
    `L’identifiant d’un tampon de télétransmission est illisible${agreedId === undefined ? '' : ` (probablement ${agreedId})`} : `
      + 'vérifiez-le sur l’original.'))

const variants: DefectRule = (facts) => firstOfEach(facts, ({ problems }) => problems.includes('variant')).map(({ id, agreedId, span }) =>
  defectOn(facts, 'stamp-variants', span,
    `Un tampon porte ${id === undefined ? 'un identifiant illisible' : `l’identifiant ${id}`} quand les autres portent `
      + `${agreedId ?? 'un autre identifiant'} : vérifiez s’il s’agit d’une erreur de lecture ou d’un autre acte.`))

const orderProblems = new Set(['transmittedBeforeAct', 'receivedBeforeTransmission', 'publishedBeforeReceipt', 'impossibleActDate', 'impossibleDate'])

const stampDates: DefectRule = (facts) => {
  const answer: Defect[] = []
  for (const stamp of firstOfEach(facts, ({ problems }) => problems.some((problem) => orderProblems.has(problem)))) {
    answer.push(defectOn(facts, 'stamp-dates-disagree', stamp.span,
      'Les dates de ce tampon ne se suivent pas (acte, transmission, réception, publication) : vérifiez-les sur l’original.'))
  }
  for (const [name, pick] of [['transmission', (stamp: Stamp) => stamp.transmittedOn],
    ['réception', (stamp: Stamp) => stamp.receivedOn], ['publication', (stamp: Stamp) => stamp.publishedOn]] as const) {
    for (const group of sameAct(facts.stamps)) {
      const usual = mostFrequent(group.flatMap((stamp) => pick(stamp) ?? []))
      const odd = group.find((stamp) => pick(stamp) !== undefined && pick(stamp) !== usual)
      const day = odd === undefined ? undefined : pick(odd)
      if (odd === undefined || usual === undefined || day === undefined) continue
      answer.push(defectOn(facts, 'stamp-dates-disagree', odd.span,
        `Un tampon donne le ${inWords(day)} comme date de ${name}, les autres le ${inWords(usual)} : retenez la date de l’accusé de réception.`))
    }
  }
  return answer
}

function sameAct(stamps: readonly Stamp[]): readonly (readonly Stamp[])[] {
  const groups = new Map<string, Stamp[]>()
  for (const stamp of stamps) {
    const id = stamp.agreedId ?? stamp.id ?? stamp.raw
    const group = groups.get(id)
    if (group) group.push(stamp)
    else groups.set(id, [stamp])
  }
  return [...groups.values()]
}

function mostFrequent(days: readonly PlainDate[]): PlainDate | undefined {
  const counts = new Map<PlainDate, number>()
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0]
}

const impossibleDate: DefectRule = (facts) => impossibleDates(facts.text).map(({ words, at }) =>
  defectAt(facts, 'impossible-date', at, at + words.length, `« ${words.replace(/\s+/g, ' ')} » n’existe pas au calendrier : corrigez la date.`))

/** Two days for one event: same object, and the same month or the same day of another year, as a slip of the pen makes. */
const twoDays: DefectRule = (facts) => {
  const events = facts.dates.filter(({ what }) => /^(?:signature|adoption|approbation|homologation|inscription|ouverture|certification)/.test(what))
    .slice(0, 200).map((event) => ({ ...event, key: nameKey(event.what) }))
  return events.flatMap((event, index) => {
    const rival = events.slice(0, index)
      .find((other) => other.date !== event.date && Math.abs(other.span.start - event.span.start) > 250
      && slip(other.date, event.date) && sameEvent(other.key, event.key))
    if (rival === undefined) return []
    return [defectOn(facts, 'dates-disagree', event.span,
      `${capital(event.what)} : le texte donne le ${inWords(rival.date)} et le ${inWords(event.date)} ; vérifiez laquelle de ces dates est `
        + `la bonne.`)]
  })
}

function sameEvent(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((first, second) => first.length - second.length)
  return short.length > 12 && (long === short || long.startsWith(`${short} `))
}

function slip(one: PlainDate, other: PlainDate): boolean {
  return one.slice(0, 7) === other.slice(0, 7) || one.slice(4) === other.slice(4)
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Certified executory before the préfecture had it; signed before an assembly allowed it. */
const outOfOrder: DefectRule = (facts) => {
  const answer: Defect[] = []
  const certified = facts.dates.find(({ what }) => what.startsWith('certification du caractère exécutoire'))
  const received = mostFrequent(facts.stamps.flatMap((stamp) => stamp.receivedOn ?? stamp.transmittedOn ?? []))
  if (certified !== undefined && received !== undefined && certified.date < received) {
    answer.push(defectOn(facts, 'dates-disagree', certified.span,
      `L’acte est certifié exécutoire le ${inWords(certified.date)}, avant sa réception en préfecture le ${inWords(received)} : l’une des `
        + `deux dates est fausse.`))
  }
  const signedOn = facts.signatures?.signedOn
  const late = signedOn === undefined ? undefined : authorisations(facts).find(({ date }) => date > signedOn)
  if (late !== undefined && signedOn !== undefined) {
    answer.push(defectOn(facts, 'dates-disagree', late.span,
      `La délibération du ${inWords(late.date)} est postérieure à la signature du ${inWords(signedOn)} : la signature devait être autorisée avant.`))
  }
  return answer
}

function authorisations({ dates, text }: ReadFacts): readonly DatedFact[] {
  const first = text.articles[0]?.cleanStart ?? 0
  return dates.filter(({ what, span }) => /^d[ée]lib[ée]ration/.test(what) && cleanOffset(text.source, span.start) < first)
}

/** A length and an end that are not the same, by more than a month. */
const termDisagrees: DefectRule = (facts) => {
  const { term, kind } = facts
  const months = (term?.years ?? 0) * 12 + (term?.months ?? 0)
  const from = term?.startsOn === 'signature' ? term.signedOn : term?.startsOn
  if (kind === 'amendment' || term === null || months === 0 || term.endsOn === undefined || from === undefined) return []
  const stated = daysBetween(from, term.endsOn)
  return Math.abs(stated - months * 30.44) <= 45 ? []
    : [defectOn(facts, 'dates-disagree', term.span,
    `La durée annoncée ne mène pas au terme du ${inWords(term.endsOn)} : précisez laquelle des deux mentions l’emporte.`)]
}

export const actRules: readonly DefectRule[] = [sirenInvalid, unreadable, variants, stampDates, impossibleDate, twoDays, outOfOrder, termDisagrees]
