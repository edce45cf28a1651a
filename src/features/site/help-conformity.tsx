// Manual: the conformity report, and how a lawyer reads and corrects the rules it applies.
import { Section } from '../../design/card.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** The answers of the report, as its badges name them. */
export const statusHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['Manque', 'aucun document de l’opération ne le porte ; « À faire » dit comment y remédier'],
  [
    'On ne peut le dire',
    'les textes ne peuvent pas le dire, ou l’un renvoie à un document qui n’est pas ici, ou un acte manque : la ligne dit lequel',
  ],
  ['Respectée', 'la convention principale le porte ; le lien mène à la clause, et les mots sont cités'],
  ['Portée par un autre document', 'une convention de programme, une adhésion, un autre texte de l’opération le porte'],
  ['Faculté non utilisée', 'la loi le permet, personne ne s’en sert ; ce n’est pas un manque'],
  ['Pour information', 'rien à chercher dans un texte'],
]

/** A rule as the file holds it; invented, read by a test. */
export const ruleExample = `  - id: R90
    regle: La convention dit qui tient la liste des commerces vacants.
    nature: recommandation
    source: Usage des conventions
    statut: à confirmer
    lecture: aucune
    verifie_le: 2026-11-23
    depuis: 2018-11-25
    cherche:
      mots: [observatoire des commerces, liste * locaux vacants]
    a_faire: Désignez dans la convention qui tient cette liste.
`
/** A clause that shows the rule above kept. */
export const ruleExampleClause = 'La commune tient la liste annuelle des locaux vacants.'

/** Every key under `cherche`, one example each, what it looks for. */
export const evidenceHelp: readonly (readonly [key: string, example: string, what: string])[] = [
  ['mots', 'mots: [plan de financement, maquette * financiere]', 'une de ces expressions, sans accents ni majuscules ; « * » vaut quelques mots'],
  ['chacun', 'chacun: { logement: [logement, habitat], commerce: [commerce] }', 'une expression de chaque groupe ; le groupe absent est nommé'],
  ['parties', 'parties: [{ nature: epci, au_moins: 1, au_plus: 1 }]', 'combien de parties d’une nature signent, tous documents confondus'],
  ['ville_principale', 'ville_principale: partie', 'elle signe, ou la dérogation de l’article L.303-3 est citée'],
  ['secteur', 'secteur: centre-ville', 'un acte fixe un secteur (« un »), ou celui du centre-ville de la ville principale'],
  ['duree', 'duree: cinq ans', 'la durée se lit (« connue »), ou atteint cinq ans'],
  ['instance', 'instance: une', 'une clause crée un comité'],
  ['aucun', 'aucun: Cela se prouve par un acte de l’État.', 'cela ne se lit pas dans les textes, et pourquoi'],
]

const Reading = () => (
  <>
    <p>
      La loi ne demande pas tout à une seule convention : une convention chapeau laisse une partie du contenu aux conventions qu’elle coiffe. La page
      « Conformité » lit donc ensemble tous les documents de l’opération, avenants appliqués, au jour choisi, et répond règle par règle. En bas, les
      documents examinés, et ceux qui ne comptent pas ce jour-là.
    </p>
    <Section title="Les réponses" id="reponses">
      <Table
        caption="Réponses" captionHidden rows={statusHelp} rowKey={([name]) => name} empty={null}
        columns={[
          { key: 'name', label: 'Réponse', rowHeader: true, cell: ([name]) => name },
          { key: 'meaning', label: 'Ce qu’elle veut dire', cell: ([, meaning]) => meaning },
        ]}
      />
      <p>
        Sous chaque règle : son numéro, sa nature (obligation, recommandation, faculté, usage, information), sa source, le jour où elle a été
        vérifiée. « À confirmer » veut dire que personne n’a relu le texte officiel : ne vous y fiez pas sans le faire.
      </p>
      <Notice tone="warning" title="Un programme qui cherche des mots">
        <p>
          « Respectée » veut dire que des mots ont été trouvés, non que le contenu suffit. Cliquez, lisez la clause. « Manque » peut venir d’un
          document pas encore déposé : <a href={paths.helpPage('deposer')}>déposez-le</a>.
        </p>
      </Notice>
    </Section>
  </>
)

const Correcting = () => (
  <Section title="Corriger une règle" id="corriger">
    <p>
      Les règles sont dans un seul fichier, <code>src/law/conformity.yaml</code>, écrit pour être lu et corrigé par une ou un juriste. Rien d’autre
      n’est à changer. Une règle y a cette forme :
    </p>
    <pre><code>{ruleExample}</code></pre>
    <ol>
      <li>Ouvrez le fichier dans un éditeur de texte simple. Gardez les décalages : deux espaces par niveau, jamais de tabulation.</li>
      <li>
        Corrigez la règle. Quand vous avez lu le texte officiel, écrivez <code>statut: confirmée</code>, <code>lecture: texte</code> et le jour dans
        {' '}<code>verifie_le</code>.
      </li>
      <li>
        Une règle qui cesse reçoit <code>jusqu_au</code>, son dernier jour ; celle qui la remplace, un nouveau numéro et son <code>depuis</code>. Les
        dates passées gardent ainsi leur réponse. Un numéro ne sert jamais deux fois.
      </li>
      <li>
        Redémarrez le service et ouvrez « Conformité ». Si le fichier ne se comprend pas, cette page dit à quelle ligne ou à quelle règle, par
        exemple « règle R1, « nature » » ; les autres pages n’en souffrent pas.
      </li>
    </ol>
    <p>Ce que l’on peut chercher :</p>
    <Table
      caption="Ce que l’on peut chercher" captionHidden rows={evidenceHelp} rowKey={([key]) => key} empty={null}
      columns={[
        { key: 'key', label: 'Sous « cherche »', rowHeader: true, cell: ([, example]) => <code>{example}</code> },
        { key: 'what', label: 'Ce qui la montre respectée', cell: ([, , what]) => what },
      ]}
    />
    <p>
      Avec la règle d’exemple, une clause qui dit « {ruleExampleClause} » répond « Respectée » ; sans elle, « Manque ». Les expressions de
      {' '}<code>renvois</code>, en tête du fichier, sont celles par lesquelles un texte renvoie à un autre : tant que cet autre manque, la réponse
      est « On ne peut le dire ».
    </p>
  </Section>
)

export const conformityTopic: HelpTopic = {
  slug: 'conformite', title: 'Conformité', summary: 'Ce que la loi demande, où l’opération y répond ; comment un juriste corrige les règles.',
  body: <><Reading /><Correcting /></>,
}
