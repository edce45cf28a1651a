// Manual: the register of acts: what an act is, its six dates, the stamp, corrections, what was known when.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'

/** Every act one may enter, and what it changes to the state. */
export const actHelp: readonly (readonly [name: string, effect: string])[] = [
  ['Délibération', 'rien à elle seule : elle autorise à signer'],
  ['Arrêté', 'rien à lui seul'],
  ['Transmission au contrôle de légalité', 'compte pour le caractère exécutoire'],
  ['Réception en préfecture', 'prouve la transmission ; son jour prime'],
  ['Publication', 'compte pour le caractère exécutoire'],
  ['Certification du caractère exécutoire', 'rien : c’est une attestation, vérifiée contre les autres dates'],
  ['Signature', 'la dernière des parties fait entrer la convention en vigueur'],
  ['Homologation préfectorale', 'donne le début d’une convention dont aucune signature n’est connue'],
  ['Avenant', 'change la fin de la convention, s’il le dit ; ses autres effets tiennent à son texte'],
  ['Prorogation', 'repousse la fin'],
  ['Adhésion', 'une commune ou un organisme est engagé à partir de ce jour'],
  ['Retrait', 'une partie n’est plus engagée à partir de ce jour'],
  ['Résiliation', 'met fin à la convention, ou à une partie'],
  ['Recours ou décision du juge', 'un recours rend l’état contesté ; une annulation vaut depuis l’origine, sauf si le juge en décide autrement'],
  ['Secteur d’intervention', 'fixe un secteur dans une commune, ou le supprime'],
]

/** What Chapeau finds odd in the dates of a decision, and what to do. */
export const warningHelp: readonly (readonly [name: string, todo: string])[] = [
  ['transmis avant d’avoir été pris', 'une des deux dates est mal lue : rectifiez-la'],
  ['reçu avant d’avoir été transmis', 'de même ; l’accusé de réception fait foi'],
  ['publié avant d’avoir été pris', 'de même'],
  ['certifié exécutoire avant de l’être', 'l’attestation est prématurée : vérifiez les dates, puis demandez-en une autre si la signature en dépend'],
  ['certifié exécutoire, publication non datée', 'cherchez le jour de la mise en ligne et ajoutez la publication'],
  ['publié au recueil, supprimé le 1er juillet 2022 : publiez en ligne', 'publiez l’acte sous forme électronique, et ajoutez cette publication'],
  ['publication inconnue', 'cherchez-la sur le site de l’autorité'],
  ['transmission inconnue', 'demandez l’accusé de réception à l’autorité'],
]

const Register = () => (
  <Section title="Le registre" id="registre">
    <p>
      Un acte est ce qu’une autorité a fait un jour : délibérer, transmettre, signer, proroger, résilier. La page « Actes » les range par autorité,
      car chacune délibère pour elle-même sur la même convention : cinq collectivités, cinq délibérations. Sous chaque autorité, ce qui manque au
      registre est dit ; cela ne veut pas dire que ce n’a pas été fait.
    </p>
    <Facts lines={[
      { term: 'Acte du', value: 'le jour où l’assemblée délibère, où le maire arrête' },
      { term: 'Transmis', value: 'le jour où l’acte part en préfecture' },
      { term: 'Reçu', value: 'le jour de l’accusé de réception' },
      { term: 'Publié', value: 'le jour de la mise en ligne', note: 'Depuis le 1er juillet 2022 : ordonnance n° 2021-1310 du 7 octobre 2021' },
      { term: 'Certifié', value: 'le jour où l’autorité atteste que l’acte est exécutoire' },
      { term: 'Signé', value: 'le jour où la même autorité signe la convention' },
    ]} />
    <p>
      Ces six dates ne se déduisent pas l’une de l’autre. « Exécutoire » est calculé : le jour où l’acte a été publié et transmis, le dernier des
      deux (CGCT, art. L.2131-1 et L.5211-3). Un tiret veut dire « non établi ».
    </p>
  </Section>
)

const Entering = () => (
  <Section title="Enregistrer un acte" id="enregistrer">
    <ol>
      <li>Dans « Actes », « Enregistrer un acte », puis choisissez ce qui s’est passé.</li>
      <li>
        Ou collez le texte du cachet de télétransmission et « Lire le tampon » : numéro, autorité et dates remplissent la fiche, que vous vérifiez.
      </li>
      <li>
        Choisissez la convention et l’autorité. « Date de l’acte » peut rester vide quand personne ne la connaît ; elle ne peut pas être à venir.
        « Prend effet le » accepte un autre jour, passé ou à venir.
      </li>
      <li>
        Pour une délibération ou un arrêté, « Formalités, si vous les connaissez » reçoit les quatre dates qui suivent. Elles s’ajoutent aussi plus
        tard, depuis la page de l’acte.
      </li>
      <li>« Document » rattache le fichier déposé qui montre l’acte. « Enregistrer ».</li>
    </ol>
    <p>
      La publication d’une convention enregistre déjà les actes que ses tampons disent, et les signatures quand leur jour est connu. Une convention
      que l’on ne connaît que par ses actes se déclare : « Déclarer une convention dont le texte manque ».
    </p>
    <Table
      caption="Ce que chaque acte change" rows={actHelp} rowKey={([name]) => name} empty={null}
      columns={[
        { key: 'name', label: 'Acte', rowHeader: true, cell: ([name]) => name },
        { key: 'effect', label: 'Ce qu’il change', cell: ([, effect]) => effect },
      ]}
    />
  </Section>
)

const Correcting = () => (
  <Section title="Rectifier" id="rectifier">
    <p>
      Rien ne s’efface. Depuis la page d’un acte, « Rectifier » ajoute une rectification, avec son motif : « Remplacer les valeurs fausses », ou
      « Rayer cet acte du registre » s’il n’aurait jamais dû y être. Ce qui se rattachait à un acte rayé ne compte plus. Toutes les rectifications
      restent affichées, avec leur auteur.
    </p>
    <Section title="Ce qui était su à une date" id="su" level={3}>
      <p>
        Un acte a deux jours : celui où il est fait, celui où le registre l’apprend. En bas de « Actes » et de « État », « Ce qui était su le » les
        montre tels qu’ils étaient connus ce soir-là, sans les actes ni les rectifications enregistrés depuis. Utile pour comprendre une décision
        prise avec ce que l’on savait alors.
      </p>
    </Section>
  </Section>
)

export const ActsHelp = () => (
  <>
    <Register />
    <Entering />
    <Section title="Ce qui est à vérifier" id="a-verifier">
      <p>Aucune de ces remarques ne bloque. Une page mal numérisée en explique beaucoup.</p>
      <Table
        caption="Dates étranges" captionHidden rows={warningHelp} rowKey={([name]) => name} empty={null}
        columns={[
          { key: 'name', label: 'Ce qui s’affiche', rowHeader: true, cell: ([name]) => name },
          { key: 'todo', label: 'Que faire', cell: ([, todo]) => todo },
        ]}
      />
      <Notice tone="info">
        <p>
          Qui peut enregistrer et rectifier : voir <a href={`${paths.helpPage('inviter')}#droits`}>les droits</a>. Tout le monde dans l’opération
          peut lire.
        </p>
      </Notice>
    </Section>
    <Correcting />
  </>
)
