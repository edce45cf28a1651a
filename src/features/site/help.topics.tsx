// What the manual says, topic by topic.
import type { HelpTopic } from './help.pages.tsx'

export const helpTopics: readonly HelpTopic[] = [
  {
    slug: 'lire-une-convention', title: 'Lire une convention', summary: 'Déposer un document et suivre sa lecture.',
    body: (
      <>
        <p>Dans l’opération, ouvrez « Documents et lectures », puis « Déposer un document ».</p>
      </>
    ),
  },
]
