import { blankVirtualMachinePlan, type VirtualMachineDeployment } from '@portal/virtual-machine'
import { expect, it } from 'vitest'
import { machineParts } from './machine-parts.ts'

const network = '/subscriptions/s/resourceGroups/RG/providers/Microsoft.Network'
const deployment: VirtualMachineDeployment = {
  plan: { ...blankVirtualMachinePlan('version'), name: 'web-01', publicIpAddress: true },
  state: 'Running',
  timestamp: '2026-11-24T10:00:00.000Z',
  milliseconds: 3000,
  operations: [
    { resourceId: `${network}/networkSecurityGroups/WEB-01-nsg`, state: 'Succeeded', milliseconds: 1000 },
    { resourceId: `${network}/publicIPAddresses/web-01-ip`, state: 'Running', milliseconds: 2000 },
  ],
}

it('shows what waits beside what Azure has begun, the machine last', () => {
  expect(machineParts(deployment).map(({ type, state }) => [type, state])).toEqual([
    ['networkSecurityGroups', 'Succeeded'],
    ['virtualNetworks', 'Waiting'],
    ['publicIPAddresses', 'Running'],
    ['networkInterfaces', 'Waiting'],
    ['virtualMachines', 'Waiting'],
  ])
})
