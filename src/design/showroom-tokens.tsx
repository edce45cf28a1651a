// The tokens and drawings as the showroom displays them: colours in both themes, sizes of letters, spaces.
import { Icon, iconNames, Logo } from './icon.tsx'

/** Every colour token, by what it is for; a test holds this list equal to the style sheet. */
export const colourGroups: readonly { readonly title: string; readonly names: readonly string[] }[] = [
  { title: 'Fonds', names: ['ground', 'sheet', 'raised', 'sunken'] },
  { title: 'Encre et filets', names: ['ink', 'ink-soft', 'line', 'line-strong'] },
  { title: 'Vert-de-gris, pour agir', names: ['brand', 'brand-strong', 'brand-wash', 'on-brand'] },
  { title: 'Carmin, marge et fautes', names: ['carmine', 'margin-rule', 'danger', 'on-danger'] },
  { title: 'États', names: ['positive', 'positive-wash', 'caution', 'caution-wash', 'negative', 'negative-wash', 'info', 'info-wash'] },
  {
    title: 'Faits marqués',
    names: ['party', 'date', 'money', 'body', 'obligation', 'law', 'stamp', 'instruction']
      .flatMap((family) => [`fact-${family}`, `fact-${family}-line`]),
  },
  { title: 'Repère du clavier', names: ['focus', 'focus-halo'] },
]

/** All colours, first in the light theme, then in the dark one. */
export const ColoursShown = () => (
  <div class="themes">
    <Palette theme="light" title="Thème clair" />
    <Palette theme="dark" title="Thème sombre" />
  </div>
)

const Palette = ({ theme, title }: { theme: 'light' | 'dark'; title: string }) => (
  <div class="theme-sample" data-theme={theme}>
    <h3>{title}</h3>
    {colourGroups.map((group) => (
      <div key={group.title} class="palette">
        <h4>{group.title}</h4>
        <ul>
          {group.names.map((name) => (
            <li key={name}>
              <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
                <rect class="swatch" x="0.5" y="0.5" width="39" height="23" rx="3" fill={`var(--${name})`} />
              </svg>
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </div>
)

/** The scale of letters, each size in use. */
export const LettersShown = () => (
  <div class="letters">
    <p class="letters-h1">Titre de page</p>
    <p class="letters-h2">Titre de partie</p>
    <p class="letters-h3">Titre d’un élément</p>
    <p>Texte courant de l’interface. Les chiffres s’alignent dans les tableaux&nbsp;: 1&nbsp;234&nbsp;567,89&nbsp;€.</p>
    <p class="letters-small">Petit texte&nbsp;: aides, notes, légendes.</p>
    <p class="letters-words">
      Les mots de la convention&nbsp;: «&nbsp;Il se réunit au moins une fois par an, sous la présidence du président de la communauté
      d’agglomération.&nbsp;»
    </p>
  </div>
)

const spaces = [4, 8, 12, 16, 24, 32, 48, 72] as const

/** The spaces, on a base of four pixels, and the sizes of targets. */
export const SpacesShown = () => (
  <>
    <ul class="spaces">
      {spaces.map((pixels, rank) => (
        <li key={pixels}>
          <svg viewBox={`0 0 ${pixels} 16`} width={pixels} height="16" aria-hidden="true" focusable="false">
            <rect width={pixels} height="16" fill="var(--brand)" />
          </svg>
          <code>{`space-${rank + 1}`}</code> {`${pixels}\u00a0px`}
        </li>
      ))}
    </ul>
    <p>
      Une cible mesure au moins 24 pixels, 44 au doigt. Les angles sont de 4 pixels, 8 pour les boîtes. Une ombre légère, pour les cartes seulement.
    </p>
  </>
)

/** The mark, then every drawing beside its name. */
export const DrawingsShown = () => (
  <>
    <p class="samples">
      <Logo /> <span class="quiet">La marque&nbsp;: un chapeau, trois villes.</span>
    </p>
    <ul class="spaces">
      {iconNames.map((name) => (
        <li key={name}>
          <Icon name={name} /> <code>{name}</code>
        </li>
      ))}
    </ul>
  </>
)
