// A few ideas side by side, each under its drawing: for pages that present rather than list.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Point = { readonly icon: IconName; readonly title: string; readonly text: ComponentChildren; readonly href?: string | undefined }

/** Between three and six points read well. */
export const Points = ({ points, level = 3 }: { points: readonly Point[]; level?: 3 | 4 | undefined }) => (
  <ul class="points">
    {points.map((point) => (
      <li key={point.title}>
        <Icon name={point.icon} />
        <PointTitle point={point} level={level} />
        <p>{point.text}</p>
      </li>
    ))}
  </ul>
)

const PointTitle = ({ point, level }: { point: Point; level: 3 | 4 }) => {
  const Heading = `h${level}` as const
  return <Heading>{point.href === undefined ? point.title : <a href={point.href}>{point.title}</a>}</Heading>
}
