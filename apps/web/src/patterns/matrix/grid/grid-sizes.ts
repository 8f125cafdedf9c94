/** Sizes of the grid in pixels. They are fixed, so that the visible cells are known without measuring. */
export const sizes = { row: 56, column: 248, head: 44, rowHead: 176, regionHead: 44, diskHead: 28 }

/** A column that shares the width of the grid, in pixels. */
export const shared = { least: 200, most: 640 }

/** How wide each of `count` columns is in a grid of `width` pixels: few share the width, many scroll. */
export function columnWidth(count: number, width: number): number {
  const share = Math.floor((width - sizes.rowHead) / count)
  return share < shared.least ? sizes.column : Math.min(share, shared.most)
}
