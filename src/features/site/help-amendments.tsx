// Manual: amendments read, entered and applied; the text in force on a day, its versions, its comparison, its files.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { conflictExample, draftedBase, draftingExamples, refusedExamples } from './help-drafting.ts'
import type { Drafting } from './help-drafting.ts'
import type { HelpTopic } from './help.pages.tsx'

/** What becomes of an instruction, as its badge names it. */
export const fateHelp: readonly (readonly [label: string, meaning: string])[] = [
  ['S’applique', 'projet : elle s’appliquerait au texte d’aujourd’hui'],
  ['Appliquée', 'elle est dans le texte depuis le jour indiqué'],
  ['Différée', 'l’avenant est en vigueur ; cette instruction attend son propre jour'],
  ['En attente', 'l’avenant n’est pas en vigueur : sa signature n’est pas établie, ou il prend effet plus tard'],
  ['Inapplicable', 'le texte ne le permet pas ; la phrase dit pourquoi et quoi vérifier'],
  ['En conflit', 'une autre instruction en vigueur porte sur les mêmes mots'],
]

const Deposit = () => (
  <Section title="Un avenant signé : le déposer" id="deposer">
    <ol>
      <li>Déposez-le comme tout document, dans « Documents et lectures », puis relisez-le.</li>
      <li>
        Chaque changement qu’il ordonne est un fait « Instruction », avec les mots de l’avenant et une phrase qui dit ce qu’il fera. Acceptez,
        corrigez, écartez. À la nature du document, choisissez « Avenant ».
      </li>
      <li>
        À la publication, choisissez « Convention que l’avenant modifie », et vérifiez « Signé le » et « Entre en vigueur le », lus dans le texte
        quand il les donne.
      </li>
    </ol>
    <p>
      Un avenant prend effet au jour que dit sa clause d’entrée en vigueur, sinon à la dernière signature. Sans jour de signature il reste sans
      effet : enregistrez la signature de chaque partie au <a href={paths.helpPage('actes-et-etat')}>registre des actes</a>. Quand la clause attend
      un évènement sans date (« à compter de sa notification »), la publication le dit : donnez-en le jour, sinon il prend effet à sa signature.
    </p>
  </Section>
)

const Draft = () => (
  <Section title="Un projet d’avenant : l’écrire et le voir" id="projet">
    <ol>
      <li>Sur la page de la convention, « Préparer un avenant », un titre, « Ouvrir le projet ».</li>
      <li>
        « Coller le dispositif de l’avenant » lit des articles déjà rédigés ; vous cochez ce qui est à garder. « Ajouter une instruction » la compose
        par formulaire : que faire, où, quoi, quand.
      </li>
      <li>
        « Aperçu de l’effet » montre, côte à côte avec aujourd’hui, le texte, la durée, les parties, les engagements et les instances, au jour de
        « Prise d’effet » que vous choisissez. Ce qui ne s’applique pas vient en tête.
      </li>
      <li>Une instruction se retire, avec un motif qui reste. Dès qu’une partie a signé, les instructions ne changent plus.</li>
    </ol>
    <p>Un projet n’a aucun effet. Plusieurs projets peuvent vivre ensemble, chacun avec son aperçu.</p>
    <Table
      caption="Ce que devient une instruction" rows={fateHelp} rowKey={([label]) => label} empty={null}
      columns={[
        { key: 'label', label: 'Mention', rowHeader: true, cell: ([label]) => label },
        { key: 'meaning', label: 'Ce qu’elle veut dire', cell: ([, meaning]) => meaning },
      ]}
    />
  </Section>
)

const Forms = () => (
  <Section title="Ce qui se lit" id="formes">
    <p>Les tournures d’usage, ici sur cette convention inventée. Un essai relit et applique chacune à chaque version de Chapeau.</p>
    <details><summary>La convention des exemples</summary><pre><code>{draftedBase}</code></pre></details>
    <Table<Drafting>
      caption="Tournures lues" captionHidden rows={draftingExamples} rowKey={({ drafted }) => drafted} empty={null}
      columns={[
        { key: 'form', label: 'Pour', rowHeader: true, cell: ({ form }) => form },
        { key: 'drafted', label: 'L’avenant dit', cell: ({ drafted }) => drafted.split('\n\n').map((line) => <p key={line}>{line}</p>) },
        { key: 'does', label: 'Chapeau fera', cell: ({ does }) => does.map((sentence) => <p key={sentence}>{sentence}</p>) },
      ]}
    />
    <p>
      Chaque tiret, chaque ligne compte pour un alinéa. Les mots visés se retrouvent à la lettre, aux espaces et aux apostrophes près. Au bout de
      la phrase, « à compter du 1er janvier 2027 » diffère cette instruction seule : elle entre dans le texte ce jour-là.
    </p>
  </Section>
)

const Refused = () => (
  <Section title="Ce qui est refusé, et pourquoi" id="refus">
    <p>Ce que l’on ne peut pas établir n’est jamais deviné : rien n’est appliqué, la phrase dit quoi faire.</p>
    <Table
      caption="Refus" captionHidden rows={refusedExamples} rowKey={({ drafted }) => drafted} empty={null}
      columns={[
        { key: 'drafted', label: 'L’avenant dit', rowHeader: true, cell: ({ drafted }) => drafted },
        { key: 'says', label: 'Chapeau répond', cell: ({ says }) => says },
      ]}
    />
    <Notice tone="warning" title="Deux avenants sur les mêmes mots">
      <p>{conflictExample.says}</p>
      <p>
        Le premier en vigueur reste dans le texte. L’autre n’y entre pas tant que personne n’a tranché, par un nouvel avenant ou par la rectification
        d’un acte.
      </p>
    </Notice>
  </Section>
)

const InForce = () => (
  <Section title="Le texte en vigueur" id="texte">
    <p>
      La page de la convention montre le texte du jour choisi dans « Situation au ». Les mots venus d’un avenant sont soulignés de points et portent
      son signe, <code>A2</code> pour l’avenant n° 2. En marge, ce que chaque avenant a fait à l’article. Un article abrogé garde son adresse et le
      dit. Les engagements et défauts en marge viennent du texte d’origine : quand l’article a changé, ils le disent.
    </p>
    <Facts lines={[
      { term: 'Versions du texte', value: 'les jours où le texte a changé, et par quel avenant ; « ce qui change » compare avec la veille' },
      { term: 'Changé par avenant, hors des articles', value: 'la durée, les parties, les secteurs, les instances' },
      { term: 'Pas encore en vigueur ce jour-là', value: 'les instructions différées, et les projets' },
      { term: 'Versions de cet article', value: 'sur la page d’un article, toutes ses rédactions' },
      {
        term: 'Comparer deux dates',
        value: 'une phrase par instruction, pour un comité, puis le texte mot à mot : barré, souligné, inchangé replié ; les lecteurs d’écran '
          + 'l’annoncent',
      },
    ]} />
    <p>
      Un avenant ne touche jamais le texte d’origine : défaire tous les avenants le redonne, caractère pour caractère. Les règles d’application
      portent un numéro, affiché à côté des fichiers.
    </p>
  </Section>
)

const Files = () => (
  <Section title="Emporter le texte" id="fichiers">
    <p>« Texte au », sous le sommaire, donne le texte du jour choisi :</p>
    <Facts lines={[
      { term: 'Word', value: 'un document à titres, pour relire et imprimer' },
      { term: 'PDF', value: 'accessible : titres, langue et ordre de lecture' },
      { term: 'Akoma Ntoso', value: 'le format XML des textes de loi (3.0), avec ses versions et ses modifications, pour d’autres logiciels' },
      { term: 'Markdown', value: 'du texte simple' },
    ]} />
    <p>
      Depuis une comparaison, « Word avec révisions » donne la liste de ce qui est ordonné, puis de vraies révisions suivies, une par changement,
      au nom de l’avenant : chacun les accepte ou les refuse dans Word ou LibreOffice. Sans navigateur : voir
      {' '}<a href={paths.helpPage('ligne-de-commande')}>la ligne de commande</a>.
    </p>
  </Section>
)

export const amendmentsTopic: HelpTopic = {
  slug: 'avenants', title: 'Avenants et texte en vigueur',
  summary: 'Lire ou écrire un avenant, voir son effet avant de signer, comparer, emporter le texte d’un jour.',
  body: <><Deposit /><Draft /><Forms /><Refused /><InForce /><Files /></>,
}
