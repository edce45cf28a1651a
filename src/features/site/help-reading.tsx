// Manual: what Chapeau reads, how sure it is, what the colours mean, and one example from beginning to end.
import { ConfidenceMark } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { MarkedText, MarkLegend } from '../../design/marks.tsx'
import type { FactFamily } from '../../design/marks.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { defectHelp } from './help-defects.tsx'
import { exampleArticles, exampleDefects, exampleFacts, exampleText } from './help-example.ts'
import type { ExampleFact } from './help-example.ts'
import type { HelpTopic } from './help.pages.tsx'

/** Every kind of fact, under the name the review gives it. */
export const factKindHelp: readonly (readonly [kind: string, what: string])[] = [
  ['Titre', 'l’intitulé et la nature : convention chapeau, de programme, d’adhésion, avenant'],
  ['Parties', 'qui la convention lie : nature, rôle, code INSEE, SIREN, signataires et leur qualité'],
  ['Durée', 'des années ou des mois et leur point de départ, ou une date de fin'],
  ['Instances', 'les comités que le texte crée : présidence, sièges par fonction, cadence, quorum, convocation'],
  ['Engagements', 'ce qu’une clause promet : qui, quoi, et la règle qui fixe l’échéance'],
  ['Instructions de l’avenant', 'dans un avenant, chaque changement qu’il ordonne, et la phrase qui dit ce qu’il fera'],
  ['Tampons', 'les cachets de télétransmission : identifiant de l’acte, SIREN, dates d’envoi, de réception, de publication'],
  ['Dates', 'chaque jour cité, avec ce qui s’y est passé'],
  ['Montants', 'en euros, HT ou TTC quand le texte le dit'],
  ['Taux', 'en pour cent, avec « au plus » pour un maximum'],
  ['Programmes', 'ACV, PVD, OPAH-RU, PLH, CRTE… et les communes que le texte y rattache'],
  ['Références au droit', 'les articles de codes, lois et décrets cités'],
  ['Articles', 'le texte de chaque article, sans tampons, numéros de page ni en-têtes'],
  ['Défauts', 'ce que le texte laisse en blanc ou contredit'],
]
const families: readonly FactFamily[] = ['party', 'date', 'money', 'body', 'obligation', 'law', 'stamp']

const anchor = (fact: ExampleFact): string => `exemple-${exampleFacts.indexOf(fact) + 1}`
const marks = exampleFacts.flatMap((fact) => fact.words === undefined ? [] : [{
  id: anchor(fact), family: fact.family, href: `#${anchor(fact)}`,
  start: exampleText.indexOf(fact.words), end: exampleText.indexOf(fact.words) + fact.words.length,
}])

const Example = () => (
  <Section title="Un exemple, du texte aux faits" id="exemple"
    intro="Une convention écrite pour ce manuel, avec des personnes inventées. Les mots lus sont marqués.">
    <MarkedText text={exampleText} marks={marks} />
    <Table
      caption="Ce que Chapeau y lit" rows={exampleFacts} rowKey={anchor} empty={null}
      columns={[
        { key: 'kind', label: 'Nature', rowHeader: true, cell: (fact) => <span id={anchor(fact)}>{fact.kind}</span> },
        { key: 'says', label: 'Fait', cell: (fact) => fact.says },
        { key: 'words', label: 'Lu dans', cell: (fact) => fact.words === undefined ? 'l’ensemble du document' : <q class="words">{fact.words}</q> },
        { key: 'sure', label: 'Confiance', cell: (fact) => fact.sure },
      ]}
    />
    <p>{`Chapeau en retient aussi le texte de ${exampleArticles.length} articles, et y relève ${exampleDefects.length} défauts :`}</p>
    <ul>{exampleDefects.map((code) => <li key={code}><a href={`${paths.helpPage('defauts')}#${code}`}>{defectHelp[code].title}</a></li>)}</ul>
    <p>
      Le bilan est promis « au comité de pilotage », mais le texte n’a créé qu’un « comité de projet » : c’est le genre de détail qu’on découvre
      d’ordinaire cinq ans trop tard.
    </p>
  </Section>
)

export const readingTopic: HelpTopic = {
  slug: 'lecture', title: 'Comprendre la lecture', summary: 'Ce que Chapeau lit, avec quelle assurance, et un exemple complet.',
  body: (
    <>
      <p>
        Chapeau lit par règles écrites, sans modèle de langage : un même document donne toujours les mêmes faits, et rien n’est envoyé à
        l’extérieur. Chaque fait reste attaché aux mots où il a été lu. Ce qui n’est pas dans le texte n’est pas inventé.
      </p>
      <Notice tone="warning" title="À garder en tête">
        <p>Une lecture est une proposition. Elle ne remplace ni l’original signé, ni l’avis d’un juriste.</p>
      </Notice>
      <Section title="Ce qui est lu" id="faits">
        <Table
          caption="Natures de faits" captionHidden rows={factKindHelp} rowKey={([kind]) => kind} empty={null}
          columns={[
            { key: 'kind', label: 'Nature', rowHeader: true, cell: ([kind]) => kind },
            { key: 'what', label: 'Ce que Chapeau cherche', cell: ([, what]) => what },
          ]}
        />
      </Section>
      <Section title="La confiance" id="confiance">
        <ul>
          <li>
            <ConfidenceMark confidence={0.95} /> : la tournure est sans ambiguïté. Ces faits peuvent être acceptés d’un coup, après un coup d’œil.
          </li>
          <li><ConfidenceMark confidence={0.8} /> : l’essentiel y est, un détail peut manquer.</li>
          <li>
            <ConfidenceMark confidence={0.5} /> : une personne doit trancher. Ces faits viennent en premier, et leurs mots sont soulignés d’un trait
            ondulé.
          </li>
        </ul>
        <p>
          La confiance dit si la phrase a été bien comprise, non si elle est exacte : une date fausse mais bien écrite se lit avec assurance. Les
          communes et les intercommunalités sont rapprochées du <a href={paths.territories()}>référentiel des territoires</a>.
        </p>
      </Section>
      <Section title="Les couleurs" id="couleurs">
        <p>Dans le texte, chaque famille de faits a sa couleur et son soulignement. Un lecteur d’écran entend le nom de la famille avant les mots.</p>
        <MarkLegend families={families} />
      </Section>
      <Example />
    </>
  ),
}
