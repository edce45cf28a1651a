// Spreadsheets of our own making, as messy as real ones: what people really send, built at each run as XLSX, ODS or CSV.
import { type WorkBook, type WorkSheet, utils, write } from '@e965/xlsx'

type Value = string | number | boolean | Date | null
type Merge = readonly [top: number, left: number, bottom: number, right: number]
type Made = {
  readonly rows: readonly (readonly Value[])[]; readonly merges?: readonly Merge[]; readonly hiddenColumns?: readonly number[];
    readonly hiddenRows?: readonly number[]
  /** Number formats by cell, `row:column`. */
  readonly formats?: Readonly<Record<string, string>>
}

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date))

function sheetOf({ rows, merges = [], hiddenColumns = [], hiddenRows = [], formats = {} }: Made): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]), { UTC: true })
  for (const [place, format] of Object.entries(formats)) {
    const [row, column] = place.split(':').map(Number)
    const cell: unknown = sheet[utils.encode_cell({ r: row ?? 0, c: column ?? 0 })]
    if (typeof cell === 'object' && cell !== null) Object.assign(cell, { z: format })
  }
  sheet['!merges'] = merges.map(([top, left, bottom, right]) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }))
  const width = Math.max(...rows.map((row) => row.length))
  sheet['!cols'] = Array.from({ length: width }, (_, column) => ({ hidden: hiddenColumns.includes(column) }))
  sheet['!rows'] = rows.map((_, row) => ({ hidden: hiddenRows.includes(row) }))
  return sheet
}

/** The bytes of a workbook of these sheets. */
export function writeBook(sheets: Readonly<Record<string, Made>>, format: 'xlsx' | 'ods'): Uint8Array<ArrayBuffer> {
  const book: WorkBook = utils.book_new()
  for (const [name, made] of Object.entries(sheets)) utils.book_append_sheet(book, sheetOf(made), name)
  const bytes: unknown = write(book, { type: 'buffer', bookType: format })
  if (!Buffer.isBuffer(bytes)) throw new Error('the workbook gave no bytes')
  return new Uint8Array(bytes)
}

/**
 * The plan of a town as its services keep it: titles, two header rows, groups, merged cells, subtotals, dates and sums in words, a hidden column,
 * the header again in the middle, notes under the table, and a second sheet on the money.
 */
export const messyPlan: Readonly<Record<string, Made>> = {
  'Plan d’action': {
    rows: [
      ['ORT du Bassin minier – Plan d’action 2024-2028', null, null, null, null, null, null, null, null, null, null, null, null],
      ['Mise à jour : 12 mars 2026', null, null, null, null, null, null, null, null, null, null, null, null],
      [],
      ['N°', 'Intitulé de l’action', 'MOA', 'Calendrier', null, 'Coûts', null, 'Plan de financement', null, null, 'État', '% avancement',
        'Observations'],
      [null, null, null, 'Début', 'Fin', 'HT', 'TTC', 'DETR', 'Région', 'Autofinancement', null, null, null],
      ['AXE 1 – Habitat', null, null, null, null, null, null, null, null, null, null, null, null],
      ['1.1', 'Rénover la cité des Fleurs', 'Ville de Bully-les-Mines', '1er trim. 2024', 'T2 2026', '1,2 M€', '1,44 M€', 300000, '150 k€ HT',
        750000, 'En cours', 0.35, 'Voir avec l’ABF'],
      ['1.2', 'Îlot Basly', 'Commune de Lens', 'mars 2024', day(2026, 12, 31), 250000, 300000, 'NC', 'à définir', null, 'Phase d’étude', 0.1, null],
      ['1.3', 'Permis de louer', 'CALL', 'en cours', null, '50 000 € / an', null, null, null, null, 'Bloqué', null, 'Attente de la délibération'],
      ['Sous-total axe 1', null, null, null, null, 1500000, 1740000, 300000, null, 750000, null, null, null],
      [],
      ['N°', 'Intitulé de l’action', 'MOA', 'Début', 'Fin', 'HT', 'TTC', 'DETR', 'Région', 'Autofinancement', 'État', '% avancement', 'Observations'],
      ['AXE 2 – Commerce et cœur de ville', null, null, null, null, null, null, null, null, null, null, null, null],
      ['2.1', 'Halle du marché', 'Commune de Lens', 'courant 2025', '2026', '~800 000', null, 200000, null, '35 %', 'non démarré', 0, null],
      ['2.2', 'Manager de commerce', 'CALL', '2024-2026', null, 'NC', null, null, null, null, 'Terminé', 1, null],
      [null, null, 'Ville de Liévin', null, null, null, null, null, null, null, null, null, 'Ligne à compléter'],
      ['TOTAL', null, null, null, null, 2300000, null, 500000, null, null, null, null, null],
      [],
      ['* Montants prévisionnels, hors révision de prix.', null, null, null, null, null, null, null, null, null, null, null, null],
      ['Source : services techniques, mars 2026', null, null, null, null, null, null, null, null, null, null, null, null],
    ],
    merges: [
      [0, 0, 0, 12], [3, 0, 4, 0], [3, 1, 4, 1], [3, 2, 4, 2], [3, 3, 3, 4], [3, 5, 3, 6], [3, 7, 3, 9], [3, 10, 4, 10], [3, 11, 4, 11],
        [3, 12, 4, 12],
      [5, 0, 5, 12], [12, 0, 12, 12],
    ],
    hiddenColumns: [12], hiddenRows: [14], formats: { '6:11': '0%', '7:11': '0%', '13:11': '0%', '14:11': '0%' },
  },
  Financements: {
    rows: [
      ['Intitulé de l’action', 'Financeur', 'Dispositif', 'Montant sollicité', 'Statut du financement'],
      ['Rénover la cité des Fleurs', 'Anah', 'OPAH-RU', '90 000 €', 'Attribuée'],
      [null, 'Banque des Territoires', 'Prêt', 120000, 'à solliciter'],
      ['Îlot Basly', 'EPF Hauts-de-France', 'Portage', 'NC', 'Sollicitée'],
    ],
    merges: [[1, 0, 2, 0]],
  },
  Contacts: { rows: [['Nicole à la DDTM : le mardi'], ['Le tableau est tenu par le service habitat']] },
}

/** The template of Territoires en Transitions: a title, the header in row 2, hints in row 3, data from row 4. */
export const transitionsTemplate: Readonly<Record<string, Made>> = {
  Plan: {
    rows: [
      ['Import de plan d’action', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null],
      ['Axe (x)', 'Sous-axe (x.x)', 'Sous-sous axe (x.x.x)', 'Titre de la fiche action', 'Titre de la sous-action', 'Descriptif',
        'Instances de gouvernance', 'Objectifs', 'Indicateurs liés', 'Structure pilote', 'Moyens humains et techniques', 'Partenaires',
        'Direction ou service pilote', 'Personne pilote', 'Élu·e référent·e', 'Participation citoyenne', 'Financements', 'Financeur 1',
        'Montant € TTC 1', 'Financeur 2', 'Montant € TTC 2', 'Financeur 3', 'Montant € TTC 3', 'Budget prévisionnel total € TTC', 'Statut',
        'Niveau de priorité', 'Date de début', 'Date de fin'],
      ['Texte libre', 'Facultatif', 'Facultatif', 'Obligatoire, 300 caractères', 'Facultatif', 'Texte libre', 'Texte libre', 'Texte libre',
        'Texte libre', 'Texte libre', 'Texte libre', 'Texte libre', 'Texte libre', 'Texte libre', 'Texte libre', 'Texte libre', 'Texte libre',
        'Texte libre', 'Nombre', 'Texte libre', 'Nombre', 'Texte libre', 'Nombre', 'Nombre', 'Liste déroulante', 'Liste déroulante',
        'Format jj/mm/aaaa', 'Format jj/mm/aaaa'],
      ['1 Mobilité', '1.1 Vélo', null, 'Créer une vélostation', null, 'À la gare', 'Comité mobilité', 'Doubler la part du vélo', 'Part modale',
        'CALL', '1 ETP', 'Région ; SNCF', 'Mobilités', 'A. Martin', 'B. Petit', 'Réunion publique', 'Voir délibération', 'ADEME', 40000,
        'Région Hauts-de-France', '25 000', null, null, 130000, 'À venir', 'Élevé', '01/09/2025', '31/12/2026'],
      ['1 Mobilité', '1.1 Vélo', null, 'Créer une vélostation', 'Étude de faisabilité', null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null, 'En pause', 'Bas', null, null],
      ['2 Énergie', null, null, 'Rénover les écoles', null, null, null, null, null, 'Ville de Lens', null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, 'A discuter', 'Moyen', null, null],
    ],
  },
}

/** The official model of a financial plan: one column per funder and scheme, with amount, rate and status. */
export const officialModel: Readonly<Record<string, Made>> = {
  Maquette: {
    rows: [
      ['Orientation / axe', 'N° et nom de l’action', 'Maître d’ouvrage', 'Coût total HT', 'Coût total TTC', 'Part du maître d’ouvrage', 'DETR', null,
        null, 'DSIL', null, null, 'Région Hauts-de-France', null, null, 'Banque des Territoires (prêt)', 'EPF (portage)', 'Total', '% public',
        'Reste à charge', 'Calendrier', 'Statut global'],
      [null, null, null, null, null, null, 'Montant', 'Taux', 'Statut', 'Montant', 'Taux', 'Statut', 'Montant', 'Taux', 'Statut', null, null, null,
        null, null, null, null],
      ['Axe 1 – Habitat', 'A1 Requalifier la place', 'Ville de Lens', 1000000, 1200000, 200000, 400000, 0.4, 'Attribuée', 250000, 0.25, 'Sollicitée',
        150000, 0.15, 'à solliciter', null, null, 800000, 0.8, 200000, '2025-2027', 'En cours'],
      [null, 'A2 Portage de l’îlot Sud', 'CALL', 500000, null, null, null, null, null, null, null, null, null, null, null, 300000, 200000, 500000,
        null, null, 'courant 2026', 'À venir'],
      ['Total', null, null, 1500000, 1200000, 200000, 400000, null, null, 250000, null, null, 150000, null, null, 300000, 200000, 1300000, null,
        null, null, null],
    ],
    merges: [
      ...[0, 1, 2, 3, 4, 5, 15, 16, 17, 18, 19, 20, 21].map((column): Merge => [0, column, 1, column]), [0, 6, 0, 8], [0, 9, 0, 11], [0, 12, 0, 14],
        [2, 0, 3, 0],
    ],
    formats: { '2:7': '0%', '2:10': '0%', '2:13': '0%', '2:18': '0%' },
  },
}

/** A file of a town hall, in the letters of Windows. */
export const windowsCsv: Uint8Array<ArrayBuffer> = new Uint8Array(Buffer.from([
  'Numéro;Libellé de l\x92action;Porteur;Échéance;Budget (k\x80);Priorité', '12;"Rénover l\x92école ; phase 2";Ville de Lens;fin 2026;1 250,5;Élevée',
  '13;Créer une crèche;CCAS;2025;\x80 NC;basse', '', '14;"Café\nassociatif";Association;;12;',
].join('\r\n'), 'latin1'))
