// The page that shows the design: its ideas, its tokens, then every component with its states, in both themes.
import { Section } from './card.tsx'
import { Page, type Frame } from './page.tsx'
import { ComponentsShown } from './showroom-components.tsx'
import { FieldsShown } from './showroom-fields.tsx'
import { LegalShown, ReviewShown } from './showroom-legal.tsx'
import { RedlineShown } from './showroom-redline.tsx'
import { ColoursShown, DrawingsShown, LettersShown, SpacesShown } from './showroom-tokens.tsx'
import { Specimen } from './specimen.tsx'
import { Subnav } from './subnav.tsx'

const parts = [
  { href: '#idees', label: 'Idées' },
  { href: '#couleurs', label: 'Couleurs' },
  { href: '#lettres', label: 'Lettres' },
  { href: '#espaces', label: 'Espaces' },
  { href: '#dessins', label: 'Dessins' },
  { href: '#champs', label: 'Champs' },
  { href: '#composants', label: 'Composants' },
  { href: '#texte', label: 'Texte de la convention' },
  { href: '#redline', label: 'Ce qui change' },
  { href: '#relecture', label: 'Relecture' },
] as const

/** `/design`: what a designer, a developer and an auditor need to see. */
export const DesignPage = (frame: Frame) => (
  <Page {...frame} title="Le design de Chapeau" picture={<Specimen />}
    intro="Calme, dense là où l’on travaille, large là où l’on lit. Tout ce qui s’affiche est fait de ce qui suit.">
    <Subnav label="Parties de cette page" links={parts} />
    <Section title="Idées" id="idees">
      <dl class="ideas">
        <div>
          <dt>La marge</dt>
          <dd>Un filet carmin borde la page, comme dans un registre. On y navigue&nbsp;; à droite de la convention, on y annote.</dd>
        </div>
        <div>
          <dt>Deux voix</dt>
          <dd>
            <span class="words-plain">Les mots signés sont en romain à empattements.</span> Les mots de Chapeau sont en linéale. On sait
            toujours qui parle.
          </dd>
        </div>
        <div>
          <dt>Les lavis du cadastre</dt>
          <dd>Vert-de-gris pour agir, carmin pour la marge et ce qui est à corriger, des lavis pâles pour les faits lus.</dd>
        </div>
        <div>
          <dt>Jamais la couleur seule</dt>
          <dd>Un état est un mot et un dessin avant d’être une couleur&nbsp;; un fait marqué a son trait et son nom.</dd>
        </div>
        <div>
          <dt>Le chapeau</dt>
          <dd>L’accent circonflexe abrite trois villes&nbsp;: la convention chapeau. Il ne sert qu’à la marque et aux places vides.</dd>
        </div>
      </dl>
    </Section>
    <Section title="Couleurs" id="couleurs" intro="Chaque couleur existe en clair et en sombre. Les contrastes sont calculés à chaque version.">
      <ColoursShown />
    </Section>
    <Section title="Lettres" id="lettres" intro="Atkinson Hyperlegible Next et Source Serif 4, servies par l’application.">
      <LettersShown />
    </Section>
    <Section title="Espaces et formes" id="espaces">
      <SpacesShown />
    </Section>
    <Section title="Dessins" id="dessins" intro="Trait de même épaisseur, couleur du texte, toujours à côté d’un mot.">
      <DrawingsShown />
    </Section>
    <Section title="Champs" id="champs" intro="L’étiquette reste visible, l’aide précède le champ, la faute dit quoi faire.">
      <FieldsShown />
    </Section>
    <Section title="Composants" id="composants">
      <ComponentsShown />
    </Section>
    <Section title="Texte de la convention" id="texte">
      <LegalShown />
    </Section>
    <Section title="Ce qui change" id="redline" intro="Un texte comparé à lui-même, d’une date à l’autre : souligné, biffé, annoncé.">
      <RedlineShown />
    </Section>
    <Section title="Relecture" id="relecture">
      <ReviewShown />
    </Section>
  </Page>
)
