// The text of a convention with its margin notes, and a text under review, as the showroom displays them.
import { ButtonForm } from './form.tsx'
import { LegalArticle, LegalDocument, LegalText, Words, type MarginNote } from './legal.tsx'
import { MarkedText, MarkLegend, type FactFamily, type Mark } from './marks.tsx'
import { FactItem } from './review.tsx'

const governance = `Un comité de suivi est institué. Il réunit :
- le président de la communauté d’agglomération, qui le préside ;
- les maires des communes signataires ou leur représentant ;
- le préfet, ou son représentant.

Il se réunit au moins une fois par an.`

const notes: readonly MarginNote[] = [
  { key: 'meeting', kind: 'obligation', title: 'Réunir le comité une fois par an', href: '#texte',
    detail: <p>Prochaine échéance&nbsp;: 31 décembre 2026.</p> },
  { key: 'quorum', kind: 'defect', title: 'Aucun quorum', detail: <p>Une décision prise à deux serait valable.</p> },
  { key: 'amended', kind: 'amendment', title: 'Délai porté à quinze jours', href: '#texte', detail: <p>Avenant n°&nbsp;1.</p> },
]

/** Two articles: one with notes, one sub-article without. */
export const LegalShown = () => (
  <>
    <p>
      Une citation dans l’interface&nbsp;: <Words>Il se réunit au moins une fois par an.</Words>
    </p>
    <LegalDocument>
      <LegalArticle number="5" heading="Gouvernance" depth={1} href="#exemple-article-5" id="exemple-article-5" notes={notes} level={3}>
        <LegalText text={governance} />
      </LegalArticle>
      <LegalArticle number="5.1" heading="Secrétariat" depth={2} href="#exemple-article-5-1" id="exemple-article-5-1" level={3}>
        <LegalText text="Le secrétariat du comité est assuré par la communauté d’agglomération." />
      </LegalArticle>
    </LegalDocument>
  </>
)

const text = `Entre la Communauté d’agglomération du Bassin, représentée par son président, et la Ville de Bourg-Neuf.

Un comité de suivi est institué. Il se réunit au moins une fois par an. L’État finance 75 % du poste, conformément à l’article L. 303-2 du code de `
  + `la construction et de l’habitation. La convention est conclue pour cinq ans.`

const mark = (id: string, words: string, family: FactFamily, unsure = false): Mark => ({
  id, family, unsure, start: text.indexOf(words), end: text.indexOf(words) + words.length,
})

const marks: readonly Mark[] = [
  mark('epci', 'Communauté d’agglomération du Bassin', 'party'),
  mark('town', 'Ville de Bourg-Neuf', 'party'),
  mark('body', 'Un comité de suivi est institué. Il se réunit au moins une fois par an.', 'body'),
  mark('cadence', 'Il se réunit au moins une fois par an', 'obligation'),
  mark('rate', '75 %', 'money'),
  mark('law', 'article L. 303-2 du code de la construction et de l’habitation', 'law'),
  mark('term', 'cinq ans', 'date', true),
]

/** A text with its marks, then facts waiting, accepted and rejected. */
export const ReviewShown = () => (
  <>
    <MarkLegend families={['party', 'date', 'money', 'body', 'obligation', 'law', 'stamp']} />
    <MarkedText text={text} marks={marks.map((one) => ({ ...one, href: '#relecture' }))} />
    <ol class="fact-list">
      <FactItem
        id="term" family="date" title="Durée : 5 ans" confidence={0.62} status="waiting" words="cinq ans"
        actions={
          <>
            <ButtonForm to="#relecture" emphasis="secondary" small icon="check" method="get">Accepter</ButtonForm>
            <ButtonForm to="#relecture" emphasis="quiet" small method="get">Rejeter</ButtonForm>
          </>
        }
      />
      <FactItem id="epci" family="party" title="Communauté d’agglomération du Bassin" status="accepted"
        words="Communauté d’agglomération du Bassin" />
      <FactItem id="rate" family="money" title="75 %" status="rejected" words="75 %" />
    </ol>
  </>
)
