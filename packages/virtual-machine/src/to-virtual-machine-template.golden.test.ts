import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { expect, it } from 'vitest'
import { aMachinePlan, networkId } from './testing/machines.ts'
import { toVirtualMachineTemplate } from './to-virtual-machine-template.ts'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

const linux = { osState: 'Generalized', osType: 'Linux' } as const
const specialized = { osState: 'Specialized', osType: 'Linux' } as const
const platformKey = { storageAccountType: 'StandardSSD_LRS', diskEncryptionSetId: '' } as const

it.each<[string, Partial<VirtualMachinePlan>, Parameters<typeof toVirtualMachineTemplate>[1]]>([
  ['linux-three-sets', {}, linux],
  [
    'windows-public-address',
    {
      authenticationType: 'Password',
      publicIpAddress: true,
      inboundManagement: true,
      encryptionAtHost: true,
      tags: [
        { name: 'environment', value: '[production]' },
        { name: '', value: '' },
      ],
    },
    { ...linux, osType: 'Windows' },
  ],
  [
    'specialized-platform-key',
    {
      securityType: 'Standard',
      osDisk: platformKey,
      dataDisks: [],
      network: { type: 'Existing', subnetId: `${networkId('vnet')}/subnets/default` },
    },
    specialized,
  ],
  [
    'purchase-plan',
    { osDisk: platformKey, dataDisks: [] },
    { ...specialized, purchasePlan: { publisher: 'northwind', product: '[linux]', name: 'hardened' } },
  ],
  [
    'confidential',
    {
      securityType: 'ConfidentialVM',
      vTpm: false,
      securityEncryptionType: 'DiskWithVMGuestState',
      secureVMDiskEncryptionSetId: diskEncryptionSetId('Confidential'),
      osDisk: platformKey,
      dataDisks: [],
    },
    specialized,
  ],
])('%s', async (name, plan, definition) => {
  const text = `${JSON.stringify(toVirtualMachineTemplate(aMachinePlan(plan), definition), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot(`golden/${name}.golden.json`)
})
