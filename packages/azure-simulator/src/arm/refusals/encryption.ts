import { numberAt, objectsAt, valueAt } from '../../json.ts'
import { displayNameOf } from '../../regions.ts'
import type { SentTargetRegion } from '../compute/image-version/image-version-request.ts'
import type { ImageVersionSource } from '../compute/image-version/image-version-source.ts'
import { invalidParameter, operationNotAllowed } from '../errors.ts'
import { assertSet } from './disk-encryption-set.ts'
import { type Proposal, resultingRegions } from './proposal.ts'

const target = 'galleryImageVersion.properties.publishingProfile.targetRegions.encryption'
const artifact = 'galleryArtifactVersion.properties.publishingProfile.targetRegions.encryption'

/** A region's set for each disk: `OS`, or the number of a LUN. */
type Cells = Map<'OS' | number, string>

function cellsOf({ encryption }: Pick<SentTargetRegion, 'encryption'>): Cells {
  const cells: Cells = new Map()
  if (encryption?.osDiskImage?.diskEncryptionSetId !== undefined)
    cells.set('OS', encryption.osDiskImage.diskEncryptionSetId)
  for (const { lun, diskEncryptionSetId } of encryption?.dataDiskImages ?? [])
    if (diskEncryptionSetId !== undefined) cells.set(lun, diskEncryptionSetId)
  return cells
}

/** Sets exist, fit and leave no gap: https://learn.microsoft.com/azure/virtual-machines/image-version-encryption */
export function assertEncryption(proposal: Proposal, source: ImageVersionSource | undefined): void {
  const regions = resultingRegions(proposal).map((region) => ({ region, cells: cellsOf(region) }))
  const usesSets = regions.some(
    ({ region, cells }) => cells.size > 0 || region.encryption?.dataDiskImages.some((disk) => disk.securityProfile),
  )
  if (usesSets) assertEncryptable(proposal, source)
  for (const { region } of regions) assertLuns(proposal, region, source)
  for (const { region, cells } of regions)
    for (const [disk, id] of cells)
      assertSet(proposal, {
        id,
        region: region.name,
        isConfidential: false,
        property: `${artifact}.${disk === 'OS' ? 'osDiskImage' : 'dataDiskImages'}.diskEncryptionSetId`,
      })
  assertNoGap(regions)
  for (const location of proposal.sent.targetExtendedLocations ?? [])
    for (const [, id] of cellsOf(location))
      assertSet(proposal, {
        id,
        region: location.name,
        isConfidential: false,
        property: `${artifact.replace('targetRegions', 'targetExtendedLocations')}.diskEncryptionSetId`,
      })
}

function assertEncryptable({ gallery }: Proposal, source: ImageVersionSource | undefined): void {
  const [first] = source?.resources ?? []
  const blob = source?.resources.find(({ type }) => type.toLowerCase() === 'microsoft.storage/storageaccounts')
  const plain = source?.kind === 'ImageVersion' ? first : blob
  if (plain)
    throw invalidParameter(
      `Encryption is not supported for source resource '${plain.id}'. Please use a different source resource type which supports encryption or remove encryption properties.`,
      target,
    )
  // Encrypted versions are for private galleries:
  // https://learn.microsoft.com/azure/virtual-machines/share-gallery-community
  const sharing = valueAt(gallery.properties, 'sharingProfile', 'permissions')
  if (sharing === 'Community' || sharing === 'Groups')
    throw invalidParameter(
      `Gallery image versions encrypted with a disk encryption set are not supported in the gallery '${gallery.name}', which is shared to '${sharing}'.`,
      target,
    )
  // https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
  const inGuest = source?.resources.find(
    ({ properties }) => valueAt(properties, 'encryptionSettingsCollection', 'enabled') === true,
  )
  if (inGuest)
    throw operationNotAllowed(
      `Disk ${inGuest.name} is or was encrypted with Azure Disk Encryption and cannot be encrypted with customer managed keys.`,
    )
}

function assertLuns({ stored }: Proposal, region: SentTargetRegion, source: ImageVersionSource | undefined): void {
  const luns = (region.encryption?.dataDiskImages ?? []).map(({ lun }) => lun)
  const duplicates = [...new Set(luns.filter((lun, index) => luns.indexOf(lun) !== index))]
  if (duplicates.length > 0)
    throw invalidParameter(
      `Duplicate luns '${duplicates.join(',')}' were specified in target region '${displayNameOf(region.name)}' encryption.dataDiskImages.`,
      `${target}.dataDiskImages`,
    )
  const existing = source
    ? source.dataDisks.map(({ lun }) => lun)
    : objectsAt(stored?.properties, 'storageProfile', 'dataDiskImages').map((disk) => numberAt(disk, 'lun'))
  // Recorded: for a lone OS disk, Azure accepts a LUN that does not exist.
  if (existing.length === 0 && (source === undefined || source.kind === 'Disks')) return
  const invalid = luns.filter((lun) => !existing.includes(lun))
  if (invalid.length > 0)
    throw invalidParameter(
      `An invalid lun [${invalid.join(',')}] was specified in encryption.dataDiskImages. The lun must be one of the following values ['${existing.join(',')}'].`,
      `${target}.dataDiskImages`,
    )
}

/** What one region encrypts with a set, every region encrypts with a set. */
function assertNoGap(regions: { region: SentTargetRegion; cells: Cells }[]): void {
  for (const { region: giver, cells } of regions)
    for (const [disk, id] of cells)
      for (const { region, cells: others } of regions) {
        if (others.has(disk)) continue
        const name = disk === 'OS' ? `${artifact}.osDiskImage.diskEncryptionSetId` : `LUN ${disk}`
        throw invalidParameter(
          `A disk encryption set is required for disk '${name}' in target region '${displayNameOf(region.name)}' since disk encryption set '${id}' is used for the corresponding disk in region '${displayNameOf(giver.name)}'`,
          `${target}.${disk === 'OS' ? 'osDiskImage' : 'dataDiskImages'}.diskEncryptionSetId`,
        )
      }
}
