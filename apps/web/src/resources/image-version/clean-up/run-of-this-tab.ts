// The clean-up that this tab has just stated: only that one goes on by itself. Whoever opens the page later decides.
let begun: string | undefined

/** Remembers that this tab has stated the clean-up. */
export function beginHere(id: string): void {
  begun = id.toLowerCase()
}

/** Whether this tab has just stated it; once only. */
export function takeBegunHere(id: string): boolean {
  const isBegun = begun === id.toLowerCase()
  if (isBegun) begun = undefined
  return isBegun
}
