// A sum as pages show it: the amount on one line, what is missing from it in small under it.
import type { VNode } from 'preact'
import { inEuros } from '../../kernel/money.ts'
import type { Sum } from '../../planning/money-sum.ts'
import { amountInWords } from './funding.words.ts'

type Shown = Pick<Sum, 'cents' | 'known' | 'unknown'>

/** `55 000 €`, and `+ 2 inconnus` under it. */
export function shownAmount(sum: Shown): VNode {
  if (sum.known === 0) return <span class="amount">{amountInWords(sum)}</span>
  return (
    <>
      <span class="amount">{inEuros(sum.cents)}</span>
      {sum.unknown === 0 ? null : <span class="money-about">{`+ ${sum.unknown} ${sum.unknown === 1 ? 'inconnu' : 'inconnus'}`}</span>}
    </>
  )
}

/** The same, as the figure of a page. */
export const shownFigure = (sum: Shown): VNode => <span class="money-figure">{shownAmount(sum)}</span>
