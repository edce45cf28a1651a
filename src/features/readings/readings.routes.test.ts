// Handing in documents over HTTP, following their reading, getting them back byte for byte.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { readingsEnded, silenceMs } from './reading-job.ts'
import { insertReading } from './readings.store.ts'

const text =
  '# Convention de test\n\nENTRE la Commune de Lens, représentée par son Maire, Jean PETIT.\n\n## Article 1 – Objet\n\nUn bilan annuel est établi.\n'

/** Hands a document in, waits for the end of its reading, and gives the address of its page. */
async function deposit(app: TestApp, name: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const answer = await app.as('townLead').upload(paths.documents(app.operation.slug), { name, bytes }, { cle: newId() })
  expect(answer.status).toBe(303)
  await readingsEnded()
  return answer.headers.get('location') ?? ''
}

/** The address from which the document of a reading is downloaded. */
const downloadOf = async (app: TestApp, reading: string): Promise<string> =>
  /\/operations\/[^"]*\/documents\/[^"/]*(?=")/.exec(await htmlOf(await app.as('funder').get(reading)))?.[0] ?? ''

onEachEngine('a document', (open) => {
  it('is handed in, read, listed, and journalled', async () => {
    const app = await startApp(open)
    const reading = await deposit(app, 'convention.md', text)
    expect(await wordsOf(await app.as('funder').get(reading))).toContain('Convention de test')
    const list = await wordsOf(await app.as('elected').get(paths.readings(app.operation.slug)))
    expect([list.includes('convention.md'), list.includes('À relire'), list.includes('Déposer un document')]).toEqual([true, true, false])
    const entries = await app.inside((db) => db.selectFrom('journal_entry').select(['what', 'person_id', 'after']).orderBy('position').execute())
    const sha256 = createHash('sha256').update(text).digest('hex')
    expect(entries).toMatchObject([
      { what: 'documentDeposited', person_id: app.people.townLead.id, after: { fileName: 'convention.md', size: Buffer.byteLength(text), sha256 } },
      { what: 'readingFinished', person_id: app.people.townLead.id, after: { title: 'Convention de test' } },
    ])
  })

  it('comes back byte for byte, to be downloaded and never shown', async () => {
    const app = await startApp(open)
    const bytes = new Uint8Array(70_000).map((_, index) => (index * 7919) % 256)
    const reading = await deposit(app, 'bytes.bin', bytes)
    const answer = await app.as('funder').get(await downloadOf(app, reading))
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')])
      .toEqual([200, 'application/octet-stream', 'attachment; filename="bytes.bin"; filename*=UTF-8\'\'bytes.bin'])
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), Buffer.from(bytes))).toBe(0)
  })

  it.each([
    ['../../etc/passwd', 'passwd'], ['C:\\dossier\\convention.pdf', 'convention.pdf'], ['a"; filename="b.html', 'a"; filename="b.html'],
    ['<script>alert(1)<.md', '<script>alert(1)<.md'],
    ['é‮fdp.exe', 'é‮fdp.exe'], ['a\u0000b\u0007.md', 'ab.md'], ['x'.repeat(300), 'x'.repeat(200)], ['…', '…'],
    ['convention\ud83d', 'convention\ufffd'],
  ])('named %j is kept under a harmless name', async (name, kept) => {
    const app = await startApp(open)
    const reading = await deposit(app, name, text)
    const page = await app.as('funder').get(reading)
    expect(await page.text()).not.toContain('<script>alert')
    expect(await app.inside((db) => db.selectFrom('document').select('file_name').execute())).toEqual([{ file_name: kept }])
    const answer = await app.as('funder').get(await downloadOf(app, reading))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[^\s;"]*$/)
  })

  it('empty, absent or sent as text is refused in a sentence', async () => {
    const app = await startApp(open)
    const sentence = 'Choisissez un document à déposer : le fichier est absent ou vide.'
    const answers = [
      await app.as('lawyer').upload(paths.documents(app.operation.slug), { name: 'vide.pdf', bytes: '' }),
      await app.as('lawyer').post(paths.documents(app.operation.slug), {}),
      await app.as('lawyer').post(paths.documents(app.operation.slug), { file: 'du texte' }),
    ]
    for (const answer of answers) expect([answer.status, (await wordsOf(answer)).includes(sentence)]).toEqual([422, true])
    expect(await app.inside((db) => db.selectFrom('document').select('id').execute())).toEqual([])
  })

  it.each([
    ['chiffrée.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'Le fichier'],
    ['convention.pdf', '%PDF-1.7\nrien de plus', 'Le fichier est endommagé ou incomplet.'],
    ['blanc.txt', '   \n\n ', 'Le fichier ne contient aucun texte.'],
    ['page.pdf', '<html><body>Connexion</body></html>', 'Le fichier est une page web'],
  ])('%s that cannot be read says so in French, and can be had back', async (name, bytes, sentence) => {
    const app = await startApp(open)
    const reading = await deposit(app, name, bytes)
    const words = await wordsOf(await app.as('townLead').get(reading))
    expect([words.includes('Document illisible'), words.includes(sentence), words.includes('Déposer un autre document')]).toEqual([true, true, true])
    expect((await app.as('funder').get(await downloadOf(app, reading))).status).toBe(200)
    expect(await wordsOf(await app.as('funder').get(paths.readings(app.operation.slug)))).toContain('Illisible')
    for (const path of [`${reading}/faits`, `${reading}/publication`]) expect((await app.as('lawyer').get(path)).status).toBe(404)
  })

  it('handed in twice is kept once, and read twice', async () => {
    const app = await startApp(open)
    const [one, two] = [await deposit(app, 'une.md', text), await deposit(app, 'deux.md', text)]
    expect(one).not.toBe(two)
    expect(await app.inside((db) => db.selectFrom('document').select('file_name').execute())).toEqual([{ file_name: 'une.md' }])
  })

  it('sent twice at the same instant by the same form is read once', async () => {
    const app = await startApp(open)
    const cle = newId()
    const answers =
      await Promise.all([1, 2].map(() => app.as('lawyer').upload(paths.documents(app.operation.slug), { name: 'a.md', bytes: text }, { cle })))
    await readingsEnded()
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await app.inside((db) => db.selectFrom('reading').select('id').execute())).toHaveLength(1)
  })

  it('is handed in by who may, and had by who has a mandate', async () => {
    const [app, other] = [await startApp(open), await startApp(open)]
    const reading = await deposit(app, 'a.md', text)
    const document = await downloadOf(app, reading)
    for (const role of ['elected', 'prefecture', 'funder'] as const) {
      expect((await app.as(role).get(paths.newDocument(app.operation.slug))).status).toBe(403)
      const answer = await app.as(role).upload(paths.documents(app.operation.slug), { name: 'a.md', bytes: text })
      expect([answer.status, (await wordsOf(answer)).includes('chef de projet, commune, finances, juriste')]).toEqual([403, true])
    }
    expect((await app.as('lawyer').get(paths.newDocument(app.operation.slug))).status).toBe(200)
    for (const path of [reading, document]) {
      expect([(await other.as('lawyer').get(path)).status, (await app.visitor().get(path)).status]).toEqual([404, 303])
      expect((await other.as('lawyer').get(path.replace(app.operation.slug, other.operation.slug))).status).toBe(404)
    }
    expect((await app.visitor().upload(paths.documents(app.operation.slug), { name: 'a.md', bytes: text })).status).toBe(401)
    for (const path of [paths.document(app.operation.slug, newId()), paths.reading(app.operation.slug, newId()),
      paths.document(app.operation.slug, 'x'), paths.reading(app.operation.slug, 'x')]) {
      expect((await app.as('lawyer').get(path)).status).toBe(404)
    }
  })
})

onEachEngine('a reading', (open) => {
  it('says that it is under way, and is taken over when its worker fell silent', async () => {
    const app = await startApp(open)
    await deposit(app, 'a.md', text)
    const { documentId } = await app.inside((db) => db.selectFrom('reading').select('document_id as documentId').executeTakeFirstOrThrow())
    const silent = await inTenant(app.database, { operationId: app.operation.id, personId: null }, (db) =>
      insertReading(db, app.operation.id, documentId, app.people.lawyer.id, instant(app.services.clock())))
    const path = paths.reading(app.operation.slug, silent)
    expect(await wordsOf(await app.as('funder').get(path))).toContain('Lecture en cours')
    expect((await app.as('lawyer').get(`${path}/faits`)).status).toBe(404)
    await readingsEnded()
    expect(await wordsOf(await app.as('funder').get(path))).toContain('Lecture en cours')
    app.wait(Math.ceil(silenceMs / 60_000))
    await Promise.all([app.as('funder').get(path), app.as('elected').get(path)])
    await readingsEnded()
    expect(await wordsOf(await app.as('funder').get(path))).toContain('Convention de test')
    const entries = await app.inside((db) =>
      db.selectFrom('journal_entry').select('object_id').where('what', '=', 'readingFinished').where('object_id', '=', silent).execute())
    expect(entries).toHaveLength(1)
  })
})
