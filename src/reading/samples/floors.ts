// The least precision and recall, in percent, each kind of fact must keep; raised when the engine gets better.

export type Floors = Readonly<Record<string, readonly [precision: number, recall: number]>>

export const floors: Readonly<Record<'open' | 'held' | 'mutated', Floors>> = {
  open: {
    title: [95, 95], kind: [95, 95], parties: [91, 90], 'party codes': [95, 92], 'party roles': [95, 95], signatories: [85, 85],
    articles: [95, 95], stamps: [95, 95], 'stamp dates': [95, 95], 'stamp problems': [95, 95], term: [95, 95], dates: [93, 93],
    amounts: [95, 95], rates: [91, 91], bodies: [95, 86], seats: [95, 95], 'body rules': [95, 95], chairs: [95, 95], obligations: [93, 88],
    'due rules': [95, 95], references: [95, 95], programmes: [95, 92], 'programme communes': [95, 90], signatures: [95, 81],
    defects: [72, 91],
  },
  held: {
    title: [95, 95], kind: [95, 95], parties: [90, 92], 'party codes': [95, 90], 'party roles': [95, 95], signatories: [95, 95],
    articles: [93, 93], stamps: [95, 95], 'stamp dates': [95, 95], 'stamp problems': [95, 95], term: [95, 81], dates: [80, 88],
    amounts: [85, 85], rates: [95, 95], bodies: [95, 79], seats: [76, 84], 'body rules': [95, 62], chairs: [95, 81], obligations: [83, 62],
    'due rules': [95, 95], references: [95, 95], programmes: [95, 89], 'programme communes': [83, 71], signatures: [89, 89],
    defects: [70, 81],
  },
  mutated: {
    title: [95, 95], kind: [95, 95], parties: [91, 90], 'party codes': [95, 92], 'party roles': [95, 95], signatories: [85, 85],
    articles: [93, 93], stamps: [95, 95], 'stamp dates': [95, 95], 'stamp problems': [95, 95], term: [95, 95], dates: [93, 93],
    amounts: [95, 93], rates: [91, 91], bodies: [95, 86], seats: [93, 93], 'body rules': [95, 95], chairs: [95, 95], obligations: [93, 88],
    'due rules': [95, 95], references: [95, 92], programmes: [95, 92], 'programme communes': [95, 90], signatures: [93, 81],
    defects: [71, 91],
  },
}
