// Manual: publishing a convention, and what the operation then shows.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
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
          <li>Choisissez l’adresse : un mot court, comme <code>chapeau</code>, <code>pvd</code> ou <code>avenant-1</code>.</li>
          <li>
            Pour un avenant, choisissez « Convention que l’avenant modifie », et vérifiez « Signé le » et « Entre en vigueur le » :
            {' '}<a href={`${paths.helpPage('avenants')}#deposer`}>ce que cela change</a>.
          </li>
          <li>« Publier la convention ».</li>
        </ol>
        <Notice tone="warning" title="La publication ne se reprend pas">
          <p>
            Le texte publié, son adresse et celles de ses articles ne changent plus, sinon par <a href={paths.helpPage('avenants')}>avenant</a>. Une
            erreur de lecture découverte ensuite demande une nouvelle lecture, publiée à une autre adresse.
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
          {
            term: 'Des actes', value: 'un par identifiant sur lequel les tampons s’accordent, avec leurs dates',
            note: 'et la signature de chaque partie, quand son jour est connu',
          },
          { term: 'D’un avenant, des instructions', value: 'appliquées au texte modifié dès que l’avenant est en vigueur' },
          { term: 'Des remarques', value: 'les défauts acceptés, en marge de leur article' },
        ]} />
        <p>Le document déposé et la lecture relue restent liés à la convention.</p>
      </Section>
    </>
  ),
}

export const operationPagesTopic: HelpTopic = {
  slug: 'operation', title: 'Ce que montre l’opération',
  summary: 'Tableau de bord, conventions, état, actes, instances, échéances, conformité : où trouver quoi.',
  body: (
    <>
      <p>
        Toutes ces pages suivent le jour choisi dans « Situation au », en haut du menu : voir
        {' '}<a href={`${paths.helpPage('actes-et-etat')}#date`}>choisir la date</a>.
      </p>
      <Section title="Tableau de bord" id="tableau-de-bord">
        <p>
          En haut, des chiffres qui mènent à leur page. Ensuite ce qui est à relire, ce qui est dû, ce qui manque, ce qui ne va pas, chaque ligne
          avec sa clause. À côté, ce que l’on sait : l’état de l’opération et de chaque convention avec « Pourquoi », l’intercommunalité, la ville
          principale, la durée.
        </p>
        <p>
          « Ce qui manque » et « Ce qui ne va pas » viennent des défauts relevés dans les textes d’origine. Le même défaut de plusieurs textes n’y est
          dit qu’une fois, avec ses clauses ; un défaut qu’un acte a réparé ce jour-là, comme une date de signature depuis enregistrée, n’y est
          plus. Il reste en marge de la convention : le texte, lui, n’a pas changé.
        </p>
      </Section>
      <Section title="Conventions" id="conventions">
        <p>
          Le texte, article par article, tel qu’il est le jour choisi, avenants appliqués. En marge : ce que chaque avenant a changé, les engagements,
          les défauts et les instances que crée l’article. Le numéro d’un article est un lien vers son adresse permanente. Dans « Sources », le
          document d’origine se télécharge tel qu’il a été déposé. La suite : <a href={paths.helpPage('avenants')}>avenants et texte en vigueur</a>.
        </p>
      </Section>
      <Section title="État et actes" id="actes">
        <p>
          « État » dit ce qui est en vigueur, et pourquoi ; « Actes » tient les dates dont cela vient. La suite :
          {' '}<a href={paths.helpPage('actes-et-etat')}>actes et état à une date</a>.
        </p>
      </Section>
      <Section title="Instances" id="instances">
        <p>
          Le nom est celui du texte. Les sièges sont des fonctions, avec « ou représentant » quand la clause le permet. Présidence, réunions,
          quorum, convocation : « aucune clause » signifie que le texte n’en dit rien, non qu’il n’y a pas de règle.
        </p>
      </Section>
      <Section title="Échéances et conformité" id="echeances">
        <p>
          « Échéances » : ce que les clauses promettent, pour quand, et ce qui prouve que c’est fait. « Conformité » : ce que la loi demande, et où
          l’opération y répond. La suite : <a href={paths.helpPage('echeances')}>échéances</a>,
          {' '}<a href={paths.helpPage('conformite')}>conformité</a>.
        </p>
      </Section>
    </>
  ),
}
