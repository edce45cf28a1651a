// Manual: the defects Chapeau reports, each with what it means, what to do, and its source in law where there is one.
import { Section } from '../../design/card.tsx'
import { Notice } from '../../design/notice.tsx'
import type { DefectCode } from '../../reading/facts.ts'
import { absenceHelp } from './help-defect-absences.tsx'
import type { DefectHelp } from './help-defect-absences.tsx'
import { errorHelp } from './help-defect-errors.tsx'
import type { HelpTopic } from './help.pages.tsx'

export const defectHelp: Readonly<Record<DefectCode, DefectHelp>> = { ...absenceHelp, ...errorHelp }

const Entry = ({ code, entry }: { code: string; entry: DefectHelp }) => (
  <Section title={entry.title} id={code} level={3}>
    <p>{entry.meaning}</p>
    <p><strong>Que faire.</strong> {entry.todo}</p>
    {entry.source === undefined ? null : <p class="quiet">{`Source : ${entry.source}.`}</p>}
    {entry.unconfirmed === undefined ? null : <p class="quiet">{`À confirmer : ${entry.unconfirmed}`}</p>}
    <p class="quiet">Code : <code>{code}</code></p>
  </Section>
)

const Entries = ({ entries }: { entries: Readonly<Record<string, DefectHelp>> }) => (
  <>{Object.entries(entries).map(([code, entry]) => <Entry key={code} code={code} entry={entry} />)}</>
)

const Contents = () => (
  <nav class="contents" aria-label="Défauts">
    <details>
      <summary>{`Sommaire : ${Object.keys(defectHelp).length} défauts`}</summary>
      <ul class="plain-list">{Object.entries(defectHelp).map(([code, { title }]) => <li key={code}><a href={`#${code}`}>{title}</a></li>)}</ul>
    </details>
  </nav>
)

export const defectsTopic: HelpTopic = {
  slug: 'defauts', title: 'Les défauts signalés', summary: 'Ce que veut dire chaque remarque sur le texte, et que faire.',
  body: (
    <>
      <p>
        Chapeau relève dans chaque texte ce qui manque, se contredit ou n’a plus cours. Un défaut accepté à la relecture suit la convention : il
        s’affiche au tableau de bord et en marge de son article. Un défaut écarté disparaît ; un défaut qu’un acte a réparé quitte le tableau de bord.
      </p>
      <Notice tone="info" title="Des remarques, non un avis juridique">
        <p>
          Un défaut n’est pas une illégalité : une convention chapeau peut laisser une partie du contenu aux conventions qu’elle coiffe. Les sources
          citées sont à relire sur Légifrance, dans leur version en vigueur. Sans source, la remarque vient de l’usage ou du bon sens. Ce qui n’a
          pas pu être lu dans un texte est marqué « à confirmer ».
        </p>
      </Notice>
      <Contents />
      <Section title="Ce qui manque" id="manques"><Entries entries={absenceHelp} /></Section>
      <Section title="Ce qui ne va pas" id="erreurs"><Entries entries={errorHelp} /></Section>
    </>
  ),
}
