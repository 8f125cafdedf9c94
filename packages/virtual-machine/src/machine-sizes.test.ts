import type { ImageDefinition } from '@portal/gallery'
import { describe, expect, it } from 'vitest'
import { proposedSize, sizeMisfits } from './machine-sizes.ts'
import { aMachineImage, aMachineInventory, aMachinePlan } from './testing/machines.ts'
import type { MachineSize, VirtualMachineInventory } from './virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

const [d2s] = aMachineInventory().sizes
const sized = (name: string, facts: Partial<MachineSize> = {}): MachineSize => ({ ...d2s!, name, ...facts })
const v6 = sized('Standard_D2s_v6', { hyperVGenerations: ['V2'], diskControllers: ['NVMe'] })
const arm = sized('Standard_D2ps_v6', { hyperVGenerations: ['V2'], architecture: 'Arm64' })
const confidential = sized('Standard_DC2as_v5', { hyperVGenerations: ['V2'], isConfidential: true })

/** An inventory with a definition like that. */
function of(definition: Partial<ImageDefinition>, sizes: MachineSize[] = []): VirtualMachineInventory {
  const inventory = aMachineInventory()
  return { ...inventory, imageDefinition: { ...inventory.imageDefinition, ...definition }, sizes }
}

const nvme = { diskControllerTypes: 'SCSI, NVMe' } as const
const later = { ...nvme, diskControllersStartAt: '99.0.0' }

describe('a size', () => {
  it.each<[string, MachineSize, Partial<ImageDefinition>, VirtualMachinePlan['securityType'], string[]]>([
    ['of SCSI fits any image', d2s!, {}, 'Standard', []],
    ['of SCSI and NVMe needs no NVMe', sized('E4bds', { diskControllers: ['SCSI', 'NVMe'] }), {}, 'Standard', []],
    ['of NVMe only needs NVMe', v6, {}, 'Standard', ['MachineSizeNeedsNvme']],
    ['of NVMe only needs it of this version', v6, later, 'Standard', ['MachineSizeNeedsNvme']],
    ['of NVMe only fits where the image has it', v6, nvme, 'Standard', []],
    ['of Arm64 fits no x64', arm, {}, 'Standard', ['MachineSizeOfAnotherArchitecture']],
    ['of x64 fits no Arm64', d2s!, { architecture: 'Arm64' }, 'Standard', ['MachineSizeOfAnotherArchitecture']],
    [
      'of generation 2 fits no other',
      arm,
      { hyperVGeneration: 'V1', architecture: 'Arm64' },
      'Standard',
      ['MachineSizeOfAnotherGeneration'],
    ],
    ['that is confidential fits confidential machines', confidential, {}, 'ConfidentialVM', []],
    ['that is confidential fits no other', confidential, {}, 'TrustedLaunch', ['MachineSizeNotForSecurityType']],
    ['that is not fits none', d2s!, {}, 'ConfidentialVM', ['MachineSizeNotForSecurityType']],
    [
      'without trusted launch',
      sized('NC', { supportsTrustedLaunch: false }),
      {},
      'TrustedLaunch',
      ['MachineSizeNotForSecurityType'],
    ],
  ])('%s', (_, size, definition, securityType, misfits) => {
    expect(sizeMisfits(size, { securityType }, of(definition))).toEqual(misfits)
  })

  it('has place for all data disks of the image', () => {
    const one = sized('small', { maxDataDisks: 1 })
    expect(sizeMisfits(one, aMachinePlan(), of({}))).toEqual(['MachineSizeForFewerDataDisks'])
    expect(sizeMisfits(one, aMachinePlan(), { ...of({}), image: aMachineImage({ dataDisks: [] }) })).toEqual([])
  })
})

describe('the proposed size', () => {
  const sizes = [
    sized('Standard_B2s', { memoryGB: 4, retiresOn: '2028-11-15' }),
    sized('Standard_B2ts_v2', { memoryGB: 1 }),
    sized('Standard_D2_v5', { supportsPremiumStorage: false }),
    d2s!,
    sized('Standard_D4s_v5', { vCPUs: 4, memoryGB: 16 }),
    v6,
    sized('Standard_D2s_v7', { hyperVGenerations: ['V2'], diskControllers: ['NVMe'] }),
    arm,
  ]
  it.each<[string, Partial<ImageDefinition>, Partial<VirtualMachinePlan>, string]>([
    ['is the smallest', {}, {}, 'Standard_B2ts_v2'],
    ['is large enough for Windows', { osType: 'Windows' }, {}, 'Standard_D2s_v5'],
    ['is the newest of those alike', { ...nvme, osType: 'Windows' }, {}, 'Standard_D2s_v7'],
    ['is of Arm64 for Arm64', { architecture: 'Arm64' }, {}, 'Standard_D2ps_v6'],
    ['is none where none fits', { architecture: 'Arm64', hyperVGeneration: 'V1' }, {}, ''],
  ])('%s', (_, definition, plan, name) => {
    expect(proposedSize(aMachinePlan(plan), of(definition, sizes))).toBe(name)
  })

  it('supports encryption at host if the plan has it', () => {
    const without = sized('Standard_A1', { vCPUs: 1, supportsEncryptionAtHost: false })
    const inventory = of({}, [without, d2s!])
    expect(proposedSize(aMachinePlan(), inventory)).toBe('Standard_A1')
    expect(proposedSize(aMachinePlan({ encryptionAtHost: true }), inventory)).toBe('Standard_D2s_v5')
  })
})
