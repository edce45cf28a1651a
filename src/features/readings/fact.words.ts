// Facts in French: the names of their kinds, of their fields and of their choices, and one line that sums each up.
import type { FactFamily } from '../../design/marks.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { cents, inEuros } from '../../kernel/money.ts'
import type { FactProblem } from './fact-field.rules.ts'
import type { FactKind, FactValue, PublicationProblem, Verdict } from './fact.rules.ts'

/** Singular and plural. */
export const kindNames: Record<FactKind, readonly [string, string]> = {
  title: ['Titre', 'Titre'], party: ['Partie', 'Parties'], term: ['Durée', 'Durée'], body: ['Instance', 'Instances'],
  obligation: ['Engagement', 'Engagements'],
  stamp: ['Tampon', 'Tampons'], date: ['Date', 'Dates'], amount: ['Montant', 'Montants'], rate: ['Taux', 'Taux'],
  programme: ['Programme', 'Programmes'],
  reference: ['Référence', 'Références au droit'], article: ['Article', 'Articles'], defect: ['Défaut', 'Défauts'],
  instruction: ['Instruction', 'Instructions de l’avenant'],
}
export const families: Record<FactKind, FactFamily> = {
  title: 'law', party: 'party', term: 'date', body: 'body', obligation: 'obligation', stamp: 'stamp', date: 'date', amount: 'money', rate: 'money',
  programme: 'law', reference: 'law', article: 'law', defect: 'obligation', instruction: 'instruction',
}
export const verdictNames: Record<Verdict, string> = { accepted: 'accepté', corrected: 'corrigé', rejected: 'écarté' }

export const choiceNames: Readonly<Record<string, string>> = {
  umbrella: 'Convention chapeau', programme: 'Convention de programme (ACV, PVD…)', membership: 'Convention d’adhésion', amendment: 'Avenant',
  other: 'Autre',
  epci: 'EPCI à fiscalité propre', commune: 'Commune', state: 'État', region: 'Région', department: 'Département',
  agency: 'Établissement public ou agence', private: 'Acteur privé',
  carrier: 'Porte l’opération', beneficiary: 'Ville bénéficiaire', authority: 'Autorité de l’État', partner: 'Partenaire', signatory: 'Signataire',
  meeting: 'Réunion', report: 'Bilan ou rapport', evaluation: 'Évaluation', publication: 'Publication', transmission: 'Transmission',
  consultation: 'Consultation',
  funding: 'Financement', staffing: 'Moyens humains',
  recurring: 'Périodique', deadline: 'Dans un délai', date: 'À une date', term: 'Au terme de la convention', condition: 'Sous condition',
  standing: 'Permanent',
  replace: 'Remplacer', insert: 'Insérer', complete: 'Compléter', delete: 'Supprimer', renumber: 'Renuméroter', 'verb.term': 'Changer la durée',
  'verb.party': 'Changer les parties', 'verb.sector': 'Changer les secteurs', 'verb.body': 'Changer les instances',
  after: 'Après', before: 'Avant', add: 'Ajouter', remove: 'Retirer', rename: 'Renommer',
  paragraph: 'Un ou plusieurs alinéas', sentence: 'Une phrase', words: 'Des mots', item: 'Un élément de liste', article: 'Un article',
  annex: 'Une annexe', number: 'Un nombre', amount: 'Un montant', heading: 'Un intitulé',
  HT: 'HT', TTC: 'TTC', '': 'Non précisé',
}

/** Label and hint of each field. */
export const fieldNames: Readonly<Record<string, readonly [label: string, hint?: string]>> = {
  title: ['Titre'], kind: ['Nature'], name: ['Nom'], role: ['Rôle'], insee: ['Code INSEE', 'Cinq caractères, communes seulement.'],
  siren: ['SIREN', 'Neuf chiffres.'],
  signatories: ['Signataires', 'Un par ligne : nom, puis virgule, puis qualité.'], years: ['Années'], months: ['Mois'],
  startsOn: ['Point de départ', '« signature », ou une date au format jj/mm/aaaa.'],
  signedOn: ['Signée le', 'jj/mm/aaaa ; laissez vide si le texte ne le dit pas.'],
  endsOn: ['Prend fin le', 'jj/mm/aaaa'], article: ['Article', 'Son numéro, par exemple 3.2.'], chair: ['Présidence'],
  seats: ['Sièges', 'Un par ligne ; ajoutez « [ou son représentant] » quand le texte le permet.'], meetingsPerYear: ['Réunions par an, au moins'],
  quorum: ['Quorum'],
  conveningDays: ['Délai de convocation, en jours'], bearer: ['Qui s’engage'], 'rule.kind': ['Échéance'], 'rule.timesPerYear': ['Fois par an'],
  'rule.before': ['Avant', 'Par exemple « 30 juin ».'], 'rule.years': ['Délai en années'], 'rule.months': ['Délai en mois'],
  'rule.days': ['Délai en jours'],
  'rule.after': ['À compter de', 'Par exemple « la signature ».'], 'rule.on': ['À la date du', 'jj/mm/aaaa'], 'rule.when': ['Condition'],
  id: ['Identifiant de l’acte', 'Par exemple 062-216201863-20221214-2022-120-DE.'], actDate: ['Date de l’acte', 'jj/mm/aaaa'], number: ['Numéro'],
  transmittedOn: ['Télétransmis le', 'jj/mm/aaaa'], receivedOn: ['Reçu le', 'jj/mm/aaaa'], publishedOn: ['Publié le', 'jj/mm/aaaa'],
  date: ['Date', 'jj/mm/aaaa'], what: ['Ce qui s’est passé'], cents: ['Montant en euros', 'Par exemple 55 000 ou 1 234,56.'], taxBasis: ['Taxe'],
  percent: ['Taux, en pour cent'], cap: ['C’est un maximum'], code: ['Sigle ou code'], communes: ['Communes concernées', 'Une par ligne.'],
  since: ['Depuis le', 'jj/mm/aaaa'],
  verb: ['Ce que fait l’instruction'], inArticle: ['Article visé', 'Celui de la convention, par exemple 5, 3.2 ou annexe 2.'],
  paragraph: ['Alinéa', 'Son rang, par exemple 2, « dernier » ou « avant-dernier ».'], sentenceRank: ['Phrase', 'Son rang, par exemple 1.'],
  item: ['Élément de liste', 'Sa marque, par exemple a ou 3°, ou son rang, par exemple 2e.'],
  words: ['Mots visés', 'Tels que la convention les écrit, sans guillemets.'], everywhere: ['Partout où ces mots figurent'],
  side: ['Place'], adds: ['Ce qui est ajouté'], newText: ['Nouveau texte', 'Sans guillemets.'],
  newNumber: ['Numéro du nouvel article', 'Par exemple 3 bis ou annexe 2.'], newHeading: ['Intitulé du nouvel article'], to: ['Nouveau numéro'],
  until: ['Prorogée jusqu’au', 'jj/mm/aaaa'], by: ['Prorogée de, en mois'], lasts: ['Durée portée à, en mois'], action: ['Ce qui change'],
  about: ['Partie, secteur ou instance', 'Son nom.'], commune: ['Commune'], newName: ['Nouveau nom'],
  orderedBy: ['Article de l’avenant', 'Celui qui ordonne ce changement.'],
  entersOn: ['Entre en vigueur le', 'jj/mm/aaaa ; laissez vide si l’avenant n’en dispose pas à part.'],
  text: ['Texte'], heading: ['Intitulé'], message: ['Constat'],
}

const why: Record<FactProblem['why'], string> = {
  missing: 'Remplissez ce champ.', dateUnreadable: 'Indiquez la date sous la forme jj/mm/aaaa.', numberUnreadable: 'Indiquez un nombre.',
  amountUnreadable: 'Indiquez un montant en euros, par exemple 55 000 ou 1 234,56.', choiceUnknown: 'Choisissez une valeur dans la liste.',
  lineUnreadable: 'Écrivez chaque ligne sous la forme « nom, qualité ».', sirenKey: 'Ce SIREN n’est pas valable : recopiez ses neuf chiffres.',
  clauseUnreadable: 'Indiquez un numéro d’article, par exemple 3.2 ou 4 bis.',
  rankUnreadable: 'Indiquez un rang, par exemple 2, « dernier » ou « avant-dernier ».',
  inseeUnreadable: 'Indiquez un code INSEE de cinq caractères, par exemple 62186.',
}
export const factFault = (problem: FactProblem): readonly [string, string] =>
  [problem.field, `${fieldNames[problem.field]?.[0] ?? problem.field} : ${why[problem.why]}`]

export const publicationSentences: Record<PublicationProblem, string> = {
  factsWaiting: 'Des faits restent à relire : acceptez, corrigez ou écartez chacun d’eux.',
  titleMissing: 'Le titre a été écarté : acceptez-le ou corrigez-le.',
  partyMissing: 'Aucune partie n’est retenue : il en faut au moins une.',
  alreadyPublished: 'Cette lecture est déjà publiée.',
  epciDiffers: 'L’intercommunalité du texte n’est pas celle de cette opération : déposez le document dans l’opération de son EPCI, ou corrigez '
    + 'la partie.',
}

const words = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const day = (value: unknown): string => (/^\d{4}-\d{2}-\d{2}$/.test(words(value)) ? inWords(words(value) as PlainDate) : words(value))
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const inner = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as FactValue)[name] : undefined)
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')
const plural = (count: number, word: string): string => `${String(count).replace('.', ',')} ${word}${count > 1 ? 's' : ''}`

/** When a promise falls due, in words. */
export function ruleInWords(rule: unknown): string {
  const value = (name: string) => inner(rule, name)
  const number = (name: string, word: string) => (typeof value(name) === 'number' ? plural(Number(value(name)), word) : '')
  switch (value('kind')) {
    case 'recurring':
      return joined([`au moins ${String(value('timesPerYear')).replace('.', ',')} fois par an`,
        value('before') === undefined ? '' : `avant le ${words(value('before'))}`])
    case 'deadline':
      return `dans un délai de ${
        [number('years', 'an'), typeof value('months') === 'number' ? `${words(value('months'))} mois` : '', number('days', 'jour')]
          .filter((part) => part !== '').join(' et ') || 'durée non précisée'
      } après ${words(value('after'))}`
    case 'date': return `le ${day(value('on'))}`
    case 'term': return 'au terme de la convention'
    case 'condition': return words(value('when'))
    default: return 'en permanence'
  }
}

/** How long a convention runs and from when, in words. */
export const termInWords = (term: FactValue): string => joined([
  [typeof term['years'] === 'number' ? plural(term['years'], 'an') : '',
    typeof term['months'] === 'number' ? `${term['months']} mois` : ''].filter((part) => part !== '').join(' et '),
  term['startsOn'] === 'signature' ? 'à compter de la signature' : term['startsOn'] === undefined ? '' : `à compter du ${day(term['startsOn'])}`,
  term['signedOn'] === undefined ? '' : `signée le ${day(term['signedOn'])}`, term['endsOn'] === undefined ? '' : `jusqu’au ${day(term['endsOn'])}`,
])

/** A fact in one line. */
export const factLines: Record<FactKind, (value: FactValue) => string> = {
  title: (value) => joined([words(value['title']) || 'Sans titre', choiceNames[words(value['kind'])] ?? '']),
  party: (value) => joined([words(value['name']), choiceNames[words(value['kind'])] ?? '',
    ...list(value['signatories']).map((row) => joined([words(inner(row, 'name')), words(inner(row, 'capacity'))]))]),
  term: termInWords,
  body: (value) => joined([words(value['name']), plural(list(value['seats']).length, 'siège'),
    typeof value['meetingsPerYear'] === 'number' ? `${words(value['meetingsPerYear']).replace('.', ',')} fois par an au moins` : '']),
  obligation: (value) => joined([choiceNames[words(value['kind'])] ?? '', words(value['bearer']), ruleInWords(value['rule'])]),
  stamp: (value) =>
    joined([words(value['id']) || 'Identifiant illisible', value['receivedOn'] === undefined ? '' : `reçu le ${day(value['receivedOn'])}`]),
  date: (value) => joined([day(value['date']), words(value['what'])]),
  amount: (value) => [typeof value['cents'] === 'number' ? inEuros(cents(value['cents'])) : '', words(value['taxBasis'])].join(' ').trim(),
  rate: (value) => `${words(value['percent']).replace('.', ',')} %${value['cap'] === true ? ' au plus' : ''}`,
  programme: (value) => joined([words(value['code']), words(value['name']), list(value['communes']).map(words).join(', '),
    value['since'] === undefined ? '' : `depuis le ${day(value['since'])}`]),
  reference: (value) => words(value['text']),
  article: (value) => joined([`Article ${words(value['number'])}`, words(value['heading'])]),
  defect: (value) => words(value['message']),
  instruction: (value) => joined([words(value['sentence']), value['entersOn'] === undefined ? '' : `à compter du ${day(value['entersOn'])}`]),
}
