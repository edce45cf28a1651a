// The labels of money: what an action costs, who pays, under which scheme; one column per funder, or numbered funders.
import { folded } from './folded.ts'
import type { FundingKind } from '../funding-status.ts'
import { readFundingKind } from './word-cell.ts'
import { target } from './targets.ts'
import type { ColumnTarget, TargetKind } from './targets.ts'

type Known = readonly [pattern: RegExp, funder: string, scheme: string]
/** Schemes before those who run them: « État – DETR » is the DETR. */
const funders: readonly Known[] = [
  [/\bdetr\b/, 'État', 'DETR'], [/\bdsil\b/, 'État', 'DSIL'], [/\bdsid\b/, 'État', 'DSID'], [/\bfnadt\b/, 'État', 'FNADT'],
    [/\bfonds? vert\b/, 'État', 'Fonds vert'],
  [/\bfonds? friches?\b/, 'État', 'Fonds friches'], [/\bdrac\b/, 'État', 'DRAC'], [/\bdpv\b/, 'État', 'DPV'], [/\bfisac\b/, 'État', 'FISAC'],
  [/\banah\b/, 'Anah', ''], [/\banru\b/, 'ANRU', ''], [/\bademe\b/, 'ADEME', ''], [/\banct\b/, 'ANCT', ''],
    [/\bagence de l'eau\b/, 'Agence de l’eau', ''],
  [/\bfeder\b/, 'Union européenne', 'FEDER'], [/\bfse\b\+?/, 'Union européenne', 'FSE'], [/\bleader\b/, 'Union européenne', 'LEADER'],
    [/\bfeader\b/, 'Union européenne', 'FEADER'],
  [/\bfonds? de concours\b/, 'EPCI', 'Fonds de concours'], [/\baction logement\b/, 'Action Logement', ''], [/\bcaf\b/, 'CAF', ''],
    [/\bepf\b/, 'EPF', 'Portage foncier'],
  [/\b(?:banque des territoires|bdt|cdc|caisse des depots)\b/, 'Banque des Territoires', ''], [/\b(?:europe|union europeenne|ue|fonds europeens)\b/, 'Union européenne', ''],
  [/\b(?:region|conseil regional|cr)\b/, 'Région', ''], [/\b(?:departement|conseil departemental|cd ?\d{0,3})\b/, 'Département', ''],
  [/\b(?:epci|agglo|agglomeration|communaute (?:de communes|d'agglomeration|urbaine)|intercommunalite|metropole)\b/, 'EPCI', ''],
  [/\b(?:prives?|financeurs? prives?|mecenat)\b/, 'Financeurs privés', ''], [/^etat\b/, 'État', ''],
]
const own = /\b(?:auto-?financement|fonds? propres?|part (?:du |de la |de l')?(?:maitre d'ouvrage|mo\b|moa\b|commun|ville|collectivite|porteur)|apport (?:du |de la )?(?:maitre|mo\b|commune|ville))/
const computed = /\b(?:reste a (?:charge|financer)|total (?:des )?(?:financements?|subventions?|aides|recettes|ressources|general|public)|^total$|taux (?:d'aides?|de subvention|public)|part publique|solde a financer|ecart|cumul)|^% (?:public|aides?|subvention)/
const cost = /\b(?:couts?|budgets?|depenses?|montants? (?:total|des travaux|de l'operation|du projet|previsionnel|de la depense)|montant (?:ht|ttc)|^montant$|enveloppe|prix|investissement total)\b/
const final = /\b(?:definitif|definitifs|definitive|definitives|reel|reels|realise|realises|final|constate|execute)\b/
const financing = /\b(?:plan de financement|financements?|subventions?|recettes|ressources|financeurs?|cofinancements?|aides|maquette)\b/

const parts: readonly (readonly [pattern: RegExp, to: TargetKind])[] = [
  [/\b(?:statut|avancement|notification|notifie|obtention|etat de la demande|etat du dossier)\b/, 'fundingStatus'],
  [/\b(?:date|le)\b/, 'fundingOn'], [/\b(?:taux|pourcentage)\b|%/, 'fundingRate'], [/\b(?:reference|ref|n°|arrete)/, 'fundingReference'], [/\b(?:assiette|base|depense subventionnable|depense eligible)\b/, 'fundingBase'],
]
const partOf = (words: string): TargetKind => parts.find(([pattern]) => pattern.test(words))?.[1] ?? 'fundingAmount'

const numbered: readonly (readonly [pattern: RegExp, to: TargetKind])[] = [
  [/^date (?:du |de )?(?:statut|financement)? ?(?:n°)?(\d)$/, 'fundingOn'], [/^statut (?:financement |financeur )?(?:n°)?(\d)$/, 'fundingStatus'],
  [/^(?:co-?)?financeur (?:n°)?(\d)(?: nom)?$/, 'funderName'], [/^(?:dispositif|programme|aide) (?:n°)?(\d)$/, 'schemeName'], [/^type (?:de financement )?(?:n°)?(\d)$/, 'fundingKind'],
  [/^(?:montant|subvention|financement)s? (?:€ )?(?:ht |ttc )?(?:€ )?(?:du financeur |financeur |financement )?(?:n°)?(\d)(?: (?:ht|ttc|€|montant.*))?$/, 'fundingAmount'], [/^financeur (\d) montant/, 'fundingAmount'],
  [/^taux (?:n°)?(\d)$/, 'fundingRate'], [/^assiette (?:n°)?(\d)$/, 'fundingBase'], [/^reference (?:n°)?(\d)$/, 'fundingReference'],
]
const alone: Readonly<Record<string, TargetKind>> = {
  financeur: 'funderName', 'nom du financeur': 'funderName', cofinanceur: 'funderName', dispositif: 'schemeName',
    'dispositif de financement': 'schemeName',
  'montant sollicite': 'fundingAmount', 'montant subvention': 'fundingAmount', 'montant de la subvention': 'fundingAmount',
    'montant du financement': 'fundingAmount', 'montant financement': 'fundingAmount',
  'statut du financement': 'fundingStatus', 'statut financement': 'fundingStatus', 'type de financement': 'fundingKind',
    'taux de financement': 'fundingRate',
  'statut de la demande': 'fundingStatus', 'date de notification': 'fundingOn', 'taux de subvention': 'fundingRate', subvention: 'fundingAmount',
}

export type MoneyLabel = { readonly target: ColumnTarget; readonly confidence: number; readonly grouped: boolean }

/** What a label of money says, its header rows from the widest to the nearest; undefined when it speaks of no money. */
export function readMoneyLabel(rows: readonly string[]): MoneyLabel | undefined {
  const plain = rows.map((row) => folded(row).replace(/[().:*]/g, ' ').replace(/\s+/g, ' ').trim())
  const [whole, last] = [plain.join(' '), plain.at(-1) ?? '']
  const ranked = rankOf(last) ?? rankOf(whole)
  if (ranked !== undefined) return { target: target(ranked.to, { group: ranked.rank }), confidence: 0.97, grouped: false }
  const single = alone[last.replace(/ (?:ht|ttc|€)$/, '')]
  if (single !== undefined) return { target: target(single, { group: '1' }), confidence: 0.9, grouped: false }
  if (/\bhors plan\b|^financeurs?$|pressentis|potentiels/.test(last)) return undefined
  if (computed.test(last) && !cost.test(last.replace(computed, ''))) return { target: target('keep'), confidence: 0.9, grouped: false }
  if (own.test(whole)) {
    const part = partOf(last)
    return { target: part === 'fundingAmount' ? target('ownShare', { group: 'own' }) : target(part, { group: 'own' }), confidence: 0.95,
      grouped: rows.length > 1 }
  }
  const known = funderIn([...plain].reverse()) ?? funderIn([whole])
  if (known !== undefined && !/^(?:partenaire|instance|service|direction|axe|lien)/.test(last)) return fromFunder(known, plain, rows)
  if (cost.test(whole) && !/^(?:taux|statut|%)/.test(last)) return fromCost(whole)
  const parent = plain.slice(0, -1).some((row) => financing.test(row))
  if (!parent || last === '') return undefined
  const written = (rows.at(-1) ?? '').trim()
  const nearer = rows.length > 2 ? (rows.at(-2) ?? written).trim() : written
  const part = partOf(last)
  const named = part === 'fundingAmount' && !/^(?:montant|ht|ttc)/.test(last) ? written : nearer
  return { target: target(part, { group: folded(named), funder: named }), confidence: 0.75, grouped: true }
}

function rankOf(words: string): { readonly to: TargetKind; readonly rank: string } | undefined {
  for (const [pattern, to] of numbered) {
    const rank = pattern.exec(words.replace(/%/g, '').replace(/\s+/g, ' ').trim())?.[1]
    if (rank !== undefined) return { to, rank }
  }
  return undefined
}

const funderIn = (rows: readonly string[]): Known | undefined => {
  for (const row of rows) {
    const found = funders.find(([pattern]) => pattern.test(row))
    if (found !== undefined) return found
  }
  return undefined
}

/** The scheme these words are the name of, and who runs it; undefined when they say anything else. */
export function schemeNamed(words: string): { readonly funder: string; readonly scheme: string } | undefined {
  const [, funder = '', scheme = ''] = funders.find(([, , name]) => name !== '' && folded(name) === folded(words.trim())) ?? []
  return scheme === '' ? undefined : { funder, scheme }
}

function fromFunder([pattern, funder, scheme]: Known, plain: readonly string[], rows: readonly string[]): MoneyLabel {
  const last = plain.at(-1) ?? ''
  const written = rows.find((row) => pattern.test(folded(row).replace(/[().:*]/g, ' '))) ?? funder
  const part = partOf(last)
  // « Région Hauts-de-France » keeps its name; « Région (montant) » is the region.
  const named = scheme === '' ? nameIn(written, funder) : funder
  const group = folded(`${funder} ${scheme} ${funder === 'Banque des Territoires' ? (/pret|ingenierie/.exec(plain.join(' '))?.[0] ?? '') : ''}`)
  const kind = funder === 'Banque des Territoires' && /\bprets?\b/.test(plain.join(' ')) ? 'Prêt' : scheme
  const alone = /^etat$/.test(last) && rows.length === 1
  return { target: target(part, { group, funder: named, scheme: kind }), confidence: alone ? 0.5 : 0.92, grouped: rows.length > 1 }
}

/** The name of a funder in its label, without what the column holds of it. */
function nameIn(written: string, funder: string): string {
  const bare = written.replace(/\((?:[^)]*)\)/g, ' ').replace(/\b(?:montant|taux|statut|date|subvention|aide|part|prêt|pret|HT|TTC|en k?€|k€|M€|financement|participation)s?\b|[%€:*]/giu, ' ')
    .replace(/^\s*(?:de la |du |de l[’'])/i, '').replace(/\s+/g, ' ').replace(/^[\s–-]+|[\s–-]+$/g, '').trim()
  return bare.length > funder.length && bare.length <= 80 ? bare : funder
}

function fromCost(whole: string): MoneyLabel {
  const basis = /\bttc\b/.test(whole) ? 'TTC' : /\bht\b|hors tax/.test(whole) ? 'HT' : ''
  const year = /\b(20\d{2})\b/.exec(whole)?.[1]
  const to = `${final.test(whole) ? 'finalCost' : 'cost'}${basis}` as const
  return { target: target(to, { year: year === undefined ? null : Number(year) }), confidence: basis === '' ? 0.85 : 0.95, grouped: false }
}

/** What kind of money a line is, from the words for its funder and its scheme; a grant when nothing says otherwise. */
export function kindFromWords(words: string): FundingKind {
  const text = folded(words)
  if (/\bprets?\b|\bemprunts?\b/.test(text)) return 'loan'
  if (/\bavances?\b/.test(text)) return 'advance'
  if (/\bepf\b|\bportage\b/.test(text)) return 'landHolding'
  if (own.test(text)) return 'own'
  return readFundingKind(words)?.value ?? 'grant'
}
