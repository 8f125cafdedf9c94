import type { Campaign } from '@portal/campaign'
import { sameResourceId } from '@portal/portal-api'

// The campaign that this tab has just stated: only it starts the deployments by itself, and only as it was planned
// here. Whoever opens the page later decides whether to go on.
let begun: { id: string; campaign: Campaign } | undefined

/** Remembers that this tab has stated the campaign. */
export function beginHere(id: string, campaign: Campaign): void {
  begun = { id, campaign }
}

/** The campaign as this tab has just stated it; once only. */
export function takeBegunHere(id: string): Campaign | undefined {
  if (begun === undefined || !sameResourceId(begun.id, id)) return undefined
  const { campaign } = begun
  begun = undefined
  return campaign
}
