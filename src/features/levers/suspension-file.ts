// The two papers of a request of suspension, ready for Word and PDF: the joint letter with its signatures, and the data that go with it.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { ActionSheets, SheetBlock } from '../../writing/action-sheets.ts'
import { evidenceTopics } from './evidence.rules.ts'
import { topicNames, trendNames } from './suspension.words.ts'
import type { Joining, Suspension } from './suspension.rules.ts'

/** What the operation knows of one sector on the day, for the annex. */
export type SectorLine = Readonly<Record<'name' | 'commune' | 'townCentre' | 'area' | 'standing', string>>
export type SuspensionPapers = {
  readonly operation: string; readonly on: PlainDate; readonly suspension: Suspension; readonly joinings: readonly Joining[]
  readonly commune: string; readonly signatory: boolean; readonly sectors: readonly SectorLine[]
}
export const suspensionPapers = ['lettre', 'donnees'] as const
export type SuspensionPaper = (typeof suspensionPapers)[number]

const unknown = 'inconnu'
const said = (words: string): string => (words === '' ? unknown : words)

export const paperOf = (paper: SuspensionPaper, papers: SuspensionPapers): ActionSheets => ({
  operation: papers.operation, on: papers.on, whole: false,
  ...(paper === 'lettre'
    ? { title: 'Demande conjointe de suspension', running: 'Demande de suspension', introduction: letterOpening(papers),
      sheets: [{ title: 'Lettre', group: '', blocks: letter(papers) }] }
    : { title: 'Données à l’appui de la demande', running: 'Données de la demande de suspension', introduction: annexOpening(papers),
      sheets: [{ title: 'Données', group: '', blocks: annex(papers) }] }),
})

const letterOpening = ({ on }: SuspensionPapers): readonly string[] => [
  `Projet de lettre préparé par Chapeau le ${inWords(on)}, à relire et à signer par tous. À l’attention de Madame ou Monsieur le préfet.`,
]

function letter({ suspension, joinings, commune, signatory }: SuspensionPapers): readonly SheetBlock[] {
  const registered = suspension.registeredOn === null ? 'un jour que nous ne connaissons pas' : `le ${inWords(suspension.registeredOn)}`
  return [
    { kind: 'text', heading: 'Objet', paragraphs: [`Suspension de l’examen du projet « ${suspension.project} » à ${commune}.`] },
    { kind: 'text', heading: 'Demande', paragraphs: [
      'Ensemble, le président de l’intercommunalité et les maires des communes signataires de l’opération de revitalisation de territoire '
      + 'vous demandent de suspendre l’enregistrement et l’examen de ce projet, en application des articles L. 752-1-2 et R. 752-29-3 du code '
      + 'de commerce.',
      `Son dossier a été enregistré ${registered}. Il se trouve ${signatory
        ? 'dans une commune signataire ; nous le situons hors des secteurs de centre-ville'
        : 'hors des communes signataires ; nous soutenons qu’il compromet gravement les objectifs de l’opération'}.`,
      ...(suspension.evidence.effect === '' ? [] : [suspension.evidence.effect]),
      'Les données jointes présentent la vacance des logements, la vacance commerciale, le chômage et les secteurs de l’opération.',
    ] },
    projectBlock(suspension, commune),
    { kind: 'table', heading: 'Signatures', ends: 0, columns: ['Qui', 'S’est joint le', 'Signature'],
      rows: joinings.map(({ signatory: one, answer, step }) => [
        `${one.executive.slice(0, 1).toUpperCase()}${one.executive.slice(1)}`,
        answer === 'joined' && step !== null ? inWords(step.happenedOn) : answer === 'declined' ? 'ne se joint pas' : 'pas encore', '\n\n',
      ]),
      note: joinings.every(({ answer }) => answer === 'joined') ? ''
        : 'Cette lettre ne peut pas partir ainsi : la demande doit venir de tous (code de commerce, art. R. 752-29-3).' },
  ]
}

const projectBlock = (suspension: Suspension, commune: string): SheetBlock => ({ kind: 'facts', facts: [
  { label: 'Projet', value: suspension.project }, { label: 'Commune', value: commune }, { label: 'Adresse ou zone', value: said(suspension.place) },
  { label: 'Surface de vente', value: suspension.salesAreaM2 === null ? unknown : `${suspension.salesAreaM2.toLocaleString('fr-FR')} m²` },
  { label: 'Porteur du projet', value: said(suspension.developer) },
  { label: 'Dossier enregistré le', value: suspension.registeredOn === null ? unknown : inWords(suspension.registeredOn) },
] })

const annexOpening = ({ suspension, commune, on }: SuspensionPapers): readonly string[] => [
  `Projet « ${suspension.project} » à ${commune}. Données connues de l’opération au ${inWords(on)} ; ce qui manque est dit inconnu.`,
]

const annex = ({ suspension, commune, sectors }: SuspensionPapers): readonly SheetBlock[] => [
  projectBlock(suspension, commune),
  { kind: 'table', heading: 'Zone de chalandise : vacance et chômage', ends: 0, columns: ['Donnée', 'Niveau', 'Tendance', 'Source', 'Au'],
    rows: evidenceTopics.map((topic) => {
      const { figure, trend, source, on } = suspension.evidence.lines[topic]
      return [topicNames[topic], said(figure), trend === null ? unknown : trendNames[trend], said(source), on === null ? unknown : inWords(on)]
    }),
    note: 'Niveau et évolution demandés par le code de commerce, art. L. 752-1-2.' },
  { kind: 'table', heading: 'Secteurs de l’opération', ends: 0, columns: ['Secteur', 'Commune', 'Centre-ville', 'Surface', 'Ce jour-là'],
    rows: sectors.map(({ name, commune: town, townCentre, area, standing }) => [name, town, townCentre, area, standing]),
    note: sectors.length === 0 ? 'Aucun secteur n’est enregistré dans l’application.' : '' },
  { kind: 'text', heading: 'Ce que l’opération fait dans ses secteurs', paragraphs: [said(suspension.evidence.sectors)] },
  { kind: 'text', heading: 'Ce que le projet leur ferait', paragraphs: [said(suspension.evidence.effect)] },
]
