// Defects of content: what an ORT convention must hold and this text does not.
import { requiredContents, type RequiredContent } from '../law/ort-content.ts'
import { claimsOrt, type DefectRule } from './defect.ts'
import { pattern } from './patterns.ts'

const messages: Record<RequiredContent['code'], string> = {
  'main-town-not-named': 'La ville principale n’est pas désignée : nommez-la, car l’ORT doit comprendre son centre-ville',
  'sector-missing': 'Aucun secteur d’intervention n’est délimité ici : à chercher dans les conventions de programme ou leurs annexes',
  'funding-plan-missing': 'Le plan de financement des actions ne figure pas ici : à chercher dans les conventions de programme ou leurs annexes',
  'calendar-missing': 'Le calendrier des actions ne figure pas ici : à chercher dans les conventions de programme ou leurs annexes',
}

const contents = requiredContents.map((content) => ({ ...content, pattern: new RegExp(`(?<![a-z])(?:${content.words})`) }))

const missingContent: DefectRule = ({ text, kind, title }) => {
  const claims = kind === 'umbrella' || claimsOrt({ text, title })
  if (kind === 'amendment' || kind === 'membership' || !claims) return []
  return contents.filter(({ pattern }) => !pattern.test(text.flat)).map(({ code, rule }) => ({ code, message: `${messages[code]} (${rule}).` }))
}

const amendment = pattern()`
  par (?:la |une )?(?:voie d['e]? ?|simple )?avenant|(?:modifi|revis|adapt|complet|evol|ajust|prolong|prorog)[^.;]{0,140}avenant
  |avenant[^.;]{0,140}(?:modifi|revis|adapt|complet|evol|ajust|prolong|prorog|soumis|conclu)|objet d'un avenant|avenants? (?:est|sont|sera|seront) (?:approuve|conclu|signe|adopte)|amendable|modifiable
  |clause de revision|modification de la (?:presente )?convention`

const noAmendmentClause: DefectRule = ({ text, kind, title }) => {
  const settled = kind === 'umbrella' || kind === 'programme' || claimsOrt({ text, title })
  if (!settled || kind === 'amendment' || kind === 'membership' || text.articles.length < 3) return []
  const stated = text.articles.some(({ cleanStart, cleanEnd, heading }) =>
    (/avenant|modification|évolution et mise à jour|révision/i.test(heading) || amendment.test(text.flat.slice(cleanStart, cleanEnd))))
  return stated ? [] : [{ code: 'amendment-clause-missing',
    message: 'Aucune clause ne prévoit comment modifier la convention : ajoutez une clause d’avenant ; à défaut, l’usage est que toutes '
      + 'les parties s’accordent dans les mêmes formes (à confirmer).' }]
}

export const contentRules: readonly DefectRule[] = [missingContent, noAmendmentClause]
