// Testing an address without an account: by the operations that opened their answers. Nothing of what is asked is kept.
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { routes } from '../../platform/web.ts'
import { listLoads } from '../addresses/loads.store.ts'
import { frame, page } from '../site/chrome.ts'
import { answerAnybody } from './answering.ts'
import { askedOf, repeatedIn, resolvePlace } from './asked-place.ts'
import { PublicEffectsPage } from './effects.pages.tsx'
import type { Tested } from './effects.pages.tsx'
import { listOpenOperations } from './openings.store.ts'
import { placeTyped, readAudience } from './question.rules.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'

export const publicEffects = routes()

publicEffects.get(paths.publicEffects(), async (c) => {
  const { db, day, dayAsked } = c.var
  const [only] = await listOpenOperations(db)
  const members = only === undefined ? [] : loadTerritoryCodes().epci(only.epciSiren)?.members ?? []
  const role = readAudience(c.req.query('role'))
  const resolved = await resolvePlace(c, askedOf(c), members)
  const refused = repeatedIn(c) === undefined ? dayAsked === 'unreadable' ? 'dayUnreadable' : undefined : 'repeated'
  const answer = 'place' in resolved && refused === undefined ? await answerAnybody(c, { place: resolved.place, on: day, role }) : undefined
  const tested: Tested = {
    q: c.req.query('q') || ('place' in resolved ? placeTyped(resolved.place) : ''), role, record: answer?.record, le: c.req.query('le') ?? '',
    found: 'found' in resolved && refused === undefined ? resolved.found : [],
    trouble: refused !== undefined ? refused : 'trouble' in resolved ? resolved.trouble
      : 'place' in resolved && answer === undefined ? 'noOperation' : undefined,
    loads: await listLoads(db),
  }
  const le = dayAsked === 'yes' ? `&le=${day}` : ''
  return page(c, PublicEffectsPage({
    frame: frame(c), action: paths.publicEffects(), tested, prefer: only?.epciSiren ?? '', day, certify: paths.publicCertificates(), onceKey: newId(),
    query: `${role === undefined ? '' : `&role=${role}`}${le}`,
  }), refused === undefined ? 200 : 422)
})
