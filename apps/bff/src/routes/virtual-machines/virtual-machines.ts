import * as api from '@portal/portal-api'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { acceptPurchaseTerms } from '../../azure/subscriptions/purchase-terms.ts'
import { createVirtualMachine, previewVirtualMachine } from '../../azure/virtual-machines/create-virtual-machine.ts'
import { deleteTestMachine, getTestMachine } from '../../azure/virtual-machines/test-machines.ts'
import { virtualMachineInventory } from '../../azure/virtual-machines/virtual-machine-inventory.ts'
import { getVirtualMachine } from '../../azure/virtual-machines/virtual-machines.ts'
import { route } from '../route.ts'

/** Making a virtual machine from an image version, by a deployment of Azure's, and looking at it. */
export function virtualMachineRoutes(keys: KeyReader) {
  return [
    route(api.getVirtualMachineInventory, (asked, { azure }) => virtualMachineInventory(azure, asked)),
    route(api.acceptPurchaseTerms, (asked, { azure }) => acceptPurchaseTerms(azure, asked)),
    route(api.previewVirtualMachine, (request, session) => previewVirtualMachine(session, request, keys)),
    route(api.createVirtualMachine, async (request, session) => ({
      id: await createVirtualMachine(session, request, keys),
    })),
    route(api.getTestMachine, ({ id }, { azure }) => getTestMachine(azure, id)),
    route(api.deleteTestMachine, ({ id }, { azure }) => deleteTestMachine(azure, id)),
    route(api.getVirtualMachine, ({ id }, { azure }) => getVirtualMachine(azure, id)),
  ]
}
