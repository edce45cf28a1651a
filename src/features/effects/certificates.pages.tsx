// A certificate as anyone opens it, and the page that verifies one from its code or its hash.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import type { Fault } from '../../design/faults.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import { DateField, TextField } from '../../design/fields.tsx'
import { Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { momentInWords } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { AnswerBody } from './answer-body.tsx'
import { askedAgain } from './answer-record.ts'
import type { AnswerRecord } from './answer-record.ts'
import type { CertificateContent } from './certificate.rules.ts'
import { certificateIs, certificateIsNot, dayFault, whereVerified } from './effect.words.ts'

type Props = { readonly frame: Frame; readonly content: CertificateContent<AnswerRecord>; readonly sha256: string; readonly intact: boolean }

export const CertificatePage = ({ frame, content: { code, address, issuedAt, answer }, sha256, intact }: Props) => (
  <Page {...frame} title={`Attestation ${code}`} heading="Attestation de situation" intro={certificateIs} audience="citizen"
    breadcrumb={[{ href: paths.certificateCheck(), label: 'Attestations' }]}
    actions={<LinkButton href={paths.certificateFile(code, 'pdf')} icon="download">Télécharger en PDF</LinkButton>}>
    {intact ? null : (
      <Notice tone="error" title="Attestation altérée"><p>Son contenu ne répond plus à son empreinte : ne vous y fiez pas.</p></Notice>
    )}
    <Facts lines={[
      { term: 'Vérification', value: intact ? <Badge tone="positive">Authentique</Badge> : <Badge tone="negative">Altérée</Badge>,
        note: 'Le contenu vient d’être comparé à son empreinte.' },
      { term: 'Code', value: code }, { term: 'Établie le', value: momentInWords(issuedAt) },
      { term: 'Adresse', value: <a href={paths.certificate(code)}>{whereVerified(address)}</a> },
      { term: 'Empreinte SHA-256', value: <code class="hash">{sha256}</code>,
        note: <a href={paths.certificateFile(code, 'json')}>Le contenu scellé (JSON) : son SHA-256 est cette empreinte</a> },
    ]} />
    <Notice tone="info" title="Ce que cette attestation n’est pas"><p>{certificateIsNot}</p></Notice>
    <AnswerBody record={answer} proof={(
      <p>
        Elle dit ce qui était su ce jour-là, et ne change pas ; les données, elles, ont pu changer depuis.
        {' '}<a href={`${paths.publicEffects()}?${new URLSearchParams(askedAgain(answer)).toString()}`}>Poser de nouveau la question</a>
      </p>
    )} />
  </Page>
)

export const CertificateCheckPage = ({ frame, typed, faults }: { frame: Frame; typed: string; faults: readonly Fault[] }) => (
  <Page {...frame} title="Vérifier une attestation" width="reading" audience="citizen" faults={faults}
    intro="Le code, ou l’empreinte, d’une attestation suffit à la retrouver telle qu’elle a été établie.">
    <FaultSummary faults={faults} />
    <Form action={paths.certificateCheck()} method="get">
      <TextField name="code" label="Code ou empreinte SHA-256" value={typed} faults={faults}
        hint="Un code a quatre groupes de quatre signes : ABCD-2345-EFGH-6789." />
      <SubmitButton>Vérifier</SubmitButton>
    </Form>
    <Section title="Ce qu’est une attestation">
      <p>{certificateIs}</p>
      <p>{certificateIsNot}</p>
    </Section>
  </Page>
)

export const TooManyPage = ({ frame, action }: { frame: Frame; action: string }) => (
  <Page {...frame} title="Attendez un peu" width="reading">
    <p>Beaucoup d’attestations ont été établies depuis votre réseau en une heure. Les réponses, elles, restent libres : réessayez plus tard.</p>
    <p><a href={action}>Revenir au test d’une adresse</a></p>
  </Page>
)

type UndatedProps = { readonly frame: Frame; readonly action: string; readonly typed: Readonly<Record<string, string>> }

/** The same question, whose day alone is to be written again. */
export const UndatedPage = ({ frame, action, typed: { le = '', ...kept } }: UndatedProps) => {
  const faults = [dayFault]
  return (
    <Page {...frame} title="Attestation à dater" width="reading" faults={faults}
      intro="Rien n’a été établi : il manque le jour dont elle doit répondre.">
      <FaultSummary faults={faults} />
      <Form action={action}>
        {Object.entries(kept).filter(([, value]) => value !== '').map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
        <DateField name="le" label="Le" value={le} faults={faults} />
        <SubmitButton>Établir l’attestation</SubmitButton>
      </Form>
    </Page>
  )
}

export const NotPrintedPage = ({ frame, code, words }: { frame: Frame; code: string; words: string }) => (
  <Page {...frame} title="Attestation non imprimée" width="reading">
    <p>{words}</p>
    <p><a href={paths.certificate(code)}>Revenir à l’attestation</a></p>
  </Page>
)
