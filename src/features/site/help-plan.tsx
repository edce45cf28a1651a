// Manual: the action plan: frameworks and their coverage, making an action and keeping its sheet.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { Keeping } from './help-plan-keeping.tsx'
import { indicatorHelp, lateHelp, linkHelp, placeHelp, planStateHelp } from './help-plan-words.tsx'
import type { HelpTopic } from './help.pages.tsx'

const Frameworks = () => (
  <Section title="Ranger : cadres et orientations" id="cadres">
    <p>
      Un cadre est un document qui ordonne le plan : orientations d’une convention, axes d’un programme, CRTE, PLH, projet de territoire. « Ajouter un
      cadre » part d’un modèle, ou d’une liste d’orientations collée, une par ligne ; les numéros imprimés font les niveaux. « Monter »,
      « Descendre », « Ranger sous la précédente » déplacent une orientation sans changer son numéro.
    </p>
    <p>
      Une action peut servir plusieurs cadres, chacun avec le numéro qu’il lui donne. Elle n’est jamais recopiée, et ne compte qu’une fois dans les
      sommes.
    </p>
    <p>
      « Couverture » montre ce qui manque : orientations sans action, actions sans orientation, sans indicateur, sans financement ou sans maître
      d’ouvrage, articles des conventions en vigueur que rien ne sert. Chaque ligne mène là où cela se corrige.
    </p>
  </Section>
)

const Creating = () => (
  <Section title="Créer une action, tenir sa fiche" id="fiche">
    <ol>
      <li>
        Dans « Plan d’action », « Ajouter une action ». Seul le nom est nécessaire : ce qui est vide se voit, et n’est jamais pris pour un zéro.
      </li>
      <li>Indiquez qui la porte (« Maître d’ouvrage »), les orientations qu’elle sert, l’article qui la prévoit, ses dates prévues.</li>
      <li>Depuis la fiche, « Modifier la fiche » reprend tout ; « Modifier », à côté d’une rubrique, y mène.</li>
    </ol>
    <Facts lines={[
      { term: 'Étapes', value: 'Ce qui reste à faire, dans l’ordre : une étape dure, un jalon tombe un jour.' },
      { term: 'Liens', value: 'Ce que l’action attend des autres ; leurs retards se répercutent. Un cercle est refusé.' },
      { term: 'Lieux', value: 'Où elle se passe. Faute de position, la carte la met au milieu de la commune.' },
      { term: 'Indicateurs', value: 'Un départ, une cible et des valeurs datées. Une valeur secrète se note « Non publiée », jamais zéro.' },
      { term: 'Blocages', value: 'Ce qui empêche d’avancer et qui peut le lever : la fiche le montre en premier.' },
      { term: 'Notes', value: 'Ce qui a été dit ou décidé, jour après jour ; la recherche les lit aussi.' },
      { term: 'Documents', value: 'Un fichier de 50 Mo au plus, gardé tel quel, ou une adresse en https.' },
      { term: 'Financement', value: <>Coûts, financeurs, étapes : voir <a href={paths.helpPage('argent')}>l’argent</a>.</> },
    ]} />
    <p>
      « Accès restreint » réserve la fiche aux chefs de projet et à qui la porte. La fiche se télécharge en DOCX et en PDF.
    </p>
  </Section>
)

const States = () => (
  <Section title="État et retards" id="etats">
    <p>
      « Changer l’état » enregistre un état et le jour où c’est arrivé, aujourd’hui ou avant. Rien n’est effacé : une erreur se corrige par une
      nouvelle ligne. Hors de la suite habituelle, un motif est demandé.
    </p>
    <Table
      caption="États d’une action" captionHidden rows={planStateHelp} rowKey={({ name }) => name} empty={null}
      columns={[
        { key: 'name', label: 'État', rowHeader: true, cell: ({ name }) => name },
        { key: 'meaning', label: 'Ce qu’il veut dire', cell: ({ meaning }) => meaning },
        { key: 'next', label: 'Suite habituelle, sans motif', cell: ({ next }) => (next.length === 0 ? 'aucune' : next.join(', ')) },
      ]}
    />
    <p>
      Le retard se calcule, il ne se saisit pas. Seules les actions prévues, engagées, en cours ou sans état peuvent l’être. Où aucune date n’est
      prévue, la date estimée en tient lieu. Une action qui se poursuit d’année en année n’a pas de fin, donc pas de fin dépassée.
    </p>
    <Table
      caption="Motifs de retard" rows={lateHelp} rowKey={([reason]) => reason} empty={null}
      columns={[
        { key: 'reason', label: 'Motif', rowHeader: true, cell: ([reason]) => reason },
        { key: 'when', label: 'Quand', cell: ([, when]) => when },
        { key: 'todo', label: 'Que faire', cell: ([, , todo]) => todo },
      ]}
    />
  </Section>
)

const words = (caption: string, second: string, rows: readonly (readonly [string, string])[]) => (
  <Table
    caption={caption} rows={rows} rowKey={([name]) => name} empty={null}
    columns={[
      { key: 'name', label: 'Nom', rowHeader: true, cell: ([name]) => name },
      { key: 'says', label: second, cell: ([, says]) => says },
    ]}
  />
)

export const planTopic: HelpTopic = {
  slug: 'plan-d-action', title: 'Le plan d’action',
  summary: 'Cadres et orientations, fiches action, états, retards et blocages ; travailler à plusieurs, revenir en arrière.',
  body: (
    <>
      <Frameworks />
      <Creating />
      <States />
      <Section title="Les autres mots de la fiche" id="mots">
        {words('Liens', 'Effet', linkHelp)}
        {words('Lieux', 'Ce que l’on donne', placeHelp)}
        {words('Indicateurs', 'Ce qu’ils mesurent', indicatorHelp)}
      </Section>
      <Keeping />
    </>
  ),
}
