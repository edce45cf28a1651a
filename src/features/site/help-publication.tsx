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
  ['la date de signature, donc l’entrée en vigueur, n’est pas connue', 'enregistrez la signature au registre des actes'],
  ['la fin de la convention n’est pas connue', 'enregistrez la signature et la durée, ou une prorogation'],
  ['le délai court d’un évènement que personne n’a daté', 'donnez le jour de cet évènement'],
  ['rien n’est dû tant que la condition ne s’est pas réalisée', 'si elle s’est réalisée, donnez-en le jour'],
  ['la clause ne fixe pas de jour : c’est dû en permanence', 'enregistrez une preuve dès que c’est fait'],
  ['ce jour tombe hors de la durée de la convention', 'dites si c’est dû : une preuve, ou une dispense avec son motif'],
  ['le délai dépasse tout calendrier', 'corrigez la règle dans la relecture'],
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
          Ce qui est en retard d’abord, puis ce qui vient, ce qui est tenu, ce qu’on ne peut pas dater. On choisit la période, l’état, la nature,
          le porteur ; la présentation « mois par mois » est faite pour être imprimée. Un engagement annuel se compte d’un anniversaire de
          l’entrée en vigueur au suivant, ou par année civile quand la clause le dit, ou jusqu’au jour qu’elle nomme (« avant le 30 juin »).
          « Au moins trois fois par an » demande trois preuves dans l’année.
        </p>
        <p>
          La page d’un engagement montre toutes ses échéances. On y enregistre une preuve : une réunion, un rapport, un acte, un document, avec son
          jour. Une réunion compte dans l’année où elle s’est tenue ; un rapport, pour l’année dont il rend compte, même remis en retard. On peut
          dispenser d’une échéance, avec le motif. Ce qui a été enregistré par erreur se retire, avec le motif, et reste visible.
        </p>
        <p>
          Quand un avenant en vigueur change les mots d’un engagement, la page le dit et demande une décision : il tient toujours, un autre le
          remplace, ou il a pris fin. Quand aucun jour ne peut être calculé, la page dit pourquoi :
        </p>
        <Table
          caption="Échéances sans jour" captionHidden rows={unknownDays} rowKey={([words]) => words} empty={null}
          columns={[
            { key: 'words', label: 'Ce qui s’affiche', rowHeader: true, cell: ([words]) => words },
            { key: 'why', label: 'Pour le savoir', cell: ([, why]) => why },
          ]}
        />
      </Section>
      <Section title="Calendriers et rappels" id="rappels">
        <p>
          « Calendrier à suivre », sur la page des échéances, donne une adresse secrète à coller dans un agenda : qui la connaît lit le calendrier
          sans se connecter, jusqu’à ce qu’elle soit retirée. « Mes rappels », dans votre compte, en donne une pour toutes vos opérations, et
          règle le résumé envoyé par courriel : chaque semaine, chaque jour ou jamais, s’il y a quelque chose à dire.
        </p>
      </Section>
    </>
  ),
}
