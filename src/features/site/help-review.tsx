// Manual: reviewing a reading, by mouse or keyboard.
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** The keys of the review screen, with what each does. */
export const reviewKeys: readonly (readonly [keys: readonly string[], act: string])[] = [
  [['j', 'k'], 'fait suivant, fait précédent ; les flèches bas et haut font de même'],
  [['a'], 'accepter'],
  [['r'], 'écarter'],
  [['e'], 'corriger'],
  [['t'], 'voir les mots dans le texte'],
  [['n'], 'ajouter un fait à partir des mots choisis dans le texte'],
]

const Keys = ({ keys }: { keys: readonly string[] }) => <>{keys.map((key, rank) => <span key={key}>{rank === 0 ? '' : ' '}<kbd>{key}</kbd></span>)}</>

export const reviewTopic: HelpTopic = {
  slug: 'relire', title: 'Relire', summary: 'Accepter, corriger, écarter, ajouter : à la souris ou au clavier, en une ou plusieurs fois.',
  body: (
    <>
      <p>
        La relecture montre le texte d’un côté, les faits de l’autre : ceux « à vérifier d’abord », puis le reste, par nature. Chaque décision est
        enregistrée aussitôt : arrêtez-vous quand vous voulez, un collègue peut continuer. Le compteur en haut dit combien de faits restent.
      </p>
      <Section title="Quatre gestes" id="gestes">
        <ul>
          <li><strong>Accepter</strong> : le fait est juste tel qu’il a été lu.</li>
          <li>
            <strong>Corriger</strong> : une page s’ouvre avec chaque champ du fait et les mots où il a été lu. Laissez vide ce que le texte ne dit
            pas.
          </li>
          <li>
            <strong>Écarter</strong> : le fait n’en est pas un, ou n’a pas sa place dans l’opération. Il reste dans la liste, et peut être repris.
          </li>
          <li>
            <strong>Ajouter</strong> : choisissez des mots dans le texte, puis le bouton qui apparaît ; ou « Ajouter un fait », sans mots. Indiquez
            sa nature et remplissez ses champs.
          </li>
        </ul>
        <p>
          « Accepter les faits sûrs » accepte d’un coup ceux qui restent et dont la lecture est sûre. Parcourez-les d’abord. Jusqu’à la publication,
          vous pouvez revenir sur chaque décision ; toutes restent dans le <a href={paths.helpPage('journal')}>journal</a>.
        </p>
      </Section>
      <Section title="Au clavier" id="clavier">
        <p>
          Le bouton « Relire au clavier » mène au premier fait à relire. Les touches n’agissent que dans cet écran, et jamais pendant que vous
          écrivez.
        </p>
        <Table
          caption="Touches de la relecture" captionHidden rows={reviewKeys} rowKey={([keys]) => keys.join('')} empty={null}
          columns={[
            { key: 'keys', label: 'Touche', rowHeader: true, cell: ([keys]) => <Keys keys={keys} /> },
            { key: 'act', label: 'Effet', cell: ([, act]) => act },
          ]}
        />
      </Section>
      <Section title="Retirer une lecture" id="retirer">
        <p>
          Un mauvais fichier, un document déposé deux fois : « Retirer cette lecture » l’ôte de ce qui reste à relire. Le document reste gardé, et le
          retrait est au journal. Une lecture publiée ne se retire pas.
        </p>
      </Section>
      <Section title="À regarder de près" id="attention">
        <ul>
          <li><strong>Les dates.</strong> Délibération, télétransmission, certification et signature sont quatre jours différents.</li>
          <li><strong>La date de signature.</strong> Si elle manque au texte mais que vous la connaissez, corrigez la durée : « Signée le ».</li>
          <li><strong>Les montants.</strong> HT, TTC ou non précisé : Chapeau ne choisit pas à la place du texte.</li>
          <li><strong>Les sièges.</strong> Une fonction par ligne, non une personne ; ajoutez « [ou son représentant] » quand le texte le permet.</li>
          <li><strong>Les tampons.</strong> Des copies abîmées d’un même cachet ne font qu’un acte ; corrigez l’identifiant d’après l’original.</li>
          <li>
            <strong>Les défauts.</strong> Acceptez ceux qui sont fondés : ils suivront la convention. Écartez les
            autres. <a href={paths.helpPage('defauts')}>Que veut dire chacun ?</a>
          </li>
        </ul>
      </Section>
    </>
  ),
}
