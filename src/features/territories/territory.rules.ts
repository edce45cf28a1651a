// The reference of French territories: communes, EPCI, departments; found by name without accents, merged communes followed. Pure.
import { byFrenchName, fold, nameKey } from '../../kernel/text.ts'
import type { CommuneEntry, EpciEntry, Gazetteer } from '../../reading/gazetteer.ts'

/** A commune of today. `population`: municipal population, inhabitants. */
export type Commune = CommuneEntry & { readonly region: string; readonly postcodes: readonly string[]; readonly key: string }
/** A commune that no longer stands alone: delegated or associated, inside the commune `into` (INSEE code). */
export type MergedCommune = { readonly insee: string; readonly name: string; readonly into: string; readonly key: string }
/** An EPCI à fiscalité propre. `kind`: CC, CA, CU, METRO…; `population`: municipal, inhabitants. */
export type Epci = EpciEntry & { readonly kind: string; readonly population: number; readonly key: string }
export type Department = { readonly code: string; readonly name: string; readonly region: string }
export type Territories = {
  readonly communes: readonly Commune[]
  readonly merged: readonly MergedCommune[]
  readonly epcis: readonly Epci[]
  readonly departments: readonly Department[]
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly gazetteer: Gazetteer
  /** EPCI by SIREN, communes by INSEE code (today's commune for a merged one), department name by code. */
  readonly epci: (siren: string) => Epci | undefined
  readonly commune: (insee: string) => Commune | undefined
  readonly departmentName: (code: string) => string
}

/** The national reference as `@etalab/decoupage-administratif` publishes it, only the fields used here. */
/** The commune of a code: that of the town for an arrondissement of Paris, Lyon or Marseille. */
export function communeOfCode(insee: string): string {
  if (/^75(?:10[1-9]|11\d|120)$/.test(insee)) return '75056'
  if (/^6938[1-9]$/.test(insee)) return '69123'
  return /^132(?:0[1-9]|1[0-6])$/.test(insee) ? '13055' : insee
}

export type PublishedCommune = {
  readonly code: string; readonly nom: string; readonly type: string; readonly departement: string; readonly region: string
  readonly siren?: string; readonly codesPostaux?: readonly string[]; readonly population?: number; readonly chefLieu?: string
}
export type PublishedEpci = {
  readonly code: string; readonly nom: string; readonly type: string; readonly populationMunicipale: number
  readonly membres: readonly { readonly code: string; readonly nom?: string }[]
}
export type PublishedArea = { readonly code: string; readonly nom: string; readonly region?: string }

/** Long names of the kinds of EPCI, and the prefix under which the reference publishes them. */
export const epciKinds: Readonly<Record<string, string>> = {
  CC: 'communauté de communes', CA: "communauté d'agglomération", CU: 'communauté urbaine', METRO: 'métropole', MET69: 'métropole',
  METLYON: 'métropole',
}

const kindWords = /^(?:la |le |l')?(?:communaute de communes|communaute d'agglomeration|communaute urbaine|metropole|ca|cc|cu|eurometropole)(?= |')/
const linkWords = /\b(?:de|du|des|d|la|le|les|l|et|en|a|au|aux)\b/g

/** What is left of an EPCI's name once its kind and its link words are taken out: the name itself, as a key. */
const epciKey = (name: string): string => nameKey(fold(name).replace(kindWords, ' ')).replace(linkWords, ' ').replace(/\s+/g, ' ').trim()

/** Communes and EPCI found by their codes, EPCI by name too: the part of the reference that needs no index of 37,000 names. */
export type TerritoryCodes = {
  readonly commune: (insee: string) => { readonly insee: string; readonly name: string; readonly epci: string | undefined } | undefined
  readonly epci: (siren: string) => Epci | undefined
  /** EPCI of exactly this name, kind and link words aside; several when they are namesakes. */
  readonly epcisNamed: (name: string) => readonly Epci[]
}

/** Builds that part alone. `published`: the record of one commune, asked for those that belong to no EPCI under this code: merged ones, islands. */
export function buildTerritoryCodes(epcis: readonly PublishedEpci[], published: (insee: string) => PublishedCommune | undefined): TerritoryCodes {
  const all = epcis.map(toEpci)
  const byKey = groupByKey(all)
  const bySiren = new Map(all.map((epci) => [epci.siren, epci]))
  const members = new Map(epcis.flatMap((epci) =>
    epci.membres.map(({ code, nom }) => [code, { insee: code, name: nom ?? '', epci: epci.code }] as const)))
  const known = new Map<string, ReturnType<TerritoryCodes['commune']>>()
  const alone = (insee: string) => {
    const found = published(insee)
    if (found === undefined) return undefined
    return found.type === 'commune-actuelle' ? { insee, name: found.nom, epci: undefined } : commune(found.chefLieu ?? '')
  }
  const commune = (insee: string): ReturnType<TerritoryCodes['commune']> => {
    const member = members.get(insee)
    if (member !== undefined) return member
    if (!known.has(insee)) known.set(insee, alone(insee))
    return known.get(insee)
  }
  return { commune, epci: (siren) => bySiren.get(siren), epcisNamed: (name) => byKey.get(epciKey(name)) ?? [] }
}

const toEpci = (epci: PublishedEpci): Epci => ({
  siren: epci.code, name: epci.nom, kind: epci.type, population: epci.populationMunicipale, members: epci.membres.map((member) => member.code),
  key: epciKey(epci.nom),
})

/** Builds the whole reference, indexes included, from the published lists. */
export function buildTerritories(
  communes: readonly PublishedCommune[], epcis: readonly PublishedEpci[], departments: readonly PublishedArea[], regions: readonly PublishedArea[],
): Territories {
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map((member) => [member.code, epci.code] as const)))
  const today = communes.filter((commune) => commune.type === 'commune-actuelle').map((commune) => toCommune(commune, epciOf.get(commune.code)))
  const byInsee = new Map(today.map((commune) => [commune.insee, commune]))
  const merged = communes
    .filter((commune) => commune.chefLieu !== undefined && byInsee.get(commune.chefLieu)?.name !== commune.nom)
    .map((commune) => ({ insee: commune.code, name: commune.nom, into: commune.chefLieu ?? '', key: nameKey(commune.nom) }))
  const intoByInsee = new Map(merged.map((former) => [former.insee, former.into]))
  const allEpcis = epcis.map(toEpci)
  const epciBySiren = new Map(allEpcis.map((epci) => [epci.siren, epci]))
  const departmentNames = new Map(departments.map((department) => [department.code, department.nom]))
  const commune = (insee: string) => byInsee.get(insee) ?? byInsee.get(intoByInsee.get(insee) ?? '')
  return {
    communes: today, merged, epcis: allEpcis,
    departments: departments.map((department) => ({ code: department.code, name: department.nom, region: department.region ?? '' })),
    regions: regions.map((region) => ({ code: region.code, name: region.nom })),
    gazetteer: buildGazetteer(today, merged, allEpcis, commune),
    epci: (siren) => epciBySiren.get(siren),
    commune,
    departmentName: (code) => departmentNames.get(code) ?? code,
  }
}

function toCommune(published: PublishedCommune, epci: string | undefined): Commune {
  return {
    insee: published.code, name: published.nom, siren: published.siren ?? '', department: published.departement, region: published.region,
    postcodes: published.codesPostaux ?? [], population: published.population ?? 0, key: nameKey(published.nom), ...(epci !== undefined && { epci }),
  }
}

function buildGazetteer(
  communes: readonly Commune[], merged: readonly MergedCommune[], epcis: readonly Epci[], commune: (insee: string) => Commune | undefined,
): Gazetteer {
  const named = new Map<string, Commune[]>()
  const add = (key: string, value: Commune | undefined) => {
    const same = named.get(key)
    if (value === undefined) return
    if (same === undefined) named.set(key, [value])
    else if (!same.includes(value)) same.push(value)
  }
  for (const value of communes) add(withoutArticle(value.key), value)
  for (const former of merged) add(withoutArticle(former.key), commune(former.into))
  for (const same of named.values()) same.sort((one, other) => other.population - one.population)
  const bySiren = new Map(communes.map((value) => [value.siren, value]))
  const epcisByKey = groupByKey(epcis)
  const epciBySiren = new Map(epcis.map((epci) => [epci.siren, epci]))
  return {
    communesNamed: (name) => named.get(withoutArticle(nameKey(name))) ?? [],
    epcisNamed: (name) => closestEpcis(name, epcis, epcisByKey),
    communeOfInsee: commune,
    communeOfSiren: (siren) => bySiren.get(siren),
    epciOfSiren: (siren) => epciBySiren.get(siren),
  }
}

function groupByKey(epcis: readonly Epci[]): Map<string, Epci[]> {
  const groups = new Map<string, Epci[]>()
  for (const epci of epcis) groups.set(epci.key, [...(groups.get(epci.key) ?? []), epci])
  return groups
}

const withoutArticle = (key: string): string => key.replace(/^(?:la|le|les|l) /, '')

/**
 * EPCI whose key is the same; else the only one of this kind whose name begins so (`CA de Béthune-Bruay` for `…, Artois Lys Romane`); else those
 * sharing at least three words in four, best first, at most five.
 */
function closestEpcis(name: string, epcis: readonly Epci[], byKey: ReadonlyMap<string, readonly Epci[]>): readonly Epci[] {
  const key = epciKey(name)
  if (key === '') return []
  const kind = kindOf(name)
  const same = byKey.get(key)
  if (same !== undefined) return [...same].sort((one, other) => Number(other.kind === kind) - Number(one.kind === kind))
  const begun = epcis.filter((epci) => epci.key.startsWith(`${key} `) && (kind === undefined || epci.kind === kind))
  if (begun.length === 1) return begun
  const words = new Set(key.split(' '))
  return epcis
    .map((epci) => ({ epci, share: overlap(words, epci.key) + (epci.kind === kind ? 0.01 : 0) }))
    .filter(({ share }) => share >= 0.75)
    .sort((one, other) => other.share - one.share)
    .slice(0, 5)
    .map(({ epci }) => epci)
}

function kindOf(name: string): string | undefined {
  const folded = fold(name)
  const entry = Object.entries(epciKinds)
    .find(([short, long]) => folded.includes(fold(long)) || new RegExp(`\\b${short.toLowerCase()}\\b`).test(folded))
  return entry?.[0]
}

/** Words in common over the words of the longer name, 0 to 1. */
function overlap(words: ReadonlySet<string>, key: string): number {
  const others = key.split(' ')
  const common = others.filter((word) => words.has(word)).length
  return common / Math.max(words.size, others.length)
}

export type TerritoryMatch = { readonly kind: 'commune'; readonly commune: Commune; readonly formerName?: string } | {
  readonly kind: 'epci'; readonly epci: Epci
}

/**
 * Communes and EPCI whose name, INSEE code, SIREN or postcode begins with or contains what was typed; accents, case and hyphens indifferent.
 * Best first: same name, then beginning, then the most populated; at most `most`.
 */
export function searchTerritories(territories: Territories, typed: string, most: number): readonly TerritoryMatch[] {
  const key = nameKey(typed)
  if (key.length < 2) return []
  const scored: { match: TerritoryMatch; score: number; population: number; name: string }[] = []
  const keep = (score: number, population: number, name: string, match: TerritoryMatch) => {
    if (score > 0) scored.push({ score, population, name, match })
  }
  for (const epci of territories.epcis) {
    keep(nameScore(epci.key, nameKey(epci.name), key) || codeScore([epci.siren], key), epci.population, epci.name, { kind: 'epci', epci })
  }
  for (const commune of territories.communes) {
    keep(nameScore(commune.key, commune.key, key) || codeScore([commune.insee.toLowerCase(), commune.siren, ...commune.postcodes], key),
      commune.population, commune.name, { kind: 'commune', commune })
  }
  for (const former of territories.merged) {
    const commune = territories.commune(former.into)
    if (commune !== undefined) {
      keep(nameScore(former.key, former.key, key) * 0.9, 0, former.name, { kind: 'commune', commune, formerName: former.name })
    }
  }
  return scored
    .sort((one, other) => other.score - one.score || other.population - one.population || byFrenchName(one.name, other.name))
    .slice(0, most)
    .map(({ match }) => match)
}

function nameScore(shortKey: string, fullKey: string, typed: string): number {
  if (shortKey === typed || fullKey === typed) return 4
  if (shortKey.startsWith(typed) || fullKey.startsWith(typed)) return 3
  return ` ${shortKey} ${fullKey}`.includes(` ${typed}`) ? 2 : 0
}

const codeScore = (codes: readonly string[], typed: string): number => (codes.includes(typed.replaceAll(' ', '')) ? 4 : 0)

/** The members of an EPCI, most populated first: the first is the likely ville principale, to be confirmed by a person. */
export const membersOf = (territories: Territories, epci: Pick<EpciEntry, 'members'>): readonly Commune[] =>
  epci.members
    .map((insee) => territories.commune(insee))
    .filter((commune) => commune !== undefined)
    .sort((one, other) => other.population - one.population)
