// What conventions create, across the operation: its bodies; and the page that prepares a publication.
import { Badge } from '../../design/badge.tsx'
import { Card, Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import { Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import type { Seat } from '../../reading/facts.ts'
import { paths } from '../../paths.ts'
import { choiceNames } from '../readings/fact.words.ts'
import { ClauseLink } from '../obligations/obligation.words.tsx'
import { plural } from '../amendments/text-parts.tsx'
import type { Amendable } from '../amendments/amendment.rules.ts'
import type { PublicationTyped } from './publication-form.rules.ts'
import type { PublishedConvention } from './publication.rules.ts'

type Clause = {
  readonly conventionSlug: string; readonly conventionTitle: string; readonly provisionSlug: string | null; readonly provisionNumber: string | null
}
type BodyLine = Clause & {
  readonly id: string; readonly name: string; readonly chair: string | null; readonly meetingsPerYear: number | null; readonly quorum: string | null
  readonly conveningDays: number | null; readonly seats: readonly Seat[]
}
const noClause = <span class="quiet">aucune clause</span>
export const BodiesPage = ({ frame, slug, bodies }: { frame: Frame; slug: string; bodies: readonly BodyLine[] }) => (
  <Page {...frame} title="Instances"
    intro="Les instances que les conventions créent, avec leur nom tel qu’il est écrit, leurs sièges par fonction et ce que la clause fixe.">
    {bodies.length === 0 ? <Empty title="Aucune instance pour l’instant"><p>Les instances viennent des conventions publiées.</p></Empty>
      : bodies.map((body) => (
        <Card key={body.id} id={`instance-${body.id}`} title={body.name} level={2} aside={<ClauseLink slug={slug} clause={body} />}>
          <Facts lines={[
            { term: 'Présidence', value: body.chair ?? noClause },
            { term: 'Réunions',
              value: body.meetingsPerYear === null ? noClause : `au moins ${String(body.meetingsPerYear).replace('.', ',')} par an` },
            { term: 'Quorum', value: body.quorum ?? noClause },
            { term: 'Convocation', value: body.conveningDays === null ? noClause : `${body.conveningDays} jours avant` },
          ]} />
          <details>
            <summary>{`${body.seats.length} sièges`}</summary>
            <ul class="plain-list">
              {body.seats.map((seat) =>
                <li key={seat.office}>{seat.office}{seat.representative ? <> <Badge tone="info">ou représentant</Badge></> : null}</li>)}
            </ul>
          </details>
        </Card>
      ))}
  </Page>
)

type PublicationProps = {
  readonly frame: Frame; readonly slug: string; readonly readingId: string; readonly published: PublishedConvention; readonly typed: PublicationTyped
  readonly amendable: readonly Amendable[]
  /** The event an amendment hangs its entry into force on, as printed. */
  readonly waitsFor: string | null
  readonly host: string
  readonly faults: readonly Fault[]; readonly onceKey: string; readonly ready: boolean
}
export const PublicationPage = (
  { frame, slug, readingId, published, typed, amendable, waitsFor, host, faults, onceKey, ready }: PublicationProps,
) => (
  <Page {...frame} title="Préparer la publication" faults={faults} breadcrumb={[{ href: paths.reading(slug, readingId), label: 'Relecture' }]}
    intro={published.title} width="reading">
    <FaultSummary faults={faults} />
    <Section title="Ce qui sera publié">
      <Facts lines={[
        { term: 'Nature', value: choiceNames[published.kind] ?? published.kind },
        { term: 'Articles', value: published.provisions.length }, { term: 'Parties', value: published.parties.length },
        { term: 'Instances', value: published.bodies.length },
        { term: 'Engagements', value: published.obligations.length }, { term: 'Actes', value: published.acts.length },
        { term: 'Durée', value: published.term === null ? <Unknown why="le texte n’en dit rien" /> : 'retenue' },
        ...(published.kind !== 'amendment' ? [] : [
          { term: 'Instructions', value: published.instructions.length,
            note: published.unread.length === 0 ? undefined
              : `${plural(published.unread.length, 'passage')} de l’avenant impossible à lire sans deviner : rien n’en est appliqué` },
        ]),
        { term: 'Défauts signalés', value: published.mentions.filter((mention) => mention.kind === 'defect').length },
      ]} />
    </Section>
    {ready ? (
      <Form action={paths.publication(slug, readingId)}>
        <Hidden name="cle" value={onceKey} />
        <TextField name="slug" label="Adresse de la convention" value={typed.slug} faults={faults}
          hint={`Elle ne changera plus : ${host}${paths.convention(slug, '')}… Lettres minuscules, chiffres et tirets.`} />
        {published.kind !== 'amendment' ? null : <>
          <Select name="amends" label="Convention que l’avenant modifie" value={typed.amends} faults={faults} empty="Choisissez…"
            required={published.instructions.length > 0}
            hint={amendable.length === 0 ? 'Aucune convention n’est publiée dans l’opération : publiez-la d’abord.' : undefined}
            choices={amendable.map((convention) => ({ value: convention.slug, label: convention.title }))} />
          <DateField name="signedOn" label="Signé le" value={typed.signedOn} faults={faults} required={false}
            hint="jj/mm/aaaa. Sans cette date, l’avenant reste sans effet sur le texte jusqu’à ce qu’un acte l’établisse." />
          {waitsFor === null ? null : <Notice tone="warning"><p>
            {`L’avenant dit entrer en vigueur « ${waitsFor} » : indiquez ce jour ci-dessous ; sinon, il prend effet à sa signature.`}
          </p></Notice>}
          <DateField name="entersOn" label="Entre en vigueur le" value={typed.entersOn} faults={faults} required={false}
            hint="jj/mm/aaaa. Laissez vide si l’avenant prend effet à sa signature." />
        </>}
        <Buttons><SubmitButton>Publier la convention</SubmitButton></Buttons>
      </Form>
    ) : <p><LinkButton href={paths.reading(slug, readingId)} emphasis="primary">Revenir à la relecture</LinkButton></p>}
  </Page>
)
