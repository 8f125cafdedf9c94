import type { Campaign } from '@portal/campaign'
import { expect, it } from 'vitest'
import { notableWrites, statementSets } from './statement-sets.ts'

const idIn = (group: string, type: string) =>
  `/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/${group}/providers/${type}`
const setIn = (group: string, name: string) => idIn(group, `Microsoft.Compute/diskEncryptionSets/${name}`)
const deployment = idIn('rg', 'Microsoft.Resources/deployments/encrypt-versions-0123456789abcdef')

it('S66: the sets of another resource group come first, each with its regions and disks', () => {
  const [own, other] = [setIn('RG', 'set'), setIn('another', 'set')]
  const campaign: Campaign = {
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    regions: [
      { name: 'eastus2', osDiskImage: own, dataDiskImages: [{ lun: 0, diskEncryptionSetId: own }] },
      { name: 'westus', osDiskImage: own, dataDiskImages: [{ lun: 2, diskEncryptionSetId: other }] },
    ],
    items: [],
  }
  expect(statementSets(campaign, deployment)).toEqual([
    { id: other, otherGroup: 'another', regions: [{ name: 'westus', disks: [2] }] },
    {
      id: own,
      regions: [
        { name: 'eastus2', disks: ['os', 0] },
        { name: 'westus', disks: ['os'] },
      ],
    },
  ])
})

it('repeated changes of one person are one, the last', () => {
  const write = (by: string, time: string) => ({ by, time, isUser: true, isYou: false })
  const [started, first, noor, last] = [write('ben', '1'), write('ben', '2'), write('noor', '3'), write('ben', '4')]
  expect(notableWrites([started, first, noor, last])).toEqual([started, noor, last])
  expect(notableWrites([])).toEqual([])
})
