// Who owes a promise, as printed: the subject of its verb, the agent of a passive, the one a pronoun stands for.
import { flat } from '../kernel/text.ts'
import type { Body, Party } from './facts.ts'
import { pattern } from './patterns.ts'

/** `words`: the sentence flattened; `printed`: the same as printed; the clause runs from `from` to `to`, its verb stands at `verbAt`. */
type Asked = {
  readonly words: string
  readonly printed: string
  readonly from: number
  readonly to: number
  readonly verbAt: number
  readonly verb: string
  readonly previous: string | undefined
  readonly bodies: readonly Body[]
  readonly parties: readonly Party[]
}

const someone = pattern()`
  (?:communes?|villes?|communaute|metropole|intercommunalite|agglomeration|epci|etat|prefete?|region|departement|conseil|banque|agence|anah|anct
  |anru|action logement|collectivites?|parties|partenaires?|signataires?|financeurs?|comite|commission|equipe|chef(?:fe)?|directeurs?|directrice
  |maires?|presidente?|maitres? d'ouvrage|beneficiaires?|operateurs?|territoire|services?|syndicat|etablissement|caisse|chambre|cci|cma|epf|pole
  |poste|porteurs?|instance|association|bailleurs?|elus?|chacun)(?![a-z])`

/** Undefined when nobody is named. */
export function bearerOf(asked: Asked): string | undefined {
  const { words, printed, from, to, verbAt, verb, previous } = asked
  const passive = /^(?:est|sont|sera|seront|doi|devra|devront)/.test(verb)
  if (passive) {
    const agent = pattern()`
       [ ]par ((?:le|la|les|l'|un|une|chaque|chacun)[^,.;:()]{2,70}?)(?= (?:a|au|aux|dans|sur|pour|et|avant|puis|lors|en|sous|afin) |[,.;:()]|$)
     `.exec(words.slice(verbAt, to))
    if (agent?.[1] === undefined) return undefined
    const at = verbAt + agent.index + 5
    return known(printed.slice(at, at + agent[1].length), asked)
  }
  const before = words.slice(Math.max(from, verbAt - 220), verbAt)
  if (pattern()`
    (?:^|[,;(] ?|^- ?|et )(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci)(?: [a-z]+)? ?$`.test(before.trimEnd())
      || /^(?:- ?)?(?:il|elle|ils|elles) /.test(before)) return previous
  const border = subjectStart(before)
  const subject = before.slice(border)
  if (!someone.test(subject)) return undefined
  const at = verbAt - subject.length
  return known(printed.slice(at, verbAt).replace(/[\s,]+(?:y|en|se|ne|lui|leur)?\s*$/i, ''), asked)
}

/** Where the subject begins: after `;`, `:`, a relative pronoun, and the circumstances that open the sentence (`Pour …, les villes`). */
function subjectStart(before: string): number {
  let border = Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')) + 1
  const relative = /(?:^|, )(?:que|qui|dont|et|puis) (?=[^,;]*$)/.exec(before)
  if (relative) border = Math.max(border, relative.index + relative[0].length)
  border += /^[\s-]*/.exec(before.slice(border))?.[0].length ?? 0
  if (!pattern()`
    ^(?:pour|au|aux|dans|afin|a|en|sur|sous|par|lors|avec|des|a l'|ainsi|enfin|d'un|apres|avant|chaque annee|conformement|compte)(?![a-z])
  `.test(before.slice(border))) return border
  const commas = [...before.matchAll(/, (?=(?:le|la|les|l'|chaque|chacune?|toute?|un|une|monsieur|madame)(?![a-z]))/g)].reverse()
  const comma = commas.find(({ index, 0: mark }) => someone.test(before.slice(index + mark.length)))
  return comma === undefined ? border : Math.max(border, comma.index + comma[0].length)
}

/** The printed name, tidied; the name of a party or a body when the words are that name exactly. */
function known(printed: string, { bodies, parties }: Asked): string | undefined {
  const tidy = printed.replace(/\s+/g, ' ').replace(/^[«"]\s?/, '').replace(pattern('u')`
    ,\s*(?:co-?)?(?:présid|compos|coordonn|anim|plac|réuni|représent|constitu)\p{L}*[^,]*(?:,.*)?$`, '').replace(pattern('i')`
      ^(?:et|que|qui|puis|ainsi,?|enfin,?|en outre,?|par ailleurs,?|chaque année,?)\s+`, '').replace(pattern('i')`
        \s(?:rattaché|chargé|placé|désigné|recruté|dont|qui)(?:e|s|es)?(?=\s|$).*$`, '').replace(/\s*\([^()]*$/, '').replace(/[\s,;:]+$/, '').trim()
  if (tidy.length < 2 || tidy.length > 160) return undefined
  const words = flat(tidy).replace(/^(?:la |le |les |l'|un |une )/, '')
  return parties.find(({ name }) => flat(name) === words)?.name ?? bodies.find(({ name }) => flat(name) === words)?.name ?? tidy
}
