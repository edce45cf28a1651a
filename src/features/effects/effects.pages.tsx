// The pages on which one tests an address: the box, the places that answer what was typed, the answer.
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { DateField, SearchField } from '../../design/fields.tsx'
import { ButtonForm, Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { inFigures, inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { AddressLoad, FoundAddress } from '../addresses/address.rules.ts'
import { ActionTabs } from '../actions/action-tabs.tsx'
import { AnswerBody } from './answer-body.tsx'
import { askedAgain } from './answer-record.ts'
import type { AnswerRecord } from './answer-record.ts'
import { audienceLabels, dayFault } from './effect.words.ts'
import type { AudienceName } from './question.rules.ts'

/** What the box holds, and what came of it. */
export type Tested = {
  readonly q: string; readonly role: AudienceName | undefined; readonly found: readonly FoundAddress[]; readonly record: AnswerRecord | undefined
  /** Why there is neither place nor answer, when something was asked. */
  readonly trouble: 'nothingFound' | 'noAddresses' | 'geocoderSilent' | 'outsideFrance' | 'noOperation' | 'dayUnreadable' | 'repeated' | undefined
  /** The day as it was typed. */
  readonly le: string
  readonly loads: readonly AddressLoad[]
}
type Common = { readonly frame: Frame; readonly action: string; readonly tested: Tested; readonly prefer: string; readonly day: PlainDate
  readonly query: string; readonly certify: string; readonly onceKey: string }
type OperationProps = Common & { readonly slug: string; readonly open: boolean; readonly mayOpen: boolean; readonly demonstration: boolean }

const troubles: Readonly<Record<NonNullable<Tested['trouble']>, string>> = {
  nothingFound: 'Aucune adresse ne répond à ce qui est écrit. Vérifiez la voie et la commune, ou donnez des coordonnées (latitude, longitude).',
  noAddresses: 'Les adresses de ce département ne sont pas chargées : donnez des coordonnées (latitude, longitude), ou une parcelle.',
  geocoderSilent: 'Le service d’adresses extérieur n’a pas répondu à temps : on ne sait pas où est ce lieu. Réessayez, ou donnez des coordonnées.',
  outsideFrance: 'Ce point est hors de France. Les coordonnées s’écrivent latitude puis longitude, comme 50,431, 2,833 : essayez dans l’autre ordre.',
  noOperation: 'Aucune opération n’a ouvert ses réponses au public pour ce lieu : interrogez la commune ou l’intercommunalité.',
  dayUnreadable: 'Aucune réponse n’est donnée sans le jour demandé.',
  repeated: 'L’adresse de cette page dit deux fois la même chose (le lieu, le jour ou le public) : posez la question à nouveau.',
}

export const EffectsPage = (props: OperationProps) => (
  <Page {...props.frame} title="Tester une adresse"
    intro="Ce que l’opération ouvre à un endroit, ce jour-là : ce qui s’applique, ce qui ne s’applique pas, ce qu’on ne sait pas, et pourquoi."
    faults={dayFaults(props)}>
    <Box {...props} />
    <Outcome {...props} inside={props.slug} />
    {props.tested.record === undefined ? <Around {...props} /> : null}
  </Page>
)

const publicIntro = 'Votre adresse est-elle dans un secteur d’une opération de revitalisation de territoire, et qu’est-ce que cela change ? '
  + 'Sans compte ; rien n’est gardé de ce que vous cherchez.'

export const PublicEffectsPage = (props: Common) => (
  <Page {...props.frame} title="Tester une adresse" audience="citizen"
    intro={publicIntro} faults={dayFaults(props)}>
    <Box {...props} dated />
    <Outcome {...props} inside={undefined} />
    {props.tested.record === undefined ? <p><a href={paths.certificateCheck()}>Vérifier une attestation</a></p> : null}
  </Page>
)

const dayFaults = ({ tested }: Common): readonly Fault[] => (tested.trouble === 'dayUnreadable' ? [dayFault] : [])

const Box = (props: Common & { dated?: boolean }) => (
  <>
    <FaultSummary faults={dayFaults(props)} />
    <Question {...props} faults={dayFaults(props)} />
  </>
)

const Question = ({ action, tested, prefer, day, faults, dated = false }: Common & { dated?: boolean; faults: readonly Fault[] }) => (
  <Form action={action} method="get" layout="inline" role="search" label="Tester une adresse">
    <div data-address-search={paths.addressSearch()} data-prefer={prefer} class="address-box">
      <SearchField name="q" label="Adresse, parcelle ou coordonnées" value={tested.q}
        hint="Par exemple : 12 rue Jean-Jaurès, Lens ; ou 62498 AB 123 ; ou 50,432, 2,833." />
    </div>
    <Select name="role" label="Vous êtes" value={tested.role ?? ''} empty="Tous publics" required={false}
      choices={Object.entries(audienceLabels).map(([value, label]) => ({ value, label }))} />
    {dated || faults.length > 0 ? (
      <DateField name="le" label="Le" value={faults.length > 0 ? tested.le : inFigures(day)} required={false} hint={undefined} faults={faults} />
    ) : null}
    <SubmitButton>Tester</SubmitButton>
  </Form>
)

const Outcome = ({ tested, action, query, inside, certify, onceKey }: Common & { inside: string | undefined }) => (
  <>
    {tested.trouble === undefined ? null : <Notice tone="warning" live><p>{troubles[tested.trouble]}</p></Notice>}
    {tested.found.length === 0 ? null : <Choices found={tested.found} action={action} query={query} />}
    {tested.record === undefined ? null : (
      <AnswerBody record={tested.record} inside={inside} proof={<Certify to={certify} record={tested.record} onceKey={onceKey} />} />
    )}
  </>
)

const Choices = ({ found, action, query }: { found: readonly FoundAddress[]; action: string; query: string }) => (
  <Section title="Quelle adresse ?">
    <ul class="choice-list">
      {found.map((address) => (
        <li key={address.id}>
          <a href={`${action}?adresse=${address.id}${query}`}>{address.label}</a>
          {address.precision === 'street' ? <span>sans numéro : les secteurs resteront inconnus</span> : null}
        </li>
      ))}
    </ul>
  </Section>
)

const Certify = ({ to, record, onceKey }: { to: string; record: AnswerRecord; onceKey: string }) => (
  <div class="effect-proof">
    <ButtonForm to={to} fields={{ cle: onceKey, ...askedAgain(record) }} emphasis="secondary" icon="stamp">Établir l’attestation</ButtonForm>
    <p class="quiet">Elle garde la question, la réponse et ses sources, datées et scellées : son adresse la vérifie, pour toujours et sans compte.</p>
  </div>
)

const Around = ({ slug, open, mayOpen, tested, demonstration, onceKey }: OperationProps) => (
  <>
    {tested.loads.length === 0 ? (
      <Empty title="Aucune adresse n’est chargée">
        <p>Des coordonnées suffisent déjà. Pour chercher par adresse, chargez le département : <code>bin/chapeau addresses load</code>.</p>
      </Empty>
    ) : (
      <p class="quiet">{`Adresses : ${tested.loads.map(({ department, vintage, source }) =>
        `département ${department}, état au ${inWords(vintage)}${demonstration ? ` (${source})` : ''}`).join(' ; ')}.`}</p>
    )}
    <p><a href={paths.effectsBatch(slug)}>Tester un fichier d’adresses</a></p>
    {mayOpen ? (
      <Section title="Ouvrir au public"
        intro="Ouverte, la réponse est donnée à quiconque sur la page publique et par l’API, sans compte et sans rien de personnel.">
        <p>
          {open ? <>Les réponses sont ouvertes : <a href={paths.publicEffects()}>la page publique</a>.</> : 'Elles sont réservées à l’opération.'}
        </p>
        <ButtonForm to={paths.effectsOpening(slug)} fields={{ cle: onceKey, open: open ? 'non' : 'oui' }} emphasis="secondary">
          {open ? 'Fermer les réponses au public' : 'Ouvrir les réponses au public'}
        </ButtonForm>
      </Section>
    ) : null}
  </>
)

type ActionProps = { readonly frame: Frame; readonly slug: string; readonly action: { readonly id: string; readonly title: string }
  readonly places: readonly { readonly label: string; readonly record: AnswerRecord | undefined }[] }
export const ActionEffectsPage = ({ frame, slug, action, places }: ActionProps) => (
  <Page {...frame} title="Effets de droit" breadcrumb={[{ href: paths.plan(slug), label: 'Plan d’action' },
    { href: paths.action(slug, action.id), label: action.title }]} intro="Ce que l’opération ouvre à cette action, lieu par lieu.">
    <ActionTabs slug={slug} actionId={action.id} current="effects" />
    {places.length === 0 ? (
      <Empty title="Cette action n’a pas de lieu connu"
        action={<LinkButton href={paths.actionPlaces(slug, action.id)}>Dire où elle a lieu</LinkButton>}>
        <p>Un point, une adresse, une parcelle ou un tracé suffit.</p>
      </Empty>
    ) : null}
    {places.map(({ label, record }) => (
      <Section key={label} title={label}>
        {record === undefined ? <p>Où c’est n’est pas connu : ajoutez un point à ce lieu.</p> : <AnswerBody record={record} inside={slug} />}
      </Section>
    ))}
  </Page>
)
