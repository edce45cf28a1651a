// The form of the data behind a request of suspension.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { paths } from '../../paths.ts'
import { evidenceTopics, trends } from './evidence.rules.ts'
import type { EvidenceTopic, EvidenceTyped } from './evidence.rules.ts'
import { topicNames, trendNames } from './suspension.words.ts'
import type { Suspension } from './suspension.rules.ts'
import { Meanwhile, trail } from './suspensions.pages.tsx'

const sources: Readonly<Record<EvidenceTopic, string>> = {
  housingVacancy: 'Par exemple LOVAC ou le recensement de l’INSEE, avec son année.',
  commercialVacancy: 'Par exemple votre relevé des vitrines, avec son jour.',
  unemployment: 'Par exemple l’INSEE, zone d’emploi, avec son trimestre.',
}

type EvidenceProps = {
  readonly frame: Frame; readonly slug: string; readonly suspension: Suspension; readonly typed: EvidenceTyped; readonly faults: readonly Fault[]
  readonly version: number; readonly theirs: EvidenceTyped | null
}
export const EvidencePage = (props: EvidenceProps) => {
  const { frame, slug, suspension, typed, faults, version, theirs } = props
  const back = paths.suspension(slug, suspension.id)
  return (
    <Page {...frame} title="Les données de la demande" faults={faults} breadcrumb={[...trail(slug), { href: back, label: suspension.project }]}
      intro="Dans la zone de chalandise du projet : le niveau, la tendance et la source. Une case vide veut dire « inconnu », jamais zéro.">
      <FaultSummary faults={faults} />
      {theirs === null ? null : <Meanwhile lines={evidenceTopics.map((topic) => [topicNames[topic], theirs[`figure-${topic}`] ?? ''])} />}
      <Form action={paths.suspensionEvidence(slug, suspension.id)} keep={`donnees-${suspension.id}-${version}`}>
        <Hidden name="version" value={String(version)} />
        {evidenceTopics.map((topic) => <Topic key={topic} topic={topic} typed={typed} faults={faults} />)}
        <TextArea name="sectors" label="Ce que l’opération fait dans ses secteurs" required={false} rows={4} maxLength={5000}
          value={typed['sectors']} faults={faults} hint="Les actions en cours, les commerces aidés, les logements rénovés." />
        <TextArea name="effect" label="Ce que le projet leur ferait" required={false} rows={4} maxLength={5000} value={typed['effect']}
          faults={faults} />
        <Buttons>
          <SubmitButton>Enregistrer les données</SubmitButton>
          <LinkButton href={back} emphasis="quiet">Annuler</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}

const Topic = ({ topic, typed, faults }: { topic: EvidenceTopic; typed: EvidenceTyped; faults: readonly Fault[] }) => {
  const of = (name: string, label: string) => ({ name: `${name}-${topic}`, label, value: typed[`${name}-${topic}`] ?? '', faults, required: false })
  return (
    <Section title={topicNames[topic]}>
      <div class="form form-inline">
        <TextField {...of('figure', 'Niveau')} hint="Par exemple « 12,4 % des locaux »." maxLength={200} />
        <Select {...of('trend', 'Tendance')} empty="Inconnue" choices={trends.map((value) => ({ value, label: trendNames[value] }))} />
        <TextField {...of('source', 'Source')} hint={sources[topic]} maxLength={300} />
        <DateField {...of('on', 'Au')} hint="jj/mm/aaaa" />
      </div>
    </Section>
  )
}
