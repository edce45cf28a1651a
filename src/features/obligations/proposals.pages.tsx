// Promises that amendments brought: added in one click, set aside with a reason, put in the place of one whose clause changed.
import { Section } from '../../design/card.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { TextArea } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Words } from '../../design/legal.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Day, Moment } from '../../design/time.tsx'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { ruleInWords } from '../readings/fact.words.ts'
import { ClauseLink, obligationTitle } from './obligation.words.tsx'
import type { ClauseOf } from './obligation.words.tsx'
import { replacementsOf } from './proposal.rules.ts'
import type { DismissalProblem } from './proposal.rules.ts'
import type { FoundProposal, Proposed } from './proposals.ts'

export const dismissalFaults: Record<DismissalProblem, Fault> = {
  reasonMissing: ['reason', 'Dites pourquoi cet engagement n’est pas à suivre.'],
  reasonTooLong: ['reason', 'Le motif dépasse 500 caractères : raccourcissez-le.'],
}

/** An obligation whose clause changed, which a proposal may replace. */
type Changed = ClauseOf & { readonly id: string; readonly conventionId: string; readonly kind: string }
type Listed = Proposed & { readonly slug: string; readonly mayKeep: boolean; readonly stale: readonly Changed[] }
/** What the text in force promises and nobody follows; then what was set aside, folded. */
export const Proposals = ({ slug, proposals, dismissals, mayKeep, stale }: Listed) => proposals.length === 0 && dismissals.length === 0 ? null : (
  <Section id="propositions"
    title={proposals.length === 0 ? 'Engagements écartés' : `${counted(proposals.length)} dans le texte en vigueur`}
    intro={proposals.length === 0 ? undefined : 'Un avenant les a écrits, et personne ne les suit encore.'}>
    {proposals.length === 0 ? null : (
      <ul class="plain-list proposals">
        {proposals.map((proposal) => (
          <li key={`${proposal.conventionId} ${proposal.provisionSlug} ${proposal.words}`}>
            <ProposalLines slug={slug} proposal={proposal} />
            {!mayKeep ? null : (
              <Choices slug={slug} proposal={proposal} replaced={stale.find((one) => replacementsOf(one, [proposal]).length > 0)} />
            )}
          </li>
        ))}
      </ul>
    )}
    {dismissals.length === 0 ? null : (
      <details>
        <summary>{dismissals.length === 1 ? 'Un engagement écarté' : `${dismissals.length} engagements écartés`}</summary>
        <ul class="plain-list">
          {dismissals.map(({ words, reason, dismissedBy, dismissedAt }) => (
            <li key={dismissedAt}>
              <Words>{words}</Words>
              {`Motif : ${reason}`}<span class="facts-note">{`${dismissedBy}, `}<Moment at={dismissedAt} /></span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </Section>
)

const counted = (count: number): string => (count === 1 ? 'Un engagement nouveau' : `${count} engagements nouveaux`)

/** What is owed, in which clause, its words, and the amendment behind it. */
const ProposalLines = ({ slug, proposal }: { slug: string; proposal: FoundProposal }) => (
  <>
    <p><strong>{obligationTitle(proposal)}</strong> <ClauseLink slug={slug} clause={proposal} /> {whenWords(proposal)}</p>
    <Words>{proposal.words}</Words>
    <p class="facts-note"><BroughtBy slug={slug} proposal={proposal} /></p>
  </>
)

const whenWords = ({ rule }: FoundProposal): string => (rule.kind === 'condition' ? 'sous condition' : ruleInWords(rule))

const BroughtBy = ({ slug, proposal: { causes, since } }: { slug: string; proposal: FoundProposal }) => {
  const amendments = [...new Map(causes.map((cause) => [cause.amendmentSlug, cause])).values()]
  return <>
    {amendments.map(({ amendmentSlug, label }, rank) => <span key={amendmentSlug}>
      {rank === 0 ? null : ', '}<a href={paths.convention(slug, amendmentSlug)}>{label}</a>
    </span>)}
    {', en vigueur depuis le '}<Day date={since} />
  </>
}

/** `replaced`: the obligation of the same clause and kind whose words the amendment changed. */
const Choices = ({ slug, proposal, replaced }: { slug: string; proposal: FoundProposal; replaced: Changed | undefined }) => (
  <div class="proposal-choices">
    <Form action={paths.proposals(slug)} layout="inline">
      <Named proposal={proposal} />
      {replaced === undefined ? null : (
        <SubmitButton action={paths.replacement(slug, replaced.id)} emphasis="secondary" small label={`Remplacer l’ancien par : ${proposal.words}`}>
          Remplacer l’ancien
        </SubmitButton>
      )}
      <SubmitButton emphasis={replaced === undefined ? 'secondary' : 'quiet'} icon="plus" small label={`Ajouter : ${proposal.words}`}>
        Ajouter
      </SubmitButton>
    </Form>
    <details>
      <summary aria-label={`Écarter : ${proposal.words}`}>Écarter</summary>
      <DismissalForm slug={slug} proposal={proposal} value="" faults={[]} small />
    </details>
  </div>
)

/** Which proposal a form is about: its clause and its words, looked for again in the text in force. */
const Named = ({ proposal }: { proposal: FoundProposal }) => (
  <>
    <Hidden name="cle" value={newId()} />
    <Hidden name="convention" value={proposal.conventionSlug} />
    <Hidden name="clause" value={proposal.provisionSlug} />
    <Hidden name="words" value={proposal.words} />
  </>
)

type DismissalProps = {
  readonly slug: string; readonly proposal: FoundProposal; readonly value: string; readonly faults: readonly Fault[]; readonly small?: true
}
const DismissalForm = ({ slug, proposal, value, faults, small }: DismissalProps) => (
  <Form action={paths.dismissedProposals(slug)}>
    <Named proposal={proposal} />
    <TextArea name="reason" label="Motif" rows={2} maxLength={500} value={value} faults={faults} within={formName(proposal, small)}
      hint="Par exemple : suivi déjà sous un autre nom." />
    <Buttons><SubmitButton emphasis="secondary" small={small === true}>Écarter</SubmitButton></Buttons>
  </Form>
)
/** Several of these forms stand on one page: each field needs its own name there. */
const formName = ({ conventionSlug, provisionSlug, instructions, words }: FoundProposal, small: true | undefined): string =>
  (small === undefined ? 'ecarter' : `ecarter-${conventionSlug}-${provisionSlug}-${instructions.join('-').slice(-12)}-${words.length}`)

/** The dismissal that was refused, shown again. */
export const DismissalPage = ({ frame, slug, proposal, value, faults }: { frame: Frame } & Omit<DismissalProps, 'small'>) => (
  <Page {...frame} title="Écarter un engagement proposé" faults={faults} width="reading"
    breadcrumb={[{ href: paths.obligations(slug), label: 'Échéances' }]}>
    <FaultSummary faults={faults} within="ecarter" />
    <ProposalLines slug={slug} proposal={proposal} />
    <DismissalForm slug={slug} proposal={proposal} value={value} faults={faults} />
  </Page>
)

export const ProposalGonePage = ({ frame, slug }: { frame: Frame; slug: string }) => (
  <Page {...frame} title="Cet engagement n’est plus proposé" width="reading" breadcrumb={[{ href: paths.obligations(slug), label: 'Échéances' }]}>
    <Notice tone="warning">
      <p>Quelqu’un l’a ajouté ou écarté entre-temps, ou un avenant a changé ses mots.</p>
      <p><LinkButton href={paths.obligations(slug)}>Revoir les échéances</LinkButton></p>
    </Notice>
  </Page>
)

/** What may take the place of an obligation whose clause changed, in one click. */
export const Replacements = ({ slug, obligation, proposals, mayKeep }: {
  slug: string; obligation: string; proposals: readonly FoundProposal[]; mayKeep: boolean
}) => proposals.length === 0 ? null : (
  <Section title="Ce que la clause dit à présent" id="remplacement">
    <ul class="plain-list proposals">
      {proposals.map((proposal) => (
        <li key={proposal.words}>
          <ProposalLines slug={slug} proposal={proposal} />
          {!mayKeep ? null : (
            <div class="proposal-choices">
              <Form action={paths.replacement(slug, obligation)} layout="inline">
                <Named proposal={proposal} />
                <SubmitButton label={`Remplacer par cet engagement : ${proposal.words}`}>Remplacer par cet engagement</SubmitButton>
              </Form>
            </div>
          )}
        </li>
      ))}
    </ul>
  </Section>
)
