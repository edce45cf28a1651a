// A short signed convention whose clauses show every form of promise, and an amendment that changes one; written for tests.

const parties = `ENTRE

- La Communauté d'Agglomération de Lens-Liévin, représentée par son Président, Sylvain ROBERT ;
- La Commune de Lens, représentée par son Maire, Sylvain ROBERT ;

ET

- L'État, représenté par Jacques BILLANT, Préfet du Pas-de-Calais.`
const signatures = `Pour la Communauté d'Agglomération de Lens-Liévin
Le Président, Sylvain ROBERT

Pour la Commune de Lens
Le Maire, Sylvain ROBERT

Pour l'État
Le Préfet, Jacques BILLANT`

export const signedConvention = `# Convention-cadre « chapeau » valant opération de revitalisation de territoire

${parties}

## Article 1 – Gouvernance

Un comité de suivi est présidé par le Président. Il se réunit au moins une fois par an.

## Article 2 – Suivi

La Communauté d'Agglomération remet chaque année au Préfet un bilan des actions avant le 30 juin.

Les communes transmettent au comité de suivi leurs marchés dans un délai d'un mois après leur notification.

Les communes organisent au moins trois réunions publiques par an.

La Communauté d'Agglomération réalise une évaluation à mi-parcours dans un délai de dix-huit mois après la signature de la convention.

## Article 3 – Durée

La convention entre en vigueur à la date de sa signature, pour une durée de 5 ans. Au terme de la convention, un bilan sera conduit.

La convention est publiée au recueil des actes administratifs.

Fait à Lens, le 6 avril 2023

${signatures}
`

export const signedAmendment = `# Avenant n° 1 à la convention-cadre « chapeau » valant opération de revitalisation de territoire

${parties}

## Article 1 – Gouvernance

À l'article 1, les mots : « au moins une fois par an » sont remplacés par les mots : « au moins deux fois par an ».

Fait à Lens, le 1er février 2026

${signatures}
`
