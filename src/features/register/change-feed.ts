// The Atom feed of the register (RFC 4287): one entry per operation that changed between the two latest lists, under identifiers that never change.
import { createHash } from 'node:crypto'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { OperationChanges } from './change.rules.ts'
import { changeSentence } from './register.words.ts'

type Feed = {
  /** Address of the site, without a final slash. */
  readonly origin: string; readonly listedOn: PlainDate; readonly before: PlainDate | undefined; readonly operations: readonly OperationChanges[]
}

/** Characters XML 1.0 has no place for are dropped. */
const text = (words: string): string => words.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
  .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A UUID (version 8: our own making) out of what an entry is about: the same thing has the same identifier for ever, wherever it is served. */
function stableId(...about: readonly string[]): string {
  const hex = createHash('sha256').update(about.join('\n')).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The last moment a list can speak of: the end of its day, in UTC. */
const momentOf = (day: PlainDate): string => `${day}T23:59:59Z`

export function changeFeed({ origin, listedOn, before, operations }: Feed): string {
  const subtitle = before === undefined ? `Première liste gardée : ${inWords(listedOn)}. Les changements viendront avec la suivante.`
    : `De la liste du ${inWords(before)} à celle du ${inWords(listedOn)}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${stableId('chapeau', 'register')}</id>
  <title>Registre national des ORT : ce qui change</title>
  <subtitle>${text(subtitle)}</subtitle>
  <updated>${momentOf(listedOn)}</updated>
  <author><name>Chapeau</name></author>
  <generator>Chapeau</generator>
  <link rel="self" type="application/atom+xml" href="${text(origin + paths.registerFeed())}"/>
  <link rel="alternate" type="text/html" href="${text(origin + paths.register())}"/>
${operations.map((operation) => entry(operation, origin, listedOn)).join('')}</feed>
`
}

const entry = ({ key, name, changes }: OperationChanges, origin: string, listedOn: PlainDate): string => `  <entry>
    <id>${stableId('chapeau', 'register', listedOn, key)}</id>
    <title>${text(`${name} : ${changes.length > 1 ? `${changes.length} changements` : '1 changement'}`)}</title>
    <updated>${momentOf(listedOn)}</updated>
    <link rel="alternate" type="text/html" href="${text(origin + paths.registerEpci(key))}"/>
    <content type="text">${text(changes.map(changeSentence).join('\n'))}</content>
  </entry>
`
