// Notices, states, cards, tables, figures, lists and dates, as the showroom displays them.
import { date } from '../kernel/date.ts'
import { Badge, ConfidenceMark } from './badge.tsx'
import { Card, CardGrid } from './card.tsx'
import { DueList } from './due.tsx'
import { Empty } from './empty.tsx'
import { Facts, Unknown } from './facts.tsx'
import { LinkButton } from './form.tsx'
import { Clause } from './legal.tsx'
import { Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Points } from './points.tsx'
import { Progress, Steps } from './progress.tsx'
import { Stat, Stats } from './stat.tsx'
import { Table, type Column } from './table.tsx'
import { ShortDay } from './time.tsx'
import { Timeline } from './timeline.tsx'

type Town = { readonly name: string; readonly on: string; readonly signed: boolean; readonly people: string }

const towns: readonly Town[] = [
  { name: 'Bourg-Neuf', on: '2022-12-14', signed: true, people: '11\u202f856' },
  { name: 'Ville-Haute', on: '2023-02-02', signed: false, people: '32\u202f920' },
]

const columns: readonly Column<Town>[] = [
  { key: 'name', label: 'Commune', rowHeader: true, sortHref: '#composants', sorted: 'ascending', cell: (town) => town.name },
  { key: 'on', label: 'Délibération', sortHref: '#composants', cell: (town) => <ShortDay date={date(town.on)} /> },
  { key: 'signed', label: 'Signature',
    cell: (town) => (town.signed ? <Badge tone="positive">Signée</Badge> : <Badge tone="unknown">Inconnue</Badge>) },
  { key: 'people', label: 'Habitants', align: 'end', cell: (town) => town.people },
]

/** Every component that is neither a field nor the text of a convention. */
export const ComponentsShown = () => (
  <>
    <h3>Messages</h3>
    <div class="stack">
      <Notice tone="info" title="La date de signature manque">
        <p>Le terme se compte depuis la signature&nbsp;: il ne peut pas être calculé.</p>
      </Notice>
      <Notice tone="success"><p>La convention est publiée.</p></Notice>
      <Notice tone="warning"><p>Le comité de suivi ne s’est pas réuni depuis onze mois.</p></Notice>
      <Notice tone="error" title="Ce fichier est protégé par un mot de passe"><p>Retirez la protection, puis déposez-le à nouveau.</p></Notice>
    </div>
    <h3>États</h3>
    <p class="samples">
      <Badge>Brouillon</Badge> <Badge tone="positive">En vigueur</Badge> <Badge tone="caution">Dans 70 jours</Badge>{' '}
      <Badge tone="negative">En retard</Badge> <Badge tone="info">Corrigé</Badge> <Badge tone="unknown">Inconnu</Badge>{' '}
      <ConfidenceMark confidence={0.97} /> <ConfidenceMark confidence={0.75} /> <ConfidenceMark confidence={0.4} />
    </p>
    <h3>Chiffres</h3>
    <Stats>
      <Stat label="État" value="En vigueur" tone="positive" note="depuis le 5 avril 2023" />
      <Stat label="Obligations en retard" value={2} tone="negative" note="sur 14 suivies" href="#composants" />
      <Stat label="À faire sous 90 jours" value={3} note="dont le comité de suivi" />
    </Stats>
    <h3>À faire</h3>
    <DueList
      items={[
        { key: 'meeting', title: 'Réunir le comité de suivi', href: '#composants', on: date('2025-12-31'),
          state: { tone: 'negative', label: 'En retard' }, detail: <>La communauté d’agglomération, <Clause number="5" href="#texte" /></> },
        { key: 'evaluation', title: 'Évaluer la convention', when: 'Au terme', state: { tone: 'unknown', label: 'Non calculable' },
          detail: <>Les parties, <Clause number="8" href="#texte" /></> },
      ]}
    />
    <h3>Tableau</h3>
    <Table caption="Communes signataires" columns={columns} rows={towns} rowKey={(town) => town.name} empty={null} />
    <Pagination page={4} pages={12} href={(page) => `?page=${page}#composants`} />
    <h3>Fiche</h3>
    <Facts
      lines={[
        { term: 'Porteur', value: 'Communauté d’agglomération', note: <>lu à l’<Clause number="1" href="#texte" /></> },
        { term: 'Signée le', value: <Unknown why="la date est restée en blanc" /> },
      ]}
    />
    <h3>Cartes</h3>
    <CardGrid>
      <Card title="Convention chapeau" href="#composants" level={4}
        aside={<Badge tone="positive">En vigueur</Badge>}><p>6 parties, 8 articles.</p></Card>
      <Card title="Adhésion" level={4} footer={<LinkButton href="#composants" small>Relire</LinkButton>}><p>3 faits à relire.</p></Card>
    </CardGrid>
    <h3>Idées côte à côte</h3>
    <Points
      level={4}
      points={[
        { icon: 'search', title: 'Lire', text: 'La convention entre telle qu’elle a été signée.' },
        { icon: 'check', title: 'Relire', text: 'Une personne accepte, corrige ou écarte.' },
        { icon: 'clock', title: 'Tenir', text: 'Chaque engagement devient une échéance.' },
      ]}
    />
    <h3>Avancement</h3>
    <Progress label="Reconnaissance des caractères" value={12} max={40} words="Page 12 sur 40" />
    <Steps label="Étapes de la lecture"
      steps={[{ label: 'Fichier reçu', state: 'done' }, { label: 'Texte extrait', state: 'current' }, { label: 'Faits lus', state: 'waiting' },
        { label: 'Relecture', state: 'failed' }]} />
    <h3>Frise</h3>
    <Timeline
      label="Exemple de frise"
      entries={[
        { key: 'act', on: date('2022-12-14'), title: 'Délibération de Bourg-Neuf', when: 'past' },
        { key: 'today', on: date('2026-11-22'), title: 'Tout est à jour', when: 'today' },
        { key: 'report', on: date('2027-01-31'), title: 'Bilan annuel', when: 'future' },
        { key: 'term', title: 'Terme de la convention', when: 'unknown' },
      ]}
    />
    <h3>Place vide</h3>
    <Empty title="Aucun avenant" action={<LinkButton href="#composants" icon="plus">Déposer un avenant</LinkButton>}>
      <p>Quand les signataires changent la convention, l’avenant se dépose ici.</p>
    </Empty>
  </>
)
