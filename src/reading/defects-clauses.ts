// Defects of the clauses: bodies nobody created, lists without items, numbers skipped, caps with two readings, law that is no longer in force.
import type { PlainDate } from '../kernel/date.ts'
import { localGazetteAbolishedSince, localGazetteReplacement } from '../law/publication-reform.ts'
import { bodiesNamed, bodyKey } from './bodies.ts'
import { defectAt, defectOn, isSettlement, type DefectRule, type ReadFacts } from './defect.ts'
import { flat } from '../kernel/text.ts'
import { passagesOf, type Passage } from './passages.ts'
import { articleAt } from './text.ts'
import { pattern } from './patterns.ts'

const steering = pattern()`
  ^comite (?:de (?:pilotage|suivi|projet|direction)|technique|strategique|local|operationnel|partenarial|scientifique|consultatif|d'(?:experts
  |orientation|evaluation)|des partenaires)`
const ofAnother = pattern()`
  (?:de|du|de l'|des|d'|pour l[ea']?) ?(?:plh|opah|pig|plui?|scot|crte|npnru|anru|erbm|contrat de ville|programme local|contrat de relance|pat
  |pcaet)(?![a-z])`

const bodyNotCreated: DefectRule = (facts) => {
  if (facts.kind === 'amendment') return []
  const created = new Set(facts.bodies.map(({ name }) => bodyKey(flat(name))))
  const told = new Set<string>()
  return bodiesNamed(facts.text).flatMap(({ key, name, start, end }) => {
    if (!steering.test(key) || [...created].some((one) => one === key || one.startsWith(`${key} `)) || told.has(key)
      || ofAnother.test(flat(name)) || articleAt(facts.text, start) === undefined) return []
    told.add(key)
    return [defectAt(facts, 'body-not-created', start, end,
      `Le « ${name} » est cité, mais aucune clause ne le crée ni ne le compose : nommez l'instance qui existe, ou définissez celle-ci.`)]
  })
}

const obsoleteClause: DefectRule = (facts) => {
  const day = dayOf(facts)
  if (day === undefined || day < localGazetteAbolishedSince) return []
  return [...facts.text.flat.matchAll(pattern('g')`
    recueils? des actes administratifs(?! de (?:la prefecture|l'etat|la region|l'anah))`)].slice(0, 3).map((match) =>
    defectAt(facts, 'obsolete-clause', match.index, match.index + match[0].length,
      `Le recueil des actes administratifs des collectivités n'existe plus depuis le 1er juillet 2022 (${localGazetteReplacement}) : `
        + `prévoyez une publication sous forme électronique.`))
}

/** The latest day the document itself shows: signature, stamp, certification. */
function dayOf({ signatures, stamps, dates }: ReadFacts): PlainDate | undefined {
  const shown = [signatures?.signedOn, ...stamps.flatMap((stamp) => [stamp.actDate, stamp.transmittedOn, stamp.receivedOn]),
    ...dates.filter(({ what }) => /certification du caractère exécutoire|^d[ée]lib[ée]ration|^signature/.test(what)).map(({ date }) => date)]
  return shown.filter((day) => day !== undefined).sort().at(-1)
}

const counted = pattern()`
  (?<![a-z0-9])(\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|vingt) (?:[a-z]{3,14} ){0,2}?(?:fiches?
  |actions?|axes|orientations|objectifs|secteurs|indicateurs|projets|communes|mesures|priorites|engagements|etapes|phases|operations)(?![a-z])`

const listMissing: DefectRule = (facts) => {
  const passages = passagesOf(facts.text)
  return passages.flatMap((passage, index) => {
    const words = facts.text.flat.slice(Math.max(passage.start, passage.end - 400), passage.end)
    const count = words.endsWith(':') && !passage.row && passage.level === 0 ? counted.exec(words) : null
    if (!count || follows(facts, passage, passages[index + 1])) return []
    return [defectAt(facts, 'list-missing', passage.start, passage.end,
      `La liste annoncée (« ${count[0]} ») ne suit pas : complétez le texte ou renvoyez à l'annexe qui la contient.`)]
  })
}

/** Whether what comes next can be the list: items, a table, numbered lines, sub-headings, short lines. */
function follows({ text }: ReadFacts, passage: Passage, next: Passage | undefined): boolean {
  if (next === undefined) return false
  const words = text.flat.slice(next.start, Math.min(next.end, next.start + 400))
  if (next.item || next.row || /^(?:\d|[a-z][).]|[ivx]+[).]|[-•*>])/.test(words)) return true
  if (pattern()`
    ^(?:le |la |l'|un |une )?(?:premiere?(?![a-z])|1ere?(?![a-z])|d'une part|(?:axe|orientation|action|objectif|secteur|phase|etape|priorite|mesure
    |projet|fiche)s? (?:n ?°|\d|[ivx]+(?![a-z])|[a-h](?![a-z])|«|:|-))`.test(words)) return true
  const [here, there] = [articleAt(text, passage.start), articleAt(text, next.start)]
  if (there !== undefined && here !== undefined && there !== here) return there.depth > here.depth
  if (next.level > 0) return true
  return words.length < 110 && !/[.:]$/.test(words)
}

const numbering: DefectRule = (facts) => {
  const answer: ReturnType<DefectRule>[number][] = []
  const seen = new Set<string>()
  const last = new Map<string, number>()
  for (const article of facts.text.articles) {
    const match = /^((?:\d+\.)*)(\d+)$/.exec(article.number)
    if (!match) continue
    const [parent = '', number] = [match[1], Number(match[2])]
    const here = (message: string) => answer.push(defectAt(facts, 'article-numbering', article.cleanStart, article.bodyStart, message))
    if (seen.has(article.number)) here(`Deux articles portent le numéro ${article.number} : renumérotez-les pour que les renvois soient sûrs.`)
    else if (number === (last.get(parent)
      ?? 0) + 2) here(`L'article ${parent}${number - 1} manque avant l'article ${article.number} : rétablissez-le ou renumérotez.`)
    else if (number > (last.get(parent) ?? 0) + 2) here(`Les articles ${parent}${(last.get(parent) ?? 0) + 1} à ${parent}${number - 1} `
      + `manquent avant l'article ${article.number} : rétablissez-les ou renumérotez.`)
    seen.add(article.number)
    last.set(parent, number)
  }
  return facts.kind === 'amendment' ? [] : answer.slice(0, 20)
}

const capAmbiguous: DefectRule = (facts) =>
  [...facts.text.flat.matchAll(/\d ?%[^.;%]{0,90}\( ?(?:au )?(?:maximum|max\.?|plafond(?:e|ee)?(?: a)?)(?: de)? ?\d[^)]{0,160}/g)].map((match) =>
    defectAt(facts, 'cap-ambiguous', match.index, match.index + match[0].length,
      'Le plafond peut se lire de deux façons, sur le coût ou sur l\'aide : précisez ce que le montant maximal limite.'))

const noTerm: DefectRule = (facts) => {
  const { term, kind, text } = facts
  if (term === null) return kind === 'amendment' || !isSettlement(facts) || text.articles.length === 0 ? []
    : [{ code: 'term-missing', message: 'La convention ne dit ni sa durée ni son terme : ajoutez une clause de durée (CCH, art. L.303-2, II).' }]
  if (term.endsOn !== undefined) return []
  const wanted = term.signedOn === undefined ? 'd’une signature sans date : indiquez la date de signature'
    : 'd’un jour que le texte ne donne pas : indiquez la date d’entrée en vigueur'
  return [defectOn(facts, 'term-not-computable', term.span, `Le terme ne peut pas être calculé, car la durée court ${wanted}.`)]
}

export const clauseRules: readonly DefectRule[] = [bodyNotCreated, obsoleteClause, listMissing, numbering, capAmbiguous, noTerm]
