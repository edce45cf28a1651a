// Texts to write in tests: one made of a sample of the reader, one with two amendments in force, written word by word.
import type { Amendment, ConsolidatedNode, Consolidation, Piece, Strand } from '../../amending/consolidation.ts'
import { amendingAlgorithm } from '../../amending/consolidation.ts'
import { date } from '../../kernel/date.ts'
import type { Article } from '../../reading/facts.ts'
import { type AmendmentAbout, type ConsolidatedText, type TextAbout, consolidatedText } from '../consolidated-text.ts'

const about: TextAbout = {
  title: 'Titre d’origine', operation: 'ORT du Bassin', conventionKind: 'umbrella',
  address: 'https://chapeau.example/operations/bassin/conventions/chapeau', signedOn: date('2023-04-05'),
  versionLabel: 'Version en vigueur au 1er juillet 2025', state: 'En vigueur jusqu’au 4 avril 2028.',
}

export const piece = (text: string, by: string | null = null, instruction: string | null = null): Piece => ({ text, by, instruction })

type NodeGiven = Partial<ConsolidatedNode> & { readonly number: string; readonly heading: string; readonly pieces: readonly Piece[] }
const standing = (pieces: readonly Piece[]): readonly Strand[] => pieces.map((one) => ({ ...one, removedBy: null, removedInstruction: null }))
export const node = ({ number, heading, pieces, ...given }: NodeGiven): ConsolidatedNode => ({
  history: { baseDepth: 1, number: standing([piece(number)]), heading: standing([piece(heading)]), text: standing(pieces) },
  key: `article-${number.replace(/[ .]/g, '-')}`, number, heading, depth: number.split('.').length,
  text: pieces.map((one) => one.text).join(''), headingPieces: [piece(heading)], pieces, insertedBy: null, repealedBy: null, touchedBy: [], ...given,
})

/** The articles a reading found, without any amendment. */
export const textOfArticles = (title: string, articles: readonly Article[]): ConsolidatedText => {
  const nodes = articles.map(({ number, heading, depth, text }, rank) =>
    node({ key: `article-${rank + 1}`, number, heading, depth, pieces: [piece(text)] }))
  const none = { applied: [], waiting: [], changes: [], refused: [], conflicts: [] }
  return consolidatedText({ ...about, title }, { algorithm: amendingAlgorithm, on: date('2025-07-01'), nodes, ...none }, [])
}

const first: Amendment & AmendmentAbout = {
  id: 'avenant-1', title: 'Avenant n° 1', number: '1', signedOn: date('2024-03-01'), address: `${about.address}-avenant-1`,
  entersOn: date('2024-04-01'),
  instructions: [
    { id: 'i1', sentence: 'À l’article 5, remplacer « une fois » par « trois fois ».',
      change: { verb: 'replace', target: { article: '5', words: 'une fois' }, level: 'words', by: 'trois fois' } },
    { id: 'i2', sentence: 'Insérer un article 5 bis « Secrétariat ».',
      change: { verb: 'insert', side: 'after', target: { article: '5' }, level: 'article',
        number: '5 bis', heading: 'Secrétariat', text: 'Le secrétariat est tenu par l’agglomération.' } },
  ],
}
const second: Amendment & AmendmentAbout = {
  id: 'avenant-2', title: 'Avenant portant prorogation & suppression <de l’article 7>', signedOn: null, address: `${about.address}-avenant-2`,
  entersOn: date('2025-01-01'),
  instructions: [
    { id: 'i3', sentence: 'Abroger l’article 7.', change: { verb: 'delete', target: { article: '7' }, level: 'article' } },
    { id: 'i6', sentence: 'Remplacer l’intitulé.', change: { verb: 'replace', target: { article: 'intitulé' }, level: 'heading',
      by: 'Convention-cadre « chapeau » de Bourg-Neuf' } },
    { id: 'i4', sentence: 'Proroger la convention jusqu’au 4 avril 2028.', change: { verb: 'term', until: date('2028-04-04') } },
    { id: 'i5', sentence: 'À l’article 6.1, supprimer la deuxième phrase.', entersOn: date('2025-06-01'), change: { verb: 'delete',
      target: { article: '6.1', sentence: 2 }, level: 'sentence' } },
  ],
}

const consolidation: Consolidation = {
  algorithm: amendingAlgorithm, on: date('2025-07-01'),
  nodes: [
    node({ number: 'intitulé', key: 'intitule', heading: 'Convention-cadre « chapeau » de Bourg-Neuf', touchedBy: ['i6'], pieces: [] }),
    node({ number: '5', heading: 'Gouvernance', touchedBy: ['i1'], history: { baseDepth: 1, number: [], heading: [], text: [
      { ...piece('une fois'), removedBy: 'avenant-1', removedInstruction: 'i1' },
    ] }, pieces: [
      piece('Un comité de suivi est institué. Il réunit :\n- le président, qui le préside ;\n- les maires ;\n- le préfet.\n\nIl se réunit '),
      piece('trois fois', 'avenant-1', 'i1'), piece(' par an. Coût < 10 % & délai * 2 : voir « C:\\plan_a » #1 [note] $y$ @z ~ {t}.'),
    ] }),
    node({ number: '5 bis', heading: 'Secrétariat', insertedBy: 'avenant-1', touchedBy: ['i2'],
      headingPieces: [piece('Secrétariat', 'avenant-1', 'i2')], pieces: [piece('Le secrétariat est tenu par l’agglomération.', 'avenant-1', 'i2')] }),
    node({ number: '6', heading: 'Moyens', pieces: [] }),
    node({ number: '6.1', heading: 'Financement', touchedBy: ['i5'], pieces: [
      piece('Poste | Part | Plafond\nChef de projet | 75 % | 55 000 €\nÉtudes | 50 % | 20 000 €\n\nLes parts sont versées chaque année.'),
    ] }),
    node({ number: '7', heading: 'Résiliation', repealedBy: 'avenant-2', touchedBy: ['i3'], pieces: [] }),
    node({ number: 'annexe 1', key: 'annexe-1', heading: 'Cartes', depth: 1, pieces: [piece('Carte du secteur 1.')] }),
  ],
  applied: [
    { amendment: 'avenant-1', instruction: 'i1', since: date('2024-04-01') },
    { amendment: 'avenant-1', instruction: 'i2', since: date('2024-04-01') },
    { amendment: 'avenant-2', instruction: 'i3', since: date('2025-01-01') },
    { amendment: 'avenant-2', instruction: 'i6', since: date('2025-01-01') },
    { amendment: 'avenant-2', instruction: 'i4', since: date('2025-01-01') },
    { amendment: 'avenant-2', instruction: 'i5', since: date('2025-06-01') },
  ],
  waiting: [], changes: [], refused: [], conflicts: [],
}

/** Two amendments in force: words replaced, an article inserted, one repealed, a sub-article under an empty one, a table, an annex. */
export const amendedText: ConsolidatedText = consolidatedText(about, consolidation, [first, second])
