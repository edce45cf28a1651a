// Manual: the words of the action plan: states, delays, links, places, kinds of frameworks and indicators.

/** The states of an action, as the badges name them; `next`: where one goes without giving a reason. */
export const planStateHelp: readonly { readonly name: string; readonly meaning: string; readonly next: readonly string[] }[] = [
  { name: 'En maturation', meaning: 'une idée : rien n’est promis, aucune date ne la met en retard', next: ['Prévue', 'Engagée'] },
  { name: 'Prévue', meaning: 'décidée, avec ou sans dates', next: ['Engagée', 'En cours'] },
  { name: 'Engagée', meaning: 'décidée et financée', next: ['En cours'] },
  { name: 'En cours', meaning: 'commencée', next: ['Livrée'] },
  { name: 'Livrée', meaning: 'achevée : plus rien n’est attendu', next: [] },
  { name: 'Suspendue', meaning: 'arrêtée, à reprendre : ses dates ne courent plus', next: ['Prévue', 'Engagée', 'En cours'] },
  { name: 'Abandonnée', meaning: 'ne se fera pas ; elle reste au plan, avec le motif', next: [] },
]

/** Why an action is late, as the lists say it, and what to do. */
export const lateHelp: readonly (readonly [reason: string, when: string, todo: string])[] = [
  ['pas commencée à la date prévue', 'son début prévu est passé, elle n’est pas en cours', 'changez l’état, ou estimez un nouveau début'],
  ['échéance passée', 'sa fin prévue est passée, elle n’est pas livrée', 'dites-la livrée, ou estimez une nouvelle fin'],
  ['estimée plus tard que prévu', 'une date estimée dépasse la date prévue', 'rien à corriger : la page dit l’écart'],
  ['une étape en retard', 'une étape non faite a dépassé sa fin', 'notez l’étape faite, ou corrigez sa date'],
  ['attend une action en retard', 'ce dont elle dépend la pousse au-delà de sa date', 'ouvrez l’action attendue'],
]

/** The links between two actions, from the point of view of the one that waits. */
export const linkHelp: readonly (readonly [name: string, effect: string])[] = [
  ['Commence après la fin de', 'l’autre doit être finie avant que celle-ci commence'],
  ['Commence après le début de', 'l’autre doit avoir commencé'],
  ['Se termine après la fin de', 'celle-ci ne peut pas finir avant l’autre'],
  ['En rapport avec', 'à lire ensemble, sans ordre : aucun retard ne passe'],
]

/** The kinds of places of an action. */
export const placeHelp: readonly (readonly [name: string, how: string])[] = [
  ['Commune', 'son nom, son code INSEE ou son code postal'],
  ['Adresse', 'en toutes lettres, avec sa commune'],
  ['Parcelle', 'section et numéro, ou l’identifiant de 14 caractères'],
  ['Secteur', 'le nom d’un quartier, d’un îlot'],
  ['Tracé ou point', 'collé en GeoJSON (WGS 84), ou deux coordonnées'],
]

/** The kinds of indicators. */
export const indicatorHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['Réalisation', 'ce qui a été fait'], ['Résultat', 'ce que cela change'], ['Contexte', 'le territoire, quoi qu’on fasse'],
]
