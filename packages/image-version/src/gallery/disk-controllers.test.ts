import { expect, it } from 'vitest'
import { anInventory } from '../testing.ts'
import { diskControllersOf } from './disk-controllers.ts'

const { imageDefinition } = anInventory()
if (imageDefinition === undefined) throw new Error('The inventory has no definition')
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
