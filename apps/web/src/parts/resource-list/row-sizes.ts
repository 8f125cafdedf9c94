/** Heights in pixels: rows are told apart by where they are, so all have the same. */
export const rowSizes = { head: 40, row: 52, cardTitle: 52, cardLine: 44, cardGap: 12, cardPadding: 16 }
