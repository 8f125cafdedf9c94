/** The size of a list in pixels, at most and at least. */
const most = { width: 360, height: 320 }
const least = 120
const gap = 8

type Box = Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width'>

/** Where a list is, as styles of a fixed element. */
interface ListPosition {
  left: string
  width: string
  maxHeight: string
  top: string
  bottom: string
}

/**
 * The place of a list directly below its cell or, if there is more room, above it: as wide as the cell, at least 360
 * pixels, and inside the window, over the cell if nothing else is left.
 */
export function listPosition(cell: Box, window: { width: number; height: number }): ListPosition {
  const room = { below: window.height - cell.bottom - gap, above: cell.top - gap }
  const isBelow = room.below >= most.height || room.below >= room.above
  const width = Math.min(Math.max(cell.width, most.width), window.width - 2 * gap)
  const left = Math.max(gap, Math.min(cell.left, window.width - width - gap))
  const height = Math.max(least, Math.min(most.height, isBelow ? room.below : room.above))
  const farthest = window.height - height - gap
  return {
    left: `${left}px`,
    width: `${width}px`,
    maxHeight: `${height}px`,
    top: isBelow ? `${Math.min(cell.bottom, farthest)}px` : 'auto',
    bottom: isBelow ? 'auto' : `${Math.min(window.height - cell.top, farthest)}px`,
  }
}
