// Entering an act: choosing its kind, the fields that kind asks for, a stamp that fills them; and correcting one, with a reason.
import { Section } from '../../design/card.tsx'
import { Checkbox, RadioGroup, Select } from '../../design/choices.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { actTable, isStep, mayBeAbout } from '../../law/act-table.ts'
import { actKinds, publicationMedia } from '../../law/legal-act.ts'
import type { ActKind } from '../../law/legal-act.ts'
import { paths } from '../../paths.ts'
import { authorityKey } from './act-form.rules.ts'
import type { ActProblem, ActTyped, CorrectionTyped, KnownAuthority, NewActTyped, Town } from './act-form.rules.ts'
import { actNames, actPurposes, mediumNames } from './act.words.tsx'

const labels: Readonly<Record<string, string>> = {
  author: 'Autorité', authority: 'Autre autorité', siren: 'SIREN', on: 'Date de l’acte', effectiveOn: 'Prend effet le', number: 'Numéro',
  identifier: 'Identifiant', party: 'Qui', endsOn: 'Nouvelle fin', months: 'Durée en mois', sector: 'Nom du secteur',
    sectorCommune: 'Commune du secteur',
  partCommunes: 'Communes concernées', partProvisions: 'Articles concernés', outcome: 'Issue', medium: 'Mode de publication',
    convention: 'Convention',
  about: 'Acte concerné', document: 'Document', reason: 'Remarque', transmittedOn: 'Transmis le', receivedOn: 'Reçu le', publishedOn: 'Publié le',
  certifiedOn: 'Certifié exécutoire le', verdict: 'Que faut-il faire', why: 'Motif',
}
const sentences: Record<ActProblem['why'], string> = {
  missing: 'remplissez ce champ.', dateUnreadable: 'écrivez un jour qui existe, sous la forme jj/mm/aaaa.',
  dateFar: 'la date doit être entre 1900 et 2200.',
  inFuture: 'cette date n’est pas encore venue ; « Prend effet le » accepte une date à venir.',
    sirenWrong: 'recopiez les neuf chiffres, ou laissez vide.',
  tooLong: 'le texte est trop long : raccourcissez-le.', monthsUnreadable: 'indiquez un nombre entier de mois, entre 1 et 1 200.',
  communeUnknown: 'une commune n’est pas reconnue : écrivez son nom ou son code INSEE, une par ligne.',
  notAllowed: 'ce choix ne convient pas : choisissez dans la liste.', alreadyRecorded: 'un acte de cette convention porte déjà cet identifiant.',
}
/** The two questions that are answered by a choice, not by writing. */
const chosen = (field: string): boolean => field === 'verdict' || field === 'outcome'
export const actFault = ({ field, why }: ActProblem): Fault =>
  [field, `${labels[field] ?? field} : ${why === 'missing' && chosen(field) ? 'choisissez une réponse.' : sentences[why]}`]

const groups: readonly (readonly [title: string, kinds: readonly ActKind[]])[] = [
  ['Décider et signer', ['deliberation', 'order', 'signature', 'homologation']],
  ['Rendre exécutoire', ['transmission', 'receipt', 'publication', 'certification']],
  ['Faire évoluer', ['amendment', 'extension', 'accession', 'withdrawal', 'perimeter']],
  ['Mettre fin ou contester', ['termination', 'annulment']],
]

type PickerProps = { readonly frame: Frame; readonly slug: string; readonly stamp: string; readonly stampUnread: boolean;
  readonly conventionless: boolean; readonly kindless: boolean }
export const ActKindPage = ({ frame, slug, stamp, stampUnread, conventionless, kindless }: PickerProps) => (
  <Page {...frame} title="Enregistrer un acte" breadcrumb={[{ href: paths.acts(slug), label: 'Actes' }]}
    intro="Choisissez ce qui s’est passé ; ou collez le tampon de télétransmission, qui remplit la fiche.">
    {kindless ? <Notice tone="warning" live><p>Dites d’abord ce qui s’est passé : choisissez la nature de l’acte.</p></Notice> : null}
    {conventionless ? (
      <Notice tone="info">
        <p>Un acte se rattache à une convention. Publiez-en une,
          ou <a href={paths.newConvention(slug)}>déclarez celle dont vous n’avez pas le texte</a>.</p>
      </Notice>
    ) : null}
    <Section title="Coller un tampon">
      {stampUnread ? <Notice tone="warning" live><p>Aucun identifiant ni aucune date ne se lit dans ce texte
        : remplissez la fiche à la main.</p></Notice> : null}
      <Form action={paths.newAct(slug)} method="get">
        <Hidden name="nature" value="deliberation" />
        <TextArea name="tampon" label="Texte du tampon" value={stamp} rows={4} required={false} maxLength={2000}
          hint="Par exemple : Accusé de réception en préfecture 062-216201863-20221214-2022-120-DE, date de réception préfecture : 16/12/2022." />
        <Buttons><SubmitButton emphasis="secondary">Lire le tampon</SubmitButton></Buttons>
      </Form>
    </Section>
    {groups.map(([title, kinds]) => (
      <Section key={title} title={title}>
        <ul class="choice-list">
          {kinds.map((kind) => (
            <li key={kind}><a href={`${paths.newAct(slug)}?nature=${kind}`}>{actNames[kind]}</a><span>{actPurposes[kind]}</span></li>
          ))}
        </ul>
      </Section>
    ))}
    <p><a href={paths.newConvention(slug)}>Déclarer une convention dont le texte manque</a></p>
  </Page>
)

/** The kinds one may choose; a correction has a page of its own. */
export const enteredKinds = actKinds.filter((kind) => kind !== 'correction')

type Choices = {
  readonly conventions: readonly { readonly slug: string; readonly title: string }[]; readonly authorities: readonly KnownAuthority[]
  readonly towns: readonly Town[]; readonly documents: readonly { readonly id: string; readonly fileName: string }[]
  readonly targets: readonly { readonly id: string; readonly label: string }[]
}
type NewProps = Choices & {
  readonly frame: Frame; readonly slug: string; readonly kind: ActKind; readonly typed: NewActTyped; readonly faults: readonly Fault[]
  readonly onceKey: string; readonly fromStamp: boolean
}
export const NewActPage = (props: NewProps) => {
  const { frame, slug, kind, typed, faults, onceKey, conventions, targets, documents, fromStamp } = props
  const free = mayBeAbout(kind, 'convention')
  return (
    <Page {...frame} title={actNames[kind]} faults={faults} intro={actPurposes[kind]} width="reading"
      breadcrumb={[{ href: paths.acts(slug), label: 'Actes' }, { href: paths.newAct(slug), label: 'Enregistrer un acte' }]}>
      <FaultSummary faults={faults} />
      {fromStamp ? <Notice tone="success"><p>Le tampon est lu : vérifiez chaque champ avant d’enregistrer.</p></Notice> : null}
      <Form action={paths.acts(slug)} keep={`acte-${slug}-${kind}`}>
        <Hidden name="cle" value={onceKey} />
        <Hidden name="kind" value={kind} />
        <Select name="convention" label={labels['convention'] ?? ''} value={typed.convention} faults={faults}
          empty={conventions.length === 1 ? undefined : 'Choisir'} choices={conventions.map(({ slug, title }) => ({ value: slug, label: title }))} />
        {targets.length > 0 || !free ? (
          <Select name="about" label={labels['about'] ?? ''} value={typed.about} faults={faults} required={!free} empty={free
            ? 'La convention elle-même' : 'Choisir'}
            hint={targets.length === 0 ? 'Aucun acte enregistré ne convient : enregistrez d’abord la délibération ou l’arrêté.' : undefined}
            choices={targets.map(({ id, label }) => ({ value: id, label }))} />
        ) : null}
        <ActFields {...props} />
        {mayBeAbout('transmission', kind) ? <Steps typed={typed} faults={faults} /> : null}
        <Select name="document" label={labels['document'] ?? ''} value={typed.document} faults={faults} required={false} empty="Aucun"
          hint="Un fichier déjà déposé qui montre cet acte." choices={documents.map(({ id, fileName }) => ({ value: id, label: fileName }))} />
        <TextArea name="reason" label={labels['reason'] ?? ''} value={typed.reason} faults={faults} required={false} rows={2} />
        <Buttons><SubmitButton>Enregistrer</SubmitButton><LinkButton href={paths.acts(slug)} emphasis="quiet">Annuler</LinkButton></Buttons>
      </Form>
    </Page>
  )
}

const Steps = ({ typed, faults }: { typed: NewActTyped; faults: readonly Fault[] }) => (
  <fieldset class="field field-group">
    <legend>Formalités, si vous les connaissez</legend>
    {(['transmittedOn', 'receivedOn', 'publishedOn', 'certifiedOn'] as const).map((name) =>
      <DateField key={name} name={name} label={labels[name] ?? name} value={typed[name]} faults={faults} required={false} hint="jj/mm/aaaa" />)}
  </fieldset>
)

type FieldsProps = Pick<Choices, 'authorities' | 'towns'> & { readonly kind: ActKind; readonly typed: ActTyped; readonly faults: readonly Fault[] }
const ActFields = ({ kind, typed, faults, authorities, towns }: FieldsProps) => {
  const { needs } = actTable[kind]
  const field = <Name extends keyof ActTyped>(name: Name) => ({ name, label: labels[name] ?? name, value: typed[name], faults })
  const townChoices = towns.map(({ insee, name }) => ({ value: insee, label: name }))
  return (
    <>
      <Select {...field('author')} label={kind === 'signature' ? 'Qui signe' : kind === 'annulment' ? 'Qui saisit le juge, ou quel juge' : 'Autorité'}
        empty="Une autre, à préciser dessous" choices={authorities.map((one) => ({ value: authorityKey(one), label: one.name }))} />
      <details open={typed.authority !== '' || typed.siren !== ''}>
        <summary>Une autre autorité</summary>
        <TextField {...field('authority')} required={false} hint="Son nom en entier, par exemple « Tribunal administratif de Lille »." />
        <TextField {...field('siren')} required={false} size={12} hint="Neuf chiffres, si elle en a un." />
      </details>
      <DateField {...field('on')} required={false} hint="jj/mm/aaaa. Laissez vide si personne ne la connaît : l’acte compte, sa date manque." />
      {isStep(kind) ? null : (
        <DateField {...field('effectiveOn')} required={false}
          hint={kind === 'annulment' ? 'Vide : l’annulation vaut pour le passé aussi. Remplissez si le juge en décide autrement.'
            : 'Si l’acte fixe un autre jour que le sien, passé ou à venir.'} />
      )}
      {isStep(kind) || kind === 'signature' ? null : <TextField {...field('number')} required={false} size={20} />}
      {kind === 'deliberation' || kind === 'order' || kind === 'homologation'
        ? <TextField {...field('identifier')} required={false} hint="Celui du tampon, par exemple 062-216201863-20221214-2022-120-DE." /> : null}
      {needs.party === 'needed' && kind !== 'signature' ? (
        <Select {...field('party')} label={kind === 'accession' ? 'Qui rejoint la convention' : 'Qui quitte la convention'} empty="Choisir"
          choices={[...townChoices, ...authorities.filter(({ insee }) => insee === null).map(({ name }) => ({ value: name, label: name }))]} />
      ) : null}
      {needs.end === 'never' ? null : <>
        <DateField {...field('endsOn')} required={false} hint="Dernier jour de la convention, si l’acte le dit (jj/mm/aaaa)." />
        <NumberField {...field('months')} required={false} size={6} hint="Sinon, le nombre de mois ajoutés à la fin actuelle." />
      </>}
      {needs.sector === 'needed' ? <>
        <TextField {...field('sector')} hint="Par exemple « Centre-ville »." />
        <Select {...field('sectorCommune')} empty="Choisir" choices={townChoices} />
        <Checkbox name="townCentre" label="Ce secteur comprend un centre-ville" checked={typed.townCentre !== ''} />
        <Checkbox name="sectorRemoved" label="L’acte supprime ce secteur, fixé auparavant sous ce nom" checked={typed.sectorRemoved !== ''} />
      </> : null}
      {kind === 'annulment' ? (
        <RadioGroup {...field('outcome')} choices={[
          { value: 'opens', label: 'Un recours est déposé', hint: 'L’état est contesté jusqu’à la décision.' },
          { value: 'annuls', label: 'Le juge annule' }, { value: 'dismisses', label: 'Le juge rejette le recours',
            hint: 'Choisissez le recours dans « Acte concerné ».' },
        ]} />
      ) : null}
      {needs.part === 'never' ? null : <>
        <TextArea {...field('partCommunes')} required={false} rows={2} hint="Une par ligne, nom ou code INSEE. Vide : l’acte porte sur le tout." />
        <TextField {...field('partProvisions')} required={false} hint="Numéros séparés par des virgules, si des articles seulement tombent." />
      </>}
      {needs.medium === 'never' ? null : (
        <Select {...field('medium')} required={false} empty="Inconnu"
          hint="Depuis le 1er juillet 2022, les actes locaux se publient en ligne ; le recueil est supprimé."
          choices={publicationMedia.map((medium) => ({ value: medium, label: mediumNames[medium] }))} />
      )}
    </>
  )
}

type CorrectionProps = Pick<Choices, 'authorities' | 'towns'> & {
  readonly frame: Frame; readonly slug: string; readonly actId: string; readonly kind: ActKind; readonly typed: CorrectionTyped
  readonly faults: readonly Fault[]; readonly onceKey: string
}
export const CorrectionPage = (props: CorrectionProps) => {
  const { frame, slug, actId, kind, typed, faults, onceKey } = props
  return (
    <Page {...frame} title={`Rectifier : ${actNames[kind].toLowerCase()}`} faults={faults} width="reading"
      breadcrumb={[{ href: paths.acts(slug), label: 'Actes' }, { href: paths.act(slug, actId), label: actNames[kind] }]}
      intro="Rien n’est effacé : la rectification est un acte de plus, avec son motif. Ce qui était su avant elle reste consultable.">
      <FaultSummary faults={faults} />
      <Form action={paths.actCorrection(slug, actId)} keep={`rectification-${actId}`}>
        <Hidden name="cle" value={onceKey} />
        <RadioGroup name="verdict" label="Que faut-il faire" value={typed.verdict} faults={faults} choices={[
          { value: 'replace', label: 'Remplacer les valeurs fausses', hint: 'Les champs ci-dessous, tous, prennent la place des anciens.' },
          { value: 'strike', label: 'Rayer cet acte du registre',
            hint: 'Il n’aurait jamais dû être enregistré ; ce qui s’y rattache ne compte plus.' },
        ]} />
        <TextArea name="why" label="Motif" value={typed.why} faults={faults} rows={2} hint="Pourquoi ce qui était enregistré est faux." />
        <ActFields {...props} />
        <Buttons><SubmitButton>Rectifier</SubmitButton><LinkButton href={paths.act(slug, actId)} emphasis="quiet">Annuler</LinkButton></Buttons>
      </Form>
    </Page>
  )
}
