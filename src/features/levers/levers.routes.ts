// The catalogue of levers and the page of each one: public, on the day of the address.
import { frame, page } from '../site/chrome.ts'
import { notFound, routes } from '../../platform/web.ts'
import { paths } from '../../paths.ts'
import { searchLevers } from './lever-filter.rules.ts'
import { loadLevers } from './lever-file.ts'
import { LeverPage } from './lever.pages.tsx'
import { LeverFilePage, LeversPage } from './levers.pages.tsx'

export const levers = routes()

levers.get(paths.levers(), (c) => {
  const catalogue = loadLevers()
  if (typeof catalogue === 'string') return page(c, LeverFilePage({ frame: frame(c), fault: catalogue }), 500)
  const asked = (name: string): string => c.req.query(name) ?? ''
  const typed = { q: asked('q'), theme: asked('theme'), public: asked('public'), etat: asked('etat') }
  const everything = { q: '', theme: '', public: '', etat: '' }
  return page(c, LeversPage({
    frame: frame(c), typed, day: c.var.day, dayAsked: c.var.dayAsked === 'yes', found: searchLevers(catalogue, typed, c.var.day),
    all: searchLevers(catalogue, everything, c.var.day), unreadable: c.var.dayAsked === 'unreadable' ? asked('le') : null,
  }), c.var.dayAsked === 'unreadable' ? 422 : 200)
})

levers.get(paths.lever(':lever'), (c) => {
  const catalogue = loadLevers()
  if (typeof catalogue === 'string') return page(c, LeverFilePage({ frame: frame(c), fault: catalogue }), 500)
  const lever = catalogue.find(({ id }) => id === c.req.param('lever')) ?? notFound()
  return page(c, LeverPage({
    frame: frame(c), lever, day: c.var.day, dayAsked: c.var.dayAsked === 'yes', parent: catalogue.find(({ id }) => id === lever.parent),
    details: catalogue.filter(({ parent }) => parent === lever.id),
  }))
})
