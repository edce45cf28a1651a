// Manual: the state of an operation on any day, why it is so, what would settle it; the topic it makes with the register of acts.
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import { date, inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { ActsHelp } from './help-acts.tsx'
import type { HelpTopic } from './help.pages.tsx'

/** Every state, as the badges name it. */
export const stateHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['En vigueur', 'toutes les parties ont signé, le terme n’est pas passé'],
  ['Pas encore en vigueur', 'signée, elle prend effet plus tard ; ou le jour choisi précède la signature'],
  ['Expirée', 'son dernier jour est passé'],
  ['Résiliée', 'un acte y a mis fin avant le terme'],
  ['Annulée', 'un juge l’a annulée : elle n’a jamais eu d’effet, ou n’en a plus depuis le jour qu’il fixe'],
  ['Contestée', 'un juge est saisi, ou une prorogation est venue après le terme'],
  ['Inconnu', 'il manque une date ou un texte : la page dit lequel'],
]

/** What leaves a state unknown or disputed, in the words of the page, and what to record. */
export const settlingHelp: readonly (readonly [code: string, why: string, todo: string])[] = [
  ['signatureMissing', 'Aucune signature n’est connue.', 'enregistrez la signature de chaque partie, avec son jour'],
  ['signatureUndated', 'Toutes les parties ont signé, mais la date d’une signature manque.', 'rectifiez la signature sans date'],
  [
    'endUnknown', 'Aucun texte ne dit combien de temps elle dure : nul ne peut affirmer qu’elle est encore en vigueur.',
    'enregistrez l’avenant ou la prorogation qui fixe la fin ; à défaut, fixez-la par avenant',
  ],
  ['undatedAct', 'La date d’un acte qui compte ici n’est pas connue.', 'rectifiez cet acte'],
  ['noConvention', 'Aucune convention de l’opération n’est connue.', 'publiez une convention, ou déclarez-la'],
  ['sectorUnknown', 'Aucun acte enregistré ne délimite de secteur dans cette commune.', 'enregistrez « Secteur d’intervention »'],
]

/** Durations and the last day they lead to. */
export const termExamples: readonly { readonly from: PlainDate; readonly months: number; readonly last: PlainDate }[] = [
  { from: date('2023-04-06'), months: 60, last: date('2028-04-06') },
  { from: date('2024-02-29'), months: 24, last: date('2026-02-28') },
  { from: date('2023-08-31'), months: 18, last: date('2025-02-28') },
]

const DayHelp = () => (
  <Section title="Choisir la date" id="date">
    <p>
      En haut du menu de l’opération, « Situation au » donne le jour regardé. Choisissez-en un autre, passé ou à venir, puis « Voir » : toutes les
      pages de l’opération le suivent, et un bandeau le rappelle jusqu’à « Revenir à aujourd’hui ».
    </p>
    <p>
      Le jour est dans l’adresse : <code>…/operations/lens-lievin/etat?le=2024-01-01</code>. Envoyez-la telle quelle, le destinataire verra le même
      jour. Une date passée se lit avec ce que l’on sait aujourd’hui ; une date à venir, si aucun acte nouveau ne survient.
    </p>
  </Section>
)

const StatesHelp = () => (
  <Section title="L’état, et pourquoi" id="etat">
    <p>
      La page « État » répond pour l’opération, chaque convention, chaque commune, chaque secteur et chaque partie. Personne ne saisit un état : il
      est calculé des actes, et chaque réponse cite ceux dont elle vient.
    </p>
    <Table
      caption="Les états" rows={stateHelp} rowKey={([name]) => name} empty={null}
      columns={[
        { key: 'name', label: 'État', rowHeader: true, cell: ([name]) => name },
        { key: 'meaning', label: 'Ce qu’il veut dire', cell: ([, meaning]) => meaning },
      ]}
    />
    <p>L’accord suit le nom : un secteur est « expiré », une commune est « couverte » ou « plus couverte », une partie « engagée ».</p>
    <ul>
      <li>
        Quand plusieurs conventions portent sur la même commune, celle qui est en vigueur l’emporte ; puis ce qui est incertain, ce qui est à
        venir, et en dernier ce qui est fini.
      </li>
      <li>La fin d’un programme (ACV, PVD) n’est pas celle de la convention : chacune suit son texte.</li>
      <li>Une prorogation décidée après le terme ne fait pas revivre la convention : l’état est contesté, et le juge seul trancherait.</li>
      <li>Un avenant signé vaut aussi longtemps que le texte qu’il modifie.</li>
    </ul>
    <Table
      caption="Comment se compte une durée" rows={termExamples} rowKey={({ from, months }) => `${from} ${months}`} empty={null}
      columns={[
        { key: 'from', label: 'Elle court du', rowHeader: true, cell: ({ from }) => inWords(from) },
        { key: 'months', label: 'Durée', cell: ({ months }) => (months % 12 === 0 ? `${months / 12} ans` : `${months} mois`) },
        { key: 'last', label: 'Dernier jour, compris', cell: ({ last }) => inWords(last) },
      ]}
    />
    <p>
      De date à date : la durée finit au jour du même quantième, ou au dernier jour d’un mois trop court. C’est l’usage, repris des articles 641 et
      642 du code de procédure civile ; une clause qui donne un dernier jour l’emporte. « Jusqu’au » comprend ce jour.
    </p>
  </Section>
)

export const actsTopic: HelpTopic = {
  slug: 'actes-et-etat', title: 'Actes et état à une date',
  summary: 'Le registre des actes, leurs six dates, les rectifications ; ce qui est en vigueur à n’importe quelle date, et pourquoi.',
  body: (
    <>
      <ActsHelp />
      <DayHelp />
      <StatesHelp />
      <Section title="Sortir de l’inconnu" id="inconnu">
        <p>« Inconnu » n’est ni oui ni non. La page dit ce qui manque et, après « Ce qui le dirait », ce qui permettrait de répondre.</p>
        <Table
          caption="Ce qui laisse un état inconnu" captionHidden rows={settlingHelp} rowKey={([code]) => code} empty={null}
          columns={[
            { key: 'why', label: 'Ce qui s’affiche', rowHeader: true, cell: ([, why]) => why },
            { key: 'todo', label: 'Que faire', cell: ([, , todo]) => todo },
          ]}
        />
        <p>
          L’état ne dit pas si le contenu est complet : c’est l’objet de la <a href={paths.helpPage('conformite')}>conformité</a>.
        </p>
      </Section>
    </>
  ),
}
