/**
 * In pixels: rows are found by their position, so all have the same. Browsers draw pages of up to 33 million: cards of
 * seven lines are 320, for 100,990 versions.
 */
export const rowSizes = { selection: 40, head: 40, row: 52, cardTitle: 52, cardLine: 40, cardGap: 12, cardPadding: 16 }

/** Of the column with the boxes that select rows, in pixels. */
export const checkWidth = 40

/** How many facts fit beside each other on a card as wide as a list of `width` pixels. */
export function factsThatFit(width: number): number {
  return Math.max(1, Math.floor((width - 2 * rowSizes.cardPadding) / 240))
}
