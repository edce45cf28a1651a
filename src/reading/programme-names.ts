// The public programmes and plans a convention may belong to or cite: code, full name, words that name them.
import { words } from './patterns.ts'

type ProgrammeName = { readonly code: string; readonly name: string; readonly words: string }

/** More precise names before those they contain (`OPAH-RU` before `OPAH`); `words`: source of a regular expression on flattened text. */
export const programmeNames: readonly ProgrammeName[] = [
  { code: 'ACV', name: 'Action Cœur de Ville', words: words`
    acv(?: ?2)?|actions? (?:au )?c(?:oe|o)?eurs? de villes?|action c.?ur de ville|actions? coeurs? de villes?` },
  { code: 'PVD', name: 'Petites Villes de Demain', words: 'pvd|petites? villes? de demain' },
  { code: 'ORT', name: 'Opération de revitalisation de territoire',
    words: "ort|o\\.r\\.t\\.?|operations? de revitalisation d(?:u |es |e )?territoires?" },
  { code: 'OPAH-RU', name: 'Opération programmée d’amélioration de l’habitat – renouvellement urbain', words: words`
    opah[- ]?ru|operations? programmees? d'amelioration de l'habitat[ ,(–-]{1,3}(?:et )?(?:de )?renouvellement urbain` },
  { code: 'OPAH-CD', name: 'Opération programmée d’amélioration de l’habitat – copropriétés dégradées', words: 'opah[- ]?(?:cd|copropriete)s?' },
  { code: 'OPAH', name: 'Opération programmée d’amélioration de l’habitat', words: "opah|operations? programmees? d'amelioration de l'habitat" },
  { code: 'PIG', name: 'Programme d’intérêt général', words: "pig|programmes? d'interet general" },
  { code: 'PLH', name: 'Programme local de l’habitat', words: "plh|programmes? locaux? de l'habitat|programme local de l'habitat" },
  { code: 'PLUi', name: 'Plan local d’urbanisme intercommunal', words: "plui(?:-?[hdm])?|plan(?:s)? loca(?:l|ux) d'urbanisme intercommuna(?:l|ux)" },
  { code: 'PLU', name: 'Plan local d’urbanisme', words: "plu|plans? loca(?:l|ux) d'urbanisme" },
  { code: 'SCoT', name: 'Schéma de cohérence territoriale', words: 'scot|schemas? de coherence territoriale' },
  { code: 'CRTE', name: 'Contrat de relance et de transition écologique, devenu contrat pour la réussite de la transition écologique', words: words`
    p?crte|contrats?(?: territoria(?:l|ux))? (?:de relance et de transition ecologique|pour la reussite de la transition ecologique)` },
  { code: 'ERBM', name: 'Engagement pour le renouveau du bassin minier', words: 'erbm|engagement pour le renouveau du bassin minier' },
  { code: 'NPNRU', name: 'Nouveau programme national de renouvellement urbain', words: words`
    (?:n?pnru)|(?:nouveau )?programme national (?:de|pour la) (?:renouvellement|renovation) urbaine?` },
  { code: 'ANRU', name: 'Agence nationale pour la rénovation urbaine', words: 'anru|agence nationale (?:pour|de) la renovation urbaine' },
  { code: 'QPV', name: 'Quartier prioritaire de la politique de la ville', words: 'qpv|quartiers? prioritaires?(?: de la politique de la ville)?' },
  { code: 'CDV', name: 'Contrat de ville', words: 'contrats? de ville(?! de demain)' },
  { code: 'TI', name: 'Territoires d’industrie', words: "territoires? d'industrie" },
  { code: 'Fonds vert', name: 'Fonds vert', words: "fonds vert|fonds d'acceleration de la transition ecologique" },
  { code: 'Fonds friches', name: 'Fonds friches', words: 'fonds friches?' },
  { code: 'France services', name: 'France services', words: "(?:maisons? )?france[- ]services?" },
  { code: 'VA', name: 'Villages d’avenir', words: "villages? d'avenir" },
  { code: 'AMI Centre-bourg', name: 'Revitalisation des centres-bourgs', words: 'ami (?:revitalisation des )?centres?[- ]bourgs?' },
  { code: 'PAT', name: 'Projet alimentaire territorial', words: 'projets? alimentaires? territoria(?:l|ux)' },
  { code: 'PCAET', name: 'Plan climat-air-énergie territorial', words: 'pcaet|plan climat[- ,]*air[- ,]*energie territorial' },
  { code: 'CPER', name: 'Contrat de plan État-Région', words: 'cper|contrat de plan etat[- ]region' },
  { code: 'SRADDET', name: 'Schéma régional d’aménagement, de développement durable et d’égalité des territoires',
    words: 'sraddet|schema regional d.amenagement,? de developpement durable' },
  { code: 'LEADER', name: 'LEADER', words: 'programme leader|leader' },
  { code: 'PDU', name: 'Plan de mobilité', words: 'plan de deplacements? urbains?' },
]
