// Looking at acts as they were known on a past day: the form that asks for it, and the banner that says it.
import { Section } from '../../design/card.tsx'
import { DateField } from '../../design/fields.tsx'
import { Form, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { endOfDayInParis, inWords, readDate } from '../../kernel/date.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'

/** What `?su=` asks for. `at`: the last moment of that day; null for all that is known. */
export type Known = { readonly day: PlainDate | null; readonly at: Instant | null; readonly typed: string; readonly unreadable: boolean }

export function readKnown(typed = ''): Known {
  const day = typed === '' ? undefined : readDate(typed)
  return { day: day ?? null, at: day === undefined ? null : endOfDayInParis(day), typed, unreadable: typed !== '' && day === undefined }
}

/** `what`: « Le registre », « L’état ». */
export const KnownBanner = ({ known, backHref, what }: { known: Known; backHref: string; what: string }) => known.unreadable ? (
  <Notice tone="warning" live><p>Cette date ne se lit pas : écrivez-la sous la forme jj/mm/aaaa. Voici tout ce qui est su.</p></Notice>
) : known.day === null ? null : (
  <Notice tone="info">
    <p>{`${what} tel qu’il était su le ${inWords(known.day)} au soir.`} <a href={backHref}>Tout ce qui est su</a></p>
  </Notice>
)

export const KnownThen = ({ action, typed }: { action: string; typed: string }) => (
  <Section title="Ce qui était su à une date" intro="Un acte compte dès qu’il est fait ; le registre, lui, ne l’apprend que plus tard.">
    <Form action={action} method="get" layout="inline">
      <DateField name="su" label="Ce qui était su le" value={typed} required={false} />
      <SubmitButton emphasis="secondary">Voir</SubmitButton>
    </Form>
  </Section>
)
