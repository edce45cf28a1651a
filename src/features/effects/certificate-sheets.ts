// A certificate as what is printed: facts, then one table for each group of levers, and what it is not.
import { dayInParis, inWords, momentInWords } from '../../kernel/date.ts'
import type { LeverVerdict } from '../../law/levers/lever-answer.ts'
import type { ActionSheets, SheetBlock } from '../../writing/action-sheets.ts'
import type { AnswerRecord } from './answer-record.ts'
import type { CertificateContent } from './certificate.rules.ts'
import { certificateIs, certificateIsNot, groupNames, whereVerified } from './effect.words.ts'

export function certificateSheets({ code, address, issuedAt, answer }: CertificateContent<AnswerRecord>, sha256: string): ActionSheets {
  const { question, operation, commune, sectors, sectorsKnown, sources, illustrative } = answer
  const facts: SheetBlock = { kind: 'facts', facts: [
    { label: 'Lieu', value: question.place }, { label: 'Jour demandé', value: inWords(question.on) },
    { label: 'Commune', value: commune.value?.name ?? `inconnue : ${commune.why}` },
    ...(operation === null ? [] : [{ label: 'Opération', value: operation.name }]),
    { label: 'Convention', value: conventionLine(answer) },
    { label: 'Secteurs', value: sectors.length > 0
      ? sectors.map((sector) => `${sector.name}${sector.inside === 'yes' ? '' : ' (trop près de la limite)'}`).join(' ; ')
      : sectorsKnown.value === null ? `inconnus : ${sectorsKnown.why}` : 'hors de tout secteur d’intervention' },
    { label: 'Attestation', value: code }, { label: 'Établie le', value: momentInWords(issuedAt) },
    { label: 'Se vérifie à', value: whereVerified(address) }, { label: 'Empreinte SHA-256', value: sha256.replace(/.{8}/g, '$& ').trim() },
  ] }
  return {
    title: 'Attestation de situation', operation: operation?.name ?? 'Chapeau', running: `Attestation ${code}`, on: dayInParis(new Date(issuedAt)),
    whole: false,
    introduction: [
      ...(illustrative ? ['SANS VALEUR : TRACÉ ILLUSTRATIF. Un secteur de cette réponse a été dessiné à la main pour l’exemple.'] : []),
      certificateIs,
    ],
    sheets: [{ title: 'Réponse', group: '', blocks: [
      facts,
      ...(sectors.length === 0 ? [] : [sectorTable(answer)]),
      ...(['applies', 'unknown', 'no'] as const).flatMap((verdict) => leverTable(answer, verdict)),
      { kind: 'table', heading: 'Sources', columns: ['Source', 'Réponse'], ends: 0, note: '',
        rows: sources.map(({ name, answered, detail }) => [name, answered ? `a répondu. ${detail}`.trim() : `n’a pas pu répondre. ${detail}`]) },
      { kind: 'text', heading: 'Ce que cette attestation n’est pas', paragraphs: [certificateIsNot] },
    ] }],
  }
}

function conventionLine({ convention: { inForce, from, until } }: AnswerRecord): string {
  if (inForce !== 'yes') return inForce === 'no' ? 'aucune en vigueur pour cette commune ce jour-là' : 'inconnu'
  return `en vigueur${from === null ? '' : ` depuis le ${inWords(from)}`}${until === null ? '' : ` jusqu’au ${inWords(until)}`}`
}

const sectorTable = ({ sectors }: AnswerRecord): SheetBlock => ({
  kind: 'table', heading: 'Secteurs', columns: ['Secteur', 'Version', 'Fixée par', 'Précision du tracé'], ends: 0, note: '',
  rows: sectors.map((sector) => [
    `${sector.name} (${sector.kind.toLowerCase()})`,
    `n° ${sector.version}${sector.validFrom === null ? '' : `, depuis le ${inWords(sector.validFrom)}`}`,
    sector.act ?? `acte inconnu (${sector.source})`, sector.precisionMetres === null ? 'inconnue' : `${sector.precisionMetres} m`,
  ]),
})

function leverTable({ levers }: AnswerRecord, verdict: LeverVerdict): readonly SheetBlock[] {
  const mine = levers.filter((lever) => lever.verdict === verdict)
  return mine.length === 0 ? [] : [{
    kind: 'table', heading: `${groupNames[verdict]} (${mine.length})`, columns: ['Levier', 'Texte', 'Pourquoi'], ends: 0, note: '', wide: true,
    rows: mine.map(({ id, name, articles, reasons, conditions, reading, verifiedOn }) => [
      `${id} ${name}`, `${articles.join(' ; ')}. ${reading} ; catalogue relu le ${inWords(verifiedOn)}.`,
      [...reasons, ...(verdict === 'applies' && conditions.length > 0 ? [`À vérifier : ${conditions.join(' ; ')}.`] : [])].join(' '),
    ]),
  }]
}
