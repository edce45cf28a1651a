// Who may do what, cell by cell: the table written again by hand, so that a change in one place shows.
import { describe, expect, test } from 'vitest'
import { holds, rights, rightsTable, roles, rolesWith } from './rights.ts'

const expected = `
                   | projectLead | townLead | finance | lawyer | elected | prefecture | funder
viewOperation      | yes         | yes      | yes     | yes    | yes     | yes        | yes
editOperation      | yes         | no       | no      | yes    | no      | no         | no
managePeople       | yes         | no       | no      | no     | no      | no         | no
depositDocument    | yes         | yes      | yes     | yes    | no      | no         | no
reviewReading      | yes         | yes      | no      | yes    | no      | no         | no
publishConvention  | yes         | no       | no      | yes    | no      | no         | no
recordAct          | yes         | yes      | no      | yes    | no      | no         | no
draftAmendment     | yes         | no       | no      | yes    | no      | no         | no
keepObligation     | yes         | yes      | no      | yes    | no      | no         | no
viewJournal        | yes         | no       | yes     | yes    | yes     | yes        | no
viewPlan           | yes         | yes      | yes     | yes    | yes     | yes        | yes
viewWholeMoney     | yes         | yes      | yes     | yes    | yes     | yes        | no
editAction         | yes         | yes      | no      | no     | no      | no         | no
keepPlan           | yes         | no       | no      | no     | no      | no         | no
keepFunding        | yes         | yes      | yes     | no     | no      | no         | no
keepSectors        | yes         | no       | no      | yes    | no      | no         | no
recordUse          | yes         | yes      | no      | yes    | no      | no         | no`
const [columns = [], ...rows] = expected.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
const headings = columns.filter((heading) => heading !== '')

describe('the table of rights', () => {
  test('has these rows and these columns, no other', () => {
    expect(rows.map(([right]) => right)).toEqual([...rights])
    expect(headings).toEqual([...roles])
  })

  const cells = rows.flatMap(([right = '', ...answers]) => headings.map((role, index) => [role, right, answers[index] === 'yes'] as const))
  test.each(cells)('%s, %s: %s', (roleName, rightName, answer) => {
    const role = roles.find((known) => known === roleName) ?? 'funder'
    const right = rights.find((known) => known === rightName) ?? 'managePeople'
    expect(rightsTable[right][role]).toBe(answer)
    expect(holds([role], right)).toBe(answer)
    expect(rolesWith(right).includes(role)).toBe(answer)
  })
})

test('nobody holds a right without a role, and one role that has it is enough', () => {
  for (const right of rights) expect(holds([], right)).toBe(false)
  expect(holds(['funder', 'projectLead'], 'managePeople')).toBe(true)
})

test('every right has someone to ask', () => {
  for (const right of rights) expect(rolesWith(right).length).toBeGreaterThan(0)
})
