/** Sizes of the grid in pixels. They are fixed, so that the visible cells are known without measuring. */
export const sizes = { row: 56, column: 248, head: 56, rowHead: 176, regionHead: 44, diskHead: 28 }
