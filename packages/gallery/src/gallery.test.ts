import { describe, expect, it } from 'vitest'
import { diskControllersOf, purchasePlanLabel, type ImageDefinition } from './gallery.ts'

it('a purchase plan is written with all its parts', () => {
  const plan = { publisher: 'northwind', product: 'hardened linux', name: 'gen2' }
  expect(purchasePlanLabel(plan)).toBe('northwind / hardened linux / gen2')
})

describe('the disk controllers of a version', () => {
  const imageDefinition: ImageDefinition = {
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/web',
    name: 'web',
    location: 'westus',
    osType: 'Linux',
    osState: 'Generalized',
    hyperVGeneration: 'V2',
    architecture: 'x64',
    securityType: 'Standard',
    publisher: 'Contoso',
    offer: 'web',
    sku: 'ubuntu',
  }
  const nvme = { ...imageDefinition, diskControllerTypes: 'SCSI, NVMe' as const }

  it('are those of the definition, for every version', () => {
    expect(diskControllersOf(nvme, '0.0.1')).toBe('SCSI, NVMe')
    expect(diskControllersOf(imageDefinition, '0.0.1')).toBeUndefined()
  })

  it('start at the version that a change names, compared by number', () => {
    const changed = { ...nvme, diskControllersStartAt: '2.0.0' }
    expect(['1.9.9', '2.0.0', '10.0.0'].map((version) => diskControllersOf(changed, version))).toEqual([
      undefined,
      'SCSI, NVMe',
      'SCSI, NVMe',
    ])
  })
})
