// What each column of each table holds, as understood, to be corrected: the choice is remembered for tables of the same labels.
import { Badge, ConfidenceMark } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Checkbox, Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { columnName } from '../../planning/sheets/grid.ts'
import { isFundingTarget, targetKinds } from '../../planning/sheets/targets.ts'
import { paths } from '../../paths.ts'
import type { ReportedColumn, ReportedSheet } from './import-report.rules.ts'
import { guessWords, targetName } from './import.words.ts'
import { importsCrumb, planCrumb } from './imports.pages.tsx'
import type { MappingProblem } from './mapping-form.rules.ts'

const sentences: Readonly<Record<MappingProblem['kind'], string>> = {
  titleMissing: 'Désignez la colonne qui porte le nom de l’action, ou laissez cette feuille de côté.',
  twice: 'Deux colonnes de cette feuille disent la même chose : gardez-en une, et gardez l’autre telle quelle.',
  frameworkTooLong: 'Le nom du cadre dépasse 200 caractères : raccourcissez-le.',
}
export const mappingFaults = (problems: readonly MappingProblem[]): readonly Fault[] => problems.map(({ field, kind }) => [field, sentences[kind]])

type Props = {
  readonly frame: Frame; readonly slug: string; readonly id: string; readonly fileName: string; readonly onceKey: string;
    readonly sheets: readonly ReportedSheet[]
  readonly framework: string; readonly frameworks: readonly string[]; readonly faults: readonly Fault[]; readonly digest: string
}
export const MappingPage = ({ frame, slug, id, fileName, onceKey, sheets, framework, frameworks, faults, digest }: Props) => (
  <Page {...frame} title="Colonnes du tableau" faults={faults} width="work" breadcrumb={[planCrumb(slug), importsCrumb(slug),
    { href: paths.import(slug, id), label: fileName }]}
    intro={'Voici ce que Chapeau a compris de chaque colonne. Corrigez ce qui doit l’être : votre choix est retenu pour les tableaux qui '
      + 'portent les mêmes titres.'}>
    <FaultSummary faults={faults} />
    <Form action={paths.importMapping(slug, id)} keep={`import-${id}-${digest.slice(0, 8)}`}>
      <Hidden name="cle" value={onceKey} />
      <Section title="Où ranger les orientations">
        <TextField name="framework" label="Cadre des orientations qui n’en nomment pas" required={false} value={framework} faults={faults}
          hint={`Vide : Chapeau cherche dans tous les cadres${frameworks.length === 0 ? '' : ` (${frameworks.join(', ')})`}, et crée `
            + '« Plan d’action » si aucun ne convient. Un nom nouveau crée un cadre.'} />
      </Section>
      {sheets.map((sheet, rank) => <SheetSection key={rank} sheet={sheet} rank={rank} faults={faults} />)}
      <Buttons>
        <SubmitButton>Vérifier avec ces colonnes</SubmitButton>
        <LinkButton href={paths.import(slug, id)} emphasis="quiet">Revenir à l’essai</LinkButton>
      </Buttons>
    </Form>
  </Page>
)

const SheetSection = ({ sheet, rank, faults }: { sheet: ReportedSheet; rank: number; faults: readonly Fault[] }) => (
  <Section title={`Feuille « ${sheet.name} »`} aside={sheet.hidden ? <Badge>Masquée</Badge> : undefined}>
    {sheet.found ? (
      <>
        {sheet.titles.length === 0 ? null : <p class="quiet">{`Au-dessus du tableau : ${sheet.titles.slice(0, 3).join(' · ')}`}</p>}
        <Checkbox name={`aside${rank}`} label="Laisser cette feuille de côté" checked={sheet.aside} required={false} faults={faults} />
        <ul class="plain-list import-columns">
          {sheet.columns.map((column) => <li key={column.column}><ColumnFields column={column} rank={rank} faults={faults} /></li>)}
        </ul>
      </>
    ) : (
      <Notice tone="info"><p>Aucune ligne de titres n’a été reconnue dans cette feuille : ses cases sont mises de côté.</p></Notice>
    )}
  </Section>
)

const choices = targetKinds.map((kind) => ({ value: kind, label: targetName(kind) }))

const ColumnFields = ({ column, rank, faults }: { column: ReportedColumn; rank: number; faults: readonly Fault[] }) => {
  const { target, confidence, reason, samples } = column
  const place = `${rank}-${column.column}`
  const name = `${columnName(column.column)} – ${column.label === '' ? 'sans titre' : column.label}`
  const money = isFundingTarget(target.to)
  // The rows say who pays, or it is the owner.
  const said = target.to === 'funderName' || target.to === 'schemeName' || target.to === 'ownShare'
  return (
    <div class="import-column">
      <Select name={`c${place}`} label={name} choices={choices} value={target.to} faults={faults}
        hint={samples.length === 0 ? 'Colonne vide' : `Par exemple : ${samples.map((sample) => (sample.length > 60 ? `${sample.slice(0,
          60)}…` : sample)).join(' · ')}`} />
      <p class="quiet">
        {reason === 'chosen' || reason === 'remembered' ? null : <ConfidenceMark confidence={confidence} />} {guessWords[reason]}{column.hidden
          ? ', colonne masquée' : ''}
      </p>
      {money ? (
        <div class="import-funding">
          {said ? null : <TextField name={`f${place}`} label="Financeur" required={false} value={target.funder} />}
          {said ? null : <TextField name={`d${place}`} label="Dispositif" required={false} value={target.scheme} />}
          <TextField name={`g${place}`} label="Même financement que" required={false} value={target.group} hint="Le même mot les réunit" />
        </div>
      ) : null}
    </div>
  )
}
