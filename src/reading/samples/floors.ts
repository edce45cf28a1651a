// The least precision and recall, in percent, each kind of fact must keep; raised when the engine gets better.

type Floors = Readonly<Record<string, readonly [precision: number, recall: number]>>

export const floors: Readonly<Record<'open' | 'held' | 'mutated', Floors>> = {
  open: {
    title: [98, 98], kind: [98, 98], parties: [98, 98], 'party codes': [98, 98], 'party roles': [98, 98], signatories: [98, 98],
    articles: [98, 98], stamps: [98, 98], 'stamp dates': [98, 98], 'stamp problems': [98, 98], term: [98, 98], dates: [96, 96],
    amounts: [94, 94], rates: [98, 98], bodies: [98, 98], seats: [92, 91], 'body rules': [98, 93], chairs: [98, 98], obligations: [96, 92],
    'due rules': [98, 98], references: [98, 98], programmes: [98, 98], 'programme communes': [98, 86], signatures: [98, 98],
    defects: [91, 98],
  },
  held: {
    title: [98, 98], kind: [98, 98], parties: [93, 95], 'party codes': [98, 93], 'party roles': [98, 98], signatories: [98, 98],
    articles: [96, 96], stamps: [98, 98], 'stamp dates': [98, 98], 'stamp problems': [98, 98], term: [98, 84], dates: [84, 93],
    amounts: [88, 88], rates: [98, 98], bodies: [98, 82], seats: [79, 87], 'body rules': [90, 65], chairs: [98, 84], obligations: [87, 66],
    'due rules': [94, 94], references: [98, 98], programmes: [98, 92], 'programme communes': [86, 74], signatures: [92, 92],
    defects: [73, 84],
  },
  mutated: {
    title: [98, 98], kind: [98, 98], parties: [96, 98], 'party codes': [98, 98], 'party roles': [98, 98], signatories: [96, 96],
    articles: [96, 96], stamps: [98, 98], 'stamp dates': [98, 98], 'stamp problems': [98, 98], term: [98, 98], dates: [96, 96],
    amounts: [94, 94], rates: [98, 98], bodies: [98, 98], seats: [92, 91], 'body rules': [98, 93], chairs: [98, 98], obligations: [96, 91],
    'due rules': [98, 98], references: [98, 94], programmes: [98, 98], 'programme communes': [98, 86], signatures: [96, 96],
    defects: [90, 98],
  },
}
