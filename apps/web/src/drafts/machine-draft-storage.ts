import { virtualMachinePlan, type VirtualMachinePlan } from '@portal/image-version'
import { tabStorage } from './tab-storage.ts'

// A draft holds names and ids; the password or key of the machine is no part of a plan. It belongs to one account and
// one image version.
const prefix = 'machine:1:'

function keyOf(accountKey: string, imageVersionId: string): string {
  return `${prefix}${accountKey}:${imageVersionId.toLowerCase()}`
}

/** The machine that `accountKey` was describing for this version in this tab, or undefined. */
export function loadMachineDraft(accountKey: string, imageVersionId: string): VirtualMachinePlan | undefined {
  const text = tabStorage.get(keyOf(accountKey, imageVersionId))
  if (text === undefined) return undefined
  try {
    return virtualMachinePlan.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Keeps it over a reload and a trip to the sign-in page. */
export function saveMachineDraft(accountKey: string, plan: VirtualMachinePlan): void {
  tabStorage.set(keyOf(accountKey, plan.imageVersionId), JSON.stringify(plan))
}

export function removeMachineDraft(accountKey: string, imageVersionId: string): void {
  tabStorage.remove(keyOf(accountKey, imageVersionId))
}
