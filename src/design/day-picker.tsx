// Choosing the day whose situation one looks at, in the margin of an operation; the banner that says another day than today is shown.
import { inWords } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import { Notice } from './notice.tsx'

/** The day shown; `chosen`: when the address names one. `kept`: what the address says besides, sent again with the new day. */
export type ShownDay = {
  readonly day: PlainDate; readonly today: PlainDate; readonly chosen: boolean; readonly unreadable: boolean; readonly action: string
  readonly backHref: string; readonly kept: readonly (readonly [name: string, value: string])[]
}

/** Works without script: a form of one field, whose answer is the same page on that day. */
export const DayPicker = ({ shown }: { shown: ShownDay }) => (
  <form class="day-picker" method="get" action={shown.action} data-day="" aria-label="Date de la situation">
    <label>
      <span>Situation au</span>
      <input class="input" name="le" type="date" min="1900-01-01" max="2200-12-31" value={shown.day} required />
    </label>
    {shown.kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
    <button class="button button-secondary button-small" type="submit"><span>Voir<span class="visually-hidden"> à cette date</span></span></button>
    {shown.chosen ? <a class="day-picker-back" data-day="" href={shown.backHref}>Revenir à aujourd’hui</a> : null}
  </form>
)

/** At the top of the page when it is not about today, or when the day of the address cannot be read. */
export const DayBanner = ({ shown }: { shown: ShownDay }) => shown.unreadable ? (
  <Notice tone="warning" live>
    <p>La date de l’adresse ne se lit pas : voici la situation d’aujourd’hui. Écrivez-la sous la forme aaaa-mm-jj, entre 1900 et 2200.</p>
  </Notice>
) : shown.chosen ? (
  <p class="day-banner">
    <strong>{`Situation au ${inWords(shown.day)}`}</strong>
    <span>{shown.day > shown.today ? 'Une date à venir : d’après ce qui est connu aujourd’hui.'
      : 'Une date passée : d’après ce qui est connu aujourd’hui.'}</span>
    <a data-day="" href={shown.backHref}>Revenir à aujourd’hui</a>
  </p>
) : null
