// Manual: inviting people and giving them rights.
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import { rights, rightsTable, roles } from '../../kernel/rights.ts'
import type { Right, Role } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

const roleHelp: Record<Role, readonly [name: string, who: string]> = {
  projectLead: ['Chef de projet', 'chef de projet ACV ou PVD de l’intercommunalité'],
  townLead: ['Commune', 'chef de projet ou secrétaire d’une commune'],
  finance: ['Finances', 'direction des finances, responsable des financements'],
  lawyer: ['Juriste', 'affaires juridiques, secrétariat général'],
  elected: ['Élue ou élu', 'membre du comité de suivi'],
  prefecture: ['Préfecture', 'sous-préfecture, DDTM'],
  funder: ['Financeur', 'Banque des Territoires, Anah, Région et autres financeurs'],
}
const rightHelp: Record<Right, string> = {
  viewOperation: 'Consulter l’opération',
  editOperation: 'Modifier la fiche de l’opération',
  managePeople: 'Inviter des personnes et fixer leurs droits',
  depositDocument: 'Déposer un document',
  reviewReading: 'Relire ce qui a été lu d’un document',
  publishConvention: 'Publier une convention',
  recordAct: 'Enregistrer un acte',
  draftAmendment: 'Préparer un avenant',
  keepObligation: 'Tenir les échéances : preuves, dispenses, décisions',
  viewJournal: 'Consulter le journal',
  viewPlan: 'Consulter le plan d’action et son financement, dans la limite de son rôle',
  viewWholeMoney: 'Consulter tout le financement du plan : maquette, délais',
  editAction: 'Tenir les fiches action : toutes, ou celles de sa commune',
  keepPlan: 'Tenir le plan : cadres, orientations, indicateurs, imports',
  keepFunding: 'Tenir l’argent des actions : coûts, financements, versements, postes',
  keepSectors: 'Tenir les secteurs et les autres périmètres',
  recordUse: 'Enregistrer l’usage des leviers, demander une suspension d’autorisation commerciale',
}

const RightsTable = () => (
  <Table<Right>
    caption="Droits par rôle" rows={rights} rowKey={(right) => right} empty={null}
    columns={[
      { key: 'right', label: 'Droit', rowHeader: true, cell: (right) => rightHelp[right] },
      ...roles.map((role) => ({ key: role, label: roleHelp[role][0], cell: (right: Right) => (rightsTable[right][role] ? 'oui' : 'non') })),
    ]}
  />
)

export const peopleTopic: HelpTopic = {
  slug: 'inviter', title: 'Inviter et donner des droits',
  summary: 'Qui agit dans l’opération, pour quel organisme, en quelle qualité, avec quels droits.',
  body: (
    <>
      <p>
        Une personne agit dans l’opération par un mandat : pour un organisme, en une qualité, entre deux dates. Ses droits viennent du rôle de ce
        mandat. Une même personne peut en avoir plusieurs, par exemple pour l’agglomération et pour sa commune ; leurs droits s’ajoutent.
      </p>
      <Section title="Inviter" id="inviter">
        <ol>
          <li>Dans l’opération, ouvrez « Personnes ».</li>
          <li>Indiquez l’adresse électronique, l’organisme, les droits et la qualité, puis « Préparer l’invitation ».</li>
          <li>Copiez le lien affiché et transmettez-le à la personne par le moyen de votre choix : Chapeau ne l’envoie pas lui-même.</li>
        </ol>
        <p>
          Le lien n’est affiché qu’une fois, ne sert qu’une fois, et vaut quatorze jours. La personne y choisit son mot de passe, ou donne celui du
          compte qu’elle a déjà. Une invitation en attente peut être retirée. Les organismes proposés sont ceux que l’opération connaît :
          l’intercommunalité, puis les parties des conventions publiées.
        </p>
      </Section>
      <Section title="Mettre fin à un mandat" id="fin-de-mandat">
        <p>
          « Mettre fin » l’arrête à la date du jour. La personne garde son compte et perd les droits que ce mandat lui donnait ; ce qu’elle a écrit
          reste, signé de son nom. Le dernier mandat qui permet d’inviter ne peut pas être terminé : donnez d’abord ce droit à quelqu’un d’autre.
        </p>
      </Section>
      <Section title="Qui peut quoi" id="droits">
        <RightsTable />
        <p>Ces droits sont un choix de Chapeau, non une règle de droit. Quand il vous en manque un, la page dit qui l’a. Les rôles s’adressent à :</p>
        <ul>{roles.map((role) => <li key={role}><strong>{roleHelp[role][0]}</strong>{` : ${roleHelp[role][1]}.`}</li>)}</ul>
        <p>
          Dans le plan, une commune n’écrit que les actions qu’elle porte, et leur argent ; un financeur ne voit que les actions qu’il finance, et ses
          propres lignes. Une fiche à accès restreint n’est montrée qu’aux chefs de projet et à qui la porte.
        </p>
        <p>
          Sans mandat, l’opération n’existe pas pour vous : ses pages répondent « Page introuvable ». Chaque opération est cloisonnée dans la base
          de données elle-même. La suite : <a href={paths.helpPage('deposer')}>déposer une convention</a>.
        </p>
      </Section>
    </>
  ),
}
