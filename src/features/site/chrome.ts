// What every page of the site shows around its content: navigation, reader, theme, and the parts of the operation one stands in.
import { htmlDocument } from '../../design/document.ts'
import type { ShownDay } from '../../design/day-picker.tsx'
import type { Frame, Operation } from '../../design/page.tsx'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { htmlAnswer } from '../../platform/compressed.ts'
import { keepingDay } from '../../platform/day.ts'
import type { Request } from '../../platform/web.ts'
import { version } from '../../version.ts'
import type { VNode } from 'preact'

/** The frame of a page outside any operation. */
export function frame(c: Request): Frame {
  const { reader, theme, services } = c.var
  const here = new URL(c.req.url)
  const link = (href: string, label: string) => ({
    href, label, current: here.pathname === href || (href !== '/' && here.pathname.startsWith(`${href}/`)),
  })
  return {
    theme: theme ?? 'auto', homeHref: paths.home(), here: here.pathname + here.search, version, themeAction: paths.theme(),
    nav: [...(reader === undefined ? [] : [link(paths.operations(), 'Opérations')]), link(paths.register(), 'Registre'),
      link(paths.territories(), 'Territoires'), link(paths.levers(), 'Leviers'), link(paths.publicEffects(), 'Adresse'), link(paths.help(), 'Aide')],
    footer: [
      { href: paths.help(), label: 'Aide' }, { href: paths.rules(), label: 'Règles de droit' },
      { href: paths.accessibility(), label: 'Accessibilité' }, { href: paths.design(), label: 'Design' },
    ],
    signInHref: paths.signIn(), demonstration: services.config.demonstration,
    reader: reader === undefined ? undefined : { name: reader.name, accountHref: paths.account(), signOutAction: paths.signOut() },
  }
}

/** The frame of a page of an operation: its parts in the margin, those this reader may open. */
export const operationFrame = (c: Request): Frame => ({ ...frame(c), operation: operationMargin(c) })

function operationMargin(c: Request): Operation {
  const { slug, name, roles } = c.var.space
  const here = new URL(c.req.url).pathname
  const part = (href: string, label: string, exact = false) => ({ href, label, current: here === href || (!exact && here.startsWith(`${href}/`)) })
  return {
    name, href: paths.operation(slug), day: shownDay(c),
    nav: [
      { links: [part(paths.operation(slug), 'Tableau de bord', true)] },
      {
        label: 'Plan et argent', links: [
          part(paths.plan(slug), 'Plan d’action'),
          part(paths.frameworks(slug), 'Cadres et orientations'),
          part(paths.funding(slug), 'Financement'),
          part(paths.posts(slug), 'Postes'),
          part(paths.indicators(slug), 'Indicateurs'),
        ],
      },
      {
        label: 'Textes et droit', links: [
          part(paths.conventions(slug), 'Conventions'),
          part(paths.state(slug), 'État'),
          part(paths.acts(slug), 'Actes'),
          part(paths.obligations(slug), 'Échéances'),
          part(paths.bodies(slug), 'Instances'),
          part(paths.conformity(slug), 'Conformité'),
          part(paths.sectors(slug), 'Secteurs'),
          part(paths.effects(slug), 'Tester une adresse'),
          part(paths.leverUses(slug), 'Leviers'),
        ],
      },
      {
        label: 'Dossier', links: [
          part(paths.readings(slug), 'Documents et lectures'),
          part(paths.people(slug), 'Personnes'),
          ...(holds(roles, 'viewJournal') ? [part(paths.journal(slug), 'Journal')] : []),
        ],
      },
    ],
  }
}

/** The day this page is about, and how to ask for another without losing what else the address says. */
function shownDay(c: Request): ShownDay {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('le')
  const others = searchParams.toString()
  return {
    day: c.var.day, today: c.var.today, chosen: c.var.dayAsked === 'yes', unreadable: c.var.dayAsked === 'unreadable', action: pathname,
    backHref: others === '' ? pathname : `${pathname}?${others}`, kept: [...searchParams],
  }
}

/** Answers with a page; inside an operation shown on another day than today, every link keeps that day. */
export function page(c: Request, node: VNode, status: 200 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 = 200) {
  const html = htmlDocument(node)
  const inOperation = c.var.dayAsked === 'yes' && c.var.space !== undefined
  return htmlAnswer(c, inOperation ? keepingDay(html, paths.operation(c.var.space.slug), c.var.day) : html, status)
}
