import type { JsonObject } from '../../../json.ts'
import type { BodyReader } from '../../body-reader.ts'

interface SentSecurityProfile {
  confidentialVMEncryptionType?: string | undefined
  secureVMDiskEncryptionSetId?: string | undefined
}

export interface SentEncryption {
  osDiskImage?:
    | { diskEncryptionSetId?: string | undefined; securityProfile?: SentSecurityProfile | undefined }
    | undefined
  dataDiskImages: {
    lun: number
    diskEncryptionSetId?: string | undefined
    /** of confidential machines, from 2026-03-03 on */
    securityProfile?: SentSecurityProfile | undefined
  }[]
}

/** What a region or an edge zone encrypts with which sets, read. */
export function readEncryption(encryption: BodyReader): SentEncryption {
  const osDisk = encryption.object('osDiskImage')
  return {
    osDiskImage: osDisk && {
      diskEncryptionSetId: osDisk.text('diskEncryptionSetId'),
      securityProfile: readSecurityProfile(osDisk),
    },
    dataDiskImages: (encryption.objects('dataDiskImages') ?? []).map((disk) => ({
      lun: disk.integer('lun') ?? 0,
      diskEncryptionSetId: disk.text('diskEncryptionSetId'),
      securityProfile: readSecurityProfile(disk),
    })),
  }
}

function readSecurityProfile(disk: BodyReader): SentSecurityProfile | undefined {
  const security = disk.object('securityProfile')
  return (
    security && {
      confidentialVMEncryptionType: security.text('confidentialVMEncryptionType'),
      secureVMDiskEncryptionSetId: security.text('secureVMDiskEncryptionSetId'),
    }
  )
}

/** The same as Azure returns it: keys in its order, and an empty security profile if none was sent. */
export function storedEncryption(sent: SentEncryption): JsonObject {
  const { osDiskImage, dataDiskImages } = sent
  return {
    ...(osDiskImage && {
      osDiskImage: {
        // Empty if none was sent, but always present.
        securityProfile: { ...osDiskImage.securityProfile },
        ...(osDiskImage.diskEncryptionSetId !== undefined && { diskEncryptionSetId: osDiskImage.diskEncryptionSetId }),
      },
    }),
    ...(dataDiskImages.length > 0 && {
      dataDiskImages: dataDiskImages.map(({ lun, diskEncryptionSetId, securityProfile }) => ({
        lun,
        ...(diskEncryptionSetId !== undefined && { diskEncryptionSetId }),
        ...(securityProfile?.confidentialVMEncryptionType !== undefined && { securityProfile: { ...securityProfile } }),
      })),
    }),
  }
}
