/**
 * An image version as ARM's JSON has it, in a GET or a PUT, as far as the portal reads it. Strings where Azure may say
 * more than we know. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export interface ArmImageVersion {
  id?: string | undefined
  name?: string | undefined
  location: string
  tags?: Record<string, string> | undefined
  properties?: ArmImageVersionProperties | undefined
}

interface ArmImageVersionProperties {
  publishingProfile?:
    | {
        targetRegions?: readonly ArmStoredTargetRegion[] | undefined
        replicaCount?: number | undefined
        storageAccountType?: string | undefined
        /** told by api-versions from 2025-03-03 on, and then in place of the type */
        storageAccountStrategy?: string | undefined
        excludeFromLatest?: boolean | undefined
        endOfLifeDate?: string | Date | undefined
        replicationMode?: string | undefined
      }
    | undefined
  storageProfile?:
    | {
        source?: { id?: string | undefined; virtualMachineId?: string | undefined } | undefined
        osDiskImage?: ArmStoredDiskImage | undefined
        dataDiskImages?: readonly (ArmStoredDiskImage & { lun: number })[] | undefined
      }
    | undefined
  safetyProfile?:
    | { allowDeletionOfReplicatedLocations?: boolean | undefined; blockDeletionBeforeEndOfLife?: boolean | undefined }
    | undefined
}

export interface ArmStoredTargetRegion {
  name: string
  regionalReplicaCount?: number | undefined
  storageAccountType?: string | undefined
  excludeFromLatest?: boolean | undefined
  encryption?:
    | {
        osDiskImage?:
          | {
              diskEncryptionSetId?: string | undefined
              securityProfile?:
                | {
                    confidentialVMEncryptionType?: string | undefined
                    secureVMDiskEncryptionSetId?: string | undefined
                  }
                | undefined
            }
          | undefined
        dataDiskImages?: readonly ArmStoredDataDiskEncryption[] | undefined
      }
    | undefined
}

/** The set of a confidential version's data disk is in its profile. */
export interface ArmStoredDataDiskEncryption {
  lun: number
  diskEncryptionSetId?: string | undefined
  securityProfile?:
    | { confidentialVMEncryptionType?: string | undefined; secureVMDiskEncryptionSetId?: string | undefined }
    | undefined
}

/** Azure adds `source: {}` to the disks of a whole-image source. */
interface ArmStoredDiskImage {
  source?: { id?: string | undefined; uri?: string | undefined; storageAccountId?: string | undefined } | undefined
}

/** The storage account of a blob source: older API versions call it `id`. */
export function storageAccountIdOf(source: { id?: string | undefined; storageAccountId?: string | undefined }): string {
  return source.storageAccountId ?? source.id ?? ''
}
