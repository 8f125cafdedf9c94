import { imageVersionPlan } from '@portal/image-version'
import * as z from 'zod/mini'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'
import { keptAs } from './kept-as.ts'

/** A deployment that was started for a draft, and the draft as it last was. */
const startedPreparation = z.object({ deploymentId: z.string(), plan: imageVersionPlan })
export type StartedPreparation = z.infer<typeof startedPreparation>

// Azure goes on making the sets when the tab is closed, and whoever comes back finds the plan that they are for.
const keyOf = (accountKey: string, imageDefinitionId: string) =>
  accountStorageKey('preparation:1', accountKey, imageDefinitionId)

/** What was started for the account's draft of this definition and is not chosen yet, or undefined. */
export function loadStartedPreparation(accountKey: string, imageDefinitionId: string): StartedPreparation | undefined {
  return keptAs(startedPreparation, browserStorage.get(keyOf(accountKey, imageDefinitionId)))
}

/** Keeps it until `removeStartedPreparation`. Where storage is blocked, Azure's list still finds the deployment. */
export function saveStartedPreparation(
  accountKey: string,
  imageDefinitionId: string,
  started: StartedPreparation,
): void {
  browserStorage.set(keyOf(accountKey, imageDefinitionId), JSON.stringify(started))
}

export function removeStartedPreparation(accountKey: string, imageDefinitionId: string): void {
  browserStorage.remove(keyOf(accountKey, imageDefinitionId))
}
