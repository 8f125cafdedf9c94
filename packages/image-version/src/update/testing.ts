import { diskEncryptionSetId, imageDefinitionId } from '../testing.ts'
import type { StoredVersion, StoredVersionRegion } from './stored-version.ts'

/** A region as Azure stores it, by its display name, with a set for the OS disk and for LUN 0. */
export function aStoredRegion(name: string, sets: string, overrides: Partial<StoredVersionRegion> = {}) {
  return {
    name,
    regionalReplicaCount: 1,
    storageAccountType: 'Standard_LRS',
    encryption: {
      osDiskImage: { securityProfile: {}, diskEncryptionSetId: diskEncryptionSetId(`${sets}1`) },
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: diskEncryptionSetId(`${sets}2`) }],
    },
    ...overrides,
  }
}

/** `aPlan`'s version as Azure returns it after creation: West US and East US 2, each with its own sets. */
export function aStoredVersion(
  publishingProfile: Partial<StoredVersion['properties']['publishingProfile']> = {},
  properties: Partial<StoredVersion['properties']> = {},
): StoredVersion {
  return {
    name: '1.0.0',
    id: `${imageDefinitionId}/versions/1.0.0`,
    type: 'Microsoft.Compute/galleries/images/versions',
    location: 'westus',
    tags: { team: 'images' },
    properties: {
      publishingProfile: {
        targetRegions: [
          aStoredRegion('West US', 'WestUSDiskEncryptionSet', { regionalReplicaCount: 2 }),
          aStoredRegion('East US 2', 'EastUS2DiskEncryptionSet'),
        ],
        replicaCount: 1,
        excludeFromLatest: false,
        publishedDate: '2026-11-01T09:00:00.0000000+00:00',
        storageAccountType: 'Standard_LRS',
        replicationMode: 'Full',
        ...publishingProfile,
      },
      storageProfile: {
        source: { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/myImage' },
        osDiskImage: { sizeInGB: 30, hostCaching: 'ReadWrite', source: {} },
        dataDiskImages: [{ lun: 0, sizeInGB: 128, hostCaching: 'None' }],
      },
      safetyProfile: { reportedForPolicyViolation: false, allowDeletionOfReplicatedLocations: true },
      provisioningState: 'Succeeded',
      ...properties,
    },
  }
}
