// A line of a published list of grants: what it says, whether it concerns the operation. Pure.
import { cents, readEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { nameKey } from '../../kernel/text.ts'

/** `reference`: the number of the file of the request. `amountCents` null: not written, or unreadable. */
export type ListedGrant = {
  readonly reference: string; readonly title: string; readonly beneficiary: string; readonly siren: string | null; readonly insee: string | null
  readonly commune: string; readonly programme: string; readonly amountCents: Cents | null
}

export const grantColumns = ['reference', 'title', 'beneficiary', 'siren', 'insee', 'commune', 'programme', 'amount'] as const
export type GrantColumn = (typeof grantColumns)[number]
/** Headings a list may print for each column, as keys of names. */
const headings: Readonly<Record<GrantColumn, readonly string[]>> = {
  reference: ['numero dossier ds', 'numero dossier', 'numero de dossier', 'dossier', 'reference'],
  title: ['nom du projet', 'intitule du projet', 'projet', 'objet', 'intitule'],
  beneficiary: ['nom beneficiaire principal', 'nom beneficiaire', 'beneficiaire', 'porteur'],
  siren: ['siren', 'siret', 'idbeneficiaire', 'siren beneficiaire'], insee: ['code commune', 'code insee', 'insee'],
  commune: ['nom commune', 'commune'], programme: ['nom demarche ds', 'nom demarche', 'demarche', 'mesure', 'dispositif'],
  amount: ['montant engage', 'montant attribue', 'montant', 'montant subvention'],
}
/** The column a heading stands for; undefined: none of ours. */
export const columnNamed = (heading: string): GrantColumn | undefined => {
  const key = nameKey(heading)
  return grantColumns.find((column) => headings[column].includes(key))
}
/** Without these a file is no list of grants; of the two that say whom it is about, one is enough. */
export const neededColumns: readonly GrantColumn[] = ['reference', 'title', 'amount']

/** `01004` from `1004`: lists made with a spreadsheet lose the first zero. */
const inseeOf = (cell: string): string | null => {
  const code = cell.trim().toUpperCase()
  return /^\d{4,5}$|^\d[AB]\d{3}$/.test(code) ? code.padStart(5, '0') : null
}
/** The SIREN of a SIREN or a SIRET. */
const sirenOf = (cell: string): string | null => /^(\d{9})(?:\d{5})?$/.exec(cell.replace(/\s/g, ''))?.[1] ?? null

/** A line of the list; undefined when it has no number or no title. */
export function readGrant(cells: Readonly<Partial<Record<GrantColumn, string>>>): ListedGrant | undefined {
  const text = (column: GrantColumn, most: number): string => [...(cells[column] ?? '').replace(/\s+/g, ' ').trim()].slice(0, most).join('')
  const [reference, title] = [text('reference', 50), text('title', 500)]
  if (reference === '' || title === '') return undefined
  return {
    reference, title, beneficiary: text('beneficiary', 300), siren: sirenOf(cells.siren ?? ''), insee: inseeOf(cells.insee ?? ''),
    commune: text('commune', 200), programme: text('programme', 300), amountCents: readEuros(cells.amount ?? '') ?? null,
  }
}

/** One number for each grant: those a list gives twice are told apart, in its order. */
export function distinct(grants: readonly ListedGrant[]): readonly ListedGrant[] {
  const times = new Map<string, number>()
  return grants.map((grant) => {
    const time = (times.get(grant.reference) ?? 0) + 1
    times.set(grant.reference, time)
    return time === 1 ? grant : { ...grant, reference: `${grant.reference} (${time})` }
  })
}

/** Whom the operation is: the SIREN of its organisations, the communes they are and where its actions stand. */
export type GrantConcern = { readonly sirens: ReadonlySet<string>; readonly communes: ReadonlySet<string> }

export const concerns = ({ siren, insee }: Pick<ListedGrant, 'siren' | 'insee'>, { sirens, communes }: GrantConcern): boolean =>
  (siren !== null && sirens.has(siren)) || (insee !== null && communes.has(insee))

/** The year a file name says it is about. */
export function yearIn(fileName: string): number | null {
  const year = Number(/(?:^|\D)(20[0-4]\d)(?:\D|$)/.exec(fileName)?.[1] ?? Number.NaN)
  return Number.isNaN(year) ? null : year
}

export const totalOf = (grants: readonly Pick<ListedGrant, 'amountCents'>[]): Cents =>
  cents(grants.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0))
