import { diskEncryptionSetId, subscriptionId } from '@portal/disk-encryption/testing'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { blankVirtualMachinePlan } from '@portal/virtual-machine'
import { blankMachineDisk } from '@portal/virtual-machine/testing'
import { expect, it } from 'vitest'
import { applyProfile } from './apply-profile.ts'
import { machineProfileTarget } from './machine-profile-target.ts'
import { profileRegionsOfPlan } from './profile-of.ts'

const machine = {
  ...blankVirtualMachinePlan(''),
  subscriptionId,
  location: 'westus',
  dataDisks: [{ lun: 0, ...blankMachineDisk }],
}

function appliedTo(plan: typeof machine) {
  const regions = profileRegionsOfPlan(
    aPlan({
      targetRegions: [customerManaged('westus', { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDoubleEncryptionSet' })],
    }),
  )
  const { chosen, leftOut } = applyProfile({ name: 'Production', regions }, machineProfileTarget(plan, anInventory()))
  return [chosen.map(({ cell, diskEncryptionSetId: id }) => [cell.disk, id]), leftOut.map(({ reason }) => reason)]
}

it('a machine gets the sets of its region, of either type that its disks can have', () => {
  const sets = [
    ['os', diskEncryptionSetId('WestUSDiskEncryptionSet1')],
    [0, diskEncryptionSetId('WestUSDoubleEncryptionSet')],
  ]
  expect(appliedTo(machine)).toEqual([sets, []])
  expect(appliedTo({ ...machine, location: 'eastus2' })).toEqual([[], []])
})

it('a machine of another subscription can use none of them', () => {
  const elsewhere = { ...machine, subscriptionId: '00000000-0000-4000-8000-000000000001' }
  expect(appliedTo(elsewhere)).toEqual([[], ['InAnotherSubscription', 'InAnotherSubscription']])
})
