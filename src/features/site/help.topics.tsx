// What the manual says, topic by topic, in the order one meets the tasks.
import { commandLineTopic, limitsTopic } from './help-command-line.tsx'
import { defectsTopic } from './help-defects.tsx'
import { depositTopic } from './help-deposit.tsx'
import { operationTopic } from './help-operation.tsx'
import { peopleTopic } from './help-people.tsx'
import { operationPagesTopic, publicationTopic } from './help-publication.tsx'
import { readingTopic } from './help-reading.tsx'
import { registerTopic } from './help-register.tsx'
import { reviewTopic } from './help-review.tsx'
import { startTopic } from './help-start.tsx'
import { journalTopic, safetyTopic } from './help-trust.tsx'
import type { HelpTopic } from './help.pages.tsx'

export const helpTopics: readonly HelpTopic[] = [
  startTopic, operationTopic, peopleTopic, depositTopic, readingTopic, reviewTopic, defectsTopic, publicationTopic, operationPagesTopic, journalTopic,
  safetyTopic, registerTopic, commandLineTopic, limitsTopic,
]
