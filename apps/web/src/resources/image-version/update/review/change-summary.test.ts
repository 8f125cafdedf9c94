import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { blankTargetRegion } from '@portal/image-version'
import { anInventory } from '@portal/image-version/testing'
import { noChange, type VersionChange } from '@portal/version-update'
import { describe, expect, it } from 'vitest'
import { wizardEn } from '../../../../patterns/wizard/texts/wizard.en.ts'
import { updateEn } from '../../texts/update-texts.ts'
import { changeSummary } from './change-summary.ts'

const version = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0',
  location: 'westus',
  properties: {
    publishingProfile: {
      targetRegions: [
        {
          name: 'West US',
          regionalReplicaCount: 2,
          encryption: { osDiskImage: { diskEncryptionSetId: diskEncryptionSetId('WestUSSet') } },
        },
        { name: 'East US 2', regionalReplicaCount: 1 },
      ],
      endOfLifeDate: '2030-01-01T00:00:00Z',
    },
    storageProfile: {},
  },
}

function linesOf(change: Partial<VersionChange>): string[] {
  const base = { version, fingerprint: 'f', asOf: '2026-01-01T00:00:00Z' }
  const draft = { base, change: { ...noChange(), ...change }, batchSize: null, preparationId: null }
  const lines = changeSummary(draft, { inventory: anInventory(), update: updateEn, wizard: wizardEn })
  return lines.map(({ what, before, after }) => `${what}: ${before} → ${after}`)
}

describe('what a change does, in words', () => {
  it('names the sets of a new region, and that there is none yet', () => {
    const encryption = {
      osDiskImage: diskEncryptionSetId('EastSet'),
      dataDiskImages: [],
      secureVMDiskEncryptionSetId: '',
    }
    const added = { ...blankTargetRegion('eastus2'), regionalReplicaCount: 3 }
    expect(linesOf({ addedRegions: [{ ...added, encryption }] })).toEqual([
      'Add East US 2: not replicated → 3 replicas, Standard HDD LRS, encrypted with EastSet',
    ])
    expect(linesOf({ addedRegions: [added] })[0]).toContain('no disk encryption set yet')
  })

  it('says from what to what', () => {
    expect(
      linesOf({
        removedRegions: ['eastus2'],
        changedRegions: [{ name: 'westus', regionalReplicaCount: 5, excludeFromLatest: true }],
        endOfLifeDate: '',
        allowDeletionOfReplicatedLocations: true,
      }),
    ).toEqual([
      'Remove East US 2: 1 replica, Standard HDD LRS, platform-managed key → not replicated',
      'Replicas in West US: 2 → 5',
      'Exclude from latest in West US: No → Yes',
      'End of life date: 2030-01-01 → none',
      'Lock deleting replicated locations: Yes → No',
    ])
  })

  it('says nothing of what is set to what it is', () => {
    const westus = { name: 'westus', regionalReplicaCount: 2, excludeFromLatest: false }
    expect(linesOf({ changedRegions: [westus], excludeFromLatest: false })).toEqual([])
  })
})
