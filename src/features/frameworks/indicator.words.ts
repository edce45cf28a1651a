// What indicators and their figures are called and how they are printed in French.
import type { IndicatorKind } from './indicator.rules.ts'

export const indicatorKindNames: Readonly<Record<IndicatorKind, string>> = { realisation: 'Réalisation', result: 'Résultat', context: 'Contexte' }
export const indicatorKindHints: Readonly<Record<IndicatorKind, string>> = {
  realisation: 'Ce qui a été fait.', result: 'Ce que cela change.', context: 'Ce qu’est le territoire, quoi qu’on fasse.',
}

/** « 1 234,5 % »; « non publié » when it was observed and kept secret. */
export const figureInWords = (value: number | null, unit: string): string =>
  (value === null ? 'non publié' : `${value.toLocaleString('fr-FR', { maximumFractionDigits: 3 })}${unit === '' ? '' : ` ${unit}`}`)
