// Obligations: who owes what, and when it falls due.
import { describe, expect, test } from 'vitest'
import { clauseOf, textFrom, wordsAt } from '../testing/snippets.ts'
import type { ObligationRule } from './facts.ts'
import { readObligations } from './obligations.ts'

const said = (rule: ObligationRule): string => {
  switch (rule.kind) {
    case 'recurring': return `${rule.timesPerYear}/y${rule.before === undefined ? '' : ` before ${rule.before}`}`
    case 'deadline': return `within ${rule.years ?? 0}y${rule.months ?? 0}m${rule.days ?? 0}d`
    case 'date': return `by ${rule.on}`
    case 'term': return 'term'
    case 'condition': return 'if'
    case 'standing': return 'always'
  }
}
const dutiesOf = (words: string, heading = 'Engagements') =>
  readObligations(clauseOf(words, heading), [], []).map(({ kind, rule }) => `${kind} ${said(rule)}`)

describe('kind and due rule', () => {
  test.each([
    ['Il se réunira a minima une fois par an.', ['meeting 1/y']],
    ['Au terme de la convention, un bilan sera conduit pour en évaluer les résultats et les impacts.', ['report term']],
    ['La présente convention est publiée au recueil des actes administratifs de l’EPCI signataire.', ['publication always']],
    ['Elle est transmise pour information au DDFIP ainsi qu’à l’ANCT.', ['transmission always']],
    ['Elle est transmise à l’ANCT dans le mois qui suit sa signature.', ['transmission within 0y1m0d']],
    ['D’un commun accord entre les parties et après avis favorable du comité de pilotage, il peut être mis fin à la présente convention.',
      ['consultation if']],
    ['Les éventuels litiges seront portés devant le Tribunal Administratif de Lille.', ['other always']],
    ['La Communauté présente chaque année, avant le 30 juin, un bilan d’avancement aux communes.', ['report 1/y before 30 juin']],
    ['Elle adresse aux signataires, avant le 1er mars de chaque année, un rapport.', ['report 1/y before 1er mars']],
    ['Une évaluation est conduite dans les trois ans suivant la signature, puis au terme de la convention.',
      ['evaluation within 3y0m0d', 'evaluation term']],
    ['La commune recrute un chef de projet dans un délai de deux mois.', ['staffing within 0y2m0d']],
    ['Les communes s’engagent à signer une convention-cadre au plus tard le 15 octobre 2022.', ['other by 2022-10-15']],
    ['Dans un délai de 18 mois maximum à compter de la signature, le projet est formalisé par une convention-cadre.', ['other within 0y18m0d']],
    ['Un cofinancement à hauteur de 75 % du coût du poste est sollicité auprès de l’Anah.', ['funding always']],
    ['L’Anah finance le suivi-animation à hauteur de 50 %.', ['funding always']],
    ['Un tableau de bord est mis à jour annuellement.', ['report 1/y']],
    ['Les avenants sont soumis à l’avis préalable du comité de pilotage.', ['consultation if']],
    ['L’EPCI remet une évaluation finale six mois avant le terme de la convention.', ['evaluation term']],
    ['La convention est affichée un mois au siège de la communauté.', ['publication always']],
    ['La commune informe l’EPCI dans les quinze jours de toute modification.', ['transmission within 0y0m15d']],
    ['Le rapport d’évaluation est remis dans les six mois précédant la fin de la convention.', ['evaluation term']],
    ['L’État désigne un référent départemental.', ['staffing always']],
  ])('%s', (words, duties) => {
    expect(dutiesOf(words)).toEqual(duties)
  })

  test.each([
    'Le programme vise à redonner de l’attractivité aux centres-villes.',
    'La ville compte 12 000 habitants et un marché hebdomadaire.',
    'L’opération s’inscrit dans le cadre du contrat de relance.',
    'La convention pourra faire l’objet d’une mise en ligne.',
    'Le projet de territoire a été adopté en 2017.',
    'Vu la délibération du conseil municipal ;',
    'La présente convention est conclue pour une durée de 5 ans.',
  ])('binds nobody: %s', (words) => {
    expect(dutiesOf(words)).toEqual([])
  })

  test('a list of promises is one obligation per item, owed by whoever makes them', () => {
    const text = clauseOf(
      'Les Communes s’engagent à :\n\n- recruter un chef de projet dans les deux mois ;\n- établir un bilan annuel ;\n- ne pas engager de projet '
        + 'contraire.', 'Engagements',
    )
    const duties = readObligations(text, [], [])
    expect(duties.map(({ kind, bearer }) => [kind, bearer]))
      .toEqual([['staffing', 'Les Communes'], ['report', 'Les Communes'], ['other', 'Les Communes']])
    expect(duties.map(({ span }) => wordsAt(text, span).replace(/^[-\s]+/, '').slice(0, 8))).toEqual(['recruter', 'établir ', 'ne pas e'])
  })
})

describe('who owes it', () => {
  test.each([
    ['La Communauté de communes s’engage à désigner un référent.', 'La Communauté de communes'],
    ['Pour assurer le suivi, les collectivités s’engagent à recruter un chef de projet.', 'les collectivités'],
    ['Un bilan annuel est réalisé par le maître d’ouvrage.', 'le maître d’ouvrage'],
    ['Au terme de la convention, un bilan sera conduit.', undefined],
  ])('%s', (words, bearer) => {
    expect(readObligations(clauseOf(words, 'Engagements'), [], [])[0]?.bearer).toBe(bearer)
  })

  test('a pronoun stands for the subject before it', () => {
    const text = clauseOf('Un comité de suivi est présidé par le maire. Il se réunira une fois par an.', 'Gouvernance')
    expect(readObligations(text, [], []).map(({ bearer }) => bearer)).toEqual(['comité de suivi'])
  })
})

test('recitals and articles that describe hold no obligation', () => {
  expect(readObligations(
    textFrom(
      'Préambule\n\nLe maire transmet chaque année un rapport.\n\n## Article 1 – Objet\n\nLa convention présente les ambitions du territoire.\n',
    ), [], [],
  )).toEqual([])
})
