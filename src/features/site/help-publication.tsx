// Manual: publishing a convention, and what the operation then shows.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

export const publicationTopic: HelpTopic = {
  slug: 'publier', title: 'Publier', summary: 'Ce qu’il faut, ce que la publication crée, et ce qui ne change plus ensuite.',
  body: (
    <>
      <Section title="Avant" id="avant">
        <ul>
          <li>Chaque fait est accepté, corrigé ou écarté.</li>
          <li>Le titre est retenu, et au moins une partie.</li>
          <li>L’intercommunalité du texte, quand elle est reconnue, est celle de l’opération.</li>
          <li>Vous avez le droit de publier : <a href={`${paths.helpPage('inviter')}#droits`}>qui l’a ?</a></li>
        </ul>
      </Section>
      <Section title="Pas à pas" id="pas-a-pas">
        <ol>
          <li>La relecture finie, « Préparer la publication » apparaît en haut de l’écran.</li>
          <li>Vérifiez le décompte de ce qui sera publié.</li>
          <li>Choisissez l’adresse : un mot court, comme <code>chapeau</code> ou <code>pvd</code>.</li>
          <li>« Publier la convention ».</li>
        </ol>
        <Notice tone="warning" title="La publication ne se reprend pas">
          <p>
            Le texte publié, son adresse et celles de ses articles ne changent plus. Pour l’instant, une erreur découverte ensuite demande une
            nouvelle lecture, publiée à une autre adresse.
          </p>
        </Notice>
      </Section>
      <Section title="Ce que la publication crée" id="resultat">
        <Facts lines={[
          {
            term: 'Une convention', value: 'et une adresse permanente par article, à citer telle quelle',
            note: <code>…/conventions/chapeau/article-5</code>,
          },
          { term: 'Des parties', value: 'chacune avec ses signataires et leur qualité' },
          { term: 'Des instances', value: 'avec leurs sièges par fonction' },
          { term: 'Des engagements', value: 'avec leur clause et leur règle d’échéance' },
          { term: 'Des actes', value: 'un par identifiant sur lequel les tampons s’accordent' },
          { term: 'Des remarques', value: 'les défauts acceptés, en marge de leur article' },
        ]} />
        <p>Le document déposé et la lecture relue restent liés à la convention.</p>
      </Section>
    </>
  ),
}

/** Why a day is not known, in the words of the pages. */
export const unknownDays: readonly (readonly [words: string, why: string])[] = [
  ['à établir : la date de signature manque', 'la règle compte à partir de la signature, que le texte ne date pas'],
  ['à établir : la durée manque', 'la règle renvoie au terme d’une convention qui n’en donne pas'],
  ['à compter d’un évènement qui n’est pas daté', 'par exemple « dans les deux mois de l’approbation »'],
  ['si la condition se réalise', 'par exemple « en cas de résiliation »'],
  ['en permanence', 'l’engagement vaut tous les jours'],
  ['passée', 'la dernière échéance est derrière nous'],
]

export const operationPagesTopic: HelpTopic = {
  slug: 'operation', title: 'Ce que montre l’opération', summary: 'Tableau de bord, conventions, actes, instances, échéances.',
  body: (
    <>
      <Section title="Tableau de bord" id="tableau-de-bord">
        <p>
          En haut, des chiffres qui mènent à leur page. Ensuite ce qui est à relire, ce qui est dû, ce qui manque, ce qui ne va pas, chaque ligne
          avec sa clause. À côté, ce que l’on sait : intercommunalité, ville principale, et pour chaque convention sa nature, sa durée, sa fin.
        </p>
      </Section>
      <Section title="Conventions" id="conventions">
        <p>
          Le texte publié, article par article. En marge : les engagements, les défauts et les instances que crée l’article. Le numéro d’un article
          est un lien vers son adresse permanente. En tête, le document d’origine se télécharge tel qu’il a été déposé.
        </p>
      </Section>
      <Section title="Actes" id="actes">
        <p>
          Chaque assemblée prend sa propre délibération pour la même convention : une ORT de cinq collectivités, ce sont cinq actes. Leurs dates
          sont tenues à part : acte, transmission, réception, publication, certification. Une date que rien n’établit est dite « non établi ».
        </p>
      </Section>
      <Section title="Instances" id="instances">
        <p>
          Le nom est celui du texte. Les sièges sont des fonctions, avec « ou représentant » quand la clause le permet. Présidence, réunions,
          quorum, convocation : « aucune clause » signifie que le texte n’en dit rien, non qu’il n’y a pas de règle.
        </p>
      </Section>
      <Section title="Échéances" id="echeances">
        <p>
          Chaque engagement, sa règle, sa prochaine échéance. Un engagement périodique est compté par intervalles égaux depuis le début de la
          convention, jusqu’à sa fin, ou tombe au jour de l’année que la clause nomme (« avant le 30 juin »). Quand aucun jour ne peut être
          calculé, la page dit pourquoi :
        </p>
        <Table
          caption="Échéances sans jour" captionHidden rows={unknownDays} rowKey={([words]) => words} empty={null}
          columns={[
            { key: 'words', label: 'Ce qui s’affiche', rowHeader: true, cell: ([words]) => words },
            { key: 'why', label: 'Pourquoi', cell: ([, why]) => why },
          ]}
        />
      </Section>
    </>
  ),
}
