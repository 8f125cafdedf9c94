import { virtualMachinePlan, type VirtualMachinePlan } from '@portal/image-version'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'
import { keptAs } from './kept-as.ts'

/** Where a draft is kept: it belongs to one account and one image version. The password or key is no part of it. */
export const machineDraftKey = (accountKey: string, imageVersionId: string) =>
  accountStorageKey('machine:1', accountKey, imageVersionId)

/** The machine that `accountKey` was describing for this version, or undefined. */
export function loadMachineDraft(accountKey: string, imageVersionId: string): VirtualMachinePlan | undefined {
  return keptAs(virtualMachinePlan, browserStorage.get(machineDraftKey(accountKey, imageVersionId)))
}

/** Keeps it until it is removed. */
export function saveMachineDraft(accountKey: string, plan: VirtualMachinePlan): void {
  browserStorage.set(machineDraftKey(accountKey, plan.imageVersionId), JSON.stringify(plan))
}

export function removeMachineDraft(accountKey: string, imageVersionId: string): void {
  browserStorage.remove(machineDraftKey(accountKey, imageVersionId))
}
