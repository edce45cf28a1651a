// The search for an address as a plain page, and what it is searched in.
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { SearchField } from '../../design/fields.tsx'
import { Form, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { inWords } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { AddressLoad, FoundAddress } from './address.rules.ts'

type Props = { readonly frame: Frame; readonly typed: string; readonly found: readonly FoundAddress[]; readonly loads: readonly AddressLoad[] }

export const AddressesPage = ({ frame, typed, found, loads }: Props) => (
  <Page {...frame} title="Chercher une adresse" width="reading"
    intro="Les fautes de frappe, les abréviations et l’ordre des mots n’y font rien. Rien de ce que vous cherchez n’est gardé.">
    <Form action={paths.addressSearch()} method="get" layout="inline" role="search">
      <SearchField name="q" label="Adresse" value={typed} hint="Numéro, voie, commune ou code postal." />
      <SubmitButton emphasis="secondary">Chercher</SubmitButton>
    </Form>
    {typed === '' ? null : found.length === 0 ? <Notice tone="info" live><p>Aucune adresse ne répond à ce qui est écrit.</p></Notice> : (
      <Section title="Adresses">
        <ul class="choice-list">
          {found.map(({ id, label, precision, certified }) => (
            <li key={id}>
              <a href={`${paths.publicEffects()}?adresse=${id}`}>{label}</a>
              <span>{precision === 'street' ? 'la voie, sans numéro' : certified === true ? 'certifiée par la commune' : ''}</span>
            </li>
          ))}
        </ul>
      </Section>
    )}
    <Section title="Départements chargés">
      <Table caption="Départements chargés" captionHidden rows={loads} rowKey={({ department }) => department}
        empty={<Empty title="Aucun département n’est chargé"><p>La commande <code>bin/chapeau addresses load</code> les charge.</p></Empty>}
        columns={[
          { key: 'department', label: 'Département', rowHeader: true, cell: ({ department }) => department },
          { key: 'addresses', label: 'Adresses', align: 'end', cell: ({ addresses }) => addresses.toLocaleString('fr-FR') },
          { key: 'vintage', label: 'État au', align: 'end', cell: ({ vintage }) => inWords(vintage) },
        ]} />
    </Section>
  </Page>
)
