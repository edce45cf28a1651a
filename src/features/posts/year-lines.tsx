// A year of a post as it is shown: cost, co-funding, both ceilings side by side, what is left to the employer, and why.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import type { BadgeTone } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { ExplanationTree } from '../../design/explanation.tsx'
import { Table } from '../../design/table.tsx'
import type { Column } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import { cents, inEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { readingNames } from '../../law/money/post-cofunding.ts'
import type { Verdict } from '../../law/money/verdict.ts'
import { amountInWords, statusWords } from '../funding/funding.words.ts'
import type { YearJudgement } from './post-year.rules.ts'
import { postBasisNames } from './post.words.ts'
import type { KeptYear } from './posts.store.ts'

export type ShownYear = { readonly year: KeptYear; readonly judgement: YearJudgement; readonly seesCost: boolean }

const marks: Readonly<Record<Verdict, readonly [tone: BadgeTone, words: string]>> = {
  pass: ['positive', 'Dans le plafond'], fail: ['negative', 'Au-delà du plafond'], unknown: ['unknown', 'Inconnu'],
  'not-applicable': ['neutral', 'Sans objet'],
}
const euros = (amount: Cents | null): string => (amount === null ? 'inconnu' : inEuros(amount))
const difference = (one: Cents, other: Cents): string => inEuros(cents(one - other))
const aidWords = ({ aid }: YearJudgement, lines: number): string =>
  amountInWords({ cents: aid.cents, known: lines - aid.unknown, unknown: aid.unknown })

const ceilings = ({ readings, maximumCents, result }: YearJudgement): ComponentChildren => {
  if (readings.length === 0) return result === undefined && maximumCents === null ? <span class="quiet">pas de règle</span> : euros(maximumCents)
  const [first, ...others] = new Set(readings.map((one) => euros(one.cents)))
  return <>{first}{others.map((other) => <span key={other}> ou <span class="unbroken">{other}</span></span>)}</>
}

/** The columns every list of years shares; `yearOf`: the year of a row, undefined when there is none. */
export const yearColumns = <Row,>(yearOf: (row: Row) => ShownYear | undefined): readonly Column<Row>[] => {
  const column = (key: string, label: string, cell: (shown: ShownYear) => ComponentChildren): Column<Row> => ({
    key, label, align: 'end', cell: (row) => {
      const shown = yearOf(row)
      return shown === undefined ? <span class="quiet">aucune année</span> : <span class="unbroken">{cell(shown)}</span>
    },
  })
  return [
    column('cost', 'Coût annuel', ({ year, seesCost }) => (
      <>{seesCost ? euros(year.costCents) : <span class="quiet">non communiqué</span>}
        {year.basis === null || year.costCents === null ? null : <span class="quiet"> {postBasisNames[year.basis]}</span>}</>
    )),
    column('aid', 'Cofinancements', ({ year, judgement }) => aidWords(judgement, counted(year).length)),
    column('ceiling', 'Plafond', ({ judgement, seesCost }) => (seesCost ? ceilings(judgement) : <span class="quiet">non communiqué</span>)),
    column('left', 'Reste à l’employeur', ({ judgement, seesCost }) =>
      seesCost ? euros(judgement.leftCents) : <span class="quiet">non communiqué</span>),
    { key: 'mark', label: 'Règle', cell: (row) => <Mark shown={yearOf(row)} /> },
  ]
}

const Mark = ({ shown }: { shown: ShownYear | undefined }) => {
  const result = shown?.seesCost === true ? shown.judgement.result : undefined
  if (shown === undefined || result === undefined) return <span class="quiet">—</span>
  const { aid, readings } = shown.judgement
  if (result === 'unknown' && aid.unknown === 0 && readings.length > 0 && readings.every(({ cents: known }) => known !== null)) {
    return <Badge tone="caution">Selon la lecture de la clause</Badge>
  }
  return <Badge tone={marks[result][0]}>{marks[result][1]}</Badge>
}

const counted = ({ fundings }: KeptYear) => fundings.filter(({ status }) => status !== 'refused' && status !== 'cancelled')

type YearProps = { readonly shown: ShownYear; readonly sees: boolean; readonly level?: 2 | 3 }
/** One year in full: each co-funding, then the explanation of the rule. */
export const YearRow = ({ shown: { year, judgement }, sees, level = 3 }: YearProps) => (
  <Section title={`Année ${year.year}`} level={level}>
    <Table caption={`Cofinancements de ${year.year}`} captionHidden rows={year.fundings.map((one, rank) => ({ one, rank }))}
      rowKey={({ rank }) => String(rank)}
      empty={<p class="quiet">Aucun cofinancement.</p>}
      columns={[
        { key: 'funder', label: 'Financeur', rowHeader: true, cell: ({ one }) => one.funder ?? 'À trouver' },
        { key: 'scheme', label: 'Dispositif', cell: ({ one }) => one.scheme ?? '' },
        { key: 'amount', label: 'Montant', align: 'end', cell: ({ one }) => euros(one.amountCents) },
        { key: 'status', label: 'Étape', cell: ({ one }) => (
          <><Badge tone={statusWords[one.status].tone}>{statusWords[one.status].name}</Badge>
            {one.statusOn === null ? null : <span class="quiet"> le <ShortDay date={one.statusOn} /></span>}</>
        ) },
        { key: 'reference', label: 'Référence', cell: ({ one }) => one.reference },
      ]} />
    {year.note === '' ? null : <p>{year.note}</p>}
    {!sees || judgement.explanation === undefined ? null : (
      <details>
        <summary>{judgement.readings.length > 1 ? `Plafond de ${year.year} : les deux lectures` : `Plafond de ${year.year} : pourquoi`}</summary>
        <ExplanationTree explanation={judgement.explanation} />
        {judgement.readings.length > 1 ? <ReadingsTable judgement={judgement} year={year} /> : null}
      </details>
    )}
  </Section>
)

/** Both readings side by side, with what the employer would pay in each. */
const ReadingsTable = ({ judgement, year: { year, costCents: cost } }: { judgement: YearJudgement; year: KeptYear }) => (
  <Table caption={`Les deux lectures de la clause, ${year}`} rows={judgement.readings} rowKey={({ reading }) => reading} empty={null} columns={[
    { key: 'reading', label: 'Lecture', rowHeader: true, cell: ({ reading }) => readingNames[reading] },
    { key: 'most', label: 'Aide au plus', align: 'end', cell: ({ cents: most }) => euros(most) },
    { key: 'left', label: 'Reste à l’employeur, au moins', align: 'end',
      cell: ({ cents: most }) => (most === null || cost === null ? 'inconnu' : difference(cost, most)) },
    { key: 'over', label: 'Cofinancements au-delà', align: 'end',
      cell: ({ cents: most }) =>
        (most === null || judgement.aid.cents <= most ? '—' : difference(judgement.aid.cents, most)) },
  ]} />
)
