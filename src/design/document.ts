// A page as the text sent to the browser.
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { frenchSpacing } from './french-spacing.ts'

/** The whole HTML document of a `<Page>`. */
export const htmlDocument = (page: VNode): string => `<!doctype html>\n${frenchSpacing(renderToString(page))}`

/** The HTML of a fragment, for answers that replace a part of a page. */
export const htmlFragment = (fragment: VNode): string => renderToString(fragment)
