// What one looks for in the catalogue of levers: words, a theme, a public, a status on a day. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import { fold } from '../../kernel/text.ts'
import { statusOn } from '../../law/levers/lever-days.ts'
import type { Audience, Lever, LeverStatus, LeverTheme } from '../../law/levers/lever.ts'

/** The words of the address, and what each stands for. */
export const themeInAddress: Readonly<Record<LeverTheme, string>> = {
  trade: 'commerce', housing: 'logement', planning: 'urbanisme', land: 'foncier', services: 'services',
}
export const audienceInAddress: Readonly<Record<Audience, string>> = {
  notary: 'notaire', shop: 'commerce', instructor: 'instruction', landlord: 'bailleur', owner: 'proprietaire', operator: 'operateur', town: 'ville',
  epci: 'epci', state: 'etat',
}
export const statusInAddress: Readonly<Record<LeverStatus, string>> = {
  confirmed: 'confirme', toConfirm: 'a-confirmer', expired: 'expire', notYet: 'a-venir',
}

/** What the fields hold, as typed; a word unknown asks for nothing. */
export type LeverSearch = Readonly<Record<'q' | 'theme' | 'public' | 'etat', string>>

/** The levers that answer, with their status that day, in the order of the catalogue. */
export function searchLevers(levers: readonly Lever[], asked: LeverSearch, on: PlainDate): readonly (Lever & { readonly status: LeverStatus })[] {
  const words = fold(asked.q).split(/\s+/).filter((word) => word !== '')
  const known = (names: Readonly<Record<string, string>>, word: string) => Object.values(names).includes(word)
  return levers.map((lever) => ({ ...lever, status: statusOn(lever, on) })).filter((lever) => {
    const text = fold([lever.id, lever.name, lever.brief, ...lever.articles, lever.beneficiary].join(' '))
    return words.every((word) => text.includes(word))
      && (!known(themeInAddress, asked.theme) || themeInAddress[lever.theme] === asked.theme)
      && (!known(audienceInAddress, asked.public) || lever.audiences.some((one) => audienceInAddress[one] === asked.public))
      && (!known(statusInAddress, asked.etat) || statusInAddress[lever.status] === asked.etat)
  })
}
