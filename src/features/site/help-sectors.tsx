// Manual: the perimeters of an operation, their versions, files of shapes, and what is read before an amendment is voted.
import { Section } from '../../design/card.tsx'
import { Table } from '../../design/table.tsx'
import type { HelpTopic } from './help.pages.tsx'

/** Each kind of perimeter as the form names it, and what it is for. */
export const sectorKindHelp: readonly (readonly [name: string, purpose: string])[] = [
  ['Secteur d’intervention', 'délimité par la convention : les effets de droit de l’ORT s’y attachent'],
  ['Périmètre de stratégie', 'le territoire de la stratégie, plus large que les secteurs'],
  ['OPAH', 'opération programmée d’amélioration de l’habitat'], ['OPAH-RU', 'la même, de renouvellement urbain'],
  ['Quartier prioritaire (QPV)', 'fixé par décret'], ['Droit de préemption urbain', 'institué par délibération'],
  ['Droit de préemption urbain renforcé', 'étendu par délibération motivée'],
  ['Sauvegarde du commerce de proximité', 'préemption des fonds et des baux commerciaux'],
  ['Patrimoine', 'site patrimonial remarquable, abords de monument'], ['Zone urbaine du PLU', 'zone U'], ['Zone d’activité', 'zone économique'],
  ['Autre périmètre', 'tout autre, utile à l’opération'],
]

/** Where a perimeter stands on a day, and what to do about it. */
export const standingHelp: readonly (readonly [name: string, meaning: string])[] = [
  ['En vigueur', 'une version vaut ce jour-là, et la convention est en vigueur dans sa commune'],
  ['Pas en vigueur', 'la version n’a pas commencé ou a pris fin, un acte l’a supprimée, ou la convention n’est pas en vigueur'],
  ['Inconnu', 'une date, un tracé ou un acte manque, ou un juge est saisi : la page dit lequel. Ce qui n’est pas connu n’est jamais « non »'],
]

/** What is looked at in a shape before it is kept, in the words of the page; `repair`: what one may tick, empty when there is none. */
export const shapeFaultHelp: readonly (readonly [code: string, fault: string, repair: string])[] = [
  ['unclosedRing', 'Un contour n’est pas fermé.', 'Fermer les contours'],
  ['selfIntersection', 'Le contour se croise lui-même.', 'Couper le contour à ses croisements'],
  ['swappedAxes', 'Longitude et latitude sont inversées.', 'Échanger longitude et latitude'],
  ['overlappingParts', 'Deux parties se recouvrent.', 'Réunir les parties'],
  ['duplicatePoints', 'Un point est répété.', 'Retirer les points répétés'],
  ['outsideFrance', 'Le tracé, ou une partie, n’est pas en France.', ''],
  ['communeUnknown', 'Le contour de la commune n’est pas chargé : nul ne peut dire si le tracé en sort.', ''],
]

const KindsHelp = () => (
  <Section title="Les périmètres" id="secteurs">
    <p>
      « Secteurs » montre, le jour choisi, où s’appliquent les effets de l’opération : une carte, et un tableau qui dit tout ce qu’elle dit. Chaque
      périmètre a une nature, une commune, et des versions de son tracé. Chapeau en tient douze sortes.
    </p>
    <Table caption="Natures de périmètres" captionHidden rows={sectorKindHelp} rowKey={([name]) => name} empty={null} columns={[
      { key: 'name', label: 'Nature', rowHeader: true, cell: ([name]) => name },
      { key: 'purpose', label: 'Ce que c’est', cell: ([, purpose]) => purpose },
    ]} />
    <p>
      Un secteur comprend un centre-ville, n’en comprend pas, ou nul ne le sait : l’exonération d’autorisation commerciale, par exemple, ne vaut que
      dans un secteur qui en comprend un.
    </p>
    <p>Un tracé illustratif, comme ceux de la démonstration, montre ce que serait un secteur : il ne vaut pas attestation.</p>
  </Section>
)

const StandingsHelp = () => (
  <Section title="En vigueur, ou non, ou inconnu" id="secteurs-en-vigueur">
    <Table caption="Où en est un périmètre" captionHidden rows={standingHelp} rowKey={([name]) => name} empty={null} columns={[
      { key: 'name', label: 'Réponse', rowHeader: true, cell: ([name]) => name }, { key: 'meaning', label: 'Quand', cell: ([, meaning]) => meaning },
    ]} />
    <p>
      Un secteur d’intervention suit la convention et sa commune, ou le seul texte dont il dépend si sa fiche en nomme un. Les périmètres d’une autre
      loi ne suivent que leurs versions.
    </p>
  </Section>
)

const VersionsHelp = () => (
  <Section title="Versions" id="secteurs-versions">
    <p>
      « Nouvelle version » demande le tracé (collé en GeoJSON ou dessiné sur la carte), l’acte qui le fixe, depuis quand il vaut, sa précision et sa
      source. Sans date, il vaut du jour où l’acte prend effet. Un secteur d’intervention qu’aucun acte connu ne fixe est « inconnu », comme celui
      qu’un acte plus récent redéfinit et dont le nouveau tracé n’est pas enregistré.
    </p>
    <p>
      Une version enregistrée ne se modifie plus. Si un acte change le secteur, ajoutez une version : la précédente reste vraie pour le passé. Si le
      tracé était faux, « Retirer » l’écarte, avec un motif. Si un acte supprime le secteur, la nouvelle version le dit, sans tracé.
    </p>
    <p>
      « Garder comme projet et comparer » n’enregistre pas de version : le projet se compare au tracé en vigueur (surface, adresses et parcelles
      gagnées et perdues) avant que l’avenant soit voté.
    </p>
  </Section>
)

const FilesHelp = () => (
  <Section title="Importer un fichier" id="secteurs-fichiers">
    <p>
      Déposez un GeoJSON, un Shapefile compressé (.zip), un GeoPackage, un KML ou une liste de parcelles. Lambert-93 et les projections d’outre-mer
      sont reconnues et converties ; quand le fichier ne dit pas la sienne et qu’il y a doute, la page vous la demande.
    </p>
    <p>
      Rien n’est écrit avant que vous ayez vu chaque tracé sur la carte et décidé ce qu’il devient : un nouveau périmètre, une version d’un autre, ou
      rien. Ce qui ne va pas est nommé et repéré ; une réparation ne se fait que si vous la cochez, et la page dit la surface avant et après.
    </p>
    <Table caption="Ce qui est vérifié dans un tracé" rows={shapeFaultHelp} rowKey={([code]) => code} empty={null} columns={[
      { key: 'fault', label: 'Ce que dit la page', rowHeader: true, cell: ([, fault]) => fault },
      { key: 'repair', label: 'Réparation proposée', cell: ([, , repair]) => (repair === '' ? 'aucune' : repair) },
    ]} />
    <p>
      « Exporter » donne un GeoJSON de toutes les versions, que la commande <code>chapeau effects --sectors</code> lit, et le tableau du jour en CSV.
    </p>
  </Section>
)

export const sectorsTopic: HelpTopic = {
  slug: 'secteurs', title: 'Secteurs et périmètres',
  summary: 'Où s’applique l’opération, depuis quand, par quel acte ; tracés, versions, fichiers, comparaison avant un avenant.',
  body: <><KindsHelp /><StandingsHelp /><VersionsHelp /><FilesHelp /></>,
}
