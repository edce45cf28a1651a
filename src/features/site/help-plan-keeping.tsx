// Manual: nothing is lost in the plan: drafts, two people on one sheet, history, taking a change back.
import { Section } from '../../design/card.tsx'

/** The kinds of sets of changes, as the list of changes names them. */
export const changeKindHelp: readonly (readonly [name: string, what: string])[] = [
  ['Création', 'une fiche nouvelle'], ['Modification', 'une fiche'], ['Modification en lot', 'plusieurs fiches d’un coup'],
  ['Import', 'un tableur'], ['Annulation', 'ce qui a remis les choses en place'],
]

export const Keeping = () => (
  <Section title="Travailler à plusieurs, revenir en arrière" id="rien-ne-se-perd">
    <Section title="Brouillons" id="brouillons" level={3}>
      <p>
        Ce que vous tapez dans une fiche est gardé au fil de la saisie, pour vous seul, jusqu’à l’envoi ; sans JavaScript, « Garder le brouillon » le
        fait. Au retour : « Reprendre le brouillon » ou « Oublier le brouillon ». Un brouillon n’est pas dans le plan.
      </p>
    </Section>
    <Section title="Deux personnes sur une fiche" id="a-deux" level={3}>
      <p>
        Si l’autre a changé d’autres champs, les deux saisies sont gardées. Si c’est le même champ, la page montre les deux versions : écrivez la
        vôtre, ou cochez « Garder la version enregistrée ». Rien de ce que vous avez tapé n’est perdu.
      </p>
    </Section>
    <Section title="Historique et annulation" id="annuler" level={3}>
      <p>
        L’onglet « Historique » d’une fiche dit qui a changé quoi, avant et après. « Modifications », au-dessus de la liste, range par acte tout ce
        qui a été fait au plan : {changeKindHelp.map(([name, what]) => `${name.toLowerCase()} (${what})`).join(', ')}.
      </p>
      <p>
        Ouvrez-en une : la page dit ce qui reviendrait en arrière, et ce qui resterait parce que quelqu’un l’a changé depuis. « Remettre aussi les
        champs changés depuis » passe outre. Une annulation s’annule aussi.
      </p>
      <p>
        Une action qui ne se fera pas se dit par son état « Abandonnée ». Une saisie en double se retire par « Retirer cette action du plan », avec un
        motif ; « Remettre dans le plan », dans son historique, la rend.
      </p>
    </Section>
  </Section>
)
