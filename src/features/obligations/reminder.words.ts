// The letter that reminds: what is late, due soon and to decide, operation by operation, as plain text and as simple HTML.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { Digest } from './digest.rules.ts'
import { daysAhead } from './digest.rules.ts'
import type { FollowedObligation } from './followed.ts'
import { obligationTitle, occurrenceTitle } from './obligation.words.tsx'

export type OperationDigest = { readonly slug: string; readonly name: string; readonly digest: Digest<FollowedObligation> }
type Item = { readonly words: string; readonly href: string }
type Part = { readonly title: string; readonly items: readonly Item[]; readonly more: number }
type Section = { readonly name: string; readonly href: string; readonly parts: readonly Part[] }

/** Team practice: a letter lists so many lines of each kind, the rest is a link away. */
const longestList = 20

/** Subject and both bodies. `link`: where the frequency is changed in one click. */
export function letterOf(
  name: string, operations: readonly OperationDigest[], today: PlainDate, origin: string, link: string,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const total = (kind: keyof Digest<FollowedObligation>): number => operations.reduce((sum, { digest }) => sum + digest[kind].length, 0)
  const summary = ([['late', 'en retard'], ['due', 'à venir'], ['stale', 'à revoir']] as const)
    .flatMap(([kind, words]) => (total(kind) === 0 ? [] : [`${total(kind)} ${words}`])).join(', ')
  const sections = operations.map((operation) => ({
    name: operation.name, href: `${origin}${paths.obligations(operation.slug)}`, parts: partsOf(operation, origin),
  }))
  const said = { hello: `Bonjour ${name},`, summary: `Les échéances au ${inWords(today)} : ${summary}.`, link }
  return { subject: `Échéances : ${summary}`, text: textOf(said, sections), html: htmlOf(said, sections) }
}

type Said = { readonly hello: string; readonly summary: string; readonly link: string }
const why = 'Vous recevez ce message parce que vous suivez les engagements de ces opérations.'
const change = 'Changer la fréquence ou ne plus rien recevoir'

const textOf = ({ hello, summary, link }: Said, sections: readonly Section[]): string => [
  hello, '', summary,
  ...sections.flatMap((section) => ['', section.name, section.href, ...section.parts.flatMap((part) => [
    '', `${part.title} :`, ...part.items.map((item) => `- ${item.words}\n  ${item.href}`), ...(part.more > 0 ? [`- et ${part.more} autres`] : []),
  ])]),
  '', '-- ', why, `${change} : ${link}`, '',
].join('\n')

const htmlOf = ({ hello, summary, link }: Said, sections: readonly Section[]): string => [
  '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Échéances</title></head>',
  '<body style="font-family:sans-serif;line-height:1.5;max-width:40em">', `<p>${escaped(hello)}</p><p>${escaped(summary)}</p>`,
  ...sections.flatMap((section) => [
    `<h1 style="font-size:1.2em">${anchor(section.href, section.name)}</h1>`,
    ...section.parts.flatMap((part) => [
      `<h2 style="font-size:1em">${escaped(part.title)}</h2><ul>`, ...part.items.map((item) => `<li>${anchor(item.href, item.words)}</li>`),
      ...(part.more > 0 ? [`<li>${anchor(section.href, `et ${part.more} autres`)}</li>`] : []), '</ul>',
    ]),
  ]),
  `<hr><p>${escaped(why)} ${anchor(link, change)}.</p></body></html>`,
].join('\n')

function partsOf({ slug, digest }: OperationDigest, origin: string): readonly Part[] {
  const href = (id: string, key: string): string => `${origin}${paths.obligation(slug, id)}#${key}`
  const named = (obligation: FollowedObligation): string =>
    `${obligationTitle(obligation)}${obligation.provisionNumber === null ? '' : ` (art. ${obligation.provisionNumber})`}`
  const part = (title: string, items: readonly Item[]): Part =>
    ({ title, items: items.slice(0, longestList), more: Math.max(0, items.length - longestList) })
  const dated = (lines: Digest<FollowedObligation>['late']): readonly Item[] => lines.map(({ obligation, occurrence }) => ({
    words: `${occurrence.due === null ? '' : `${inWords(occurrence.due)} : `}${named(obligation)}. ${occurrenceTitle(occurrence)}`,
    href: href(obligation.id, occurrence.key),
  }))
  return [
    part('En retard', dated(digest.late)), part(`Dans les ${daysAhead} jours`, dated(digest.due)),
    part('À décider, car un avenant a changé la clause', digest.stale.map((obligation) =>
      ({ words: named(obligation), href: href(obligation.id, 'decision') }))),
  ].filter(({ items }) => items.length > 0)
}

const anchor = (href: string, words: string): string => `<a href="${escaped(href)}">${escaped(words)}</a>`
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
