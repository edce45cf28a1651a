// Amendments as they are drafted: opening one, its instructions with what each does to the text today, and withdrawing one.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Checkbox, Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Clause, Words } from '../../design/legal.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Day, Moment } from '../../design/time.tsx'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { Amendable, AmendmentTyped } from './amendment.rules.ts'
import { InstructionForm } from './instruction-form.tsx'
import type { FormProps } from './instruction-form.tsx'
import type { Fate } from './instruction.words.ts'
import { plural } from './text-parts.tsx'

type NewAmendmentProps = {
  readonly frame: Frame; readonly slug: string; readonly amendable: readonly Amendable[]; readonly typed: AmendmentTyped
  readonly faults: readonly Fault[]; readonly onceKey: string
}
export const NewAmendmentPage = ({ frame, slug, amendable, typed, faults, onceKey }: NewAmendmentProps) => (
  <Page {...frame} title="Préparer un avenant" faults={faults} width="reading" breadcrumb={[{ href: paths.conventions(slug), label: 'Conventions' }]}
    intro={'Un projet d’avenant n’a aucun effet tant qu’il n’est pas signé : il sert à écrire ses instructions, à voir le texte qu’elles donnent, '
      + 'puis à le faire délibérer.'}>
    <FaultSummary faults={faults} />
    {amendable.length === 0 ? (
      <Empty title="Aucune convention à modifier"
        action={<LinkButton href={paths.newDocument(slug)} emphasis="primary">Déposer un document</LinkButton>}>
        <p>Publiez d’abord la convention que l’avenant modifiera.</p>
      </Empty>
    ) : (
      <Form action={paths.newAmendment(slug)} keep="avenant">
        <Hidden name="cle" value={onceKey} />
        <TextField name="title" label="Titre de l’avenant" value={typed.title} faults={faults}
          hint="Par exemple : Avenant n° 2 à la convention chapeau." />
        <Select name="amends" label="Convention modifiée" value={typed.amends} faults={faults}
          empty={amendable.length === 1 ? undefined : 'Choisissez…'}
          choices={amendable.map((convention) => ({ value: convention.slug, label: convention.title }))} />
        <Buttons><SubmitButton>Ouvrir le projet</SubmitButton></Buttons>
      </Form>
    )}
  </Page>
)

/** One instruction, and what it does to the text as it stands. */
export type InstructionLine = {
  readonly id: string; readonly sentence: string; readonly words: string; readonly entersOn: PlainDate | null; readonly confidence: number | null
  readonly provisionSlug: string | null; readonly provisionNumber: string | null
  readonly enteredBy: string; readonly enteredAt: Instant; readonly withdrawnAt: Instant | null; readonly withdrawnReason: string | null
  readonly fate: Fate
}
type UnreadLine = { readonly id: string; readonly article: string; readonly message: string; readonly words: string }
type InstructionsProps = Omit<FormProps, 'amendment'> & {
  readonly frame: Frame; readonly amendment: { readonly slug: string; readonly title: string }
  readonly amended: { readonly slug: string; readonly title: string } | undefined
  readonly lines: readonly InstructionLine[]; readonly unread: readonly UnreadLine[]
  /** Why nothing may be added any more; undefined while the amendment is a draft and this reader may. */
  readonly closed: 'signed' | 'forbidden' | undefined
  readonly pasted: string; readonly algorithm: string; readonly proposed: Proposal | undefined
}
/** What was read of pasted words, to be confirmed. */
type Proposal = {
  readonly lines: readonly {
    readonly name: string; readonly sentence: string; readonly words: string; readonly entersOn: PlainDate | null; readonly fate: Fate
  }[]
  readonly unread: readonly UnreadLine[]
}
export const InstructionsPage = (props: InstructionsProps) => {
  const { frame, slug, amendment, amended, lines, unread, closed, faults } = props
  const standing = lines.filter((line) => line.withdrawnAt === null)
  const withdrawn = lines.filter((line) => line.withdrawnAt !== null)
  return (
    <Page {...frame} title={`Instructions : ${amendment.title}`} heading={<>Instructions de l’avenant</>} faults={faults}
      breadcrumb={[{ href: paths.conventions(slug), label: 'Conventions' }, { href: paths.convention(slug, amendment.slug), label: amendment.title }]}
      intro={amended === undefined ? 'Ce texte ne modifie aucune convention de l’opération.'
        : <>Ce que l’avenant fait, mot à mot, au texte de <a href={paths.convention(slug, amended.slug)}>{amended.title}</a>.</>}
      actions={amended === undefined ? undefined
        : <LinkButton href={paths.preview(slug, amendment.slug)}>Aperçu de l’effet</LinkButton>}>
      <FaultSummary faults={faults} />
      {props.proposed === undefined ? null : <Confirm {...props} proposed={props.proposed} />}
      {closed === 'signed' ? <Notice tone="info"><p>
        L’avenant est signé : ses instructions ne changent plus. Une erreur se corrige par un acte, au registre des actes, ou par un autre avenant.
      </p></Notice> : null}
      {closed === 'signed' ? null : <Notice tone="info"><p>
        Projet : sa signature n’est pas établie, il n’a aucun effet sur le texte. Elle s’enregistre au <a
          href={paths.acts(slug)}>registre des actes</a>.
      </p></Notice>}
      <Section title={plural(standing.length, 'instruction')}>
        {standing.length === 0 ? <p class="quiet">Aucune instruction pour l’instant.</p> : (
          <ol class="instructions">{standing.map((line) => <Instruction key={line.id} {...props} line={line} />)}</ol>
        )}
        <p class="quiet">{`Règles d’application : ${props.algorithm}.`}</p>
      </Section>
      {unread.length === 0 ? null : <Unread lines={unread} />}
      {closed !== undefined || amended === undefined ? null : <>
        <InstructionForm {...props} amendment={amendment.slug} />
        {props.verb === undefined ? <Paste {...props} /> : null}
      </>}
      {withdrawn.length === 0 ? null : (
        <Section title="Instructions retirées">
          <ul class="plain-list">{withdrawn.map((line) => (
            <li key={line.id}><s>{line.sentence}</s> <span class="quiet">{'Retirée : '}{line.withdrawnReason}
              {line.withdrawnAt === null ? null : <> (<Moment at={line.withdrawnAt} />)</>}</span></li>
          ))}</ul>
        </Section>
      )}
    </Page>
  )
}

const Instruction = ({ slug, amendment, line, closed }: InstructionsProps & { readonly line: InstructionLine }) => (
  <li class="instruction" id={`instruction-${line.id}`}>
    <p class="instruction-sentence">{line.sentence}</p>
    <p><Badge tone={line.fate.tone}>{line.fate.label}</Badge>{line.fate.message === undefined ? null : <> {line.fate.message}</>}</p>
    <p class="quiet">
      {line.provisionNumber === null || line.provisionSlug === null ? null
        : <><Clause number={line.provisionNumber} href={paths.provision(slug, amendment.slug, line.provisionSlug)} /> de l’avenant. </>}
      {line.entersOn === null ? null : <>Entre en vigueur le <Day date={line.entersOn} />. </>}
      {`Par ${line.enteredBy}, `}<Moment at={line.enteredAt} />.
    </p>
    {line.words === '' ? null : <details><summary>Les mots de l’avenant</summary><p><Words>{line.words}</Words></p></details>}
    {closed === undefined ? <p><a href={paths.instruction(slug, amendment.slug, line.id)}>Retirer
      <span class="visually-hidden"> : {line.sentence}</span></a></p> : null}
  </li>
)

const Unread = ({ lines }: { lines: readonly UnreadLine[] }) => (
  <Section title="Ce qui n’a pas pu être lu"
    intro="Ces phrases de l’avenant ordonnent un changement que l’on ne peut pas établir sans le deviner : rien n’en est appliqué.">
    <ul class="plain-list">
      {lines.map((line) => <li key={line.id}>{line.message}{line.words === '' ? null : <> <Words>{line.words}</Words></>}</li>)}
    </ul>
  </Section>
)

const Paste = ({ slug, amendment, faults, pasted, onceKey }: InstructionsProps) => (
  <Section title="Coller le dispositif de l’avenant" id="coller"
    intro={'Les articles de l’avenant, tels qu’ils sont rédigés. Vous confirmez ensuite ce qui a été lu ; un ordre qui n’est pas compris est dit, '
      + 'jamais deviné.'}>
    <Form action={paths.instructions(slug, amendment.slug)} keep={`dispositif-${amendment.slug}`}>
      <Hidden name="cle" value={onceKey} />
      <Hidden name="verb" value="paste" />
      <TextArea name="pasted" label="Texte du dispositif" value={pasted} rows={8} faults={faults}
        hint="Par exemple : « À l’article 5, les mots : « une fois » sont remplacés par les mots : « deux fois ». »" />
      <Buttons><SubmitButton emphasis="secondary">Lire les instructions</SubmitButton></Buttons>
    </Form>
  </Section>
)

const Confirm = ({ slug, amendment, proposed, pasted, onceKey, faults }: InstructionsProps & { readonly proposed: Proposal }) => (
  <Section title={`À confirmer : ${plural(proposed.lines.length, 'instruction')}`} id="confirmer"
    intro="Relisez chaque phrase : elle dit ce que l’instruction fera au texte. Décochez celles à écarter, puis ajoutez les autres.">
    <Form action={paths.instructions(slug, amendment.slug)}>
      <Hidden name="cle" value={onceKey} />
      <Hidden name="verb" value="paste" />
      <Hidden name="pasted" value={pasted} />
      <Hidden name="confirmed" value="oui" />
      {proposed.lines.map((line) => (
        <div key={line.name} class="instruction">
          <Checkbox name={line.name} label={line.sentence} checked={true} faults={faults} />
          <p><Badge tone={line.fate.tone}>{line.fate.label}</Badge>{line.fate.message === undefined ? null : <> {line.fate.message}</>}
            {line.entersOn === null ? null : <> À partir du <Day date={line.entersOn} />.</>}</p>
          <p class="quiet"><Words>{line.words}</Words></p>
        </div>
      ))}
      <Buttons>
        {proposed.lines.length === 0 ? null : <SubmitButton>Ajouter les instructions cochées</SubmitButton>}
        <LinkButton href={paths.instructions(slug, amendment.slug)} emphasis="quiet">Ne rien ajouter</LinkButton>
      </Buttons>
    </Form>
    {proposed.unread.length === 0 ? null : <Unread lines={proposed.unread} />}
  </Section>
)

type WithdrawProps = {
  readonly frame: Frame; readonly slug: string; readonly amendment: { readonly slug: string; readonly title: string }
  readonly line: { readonly id: string; readonly sentence: string; readonly withdrawnReason: string | null }
  /** True when it can no longer be withdrawn. */
  readonly closed: boolean
  readonly reason: string; readonly faults: readonly Fault[]; readonly onceKey: string
}
export const WithdrawInstructionPage = ({ frame, slug, amendment, line, closed, reason, faults, onceKey }: WithdrawProps) => (
  <Page {...frame} title="Retirer une instruction" faults={faults} width="reading"
    breadcrumb={[{ href: paths.convention(slug, amendment.slug), label: amendment.title },
      { href: paths.instructions(slug, amendment.slug), label: 'Instructions' }]}
    intro={line.sentence}>
    <FaultSummary faults={faults} />
    {closed ? <Closed slug={slug} amendment={amendment} withdrawnReason={line.withdrawnReason} /> : (
    <Form action={paths.instruction(slug, amendment.slug, line.id)} keep={`retrait-${line.id}`}>
      <Hidden name="cle" value={onceKey} />
      <TextArea name="reason" label="Motif du retrait" value={reason} rows={3} faults={faults} hint="Il reste affiché avec l’instruction retirée." />
      <Buttons>
        <SubmitButton emphasis="danger">Retirer l’instruction</SubmitButton>
        <LinkButton href={paths.instructions(slug, amendment.slug)} emphasis="quiet">Revenir aux instructions</LinkButton>
      </Buttons>
    </Form>)}
  </Page>
)

const Closed = ({ slug, amendment, withdrawnReason }: Pick<WithdrawProps, 'slug' | 'amendment'> & { readonly withdrawnReason: string | null }) => (
  <>
    <Notice tone="info"><p>
      {withdrawnReason === null ? 'L’avenant est signé : ses instructions ne changent plus.'
        : `Cette instruction est déjà retirée : ${withdrawnReason}`}
    </p></Notice>
    <p><LinkButton href={paths.instructions(slug, amendment.slug)}>Revenir aux instructions</LinkButton></p>
  </>
)
