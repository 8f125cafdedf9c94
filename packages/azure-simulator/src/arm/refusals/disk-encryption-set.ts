import { isIdOf, sameRegion } from '@portal/arm'
import { textAt } from '../../json.ts'
import { displayNameOf } from '../../regions.ts'
import { diskEncryptionSetType } from '../compute/disk-encryption-set/disk-encryption-set-at.ts'
import { invalidParameter } from '../errors.ts'
import type { Proposal } from './proposal.ts'

const confidentialType = 'ConfidentialVmEncryptedWithCustomerKey'

/** One set in one region. `isConfidential`: it is for the guest state of a confidential machine. */
export interface SetUse {
  id: string
  region: string
  isConfidential: boolean
  /** `galleryArtifactVersion.properties.…` */
  property: string
}

/** Throws unless the set exists, in the gallery's subscription and in that region, and is of the right kind. */
export function assertSet(
  { request, id: versionId }: Proposal,
  { id, region, isConfidential, property }: SetUse,
): void {
  const target = property.replace('Artifact', 'Image')
  if (!isIdOf(diskEncryptionSetType, id))
    throw invalidParameter(`The value of parameter ${property} is invalid.`, target)
  const [own = '', other = ''] = [versionId, id].map((text) => text.split('/')[2]?.toLowerCase())
  if (own !== other)
    throw invalidParameter(
      `The disk encryption set '${id}' must be in the same subscription '${own}' as the gallery resource.`,
      target,
    )
  const set = request.tenant.store.get(id)
  if (set === undefined) throw invalidParameter(`The disk encryption set ${id} was not found.`, target)
  // It is documented that a set serves only its own region; Azure's message about it is not public.
  if (!sameRegion(set.location, region))
    throw invalidParameter(
      `The disk encryption set '${id}' is in region '${displayNameOf(set.location)}' and cannot be used in target region '${displayNameOf(region)}'. A disk encryption set must be in the region it is used in.`,
      target,
    )
  const encryptionType = textAt(set.properties, 'encryptionType') ?? ''
  if ((encryptionType === confidentialType) !== isConfidential)
    throw invalidParameter(
      `The type of the Disk Encryption Set in the request is ${encryptionType}, which cannot be used for ${property}.`,
      target,
    )
}
