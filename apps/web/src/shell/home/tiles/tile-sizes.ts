/** Heights in pixels, known before anything is loaded: a tile never changes its size. */
export const tileSizes = { row: 44, wideRow: 52, note: 24 }

/** How many rows a tile shows; its link leads to the others. */
export const tileRows = { small: 3, wide: 4 }
