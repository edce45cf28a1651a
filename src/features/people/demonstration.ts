// The accounts of the demonstration: invented people, one per role, opened without a password in demonstration mode only.
import type { DemonstrationAccount } from './account.pages.tsx'

export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  { email: 'chef.de.projet@demonstration.example', name: 'Camille Dubreucq', role: 'projectLead',
    capacity: 'cheffe de projet ACV et PVD de l’agglomération' },
  { email: 'commune@demonstration.example', name: 'Malik Vasseur', role: 'townLead', capacity: 'chef de projet PVD de Bully-les-Mines' },
  { email: 'finances@demonstration.example', name: 'Noé Lefebvre', role: 'finance', capacity: 'responsable des financements de l’agglomération' },
  { email: 'juriste@demonstration.example', name: 'Inès Carlier', role: 'lawyer',
    capacity: 'responsable des affaires juridiques de l’agglomération' },
  { email: 'elue@demonstration.example', name: 'Hélène Wattrelos', role: 'elected', capacity: 'conseillère déléguée à l’habitat privé' },
  { email: 'prefecture@demonstration.example', name: 'Thibault Leclercq', role: 'prefecture',
    capacity: 'chargé de mission à la sous-préfecture de Lens' },
  { email: 'financeur@demonstration.example', name: 'Rosa Delattre', role: 'funder', capacity: 'chargée de développement territorial' },
]
