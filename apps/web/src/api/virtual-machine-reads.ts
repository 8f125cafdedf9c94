import {
  browseDisks,
  browseVirtualMachines,
  getTestMachine,
  getVirtualMachine,
  getVirtualMachineInventory,
  previewVirtualMachine,
} from '@portal/portal-api'
import { deploymentPollMs } from './poll-interval.ts'
import { read, watch } from './read.ts'

/** A page of virtual machines. */
export const virtualMachineRowsQuery = read('estate', browseVirtualMachines, { placeholder: 'same page' })

/** A page of the disks that were created from image versions. */
export const diskRowsQuery = read('estate', browseDisks, { placeholder: 'same page' })

/** The available parts of a machine from an image version. */
export const virtualMachineInventoryQuery = read('virtual-machine-inventory', getVirtualMachineInventory, {
  placeholder: 'previous',
})

/** Azure's what-if result, as of when the review is opened. */
export const virtualMachinePreviewQuery = read('preview', previewVirtualMachine, {
  staleTime: 0,
  gcTime: 0,
  secret: 'adminSecret',
})

/** A machine with the deployment that creates it, refreshed every two seconds while an operation is in progress. */
export const virtualMachineQuery = watch(
  read('virtual-machine', getVirtualMachine, { staleTime: 0 }),
  ({ data }) =>
    (data?.deployment?.state === 'Running' ||
      ['Creating', 'Updating', 'Deleting'].includes(data?.machine?.provisioningState ?? '')) &&
    deploymentPollMs,
)

/** What is deleted with a test machine, as of the request. */
export const testMachineQuery = read('preview', getTestMachine, { staleTime: 0, gcTime: 0 })
