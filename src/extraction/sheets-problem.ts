// Why a spreadsheet gives no grid, and the sentence a person reads: what happened, and what to do.
import type { Grid } from '../planning/sheets/grid.ts'

export type SheetProblem =
  | 'tooLarge' | 'tooManyRows' | 'tooManyCells' | 'bomb' | 'encrypted' | 'broken' | 'unsafeXml' | 'unknownFormat' | 'oldExcel' | 'notASheet' | 'empty'
  | 'timeout' | 'cancelled'
export type SheetReading = { readonly ok: true; readonly grid: Grid } | { readonly ok: false; readonly problem: SheetProblem }

export const sheetSentences: Record<SheetProblem, string> = {
  tooLarge: 'Le classeur dépasse 20 Mo. Retirez-en les images et les feuilles inutiles, puis déposez-le de nouveau.',
  tooManyRows: 'Une feuille dépasse 20 000 lignes ou 300 colonnes. Gardez les seules lignes du plan d’action, puis déposez le classeur.',
  tooManyCells: 'Le classeur contient plus de 600 000 cases remplies. Gardez les seules feuilles du plan d’action, puis déposez-le.',
  bomb:
    'Le fichier a été refusé : une fois décompressé, il est démesurément grand. '
    + 'Copiez le tableau dans un classeur neuf, enregistrez-le, puis déposez-le.',
  encrypted: 'Le classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis déposez la copie.',
  broken: 'Le classeur est endommagé ou incomplet. Vérifiez qu’il s’ouvre sur votre poste, enregistrez-le de nouveau, puis déposez-le.',
  unsafeXml:
    'Le fichier a été refusé : il contient une déclaration que les tableurs n’écrivent pas. '
    + 'Enregistrez-le de nouveau avec votre tableur, puis déposez-le.',
  unknownFormat: 'Le format de ce fichier n’est pas reconnu. Déposez un classeur XLSX ou ODS, ou un fichier CSV.',
  oldExcel: 'Le classeur est à un ancien format d’Excel. Ouvrez-le, choisissez « Enregistrer sous », format .xlsx ou .ods, puis déposez la copie.',
  notASheet: 'Ce fichier n’est pas un tableau. Déposez un classeur XLSX ou ODS, ou un fichier CSV.',
  empty: 'Le classeur est vide. Vérifiez que vous avez choisi le bon fichier.',
  timeout: 'La lecture du classeur a pris trop de temps. Gardez les seules feuilles du plan d’action, puis déposez-le.',
  cancelled: 'La lecture du classeur a été interrompue. Déposez-le de nouveau quand vous le souhaitez.',
}
