import { sameResourceId } from '@portal/portal-api'

// The campaign that this tab has just stated: only it starts the deployments by itself. Whoever opens the page later
// decides whether to go on.
let begun: string | undefined

/** Remembers that this tab has stated the campaign. */
export function beginHere(id: string): void {
  begun = id
}

/** Whether this tab has just stated the campaign; once only. */
export function hasBegunHere(id: string): boolean {
  const isBegun = begun !== undefined && sameResourceId(begun, id)
  if (isBegun) begun = undefined
  return isBegun
}
