// What a change will do, in one plain French sentence.
import { inWords } from '../kernel/date.ts'
import type { Change, Rank, Target, TargetLevel } from './instruction.ts'
import { shortened } from './phrases.ts'

export function sentenceOf(change: Change): string {
  switch (change.verb) {
    case 'replace': return replacing(change)
    case 'insert': return inserting(change)
    case 'complete': return completing(change)
    case 'delete': return deleting(change)
    case 'renumber': return `${inCapital(subject(change.target))} devient ${renumbered(change.target, change.to)}.`
    case 'term': return termSentence(change)
    case 'party': return change.change === 'add' ? `Ajouter ${quoted(change.name)} aux parties.` : `Retirer ${quoted(change.name)} des parties.`
    case 'sector': return sectorSentence(change)
    case 'body': return change.change === 'rename' ? `Renommer l’instance ${quoted(change.name)} en ${quoted(change.to ?? '')}.`
      : change.change === 'add' ? `Créer l’instance ${quoted(change.name)}.` : `Supprimer l’instance ${quoted(change.name)}.`
  }
}

type Of<Verb extends Change['verb']> = Extract<Change, { verb: Verb }>

const quoted = (words: string): string => `« ${shortened(words.replace(/\s*\n\s*/g, ' '), 90)} »`
const inCapital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function replacing({ target, level, by, heading }: Of<'replace'>): string {
  if (target.words === undefined) {
    const what = subject(target)
    const title = heading === undefined ? '' : `, désormais intitulé${level === 'annex' ? 'e' : ''} ${quoted(heading)},`
    return `Remplacer ${what}${title} par ${quoted(by)}.`
  }
  const every = target.occurrence === 'all' ? 'chaque fois ' : ''
  const one = typeof target.occurrence === 'number' ? ` (${ordinal(target.occurrence, true)} occurrence)` : ''
  return `Remplacer, ${place(target)}, ${every}${quoted(target.words)}${one} par ${quoted(by)}.`
}

const things: Readonly<Record<TargetLevel, string>> = {
  article: 'un article', annex: 'une annexe', heading: 'un intitulé', paragraph: 'un alinéa', sentence: 'une phrase', item: 'un élément de liste',
  words: 'les mots', number: 'le nombre', amount: 'le montant',
}

function added(level: TargetLevel, number: string | undefined, heading: string | undefined): string {
  const title = heading === undefined ? '' : ` ${quoted(heading)}`
  if (number === undefined || number === 'annexe') return `${things[level]}${title}`
  return `${level === 'annex' ? `l’${number}` : `l’article ${number}`}${title}`
}

function inserting({ side, target, level, text, number, heading }: Of<'insert'>): string {
  const where = side === 'after' ? 'après' : 'avant'
  if (target.words !== undefined) return `Insérer, ${place(target)}, ${where} ${quoted(target.words)} : ${quoted(text)}.`
  if (level === 'words') return `Insérer, au début ${ofSubject(target)} : ${quoted(text)}.`
  return `Insérer ${where} ${subject(target)} ${added(level, number, heading)} : ${quoted(text)}.`
}

function completing({ target, level, text, number, heading }: Of<'complete'>): string {
  const what = Object.keys(target).length === 0 ? 'la convention' : subject(target)
  const many = level === 'paragraph' && /\n/.test(text) ? 'des alinéas' : added(level, number, heading)
  return `Compléter ${what} par ${many} : ${quoted(text)}.`
}

const deleting = ({ target }: Of<'delete'>): string =>
  target.words === undefined ? `Supprimer ${subject(target)}.`
    : `Supprimer, ${place(target)}, ${target.occurrence === 'all' ? 'chaque fois ' : ''}${quoted(target.words)}.`

const renumbered = (target: Target, to: string): string =>
  target.item !== undefined ? `le ${to}` : to.startsWith('annexe') ? `l’${to}` : `l’article ${to}`

const months = (count: number): string =>
  count % 12 === 0 ? `${count / 12} an${count > 12 ? 's' : ''}` : `${count} mois`

function termSentence({ until, by, lasts }: Of<'term'>): string {
  const end = until === undefined ? '' : `jusqu’au ${inWords(until)}`
  if (lasts !== undefined) return `Porter la durée de la convention à ${months(lasts)}${end === '' ? '' : `, ${end}`}.`
  if (by !== undefined) return `Proroger la convention de ${months(by)}${end === '' ? '' : `, ${end}`}.`
  return `Fixer le terme de la convention ${end.replace('jusqu’au', 'au')}.`
}

function sectorSentence({ change, name, commune }: Of<'sector'>): string {
  const where = commune === undefined || name.includes(commune) ? '' : ` (${commune})`
  return change === 'add' ? `Ajouter le secteur ${quoted(name)}${where}.` : change === 'remove' ? `Supprimer le secteur ${quoted(name)}${where}.`
    : `Remplacer ${quoted(name)}${where} par ce que l’avenant annexe.`
}

/** `2e`, `dernier`, `avant-dernière`. */
export function ordinal(rank: Rank, feminine: boolean): string {
  if (rank === 1) return feminine ? '1re' : '1er'
  if (rank > 0) return `${rank}e`
  const last = feminine ? 'dernière' : 'dernier'
  return rank === -1 ? last : rank === -2 ? `avant-${last}` : `${-rank}e avant la fin,`
}

/** The parts of a target from the innermost out, each with its articles: bare, after `de`, after `à`. */
function steps(target: Target): readonly (readonly [string, string, string])[] {
  const all: (readonly [string, string, string])[] = []
  const masculine = (words: string) => [`le ${words}`, `du ${words}`, `au ${words}`] as const
  if (target.heading === true) all.push(['l’intitulé', 'de l’intitulé', 'à l’intitulé'])
  if (target.sentence !== undefined) {
    const words = `${ordinal(target.sentence, true)} phrase`
    all.push(elided('la ', 'de la ', 'à la ', words))
  }
  if (target.paragraph !== undefined) {
    const words = `${ordinal(target.paragraph, false)} alinéa`
    all.push(words.startsWith('avant') ? elided('', '', '', words) : masculine(words))
  }
  if (typeof target.item === 'number') all.push(masculine(`${ordinal(target.item, false)} élément de liste`))
  else if (target.item !== undefined) for (const mark of target.item.split('>').reverse()) all.push(masculine(mark))
  if (target.article !== undefined) all.push(articleStep(target.article))
  return all
}

const elided = (bare: string, of: string, at: string, words: string): readonly [string, string, string] =>
  words.startsWith('avant') ? [`l’${words}`, `de l’${words}`, `à l’${words}`] : [`${bare}${words}`, `${of}${words}`, `${at}${words}`]

function articleStep(article: string): readonly [string, string, string] {
  if (article === 'préambule') return ['le préambule', 'du préambule', 'au préambule']
  const words = article === 'intitulé' ? 'intitulé de la convention' : article.startsWith('annexe') ? article : `article ${article}`
  return [`l’${words}`, `de l’${words}`, `à l’${words}`]
}

/** `le 2e alinéa de l’article 5`. */
const subject = (target: Target): string => {
  const [first, ...rest] = steps(target)
  return first === undefined ? 'le texte' : [first[0], ...rest.map(([, of]) => of)].join(' ')
}
const ofSubject = (target: Target): string => {
  const [first, ...rest] = steps(target)
  return first === undefined ? 'du texte' : [first[1], ...rest.map(([, of]) => of)].join(' ')
}
/** `au 2e alinéa de l’article 5`. */
const place = (target: Target): string => {
  const [first, ...rest] = steps(target)
  return first === undefined ? 'dans la convention' : [first[2], ...rest.map(([, of]) => of)].join(' ')
}
