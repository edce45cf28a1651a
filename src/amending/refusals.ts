// Why an instruction was not applied, in one French sentence that says what to do.
import type { Change, Target } from '../reading/instruction.ts'
import { nameOf } from './draft.ts'
import type { MissCode } from './place.ts'

const ordinal = (rank: number, feminine: boolean): string => {
  if (rank === -1) return feminine ? 'dernière' : 'dernier'
  if (rank === 1) return feminine ? 'première' : 'premier'
  return rank < 0 ? `${-rank}e en partant de la fin` : `${rank}e`
}

/** « l’article 5 », or « le texte » when none is cited. */
const placeOf = ({ article }: Target): string => (article === undefined ? 'le texte' : nameOf(article))
const toPlace = (target: Target): string =>
  target.article === undefined ? 'dans le texte' : placeOf(target).replace(/^le /, 'au ').replace(/^l’/, 'à l’')
const ofPlace = (target: Target): string => placeOf(target).replace(/^le /, 'du ').replace(/^l’/, 'de l’')
const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** What a words instruction looks for: quoted words, a sum, a number. */
const soughtOf = (change: Change, target: Target): string => {
  if (target.words !== undefined) return `les mots « ${target.words.trim()} »`
  return 'level' in change && change.level === 'amount' ? 'un montant' : 'un nombre'
}

/** `count`: how many places answer to an ambiguous one. */
export function refusalSentence(code: MissCode, change: Change, count: number): string {
  const target = ('target' in change ? change.target : undefined) ?? {}
  const sought = soughtOf(change, target)
  switch (code) {
    case 'articleNotFound': return target.article === undefined
      ? 'L’instruction ne dit pas dans quel article : indiquez-le.'
      : `Le texte ne contient pas ${placeOf(target)} : vérifiez le numéro cité.`
    case 'placeAmbiguous': return `${capital(toPlace(target))}, ${count} endroits répondent à ce que cite l’instruction : dites lequel.`
    case 'paragraphNotFound':
      return `Il n’y a pas de ${ordinal(target.paragraph ?? 1, false)} alinéa ${toPlace(target)}`
        + ' : vérifiez l’alinéa cité (chaque ligne en compte pour un).'
    case 'sentenceNotFound':
      return `Il n’y a pas de ${ordinal(target.sentence ?? 1, true)} phrase à cet endroit ${ofPlace(target)} : vérifiez la phrase citée.`
    case 'itemNotFound': {
      const item = typeof target.item === 'number' ? `de rang ${target.item}` : `« ${(target.item ?? '').split('>').reverse().join(' du ')} »`
      return `Il n’y a pas de point ${item} ${toPlace(target)} : vérifiez le point cité.`
    }
    case 'wordsNotFound': return `${capital(toPlace(target))}, ${sought} ${target.words === undefined ? 'ne se trouve' : 'ne se trouvent'} pas`
      + ' : vérifiez le passage à modifier, à la lettre près.'
    case 'wordsAmbiguous':
      return `${capital(toPlace(target))}, ${sought} ${target.words === undefined ? 'se trouve' : 'se trouvent'} à ${count} endroits`
        + ' : dites lequel, ou « à chaque occurrence ».'
    case 'articleExists': return `Le texte contient déjà ${nameOf(numberOf(change))} : donnez un autre numéro.`
    case 'articleRepealed': return `${capital(placeOf(target))} est déjà abrogé : il ne peut plus être modifié.`
    case 'nothingToChange': return 'L’instruction ne change rien au texte : vérifiez ce qu’elle demande.'
    case 'partyNotFound': return `« ${nameIn(change)} » n’est plus partie : vérifiez le nom.`
    case 'partyAlready': return `« ${nameIn(change)} » est déjà ajouté par un avenant : l’instruction est de trop.`
  }
}

const numberOf = (change: Change): string => {
  if (change.verb === 'renumber') return change.to
  return change.verb === 'insert' || change.verb === 'complete' ? (change.number ?? '') : ''
}
const nameIn = (change: Change): string => ('name' in change ? change.name : '')

/** `place`: number of the part; `applied`, `other`: titles of the amendments; `words`: those the other looks for. */
export function conflictSentence(place: string, applied: string, other: string, words: string | undefined): string {
  const where = `les mêmes mots ${ofPlace({ article: place })}${words === undefined ? '' : ` (« ${words.trim()} »)`}`
  return (applied === other ? `Deux instructions de « ${applied} » portent sur ${where}` : `« ${applied} » et « ${other} » changent ${where}`)
    + ' : la première instruction s’applique, l’autre attend une décision.'
}
