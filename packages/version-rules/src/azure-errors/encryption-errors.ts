import { regionName } from '@portal/arm'
import { isHomeRegion } from '@portal/image-version'
import type { ArmMessage } from './arm-message.ts'
import { meaning } from './decoded-error.ts'
import { cellOf, cellWithInvalidSet, cellWithSet, nameOf, setAt, sourceName, sourcePath } from './plan-paths.ts'

const anotherSet = { action: 'chooseAnotherSet' } as const
const anotherSource = { action: 'chooseAnotherSource' } as const

// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images unless another page is given
export const encryptionMessages: ArmMessage[] = [
  {
    text: /^The disk encryption set '?(?<id>[^']+?)'? must be in the same subscription '?(?<subscription>[^']+?)'? as the gallery resource/,
    means: ({ groups: { id = '', subscription = '' }, plan }) =>
      meaning(
        'DiskEncryptionSetInAnotherSubscription',
        { name: nameOf(id), subscription },
        { path: cellWithSet(plan, id), repair: anotherSet },
      ),
  },
  {
    text: /^The disk encryption set '?(?<id>\S+?)'? was not found/,
    means: ({ groups: { id = '' }, plan }) =>
      meaning('DiskEncryptionSetNotFound', { name: nameOf(id) }, { path: cellWithSet(plan, id), repair: anotherSet }),
  },
  {
    text: /^The value of parameter galleryArtifactVersion\.properties\.publishingProfile\.targetRegions\.encryption\.(osDiskImage|dataDiskImages)\.diskEncryptionSetId is invalid/,
    means({ plan }) {
      const path = cellWithInvalidSet(plan)
      return meaning('DiskEncryptionSetInvalid', { id: setAt(plan, path) }, { path, repair: anotherSet })
    },
  },
  {
    text: /^A disk encryption set is required for disk '(?:LUN (?<lun>\d+)|[^']+)' in target region '(?<region>[^']+)' since disk encryption set/,
    means({ groups: { lun = '', region = '' }, plan }) {
      const disk = lun === '' ? 'os' : Number(lun)
      return meaning(
        'DiskEncryptionSetRequired',
        { disk, region },
        { path: cellOf(plan, region, disk), repair: anotherSet },
      )
    },
  },
  {
    text: /^An invalid lun \[(?<lun>\d+)\] was specified in encryption\.dataDiskImages\. The lun must be one of the following values \['(?<luns>[^']*)'\]/,
    means({ groups: { lun = '', luns = '' }, plan }) {
      const region = plan.targetRegions.find(({ encryption }) =>
        encryption.dataDiskImages.some((image) => image.lun === Number(lun)),
      )
      const name = region?.name ?? ''
      return meaning(
        'LunNotInSource',
        { lun: Number(lun), region: name, luns: luns.replaceAll(',', ', ') },
        { path: cellOf(plan, name, Number(lun)), repair: { action: 'correctField' } },
      )
    },
  },
  {
    text: /^Duplicate luns '(?<lun>\d+)[^']*' were specified in target region '(?<region>[^']+)'/,
    means: ({ groups: { lun = '', region = '' }, plan }) =>
      meaning(
        'LunDuplicate',
        { lun: Number(lun), region },
        { path: cellOf(plan, region, Number(lun)), repair: { action: 'correctField' } },
      ),
  },
  {
    text: /^Cannot specify new data disk image encryption lun \[(?<lun>\d+)\] with a disk encryption set in region \[(?<region>[^\]]+)\]/,
    means: ({ groups: { lun = '', region = '' }, plan }) =>
      meaning(
        'EncryptionIsCreateOnly',
        { lun: Number(lun), region },
        { path: cellOf(plan, region, Number(lun)), repair: { action: 'correctField' } },
      ),
  },
  {
    text: /^Encryption is not supported for source resource/,
    means: ({ plan }) =>
      meaning(
        'EncryptionNotSupportedForSource',
        { sourceType: plan.source.type },
        { path: ['encryptionType'], repair: anotherSource },
      ),
  },
  {
    text: /^Encrypted source: '(?<id>[^']+)' is in a different subscription ID than the current gallery image version subscription '(?<subscription>[^']+)'.*subscription '(?<sourceSubscription>[^']+)'/,
    means: ({ groups: { id = '', subscription = '', sourceSubscription = '' }, plan }) =>
      meaning(
        'SourceEncryptedInAnotherSubscription',
        { name: nameOf(id), sourceSubscription, subscription },
        { path: sourcePath(plan, id), repair: anotherSource },
      ),
  },
  {
    // https://github.com/Azure/azure-rest-api-specs/issues/29280
    text: /Contract\.Assert failed: Data model DiskEncryptionSetId/,
    means: ({ plan }) =>
      meaning(
        'TrustedLaunchCaptureFails',
        { name: sourceName(plan.source) },
        { path: sourcePath(plan, ''), repair: anotherSource },
      ),
  },
  {
    // https://github.com/Azure/azure-cli/issues/22995
    text: /^The regional encryption\.osDiskImage\.securityProfile\.\S+ must be specified when the SecurityType of the image definition is ConfidentialVM/,
    means: () =>
      meaning(
        'ConfidentialTypeRequired',
        {},
        { path: ['confidentialVMEncryptionType'], repair: { action: 'correctField' } },
      ),
  },
  {
    // https://github.com/hashicorp/packer-plugin-azure/pull/373
    text: /^Only the home region '[^']+' can be specified as a target region for Images with the ConfidentialVM feature/,
    means({ plan }) {
      const index = plan.targetRegions.findIndex((region) => region.name !== '' && !isHomeRegion(plan, region))
      const region = plan.targetRegions[index]?.name ?? ''
      return meaning(
        'ConfidentialOnlyHomeRegion',
        { region },
        {
          path: index < 0 ? [] : ['targetRegions', index, 'name'],
          repair: { action: 'removeTargetRegion', region: regionName(region) },
        },
      )
    },
  },
  {
    // seen in public support texts only
    text: /^The type of the Disk Encryption Set in the request is Confiden/,
    means: () =>
      meaning('DiskEncryptionSetTypeMismatch', {}, { path: ['encryptionType'], repair: { action: 'correctField' } }),
  },
  {
    // seen in public support texts only
    code: 'OperationNotAllowed',
    text: /Azure Disk Encryption|\bADE\b/,
    means: ({ plan }) =>
      meaning(
        'CustomerKeyNotSupportedForAzureDiskEncryption',
        { name: sourceName(plan.source) },
        { path: ['encryptionType'], repair: anotherSource },
      ),
  },
  {
    text: /^Disk encryption set (?<id>\S+) in (?:Azure Compute Gallery|shared image gallery) (?<version>\S+) belongs to subscription (?<versionSubscription>\S+) and cannot be used with resource '[^']*' in subscription (?<subscription>[^\s.]+)/,
    means: ({ groups: { id = '', versionSubscription = '', subscription = '' } }) =>
      meaning(
        'VersionSetInAnotherSubscription',
        { name: nameOf(id), versionSubscription, subscription },
        { repair: anotherSet },
      ),
  },
]
