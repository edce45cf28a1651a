// The identifier printed on an act of a local authority once it was sent to the préfecture (@CTES), and what can be checked in it.
import { type PlainDate, plainDate } from '../kernel/date.ts'
import { inseeOfSiren, isSiren } from '../kernel/siren.ts'

/**
 * Nature of the act, last part of the identifier.
 * @source Ministère de l'intérieur, cahier des charges @CTES (protocol of transmission), nature codes, as observed on printed acts [UV]
 */
const actNatures = { DE: 'délibération', AR: 'arrêté réglementaire', AI: 'arrêté individuel', CC: 'contrat et convention',
  BF: 'document budgétaire et financier', AU: 'autre' } as const
type ActNatureCode = keyof typeof actNatures

type ActIdentifierProblem = 'sirenKey' | 'departmentMismatch' | 'impossibleActDate'
/**
 * `department`: as printed, three characters. `actDate`: day of the act, not of its transmission.
 * `number`: may hold hyphens. `siren` is the authority that decided.
 */
type ActIdentifier = {
  readonly department: string
  readonly siren: string
  readonly insee?: string
  readonly actDate?: PlainDate
  readonly number: string
  readonly nature: ActNatureCode
  readonly problems: readonly ActIdentifierProblem[]
}

/** Acts go to the State's representative since then: @source loi n° 82-213 du 2 mars 1982, art. 2 */
const firstTransmission = '1982-03-02'
const shape = /^(\d{3}|02[AB])-(\d{9})-(\d{4})(\d{2})(\d{2})-(.{1,60})-(DE|AR|AI|CC|BF|AU)$/

/**
 * Reads `DDD-SIREN-YYYYMMDD-NUMBER-NATURE`; undefined when the text has not that shape. A shape with faults comes back with its problems.
 * @source CGCT, art. L.2131-1 and R.2131-1 to R.2131-4 (transmission to the State's representative, by electronic means)
 */
export function readActIdentifier(printed: string): ActIdentifier | undefined {
  const parts = shape.exec(printed.replace(/[‐‑‒–—−]/g, '-').replace(/\s+/g, '').toUpperCase())
  if (parts === null) return undefined
  const [, department, siren, year, month, day, number, nature] = parts
  if (department === undefined || siren === undefined || number === undefined || !isNature(nature)) return undefined
  const actDate = plainDate(Number(year), Number(month), Number(day))
  const problems: ActIdentifierProblem[] = []
  if (!isSiren(siren)) problems.push('sirenKey')
  if (!departmentAgrees(department, siren)) problems.push('departmentMismatch')
  if (actDate === undefined || actDate < firstTransmission || actDate > '2199-12-31') problems.push('impossibleActDate')
  const insee = problems.includes('sirenKey') ? undefined : communeOf(department, siren)
  return { department, siren, ...(insee && { insee }), ...(actDate && { actDate }), number, nature, problems }
}

const isNature = (code: string | undefined): code is ActNatureCode => code !== undefined && Object.hasOwn(actNatures, code)

/**
 * SIREN of communes (21), départements (22), older groupings (24, 25) and local establishments (26) hold their department in digits 3 and 4;
 * those drawn since (20…) do not, and are not checked. Corsica writes 20 for 2A and 2B; overseas, the third digit follows 97.
 * @source INSEE, SIRENE repertory, structure of the SIREN of public bodies (checked on every commune of the Code officiel géographique)
 */
function departmentAgrees(department: string, siren: string): boolean {
  if (!/^2[1-6]/.test(siren) || siren.startsWith('23')) return true
  const inside = siren.slice(2, 4)
  if (inside === '20') return department === '02A' || department === '02B' || department === '020'
  if (inside === '97' || inside === '98') {
    return department.startsWith(inside) && (!siren.startsWith('21') || siren.charAt(4) === department.charAt(2))
  }
  return department === `0${inside}`
}

function communeOf(department: string, siren: string): string | undefined {
  const insee = inseeOfSiren(siren)
  if (insee?.startsWith('20') !== true) return insee
  return department === '020' ? undefined : `${department.slice(1)}${insee.slice(2)}`
}
