import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { sameResourceId } from '@portal/portal-api'
import { machineDisks, type VirtualMachinePlan } from '@portal/virtual-machine'
import { useRead } from '../../../api/use-read.ts'
import { virtualMachineInventoryQuery } from '../../../api/virtual-machine-reads.ts'
import { useSetsWithFacts } from '../../../patterns/key-health/use-sets-with-facts.ts'

const nothing = { diskEncryptionSets: [], now: '' }

/** The available parts of the machine, with Azure's facts about the keys of the chosen sets. */
export function useMachineInventory(plan: VirtualMachinePlan) {
  const { imageVersionId, subscriptionId, location } = plan
  const query = useRead(virtualMachineInventoryQuery, { imageVersionId, subscriptionId, location })
  const { data } = query
  const sets = useSetsWithFacts(data ?? nothing, chosenSets(plan, data?.diskEncryptionSets ?? []))
  return {
    inventory: data && { ...data, ...sets },
    /** nothing to show yet */
    isLoading: data === undefined && query.error === null,
    /** what is shown belongs to the previous choice: it must not be validated or sent now */
    isStale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
  }
}

/** The sets that a plan has chosen, each once. */
export function chosenSets(plan: VirtualMachinePlan, sets: DiskEncryptionSet[]): DiskEncryptionSet[] {
  const ids = [...machineDisks(plan).map(({ disk }) => disk.diskEncryptionSetId), plan.secureVMDiskEncryptionSetId]
  return sets.filter((set) => ids.some((id) => sameResourceId(id, set.id)))
}
