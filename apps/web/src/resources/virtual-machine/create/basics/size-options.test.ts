import { blankVirtualMachinePlan, type MachineSize, type VirtualMachineInventory } from '@portal/virtual-machine'
import { expect, it } from 'vitest'
import { formatsOf } from '../../../../i18n/formats.ts'
import { machineEn } from '../../texts/machine-texts.ts'
import { isSizeFound, sizeOptions, sizesForNvme } from './size-options.ts'

const d2s: MachineSize = {
  name: 'Standard_D2s_v5',
  vCPUs: 2,
  memoryGB: 8,
  maxDataDisks: 4,
  hyperVGenerations: ['V1', 'V2'],
  architecture: 'x64',
  diskControllers: ['SCSI'],
  supportsPremiumStorage: true,
  supportsEncryptionAtHost: true,
  supportsTrustedLaunch: true,
  isConfidential: false,
}
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
  sizes: [
    { ...d2s, name: 'OldGeneration', hyperVGenerations: ['V1'], supportsTrustedLaunch: false },
    { ...d2s, name: 'Ends', retiresOn: '2028-11-15' },
    { ...d2s, name: 'WithoutTrustedLaunch', supportsTrustedLaunch: false },
    { ...d2s, name: 'Standard_D2s_v6', diskControllers: ['NVMe'] },
    { ...d2s, name: 'Standard_D2ps_v6', architecture: 'Arm64' },
    { ...d2s, name: 'Standard_DC2as_v5', isConfidential: true },
    d2s,
  ],
}
const written = { texts: machineEn.basics.sizes, formats: formatsOf('en') }
const planOf = (securityType: 'Standard' | 'TrustedLaunch' | 'ConfidentialVM') => ({
  ...blankVirtualMachinePlan('version'),
  securityType,
})

it('lists the sizes that fit, then those that end, then the others with every reason', () => {
  const options = sizeOptions(planOf('TrustedLaunch'), inventory, written)
  expect(options.map(({ value, detail, disabled }) => [value, detail, disabled === true])).toEqual([
    ['Standard_D2s_v5', '2 vCPU, 8 GB memory', false],
    ['Ends', '2 vCPU, 8 GB memory · Nov 15, 2028', false],
    ['OldGeneration', 'generation 1 only and no trusted launch', true],
    ['WithoutTrustedLaunch', 'no trusted launch', true],
    ['Standard_D2s_v6', 'NVMe only', true],
    ['Standard_D2ps_v6', 'Arm64 only', true],
    ['Standard_DC2as_v5', 'confidential virtual machines only', true],
  ])
})

it('offers confidential machines confidential sizes only', () => {
  const options = sizeOptions(planOf('ConfidentialVM'), inventory, written)
  expect(options.filter(({ disabled }) => disabled !== true).map(({ value }) => value)).toEqual(['Standard_DC2as_v5'])
})

it('counts the sizes that lack nothing but NVMe', () => {
  const { sizes } = inventory
  const arm = {
    ...d2s,
    name: 'Standard_D2ps_v7',
    architecture: 'Arm64',
    diskControllers: ['NVMe'],
  } satisfies MachineSize
  expect(sizesForNvme(planOf('Standard'), { ...inventory, sizes: [...sizes, arm] })).toBe(1)
})

it.each([
  ['d2s', ['Standard_D2s_v5', 'Standard_D2s_v6']],
  ['Standard_D2s_v6', ['Standard_D2s_v6']],
  ['d2s v6', ['Standard_D2s_v6']],
  ['Dsv6', ['Standard_D2s_v6', 'Standard_D16-4s_v6']],
  [' standard dps', ['Standard_D2ps_v6']],
  ['v7', []],
])('finds by “%s” parts of names and of series', (typed, found) => {
  const names = ['Standard_D2s_v5', 'Standard_D2s_v6', 'Standard_D16-4s_v6', 'Standard_D2ps_v6', 'Standard_DC2as_v5']
  expect(names.filter((value) => isSizeFound({ value, label: value }, typed))).toEqual(found)
})
