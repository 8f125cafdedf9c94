import { blankVirtualMachinePlan, type MachineSize, type VirtualMachineInventory } from '@portal/image-version'
import { expect, it } from 'vitest'
import { fittingSizes } from './fitting-sizes.ts'

const d2s: MachineSize = {
  name: 'Standard_D2s_v5',
  vCPUs: 2,
  memoryGB: 8,
  hyperVGenerations: ['V1', 'V2'],
  supportsPremiumStorage: true,
  supportsEncryptionAtHost: true,
  supportsTrustedLaunch: true,
  isConfidential: false,
}
const sizes: MachineSize[] = [
  d2s,
  { ...d2s, name: 'OldGeneration', hyperVGenerations: ['V1'], supportsTrustedLaunch: false },
  { ...d2s, name: 'WithoutTrustedLaunch', supportsTrustedLaunch: false },
  { ...d2s, name: 'Standard_DC2as_v5', isConfidential: true },
]
const inventory: VirtualMachineInventory = {
  now: '2026-11-24T10:00:00.000Z',
  imageDefinition: {
    id: 'definition',
    name: 'web',
    location: 'westus',
    osType: 'Linux',
    osState: 'Generalized',
    hyperVGeneration: 'V2',
    architecture: 'x64',
    securityType: 'TrustedLaunchAndConfidentialVmSupported',
    publisher: '',
    offer: '',
    sku: '',
  },
  image: { id: 'version', name: '1.0.0', dataDisks: [], regions: [] },
  regions: [],
  diskEncryptionSets: [],
  resourceGroups: [],
  virtualNetworks: [],
  virtualMachineIds: [],
  sizes,
}

it.each([
  ['Standard', ['Standard_D2s_v5', 'WithoutTrustedLaunch']],
  ['TrustedLaunch', ['Standard_D2s_v5']],
  ['ConfidentialVM', ['Standard_DC2as_v5']],
] as const)('a machine of security type %s has the sizes %j', (securityType, names) => {
  const plan = { ...blankVirtualMachinePlan('version'), securityType }
  expect(fittingSizes(plan, inventory).map(({ name }) => name)).toEqual(names)
})

it('keeps the size that is chosen, so that what is wrong with it can be told', () => {
  const plan = { ...blankVirtualMachinePlan('version'), securityType: 'Standard' as const, size: 'OldGeneration' }
  expect(fittingSizes(plan, inventory).map(({ name }) => name)).toContain('OldGeneration')
})
