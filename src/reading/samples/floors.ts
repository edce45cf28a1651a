// The least precision and recall, in percent, each kind of fact must keep; raised when the engine gets better.

export type Floors = Readonly<Record<string, readonly [precision: number, recall: number]>>

export const floors: Readonly<Record<'open' | 'held' | 'mutated', Floors>> = {
  open: {
    title: [95, 95], kind: [95, 95], parties: [95, 95], 'party codes': [95, 95], 'party roles': [95, 95], signatories: [95, 95],
    articles: [95, 95], stamps: [95, 95], 'stamp dates': [95, 95], 'stamp problems': [95, 95], term: [95, 87], dates: [91, 91],
    amounts: [95, 95], rates: [91, 91], bodies: [95, 87], seats: [95, 89], 'body rules': [95, 90], chairs: [95, 88], obligations: [91, 84],
    'due rules': [95, 95], references: [95, 95], programmes: [95, 92], 'programme communes': [95, 85], signatures: [95, 95],
    defects: [81, 91],
  },
  held: {
    title: [95, 95], kind: [95, 95], parties: [90, 92], 'party codes': [95, 90], 'party roles': [95, 95], signatories: [95, 95],
    articles: [93, 93], stamps: [95, 95], 'stamp dates': [95, 95], 'stamp problems': [95, 95], term: [95, 81], dates: [80, 88],
    amounts: [85, 85], rates: [95, 95], bodies: [95, 79], seats: [76, 84], 'body rules': [95, 62], chairs: [95, 81], obligations: [83, 60],
    'due rules': [95, 95], references: [95, 95], programmes: [95, 89], 'programme communes': [83, 71], signatures: [89, 89],
    defects: [70, 81],
  },
  mutated: {
    title: [95, 95], kind: [95, 95], parties: [93, 95], 'party codes': [95, 95], 'party roles': [95, 95], signatories: [93, 93],
    articles: [93, 93], stamps: [95, 95], 'stamp dates': [95, 95], 'stamp problems': [95, 95], term: [95, 87], dates: [91, 91],
    amounts: [95, 93], rates: [91, 91], bodies: [95, 87], seats: [93, 89], 'body rules': [95, 89], chairs: [95, 88], obligations: [91, 84],
    'due rules': [95, 95], references: [95, 91], programmes: [95, 92], 'programme communes': [95, 85], signatures: [93, 93],
    defects: [80, 91],
  },
}
