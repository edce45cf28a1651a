// The sheet of one action. Registered last: its address would take in those of the lists.
import { paths } from '../../paths.ts'
import { may } from '../../platform/guard.ts'
import { routes } from '../../platform/web.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { SheetPage } from './sheet.pages.tsx'
import { gatherSheet } from './sheet.ts'

export const sheet = routes()

sheet.get(paths.action(':operation', ':action'), may('viewPlan'), async (c) =>
  page(c, SheetPage({ frame: operationFrame(c), scene: await gatherSheet(c), query: (name) => c.req.query(name) })))
