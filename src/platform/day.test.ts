// The day of an address, and the links of a page that keep it.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import { askedDay, keepingDay } from './day.ts'

const today = date('2026-03-12')

describe('the day of an address', () => {
  test.each<[string | undefined, string, string]>([
    [undefined, '2026-03-12', 'no'], ['', '2026-03-12', 'no'], ['2026-03-12', '2026-03-12', 'no'], ['2025-03-03', '2025-03-03', 'yes'],
    ['03/03/2025', '2025-03-03', 'yes'], ['1900-01-01', '1900-01-01', 'yes'], ['2200-12-31', '2200-12-31', 'yes'],
    ['1899-12-31', '2026-03-12', 'unreadable'], ['2201-01-01', '2026-03-12', 'unreadable'], ['2025-02-30', '2026-03-12', 'unreadable'],
    ['demain', '2026-03-12', 'unreadable'], ['<script>', '2026-03-12', 'unreadable'],
  ])('%s', (typed, day, dayAsked) => {
    expect(askedDay(typed, today)).toEqual({ day, dayAsked })
  })
})

describe('keeping a day', () => {
  const kept = (html: string) => keepingDay(html, '/operations/lens', date('2025-03-03'))
  test.each([
    ['<a href="/operations/lens">', '<a href="/operations/lens?le=2025-03-03">'],
    ['<a class="x" href="/operations/lens/actes?su=1#bas">', '<a class="x" href="/operations/lens/actes?su=1&amp;le=2025-03-03#bas">'],
    ['<a href="/operations/lens/etat?le=2020-01-01">', '<a href="/operations/lens/etat?le=2020-01-01">'],
    ['<a data-day href="/operations/lens/etat">', '<a data-day href="/operations/lens/etat">'],
    ['<a href="/operations/lens-lievin">', '<a href="/operations/lens-lievin">'], ['<a href="/aide">', '<a href="/aide">'],
    ['<a href="#contenu">', '<a href="#contenu">'], ['<a href="https://exemple.fr/operations/lens">',
      '<a href="https://exemple.fr/operations/lens">'],
    ['<form method="get" action="/operations/lens/actes">',
      '<form method="get" action="/operations/lens/actes"><input type="hidden" name="le" value="2025-03-03"/>'],
    ['<form method="post" action="/operations/lens/actes">', '<form method="post" action="/operations/lens/actes">'],
    ['<form data-day method="get" action="/operations/lens">', '<form data-day method="get" action="/operations/lens">'],
  ])('%s', (html, expected) => {
    expect(kept(html)).toBe(expected)
  })
})
