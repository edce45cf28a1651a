// What a lawyer reads who left a fault in the rule file.
import { expect, it } from 'vitest'
import { renderToString } from 'preact-render-to-string'
import { RuleFilePage } from './conformity.pages.tsx'
import { parseRules } from './rule-file.ts'

it('the page of a faulty rule file says which rule and which key, and where to mend it', () => {
  const fault = parseRules('renvois: [annexe]\nregles:\n- { id: R1, nature: devoir }\n')
  const frame = { theme: 'auto', homeHref: '/', here: '/', version: '', themeAction: '/', nav: [], footer: [], signInHref: '/' } as const
  const page = renderToString(RuleFilePage({ frame: { ...frame, demonstration: false, reader: undefined }, fault: String(fault) }))
  expect(page).toContain('règle R1, « nature »')
  expect(page).toContain('src/law/conformity.yaml')
})
