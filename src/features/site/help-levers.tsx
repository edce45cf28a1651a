// Manual: the catalogue of levers, how sure each one is, the uses people record, and the request to suspend a shopping project.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** How a lever stands on a day, as its badge names it. */
export const leverStatusHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['Confirmé', 'le texte a été lu, en entier ou cité par une source sûre, et il est en vigueur ce jour-là'],
  ['À confirmer', 'le texte n’a pas été lu, un point en est douteux, ou sa suite n’est pas connue : à une adresse, la réponse reste « inconnu »'],
  ['Expiré', 'il a pris fin avant ce jour'],
  ['Pas encore', 'il n’existait pas encore ce jour-là'],
]

/** Where a request of suspension stands, as its badge names it, and what to do then. */
export const suspensionHelp: readonly (readonly [name: string, todo: string])[] = [
  ['À dater', 'notez le jour d’enregistrement du dossier'],
  ['Signataires à établir', 'enregistrez les signatures des conventions'],
  ['Refus d’un signataire', 'la demande conjointe est bloquée ; le préfet peut encore agir de lui-même'],
  ['Il manque des signataires', 'faites répondre les maires nommés sur la page'],
  ['Données à compléter', 'donnez chaque chiffre avec sa source'],
  ['À envoyer', 'téléchargez la lettre et les données, faites signer, envoyez, notez l’envoi'],
  ['Envoyée sans tous', 'un signataire manque : la demande n’est pas conjointe, faites-la compléter'],
  ['Envoyée', 'notez le jour de réception'],
  ['Reçue, décision attendue', 'notez la décision du préfet'],
  ['Projet suspendu', 'surveillez la fin que fixe l’arrêté'],
  ['Suspension refusée', 'rien d’autre à faire ici'],
  ['Suspension finie', 'rien d’autre à faire ici'],
  ['Demande abandonnée', 'rien d’autre à faire ici ; retirez cette étape pour la reprendre'],
]

/** Days counted as the page counts them: registered, last day for opinions. */
export const clearDayExamples = [
  { registered: '2026-03-02', last: '2026-03-18', rolled: '2026-03-18', words: ['2 mars 2026', '18 mars 2026'] },
  { registered: '2026-03-05', last: '2026-03-21', rolled: '2026-03-23',
    words: ['5 mars 2026', '21 mars 2026, un samedi ; le report au 23 est à confirmer'] },
] as const

const Catalogue = () => (
  <Section title="Le catalogue" id="catalogue">
    <p>
      Un levier est un effet de droit que l’opération ouvre : une dispense, une réduction d’impôt, une dérogation. <a href={paths.levers()}>Le
      catalogue</a> est public. Cherchez-y par mot, par article, par thème ou par public, et à la date de votre choix. Chaque page dit ce
      que le levier donne, où, pour qui, depuis quand, qui décide, ce qui reste à vérifier, le texte, ce qui en a été lu et la source.
    </p>
    <Table caption="État d’un levier" rows={leverStatusHelp} rowKey={([name]) => name} empty={null} columns={[
      { key: 'name', label: 'Ce qui s’affiche', rowHeader: true, cell: ([name]) => name },
      { key: 'meaning', label: 'Ce que cela veut dire', cell: ([, meaning]) => meaning },
    ]} />
    <p>
      À une adresse, la réponse est « s’applique », « ne s’applique pas » ou « inconnu ». Un « non » demande que tout ce dont il dépend soit connu ;
      dès qu’une donnée manque, est trop vieille ou douteuse, la réponse est « inconnu », et elle dit pourquoi.
    </p>
    <Facts lines={[
      { term: 'Où', value: 'Un secteur, un secteur de centre-ville, une commune entière, un projet : chaque levier a le sien' },
      { term: 'Oui, si…', value: 'Des conditions restent à vérifier par une personne : elles sont écrites sous la réponse' },
      { term: 'Lecture retenue', value: 'Quand un texte dit « périmètre » sans dire « secteur », la page dit comment il est lu ici' },
    ]} />
    <Notice tone="info">
      <p>
        Une ou un juriste corrige le catalogue dans le fichier <code>src/law/levers/levers.yaml</code>, dont l’en-tête explique chaque mot.
        Une faute y est dite avec le levier et la ligne.
      </p>
    </Notice>
  </Section>
)

const Uses = () => (
  <Section title="Les usages" id="usages">
    <ol>
      <li>Dans l’opération, « Leviers », puis « Enregistrer un usage ».</li>
      <li>Choisissez le levier, qui s’en est servi, où, quand, et l’issue. Un secteur, une action du plan ou un document peuvent s’y rattacher.</li>
      <li>La page compte les usages par levier, pour le bilan de l’opération. Le journal garde chaque changement.</li>
    </ol>
    <p>Une commune enregistre ses propres usages ; l’équipe de l’opération les enregistre tous. N’écrivez pas le nom d’un particulier.</p>
  </Section>
)

const Suspensions = () => (
  <Section title="Suspendre un projet commercial" id="suspension">
    <p>
      Le préfet peut suspendre un projet hors des secteurs de centre-ville (C. com., art. L.752-1-2). La demande vient ensemble du président de
      l’intercommunalité et de chaque maire signataire (art. R.752-29-3). « Ouvrir une demande » liste ces signataires d’après les conventions en
      vigueur le jour de l’enregistrement, suit leurs réponses, demande les données et prépare la lettre et son annexe, pour Word et en PDF.
    </p>
    <Table caption="Où en est une demande" rows={suspensionHelp} rowKey={([name]) => name} empty={null} columns={[
      { key: 'name', label: 'Ce qui s’affiche', rowHeader: true, cell: ([name]) => name },
      { key: 'todo', label: 'Que faire', cell: ([, todo]) => todo },
    ]} />
    <p>
      Les quinze jours francs (art. R.752-29-2) ne comptent ni le jour d’enregistrement ni le dernier. Trois ans de suspension et un an de
      prolongation sont des durées à confirmer : l’arrêté seul fait foi.
    </p>
    <Table caption="Jours francs" rows={clearDayExamples} rowKey={({ registered }) => registered} empty={null} columns={[
      { key: 'registered', label: 'Dossier enregistré le', rowHeader: true, cell: ({ words }) => words[0] },
      { key: 'last', label: 'Avis possibles jusqu’au', cell: ({ words }) => words[1] },
    ]} />
  </Section>
)

export const leversTopic: HelpTopic = {
  slug: 'leviers', title: 'Les leviers et la suspension d’un projet commercial',
  summary: 'Ce que l’opération permet, à quel point on en est sûr, qui s’en est servi, et comment demander une suspension.',
  body: <><Catalogue /><Uses /><Suspensions /></>,
}
