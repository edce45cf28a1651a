// The least precision and recall, in percent, each kind of fact must keep; raised when the engine gets better.

export type Floors = Readonly<Record<string, readonly [precision: number, recall: number]>>

export const floors: Readonly<Record<'open' | 'held' | 'mutated', Floors>> = {
  open: {
    title: [98, 98], kind: [98, 98], parties: [94, 95], 'party codes': [98, 95], 'party roles': [98, 98], signatories: [89, 89],
    articles: [98, 98], stamps: [98, 98], 'stamp dates': [98, 98], 'stamp problems': [98, 98], term: [87, 83], dates: [85, 89],
    amounts: [98, 98], rates: [98, 98], bodies: [98, 84], seats: [88, 68], 'body rules': [98, 91], chairs: [98, 70], obligations: [89, 67],
    'due rules': [98, 98], references: [98, 98], programmes: [98, 98], 'programme communes': [98, 98], signatures: [98, 85],
    defects: [67, 90],
  },
  held: {
    title: [98, 98], kind: [98, 98], parties: [92, 94], 'party codes': [98, 92], 'party roles': [98, 98], signatories: [98, 98],
    articles: [96, 96], stamps: [98, 98], 'stamp dates': [98, 98], 'stamp problems': [98, 98], term: [98, 83], dates: [80, 90],
    amounts: [88, 88], rates: [98, 98], bodies: [98, 81], seats: [77, 86], 'body rules': [98, 63], chairs: [98, 82], obligations: [82, 50],
    'due rules': [98, 98], references: [98, 98], programmes: [98, 92], 'programme communes': [98, 68], signatures: [91, 91],
    defects: [61, 81],
  },
  mutated: {
    title: [98, 98], kind: [98, 98], parties: [94, 95], 'party codes': [98, 95], 'party roles': [98, 98], signatories: [90, 89],
    articles: [96, 96], stamps: [98, 98], 'stamp dates': [98, 98], 'stamp problems': [98, 98], term: [87, 83], dates: [85, 89],
    amounts: [98, 96], rates: [98, 98], bodies: [98, 84], seats: [88, 68], 'body rules': [98, 91], chairs: [98, 70], obligations: [89, 67],
    'due rules': [98, 98], references: [98, 95], programmes: [98, 98], 'programme communes': [98, 98], signatures: [96, 85],
    defects: [66, 90],
  },
}
