// Adding an obligation that the reading missed.
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { factFields } from '../readings/fact-form.rules.ts'
import { factFault } from '../readings/fact.words.ts'
import type { Fault } from '../../design/faults.tsx'
import { AddObligationPage, addedFaults } from './added.pages.tsx'
import { addObligation } from './added.rules.ts'
import type { AddedTyped } from './added.rules.ts'
import { insertObligation, listClauses } from './obligations.store.ts'

export const added = routes()

added.get(paths.newObligation(':operation'), may('keepObligation'), (c) => addPage(c, {}, []))

added.post(paths.newObligation(':operation'), may('keepObligation'), recorded('obligationAdded'), async (c) => {
  const typed = await fields(c, ['clause', 'words', ...factFields.obligation.map(({ name }) => name)])
  const outcome = addObligation(typed, await listClauses(c.var.db))
  if (!outcome.ok) {
    return await addPage(c, typed, outcome.problems.map((problem) => (typeof problem === 'string' ? addedFaults[problem] : factFault(problem))))
  }
  const id = await insertObligation(c.var.db, c.var.space.operationId, outcome.value)
  await c.var.record({ objectKind: 'obligation', objectId: id, before: null, after: outcome.value })
  return c.redirect(paths.obligation(c.var.space.slug, id), 303)
})

async function addPage(c: Request, typed: AddedTyped, faults: readonly Fault[]) {
  const clauses = (await listClauses(c.var.db)).map(({ id, conventionTitle, number, heading }) =>
    ({ id, label: `${number} ${heading} – ${conventionTitle}`.slice(0, 160) }))
  const node = AddObligationPage({ frame: operationFrame(c), slug: c.var.space.slug, typed, faults, onceKey: newId(), clauses })
  return page(c, node, faults.length > 0 ? 422 : 200)
}
