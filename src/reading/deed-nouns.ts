// The noun of an act from its past participle: `adopté le` tells an `adoption`.

const deeds: readonly (readonly [RegExp, string])[] = [
  [/^(?:co-?)?sign/, 'signature'], [/^adopt/, 'adoption'], [/^approuv/, 'approbation'], [/^conclu/, 'conclusion'], [/^homolog/, 'homologation'],
  [/^engag/, 'engagement'], [/^(?:re)?valid/, 'validation'], [/^cre/, 'création'], [/^lanc/, 'lancement'], [/^ouver/, 'ouverture'],
  [/^inaugur/, 'inauguration'], [/^publi/, 'publication'], [/^transmi/, 'transmission'], [/^notifi/, 'notification'], [/^modifi/, 'modification'],
  [/^prorog/, 'prorogation'], [/^prolong/, 'prolongation'], [/^renouvel/, 'renouvellement'], [/^inscri/, 'inscription'],
  [/^label/, 'labellisation'], [/^arret/, 'arrêt'],
  [/^vot/, 'vote'], [/^install/, 'installation'], [/^institu/, 'institution'], [/^ratifi/, 'ratification'], [/^class/, 'classement'],
  [/^retenu/, 'sélection'], [/^selectionn/, 'sélection'], [/^designe/, 'désignation'], [/^present/, 'présentation'], [/^constitu/, 'constitution'],
  [/^prescri/, 'prescription'], [/^instaur/, 'instauration'], [/^depos/, 'dépôt'], [/^recu/, 'réception'], [/^acheve/, 'achèvement'],
  [/^termin/, 'achèvement'], [/^realis/, 'réalisation'], [/^mise? /, 'mise'], [/^delibere/, 'délibération'], [/^resili/, 'résiliation'],
  [/^livr/, 'livraison'], [/^promulgu/, 'promulgation'], [/^complet/, 'complément'], [/^affich/, 'affichage'], [/^revis/, 'révision'],
  [/^accord/, 'accord'], [/^delivr/, 'délivrance'], [/^attribu/, 'attribution'], [/^etabli/, 'établissement'], [/^annonc/, 'annonce'],
  [/^elabor/, 'élaboration'], [/^confirm/, 'confirmation'], [/^elu/, 'élection'], [/^decid/, 'décision'], [/^recrut/, 'recrutement'],
  [/^reun/, 'réunion'], [/^ten/, 'tenue'], [/^act/, 'acte'], [/^fait/, 'réalisation'], [/^(?:laureat|beneficiai)/, 'sélection'],
]
/** `signee` → `signature`; undefined for a participle that tells no event. */
export const deedNamed = (verb: string): string | undefined => deeds.find(([pattern]) => pattern.test(verb))?.[1]
