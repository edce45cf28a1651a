// What reading an order gives: changes, or the reason why it is refused.
import type { Change, InstructionProblem } from './instruction.ts'
import type { Confidence } from './span.ts'
import { pattern } from './patterns.ts'

export type Answer = { readonly change: Change; readonly confidence: Confidence } | { readonly problem: InstructionProblem; readonly message: string }

export const found = (change: Change, confidence: Confidence): Answer => ({ change, confidence: Math.round(confidence * 100) / 100 })

const messages = {
  noTarget: 'Le texte ne dit pas à quel article de la convention ce changement s’applique : indiquez-le.',
  noQuotedText: 'Le nouveau texte n’est pas donné entre guillemets : saisissez-le.',
  unclosedQuote: 'Une citation est ouverte et jamais fermée : on ne sait pas où finit le nouveau texte. Saisissez ce changement.',
  vague: 'Le texte dit que ce passage est modifié sans dire comment : saisissez le changement, ou écartez-le.',
  unknownForm: 'Ces mots ordonnent un changement dont la forme n’est pas reconnue : saisissez-le.',
  dateUnreadable: 'La date de ce changement n’existe pas au calendrier ou ne se lit pas : indiquez-la.',
  foreign: 'Ces mots modifient un autre texte que la convention : ils ne sont pas appliqués.',
} as const

/** `because`: added to the sentence, when more is known. */
export function refusal(problem: keyof typeof messages, because?: string): Answer {
  const message = because === undefined ? messages[problem] : messages[problem].replace(' : ', `, ${because} : `)
  return { problem: problem === 'foreign' ? 'unknownForm' : problem, message }
}

/** Whether the words speak of the amended text rather than of the world. */
export const isPartOfText = (flat: string): boolean => pattern()`
  (?<![a-z])(?:articles?|alineas?|phrases?|mots?|termes?|annexes?|dispositions?|stipulations?|clauses?|paragraphes?|intitules?|preambule|tirets?
  |convention|listes?|tableaux?|maquettes?|plan de financement|plan d'actions?|plan guide|calendrier|fiches?|redaction|texte)(?![a-z])`.test(flat)
