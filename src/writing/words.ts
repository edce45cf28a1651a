// The French that the files say around the words of the convention.
import type { ConsolidatedNode } from '../amending/consolidation.ts'
import { type PlainDate, inWords } from '../kernel/date.ts'
import { provisionName } from '../kernel/provision.ts'
import type { AmendmentAbout, ConsolidatedText, TextAmendment } from './consolidated-text.ts'

/** `Article 5 – Gouvernance`; the name alone when there is no heading. */
export const nodeTitle = (number: string, heading: string): string => {
  const words = heading.replace(/\s+/g, ' ').trim()
  return words === '' ? provisionName(number) : `${provisionName(number)} – ${words}`
}

/** `l’avenant n° 1` when it has a number, else its title between quotation marks. */
export const amendmentName = ({ number, title }: AmendmentAbout): string =>
  number === undefined ? `l’avenant « ${title} »` : `l’avenant n°\u00a0${number}`

/** `Avenant n° 1, signé le 3 mars 2024, en vigueur le 1er avril 2024`; `signé et en vigueur le 3 mars 2024` when both are one day. */
export function amendmentLine({ number, title, signedOn, since }: TextAmendment): string {
  const name = number === undefined ? title : `Avenant n°\u00a0${number}`
  if (signedOn === since) return `${name}, signé et en vigueur le ${inWords(since)}`
  return [name, ...(signedOn === null ? [] : [`signé le ${inWords(signedOn)}`]), `en vigueur le ${inWords(since)}`].join(', ')
}

export type NodeNote = { readonly amendment: TextAmendment; readonly since: PlainDate; readonly text: string }

/** What happened to a node, an amendment after the other: `Modifié par l’avenant n° 1, en vigueur le 1er avril 2024.` */
export function nodeNotes(node: ConsolidatedNode, text: ConsolidatedText): readonly NodeNote[] {
  return text.amendments.flatMap((amendment) => {
    const days = amendment.effects.filter((effect) => node.touchedBy.includes(effect.instruction)).map((effect) => effect.since).sort()
    const whole = node.repealedBy === amendment.id || node.insertedBy === amendment.id
    const since = days[0] ?? (whole ? amendment.since : undefined)
    if (since === undefined) return []
    const verb = node.repealedBy === amendment.id ? 'Abrogé' : node.insertedBy === amendment.id ? 'Créé' : 'Modifié'
    return [{ amendment, since, text: `${verb} par ${amendmentName(amendment)}, en vigueur le ${inWords(since)}.` }]
  })
}

/** What every file says first: version, state, rules of consolidation. */
export const preliminaries = (text: ConsolidatedText): readonly string[] => [
  `${text.versionLabel.replace(/\.$/, '')}.`,
  ...(text.state === '' ? [] : [text.state]),
  text.amendments.length === 0
    ? 'Texte d’origine : aucun avenant n’est en vigueur à cette date.'
    : `Texte consolidé par Chapeau (règles ${text.algorithm}). Seuls les documents signés font foi.`,
]
