/** Heights in pixels: rows are found by their position, so all have the same. */
export const rowSizes = { head: 40, row: 52, cardTitle: 52, cardLine: 44, cardGap: 12, cardPadding: 16 }
