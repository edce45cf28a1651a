// Importing a spreadsheet: from the file handed in to the plan written, by the pages a person uses.
import { cents } from '../src/kernel/money.ts'
import { date } from '../src/kernel/date.ts'
import type { Cell } from '../src/writing/spreadsheet-book.ts'
import { writeSpreadsheet } from '../src/writing/spreadsheet.ts'
import type { Running, Tell } from './program.ts'

const operation = '/operations/lens-lievin'

const labels = [
  'N°', 'Action', 'Cadre', 'Axe', 'Maître d’ouvrage', 'Pilotes', 'Partenaires', 'Description', 'Objectifs', 'État d’avancement', 'Priorité', 'Début',
    'Fin',
  'Avancement (%)', 'Thématiques', 'Coût total HT', 'Autofinancement', 'Financeur 1', 'Dispositif 1', 'Montant 1', 'Statut 1', 'Financeur 2',
    'Montant 2',
  'Statut 2', 'Observations',
]
const states = ['Prévue', 'Engagée', 'En cours', 'Livrée']

/** A plan of so many actions, with what a real one says of each. */
async function planFile(count: number): Promise<Uint8Array<ArrayBuffer>> {
  const rows = Array.from({ length: count }, (_, rank): readonly Cell[] => [
    `I${count}.${rank + 1}`, `Action importée numéro ${rank + 1} sur ${count}`, 'Plan importé', `${(rank % 12) + 1} – Axe numéro ${(rank % 12) + 1}`,
    `Commune ${rank % 40}`, `Pilote ${rank % 60} ; Pilote ${rank % 7}`, `Partenaire ${rank % 50} ; Partenaire ${rank % 11}`,
    'Une description de quelques lignes, comme en portent les tableaux de suivi : contexte, contenu, phases, points de vigilance. '.repeat(2),
    'Redonner envie de vivre au centre.', states[rank % 4] ?? '', rank % 3 === 0 ? 'Forte' : 'Moyenne', { date: date(`202${rank % 6}-03-01`) },
    rank % 2 === 0 ? 'T2 2028' : 'fin 2029', { percent: rank % 100 }, `Thème ${rank % 9}`, { cents: cents(10_000_00 + rank * 100) },
      { cents: cents(2_000_00) },
    'État', 'DETR', rank % 5 === 0 ? 'NC' : { cents: cents(3_000_00 + rank) }, 'Attribuée', 'Région', { cents: cents(1_000_00) }, 'Sollicitée',
      'À suivre',
  ])
  return new Uint8Array(await writeSpreadsheet({ title: 'Plan', on: date('2026-01-01'),
    sheets: [{ name: 'Plan', columns: labels.map((label) => ({ label })), rows }] }, 'xlsx'))
}

/** Imports plans of these sizes on a running program, signed in as a project lead; from upload to dry run, then to plan written. */
export async function measureImporting(running: Pick<Running, 'address'>, cookie: string, tell: Tell, engine: string,
  sizes: readonly number[] = [209, 5000]): Promise<void> {
  for (const size of sizes) {
    const bytes = await planFile(size)
    const started = performance.now()
    const form = new FormData()
    form.set('file', new File([bytes], `plan-${size}.xlsx`))
    const place = await sent(running, cookie, `${operation}/actions/imports`, form)
    await until(running, cookie, place, 'Essai à blanc')
    const checked = performance.now()
    await sent(running, cookie, `${place}/application`, new URLSearchParams())
    await until(running, cookie, place, 'Import appliqué')
    tell(`import.${engine}.${size}.checked`, checked - started, 'ms')
    tell(`import.${engine}.${size}.applied`, performance.now() - started, 'ms')
  }
}

async function sent({ address }: Pick<Running, 'address'>, cookie: string, path: string, body: FormData | URLSearchParams): Promise<string> {
  const answer = await fetch(`${address}${path}`, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body, redirect: 'manual' })
  const location = answer.headers.get('location')
  if (answer.status !== 303 || location === null) throw new Error(`${path}: ${answer.status}`)
  return location
}

/** Asks the page of the import, as its live region does, until its title says so. */
async function until({ address }: Pick<Running, 'address'>, cookie: string, path: string, title: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const page = await (await fetch(`${address}${path}`, { headers: { cookie } })).text()
    if (page.includes(`<title>${title}`)) return
    if (page.includes('<title>Import impossible')) throw new Error('the import failed')
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error(`${path} never came to ${title}`)
}
