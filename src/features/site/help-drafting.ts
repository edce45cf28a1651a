// The drafting forms of amendments that the manual shows, over a short convention of our own; a test reads and applies each of them.

/** The convention that the sentences amend; invented. */
export const draftedBase = `Convention d'opération de revitalisation de territoire

Article 1 – Objet
La convention fixe les engagements des parties.

Article 2 – Moyens
La communauté finance un poste, pour 25 000 € par an.
Les parties mobilisent :
a) un chef de projet ;
b) une équipe technique.

Article 3 – Gouvernance
Le comité de suivi se réunit une fois par an.
Il est présidé par la maire. Il rend compte aux conseils.

Article 4 – Durée
La convention est conclue pour cinq ans à compter de sa signature.

Article 5 – Publicité
La convention est affichée en mairie.
`

/** `does`: what the instruction says it will do, one sentence each. */
export type Drafting = { readonly form: string; readonly drafted: string; readonly does: readonly string[] }

export const draftingExamples: readonly Drafting[] = [
  {
    form: 'Remplacer des mots',
    drafted: 'À l’article 3, les mots : « une fois par an » sont remplacés par les mots : « deux fois par an ».',
    does: ['Remplacer, à l’article 3, « une fois par an » par « deux fois par an ».'],
  },
  {
    form: 'Remplacer un montant', drafted: 'À l’article 2, le montant : « 25 000 € » est remplacé par le montant : « 30 000 € ».',
    does: ['Remplacer, à l’article 2, « 25 000 € » par « 30 000 € ».'],
  },
  {
    form: 'Remplacer un article', drafted: 'L’article 5 est ainsi rédigé : « La convention est publiée en ligne. »',
    does: ['Remplacer l’article 5 par « La convention est publiée en ligne. ».'],
  },
  {
    form: 'Remplacer un intitulé', drafted: 'L’intitulé de l’article 3 est remplacé par : « Suivi ».',
    does: ['Remplacer l’intitulé de l’article 3 par « Suivi ».'],
  },
  {
    form: 'Insérer des mots', drafted: 'À l’article 3, après les mots : « la maire », sont insérés les mots : « ou son représentant ».',
    does: ['Insérer, à l’article 3, après « la maire » : « ou son représentant ».'],
  },
  {
    form: 'Insérer un article',
    drafted: 'Après l’article 3, il est inséré un article 3 bis ainsi rédigé :\n\n« Article 3 bis – Bilan\n\nUn bilan est présenté chaque année. »',
    does: ['Insérer après l’article 3 l’article 3 bis « Bilan » : « Un bilan est présenté chaque année. ».'],
  },
  {
    form: 'Compléter par un alinéa', drafted: 'L’article 3 est complété par un alinéa ainsi rédigé : « Le préfet y est invité. »',
    does: ['Compléter l’article 3 par un alinéa : « Le préfet y est invité. ».'],
  },
  {
    form: 'Compléter une liste', drafted: 'L’article 2 est complété par un c) ainsi rédigé : « c) un architecte. »',
    does: ['Compléter l’article 2 par un élément de liste : « c) un architecte. ».'],
  },
  {
    form: 'Compléter par une annexe',
    drafted: 'La convention est complétée par une annexe 1 ainsi rédigée : « Annexe 1 – Plan\n\nPlan des secteurs. »',
    does: ['Compléter la convention par l’annexe 1 « Plan » : « Plan des secteurs. ».'],
  },
  {
    form: 'Supprimer une phrase', drafted: 'Au deuxième alinéa de l’article 3, la dernière phrase est supprimée.',
    does: ['Supprimer la dernière phrase du 2e alinéa de l’article 3.'],
  },
  { form: 'Supprimer un alinéa', drafted: 'Le dernier alinéa de l’article 3 est supprimé.', does: ['Supprimer le dernier alinéa de l’article 3.'] },
  { form: 'Abroger', drafted: 'L’article 5 est abrogé.', does: ['Supprimer l’article 5.'] },
  { form: 'Renuméroter', drafted: 'L’article 5 devient l’article 6.', does: ['L’article 5 devient l’article 6.'] },
  {
    form: 'Plusieurs changements',
    drafted: 'L’article 3 est ainsi modifié :\n\na) Au premier alinéa, les mots : « une fois » sont remplacés par les mots : « deux fois » ;\n\n'
      + 'b) Le second alinéa est supprimé.',
    does: ['Remplacer, au 1er alinéa de l’article 3, « une fois » par « deux fois ».', 'Supprimer le 2e alinéa de l’article 3.'],
  },
  {
    form: 'Proroger', drafted: 'La convention est prorogée jusqu’au 31 décembre 2030.',
    does: ['Fixer le terme de la convention au 31 décembre 2030.'],
  },
  { form: 'Porter la durée à', drafted: 'La durée de la convention est portée à sept ans.', does: ['Porter la durée de la convention à 7 ans.'] },
  {
    form: 'Associer une commune', drafted: 'La commune de Harnes est ajoutée à la liste des signataires.',
    does: ['Ajouter « commune de Harnes » aux parties.'],
  },
  {
    form: 'Renommer une instance', drafted: 'Le comité de suivi prend le nom de comité de pilotage.',
    does: ['Renommer l’instance « comité de suivi » en « comité de pilotage ».'],
  },
]

/** Words that order something nobody can tell for sure, or that the text does not allow; `says`: what the page answers. */
export const refusedExamples: readonly { readonly drafted: string; readonly says: string }[] = [
  {
    drafted: 'L’article 3 est modifié.',
    says: 'Le texte dit que ce passage est modifié sans dire comment : saisissez le changement, ou écartez-le.',
  },
  { drafted: 'L’article 3 est remplacé par un nouvel article.', says: 'Le nouveau texte n’est pas donné entre guillemets : saisissez-le.' },
  {
    drafted: 'La convention est prorogée jusqu’au 31 février 2030.',
    says: 'La date de ce changement n’existe pas au calendrier ou ne se lit pas : indiquez-la.',
  },
  {
    drafted: 'À l’article 9, les mots : « une fois » sont remplacés par les mots : « deux fois ».',
    says: 'Le texte ne contient pas l’article 9 : vérifiez le numéro cité.',
  },
  {
    drafted: 'À l’article 3, les mots : « chaque année » sont supprimés.',
    says: 'À l’article 3, les mots « chaque année » ne se trouvent pas : vérifiez le passage à modifier, à la lettre près.',
  },
  {
    drafted: 'À l’article 3, le mot : « Il » est remplacé par les mots : « Le comité ».',
    says: 'À l’article 3, les mots « Il » se trouvent à 2 endroits : dites lequel, ou « à chaque occurrence ».',
  },
]

/** Two amendments in force on the same words, and what the page says of it. */
export const conflictExample = {
  first: 'À l’article 3, les mots : « une fois par an » sont remplacés par les mots : « deux fois par an ».',
  second: 'À l’article 3, les mots : « une fois par an » sont remplacés par les mots : « trois fois par an ».',
  says: '« Avenant n° 1 » et « Avenant n° 2 » changent les mêmes mots de l’article 3 (« une fois par an ») : la première instruction s’applique, '
    + 'l’autre attend une décision.',
}

/** An instruction that waits for a day of its own. */
export const deferredExample = {
  drafted: 'À l’article 2, le montant : « 25 000 € » est remplacé par le montant : « 30 000 € » à compter du 1er janvier 2027.',
  entersOn: '2027-01-01',
}

/** A whole amendment of that convention, for the command line. */
export const draftedAmendment = `AVENANT N° 1

Article 1 – Gouvernance

À l’article 3, les mots : « une fois par an » sont remplacés par les mots : « deux fois par an ».

L’article 9 est abrogé.

Article 2 – Moyens

À l’article 2, le montant : « 25 000 € » est remplacé par le montant : « 30 000 € » à compter du 1er janvier 2027.

Article 3 – Entrée en vigueur

L’avenant entre en vigueur à sa signature.

Fait à Thiers, le 6 avril 2024
`

/** What the commands print on standard error, then on standard output, for these two files. */
export const consolidateSays = 'avenant-1.txt : Le texte ne contient pas l’article 9 : vérifiez le numéro cité.\n'
export const redlineSays = `1 partie modifiée. [-supprimé-] {+ajouté+}

## Article 3 – Gouvernance (modifié)

Le comité de suivi se réunit [-une-]{+deux+} fois par an.
Il est présidé par la maire. Il rend compte aux conseils.
`
