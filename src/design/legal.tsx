// The words of a convention: articles with a permanent address, and notes in the margin beside them.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { SourcedWords } from './provenance.tsx'

type NoteKind = 'obligation' | 'defect' | 'amendment' | 'fact' | 'plan'

const noteSigns: Record<NoteKind, { icon: IconName; word: string }> = {
  obligation: { icon: 'obligation', word: 'Obligation' },
  defect: { icon: 'alert', word: 'Défaut' },
  amendment: { icon: 'history', word: 'Modification' },
  fact: { icon: 'info', word: 'Fait lu' },
  plan: { icon: 'check', word: 'Plan d’action' },
}

/** A note of Chapeau on an article; `href` leads to the thing noted. */
export type MarginNote = {
  readonly key: string; readonly kind: NoteKind; readonly title: string; readonly href?: string | undefined; readonly detail?: ComponentChildren
}

type ArticleProps = {
  /** As cited: `5`, `3.2`, `4 bis`; `Préambule` and the like with `label`. */
  readonly number: string
  readonly heading: string
  /** 1 for an article, 2 for `3.1`… */
  readonly depth: number
  /** Permanent address of the article. */
  readonly href: string
  /** `article-5`: the last part of its address, and its anchor in the page. */
  readonly id: string
  readonly notes?: readonly MarginNote[] | undefined
  /** « Article » unless said otherwise. */
  readonly label?: string | undefined
  /** Level of the heading of an article of depth 1; 2 unless said otherwise. */
  readonly level?: 2 | 3 | undefined
  readonly children?: ComponentChildren
}

const headings = ['h2', 'h3', 'h4', 'h5'] as const

/** One article: its number hangs in the margin, its words in the serif, the notes beside them or below on a narrow screen. */
export const LegalArticle = ({ number, heading, depth, href, id, notes = [], label = 'Article', level = 2, children }: ArticleProps) => {
  const Heading = headings[level - 3 + Math.min(Math.max(depth, 1), 3)] ?? 'h5'
  return (
    <section class={`article article-depth-${Math.min(depth, 3)}`} id={id} aria-labelledby={`${id}-title`}>
      <Heading class="article-heading" id={`${id}-title`}>
        <a class="article-number" href={href} title="Adresse permanente de cet article">
          {`${label}\u00a0${number}`.trim()}
        </a>
        <span class="article-title">{heading}</span>
      </Heading>
      <div class="article-body legal-text">{children}</div>
      {notes.length === 0 ? null : <MarginNotes notes={notes} about={`${label}\u00a0${number}`} />}
    </section>
  )
}

const MarginNotes = ({ notes, about }: { notes: readonly MarginNote[]; about: string }) => (
  <aside class="margin-notes" aria-label={`Notes en marge, ${about}`}>
    <ul>
      {notes.map((note) => (
        <li key={note.key} class={`margin-note margin-note-${note.kind}`}>
          <p class="margin-note-kind">
            <Icon name={noteSigns[note.kind].icon} />
            {noteSigns[note.kind].word}
          </p>
          <p class="margin-note-title">{note.href === undefined ? note.title : <a href={note.href}>{note.title}</a>}</p>
          {note.detail === undefined ? null : <div class="margin-note-detail">{note.detail}</div>}
        </li>
      ))}
    </ul>
  </aside>
)

/** A whole convention, article after article. */
export const LegalDocument = ({ children }: { children: ComponentChildren }) => <div class="legal-document">{children}</div>

/** The clean text of an article: paragraphs at blank lines, lines that begin with a dash or a bullet as a list. */
export const LegalText = ({ text }: { text: string }) => <SourcedWords pieces={[{ text }]} />

/** A link to a clause: « art. 5 », in the serif since it belongs to the convention. */
export const Clause = ({ number, href }: { number: string; href: string }) => (
  <a class="clause" href={href}>
    <span aria-hidden="true">{`art.\u00a0${number}`}</span>
    <span class="visually-hidden">{`article ${number}`}</span>
  </a>
)

/** Words of the convention quoted in the interface. */
export const Words = ({ children }: { children: ComponentChildren }) => <q class="words">{children}</q>
