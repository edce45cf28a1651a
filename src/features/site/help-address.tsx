// Manual: testing an address, what the three answers mean, the certificate, and what programs may ask.
import { Section } from '../../design/card.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { paths } from '../../paths.ts'
import type { HelpTopic } from './help.pages.tsx'

/** What the API takes; a test holds this list equal to what it reads. */
export const apiParameters: readonly (readonly [name: string, meaning: string])[] = [
  ['lon, lat', 'le point, en degrés (WGS 84), avec un point décimal'],
  ['adresse', 'à la place : un identifiant de la Base Adresse Nationale, comme 62498_0750_00012'],
  ['parcelle', 'ou une référence cadastrale de quatorze signes'],
  ['q', 'ou une adresse en toutes lettres ; incertaine, elle donne une erreur 422 et les identifiants proposés'],
  ['le', 'le jour, aaaa-mm-jj ; aujourd’hui sans lui'],
  ['role', 'notaire, commerce, instruction, bailleur, proprietaire, operateur, ville, epci ou etat'],
  ['operation', 'l’adresse courte d’une opération, quand plusieurs répondent'],
]

const example = `curl 'https://ort.example.fr${paths.effectsApi()}?lon=2.8325&lat=50.431&le=2026-03-12'

{ "question": { "lon": 2.8325, "lat": 50.431, "on": "2026-03-12", … },
  "commune": { "value": { "insee": "62498", "name": "Lens" }, "why": null },
  "sectors": [ { "name": "Centre-ville de Lens", "version": 2, "inside": "yes", … } ],
  "levers": [ { "id": "L01", "verdict": "applies", "reasons": [ … ], "conditions": [ … ] }, … ],
  "sources": [ { "name": "Secteurs de l’opération", "answered": true, … } ],
  "illustrative": false }`
const lot = `curl --data-binary @points.csv -H 'content-type: text/csv' \\
  'https://ort.example.fr${paths.effectsBatchApi()}?le=2026-03-12' > reponses.csv`

export const addressTopic: HelpTopic = {
  slug: 'adresse', title: 'Tester une adresse',
  summary: 'Ce que le droit ouvre à un endroit, un jour donné : oui, non, ou inconnu, et pourquoi ; l’attestation ; l’API.',
  body: (
    <>
      <p>
        Dans une opération, « Tester une adresse » ; sans compte, <a href={paths.publicEffects()}>la page publique</a>, pour les opérations qui ont
        ouvert leurs réponses. Écrivez une adresse, une parcelle ou des coordonnées. Les accents, les abréviations, les fautes de frappe et l’ordre
        des
        mots n’y font rien ; aucun service extérieur n’est interrogé.
      </p>
      <Section title="Trois réponses, jamais deux" id="reponses">
        <Facts lines={[
          { term: 'S’applique', value: 'Le lieu ouvre cet effet ; il reste à vérifier les conditions du projet ou de la personne.' },
          { term: 'Ne s’applique pas', value: 'Tout ce qu’il faut savoir est su, et la réponse est non.' },
          { term: 'Inconnu', value: 'Une donnée manque, est trop ancienne, ou la réponse dépend du projet : ni oui, ni non.' },
        ]} />
        <p>
          Un secteur compte ce jour-là si une convention est en vigueur pour sa commune, si une version de son tracé vaut, et si la règle elle-même
          est
          en vigueur. Plus près d’une limite que la précision du tracé (25 m quand elle est inconnue), la réponse est « inconnu ». Une source en
          panne,
          absente ou trop vieille rend inconnu ce qui en dépend ; elle ne le change jamais en « non ».
        </p>
      </Section>
      <Section title="Pour qui, et quand" id="public">
        <p>
          « Vous êtes » ne garde que les effets qui concernent un public : notaire, commerce, instruction des permis, bailleur… Le jour se choisit :
          un secteur changé par un avenant répond autrement avant et après. La fiche d’une action a sa page « Effets de droit », lieu par lieu.
        </p>
      </Section>
      <Section title="L’attestation de situation" id="attestation">
        <p>
          « Établir l’attestation » garde la question, la réponse et ses sources, datées et scellées par une empreinte SHA-256. Son adresse la
          vérifie,
          pour toujours et sans compte ; <a href={paths.certificateCheck()}>son code ou son empreinte</a> la retrouvent. Elle s’imprime en PDF. Rien
          de
          personnel n’y figure. Sans compte, vingt par heure.
        </p>
        <Notice tone="warning" title="Ce qu’elle n’est pas">
          <p>
            Ni un permis, ni une décision, ni un conseil. Quand un secteur a été dessiné pour l’exemple, elle porte « sans valeur : tracé illustratif
            ».
          </p>
        </Notice>
      </Section>
      <Section title="Ouvrir les réponses au public" id="ouvrir">
        <p>La ou le chef de projet ouvre ou ferme les réponses depuis « Tester une adresse ». Les attestations déjà établies restent vérifiables.</p>
      </Section>
      <Section title="Charger les adresses" id="charger">
        <p>
          L’administrateur du service charge l’extrait d’un département de la Base Adresse Nationale :
          {' '}<code>bin/chapeau addresses load adresses-62.csv.gz --department 62 --vintage 2026-11-01</code>. La page dit de quel jour datent les
          adresses ; après deux ans, ce qui en dépend devient inconnu.
        </p>
      </Section>
      <Section title="API" id="api">
        <p><code>{`GET ${paths.effectsApi()}`}</code> répond en JSON, sans compte, à toute page du web. Ce qui se demande :</p>
        <Facts lines={apiParameters.map(([name, meaning]) => ({ term: name, value: meaning }))} />
        <pre><code>{example}</code></pre>
        <p>
          <code>verdict</code> vaut <code>applies</code>, <code>no</code> ou <code>unknown</code>. Une erreur est un « problème » (RFC 9457) avec son
          titre et son détail : 400 pour une question illisible, 404 quand aucune opération ouverte ne répond, 422 pour une adresse incertaine. L’ETag
          évite de relire ce qui n’a pas changé.
        </p>
        <p>
          <code>{`POST ${paths.effectsBatchApi()}`}</code> prend un CSV de colonnes <code>id</code>, <code>lon</code>, <code>lat</code> (et
          {' '}<code>insee</code>), et rend une ligne par ligne : <code>id</code>, <code>sector</code>, <code>version</code>, une colonne par levier,
          et
          {' '}<code>problem</code>. Au plus 50 Mo.
        </p>
        <pre><code>{lot}</code></pre>
      </Section>
    </>
  ),
}
