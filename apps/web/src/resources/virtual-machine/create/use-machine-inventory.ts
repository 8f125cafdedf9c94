import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { sameResourceId, tryParseResourceId } from '@portal/portal-api'
import { machineDisks, type VirtualMachinePlan } from '@portal/virtual-machine'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { virtualMachineInventoryQuery } from '../../../api/virtual-machine-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useSetsWithFacts } from '../../../patterns/key-health/use-sets-with-facts.ts'

const nothing = { diskEncryptionSets: [], now: '' }

/** The available parts of the machine, with Azure's facts about the keys of the chosen sets. */
export function useMachineInventory(plan: VirtualMachinePlan) {
  const user = useSignedIn()
  const { imageVersionId, subscriptionId, location } = plan
  const queryClient = useQueryClient()
  const queryAt = (place: Pick<VirtualMachinePlan, 'subscriptionId' | 'location'>) =>
    virtualMachineInventoryQuery(user, { imageVersionId, ...place })
  // Before a place is chosen, the answer is for the one that is proposed then.
  const proposed = queryClient.getQueryState(queryAt({ subscriptionId: '', location: '' }).queryKey)
  const known = proposed?.isInvalidated === false ? proposed.data : undefined
  const isProposed =
    known?.image.regions.find(({ isReplicated }) => isReplicated)?.name === location &&
    tryParseResourceId(imageVersionId)?.subscriptionId === subscriptionId
  const query = useQuery({
    ...queryAt({ subscriptionId, location }),
    ...(known && isProposed && { initialData: known, initialDataUpdatedAt: proposed?.dataUpdatedAt ?? 0 }),
  })
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
