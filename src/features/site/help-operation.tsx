// Manual: creating an operation and filling in its card.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

export const operationTopic: HelpTopic = {
  slug: 'creer-une-operation', title: 'Créer une opération', summary: 'Partir de la convention signée, ou de l’intercommunalité.',
  body: (
    <>
      <p>
        Une opération correspond à une ORT. Elle est portée par une intercommunalité à fiscalité propre et tient souvent à plusieurs documents :
        convention chapeau, conventions de programme, adhésions, avenants. Créez une seule opération, et déposez-y tous ces documents.
      </p>
      <Section title="Partir d’une convention" id="convention">
        <ol>
          <li>Ouvrez <a href={paths.operations()}>Opérations</a>, puis <a href={paths.deposit()}>Partir d’une convention</a>.</li>
          <li>Choisissez le document, indiquez votre qualité, par exemple « cheffe de projet », puis « Déposer et lire ».</li>
          <li>L’intercommunalité est reconnue dans le texte et son opération est créée, ou complétée si vous en avez déjà une pour elle.</li>
        </ol>
        <p>
          Si l’intercommunalité n’est pas reconnue, s’il y en a plusieurs, ou si le document est numérisé et donc long à lire, passez par la seconde
          manière.
        </p>
      </Section>
      <Section title="Partir de l’intercommunalité" id="intercommunalite">
        <ol>
          <li>Ouvrez <a href={paths.operations()}>Opérations</a>, puis <a href={paths.newOperation()}>Créer une opération</a>.</li>
          <li>
            Cherchez l’intercommunalité par son nom, son SIREN, ou par une de ses communes (nom, code INSEE ou code postal). Les accents ne comptent
            pas.
          </li>
          <li>Choisissez-la : ses communes membres viennent du référentiel national.</li>
          <li>Vérifiez le nom proposé et la ville principale.</li>
          <li>Indiquez votre qualité, par exemple « cheffe de projet », puis « Créer l’opération ».</li>
        </ol>
        <p>
          Vous en devenez chef de projet, avec tous les droits. L’adresse de l’opération est tirée du nom de l’intercommunalité et ne change plus.
        </p>
      </Section>
      <Section title="La ville principale" id="ville-principale">
        <p>
          La commune la plus peuplée est proposée, sans plus : c’est la convention qui la désigne, et elle ne le fait pas toujours. Dans le doute,
          choisissez « À établir » ; le tableau de bord le rappellera. Vous corrigerez par « Modifier la fiche ».
        </p>
        <Facts lines={[
          {
            term: 'Pourquoi elle compte', value: 'Le centre-ville de la ville principale fait nécessairement partie des secteurs d’intervention.',
            note: 'Code de la construction et de l’habitation (CCH), art. L.303-2',
          },
          {
            term: 'L’exception',
            value: 'Le préfet peut autoriser une ORT sans la ville principale, pour une ou plusieurs communes qui ont des fonctions de centralité.',
            note: 'CCH, art. L.303-3',
          },
        ]} />
      </Section>
      <Section title="Le référentiel des territoires" id="territoires">
        <p>
          <a href={paths.territories()}>Territoires</a> donne toutes les communes, intercommunalités et départements de France, avec leurs codes,
          leur SIREN et leur population. Une commune fusionnée se retrouve sous son ancien nom : la page indique celle dont elle fait partie
          aujourd’hui.
        </p>
      </Section>
    </>
  ),
}
