import { imageVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import * as z from 'zod/mini'

// In the browser's own storage and not in the tab's: Azure goes on making the sets when the tab is closed, and whoever
// comes back finds the plan that they are for. It holds names and ids, no token or key.
const prefix = 'preparation:1:'

const startedPreparation = z.object({ deploymentId: z.string(), plan: imageVersionPlan })

/** A deployment that was started for a draft, and the draft as it last was. */
export interface StartedPreparation {
  deploymentId: string
  plan: ImageVersionPlan
}

function keyOf(accountKey: string, imageDefinitionId: string): string {
  return `${prefix}${accountKey}:${imageDefinitionId.toLowerCase()}`
}

/** What was started for the account's draft of this definition and is not chosen yet, or undefined. */
export function loadStartedPreparation(accountKey: string, imageDefinitionId: string): StartedPreparation | undefined {
  try {
    const text = window.localStorage.getItem(keyOf(accountKey, imageDefinitionId))
    return text === null ? undefined : startedPreparation.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Keeps it until `removeStartedPreparation`. Where storage is blocked, Azure's list still finds the deployment. */
export function saveStartedPreparation(
  accountKey: string,
  imageDefinitionId: string,
  started: StartedPreparation,
): void {
  try {
    window.localStorage.setItem(keyOf(accountKey, imageDefinitionId), JSON.stringify(started))
  } catch {
    // Blocked or full: the sets are made all the same.
  }
}

export function removeStartedPreparation(accountKey: string, imageDefinitionId: string): void {
  removeKeys((key) => key === keyOf(accountKey, imageDefinitionId))
}

/** Removes all that was kept for an account, which is signing out. */
export function removeStartedPreparationsOf(accountKey: string): void {
  removeKeys((key) => key.startsWith(`${prefix}${accountKey}:`))
}

function removeKeys(matches: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(window.localStorage)) if (matches(key)) window.localStorage.removeItem(key)
  } catch {
    // Blocked: there is nothing to remove.
  }
}
