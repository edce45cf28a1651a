// Manual: handing in a document, what is accepted, what is refused and why.
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import type { ExtractionProblem } from '../../extraction/extraction.ts'
import { limits } from '../../extraction/limits.ts'
import { problemSentences, warningSentences } from '../../extraction/sentences.ts'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

const formats: readonly { readonly name: string; readonly files: string; readonly note: string }[] = [
  { name: 'PDF avec texte', files: '.pdf', note: 'Le plus sûr. Colonnes, en-têtes et pieds de page répétés sont démêlés.' },
  {
    name: 'PDF numérisé', files: '.pdf',
    note: 'Le texte est reconnu page par page, sans rien envoyer à l’extérieur : comptez plusieurs secondes par page.',
  },
  { name: 'Word', files: '.docx', note: 'Les modifications suivies sont lues comme acceptées, le texte masqué n’est pas lu.' },
  { name: 'LibreOffice', files: '.odt', note: 'Comme Word.' },
  { name: 'Markdown ou texte', files: '.md, .txt', note: 'Le plus rapide.' },
]
const shownProblems: readonly ExtractionProblem[] = [
  'encrypted', 'broken', 'tooLarge', 'tooManyPages', 'oldWord', 'rtf', 'image', 'html', 'otherOffice', 'wrongExtension', 'empty', 'ocrMissing',
  'ocrFailed', 'timeout',
]

export const depositTopic: HelpTopic = {
  slug: 'deposer', title: 'Déposer une convention',
  summary: 'Les formats acceptés, les limites, les documents numérisés, et ce qui peut être refusé.',
  body: (
    <>
      <Section title="Pas à pas" id="pas-a-pas">
        <ol>
          <li>Dans l’opération, ouvrez « Documents et lectures », puis « Déposer un document ».</li>
          <li>Choisissez le fichier, ou faites-le glisser sur le champ, puis « Déposer et lire ».</li>
          <li>
            La lecture commence aussitôt. Vous pouvez quitter la page : elle continue, et vous la retrouvez dans « Documents et lectures ». Un PDF
            avec texte prend quelques secondes.
          </li>
          <li>La lecture finie, la <a href={paths.helpPage('relire')}>relecture</a> s’ouvre.</li>
        </ol>
        <p>
          Le document est gardé tel quel, octet pour octet, avec son empreinte. Il ne sort pas de l’opération et rien n’est publié avant votre
          relecture. Chaque document d’une même ORT se dépose à part : convention chapeau, conventions ACV et PVD, adhésions, avenants.
        </p>
      </Section>
      <Section title="Formats" id="formats">
        <Table
          caption="Formats acceptés" captionHidden rows={formats} rowKey={(format) => format.name} empty={null}
          columns={[
            { key: 'name', label: 'Document', rowHeader: true, cell: (format) => format.name },
            { key: 'files', label: 'Fichier', cell: (format) => <code>{format.files}</code> },
            { key: 'note', label: 'À savoir', cell: (format) => format.note },
          ]}
        />
        <p>
          {`Un fichier pèse ${limits.bytes / 1024 / 1024} Mo et compte ${limits.pages} pages au plus. Au-delà, déposez la convention sans ses
          annexes.`}
        </p>
      </Section>
      <Section title="Bien numériser" id="numeriser">
        <ul>
          <li>À 300 points par pouce, bien droit, en noir et blanc ou en gris.</li>
          <li>Toutes les pages dans un seul PDF, dans l’ordre, page de signature comprise.</li>
          <li>De préférence la version télétransmise : elle porte le texte et les tampons de la préfecture.</li>
        </ul>
        <p>
          La reconnaissance se trompe parfois d’une lettre ou d’un chiffre. Vérifiez sur l’original les noms, les montants et les numéros d’actes.
        </p>
      </Section>
      <Section title="Si le fichier est refusé" id="refus">
        <p>Le message dit pourquoi et quoi faire :</p>
        <ul>{shownProblems.map((problem) => <li key={problem}>{problemSentences[problem]}</li>)}</ul>
      </Section>
      <Section title="Ce qu’il peut falloir vérifier" id="avertissements">
        <p>Un document lu peut appeler une vérification ; elle s’affiche en tête de la relecture :</p>
        <ul>{Object.entries(warningSentences).map(([code, sentence]) => <li key={code}>{sentence}</li>)}</ul>
      </Section>
    </>
  ),
}
