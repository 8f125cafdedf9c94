import {
  getTestMachine,
  getVirtualMachine,
  getVirtualMachineInventory,
  previewVirtualMachine,
  type RequestOf,
  type VirtualMachineState,
} from '@portal/portal-api'
import type { VirtualMachinePlan } from '@portal/virtual-machine'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount } from './query-user.ts'

const pollMs = 2_000

/** Of every inventory of a machine to be created. */
export function machineInventoriesKey({ account }: QueryAccount) {
  return [account.key, 'virtual-machine-inventory'] as const
}

/** The available parts of a machine from an image version. */
export function virtualMachineInventoryQuery(user: QueryAccount, asked: RequestOf<typeof getVirtualMachineInventory>) {
  return queryOptions({
    queryKey: [...machineInventoriesKey(user), asked],
    queryFn: ({ signal }) => call(getVirtualMachineInventory, asked, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Azure's what-if result, as of when the review is opened. The secret is in no key of the cache. */
export function virtualMachinePreviewQuery({ account }: QueryAccount, plan: VirtualMachinePlan, adminSecret: string) {
  return queryOptions({
    queryKey: [account.key, 'virtual-machine-preview', plan],
    queryFn: ({ signal }) => call(previewVirtualMachine, { plan, adminSecret }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

/** A machine with the deployment that creates it, refreshed every two seconds while an operation is in progress. */
export function virtualMachineQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'virtual-machine', id.toLowerCase()],
    queryFn: ({ signal }) => call(getVirtualMachine, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => isUnderWay(state.data) && pollInterval(state, pollMs),
  })
}

function isUnderWay(state: VirtualMachineState | undefined): boolean {
  const machineState = state?.machine?.provisioningState ?? ''
  return state?.deployment?.state === 'Running' || ['Creating', 'Updating', 'Deleting'].includes(machineState)
}

/** What is deleted with a test machine, as of the request. */
export function testMachineQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'test-machine', id.toLowerCase()],
    queryFn: ({ signal }) => call(getTestMachine, { id }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}
