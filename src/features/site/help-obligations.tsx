// Manual: due dates: rules and how they are counted, what proves that something was done, waivers, changed clauses, reminders, calendars.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** What the clauses say, the rule read in them, the kind of day it gives; each read by a test. */
export const ruleHelp: readonly { readonly clause: string; readonly rule: string; readonly day: string }[] = [
  {
    clause: 'Le comité de suivi se réunit au moins trois fois par an.', rule: 'au moins 3 fois par an',
    day: 'le dernier jour de chaque année de la convention, comptée depuis l’entrée en vigueur',
  },
  {
    clause: 'Un bilan est transmis au préfet chaque année avant le 30 juin.', rule: 'au moins 1 fois par an, avant le 30 juin',
    day: 'chaque 30 juin, dès le premier qui suit l’entrée en vigueur',
  },
  {
    clause: 'Une évaluation est réalisée dans un délai de dix-huit mois après la signature.', rule: 'dans un délai de 18 mois après la signature',
    day: 'dix-huit mois, de date à date, après la dernière signature',
  },
  {
    clause: 'Au terme de la convention, un bilan est présenté au comité de pilotage.', rule: 'au terme de la convention',
    day: 'le jour de la fin, prorogations comprises',
  },
]

/** States of an occurrence, as the badges name them. */
export const occurrenceHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['En retard', 'le jour est passé, rien ne prouve que c’est fait'],
  ['À venir', 'le jour n’est pas passé'],
  ['Tenue', 'une preuve est enregistrée, ou autant que la clause en demande'],
  ['Dispensée', 'les personnes ont décidé de ne pas la demander, avec un motif'],
  ['Inconnue', 'aucun jour ne peut être dit ; la page dit pourquoi, et ce qui le dirait'],
]

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

const Counting = () => (
  <Section title="De la clause à l’échéance" id="regles">
    <p>
      Un engagement vient toujours d’une clause. Sa règle se lit dans ses mots, et donne des échéances datées, de l’entrée en vigueur à la fin :
    </p>
    <Table
      caption="Règles" captionHidden rows={ruleHelp} rowKey={({ clause }) => clause} empty={null}
      columns={[
        { key: 'clause', label: 'La clause dit', rowHeader: true, cell: ({ clause }) => clause },
        { key: 'rule', label: 'Règle affichée', cell: ({ rule }) => rule },
        { key: 'day', label: 'Échéance', cell: ({ day }) => day },
      ]}
    />
    <p>
      Quand la clause dit « par année civile », celle-ci remplace l’année de la convention. Ce qui est dû en permanence porte « Sans échéance », avec
      les mots de la clause. Une promesse que la lecture a manquée s’ajoute par « Ajouter un engagement », avec sa clause et ses mots.
    </p>
    <Table
      caption="État d’une échéance" rows={occurrenceHelp} rowKey={([name]) => name} empty={null}
      columns={[
        { key: 'name', label: 'État', rowHeader: true, cell: ([name]) => name },
        { key: 'meaning', label: 'Ce qu’il veut dire', cell: ([, meaning]) => meaning },
      ]}
    />
    <Table
      caption="Échéances sans jour" rows={unknownDays} rowKey={([words]) => words} empty={null}
      columns={[
        { key: 'words', label: 'Ce qui s’affiche', rowHeader: true, cell: ([words]) => words },
        { key: 'why', label: 'Pour le savoir', cell: ([, why]) => why },
      ]}
    />
  </Section>
)

const Keeping = () => (
  <Section title="Tenir les échéances" id="tenir">
    <Facts lines={[
      {
        term: 'Enregistrer une preuve',
        value: 'Réunion tenue, bilan ou rapport remis, acte pris, document : son jour, et si possible le document déposé ou l’acte du registre.',
        note: 'Une réunion compte dans l’année où elle s’est tenue ; un rapport remis en retard compte pour son année, et le dit.',
      },
      { term: 'Dispenser d’une échéance', value: 'Avec un motif, que l’on comprendra dans un an.' },
      { term: 'Dater l’évènement', value: 'Quand un délai court d’un évènement, ou qu’une condition s’est réalisée : son jour donne l’échéance.' },
      { term: 'Retirer', value: 'Une écriture fausse se retire, avec un motif. Elle reste affichée, barrée, et ne compte plus.' },
    ]} />
    <Section title="Quand un avenant change la clause" id="clause-modifiee" level={3}>
      <p>
        L’engagement porte « Clause modifiée » et attend une décision, au jour où l’avenant prend effet : « L’engagement tient toujours », « Un autre
        engagement le remplace », « L’engagement a pris fin ». Pour les deux derniers, donnez le jour depuis lequel il n’est plus dû. D’ici là, il est
        compté selon sa règle d’origine. « Remplacer par cet engagement » décide et ajoute, en une fois, ce que la clause dit à présent ; ce qui
        se compte sur l’année, comme des réunions, garde l’ancienne règle jusqu’au bout de l’année commencée.
      </p>
    </Section>
    <Section title="Quand un avenant écrit un engagement nouveau" id="propositions" level={3}>
      <p>
        La page « Échéances » propose, avec ses mots, chaque engagement qu’un avenant en vigueur a mis dans le texte et que personne ne suit.
        Ajoutez-le, ou écartez-le avec un motif qui reste. Rien n’est suivi avant qu’une personne l’ait décidé.
      </p>
    </Section>
    <p>
      « Choisir la période, l’état, la nature ou le porteur » réduit la liste ; « Mois par mois » la range en calendrier. L’adresse de la page garde
      votre choix.
    </p>
  </Section>
)

const Following = () => (
  <Section title="Être prévenu" id="rappels">
    <p>
      <a href={paths.reminders()}>Mes rappels</a>, depuis votre compte, règle le résumé envoyé par courriel : « Chaque semaine » (le lundi matin),
      « Chaque jour » ou « Jamais ». Il dit ce qui est en retard, ce qui vient dans les soixante jours, et ce qui est à décider. S’il n’y a rien à
      dire, rien ne part. Sans choix de votre part : chaque semaine pour les chefs de projet, les communes et les juristes, jamais pour les
      autres. Chaque message se termine par un lien qui change la fréquence, sans se connecter.
    </p>
    <Section title="Dans votre agenda" id="calendrier" level={3}>
      <ol>
        <li>Ouvrez « Mes rappels » pour toutes vos opérations, ou « Calendrier à suivre » dans « Échéances » pour une seule.</li>
        <li>Dites pour qui, puis « Créer une adresse ».</li>
        <li>
          Copiez l’adresse affichée : elle ne le sera plus. Dans Outlook, Thunderbird, Google ou votre téléphone, choisissez « s’abonner à un
          calendrier ».
        </li>
      </ol>
      <p>L’agenda suit de lui-même : une échéance tenue commence par « Fait », une dispensée est annulée, une autre rappelle sept jours avant.</p>
      <Notice tone="warning" title="Cette adresse ouvre le calendrier à qui la connaît">
        <p>
          Sans mot de passe. Si elle a trop circulé, « Retirer » la ferme aussitôt. La vôtre se ferme d’elle-même, opération par opération, quand
          votre mandat finit.
        </p>
      </Notice>
    </Section>
  </Section>
)

export const obligationsTopic: HelpTopic = {
  slug: 'echeances', title: 'Échéances',
  summary: 'Ce que les clauses promettent, pour quand ; les preuves, les dispenses, les rappels par courriel et dans l’agenda.',
  body: <><Counting /><Keeping /><Following /></>,
}
