// The least precision and recall, in percent, each kind of fact must keep; raised when the engine gets better.

export type Floors = Readonly<Record<string, readonly [precision: number, recall: number]>>

export const floors: Readonly<Record<'open' | 'held' | 'mutated', Floors>> = {
  open: {
    title: [96, 96], kind: [96, 96], parties: [92, 93], 'party codes': [96, 93], 'party roles': [96, 96], signatories: [88, 88],
    articles: [96, 96], stamps: [96, 96], 'stamp dates': [96, 96], 'stamp problems': [96, 96], term: [85, 81], dates: [83, 87],
    amounts: [96, 96], rates: [96, 96], bodies: [96, 83], seats: [85, 66], 'body rules': [96, 90], chairs: [96, 70], obligations: [86, 69],
    'due rules': [96, 96], references: [96, 96], programmes: [96, 96], 'programme communes': [96, 91], signatures: [96, 84],
    defects: [72, 84],
  },
  held: {
    title: [96, 96], kind: [96, 96], parties: [91, 93], 'party codes': [96, 91], 'party roles': [96, 96], signatories: [96, 96],
    articles: [94, 94], stamps: [96, 96], 'stamp dates': [96, 96], 'stamp problems': [96, 96], term: [96, 82], dates: [79, 89],
    amounts: [86, 86], rates: [96, 96], bodies: [96, 80], seats: [77, 85], 'body rules': [96, 63], chairs: [96, 82], obligations: [81, 52],
    'due rules': [96, 96], references: [96, 96], programmes: [96, 90], 'programme communes': [83, 67], signatures: [90, 90],
    defects: [70, 79],
  },
  mutated: {
    title: [96, 96], kind: [96, 96], parties: [92, 93], 'party codes': [96, 93], 'party roles': [96, 96], signatories: [88, 88],
    articles: [94, 94], stamps: [96, 96], 'stamp dates': [96, 96], 'stamp problems': [96, 96], term: [85, 81], dates: [83, 87],
    amounts: [96, 94], rates: [96, 96], bodies: [96, 83], seats: [84, 66], 'body rules': [96, 90], chairs: [96, 70], obligations: [86, 69],
    'due rules': [96, 96], references: [96, 93], programmes: [96, 96], 'programme communes': [96, 91], signatures: [94, 84],
    defects: [72, 84],
  },
}
