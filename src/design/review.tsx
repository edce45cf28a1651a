// The review screen: the text with its facts marked on one side, the facts by kind on the other, unsure first.
import type { ComponentChildren } from 'preact'
import { ConfidenceMark, Badge } from './badge.tsx'
import { familyWords, type FactFamily } from './marks.tsx'
import { Icon } from './icon.tsx'

/** Text and facts side by side, each scrolling on its own; one above the other on a narrow screen, facts first. */
export const ReviewScreen = ({ text, facts }: { text: ComponentChildren; facts: ComponentChildren }) => (
  <div class="review" data-review>
    <section class="review-facts" id="faits" aria-label="Faits lus">
      {facts}
    </section>
    <section class="review-text" id="texte" aria-label="Texte de la convention" tabIndex={0}>
      {text}
    </section>
    <p class="visually-hidden" role="status" data-review-status />
  </div>
)

/** How many facts wait, and the keys that go through them. */
export const ReviewHead = ({ waiting, total, children }: { waiting: number; total: number; children?: ComponentChildren }) => (
  <div class="review-head" id="review-head" tabIndex={-1}>
    <p class="review-count">
      <strong>{waiting === 0 ? 'Tous les faits sont relus' : waiting === 1 ? 'Un fait à relire' : `${waiting} faits à relire`}</strong>
      {waiting === 0 ? null : <span>{` sur ${total}`}</span>}
    </p>
    <progress value={total - waiting} max={Math.max(total, 1)} aria-label="Faits relus" />
    <button class="button button-secondary button-small" type="button" data-review-start hidden>
      Relire au clavier
    </button>
    <details class="review-keys">
      <summary>Touches du clavier</summary>
      <ul>
        <li><kbd>j</kbd> <kbd>k</kbd> {'fait suivant, précédent (ou flèches\u00a0bas et haut)'}</li>
        <li><kbd>a</kbd> {'accepter, '}<kbd>r</kbd> {'écarter, '}<kbd>e</kbd> corriger</li>
        <li><kbd>t</kbd> {'voir dans le texte, '}<kbd>n</kbd> ajouter les mots choisis</li>
        <li>Elles n’agissent que dans cet écran de relecture.</li>
      </ul>
    </details>
    {children}
  </div>
)

/** The facts of one kind. */
export const FactGroup = ({ id, title, count, waiting, children }: {
  id: string; title: string; count: number; waiting: number; children: ComponentChildren
}) => (
  <section class="fact-group" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>
      {title}
      <span class="fact-group-count">{waiting === 0 ? `${count} relu${count > 1 ? 's' : ''}` : `${waiting} à relire sur ${count}`}</span>
    </h2>
    <ol class="fact-list">{children}</ol>
  </section>
)

export type ReviewStatus = 'waiting' | 'accepted' | 'corrected' | 'rejected' | 'added'

const statusWords: Record<Exclude<ReviewStatus, 'waiting'>, { tone: 'positive' | 'info' | 'negative'; word: string }> = {
  accepted: { tone: 'positive', word: 'Accepté' },
  corrected: { tone: 'info', word: 'Corrigé' },
  rejected: { tone: 'negative', word: 'Écarté' },
  added: { tone: 'info', word: 'Ajouté' },
}

/** The form that adds a fact the reader missed; the script fills in the words selected in the text. */
export const AddFact = ({ children }: { children: ComponentChildren }) => (
  <section class="add-fact" aria-labelledby="add-fact-title" data-add-fact>
    <h2 id="add-fact-title">Ajouter un fait</h2>
    {children}
  </section>
)

export type FactItemProps = {
  /** Unique in the page; its mark in the text has the same. */
  readonly id: string
  readonly family: FactFamily
  /** What was read, in one line. */
  readonly title: ComponentChildren
  readonly confidence?: number | undefined
  readonly status: ReviewStatus
  /** The words it was read from. */
  readonly words?: string | undefined
  readonly children?: ComponentChildren
  /** `<ButtonForm data-act>` forms: accept, reject. */
  readonly actions?: ComponentChildren
  /** The form to correct it, inside the fold. */
  readonly edit?: ComponentChildren
}

/** One fact to review; the script moves between these and presses their buttons. */
export const FactItem = ({ id, family, title, confidence, status, words, children, actions, edit }: FactItemProps) => (
  <li class={`fact fact-${family} fact-${status}`} id={`fact-${id}`} data-fact={id} data-status={status} tabIndex={-1}>
    <div class="fact-head">
      <p class="fact-title">
        <span class="visually-hidden">{`${familyWords[family]}\u00a0: `}</span>
        {title}
      </p>
      {status === 'waiting' ? confidence === undefined ? null : <ConfidenceMark confidence={confidence} />
        : <Badge tone={statusWords[status].tone}>{statusWords[status].word}</Badge>}
    </div>
    {words === undefined ? null : (
      <p class="fact-words">
        <q class="words">{words}</q>{' '}
        <a href={`#mark-${id}`}>
          <Icon name="arrow" />
          <span class="visually-hidden">Voir dans le texte</span>
        </a>
      </p>
    )}
    {children}
    {actions === undefined && edit === undefined ? null : (
      <div class="fact-actions">
        {actions}
        {edit === undefined ? null : (
          <details class="fact-edit" data-edit>
            <summary>Corriger</summary>
            {edit}
          </details>
        )}
      </div>
    )}
  </li>
)
