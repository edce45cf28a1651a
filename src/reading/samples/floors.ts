// The least precision and recall, in percent, each kind of fact must keep; raised when the engine gets better.

export type Floors = Readonly<Record<string, readonly [precision: number, recall: number]>>

export const floors: Readonly<Record<'open' | 'held' | 'mutated', Floors>> = {
  open: {
    title: [96, 96], kind: [96, 96], parties: [96, 96], 'party codes': [96, 96], 'party roles': [96, 96], signatories: [96, 96],
    articles: [96, 96], stamps: [96, 96], 'stamp dates': [96, 96], 'stamp problems': [96, 96], term: [96, 96], dates: [94, 94],
    amounts: [92, 92], rates: [96, 96], bodies: [96, 96], seats: [90, 89], 'body rules': [96, 91], chairs: [96, 96], obligations: [94, 87],
    'due rules': [96, 96], references: [96, 96], programmes: [96, 96], 'programme communes': [96, 84], signatures: [96, 96],
    defects: [89, 96],
  },
  held: {
    title: [96, 96], kind: [96, 96], parties: [91, 93], 'party codes': [96, 91], 'party roles': [96, 96], signatories: [96, 96],
    articles: [94, 94], stamps: [96, 96], 'stamp dates': [96, 96], 'stamp problems': [96, 96], term: [96, 82], dates: [82, 91],
    amounts: [86, 86], rates: [96, 96], bodies: [96, 80], seats: [77, 85], 'body rules': [88, 63], chairs: [96, 82], obligations: [85, 64],
    'due rules': [92, 92], references: [96, 96], programmes: [96, 90], 'programme communes': [84, 72], signatures: [90, 90],
    defects: [71, 82],
  },
  mutated: {
    title: [96, 96], kind: [96, 96], parties: [94, 96], 'party codes': [96, 96], 'party roles': [96, 96], signatories: [94, 94],
    articles: [94, 94], stamps: [96, 96], 'stamp dates': [96, 96], 'stamp problems': [96, 96], term: [96, 96], dates: [94, 94],
    amounts: [92, 92], rates: [96, 96], bodies: [96, 96], seats: [90, 89], 'body rules': [96, 91], chairs: [96, 96], obligations: [94, 87],
    'due rules': [96, 96], references: [96, 92], programmes: [96, 96], 'programme communes': [96, 84], signatures: [94, 94],
    defects: [88, 96],
  },
}
