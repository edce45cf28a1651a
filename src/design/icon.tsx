// Our own small set of drawings, 20 × 20, drawn in the colour of the text; always beside words, never instead of them.

const strokes = {
  alert: 'M10 3 18 17H2ZM10 8v4M10 14.5v.1',
  arrow: 'M3 10h13M11 5l5 5-5 5',
  article: 'M5 2.5h7l3.5 3.5v11.5H5zM8 9h5M8 12h5M8 15h3',
  body: 'M10 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M5 17c0-3 2-5.5 5-5.5s5 2.5 5 5.5M3.5 10.5a1.7 1.7 0 1 0 0-3.4M16.5 10.5a1.7 1.7 0 1 1 0-3.4',
  calendar: 'M3 5h14v12H3ZM3 9h14M7 3v4M13 3v4',
  check: 'M4 10.5l4 4L16 6',
  chevron: 'M7 4l6 6-6 6',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l3 2',
  cross: 'M5 5l10 10M15 5L5 15',
  document: 'M5 2.5h7l3.5 3.5v11.5H5ZM12 2.5V6h3.5',
  download: 'M10 3v10M6 9.5l4 4 4-4M3 17h14',
  edit: 'M3 17l.8-3.8L13.5 3.5l3 3L6.8 16.2ZM11.5 5.5l3 3',
  euro: 'M15 5.5A5.5 5.5 0 0 0 7 10a5.5 5.5 0 0 0 8 4.5M3.5 8.5h8M3.5 11.5h8',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10M10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  history: 'M4 6v4h4M4.5 10A6 6 0 1 1 6 14.5M10 7v3.5l2.5 1.5',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 9.5v4M10 6.5v.1',
  law: 'M10 3v14M6 17h8M4 6h12M4 6l-2 5h4ZM16 6l-2 5h4Z',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1',
  lock: 'M5 9h10v8H5ZM7 9V6.5a3 3 0 0 1 6 0V9',
  map: 'M10 17.5S4.5 12 4.5 8a5.5 5.5 0 0 1 11 0c0 4-5.5 9.5-5.5 9.5M10 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6',
  menu: 'M3 5h14M3 10h14M3 15h14',
  obligation: 'M4 3.5h12v13H4ZM7 8l1.5 1.5L11 7M7 13h6',
  party: 'M2.5 17V9L7 5.5 11.5 9v8M11.5 11h6v6M2 17h16M6 17v-3.5h2V17',
  plus: 'M10 4v12M4 10h12',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6Z',
  question: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 13.8v.1',
  rate: 'M15 5L5 15M6.5 8a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4M13.5 15.4a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M13 13l4.5 4.5',
  stamp: 'M7.5 9.5C8.5 8 7 7 7 5.5a3 3 0 0 1 6 0C13 7 11.5 8 12.5 9.5M4 13.5V11c0-1 .5-1.5 1.5-1.5h9c1 0 1.5.5 1.5 1.5v2.5ZM4 17h12',
  theme: 'M10 3a7 7 0 1 0 0 14ZM10 3a7 7 0 0 1 0 14',
  upload: 'M10 13V3M6 6.5l4-4 4 4M3 12v5h14v-5',
} as const

export type IconName = keyof typeof strokes

export const iconNames: readonly IconName[] = Object.keys(strokes).filter((name): name is IconName => name in strokes)

/** A drawing hidden from assistive technology: the words beside it say the same. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path d={strokes[name]} />
  </svg>
)

/** The mark of Chapeau: a circumflex, which French calls « chapeau », sheltering three towns. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
    <path class="logo-hat" d="M4 19 20 5l16 14" />
    <path class="logo-towns" d="M7 35V25h6v10zM17 35V19h6v16zM27 35V27h6v8z" />
  </svg>
)
