// What the manual says, topic by topic, in the order one meets the tasks.
import { addressTopic } from './help-address.tsx'
import { amendmentsTopic } from './help-amendments.tsx'
import { commandLineTopic, limitsTopic } from './help-command-line.tsx'
import { conformityTopic } from './help-conformity.tsx'
import { defectsTopic } from './help-defects.tsx'
import { depositTopic } from './help-deposit.tsx'
import { importsTopic } from './help-imports.tsx'
import { leversTopic } from './help-levers.tsx'
import { listsTopic } from './help-lists.tsx'
import { moneyTopic } from './help-money.tsx'
import { moneyRulesTopic } from './help-money-rules.tsx'
import { obligationsTopic } from './help-obligations.tsx'
import { operationTopic } from './help-operation.tsx'
import { peopleTopic } from './help-people.tsx'
import { planTopic } from './help-plan.tsx'
import { operationPagesTopic, publicationTopic } from './help-publication.tsx'
import { readingTopic } from './help-reading.tsx'
import { registerTopic } from './help-register.tsx'
import { reviewTopic } from './help-review.tsx'
import { sectorsTopic } from './help-sectors.tsx'
import { startTopic } from './help-start.tsx'
import { actsTopic } from './help-state.tsx'
import { journalTopic, safetyTopic } from './help-trust.tsx'
import type { HelpTopic } from './help.pages.tsx'

export const helpTopics: readonly HelpTopic[] = [
  startTopic, operationTopic, peopleTopic, depositTopic, readingTopic, reviewTopic, defectsTopic, publicationTopic, operationPagesTopic, actsTopic,
  amendmentsTopic, obligationsTopic, conformityTopic, sectorsTopic, leversTopic, addressTopic, planTopic, listsTopic, importsTopic, moneyTopic,
  moneyRulesTopic, registerTopic, journalTopic, safetyTopic, commandLineTopic, limitsTopic,
]
