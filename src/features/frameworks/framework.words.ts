// What frameworks and orientations are called in French.
import { provisionName } from '../../kernel/provision.ts'
import type { FrameworkKind } from './framework.rules.ts'

export const kindNames: Readonly<Record<FrameworkKind, string>> = {
  convention: 'Orientations d’une convention', programme: 'Programme national', plh: 'Programme local de l’habitat (PLH)',
  territorialProject: 'Projet de territoire', crte: 'Contrat pour la réussite de la transition écologique (CRTE)', local: 'Cadre local',
}

/** « Article 3.3, Le PLH », without a comma when the provision has no heading. */
export const provisionTitle = (number: string, heading: string): string => `${provisionName(number)}${heading === '' ? '' : `, ${heading}`}`

/** « 1 action », « 12 actions ». */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count > 1 ? many : one}`
