// The manual tells the truth: its example, its commands, its keys, its words, and every link in it.
import { readFileSync, readdirSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { ReviewHead } from '../../design/review.tsx'
import { rights, roles } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { readConfig } from '../../platform/config.ts'
import { openLog } from '../../platform/log.ts'
import { readConvention } from '../../reading/read.ts'
import { onEachEngine } from '../../testing/database.ts'
import { rightNames, roleNames } from '../people/role.words.ts'
import { factsOf, isAbsence, sureFrom, unsureUnder } from '../readings/fact.rules.ts'
import { factLines, families, kindNames } from '../readings/fact.words.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { commandHelp } from './help-command-line.tsx'
import { absenceHelp } from './help-defect-absences.tsx'
import { defectHelp } from './help-defects.tsx'
import { exampleArticles, exampleDefects, exampleFacts, exampleText } from './help-example.ts'
import { factKindHelp } from './help-reading.tsx'
import { reviewKeys } from './help-review.tsx'
import { helpTopics } from './help.topics.tsx'

const pageOf = (slug: string): string => renderToString(<>{helpTopics.find((topic) => topic.slug === slug)?.body}</>)
const sureWord = (confidence: number): string => (confidence >= sureFrom ? 'sûr' : confidence >= unsureUnder ? 'probable' : 'à vérifier')

describe('the worked example', () => {
  const reading = readConvention(exampleText, loadTerritories().gazetteer)
  const facts = factsOf(reading)

  it('shows what is really read in its text, with the words and the confidence', () => {
    const read = facts.filter(({ kind }) => kind !== 'article' && kind !== 'defect').map(({ kind, value, span, confidence }) => ({
      kind: kindNames[kind][0], says: factLines[kind](value).replace(/[\u00a0\u202f]/g, ' '), family: families[kind], sure: sureWord(confidence),
      ...(span === null ? {} : { words: exampleText.slice(span.start, span.end) }),
    }))
    expect(read).toEqual(exampleFacts)
  })

  it('names its articles and its defects', () => {
    expect(facts.filter(({ kind }) => kind === 'article').map(({ value }) => factLines.article(value))).toEqual(exampleArticles)
    expect(reading.defects.map(({ code }) => code)).toEqual(exampleDefects)
  })

  it('marks in the text the very words that were read', () => {
    const starts = facts.flatMap(({ span }) => (span === null ? [] : [span.start]))
    expect(exampleFacts.filter(({ words }) => words !== undefined && !starts.includes(exampleText.indexOf(words)))).toEqual([])
  })
})

describe('the manual', () => {
  it('shows the commands of the command line, all of them and no other', () => {
    const usage = /const usage = `([^`]+)`/.exec(readFileSync('src/cli.ts', 'utf8'))?.[1] ?? ''
    const commands = [...usage.matchAll(/^ {2}(chapeau .+?) {2,}/gm)].map((match) => match[1])
    expect(commandHelp.map(([command]) => command)).toEqual(commands)
    const shown = helpTopics.flatMap(({ slug }) => [...pageOf(slug).matchAll(/bin\/chapeau (\w+(?: verify| add)?)/g)].map((match) => match[1] ?? ''))
    expect(shown.length).toBeGreaterThan(4)
    expect(shown.filter((words) => !commands.some((command) => command?.startsWith(`chapeau ${words}`)))).toEqual([])
  })

  it('names buttons, fields and pages as they are written on screen', () => {
    const written = (path: string): string => readFileSync(path, 'utf8').replace(/'\s*\n\s*\+ '/g, '').replace(/\s+/g, ' ')
    const files = ['src/features', 'src/design', 'public/scripts'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)).filter((file) => /\.tsx?$/.test(file))
    const [manual, screens] = [files.filter((file) => /site\/help-[a-z-]+\.tsx$/.test(file)), files.filter((file) => !/site\/help|\.test\./.test(file))]
    const shown = screens.map(written).join('\n')
    const quoted = manual.flatMap((file) => [...written(file).matchAll(/« (\p{Lu}[^»]{1,80}?) »/gu)].map((match) => match[1] ?? ''))
    expect(quoted.length).toBeGreaterThan(80)
    expect(quoted.filter((words) => !shown.includes(words) && !shown.includes(words.replace('les faits', 'les ${ready.length} faits')))).toEqual([])
  })

  it('explains every defect under its code, sorted as the dashboard sorts them', () => {
    const codes = Object.keys(defectHelp)
    expect(codes.filter((code) => !pageOf('defauts').includes(`id="${code}"`))).toEqual([])
    expect(codes.filter(isAbsence).sort()).toEqual(Object.keys(absenceHelp).sort())
  })

  it('says « à confirmer » of what was not read in a text of law', () => {
    const unconfirmed = Object.values(defectHelp).flatMap((entry) => entry.unconfirmed ?? [])
    expect(unconfirmed.length).toBeGreaterThan(0)
    expect(unconfirmed.filter((words) => !pageOf('defauts').includes(`À confirmer : ${words}`))).toEqual([])
    expect(pageOf('limites')).toMatch(/bilan annuel[^.]*restent à confirmer/)
  })

  it('names every role and every right as the pages do', () => {
    const page = pageOf('inviter')
    expect(roles.filter((role) => !page.includes(`<strong>${roleNames[role]}</strong>`))).toEqual([])
    expect(rights.filter((right) => !page.toLowerCase().includes(`>${rightNames[right]}<`))).toEqual([])
  })

  it('lists the keys of the review screen, all of them and no other', () => {
    const keysIn = (html: string) => [...new Set([...html.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map((match) => match[1]))].sort()
    expect(reviewKeys.flatMap(([keys]) => keys).sort()).toEqual(keysIn(renderToString(<ReviewHead waiting={1} total={2} />)))
    expect(keysIn(pageOf('relire'))).toEqual(reviewKeys.flatMap(([keys]) => keys).sort())
  })

  it('names every kind of fact', () => {
    expect(factKindHelp.map(([kind]) => kind).sort()).toEqual(Object.values(kindNames).map(([, plural]) => plural).sort())
  })
})

onEachEngine('the links of the manual', (open) => {
  it('lead to pages of the site, and to places in them', async () => {
    const config = readConfig({ CHAPEAU_DEMONSTRATION: 'oui' })
    if (!config.ok) throw new Error(config.problems.join())
    const app = createApp({ config: config.value, database: await open(), clock: () => new Date('2026-11-22T10:00:00Z'), log: openLog('silent') })
    const pages = new Map<string, string | undefined>()
    const fetched = async (address: string): Promise<string | undefined> => {
      if (!pages.has(address)) {
        const answer = await app.request(`http://localhost${address}`)
        pages.set(address, answer.status === 404 ? undefined : await answer.text())
      }
      return pages.get(address)
    }
    const dead: string[] = []
    for (const from of [paths.help(), ...helpTopics.map(({ slug }) => paths.helpPage(slug))]) {
      const html = (await fetched(from)) ?? ''
      if (!html.includes('<h1>')) dead.push(from)
      for (const [, href = ''] of html.slice(html.indexOf('<main'), html.indexOf('</main>')).matchAll(/href="([^"]+)"/g)) {
        const [address = '', place] = href.split('#')
        const there = await fetched(address === '' ? from : address)
        if (there === undefined || (place !== undefined && !there.includes(`id="${place}"`))) dead.push(`${from} → ${href}`)
      }
    }
    expect(dead).toEqual([])
  })
})
