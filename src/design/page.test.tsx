// The document around every page: language, title, skip links, navigation, appearance.
import { expect, test } from 'vitest'
import { htmlDocument } from './document.ts'
import { Page, type Chrome } from './page.tsx'

const chrome: Chrome = {
  theme: 'auto', homeHref: '/', here: '/operations?tri=nom', themeAction: '/apparence', version: '1.2.3',
  nav: [{ href: '/operations', label: 'Opérations', current: true }], footer: [{ href: '/aide', label: 'Aide' }],
}

test('a page is French, titled, and begins with its skip links', () => {
  const html = htmlDocument(<Page {...chrome} title="Échéances" />)
  expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/)
  expect(html).toContain('<title>Échéances – Chapeau</title>')
  expect(html.indexOf('href="#contenu"')).toBeLessThan(html.indexOf('class="header"'))
  expect(html).toMatch(/<main id="contenu"[^>]*>.*<h1>Échéances<\/h1>/s)
})

test('the title says that there are faults, so that a screen reader hears it first', () => {
  const html = htmlDocument(<Page {...chrome} title="Échéances" faults={[['date', 'Indiquez la date.']]} />)
  expect(html).toContain('<title>Erreur\u00a0: Échéances – Chapeau</title>')
})

test('the current page is told to assistive technology', () => {
  expect(htmlDocument(<Page {...chrome} title="x" />)).toContain('<a href="/operations" aria-current="page">')
})

test('the chosen theme is written on the root, the automatic one is not', () => {
  expect(htmlDocument(<Page {...chrome} theme="dark" title="x" />)).toContain('<html lang="fr" data-theme="dark">')
  expect(htmlDocument(<Page {...chrome} title="x" />)).not.toContain('data-theme')
})

test('whatever a person typed is text, never markup', () => {
  const html = htmlDocument(<Page {...chrome} title={'<script>alert(1)</script>'} operation={{ name: '"><img src=x>', href: '/o', nav: [] }} />)
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<img')
})

test('no page carries an inline style or an inline script', () => {
  const html = htmlDocument(<Page {...chrome} title="x" demonstration refresh={3} reader={{ name: 'A', accountHref: '/c', signOutAction: '/s' }} />)
  expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=/)
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/chapeau.js">'])
})
