// Defects of the parties and of the signatures: who is missing, who signs twice, what the last page leaves blank.
import { flat, nameKey } from '../kernel/text.ts'
import { cleanOffset, defectAt, defectOn, enumerated, isSettlement, type DefectRule, type ReadFacts } from './defect.ts'
import type { Party } from './facts.ts'
import { pattern } from './patterns.ts'

const communeNotParty: DefectRule = (facts, gazetteer) => {
  const towns = facts.parties.filter(({ kind }) => kind === 'commune')
  if (towns.length === 0) return []
  const parties = new Set(towns.flatMap(({ name, insee }) => [townKey(name), insee ?? '']))
  const told = new Set<string>()
  return facts.programmes.flatMap(({ code, communes }) => communes.flatMap((commune) => {
    const known = gazetteer.communesNamed(commune)
    if (parties.has(nameKey(commune)) || known.some(({ insee }) => parties.has(insee)) || told.has(nameKey(commune))) return []
    told.add(nameKey(commune))
    const start = placeOf(facts, commune)
    const message = `${commune} est citée dans ${nameOf(code)} sans être partie à la convention : associez cette commune par avenant, ou `
      + `précisez qu'elle n'est pas concernée par l'opération.`
    return start < 0 ? [{ code: 'commune-not-party' as const, message }]
      : [defectAt(facts, 'commune-not-party', start, start + commune.length, message)]
  }))
}

/** `la commune de Garchizy, qui borde le secteur, n’est pas partie à la convention`: the text says it itself. */
const saidNotParty: DefectRule = (facts) =>
  [...facts.text.flat.matchAll(pattern('g')`
    (?<![a-z])(?:commune|ville) (?:de la |de |du |des |d')([a-z][^,.;:()]{1,60}?),? [^.;]{0,120}?n'est pas (?:partie|signataire)`)].slice(0, 5)
      .map((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? '')
    const name = facts.text.source.clean.slice(start, start + (match[1] ?? '').length)
    return defectAt(facts, 'commune-not-party', start, start + name.length,
      `${name} est concernée sans être partie à la convention : associez cette commune par avenant, ou précisez pourquoi elle reste en dehors.`)
  })

const nameOf = (code: string): string => (/^(?:OPAH|ORT|ANRU)/.test(code) ? `l'${code}` : `le programme ${code}`)
const townKey = (name: string): string => nameKey(name).replace(/^(?:la |le )?(?:commune|ville) (?:de la |du |des |de |d )?/, '')

function placeOf({ text }: ReadFacts, name: string): number {
  const words = flat(name)
  for (let at = text.flat.indexOf(words); at >= 0; at = text.flat.indexOf(words, at + 1)) {
    if (!/[a-z-]/.test(text.flat.charAt(at - 1)) && !/[a-z]/.test(text.flat.charAt(at + words.length))) return at
  }
  return -1
}

const twoCapacities: DefectRule = (facts) => {
  const seats = new Map<string, { name: string; roles: string[]; first: Party }>()
  for (const party of facts.parties) {
    for (const { name, capacity } of party.signatories) {
      const person = seats.get(nameKey(name)) ?? { name, roles: [], first: party }
      const role = `${capacity} (${party.name})`
      if (!person.roles.includes(role)) person.roles.push(role)
      seats.set(nameKey(name), person)
    }
  }
  return [...seats.values()].filter(({ roles }) => roles.length > 1).map(({ name, roles, first }) =>
    defectOn(facts, 'two-capacities', first.span,
      `${name} signe en ${roles.length === 2 ? 'deux' : roles.length} qualités, ${enumerated(roles)} : vérifiez que chaque assemblée a `
        + `autorisé la signature et qu'une autre personne peut signer en cas de conflit d'intérêts.`))
}

const wordsBefore = ({ text }: ReadFacts, raw: number): string =>
  text.flat.slice(Math.max(0, cleanOffset(text.source, raw) - 60), cleanOffset(text.source, raw))

const signatureBlanks: DefectRule = (facts) => {
  const { signatures, parties } = facts
  if (signatures === null) return parties.length === 0 ? []
    : [{ code: 'signature-date-missing', message: 'Aucune signature datée n’a été trouvée : ajoutez la page de signature, sans laquelle la '
      + 'convention ne prouve pas son entrée en vigueur.' }]
  const dated = facts.dates.some(({ what }) => /^signature de (?:la convention|l’avenant)$/.test(what))
  const placed = facts.dates.some(({ what, span }) => /^signature de (?:la convention|l’avenant)$/.test(what)
    && /[a-z]{3,}, ?(?:le )?$/.test(wordsBefore(facts, span.start)))
  return [
    ...(signatures.signedOn === undefined && !dated
    ? [defectOn(facts, 'signature-date-missing', signatures.span,
    'La date de signature est laissée en blanc : portez-la, car la durée et l’entrée en vigueur en dépendent.')] : []),
    ...(signatures.place === undefined && !placed
    ? [defectOn(facts, 'signature-place-missing', signatures.span,
    'Le lieu de signature est laissé en blanc : portez-le dans la formule « Fait à ».')] : []),
    ...(signatures.scrambled ? [defectOn(facts, 'signatures-scrambled', signatures.span,
    'Les colonnes du bloc de signatures ont été mises bout à bout : rapprochez à la main chaque partie de son signataire.')] : []),
  ]
}

const concernsOrt = (facts: ReadFacts): boolean => isSettlement(facts) && facts.parties.length >= 2

const stateNotParty: DefectRule = (facts) =>
  concernsOrt(facts) && !facts.parties.some(({ kind }) => kind === 'state')
    ? [{ code: 'state-not-party', message: 'L’État ne figure pas parmi les parties : une convention d’ORT doit être signée par lui (CCH, '
      + 'art. L.303-2, I).' }] : []

const epciNotParty: DefectRule = (facts) =>
  concernsOrt(facts) && !facts.parties.some(({ kind }) => kind === 'epci')
    ? [{ code: 'epci-not-party', message: 'Aucun EPCI à fiscalité propre ne figure parmi les parties : une convention d’ORT doit être '
      + 'signée par lui (CCH, art. L.303-2, I).' }] : []

const notRecognised: DefectRule = (facts, gazetteer) => {
  if (gazetteer.communesNamed('Paris').length === 0) return []
  return facts.parties
    .filter(({ kind, insee, siren }) => (kind === 'commune' && insee === undefined && siren === undefined)
    || (kind === 'epci' && siren === undefined))
    .map(({ name, span, kind }) => defectOn(facts, 'party-not-recognised', span,
      `« ${name} » n’a pas été retrouvée dans le référentiel des ${kind === 'epci' ? 'intercommunalités' : 'communes'} : vérifiez le nom et `
        + `choisissez le code.`))
}

export const partyRules: readonly DefectRule[] = [communeNotParty, saidNotParty, twoCapacities, signatureBlanks,
  stateNotParty, epciNotParty, notRecognised]
