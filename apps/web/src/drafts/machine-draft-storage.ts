import { virtualMachinePlan, type VirtualMachinePlan } from '@portal/image-version'
import { accountStorageKey } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'
import { keptAs } from './kept-as.ts'

// The password or key of the machine is no part of a plan. A draft belongs to one account and one image version.
const keyOf = (accountKey: string, imageVersionId: string) => accountStorageKey('machine:1', accountKey, imageVersionId)

/** The machine that `accountKey` was describing for this version, or undefined. */
export function loadMachineDraft(accountKey: string, imageVersionId: string): VirtualMachinePlan | undefined {
  return keptAs(virtualMachinePlan, browserStorage.get(keyOf(accountKey, imageVersionId)))
}

/** Keeps it until it is removed. */
export function saveMachineDraft(accountKey: string, plan: VirtualMachinePlan): void {
  browserStorage.set(keyOf(accountKey, plan.imageVersionId), JSON.stringify(plan))
}

export function removeMachineDraft(accountKey: string, imageVersionId: string): void {
  browserStorage.remove(keyOf(accountKey, imageVersionId))
}
