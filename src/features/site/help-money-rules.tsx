// Manual: the rules of law on money: what each says, the three answers, what is to be confirmed, a proposed plan, the command line.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { cents, inEuros } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** Every rule by its name on the command line, with what to keep in mind; held to the catalogue by a test. */
export const moneyRuleHelp: readonly { readonly name: string; readonly rule: string; readonly says: string; readonly toConfirm?: true }[] = [
  {
    name: 'own-share', rule: 'Participation minimale du maître d’ouvrage (20 %)',
    says: 'en investissement, au moins 20 % des financements publics, et non du coût ; les fonds privés ne comptent pas',
  },
  {
    name: 'post-cofunding', rule: 'Cofinancement d’un poste de chef de projet (75 %)',
    says: '75 % du coût annuel au plus, sous un plafond lu de deux façons',
  },
  { name: 'opah-ru-post', rule: 'Poste de suivi-animation d’une OPAH-RU (50 %)', says: 'la moitié, sur 80 000 € HT de dépense par an au plus' },
  {
    name: 'public-aid-ceiling', rule: 'Plafond des aides publiques (80 %)', toConfirm: true,
    says: 'les aides publiques, sans la part du maître d’ouvrage, au plus 80 % de la dépense subventionnable',
  },
  {
    name: 'town-fund', rule: 'Fonds de concours entre l’EPCI et une commune (50 %)', toConfirm: true,
    says: 'au plus ce que le bénéficiaire paie lui-même, hors subventions',
  },
  {
    name: 'subsidy-deadlines', rule: 'Délais d’une subvention DETR ou DSIL', toConfirm: true,
    says: 'rien avant un dossier complet ; commencer dans les deux ans de la notification, achever dans les quatre ans du commencement',
  },
  { name: 'town-centre-manager', rule: 'Manager de centre-ville (40 000 €)', says: '40 000 € au plus sur deux ans' },
  { name: 'fctva', rule: 'FCTVA, pour information', toConfirm: true, says: 'ce qui reviendra peut-être plus tard ; n’entre dans aucun calcul' },
  {
    name: 'funding-plan', rule: 'Proposition de plan de financement', toConfirm: true,
    says: 'répartit un coût entre des sources, ou nomme la règle qui l’empêche',
  },
]

/** The answers of a rule. */
export const answerHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['respectée', 'tout ce qui décide est connu, et la règle est tenue'],
  ['non respectée', 'la règle n’est pas tenue ; le calcul dit ce qui l’empêche'],
  ['inconnu', 'un fait manque, ou deux lectures se contredisent : ni oui, ni non'],
  ['sans objet', 'la règle ne parle pas de ce cas'],
]

/** The two cases of the manual, in euros; decided by a test. */
export const ownShareExample = { owner: 15_000, publics: 45_000, privates: 40_000, share: '25 %' } as const
export const postExample = { cost: 80_000, onAid: 55_000, onBase: 41_250 } as const
const euros = (amount: number): string => inEuros(cents(amount * 100))

const Share = () => (
  <Section title="Les 20 % du maître d’ouvrage" id="participation">
    <p>
      Ils se comptent sur les fonds publics seuls. Le maître d’ouvrage apporte {euros(ownShareExample.owner)}, les autres financeurs publics
      {' '}{euros(ownShareExample.publics)}, des fonds privés {euros(ownShareExample.privates)} : sa part est de {ownShareExample.share}, et non de
      15 %. Le FCTVA n’en fait pas partie. L’emprunt, que le maître d’ouvrage rembourse, peut compter ou non : si cela change la réponse, elle est
      inconnue et les deux lectures sont données. Les exceptions (outre-mer, contrat de plan, dérogation du préfet…) s’essaient sur
      {' '}<a href={paths.rule('own-share')}>la page de la règle</a>.
    </p>
  </Section>
)

const Post = () => (
  <Section title="Les deux lectures du plafond d’un poste" id="poste">
    <p>
      La clause dit « 75 % maximum du coût annuel (maximum 55 000 € HT en cas d’OPAH-RU, à défaut 45 000 € HT) », sans dire ce que le maximum borne.
      Pour un poste de {euros(postExample.cost)} avec OPAH-RU :
    </p>
    <Facts lines={[
      { term: 'Lecture 1 : le plafond borne l’aide', value: `le plus petit de 75 % du coût et de 55 000 € : ${euros(postExample.onAid)}` },
      { term: 'Lecture 2 : le plafond borne la dépense retenue', value: `75 % de 55 000 € : ${euros(postExample.onBase)}` },
    ]} />
    <p>Chapeau ne choisit pas : c’est au financeur de trancher. Une aide permise dans une seule lecture donne « inconnu ».</p>
  </Section>
)

const Proposing = () => (
  <Section title="Faire proposer un plan" id="proposer">
    <ol>
      <li>Dans « Financement » d’une action, « Proposer un plan de financement ».</li>
      <li>Donnez le coût, puis les sources dans l’ordre voulu, avec leur taux et leur montant au plus, et les règles à tenir.</li>
      <li>
        « Calculer » remplit chaque source autant que les règles le permettent et dit ce qui l’arrête ; le maître d’ouvrage paie le reste. Si rien ne
        convient, la page nomme la règle qui bloque, et de combien.
      </li>
      <li>« Accepter ce plan » crée les lignes nouvelles, à solliciter ; celles déjà prévues ne changent pas.</li>
    </ol>
  </Section>
)

export const moneyRulesTopic: HelpTopic = {
  slug: 'regles-de-l-argent', title: 'Les règles de l’argent',
  summary: 'Les 20 %, les plafonds, les délais : ce que les règles répondent, pourquoi, et ce qui reste à confirmer.',
  body: (
    <>
      <p>
        <a href={paths.rules()}>Les règles de droit</a> s’essaient sans compte, avec vos chiffres. Le « Financement » d’une action applique à son plan
        prévu celles qui le concernent ; « Postes », celles des postes. Chaque réponse se déplie : le calcul, les valeurs, les sources.
      </p>
      <Table
        caption="Règles" captionHidden rows={moneyRuleHelp} rowKey={({ name }) => name} empty={null}
        columns={[
          { key: 'rule', label: 'Règle', rowHeader: true, cell: ({ name, rule }) => <a href={paths.rule(name)}>{rule}</a> },
          { key: 'says', label: 'Ce qu’elle dit', cell: ({ says, toConfirm }) => `${says}${toConfirm === true ? ' (à confirmer)' : ''}` },
        ]}
      />
      <Section title="Ce qu’une règle répond" id="reponses">
        <Facts lines={answerHelp.map(([term, value]) => ({ term, value }))} />
        <p>Un fait inconnu n’est jamais pris pour un zéro ni pour un oui. Un jour où aucune valeur n’est vérifiée donne aussi « inconnu ».</p>
        <Notice tone="warning" title="« À confirmer »">
          <p>
            La source n’a été lue qu’en extrait ou de seconde main. Vérifiez dans le texte officiel avant de vous en servir devant un financeur.
          </p>
        </Notice>
      </Section>
      <Share />
      <Post />
      <Proposing />
      <Section title="En ligne de commande" id="ligne-de-commande">
        <pre><code>{'bin/chapeau rule --list\nbin/chapeau rule own-share cas.json --on 2026-01-01'}</code></pre>
        <p>
          Le cas est un fichier JSON, montants en centimes, <code>null</code> pour un inconnu ; la page de chaque règle en donne un exemple.
          {' '}<a href={paths.helpPage('ligne-de-commande')}>Toutes les commandes</a>.
        </p>
      </Section>
    </>
  ),
}
