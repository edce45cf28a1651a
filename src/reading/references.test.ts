// References to law, in the many ways conventions cite it.
import { expect, test } from 'vitest'
import { textFrom, wordsAt } from '../testing/snippets.ts'
import { readReferences } from './references.ts'

const cited = (words: string) => readReferences(textFrom(words)).map(({ code, article }) => [code, article].filter(Boolean).join(' '))

test.each([
  ['au sens de l’article L.303-2 du Code de la Construction et de l’Habitation', ['CCH L.303-2']],
  ['au sens de l’article L. 303-2 du code de la construction et de l’habitation', ['CCH L.303-2']],
  ['au sens de l’article L303-2 du CCH', ['CCH L.303-2']],
  ['au sens de l’article L. 303 - 2 du CCH', ['CCH L.303-2']],
  ['les articles L. 303-1 et L. 303-2 du CCH', ['CCH L.303-1', 'CCH L.303-2']],
  ['Vu les articles L. 752-1-1 et L. 752-1-2 du Code de commerce', ['C.com L.752-1-1', 'C.com L.752-1-2']],
  ['Vu le code de la construction et de l’habitation, notamment ses articles L. 303-1, L. 321-1 et suivants', ['CCH L.303-1', 'CCH L.321-1']],
  ['conformément à l’article L. 1111-10 du code général des collectivités territoriales', ['CGCT L.1111-10']],
  ['créée par l’article 157 de la Loi ELAN', ['loi 157']],
  ['l’article 157 de la loi n° 2018-1021 du 23 novembre 2018 portant évolution du logement', ['loi 157']],
  ['Vu la loi n° 2018-1021 du 23 novembre 2018 portant évolution du logement, notamment son article 157 ;', ['loi 157']],
  ['la loi n°2014-173 du 21 février 2014', ['loi']],
  ['la loi dite « ELAN »', ['loi']],
  ['la loi 3DS', ['loi']],
  ['le décret n° 2021-1311 du 7 octobre 2021', ['décret']],
  ['l’ordonnance n° 2021-1310 du 7 octobre 2021', ['ordonnance']],
  ['la circulaire du 4 février 2019', ['circulaire']],
  ['la circulaire n° 6231/SG du 20 novembre 2020', ['circulaire']],
  ['l’instruction du gouvernement du 30 avril 2024', ['instruction']],
  ['l’article R. 151-52 du code de l’urbanisme', ['CU R.151-52']],
  ['l’article 199 novovicies du code général des impôts', ['CGI 199 novovicies']],
  ['l’article L. 303-3 accordant la dérogation', ['CCH L.303-3']],
  ['le règlement (UE) n° 2016/679 du 27 avril 2016', ['règlement']],
  ['l’article 5 de la convention et l’article 3 du présent avenant', []],
  ['la charte du code couleur', []],
])('%s', (words, references) => {
  expect(cited(words)).toEqual(references)
})

test('the words and their place are those printed', () => {
  const text = textFrom('au sens de l’**article L.303-2** du CCH, et')
  expect(readReferences(text).map(({ text: words, span }) => [words, wordsAt(text, span)]))
    .toEqual([['article L.303-2 du CCH', 'article L.303-2** du CCH']])
})
