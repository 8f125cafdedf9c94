import { isJsonObject, objectsAt, type JsonObject } from '../../../json.ts'
import { ArmRefusal, invalidParameter } from '../../errors.ts'
import { assertSet } from '../../refusals/disk-encryption-set.ts'
import { resultingRegions, securityTypeOfDefinition, type Proposal } from '../../refusals/proposal.ts'
import { type ArmRequest, parameter } from '../../request.ts'
import { registrationState } from '../../resources/registrations.ts'
import type { SentImageVersion } from './image-version-request.ts'

// Data disks of confidential machines with a customer's key, a preview of Azure's:
// https://learn.microsoft.com/dotnet/api/azure.resourcemanager.compute.models.confidentialvmencryptiontype.datadiskencryptedwithcmk

/** The first api-version whose examples have them. */
const knownSince = '2026-03-03'
const encryptionType = 'DataDiskEncryptedWithCmk'
/** The feature a subscription registers. */
export const confidentialDataDiskFeature = 'ConfidentialVMDataDiskEncryptionPreview'

const profile =
  'galleryArtifactVersion.properties.publishingProfile.targetRegions.encryption.dataDiskImages.securityProfile'
const target = profile.replace('Artifact', 'Image')

/** The request as its API version reads it: an older one does not have the profile of a data disk. */
export function asSentIn({ apiVersion }: ArmRequest, sent: SentImageVersion): SentImageVersion {
  if (apiVersion >= knownSince || sent.targetRegions === undefined) return sent
  return {
    ...sent,
    targetRegions: sent.targetRegions.map((region) => ({
      ...region,
      encryption: region.encryption && {
        ...region.encryption,
        dataDiskImages: region.encryption.dataDiskImages.map(({ securityProfile: _, ...disk }) => disk),
      },
    })),
  }
}

/** The publishing profile as the request's api-version answers it. */
export function publishingProfileIn({ apiVersion }: ArmRequest, publishing: JsonObject): JsonObject {
  if (apiVersion >= knownSince) return publishing
  return {
    ...publishing,
    targetRegions: objectsAt(publishing, 'targetRegions').map((region) => {
      const { encryption } = region
      if (!isJsonObject(encryption) || !hasConfidentialDataDisk(region)) return region
      const dataDiskImages = objectsAt(encryption, 'dataDiskImages').map(({ securityProfile: _, ...disk }) => disk)
      return { ...region, encryption: { ...encryption, dataDiskImages } }
    }),
  }
}

export function hasConfidentialDataDisk(region: JsonObject): boolean {
  return objectsAt(region, 'encryption', 'dataDiskImages').some((disk) => 'securityProfile' in disk)
}

/**
 * The type is the one for data disks and has its confidential set, the definition is confidential, and the subscription
 * has the preview. The rules are documented, the words are ours.
 */
export function assertConfidentialDataDisks(proposal: Proposal): void {
  const { request } = proposal
  for (const region of resultingRegions(proposal))
    for (const { securityProfile, diskEncryptionSetId } of region.encryption?.dataDiskImages ?? []) {
      const { confidentialVMEncryptionType: type, secureVMDiskEncryptionSetId: set } = securityProfile ?? {}
      if (type === undefined && set === undefined) continue
      if (type !== encryptionType)
        throw invalidParameter(
          `The value of parameter ${profile}.confidentialVMEncryptionType is invalid.`,
          `${target}.confidentialVMEncryptionType`,
        )
      if (securityTypeOfDefinition(proposal) !== 'ConfidentialVM')
        throw invalidParameter(
          `The regional encryption.dataDiskImages.securityProfile cannot be specified when the SecurityType of the image definition is '${securityTypeOfDefinition(proposal) ?? 'Standard'}'.`,
          target,
        )
      assertFeature(request)
      if (set === undefined || diskEncryptionSetId !== undefined)
        throw invalidParameter(
          `Exactly ${profile}.secureVMDiskEncryptionSetId must be specified when the Confidential VM encryption type is '${encryptionType}'.`,
          `${target}.secureVMDiskEncryptionSetId`,
        )
      assertSet(proposal, {
        id: set,
        region: region.name,
        isConfidential: true,
        property: `${profile}.secureVMDiskEncryptionSetId`,
      })
    }
}

function assertFeature(request: ArmRequest): void {
  const name = `Microsoft.Compute/${confidentialDataDiskFeature}`
  const registrable = {
    subscriptionId: parameter(request, 'subscriptionId'),
    name,
    atFirst: 'NotRegistered',
  } as const
  if (registrationState(request.tenant, registrable, request.clock.now()) === 'Registered') return
  throw new ArmRefusal(409, {
    code: 'OperationNotAllowed',
    message: `The subscription is not registered for the feature '${name}', which the encryption type '${encryptionType}' requires.`,
    target,
  })
}
