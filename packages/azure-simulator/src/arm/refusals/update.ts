import { sameResourceId } from '@portal/arm'
import { numberAt, objectsAt, textAt } from '../../json.ts'
import { displayNameOf } from '../../regions.ts'
import { isChanging, type StoredResource } from '../../store/store.ts'
import type { SentEncryption } from '../compute/image-version/sent-encryption.ts'
import { conflict, invalidParameter, propertyChangeNotAllowed, operationNotAllowed } from '../errors.ts'
import { type Proposal, storedRegion } from './proposal.ts'
import { assertSameStorage } from './storage.ts'

const properties = 'galleryImageVersion.properties'

/**
 * What an update can't change:
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#updating-resources
 */
export function assertUpdatable(proposal: Proposal, stored: StoredResource): void {
  const now = proposal.request.clock.now()
  if (stored.change?.state === 'Deleting')
    throw operationNotAllowed(
      `Operation 'Update Gallery Image Version' is not on allowed on ${stored.name}; since it is marked for deletion. You can only retry the Delete operation (or wait for an ongoing one to complete)`,
    )
  if (isChanging(stored, now)) throw conflict()
  assertSameSource(proposal, stored)
  assertSameStorage(proposal, stored)
  assertSameMode(proposal, stored)
  for (const { name, encryption } of proposal.sent.targetRegions ?? []) {
    const before = storedRegion(proposal, name)
    if (before && encryption) assertSameEncryption(name, encryption, before.encryption)
  }
}

function assertSameSource({ sent }: Proposal, stored: StoredResource): void {
  const same = (value: string | undefined, path: string[]) => {
    const before = textAt(stored.properties, 'storageProfile', ...path)
    if (value === undefined || (before !== undefined && sameResourceId(value, before))) return
    throw propertyChangeNotAllowed(`${properties}.storageProfile.${path.join('.')}`)
  }
  same(sent.source?.id, ['source', 'id'])
  same(sent.source?.virtualMachineId, ['source', 'virtualMachineId'])
  same(sent.osDiskImage?.source?.id, ['osDiskImage', 'source', 'id'])
  const disks = objectsAt(stored.properties, 'storageProfile', 'dataDiskImages')
  for (const disk of sent.dataDiskImages ?? []) {
    const before = disks.find((other) => numberAt(other, 'lun') === disk.lun)
    if (before === undefined)
      throw invalidParameter(
        'Adding new Data Disks or changing the LUN of a Data Disk in an existing Image is not allowed.',
        `${properties}.storageProfile.dataDiskImages`,
      )
    const [id, known] = [disk.source?.id, textAt(before, 'source', 'id')]
    if (id !== undefined && (known === undefined || !sameResourceId(id, known)))
      throw propertyChangeNotAllowed(`${properties}.storageProfile.dataDiskImages.source.id`)
  }
}

function assertSameMode({ sent }: Proposal, stored: StoredResource): void {
  const path = `${properties}.publishingProfile`
  const mode = textAt(stored.properties, 'publishingProfile', 'replicationMode') ?? 'Full'
  if (sent.replicationMode !== undefined && sent.replicationMode !== mode)
    throw propertyChangeNotAllowed(`${path}.replicationMode`)
}

/** Encryption is set once, when a region is added: an existing region repeats it or omits it. */
function assertSameEncryption(region: string, sent: SentEncryption, before: SentEncryption | undefined): void {
  const known = new Map(
    (before?.dataDiskImages ?? []).map(({ lun, diskEncryptionSetId }) => [lun, diskEncryptionSetId]),
  )
  const added = sent.dataDiskImages.find(
    ({ lun, diskEncryptionSetId }) => diskEncryptionSetId !== undefined && known.get(lun) === undefined,
  )
  if (added)
    throw invalidParameter(
      `Cannot specify new data disk image encryption lun [${added.lun}] with a disk encryption set in region [${displayNameOf(region)}] for update gallery image version request. To update this version, remove the new lun. If you need to change the data disk image encryption settings, you must create a new gallery image version with the correct settings.`,
      `${properties}.publishingProfile.targetRegions.encryption.dataDiskImages`,
    )
  if (fingerprint(sent) !== fingerprint(before))
    throw propertyChangeNotAllowed(`${properties}.publishingProfile.targetRegions.encryption`)
}

function fingerprint(encryption: SentEncryption | undefined): string {
  const { osDiskImage, dataDiskImages = [] } = encryption ?? {}
  const { confidentialVMEncryptionType = '', secureVMDiskEncryptionSetId = '' } = osDiskImage?.securityProfile ?? {}
  const disks = dataDiskImages
    .map(({ lun, diskEncryptionSetId = '', securityProfile }) =>
      [lun, diskEncryptionSetId, securityProfile?.secureVMDiskEncryptionSetId ?? ''].join('='),
    )
    .sort()
  return [osDiskImage?.diskEncryptionSetId ?? '', confidentialVMEncryptionType, secureVMDiskEncryptionSetId, ...disks]
    .join(' ')
    .toLowerCase()
}
