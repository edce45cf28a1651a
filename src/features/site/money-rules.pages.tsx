// The rules of law on money, open to everybody: their list, then each with its figures, its sources, and a form to try it.
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { CitedSource, ExplanationTree } from '../../design/explanation.tsx'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day, ShortDay } from '../../design/time.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { valueInWords, verdictNames } from '../../law/money/money-words.ts'
import { ownShareExceptions } from '../../law/money/own-share-exceptions.ts'
import { valueOn } from '../../law/money/parameter.ts'
import type { CaseField } from '../../law/money/rule-case.ts'
import type { MoneyRule, RuleAnswer } from '../../law/money/rule-catalogue.ts'
import type { Verdict } from '../../law/money/verdict.ts'
import { paths } from '../../paths.ts'
import type { RuleProblem, RuleTyped } from './rule-form.rules.ts'

const verdictTones: Readonly<Record<Verdict, BadgeTone>> = { pass: 'positive', fail: 'negative', unknown: 'unknown', 'not-applicable': 'neutral' }

const problemWords: Readonly<Record<RuleProblem['why'], string>> = {
  amount: 'Écrivez un montant en euros, par exemple 55 000 ou 1 234,56 ; laissez vide s’il n’est pas connu.',
  day: 'Écrivez une date existante, sous la forme jj/mm/aaaa.',
  source: 'Écrivez une source par ligne : nom ; public, privé ou propre ; montant maximal ; taux maximal.',
}
export const ruleFault = ({ field, why }: RuleProblem): Fault => [field, problemWords[why]]

export const RulesPage = ({ frame, rules, day }: { frame: Frame; rules: readonly MoneyRule[]; day: PlainDate }) => (
  <Page {...frame} title="Règles de droit"
    intro="Les règles que Chapeau applique à l’argent des projets : ce qu’elles disent, d’où elles viennent, et de quoi les essayer.">
    <Notice tone="info">
      <p>
        Un programme applique des règles relues par des personnes ; il ne remplace pas une ou un juriste. Ce qui est « à confirmer » a été lu en
        extrait ou de seconde main : vérifiez-le dans le texte officiel.
      </p>
    </Notice>
    <Table caption="Règles" captionHidden rows={rules} rowKey={({ name }) => name} empty={null} columns={[
      { key: 'rule', label: 'Règle', rowHeader: true, cell: ({ name, title }) => <a href={paths.rule(name)}>{title}</a> },
      { key: 'what', label: 'Ce qu’elle dit', cell: ({ summary }) => summary },
      { key: 'sure', label: 'Lecture', cell: (rule) => <Sureness rule={rule} day={day} /> },
    ]} />
  </Page>
)

const Sureness = ({ rule, day }: { rule: MoneyRule; day: PlainDate }) => {
  const values = rule.parameters.map((parameter) => valueOn(parameter, day))
  return values.some((value) => value?.status === 'toConfirm') ? <Badge tone="caution">À confirmer</Badge> : <Badge tone="positive">Confirmée</Badge>
}

type RuleView = {
  readonly frame: Frame; readonly rule: MoneyRule; readonly typed: RuleTyped; readonly faults: readonly Fault[]; readonly day: PlainDate
  readonly typedDay: string; readonly answer: RuleAnswer | undefined
}
export const RulePage = ({ frame, rule, typed, faults, day, typedDay, answer }: RuleView) => (
  <Page {...frame} title={rule.title} faults={faults} breadcrumb={[{ href: paths.rules(), label: 'Règles de droit' }]} intro={rule.summary}>
    <FaultSummary faults={faults} />
    <Section title="Essayer" intro="Ce que vous tapez n’est pas gardé. Une case vide veut dire « inconnu ».">
      <Form action={paths.rule(rule.name)} method="get" layout={rule.fields.some(({ kind }) => kind === 'sources') ? 'stack' : 'inline'}>
        {rule.fields.map((field) => <CaseInput key={field.name} field={field} typed={typed} faults={faults} />)}
        <DateField name="le" label="À la date du" required={false} value={typedDay} faults={faults} hint="jj/mm/aaaa ; aujourd’hui sinon." />
        <Buttons>
          <SubmitButton name="essai" value="oui">Appliquer la règle</SubmitButton>
          <LinkButton href={paths.rule(rule.name)}>Vider</LinkButton>
        </Buttons>
      </Form>
    </Section>
    {answer === undefined ? null : <Answer answer={answer} day={day} />}
    {rule.fields.some(({ kind }) => kind === 'exception') ? <Exceptions /> : null}
    <Figures rule={rule} day={day} />
    <Section title="En ligne de commande">
      <pre><code>{`bin/chapeau rule ${rule.name} cas.json --on ${day}`}</code></pre>
      <p>Avec, dans cas.json (les montants en centimes, null pour un inconnu) :</p>
      <pre><code>{JSON.stringify(rule.example)}</code></pre>
    </Section>
  </Page>
)

const Answer = ({ answer, day }: { answer: RuleAnswer; day: PlainDate }) => (
  <Section title={`Réponse au ${inWords(day)}`} id="reponse">
    {answer.result === undefined ? null : <p>Règle : <Badge tone={verdictTones[answer.result]}>{verdictNames[answer.result]}</Badge></p>}
    <ExplanationTree explanation={answer.explanation} />
  </Section>
)

const yesNo = [{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non' }]

const CaseInput = ({ field, typed, faults }: { field: CaseField; typed: RuleTyped; faults: readonly Fault[] }) => {
  const common = { name: field.name, label: field.label, hint: field.hint, value: typed[field.name] ?? '', faults, required: field.optional !== true }
  switch (field.kind) {
    case 'cents': return <NumberField {...common} hint={['En euros.', field.hint].join(' ').trim()} />
    case 'flag': return <Select {...common} empty="Inconnu" choices={yesNo} />
    case 'day': return <DateField {...common} hint={['Au format jj/mm/aaaa.', field.hint].join(' ').trim()} />
    case 'exception': return (
      <>
        <Select {...common} empty="Aucune" choices={ownShareExceptions.map(({ kind, label }) => ({ value: kind, label }))} />
        <TextField name="arrete" label="Arrêté de dérogation" required={false} value={typed['arrete'] ?? ''}
          hint="Sa référence, quand l’exception demande un arrêté du préfet." />
      </>
    )
    case 'sources': return (
      <TextArea {...common} rows={5}
        hint="Une par ligne : nom ; public, privé ou propre ; montant maximal ; taux maximal. Par exemple : DSIL ; public ; ; 40 %" />
    )
  }
}

const effectNames = { exempt: 'La règle ne s’applique pas', order: 'Levée par arrêté, à joindre', lower: 'Minimum plus bas', other: 'Régime propre' }

const Exceptions = () => (
  <Section title="Exceptions">
    <Table caption="Exceptions" captionHidden rows={ownShareExceptions} rowKey={({ kind }) => kind} empty={null} columns={[
      { key: 'what', label: 'Cas', rowHeader: true, cell: ({ label, source }) => <>{label}<br /><CitedSource source={source} /></> },
      { key: 'effect', label: 'Effet', cell: ({ effect }) => effectNames[effect] },
    ]} />
  </Section>
)

const Figures = ({ rule, day }: { rule: MoneyRule; day: PlainDate }) => (
  <Section title="Valeurs et sources">
    <Table caption="Valeurs et sources" captionHidden empty={null}
      rows={rule.parameters.flatMap((parameter) => parameter.values.map((value) => ({ parameter, value })))}
      rowKey={({ parameter, value }) => `${parameter.name} ${value.validFrom}`}
      columns={[
        { key: 'what', label: 'Valeur', rowHeader: true, cell: ({ parameter }) => parameter.label },
        { key: 'value', label: 'Montant ou taux', align: 'end', cell: ({ parameter, value }) => valueInWords(parameter, value) },
        { key: 'from', label: 'En vigueur', cell: ({ value }) => (
          <>
            depuis le <ShortDay date={value.validFrom} />{value.validTo === null ? '' : <> jusqu’au <ShortDay date={value.validTo} /></>}
            {value.validFrom > day ? ' (pas encore)' : ''}
          </>
        ) },
        { key: 'source', label: 'Source', cell: ({ value }) => (
          <>{value.text}<br /><span class="quiet">vérifiée le <Day date={value.verifiedOn} /></span></>
        ) },
        { key: 'status', label: 'Lecture', cell: ({ value }) =>
          value.status === 'confirmed' ? <Badge tone="positive">Confirmée</Badge> : <Badge tone="caution">À confirmer</Badge> },
      ]} />
  </Section>
)
