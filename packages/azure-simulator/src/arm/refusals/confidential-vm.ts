import { sameRegion } from '@portal/arm'
import { invalidParameter } from '../errors.ts'
import { assertSet } from './disk-encryption-set.ts'
import { type Proposal, homeRegionOf, resultingRegions, securityTypeOfDefinition } from './proposal.ts'

const profile =
  'galleryArtifactVersion.properties.publishingProfile.targetRegions.encryption.osDiskImage.securityProfile'
const target = profile.replace('Artifact', 'Image')
const encryptionTypes = ['EncryptedVMGuestStateOnlyWithPmk', 'EncryptedWithPmk', 'EncryptedWithCmk', 'NonPersistedTPM']

/**
 * Images of confidential machines:
 * https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
 */
export function assertConfidentialRules(proposal: Proposal): void {
  const securityType = securityTypeOfDefinition(proposal)
  const home = homeRegionOf(proposal)
  for (const region of resultingRegions(proposal)) {
    const { confidentialVMEncryptionType: type, secureVMDiskEncryptionSetId: set } =
      region.encryption?.osDiskImage?.securityProfile ?? {}
    if (type === undefined && securityType === 'ConfidentialVM')
      throw invalidParameter(
        'The regional encryption.osDiskImage.securityProfile.type must be specified when the SecurityType of the image definition is ConfidentialVM.',
        target,
      )
    if (type !== undefined && !encryptionTypes.includes(type))
      throw invalidParameter(
        `The value of parameter ${profile}.confidentialVMEncryptionType is invalid.`,
        `${target}.confidentialVMEncryptionType`,
      )
    if (type !== undefined && !/confidential/i.test(securityType ?? ''))
      throw invalidParameter(
        `The regional encryption.osDiskImage.securityProfile cannot be specified when the SecurityType of the image definition is '${securityType ?? 'Standard'}'.`,
        target,
      )
    if (securityType === 'ConfidentialVM' && !sameRegion(region.name, home) && type !== 'NonPersistedTPM')
      throw invalidParameter(
        `Only the home region '${home}' can be specified as a target region for Images with the ConfidentialVM feature unless the Confidential VM encryption type is set to 'NonPersistedTPM'.`,
        'galleryImageVersion.properties.publishingProfile.targetRegions',
      )
    if (type === 'EncryptedWithCmk' && set === undefined)
      throw invalidParameter(
        `The ${profile}.secureVMDiskEncryptionSetId must be specified when the Confidential VM encryption type is 'EncryptedWithCmk'.`,
        `${target}.secureVMDiskEncryptionSetId`,
      )
    if (type !== 'EncryptedWithCmk' && set !== undefined)
      throw invalidParameter(
        `The ${profile}.secureVMDiskEncryptionSetId can be specified only when the Confidential VM encryption type is 'EncryptedWithCmk'.`,
        `${target}.secureVMDiskEncryptionSetId`,
      )
    if (set !== undefined)
      assertSet(proposal, {
        id: set,
        region: region.name,
        isConfidential: true,
        property: `${profile}.secureVMDiskEncryptionSetId`,
      })
  }
}
