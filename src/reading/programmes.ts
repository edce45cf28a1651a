// The programmes a convention belongs to or cites, with the communes the text attaches to each and the day they joined.
import type { PlainDate } from '../kernel/date.ts'
import { nameKey } from '../kernel/text.ts'
import { printedDates } from './calendar.ts'
import type { Programme } from './facts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { passagesOf, type Passage } from './passages.ts'
import { programmeNames } from './programme-names.ts'
import { rawSpan } from './source.ts'
import type { Text } from './text.ts'
import { townsIn, townsNamed, type TownList } from './towns.ts'
import { pattern } from './patterns.ts'

type Mention = { readonly code: string; readonly name: string; readonly start: number; readonly end: number }

const anyName = new RegExp(`(?<![a-z0-9])(?:${programmeNames.map(({ words }) => `(${words})`).join('|')})(?![a-z0-9])`, 'g')

/** One entry per programme, at its first mention; `since` is the first day of adhesion the text gives. */
export function readProgrammes(text: Text, gazetteer: Gazetteer): readonly Programme[] {
  const all = allMentions(text)
  const trusted = townsNamed(text, gazetteer)
  let latest: Mention | undefined
  const programmes = new Map<string, { first: Mention; communes: Map<string, string>; since?: PlainDate }>()
  for (const passage of passagesOf(text)) {
    const explicit = mentionsIn(all, passage)
    const mentions = [...explicit, ...anaphora(text, passage, latest, explicit)].sort((one, other) => one.start - other.start)
    latest = explicit.findLast(({ code }) => joinable.has(code)) ?? latest
    for (const mention of mentions) if (!programmes.has(mention.code)) programmes.set(mention.code, { first: mention, communes: new Map() })
    const heading = inHeading(text, passage)
    const around = mentions.length > 0 ? mentions : heading && latest !== undefined ? [latest] : passage.lead === undefined ? []
      : mentionsIn(all, passage.lead)
    if (around.length === 0) continue
    for (const { towns, code } of attached(text, passage, around, trusted, gazetteer)) {
      const programme = programmes.get(code)
      for (const town of towns) programme?.communes.set(nameKey(town), town)
      const joined = programme === undefined ? undefined : dayJoined(text, passage)
      if (programme !== undefined && joined !== undefined && (programme.since === undefined || joined < programme.since)) programme.since = joined
    }
  }
  return [...programmes.values()].sort((one, other) => one.first.start - other.first.start).map(({ first, communes, since }) => ({
    code: first.code, name: first.name, communes: [...communes.values()], ...(since === undefined ? {} : { since }),
      span: rawSpan(text.source, first.start, first.end),
  }))
}

function mentionsIn(all: readonly Mention[], { start, end, row }: Passage): readonly Mention[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const answer: Mention[] = []
  for (let mention = all[low]; mention !== undefined && mention.start < end; low += 1, mention = all[low]) {
    if (!row || !mention.code.startsWith('Fonds')) answer.push(mention)
  }
  return answer
}

/** Every place where a programme is named, in order. */
function allMentions({ flat, source }: Text): readonly Mention[] {
  return [...flat.matchAll(anyName)].flatMap((match) => {
    const programme = programmeNames[match.findIndex((words, rank) => rank > 0 && words !== undefined) - 1]
    const [start, end] = [match.index, match.index + match[0].length]
    if (programme === undefined || (acronym.test(match[0]) && source.clean.slice(start, end) === match[0])) return []
    return [{ code: programme.code, name: programme.name, start, end }]
  })
}

/** In small letters these words mean something else (`ort`, `pig`, `leader`, `anru` never do). */
const acronym = /^(?:ort|pig|plu|leader|acv|pvd|plh|scot)$/

/** Programmes a commune joins, to which `ce programme` may refer. */
const joinable = new Set(['ACV', 'PVD', 'VA', 'TI', 'OPAH-RU', 'OPAH', 'NPNRU', 'AMI Centre-bourg'])

/** `retenues au titre de ce programme`: the one named last. */
function anaphora(text: Text, { start, end }: Passage, latest: Mention | undefined, explicit: readonly Mention[]): readonly Mention[] {
  if (latest === undefined || explicit.some(({ code }) => joinable.has(code))) return []
  return [...text.flat.slice(start, end).matchAll(pattern('g')`
    (?<![a-z])(?:ce|du|le|dudit|au) programme(?![a-z])(?! d'| de | local| regional| national| pluri)`)]
    .map((match) => ({ ...latest, start: start + match.index, end: start + match.index + match[0].length }))
}

/** The lines of the title, before the parties: `Communes d’Épinac et d’Étang-sur-Arroux`. */
const inHeading = (text: Text, { start, end, item }: Passage): boolean =>
  end < 700 && !item && !/[.;:,]$/.test(text.flat.slice(start, end)) && end - start < 160
    && !/(?<![a-z])(?:entre(?! les deux)|represente|vu)(?![a-z])/.test(text.flat.slice(0, end))

const joins = /engag|adher|adhesion|laureat|retenu|selectionn|labellis|integr|beneficiai|signataire|inscrit|candidat|lauriers|rejoint/
const carries = pattern()`
  (?:villes?|communes?|centres?[- ]villes?|territoires?|centres?[- ]bourgs?|bourgs?|programmes?|convention|conventions|convention-cadre|perimetre
  |chefs? de projet|secteurs?|deux|pour|coeurs?|homologue|laureates?)`

/** Which towns go with which programme: a list that follows its name, or the subject of a verb of adhesion before it. */
function attached(text: Text, passage: Passage, mentions: readonly Mention[], trusted: ReadonlySet<string>,
  gazetteer: Gazetteer): readonly { readonly code: string; readonly towns: readonly string[] }[] {
  const lists = townsIn(text, passage, trusted, gazetteer)
  const own = mentions.filter(({ start }) => start >= passage.start && start < passage.end)
  if (own.length === 0) {
    const code = mentions.at(-1)?.code
    const first = lists[0]
    if (code === undefined || first === undefined) return []
    if (inHeading(text, passage)) return first.introduced ? [{ code, towns: first.towns }] : []
    return first.start > passage.start + 12 ? [] : [{ code, towns: first.towns.slice(0, 1) }]
  }
  return lists.flatMap((list) => programmesOf(text, passage, list, own).map((code) => ({ code, towns: list.towns })))
}

function programmesOf(text: Text, passage: Passage, list: TownList, mentions: readonly Mention[]): readonly string[] {
  const codes = new Set<string>()
  const previous = mentions.findLast(({ end }) => end <= list.start)
  const next = mentions.find(({ start }) => start >= list.end)
  if (previous !== undefined) {
    const gap = text.flat.slice(previous.end, list.start)
    const calm = gap.replace(pattern()`
      [ ](?:est|a ete|sera|sont) (?:etabli|homologue|cree|defini|delimite|engage|lance|conduit|mene|mis|deploye|mise en oeuvre)[a-z]*`, '')
    const close = gap.length < 110 && !/[.;]/.test(gap) && !pattern()`
      [ ](?:a ete|ont|ne |n'|avec|dans le cadre|comite|tribunal|maire|sous-prefet|president|est|sont) `.test(calm)
    if (close && (pattern()`
      ^[ »"”)]*(?:\([a-z-]+\)[ »"”]*)?(?:, (?:de meme que|tout comme|ainsi que) (?:le |la |les )?|de |d'|des |pour |a |sur |concerne |du |- |: ?
      |, |–|\(|en |et |coeurs? |dans |sur |concerne|couvre|porte)?`.test(calm) && (calm.length < 26 || carries.test(calm)))) codes.add(previous.code)
  }
  if (next !== undefined) {
    const gap = text.flat.slice(list.end, next.start)
    if (gap.length < 200 && joins.test(gap) && !/[.;]/.test(gap)
      && !/n'(?:est|a|ont) pas|non laureat/.test(gap)) for (const code of chain(text, mentions, next)) codes.add(code)
  } else if (codes.size === 0 && pattern()`
    (?:ont|a) ete (?:retenue|labellise|selectionne|designe)|(?:sont|est) laureate`.test(text.flat.slice(list.end, passage.end))
      && previous !== undefined) codes.add(previous.code)
  return [...codes]
}

/** `ACV et PVD`: programmes coordinated with the one that was found. */
function chain(text: Text, mentions: readonly Mention[], first: Mention): readonly string[] {
  const codes = [first.code]
  let last = first
  for (const mention of mentions.filter(({ start }) => start >= first.end)) {
    if (mention.code !== first.code && !/^[ »"”)]*(?:et|,|\/)[ «"“(]*(?:le |du |de |programmes? )*[«"“ ]*$/.test(text.flat.slice(last.end,
      mention.start))) break
    codes.push(mention.code)
    last = mention
  }
  return codes
}

function dayJoined(text: Text, { start, end, lead }: Passage): PlainDate | undefined {
  const words = text.flat.slice(start, Math.min(end, start + 1500))
  const announced = lead === undefined ? '' : text.flat.slice(Math.max(lead.start, lead.end - 300), lead.end)
  if (!joins.test(words) && !joins.test(announced)) return undefined
  return printedDates(words).find(({ date, start: at }) => date !== undefined
    && !/avenant[^.;]{0,60}$|deliberation[^.;]{0,60}$/.test(words.slice(Math.max(0, at - 70), at)))?.date
}
