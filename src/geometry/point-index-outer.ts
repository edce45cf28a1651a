// The grid over all the polygons: fine enough for their edges, coarse enough that long edges or large shapes do not fill the memory.
import type { Part } from './point-index-part.ts'
import type { Grid } from './point-index-raster.ts'

const mostCells = 2048

export function outerGrid(parts: readonly Part[]): Grid {
  const west = parts.reduce((least, part) => Math.min(least, part.west), Infinity)
  const south = parts.reduce((least, part) => Math.min(least, part.south), Infinity)
  const width = parts.reduce((most, { east }) => Math.max(most, east), -Infinity) - west || 1
  const height = parts.reduce((most, { north }) => Math.max(most, north), -Infinity) - south || 1
  const edges = parts.reduce((total, part) => total + part.edges.length / 4, 0)
  // In grids: how many columns and rows the edges go through, and how many cells the boxes of the polygons fill.
  const reach = parts.reduce((total, part) => total + reachOf(part, width, height), 0)
  const spread = parts.reduce((total, part) => total + ((part.east - part.west) / width) * ((part.north - part.south) / height), 0)
  const most = Math.min(mostCells, Math.sqrt(4 * edges), (4 * edges + 10_000) / reach, Math.sqrt((40 * edges + 1_000_000) / (spread + 1)))
  const cells = Math.max(4, Math.floor(most))
  // A little larger than the polygons, so that their last points are in the last cells.
  const [aroundX, aroundY] = [width * 1e-3, height * 1e-3]
  return {
    west: west - aroundX, south: south - aroundY, columns: cells, rows: cells,
    perX: cells / (width + 2 * aroundX), perY: cells / (height + 2 * aroundY),
  }
}

function reachOf({ edges }: Part, width: number, height: number): number {
  let reach = 0
  for (let at = 0; at < edges.length; at += 4) {
    reach += Math.abs((edges[at + 2] ?? 0) - (edges[at] ?? 0)) / width + ((edges[at + 3] ?? 0) - (edges[at + 1] ?? 0)) / height
  }
  return reach
}
