// An operation with one of everything an address can name, each written as people do: what the fences between operations are tried on.
import { expect } from 'vitest'
import { readingsEnded } from '../features/readings/reading-job.ts'
import { importsEnded } from '../features/imports/import-job.ts'
import { newId, readId } from '../kernel/id.ts'
import type { Id } from '../kernel/id.ts'
import { paths } from '../paths.ts'
import { inTenant } from '../platform/database.ts'
import type { TestApp } from './app.ts'
import type { Client } from './client.ts'
import type { TestDatabase } from './database.ts'

/** What stands for each parameter of an address, besides the operation. */
export type Identifiers = Readonly<Record<string, string>>

function missing(what: string): never {
  throw new Error(`${what}: add it here`)
}

/** What the program must hold for the check to mean something: an invitation, a form sent once, a reading not published yet. */
export async function liveOn(app: TestApp, lead: Client, operationId: Id<'operation'>, slug: string): Promise<Identifiers> {
  const inside = <Answer>(act: (db: TestDatabase['kysely']) => Promise<Answer>): Promise<Answer> =>
    inTenant(app.database, { operationId, personId: null }, act)
  const { organisation } = await inside((db) => db.selectFrom('organisation').select('id as organisation').executeTakeFirstOrThrow())
  const invited = await lead.post(paths.invitations(slug), {
    cle: newId(), email: 'invitee@essai.example', organisation, role: 'funder', capacity: 'x',
  })
  const token = /invitations\/([\w-]{43})</.exec(await invited.text())?.[1] ?? missing('an invitation')
  await lead.upload(paths.documents(slug), {
    name: 'autre.md',
    bytes: `# Convention ${slug}\n\nENTRE la Commune de Lens, représentée par son Maire, Jean PETIT.\n\n## Article 1 – Durée\n\nElle dure 5 ans.\n`,
  })
  await readingsEnded()
  const kept = await keepObligations(app, lead, operationId, slug)
  const framed = await keepFrameworks(app, lead, operationId, slug)
  const post = await keepPost(lead, slug, organisation)
  const grant = await keepGrant(app, lead, operationId, slug)
  const acted = await keepAction(app, lead, operationId, slug, framed['indicator'] ?? missing('an indicator'))
  const sheet = await keepImport(lead, slug)
  const sector = await keepSector(lead, slug)
  const file = await keepSectorFile(lead, slug)
  const levers = await keepLevers(app, lead, operationId, slug)
  return await inside(async (db) => {
    const { reading, fact } = await db.selectFrom('fact').innerJoin('reading', 'reading.id', 'fact.reading_id')
      .select(['reading.id as reading', 'fact.id as fact'])
      .orderBy('reading.requested_at', 'desc').orderBy('reading.id', 'desc').orderBy('fact.position').executeTakeFirstOrThrow()
    const ids = {
      token, reading, fact, mandate: (await db.selectFrom('mandate').select('id').where('role', '=', 'elected').executeTakeFirstOrThrow()).id,
      invitation: (await db.selectFrom('invitation').select('id').executeTakeFirstOrThrow()).id,
      document: (await db.selectFrom('document').select('id').executeTakeFirstOrThrow()).id,
      object: (await db.selectFrom('journal_entry').select('object_id as id').executeTakeFirstOrThrow()).id,
    }
    const provision = await db.selectFrom('provision').innerJoin('convention', 'convention.id', 'provision.convention_id')
      .innerJoin('instruction', 'instruction.convention_id', 'convention.id')
      .select(['provision.slug as provision', 'convention.slug as convention', 'instruction.id as instruction']).executeTakeFirst()
    const act = await db.selectFrom('act').select('id as act').orderBy('id').executeTakeFirst()
    return { ...ids, ...provision, ...act, ...kept, ...framed, ...acted, ...levers,
      post, grant, sheet, sector, file, number: '1', format: 'csv', year: '2024' }
  })
}

/** A spreadsheet handed in, its columns chosen, its dry run ready. */
async function keepImport(lead: Client, slug: string): Promise<string> {
  const sent = await lead.upload(paths.imports(slug), { name: 'plan.csv', bytes: `N°;Action\nI1;Action importée de ${slug}\n` })
  const sheet = sent.headers.get('location')?.split('/').at(-1) ?? missing('an import')
  await importsEnded()
  await lead.post(paths.importMapping(slug, sheet), { 'c0-0': 'code', 'c0-1': 'title' })
  await importsEnded()
  return sheet
}

/** A grant of a published list, of a commune of this operation, put aside. */
async function keepGrant(app: TestApp, lead: Client, operationId: Id<'operation'>, slug: string): Promise<string> {
  const bytes = 'numero_dossier;projet;code_commune;montant\n1;Un grand projet;62186;1 000,00 €\n'
  await lead.upload(paths.grants(slug), { name: `liste-${slug}.csv`, bytes }, { scheme: 'Fonds vert' })
  const { id } = await inTenant(app.database, { operationId, personId: null }, (db) =>
    db.selectFrom('listed_grant').select('id').executeTakeFirstOrThrow())
  await lead.post(paths.grant(slug, id), { choice: 'none' })
  return id
}

/** A perimeter of this operation alone, with one version. */
async function keepSector(lead: Client, slug: string): Promise<string> {
  const made = await lead.post(paths.newSector(slug), { name: `Centre de ${slug}`, kind: 'intervention', commune: '62498' })
  const sector = /secteurs\/([\w-]+)\/versions/.exec(made.headers.get('location') ?? '')?.[1] ?? missing('a sector')
  const shape = '{"type":"Polygon","coordinates":[[[2.82,50.42],[2.83,50.42],[2.83,50.43],[2.82,50.42]]]}'
  await lead.post(paths.sectorVersions(slug, sector), { shape, source: 'Essai', accepted: 'oui' })
  return sector
}

/** A file of perimeters that was read and is not applied. */
async function keepSectorFile(lead: Client, slug: string): Promise<string> {
  const geometry = { type: 'Polygon', coordinates: [[[2.7, 50.4], [2.71, 50.4], [2.71, 50.41], [2.7, 50.4]]] }
  const bytes = JSON.stringify({ type: 'Feature', properties: { nom: slug }, geometry })
  const sent = await lead.upload(paths.sectorFiles(slug), { name: 'secteurs.geojson', bytes })
  return sent.headers.get('location')?.split('/').at(-1) ?? missing('a file of sectors')
}

/** A use of a lever, and a request of suspension with one step. */
async function keepLevers(app: TestApp, lead: Client, operationId: Id<'operation'>, slug: string): Promise<Identifiers> {
  await lead.post(paths.newLeverUse(slug), { lever: 'L10', outcome: 'asked', beneficiary: `Bailleur de ${slug}`, place: 'Place du marché' })
  const made = await lead.post(paths.newSuspension(slug), { project: `Zone de ${slug}`, insee: '62498' })
  const suspension = made.headers.get('location')?.split('/').at(-1) ?? missing('a request of suspension')
  await lead.post(paths.suspensionSteps(slug, suspension), { kind: 'sent', happenedOn: '1/1/2026' })
  return await inTenant(app.database, { operationId, personId: null }, async (db) => ({
    suspension, paper: 'lettre.docx', lever: 'L10',
    use: (await db.selectFrom('lever_use').select('id').where('beneficiary', '=', `Bailleur de ${slug}`).executeTakeFirstOrThrow()).id,
    suspensionStep: (await db.selectFrom('suspension_step').select('id').where('suspension_id', '=', readId<'suspension'>(suspension)
      ?? missing('a request')).executeTakeFirstOrThrow()).id,
  }))
}

/** A post with one year and its co-funding. */
async function keepPost(lead: Client, slug: string, employer: string): Promise<string> {
  const made = await lead.post(paths.newPost(slug), { title: 'Chef de projet', kind: 'projectLead', employer })
  const post = made.headers.get('location')?.split('/').at(-1) ?? missing('a post')
  await lead.post(paths.postYear(slug, post, '2024'), { version: '0', cost: '60 000', 'scheme-0': 'Anah', 'amount-0': '30 000' })
  return post
}

/** An action with one of each of its parts, that needs another. */
async function keepAction(app: TestApp, lead: Client, operationId: Id<'operation'>, slug: string, indicator: string): Promise<Identifiers> {
  const made = async (title: string): Promise<string> =>
    /actions\/([\w-]{36})/.exec((await lead.post(paths.newAction(slug), { title })).headers.get('location') ?? '')?.[1] ?? missing('an action')
  const [needed, action] = [await made(`Études de ${slug}`), await made(`Travaux de ${slug}`)]
  await lead.post(paths.actionState(slug, action), { state: 'planned', on: '1/1/2026' })
  await lead.post(paths.actionSteps(slug, action), { kind: 'step', title: 'Chantier' })
  await lead.post(paths.actionDependencies(slug, action), { needs: needed, kind: 'finishToStart' })
  await lead.post(paths.actionPlaces(slug, action), { kind: 'address', label: 'Place du marché', longitude: '2,83', latitude: '50,43' })
  await lead.post(paths.actionNotes(slug, action), { words: 'Note', on: '1/1/2026' })
  await lead.upload(paths.actionAttachments(slug, action), { name: 'piece.txt', bytes: `Pièce de ${slug}` })
  await lead.post(paths.actionBlockings(slug, action), { reason: 'Attente', since: '1/1/2026', lifter: 'Le maire' })
  await lead.post(paths.actionIndicators(slug, action), { indicator, target: '10' })
  const kept = await lead.post(paths.savedViews(slug), { name: `Vue de ${slug}`, query: '?etat=livree', shared: 'oui' })
  const view = kept.headers.get('location')?.split('/').at(-1) ?? missing('a view')
  await lead.post(paths.drafts(slug), { brouillon: paths.newAction(slug), title: 'En cours' })
  const money = await keepMoney(app, lead, operationId, slug, action)
  return await inTenant(app.database, { operationId, personId: null }, async (db) => {
    const of = (table: 'action_step' | 'action_place' | 'action_note' | 'action_attachment' | 'action_blocking') =>
      db.selectFrom(table).select('id').where('action_id', '=', readId<'action'>(action) ?? missing('an action')).executeTakeFirstOrThrow()
    return {
      ...money, action, needed, view, step: (await of('action_step')).id, place: (await of('action_place')).id, note: (await of('action_note')).id,
      attachment: (await of('action_attachment')).id, blocking: (await of('action_blocking')).id, field: 'title',
      set: (await db.selectFrom('change_set').select('id').orderBy('made_at').orderBy('id').executeTakeFirstOrThrow()).id,
    }
  })
}

/** A cost, a funding with a step and a year, and who brings it. */
async function keepMoney(app: TestApp, lead: Client, operationId: Id<'operation'>, slug: string, action: string): Promise<Identifiers> {
  await lead.post(paths.costLines(slug, action), { nature: 'works', basis: 'HT', planned: '100 000' })
  const made = await lead.post(paths.fundingLines(slug, action), {
    newFunder: `Financeur de ${slug}`, kind: 'grant', basis: 'HT', amount: '50 000', years: '2026 : 50 000',
  })
  expect(made.status).toBe(303)
  return await inTenant(app.database, { operationId, personId: null }, async (db) => {
    const of = readId<'action'>(action) ?? missing('an action')
    const { line, funder } = await db.selectFrom('funding_line').select(['id as line', 'funder_id as funder']).where('action_id', '=', of)
      .executeTakeFirstOrThrow()
    await lead.post(paths.fundingEvents(slug, action, line), { status: 'requested', on: '01/01/2026', stepAmount: '50 000' })
    return {
      line, funder: funder ?? missing('a funder'),
      event: (await db.selectFrom('funding_event').select('id').where('line_id', '=', line).executeTakeFirstOrThrow()).id,
      cost: (await db.selectFrom('cost_line').select('id').where('action_id', '=', of).executeTakeFirstOrThrow()).id,
    }
  })
}

/** A framework of this operation alone with one orientation, and an indicator with a value. */
async function keepFrameworks(app: TestApp, lead: Client, operationId: Id<'operation'>, slug: string): Promise<Identifiers> {
  await lead.post(paths.newFramework(slug), { name: `Cadre de ${slug}`, kind: 'local', outline: '1 Essai' })
  const made = await lead.post(paths.newIndicator(slug), { name: `Indicateur de ${slug}`, kind: 'context' })
  const indicator = made.headers.get('location')?.split('/').at(-1) ?? missing('an indicator')
  await lead.post(paths.indicatorValues(slug, indicator), { on: '1/1/2026', value: '1' })
  return await inTenant(app.database, { operationId, personId: null }, async (db) => ({
    indicator, value: (await db.selectFrom('indicator_value').select('id')
      .where('indicator_id', '=', readId<'indicator'>(indicator) ?? missing('an indicator')).executeTakeFirstOrThrow()).id,
    ...await db.selectFrom('orientation').innerJoin('framework', 'framework.id', 'orientation.framework_id')
      .select(['framework.slug as framework', 'orientation.id as orientation']).where('framework.name', '=', `Cadre de ${slug}`)
      .executeTakeFirstOrThrow(),
  }))
}

/** Where there are obligations: a proof that stands, one that was withdrawn, a proposal set aside; and everywhere a calendar. */
async function keepObligations(app: TestApp, lead: Client, operationId: Id<'operation'>, slug: string): Promise<Identifiers> {
  const inside = <Answer>(act: (db: TestDatabase['kysely']) => Promise<Answer>): Promise<Answer> =>
    inTenant(app.database, { operationId, personId: null }, act)
  await lead.post(paths.operationCalendar(slug), { name: 'Agenda' })
  const { feed } = await inside((db) =>
    db.selectFrom('calendar_feed').select('id as feed').where('operation_id', '=', operationId).executeTakeFirstOrThrow())
  const found = await inside((db) => db.selectFrom('obligation').select('id').where('kind', '=', 'publication').executeTakeFirst())
  if (found === undefined) return { feed }
  for (const title of ['Affichage', 'Erreur']) {
    await lead.post(paths.proofs(slug, found.id), { occurrence: 'standing', form: 'document', on: '1/2/2026', title })
  }
  const entries = await inside((db) => db.selectFrom('obligation_entry').select('id').where('obligation_id', '=', found.id).orderBy('id').execute())
  await lead.post(paths.entryWithdrawal(slug, found.id, entries.at(-1)?.id ?? ''), { reason: 'Erreur' })
  await lead.post(paths.dismissedProposals(slug), {
    convention: 'chapeau', clause: 'article-6', reason: 'Essai',
    words: "Un bilan annuel de l'opération est présenté au comité de suivi avant le 30 juin de chaque année.",
  })
  return { feed, obligation: found.id, entry: entries[0]?.id ?? missing('a proof') }
}
