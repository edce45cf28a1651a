// Instructions in French: the verbs as one chooses them, the fields of their form, and what to do about each fault.
import type { Consolidation } from '../../amending/consolidation.ts'
import type { Fault } from '../../design/faults.tsx'
import { inWords } from '../../kernel/date.ts'
import type { AmendmentProblem, WithdrawalProblem } from './amendment.rules.ts'
import type { InstructionField, InstructionFormProblem, Verb } from './instruction-form.rules.ts'

/** What one does, and when to choose it. */
export const verbNames: Readonly<Record<Verb, readonly [label: string, hint: string]>> = {
  replace: ['Remplacer', 'des mots, un chiffre, une phrase, un alinéa, un intitulé, ou tout un article'],
  insert: ['Insérer', 'avant ou après un article, un alinéa, un élément de liste ou des mots'],
  complete: ['Compléter', 'un article ou un alinéa, à la fin : alinéa, phrase, mots, élément de liste, sous-article'],
  delete: ['Supprimer', 'des mots, une phrase, un alinéa, un élément de liste, ou abroger un article'],
  renumber: ['Renuméroter', 'un article'],
  term: ['Changer la durée', 'proroger jusqu’à un jour, d’une durée, ou porter la durée à tant'],
  party: ['Changer les parties', 'une partie adhère ou se retire'],
  sector: ['Changer les secteurs', 'ajouter, remplacer ou retirer un secteur d’intervention'],
  body: ['Changer les instances', 'créer, renommer ou supprimer une instance'],
}

export const fieldWords: Readonly<Record<InstructionField, readonly [label: string, hint?: string]>> = {
  article: ['Article visé'],
  heading: ['L’intitulé de l’article seulement'],
  paragraph: ['Alinéa', 'Son rang, par exemple 2, « dernier » ou « avant-dernier ». Chaque tiret d’une liste compte pour un alinéa.'],
  sentence: ['Phrase', 'Son rang dans l’alinéa ou l’article, par exemple 1 ou « dernière ».'],
  item: ['Élément de liste', 'Sa marque, par exemple a ou 3°, ou son rang.'],
  words: ['Mots visés', 'Recopiez-les sans les guillemets, tels que le texte les écrit. Laissez vide pour viser l’ensemble.'],
  everywhere: ['Partout où ces mots figurent dans ce qui est visé'],
  side: ['Place'],
  adds: ['Ce qui est ajouté'],
  text: ['Nouveau texte', 'Sans guillemets. Une ligne vide sépare deux alinéas.'],
  number: ['Numéro du nouvel article', 'Par exemple 3 bis, 3.4 ou annexe 2. Pour un nouvel article seulement.'],
  title: ['Intitulé', 'Celui du nouvel article, ou le nouvel intitulé d’un article remplacé.'],
  to: ['Nouveau numéro', 'Par exemple 4 ou 4 bis.'],
  until: ['Prorogée jusqu’au', 'jj/mm/aaaa'],
  by: ['Ou prorogée de', 'Par exemple 18 mois ou 2 ans.'],
  lasts: ['Ou durée portée à', 'Par exemple 7 ans.'],
  action: ['Ce qui change'],
  name: ['Nom', 'Tel que l’avenant l’écrit.'],
  role: ['En qualité de', 'Par exemple partenaire.'],
  commune: ['Commune'],
  newName: ['Nouveau nom', 'Pour une instance renommée seulement.'],
  entersOn: ['Entre en vigueur le', 'jj/mm/aaaa. Laissez vide si l’instruction prend effet avec l’avenant.'],
}

export const choiceWords: Readonly<Record<string, string>> = {
  before: 'Avant', after: 'Après',
  paragraph: 'Un ou plusieurs alinéas', sentence: 'Une phrase', words: 'Des mots', item: 'Un élément de liste', article: 'Un sous-article',
  add: 'Ajouter', remove: 'Retirer', replace: 'Remplacer', rename: 'Renommer',
}

const why: Readonly<Record<InstructionFormProblem['why'], string>> = {
  missing: 'remplissez ce champ.',
  rankUnreadable: 'indiquez un rang, par exemple 2, « dernier » ou « avant-dernier ».',
  dateUnreadable: 'indiquez la date sous la forme jj/mm/aaaa.',
  durationUnreadable: 'indiquez une durée, par exemple 18 mois ou 2 ans.',
  choiceUnknown: 'choisissez une valeur dans la liste.',
  tooLong: 'le texte dépasse 20 000 signes : répartissez-le sur plusieurs instructions.',
  oneOfThree: 'remplissez un seul des trois champs : jusqu’à un jour, d’une durée, ou une durée totale.',
  withoutParagraph: 'laissez ce champ vide quand vous ajoutez un alinéa ou un sous-article : il vient à la fin de l’article.',
}
export const instructionFault = ({ field, why: reason }: InstructionFormProblem): Fault =>
  [field, `${fieldName(field)} : ${why[reason]}`]
const fieldName = (field: string): string => Object.entries(fieldWords).find(([name]) => name === field)?.[1][0] ?? field

export const amendmentFaults: Readonly<Record<AmendmentProblem, Fault>> = {
  titleMissing: ['title', 'Donnez un titre à l’avenant, par exemple « Avenant n° 1 à la convention chapeau ».'],
  titleTooLong: ['title', 'Le titre dépasse 300 signes : raccourcissez-le.'],
  amendsMissing: ['amends', 'Choisissez la convention que l’avenant modifie.'],
}
export const withdrawalFaults: Readonly<Record<WithdrawalProblem, Fault>> = {
  reasonMissing: ['reason', 'Dites pourquoi l’instruction est retirée : le motif reste au dossier.'],
  reasonTooLong: ['reason', 'Le motif dépasse 500 signes : raccourcissez-le.'],
}

/** What an instruction does to the text: done, to be done, waiting, refused or colliding, and why. */
export type Fate = { readonly tone: 'positive' | 'negative' | 'caution' | 'neutral'; readonly label: string; readonly message?: string }

/** `draft`: the amendment is not signed; the consolidation is then that of the text as if it were. */
export function fateOf(instruction: string, { applied, waiting, refused, conflicts }: Consolidation, draft: boolean): Fate {
  const refusal = refused.find((refusal) => refusal.instruction === instruction)
  const conflict = conflicts.find((conflict) => conflict.instructions[1] === instruction)
  if (conflict !== undefined) return { tone: 'negative', label: 'En conflit', message: conflict.message }
  if (refusal !== undefined) return { tone: 'negative', label: 'Inapplicable', message: refusal.message }
  const done = applied.find((one) => one.instruction === instruction)
  if (done !== undefined) {
    return draft ? { tone: 'positive', label: 'S’applique' }
      : { tone: 'positive', label: 'Appliquée', message: `Depuis le ${inWords(done.since)}.` }
  }
  const since = waiting.find((one) => one.instruction === instruction)?.since ?? null
  return since === null ? { tone: 'neutral', label: 'En attente', message: 'L’avenant n’est pas en vigueur.' }
    : { tone: 'caution', label: 'Différée', message: `Prend effet le ${inWords(since)}.` }
}
