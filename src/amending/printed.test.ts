// A redline on a terminal: announced in words, folded far from changes.
import { expect, test } from 'vitest'
import type { TextNode } from './consolidation.ts'
import { printRedline, printText, waitSentence } from './printed.ts'
import { redline } from './redline.ts'
import { date } from '../kernel/date.ts'

const node = (number: string, heading: string, text: string): TextNode => ({ key: number, number, heading, depth: 1, text })
const before = [node('5', 'Suivi', 'Un.\n\nDeux.\n\nTrois.\n\nQuatre est dit ici.\n\nCinq.\n\nSix.'), node('6', 'Fin', 'Terme.'), node('7', '', 'Reste.')]
const after = [node('5', 'Suivi', before[0]?.text.replace('Quatre', 'Dix') ?? ''), node('6', '', ''), { ...node('8', '', 'Reste.'), key: '7' }]

test('changes stand among the lines around them, the rest is counted', () => {
  expect(printRedline(redline(before, after))).toBe(`1 partie modifiée, 1 supprimée, 1 renumérotée. [-supprimé-] {+ajouté+}

## Article 5 – Suivi (modifié)

(2 alinéas inchangés)

Trois.

[-Quatre-]{+Dix+} est dit ici.

Cinq.

(1 alinéa inchangé)

## Article 6 – [-Fin-] (supprimé)

[-Terme.-]

## Article 8 (renuméroté, ancien 7)

(1 alinéa inchangé)
`)
  expect(printRedline(redline(before, before))).toBe('Aucune différence.\n')
})

test('a text is printed as it can be read again, a repealed part saying so', () => {
  expect(printText([
    node('intitulé', 'Convention', ''), node('préambule', '', 'Entre nous.'), { ...node('5', '', ''), repealedBy: 'a' }, node('5.1', 'Comité', 'Il siège.'),
  ])).toBe('# Convention\n\nEntre nous.\n\n## Article 5\n\n*Abrogé.*\n\n## 5.1 – Comité\n\nIl siège.\n')
})

test('why an amendment waits is said, and what to do', () => {
  expect(waitSentence('a.pdf', 'à compter de sa notification', null)).toContain('--assume-signed')
  expect(waitSentence('a.pdf', null, date('2024-01-01'))).toContain('1er janvier 2024')
})
