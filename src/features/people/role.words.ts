// The French names of roles and rights, once for every page.
import type { Right, Role } from '../../kernel/rights.ts'

export const roleNames: Record<Role, string> = {
  projectLead: 'Chef de projet', townLead: 'Commune', finance: 'Finances', lawyer: 'Juriste', elected: 'Élue ou élu', prefecture: 'Préfecture',
  funder: 'Financeur',
}

/** After « droit de ». */
export const rightNames: Record<Right, string> = {
  viewOperation: 'consulter l’opération',
  editOperation: 'modifier la fiche de l’opération',
  managePeople: 'inviter des personnes et fixer leurs droits',
  depositDocument: 'déposer un document',
  reviewReading: 'relire ce qui a été lu d’un document',
  publishConvention: 'publier une convention',
  recordAct: 'enregistrer un acte',
  draftAmendment: 'préparer un avenant',
  keepObligation: 'tenir les échéances : preuves, dispenses, décisions',
  viewJournal: 'consulter le journal',
  viewPlan: 'consulter le plan d’action et son financement, dans la limite de son rôle',
  viewWholeMoney: 'consulter tout le financement du plan : maquette, délais',
  editAction: 'tenir les fiches action : toutes, ou celles de sa commune',
  keepPlan: 'tenir le plan : cadres, orientations, indicateurs, imports',
  keepFunding: 'tenir l’argent des actions : coûts, financements, versements, postes',
  keepSectors: 'tenir les secteurs et les autres périmètres',
  recordUse: 'enregistrer l’usage des leviers, demander une suspension d’autorisation commerciale',
}
