// Maps one can move: loaded when the drawing that stands in their place comes into sight, and only then.
import type * as GroundMap from '../map.ts'

/** The drawing stays where the map cannot be. */
export function enhanceMaps(): void {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue
      seen.unobserve(target)
      void enliven(target).catch(() => target.classList.remove('ground-map-on'))
    }
  }, { rootMargin: '200px' })
  for (const root of document.querySelectorAll<HTMLElement>('[data-map]')) seen.observe(root)
}

async function enliven(root: HTMLElement): Promise<void> {
  const { openMap }: typeof GroundMap = await import(root.dataset['map'] ?? '')
  await openMap(root)
}
