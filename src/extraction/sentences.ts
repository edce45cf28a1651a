// What a person reads when a file gives no text, or gives one to be checked: what happened, and what to do.
import type { ExtractionProblem, WarningCode } from './extraction.ts'

export const problemSentences: Record<ExtractionProblem, string> = {
  tooLarge:
    'Le fichier dépasse 50 Mo. '
    + 'Réduisez-le (par exemple en numérisant en noir et blanc à 300 points par pouce) ou déposez la convention sans ses annexes.',
  tooManyPages: 'Le document dépasse 500 pages. Déposez la convention sans ses annexes, ou en plusieurs fichiers.',
  tooLong: 'Le texte du document est trop long pour être celui d’une convention. Déposez la convention sans ses annexes.',
  tooHeavy: 'La lecture de ce fichier demande trop de mémoire. Enregistrez-le de nouveau au format PDF et déposez ce PDF.',
  encrypted: 'Le fichier est protégé par un mot de passe. Ouvrez-le, enregistrez-en une copie sans mot de passe, puis déposez la copie.',
  broken: 'Le fichier est endommagé ou incomplet. Vérifiez qu’il s’ouvre sur votre poste, enregistrez-le de nouveau, puis déposez-le.',
  bomb:
    'Le fichier a été refusé : une fois décompressé, il est démesurément grand. '
    + 'Enregistrez-le de nouveau avec votre traitement de texte, puis déposez-le.',
  unsafeXml:
    'Le fichier a été refusé : il contient une déclaration que les traitements de texte n’écrivent pas. '
    + 'Enregistrez-le de nouveau, puis déposez-le.',
  unknownFormat: 'Le format de ce fichier n’est pas reconnu. Déposez la convention en PDF, DOCX, ODT, Markdown ou texte.',
  wrongExtension:
    'Le contenu du fichier n’est pas celui que son nom annonce. '
    + 'Ouvrez-le pour vérifier, puis exportez la convention en PDF, DOCX ou ODT.',
  oldWord:
    'Le fichier est à l’ancien format de Word (.doc). '
    + 'Ouvrez-le, choisissez « Enregistrer sous », format .docx ou PDF, puis déposez la copie.',
  rtf: 'Le fichier est au format RTF. Ouvrez-le, choisissez « Enregistrer sous », format .docx ou .odt, puis déposez la copie.',
  html: 'Le fichier est une page web, non le document lui-même. Téléchargez le document, ou imprimez la page en PDF, puis déposez-le.',
  image: 'Le fichier est une image. Rassemblez les pages numérisées dans un seul PDF, puis déposez-le : son texte sera reconnu.',
  otherOffice: 'Le fichier est un classeur, une présentation ou un dessin. Déposez la convention elle-même, en PDF, DOCX ou ODT.',
  empty: 'Le fichier ne contient aucun texte. Vérifiez que vous avez choisi le bon fichier.',
  ocrMissing:
    'Le PDF ne contient que des images et la reconnaissance de caractères n’est pas installée. Déposez une version avec du texte, '
    + 'ou demandez à l’administrateur d’installer les paquets « tesseract.js », « @tesseract.js-data/fra » et « @napi-rs/canvas ».',
  ocrFailed:
    'La reconnaissance de caractères a échoué sur ce document. '
    + 'Numérisez-le de nouveau, droit et à 300 points par pouce, ou déposez une version avec du texte.',
  cancelled: 'La lecture du fichier a été interrompue. Déposez-le de nouveau quand vous le souhaitez.',
  timeout: 'La lecture du fichier a pris trop de temps. Déposez la convention sans ses annexes, ou réduisez la résolution des pages numérisées.',
}

export const warningSentences: Record<WarningCode, string> = {
  wrongExtension: 'L’extension du nom ne correspond pas au contenu ; le fichier a été lu d’après son contenu.',
  encodingGuessed: 'Le codage des accents n’était pas indiqué et a été deviné : vérifiez les lettres accentuées.',
  pagesRecognised: 'Des pages sont des images : leur texte a été reconnu et peut contenir des erreurs.',
  pagesUnsure: 'Le texte de certaines pages a été reconnu avec difficulté : relisez-les sur l’original.',
  pagesUnread: 'Le texte de certaines pages n’a pas pu être lu : complétez-le d’après l’original.',
  pagesEmpty: 'Des pages ne portent aucun texte : ce sont peut-être des plans ou des pages blanches.',
  damaged: 'Le fichier semble incomplet : vérifiez qu’aucune page ne manque.',
  rotatedText: 'Du texte tourné (marge, tampon) a été placé à la fin de sa page.',
  trackedChanges: 'Le document porte des modifications suivies : elles ont été lues comme acceptées.',
  hiddenText: 'Le document porte du texte masqué, qui n’a pas été lu.',
  contentsDropped: 'La table des matières n’a pas été lue : elle répète les titres.',
}
