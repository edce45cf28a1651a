// Who changed a line last and when, for whoever was changing it at the same time.
import type { ComponentChildren } from 'preact'
import { Moment } from '../../design/time.tsx'
import type { Request } from '../../platform/web.ts'
import { listHistory } from '../actions/change-sets.store.ts'

export async function lastChange(c: Request, id: string): Promise<{ readonly author: string; readonly when: ComponentChildren }> {
  const [last] = await listHistory(c.var.db, id)
  return last === undefined ? { author: 'une autre personne', when: 'à l’instant' } : { author: last.set.by, when: <Moment at={last.set.at} /> }
}
