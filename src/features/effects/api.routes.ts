// What programs ask: the answer for a point as JSON, and a file of points as CSV in and out; without a session, open to every site.
import { createHash } from 'node:crypto'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { answerAnybody } from './answering.ts'
import { askerOf } from './asking.store.ts'
import { askedOf, repeatedIn, resolvePlace } from './asked-place.ts'
import { lotSentences } from './effect.words.ts'
import { answerLot, openLot, sceneOf, streamOf } from './lot.ts'
import { listOpenOperations } from './openings.store.ts'
import { readAudience, readDegrees } from './question.rules.ts'
import { sourcesOf } from './sources.ts'

/** Mounted before the guard against other sites: programs that come here have no session to abuse. */
export const effectsApi = routes()
const open = { 'Access-Control-Allow-Origin': '*', 'X-Robots-Tag': 'noindex' }

/** An error as RFC 9457 has it. */
function problem(c: Request, status: 400 | 404 | 413 | 422, title: string, detail: string) {
  const body = JSON.stringify({ type: 'about:blank', title, status, detail })
  return c.body(body, status, { ...open, 'Content-Type': 'application/problem+json; charset=utf-8' })
}

effectsApi.get(paths.effectsApi(), async (c) => {
  const { lon, lat, role } = c.req.query()
  const repeated = repeatedIn(c)
  if (repeated !== undefined) return problem(c, 400, 'Paramètre répété', `« ${repeated} » est donné plusieurs fois : donnez-le une seule.`)
  const { day, dayAsked } = c.var
  if (dayAsked === 'unreadable') return problem(c, 400, 'Jour illisible', 'Donnez « le » sous la forme aaaa-mm-jj, entre 1900 et 2200.')
  if ((lon !== undefined || lat !== undefined) && (readDegrees(lon, 180) === undefined || readDegrees(lat, 90) === undefined)) {
    return problem(c, 400, 'Coordonnées illisibles', 'Donnez « lon » et « lat » en degrés (WGS 84), avec un point.')
  }
  if (role !== undefined && role !== '' && readAudience(role) === undefined) return problem(c, 400, 'Public inconnu', 'Voir le manuel, « API ».')
  const resolved = await resolvePlace(c, askedOf(c), [])
  if (!('place' in resolved)) {
    const ids = 'found' in resolved ? resolved.found.map(({ id }) => id).join(', ') : ''
    return 'found' in resolved ? problem(c, 422, 'Adresse incertaine', `Choisissez avec « adresse » : ${ids}.`)
      : 'trouble' in resolved && resolved.trouble === 'outsideFrance'
        ? problem(c, 400, 'Point hors de France', 'Vérifiez l’ordre : « lon » est la longitude, « lat » la latitude.')
      : problem(c, 400, 'Lieu manquant', 'Donnez « lon » et « lat », ou « adresse », ou « parcelle », ou « q ».')
  }
  const answer = await answerAnybody(c, { place: resolved.place, on: day, role: readAudience(role) }, c.req.query('operation') || undefined)
  if (answer === undefined) return problem(c, 404, 'Aucune opération', 'Aucune opération n’a ouvert ses réponses au public pour ce lieu.')
  const body = JSON.stringify(answer.record)
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ...open, ETag: tag, 'Cache-Control': 'public, no-cache' }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' })
})

const largest = 50_000_000
effectsApi.post(paths.effectsBatchApi(), async (c) => {
  const { day, dayAsked } = c.var
  if (dayAsked === 'unreadable') return problem(c, 400, 'Jour illisible', 'Donnez « le » sous la forme aaaa-mm-jj, entre 1900 et 2200.')
  if (Number(c.req.header('content-length') ?? 0) > largest) return problem(c, 413, 'Fichier trop grand', 'Au plus 50 Mo : coupez-le en plusieurs.')
  const { services: { database, log }, today } = c.var
  const openOnes = await listOpenOperations(database.kysely)
  const wanted = c.req.query('operation')
  const [operation, other] = openOnes.filter(({ slug }) => wanted === undefined || slug === wanted)
  if (operation === undefined) return problem(c, 404, 'Aucune opération', 'Cette opération n’a pas ouvert ses réponses au public.')
  if (other !== undefined) return problem(c, 400, 'Opération à choisir', `Donnez « operation » : ${openOnes.map(({ slug }) => slug).join(', ')}.`)
  const input = c.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() })
  const asked = { on: day, demonstration: operation.demonstration }
  const lot = await openLot(limited(input))
  if (typeof lot === 'string') return problem(c, 422, 'Fichier incompris', lotSentences[lot])
  // The sources are asked while the transaction lasts; the lines are answered after, from memory.
  const scene = await inTenant(database, { operationId: operation.id, personId: null, readOnly: true }, (db) =>
    sceneOf(sourcesOf(db, operation.id, today), askerOf(db, log, true), asked))
  return c.body(streamOf(answerLot(lot, scene)), 200, { ...open, 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' })
})

/** Stops reading after as many bytes as a file may have, whatever its sender announced. */
async function* limited(input: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of input) {
    bytes += chunk.length
    if (bytes > largest) throw new Error('too large')
    yield chunk
  }
}
