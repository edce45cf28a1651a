// The form of one year of a post: its cost, and its co-funding lines, with room for more.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { fundingStatuses } from '../../planning/funding-status.ts'
import { postBases } from '../../planning/post-kind.ts'
import { paths } from '../../paths.ts'
import { statusWords } from '../funding/funding.words.ts'
import type { Post } from './post.rules.ts'
import type { YearTyped } from './post-year.rules.ts'
import { postBasisNames } from './post.words.ts'
import { YearRow } from './year-lines.tsx'
import type { ShownYear } from './year-lines.tsx'

type Props = {
  readonly frame: Frame; readonly slug: string; readonly post: Post; readonly year: number
  readonly typed: YearTyped; readonly faults: readonly Fault[]
  readonly version: number; readonly lines: number; readonly organisations: readonly { readonly id: string; readonly name: string }[]
  /** What someone else recorded meanwhile. */
  readonly theirs?: { readonly shown: ShownYear; readonly author: string } | undefined
}
export const PostYearPage = (props: Props) => {
  const { frame, slug, post, year, typed, faults, version, lines, theirs } = props
  const back = paths.post(slug, post.id)
  return (
    <Page {...frame} title={`${post.title} : année ${year}`} faults={faults}
      breadcrumb={[{ href: paths.posts(slug), label: 'Postes' }, { href: back, label: post.title }]}
      intro="Une case vide veut dire « inconnu », jamais zéro. Une ligne vide n’est pas gardée.">
      <FaultSummary faults={faults} />
      {theirs === undefined ? null : (
        <>
          <Notice tone="warning" title="Quelqu’un a enregistré cette année entre-temps">
            <p>{`Voici ce que ${theirs.author} a enregistré. Votre saisie est gardée plus bas : corrigez-la, puis enregistrez.`}</p>
          </Notice>
          <YearRow shown={theirs.shown} sees={false} level={2} />
        </>
      )}
      <Form action={paths.postYear(slug, post.id, String(year))} keep={`poste-${post.id}-${year}-${version}`}>
        <Hidden name="version" value={String(version)} />
        <NumberField name="cost" label="Coût annuel" required={false} value={typed['cost']} faults={faults} hint="En euros, charges comprises." />
        <Select name="basis" label="Tel qu’il est écrit" required={false} empty="Non précisé" value={typed['basis']} faults={faults}
          hint="Un salaire ne porte pas de TVA ; la convention écrit pourtant « HT »."
          choices={postBases.map((value) => ({ value, label: postBasisNames[value] }))} />
        <TextArea name="note" label="Note" required={false} rows={2} value={typed['note']} faults={faults} maxLength={1000} />
        {Array.from({ length: lines }, (_, line) => <FundingLine key={line} {...props} line={line} />)}
        <Buttons>
          <SubmitButton>Enregistrer l’année</SubmitButton>
          <LinkButton href={back} emphasis="quiet">Annuler</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}

const FundingLine = ({ line, typed, faults, organisations }: Props & { line: number }) => {
  const of = (name: string, label: string) =>
    ({ name: `${name}-${line}`, label, value: typed[`${name}-${line}`] ?? '', faults, required: false })
  return (
    <Section title={`Cofinancement ${line + 1}`}>
      <div class="form form-inline">
        <Select {...of('funder', 'Financeur')} empty="À trouver" choices={organisations.map((one) => ({ value: one.id, label: one.name }))} />
        <TextField {...of('newFunder', 'Autre financeur')} hint="S’il n’est pas dans la liste." />
        <TextField {...of('scheme', 'Dispositif')} />
        <NumberField {...of('amount', 'Montant')} />
        <Select {...of('status', 'Étape')} value={typed[`status-${line}`] ?? 'toRequest'}
          choices={fundingStatuses.map((value) => ({ value, label: statusWords[value].name }))} />
        <DateField {...of('statusOn', 'Depuis le')} hint="jj/mm/aaaa" />
        <TextField {...of('reference', 'Référence')} hint="Numéro d’arrêté, de convention…" />
      </div>
    </Section>
  )
}
