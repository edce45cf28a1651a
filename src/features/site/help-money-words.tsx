// Manual: the words of money: steps of a funding, amounts of each stage, kinds of funding, whose money it is.

/** The steps of a funding line, as the badges name them. */
export const fundingStepHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['À solliciter', 'prévue, rien n’est demandé'],
  ['Sollicitée', 'la demande est déposée'],
  ['Attribuée', 'le financeur a décidé : arrêté, délibération, convention'],
  ['Engagée', 'le financeur a réservé l’argent dans ses comptes'],
  ['Versée', 'de l’argent est reçu ; chaque versement s’ajoute aux précédents'],
  ['Soldée', 'plus rien ne viendra'],
  ['Refusée', 'la demande est rejetée ; la ligne ne compte plus, sauf ce qui a été versé'],
  ['Annulée', 'retirée par une des parties ; de même'],
]

/** The stages of an amount. None is ever added to another. */
export const stageHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['Prévu', 'ce que le plan attend de la ligne'],
  ['Sollicité', 'ce qui a été demandé'],
  ['Attribué', 'ce qui a été accordé'],
  ['Engagé', 'ce qui a été réservé'],
  ['Versé', 'ce qui a été reçu, versements additionnés'],
  ['Coût prévu', 'ce que l’action devrait coûter'],
  ['Coût réel', 'ce qu’elle a coûté, une fois la dépense faite'],
]

/** The kinds of funding, and what they count for. */
export const fundingKindHelp: readonly (readonly [name: string, effect: string])[] = [
  ['Subvention', 'compte au financement, et aux fonds publics si son financeur est public'],
  ['Prêt', 'finance, mais à part : le maître d’ouvrage le rembourse, ce n’est pas une aide'],
  ['Avance remboursable', 'se rend : hors de l’équilibre'],
  ['Fonds propres', 'part du maître d’ouvrage'],
  ['Apport en nature', 'compte comme une subvention'],
  ['Portage foncier', 'se rend : hors de l’équilibre'],
]

/** What a person decides of a published grant. */
export const grantHelp: readonly (readonly [name: string, effect: string])[] = [
  ['Rapprochée d’une ligne', 'elle reçoit l’étape « Engagée » et le montant de la liste, sauf si l’argent y est déjà engagé'],
  ['Ligne créée', 'l’action reçoit une subvention nouvelle, engagée, dont la base HT ou TTC reste à préciser'],
  ['Aucune action de l’opération', 'rien n’est écrit au plan'],
  ['Mise de côté', 'rien n’est écrit, avec un motif'],
]
