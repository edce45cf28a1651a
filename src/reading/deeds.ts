// The verbs and nouns by which a convention promises something, and the kind of promise they make. Words of drafting practice, not of a statute.
import type { ObligationKind } from './facts.ts'
import { pattern, words } from './patterns.ts'

const adverb = '(?: [a-z]{3,16}ment| egalement| aussi| ensuite| alors| donc| ainsi| en outre| notamment| au moins)?'
const passive = words`
  (?:est|sont|sera|seront|(?:doi(?:t|vent)|devra|devront|peut|peuvent|pourra|pourront) etre)${adverb} (?:transmis|publie|affiche|notifie|adresse
  |communique|envoye|remis|presente|etabli|realise|conduit|mene|elabore|dresse|produit|mise?s? (?:a jour|en ligne|en place|a (?:la )?disposition
  |en oeuvre)|actualise|renseigne|tenue? (?:a jour|a (?:la )?disposition|au moins)|soumis|reuni|convoque|organise|verse|finance|cofinance|sollicite
  |attribue|alloue|plafonne|limite|mandate|recrute|designe|nomme|suivie?s? par|evalue|examine|consulte|informe|saisi|porte|prise?s? en charge|depose
  |signe|formalise|desservi|affecte|employe|mobilise|accorde|complete|revu|revise|assure|reexamine|lance|subordonne|arrete|consigne|couvert|supporte
  |rembourse|dote|aide|detache|demande|commande|insere|valide|approuve|rendue?s? public|diffuse|procede|restitue)[a-z]*|(?:peut|peuvent
  |pourra) etre consulte[a-z]*|(?<=(?: et|,) )(?:transmis|notifie|adresse|communique|publie|affiche)(?:e|es|s)? (?=(?:aux?|a|dans|sur|devant) )
  |mention (?:en )?(?:est|sera) faite`
const active = words`
  (?:transmet(?:tra|tent|tront)?|publie(?:nt|ra|ront)?|affiche(?:nt|ra|ront)?|notifie(?:nt|ra|ront)?|adresse(?:nt|ra|ront)?|envoie(?:nt)?|enverra
  |remet(?:tra|tent|tront)?|(?<!(?:la|le|une|de|cette) )presente(?:nt|ra|ront)?(?! convention| contrat| accord| charte)|etabli(?:t|ra|ront|ssent)
  |redige(?:nt|ra|ront)?|dresse(?:nt|ra|ront)?|produi(?:t|ra|ront|sent)|met(?:tra|tent|tront)? (?:a jour|en ligne|en place|a (?:la )?disposition
  |en oeuvre)|actualise(?:nt|ra|ront)?|renseigne(?:nt|ra|ront)?|tien(?:t|nent|dra|dront) (?:a jour|a (?:la )?disposition|informee?s?)|tien(?:t|nent
  |dra|dront)(?= une? )|soumet(?:tra|tent|tront)?|se reuni(?:t|ra|ront|ssent)|se tien(?:t|dra|nent)|(?<!(?:y|ne) )siege(?:nt|ra
  |ront)?(?! (?:valablement|social|a |au (?!moins|minimum)|du ))|organise(?:nt|ra|ront)?|verse(?:nt|ra|ront)?|(?:co)?finance(?:nt|ra|ront)?
  |sollicite(?:nt|ra|ront)|attribue(?:nt|ra|ront)?|alloue(?:nt|ra|ront)?|recrute(?:nt|ra|ront)?|designe(?:nt|ra|ront)?|nomme(?:nt|ra|ront)?
  |evalue(?:nt|ra|ront)?|consulte(?:nt|ra|ront)?|informe(?:nt|ra|ront)?|(?:rend|rendent|rendra|rendront) compte|pren(?:d|nent|dra|dront) (?:en|a sa
  |a leur) charge|apporte(?:nt|ra|ront)?|contribue(?:nt|ra|ront)?(?= a [^.;]{2,80}€)|contribue(?:nt|ra|ront)? (?:au financement|a hauteur|financierement|aux frais|aux depenses)|participe(?:nt
  |ra|ront)? (?:au financement|a hauteur|financierement|aux frais|aux depenses|au cout)|maintien(?:t|nent)|maintiendra|conserve(?:nt|ra
  |ront)? (?:a sa charge|pendant)|s'appuie(?:nt)? (?:egalement )?sur une equipe|(?:fait|font|fera|feront) (?:realiser|proceder|parvenir|etablir
  |connaitre|figurer)|signale(?:nt|ra|ront)?|reserve(?:nt|ra|ront)?(?= (?:une?|\d))|met(?:tra|tent)?(?= (?:une?|des|le|la|les|son
  |ses) [^.;]{2,60} a (?:la )?disposition)|accroi(?:t|ssent|tra)|majore(?:nt|ra|ront)?|abonde(?:nt|ra|ront)?|justifie(?:nt|ra|ront)?|instaure(?:nt
  |ra|ront)?|renouvelle(?:nt|ra|ront)?|s'interdi(?:t|sent)|livre(?:nt|ra|ront)?|arrete(?:nt|ra|ront)?(?= (?:un |le |la |les |l')(?:bilan|rapport
  |budget|programme))|(?:reste|demeure)(?:nt|ra|ront)? consultables?|mesure(?:nt|ra|ront)?(?= (?:les |l'))|tire(?:nt|ra|ront)?(?= une? )
  |il est interdit|conserve(?:nt|ra|ront)?(?= (?:ce|le|son|un) poste)|rembourse(?:nt|ra|ront)?|restitue(?:nt|ra|ront)?|reste(?:nt|ra|ront)? a (?:la
  |sa|leur) charge|decote(?:nt|ra)?|reverse(?:nt|ra|ront)?|consent(?:ent|ira)?(?= (?:a|aux|une?|des)(?![a-z]))|couvre(?:nt)?|accuse(?:nt|ra
  |ront)? reception|apprecie(?:nt|ra)?|diffuse(?:nt|ra|ront)?|affecte(?:nt|ra|ront)?|recueille(?:nt|ra)? (?:l'accord|l'avis|son accord)
  |se concerte(?:nt|ra|ront)?|se voi(?:t|ent)|se retrouve(?:nt|ra|ront)?|intervien(?:t|nent|dra|dront)|precede(?:nt|ra|ront)?(?= (?:toute?|chaque))
  |procede(?:nt|ra|ront)?|cede(?:nt|ra|ront)?|delibere(?:nt|ra|ront)? sur|(?:donne(?:nt|ra)?|emet(?:tra)?)(?= (?:d'abord )?(?:son|un) avis)
  |garanti(?:t|ra|ssent|ront)|realise(?:nt)?|reuni(?:t|ra)(?= (?:tous|chaque|au moins))|(?:a|aura|ont|auront) lieu|consacre(?:nt|ra|ront)?
  |donne(?:nt|ra|ront)? lieu(?= a|,)|n'excede(?:ra|ront)? pas|ne (?:peut|pourra|peuvent|pourront|saurait) (?:pas |en aucun cas |toutefois )?(?:exceder
  |depasser)|alerte(?:nt|ra|ront)?|saisi(?:t|ra|ssent)|previen(?:t|nent|dra)|anime(?:nt|ra|ront)? (?:une|un|le reseau|la demarche)|pourvoi(?:t|ent
  |ra)|depose(?:nt|ra|ront)?|convoque(?:nt|ra|ront)?|examine(?:nt|ra|ront)? chaque|fourni(?:t|ra|ront|ssent)|beneficie(?:nt|ra
  |ront)? d'un (?:co)?financement|communique(?:nt|ra|ront)?(?= (?:sur|aux?|a|les?|la|l'|un|une|son|leur|chaque|tout|,))|emploie(?:nt)?|conduira
  |conduiront|realisera|realiseront|elaborera|elaboreront|menera|meneront|assurera|assureront|commencera|commenceront|debutera|debuteront|(?:fera
  |feront) l'objet d'une?|(?:fait|font) l'objet(?:, [^,.;]{3,30},)? d'une? (?:affichage|mention|restitution|information|evaluation|bilan|revue
  |publication|mise a jour|suivi|presentation))`
const promise = words`
  (?:s'engage(?:nt|ra|ront)?(?:,? (?!a (?!travers))[^,.;:]{0,140},)?(?: [a-z]+ment| par ailleurs| egalement| notamment| en outre| conjointement
  | ainsi| chacune?)*(?=(?: par la presente)? (?:a|au|aux|sur|pour|de|d'|dans)(?![a-z])| ?:)|s'oblige(?:nt)? (?:a|:)|s'astreint|(?:est|sont|sera
  |seront) tenue?s? (?:de|d'|a(?! jour| disposition| la disposition))|a l'obligation de|(?:doit|doivent|devra|devront) (?!etre|permettre|pouvoir
  |constituer|favoriser|contribuer|repondre|traduire|conduire a)|il (?:lui |leur )?appartient (?:aux? [^,.;]{2,40} |a [^,.;]{2,40} )?d|veille(?:nt
  |ra|ront)? a (?=ce que |(?:la |les |l')?(?:[a-z]{3,16}(?:er|ir|re)(?![a-z])))|engagements? (?:est|sont) pris|prend l'engagement
  |prennent l'engagement)`

/** A finite verb by which somebody owes something. */
export const duty = new RegExp(`(?<![a-z'])(?:${promise}|${passive}|(?:${active})(?![a-z]))`, 'g')
/** The verb announces what follows, in the infinitive: `s’engage à`. */
export const promising = new RegExp(`(?<![a-z])${promise}`)
/** The verb, alone, is one of promise: what is promised is the infinitive after it. */
export const isPromise = (verb: string): boolean => pattern()`
  ^(?:s'(?:engage|oblige|astreint)|doi(?:t|vent)$|devra|(?:est|sont|sera|seront) tenu|a l'obligation|prend l'|prennent l'|engagements?
  |il (?:lui |leur )?appartient|veille)`.test(verb)

/** `peut`, `pourra`: a faculty, which binds nobody unless a condition goes with it. */
export const faculty = /(?<![a-z])(?:peut|peuvent|pourra|pourront|pourrait|a la faculte|ont la faculte|est susceptible|sont susceptibles)(?![a-z])/
/** What the parties must obtain first. */
export const consent = pattern()`
  apres (?:avis|accord|validation|consultation|approbation|concertation)|(?:sur|apres) (?:l')?avis (?:favorable|conforme)|avis (?:favorable|conforme
  |prealable)|accord prealable|d'un commun accord|(?:soumis|soumise|soumises|presente|presentee)s? (?:pour|a|au) (?:la |l'|pour )?(?:avis
  |approbation|validation|accord|deliberation|vote)|(?:a|pour) (?:la |l')?(?:validation|approbation|avis) (?:prealable )?(?:du|de|des)
  |sous reserve de (?:l'avis|l'accord|la validation)|subordonnee?s? a (?:l'avis|l'accord|la validation)|avec l'accord|apres avoir (?:entendu
  |consulte|recueilli|pris|obtenu|sollicite)|(?:comite|conseil|parties|instance)[a-z ]{0,30} entendue?s?(?![a-z])|son avis|recueille(?:nt
  |ra)? l'(?:accord|avis)`

const kinds: readonly (readonly [ObligationKind, RegExp])[] = [
  ['meeting', pattern()`
    se reuni|se voi(?:t|ent)(?![a-z])|reunions?(?![a-z])|reuni(?:e|es|s)?(?![a-z])|convoqu|(?:comite|instance|commission) [^.;]{0,50}(?:se tien
    |est organise)|revues? de projet|(?:mettre en place|installer|creer|reunir) (?:un|le|une|des) comite|seance`],
  ['evaluation', /evaluation|evalue|audit(?![a-z])|examen (?:contradictoire|d'ensemble)/],
  ['report', pattern()`
    bilan|rapport|compte[- ]rendu|rend(?:re|ent)? compte|tableaux? de (?:bord|suivi)|synthese|etats? (?:d'avancement|recapitulatif|des )
    |point d'(?:etape|avancement)|restitution|justifie|dress[a-z]{1,5} un etat|maquettes? financieres?|mise a jour|mis a jour|actualis`],
  ['publication', pattern()`
    publi(?:e|ee|es|ees|er|ent|era|cation)(?![a-z])|affich|mise?s? en ligne|mettre en ligne|recueil des actes|disposition du public|inser|sur (?:le|son|leurs?) site
    |rendue?s? public|consultables?(?![a-z])|consulte[a-z]* (?:en|dans|a) (?:mairie|la mairie|les )|acces du public|site internet|presse(?![a-z])
    |journa(?:l|ux)|diffus`],
  ['staffing', pattern()`
    chef(?:fe)?s? de projet|direct(?:eur|rice) de (?:projet|programme)|coordinat(?:eur|rice)|postes?(?![a-z])|recrut|charge(?:e)?s? de mission
    |equipes?[- ]projets?|designe|nomm(?:e|er|ent)(?![a-z])|referent|interlocuteur|un correspondant|conseiller(?:e)? en|manager de|manageu
    |(?<![a-z])agents?(?![a-z])|personnel|ingenierie interne|temps plein|etp|organisation decrite`],
  ['consultation', pattern()`
    precede(?:nt|ra)? toute|(?:apres |sur |pour |l'|solliciter? l')avis|consult|concert|commun accord|validation d|approbation d|accord prealable
    |soumis`],
  ['transmission', pattern()`
    transm|livre(?:nt|ra)?(?![a-z])|parvenir|justificatif|accuse(?:nt|ra|ront)? reception|adress|notifi|communiqu|envo(?:ie|y)|remet|remis|inform
    |fourni|porte(?:r|nt)? a la connaissance|alerte|faire connaitre|depos`],
  ['funding', pattern()`
    financ(?!ieres?(?![a-z])|iers?(?![a-z]))|cofinanc|subvention|verse|vers(?:er|ement)|prend(?:re|nent)? en charge|pris en charge|credits?(?![a-z])
    |€|euros|aide(?:s)? |participation|contribu|excede|a sa charge|dotation|fonds(?! de commerce)|reverse|abond|accroi|decote|enveloppe|budget`],
]
/** Told by the word that governs the verb, and not only present in the clause. */
const strongVerbs: readonly (readonly [ObligationKind, RegExp])[] = [
  ['meeting', /^(?:reunir|se reuni|se tien|se voi|se retrouve|siege)|(?:reunit?|reunira|convoque)(?:e|s|es)?$/],
  ['publication', /(?:publie|affiche|mises? en ligne|met(?:tra|tent|tront)? en ligne|mention (?:en )?(?:est|sera) faite)(?:e|s|es|nt|ra|ront)*$/],
  ['funding', pattern()`
    (?:finance|cofinance|verse|allou\w+|pris en charge|en charge|financement|a hauteur|financierement|sa charge|couvert|supporte|rembourse|restitue
    |dote|aide|a (?:la|sa|leur) charge|accroit?|accroi(?:ss|tr)|abonde|alloue|accorde|plafonne|exceder?|excedera pas)(?:e|s|es|nt|ra|ront)*$`],
  ['staffing', /(?:affecte|recrute|designe|nomme|employe|emploie)(?:e|s|es|nt|ra|ront|r)*$/],
  ['evaluation', /evalue(?:e|s|es|nt|ra|ront|r)*$/],
  ['transmission', /^(?:transmettre|adresser|communiquer|notifier|informer|fournir|remettre|signaler?|signale(?:nt|ra)?|alerte)/],
  ['funding', /^(?:co)?financer|^verser|^accorder|^allouer|^subventionner/],
  ['publication', /^diffuse|^publier|^afficher|^diffuser/],
  ['consultation', /^consulter|subordonne|^saisir|^soumettre|^recueill|^se concert|^(?:donne|emet)(?:nt|ra|tra)?$/],
]

/** What an act is for does not tell what it is: `un bilan sera conduit pour évaluer` is a report. */
function withoutPurpose(clause: string): string {
  const opened = clause.replace(/^(?:- )?(?:pour [a-z]+(?:er|ir|re)|afin d)[^,]{0,160}, /, '')
  const purpose = opened.slice(15).search(/ (?:pour (?:en |y |les |l')?(?=[a-z]{3,16}(?:er|ir|re) )|afin d|en vue d)/)
  return purpose < 0 ? opened : opened.slice(0, 15 + purpose)
}

/** The kind of promise a clause makes; `verb`: the words of its verb. */
export function kindOf(sentence: string, verb: string): ObligationKind {
  const clause = withoutPurpose(sentence)
  if (/^communique/.test(verb) && /communique\w* sur/.test(clause)) return 'other'
  if (/^(?:est|sont|sera|seront|doi|devra)|l'objet|a(?:ura)? lieu|^ont lieu|lieu$/.test(verb)) {
    const subject = clause.slice(0, Math.max(0, clause.indexOf(verb)))
    if (/evaluation/.test(subject)) return 'evaluation'
    if (/bilans?(?![a-z])|rapport|compte[- ]rendu|tableau de bord|synthese|etat d'avancement/.test(subject)) return 'report'
  }
  if (/interdi/.test(verb)) return 'other'
  const infinitive = isPromise(verb) ? pattern()`
    (?:^| )(?:a |de |d'|en |y )?(?:ne pas )?([a-z]{3,16}(?:er|ir|re))(?![a-z])`.exec(clause.slice(clause.indexOf(verb) + verb.length))?.[1]
      : undefined
  const strong = strongVerbs.find(([, pattern]) => pattern.test(infinitive ?? verb))?.[0]
  if (strong !== undefined) return strong
  const scope = infinitive === undefined ? clause : clause.slice(clause.indexOf(verb), clause.indexOf(verb) + verb.length + 90)
  const present = kinds.filter(([, pattern]) => pattern.test(scope)).map(([kind]) => kind)
  if (/transm|notifi|adress|envo/.test(verb) && present.includes('transmission') && !present.includes('report')
    && !present.includes('evaluation')) return 'transmission'
  if (/sollicit/.test(verb) && present.includes('funding') && !present.includes('consultation')) return 'funding'
  if (/soumis|soumet/.test(verb) && present.includes('consultation')) return 'consultation'
  return present[0] ?? 'other'
}
