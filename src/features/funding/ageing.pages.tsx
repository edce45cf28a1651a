// The delays of money: what waits and since when, funder by funder, the oldest first; and how long each usually takes.
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import { cents } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import type { Ageing, Waiting, WaitingGroup, WaitingLine } from './ageing.rules.ts'
import { sumInWords } from './funding.words.ts'
import { fundingParts } from './overview.pages.tsx'

const days = (count: number | null): string => (count === null ? '—' : `${count} ${count <= 1 ? 'jour' : 'jours'}`)
const words: Readonly<Record<Waiting, { readonly title: string; readonly intro: string; readonly none: string; readonly amount: string }>> = {
  decision: {
    title: 'Demandes sans réponse', intro: 'Sollicitées, ni attribuées ni refusées. Les jours courent depuis la demande.',
    none: 'Aucune demande n’attend de réponse', amount: 'Sollicité',
  },
  payment: {
    title: 'Attributions en attente de versement', intro:
      'Attribuées ou engagées, pas encore versées en entier. Les jours courent depuis l’attribution.',
    none: 'Aucune attribution n’attend de versement', amount: 'Reste à verser',
  },
}

type Props = { readonly frame: Frame; readonly slug: string; readonly ageing: Ageing; readonly mayKeep: boolean }
export const AgeingPage = ({ frame, slug, ageing, mayKeep }: Props) => (
  <Page {...frame} title="Délais du financement" intro="Qui fait attendre, combien, et depuis quand. Le plus ancien vient d’abord.">
    {fundingParts(slug, 'ageing', mayKeep)}
    <Stats>
      <Stat label="De la demande à la décision" value={days(ageing.all.decisionDays)}
        note={`médiane de ${ageing.all.decisions} ${ageing.all.decisions === 1 ? 'décision' : 'décisions'}`} />
      <Stat label="De l’attribution au premier versement" value={days(ageing.all.paymentDays)}
        note={`médiane de ${ageing.all.payments} ${ageing.all.payments === 1 ? 'versement' : 'versements'}`} />
    </Stats>
    <Waits slug={slug} ageing={ageing} waiting="decision" />
    <Waits slug={slug} ageing={ageing} waiting="payment" />
    <Paces slug={slug} ageing={ageing} />
  </Page>
)

const FunderName = ({ slug, funderId, funder }: { slug: string } & Pick<WaitingGroup, 'funderId' | 'funder'>) =>
  (funderId === null ? <>Financeur non dit</> : <a href={paths.funder(slug, funderId)}>{funder}</a>)

const Waits = ({ slug, ageing, waiting }: { slug: string; ageing: Ageing; waiting: Waiting }) => {
  const { title, intro, none, amount } = words[waiting]
  const [groups, lines] = [ageing.groups.filter((one) => one.waiting === waiting), ageing.oldest.filter((one) => one.waiting === waiting)]
  if (groups.length === 0) return <Section title={title}><Empty title={none} /></Section>
  return (
    <Section title={title} intro={intro} id={waiting === 'decision' ? 'demandes' : 'versements'}>
      <Table caption={`${title}, par financeur`} rows={groups} rowKey={({ funderId, basis }) => `${funderId} ${basis}`} empty={null} columns={[
        { key: 'funder', label: 'Financeur', rowHeader: true, cell: ({ funderId, funder }) => <FunderName slug={slug} funderId={funderId}
          funder={funder} /> },
        { key: 'lines', label: 'Lignes', align: 'end', cell: (group) => group.lines },
        { key: 'amount', label: amount, align: 'end', cell: (group) => <span class="amount">{waitingSum(group)}</span> },
        { key: 'median', label: 'Attente médiane', align: 'end', cell: ({ medianDays }) => days(medianDays) },
        { key: 'longest', label: 'La plus longue', align: 'end', cell: ({ longestDays }) => days(longestDays) },
      ]} />
      <Table caption={`${title}, ${lines.length < 100 ? 'ligne par ligne' : 'les cent plus anciennes'}`} rows={lines} rowKey={({ lineId }) =>
        lineId} empty={null} columns={[
        { key: 'action', label: 'Action', rowHeader: true, cell: (line) => <a href={paths.fundingLine(slug, line.actionId,
          line.lineId)}>{line.code === null ? line.title : `${line.code} ${line.title}`}</a> },
        { key: 'funder', label: 'Financeur', cell: ({ funder, scheme }) => [funder ?? 'non dit', ...(scheme === null ? [] : [scheme])].join(' – ') },
        { key: 'amount', label: amount, align: 'end', cell: (line) => <span class="amount">{lineSum(line)}</span> },
        { key: 'since', label: 'Depuis', cell: ({ since }) => <ShortDay date={since} /> },
        { key: 'days', label: 'Attente', align: 'end', cell: (line) => <span class="amount">{days(line.days)}</span> },
      ]} />
    </Section>
  )
}

const waitingSum = ({ waiting, basis, cents: value, known, unknown }: WaitingGroup): string =>
  sumInWords({ basis, stage: waiting === 'decision' ? 'requested' : 'awarded', cents: cents(value), known, unknown })
const lineSum = ({ waiting, basis, cents: value }: WaitingLine): string =>
  sumInWords({ basis, stage: waiting === 'decision' ? 'requested' : 'awarded', cents: cents(value ?? 0), known: value === null ? 0 : 1, unknown:
    value === null ? 1 : 0 })

const Paces = ({ slug, ageing: { paces } }: { slug: string; ageing: Ageing }) => (paces.length === 0 ? null : (
  <Section title="Combien de temps prend chaque financeur" id="rythme">
    <Table caption="Délais médians par financeur" captionHidden rows={paces} rowKey={({ funderId }) => funderId ?? 'none'} empty={null} columns={[
      { key: 'funder', label: 'Financeur', rowHeader: true, cell: ({ funderId, funder }) => <FunderName slug={slug} funderId={funderId}
        funder={funder} /> },
      { key: 'decision', label: 'Demande → décision', align: 'end', cell: ({ decisionDays }) => days(decisionDays) },
      { key: 'decisions', label: 'Décisions', align: 'end', cell: ({ decisions }) => decisions },
      { key: 'payment', label: 'Attribution → versement', align: 'end', cell: ({ paymentDays }) => days(paymentDays) },
      { key: 'payments', label: 'Premiers versements', align: 'end', cell: ({ payments }) => payments },
    ]} />
  </Section>
))
