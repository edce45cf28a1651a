// The pages of a long list.

type PaginationProps = {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
  readonly label?: string | undefined
}

/** Previous, the pages around this one, next; nothing when all fits on one. */
export const Pagination = ({ page, pages, href, label = 'Pages de la liste' }: PaginationProps) =>
  pages <= 1 ? null : (
    <nav class="pagination" aria-label={label}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              Précédente
            </a>
          </li>
        ) : null}
        {shownPages(page, pages).map((shown, rank) =>
          shown === undefined ? (
            <li key={`gap ${rank}`} class="pagination-gap">
              <span aria-hidden="true">…</span>
            </li>
          ) : (
            <li key={shown}>
              <a href={href(shown)} aria-current={shown === page ? 'page' : undefined} aria-label={`Page ${shown}`}>
                {shown}
              </a>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              Suivante
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )

/** The first, the last, this one and its neighbours; undefined where pages are left out. */
export function shownPages(page: number, pages: number): readonly (number | undefined)[] {
  const kept = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
  return kept.flatMap((number, rank) => {
    const before = kept[rank - 1]
    if (before === undefined || number === before + 1) return [number]
    return number === before + 2 ? [number - 1, number] : [undefined, number]
  })
}
