// Testing a file of points: what it must hold, and what comes back.
import { Section } from '../../design/card.tsx'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { Field, wiring } from '../../design/field.tsx'
import { SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'

type Props = { readonly frame: Frame; readonly slug: string; readonly day: PlainDate; readonly faults: readonly Fault[] }

/** A plain field: the answer is a file to keep, and the page stays. */
const file = (faults: readonly Fault[]) => ({
  name: 'file', label: 'Fichier CSV', faults, hint: 'Colonnes id, lon et lat (degrés) ; insee quand la commune est connue. Au plus 50 Mo.',
})

export const LotPage = ({ frame, slug, day, faults }: Props) => (
  <Page {...frame} title="Tester un fichier d’adresses" faults={faults} breadcrumb={[{ href: paths.effects(slug), label: 'Tester une adresse' }]}
    intro={`Un fichier de points entre, la même liste sort avec la réponse de chaque levier, au ${inWords(day)}.`}>
    <FaultSummary faults={faults} />
    <form class="form form-stack" method="post" action={`${paths.effectsBatch(slug)}?le=${day}`} enctype="multipart/form-data" noValidate>
      <Field field={file(faults)}>
        <input {...wiring(file(faults))} class="input" type="file" accept=".csv,text/csv" />
      </Field>
      <SubmitButton>Répondre</SubmitButton>
    </form>
    <Section title="Ce qui revient">
      <p>
        Une ligne par ligne, dans le même ordre : l’identifiant, le secteur et sa version (plusieurs sont séparés par « | »), puis une colonne par
        levier, <code>applies</code>, <code>no</code> ou <code>unknown</code>, et le défaut de la ligne s’il y en a un.
      </p>
      <p>
        « Inconnu » ne veut dire ni oui, ni non. Sans la colonne <code>insee</code>, un point hors de tout secteur n’a pas de commune : ce qui dépend
        d’elle reste inconnu. Pour des millions de points, la commande <code>bin/chapeau effects</code> va plus vite.
      </p>
    </Section>
  </Page>
)
