// Manual: every euro: costs and fundings of an action, their steps, sums that never mix, the model, delays, funders, published grants, posts.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { fundingKindHelp, fundingStepHelp, grantHelp, stageHelp } from './help-money-words.tsx'
import type { HelpTopic } from './help.pages.tsx'

const twoColumns = (caption: string, first: string, second: string, rows: readonly (readonly [string, string])[]) => (
  <Table
    caption={caption} captionHidden rows={rows} rowKey={([name]) => name} empty={null}
    columns={[
      { key: 'name', label: first, rowHeader: true, cell: ([name]) => name },
      { key: 'says', label: second, cell: ([, says]) => says },
    ]}
  />
)

const Keeping = () => (
  <Section title="Tenir l’argent d’une action" id="tenir">
    <ol>
      <li>Ouvrez l’action, puis « Financement ».</li>
      <li>
        « Ajouter un coût » : sa nature, son montant, HT ou TTC. Écrivez comme d’habitude : 55 000, 1,2 M€ ; « NC » quand il n’est pas connu.
      </li>
      <li>
        « Ajouter un financement » : une ligne par financeur et par dispositif, dans la base du coût qu’elle finance. Un taux et une dépense éligible
        donnent le montant. « Quand l’argent est attendu » le répartit par année.
      </li>
      <li>
        À chaque réponse, « Enregistrer une étape » : son jour, son montant, la référence et la pièce. Revenir en arrière demande un motif ; une
        étape fausse se retire, et reste lisible.
      </li>
    </ol>
    {twoColumns('Étapes d’un financement', 'Étape', 'Ce qu’elle veut dire', fundingStepHelp)}
    <Section title="Formes d’un financement" id="formes" level={3}>
      {twoColumns('Formes d’un financement', 'Forme', 'Ce qu’elle compte', fundingKindHelp)}
    </Section>
  </Section>
)

const Sums = () => (
  <Section title="Lire une somme" id="sommes">
    <Notice tone="info" title="Ce qui ne s’additionne jamais">
      <p>Le HT et le TTC ; le prévu, l’attribué, le versé et les autres stades. Et un montant inconnu n’est pas un zéro : il est compté à part.</p>
    </Notice>
    <p>
      « 55 000 € + 2 montants inconnus » : deux montants manquent. Une étape franchie sans être dite laisse son montant inconnu. Le reste à financer
      est le coût prévu moins le financement prévu, de même base ; « au plus » ou « au moins » quand un montant manque.
    </p>
    {twoColumns('Stades d’un montant', 'Stade', 'Ce qu’il veut dire', stageHelp)}
    <p>
      L’effet de levier dit combien d’euros d’autres fonds viennent pour 1 € des maîtres d’ouvrage. Il est inconnu si
      leur part l’est, ou est nulle.
    </p>
  </Section>
)

const Pages = () => (
  <Section title="Les pages de l’argent" id="pages">
    <Facts lines={[
      { term: 'Plan de financement', value: 'Dans une action : qui paie, le reste à financer, et les règles de droit appliquées, avec le calcul.' },
      {
        term: 'Vue d’ensemble', value: 'Tout le plan, par financeur et par année, et ce que les sommes ne disent pas.',
        note: 'La date de la page vaut aussi pour l’argent : les étapes d’alors.',
      },
      {
        term: 'Maquette', value: 'Orientation par orientation d’un cadre, à un stade et dans une base choisis ; se télécharge en tableur.',
        note: 'Une action de deux orientations figure dans les deux ; les ensembles la comptent une fois.',
      },
      { term: 'Délais', value: 'Demandes sans réponse, attributions en attente de versement, et le temps médian de chaque financeur.' },
      { term: 'La page d’un financeur', value: 'Ses lignes, action par action, leurs étapes et leurs pièces. Son nom y mène.' },
    ]} />
    <p>
      Un financeur invité ne voit que les actions qu’il finance et ses propres lignes. Chefs de projet et finances tiennent tout l’argent ; une
      commune, celui des actions qu’elle porte.
    </p>
  </Section>
)

const Grants = () => (
  <Section title="Rapprocher une liste de subventions" id="rapprochement">
    <ol>
      <li>Dans « Financement », « Rapprochement », déposez la liste publiée (CSV) et dites son dispositif.</li>
      <li>
        Chapeau n’en garde que les lignes de vos organismes et de vos communes, et propose des actions, avec les points de chaque ressemblance sur
        cent.
      </li>
      <li>Décidez, ligne par ligne. Rien n’est écrit sans une personne ; « Revenir sur ce verdict » le défait.</li>
    </ol>
    {twoColumns('Verdicts', 'Verdict', 'Effet', grantHelp)}
  </Section>
)

export const moneyTopic: HelpTopic = {
  slug: 'argent', title: 'L’argent',
  summary: 'Coûts, financements et leurs étapes, du prévu au versé ; maquette, délais, financeurs, subventions publiées, postes.',
  body: (
    <>
      <Keeping />
      <Sums />
      <Pages />
      <Grants />
      <Section title="Les postes" id="postes">
        <p>
          « Postes » suit qui est employé pour l’opération : chaque année, son coût, ses cofinancements, le plafond et ce qui reste à l’employeur. Une
          case vide veut dire inconnu. Dites si une OPAH-RU existe : elle change le plafond, donné
          {' '}<a href={`${paths.helpPage('regles-de-l-argent')}#poste`}>dans ses deux lectures</a>.
        </p>
      </Section>
    </>
  ),
}
