// The file of the demonstration's plan: its shape, checked as it is read, and the small notations its lines are written in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { date } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { remembered } from '../../kernel/remembered.ts'
import { frameworkKinds } from '../frameworks/framework.rules.ts'
import { indicatorKinds } from '../frameworks/indicator.rules.ts'
import { actionNatures, participationLevels, priorities } from '../../planning/action-fields.ts'

const text = z.coerce.string()
const day = z.string().transform(date)
const lines = z.array(z.string()).default([])
const organisation = z.object({
  name: z.string(), kind: z.enum(['epci', 'commune', 'state', 'region', 'department', 'agency', 'private', 'other']),
  siren: z.string().nullable().default(null), insee: z.string().nullable().default(null),
})
const framework = z.object({
  key: z.string(), name: z.string(), kind: z.enum(frameworkKinds), since: day.nullable().default(null), until: day.nullable().default(null),
  summary: z.string(), clause: z.string().optional(), orientations: z.string(),
})
const indicator = z.object({
  key: z.string(), name: z.string(), unit: z.string(), kind: z.enum(indicatorKinds), formula: z.string(), source: z.string(),
  on: z.string().optional(), values: z.record(z.string(), z.number().nullable()).default({}),
})
const post = z.object({
  title: z.string(), kind: z.enum(['projectLead', 'opahRuOfficer', 'townCentreManager', 'other']), employer: z.string(), opahRu: z.boolean(),
  clause: z.string(), since: day, note: z.string(),
  years: z.array(z.object({ year: z.number(), cost: z.union([z.number(), z.literal('?')]), basis: z.literal('none'), funds: lines })),
})
const action = z.object({
  code: z.string(), title: z.string(), about: z.string(), fact: z.string().optional(), owner: z.string().optional(), delegated: z.string().optional(),
  in: z.record(z.string(), text).default({}), clause: z.string().optional(), days: z.string().optional(), forecast: z.string().optional(),
  ongoing: z.boolean().default(false), restricted: z.boolean().default(false), priority: z.enum(priorities).optional(),
  nature: z.enum(actionNatures).optional(), participation: z.enum(participationLevels).optional(), progress: z.number().optional(), states: lines,
  steps: lines, needs: lines, place: z.string().optional(), pilots: lines, elected: lines, partners: lines,
  tags: z.partialRecord(z.enum(['theme', 'programme', 'audience', 'zoning']), z.array(z.string())).default({}), costs: lines, funds: lines,
  years: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  blocked: z.object({ since: day, reason: z.string(), lifter: z.string(), organisation: z.string(), expected: day }).optional(),
  indicator: z.record(z.string(), z.array(text)).default({}),
})
const plan = z.object({
  organisations: z.record(z.string(), organisation), frameworks: z.array(framework), indicators: z.array(indicator), posts: z.array(post),
  actions: z.array(action), notes: lines, links: lines, views: z.array(z.object({ name: z.string(), query: z.string() })),
})
export type DemonstrationPlan = z.infer<typeof plan>
export type DemonstrationAction = z.infer<typeof action>
export type DemonstrationPost = z.infer<typeof post>

/** Reads the plan of a folder, once; throws when it is not one, since that is our mistake. */
export const readDemonstrationPlan = remembered<DemonstrationPlan>(2, (folder) =>
  plan.parse(parse(readFileSync(join(folder, 'plan.yaml'), 'utf8'), { prettyErrors: false, uniqueKeys: false })))

/** The cells of « a | b | c ». */
export const cellsOf = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim())
/** A day of a cell; null when it is empty. */
export const dayOf = (cell: string | undefined): PlainDate | null => (cell === undefined || cell === '' ? null : date(cell))
/** Euros of a cell in cents; null when it is empty or unknown. */
export const centsOf = (cell: string | number | undefined): Cents | null =>
  (cell === undefined || cell === '' || cell === '?' ? null : cents(Math.round(Number(cell) * 100)))
