import { sameRegion } from '@portal/arm'
import type { StoredResource } from '../../store/store.ts'
import { singleSourceId, type SentDiskImage } from '../compute/image-version/image-version-request.ts'
import {
  disksOf,
  encryptionSetsOf,
  sizeOf,
  sourceKinds,
  type ImageVersionSource,
} from '../compute/image-version/image-version-source.ts'
import { invalidParameter } from '../errors.ts'
import type { Proposal } from './proposal.ts'
import { assertSourceFits } from './source-fit.ts'

const target = 'galleryImageVersion.properties.storageProfile'

/** The content of the source; throws if Azure would refuse it. */
export function followSource(proposal: Proposal): ImageVersionSource {
  const source = read(proposal)
  assertSourceFits(proposal, source)
  for (const resource of source.resources) assertSameSubscription(proposal, resource)
  return source
}

function read(proposal: Proposal): ImageVersionSource {
  const { sent } = proposal
  const id = singleSourceId(sent)
  const disks = [...(sent.osDiskImage ? [sent.osDiskImage] : []), ...(sent.dataDiskImages ?? [])]
  const named = disks.filter((disk) => disk.source?.id !== undefined || disk.source?.uri !== undefined)
  const kinds = [sent.source?.id, sent.source?.virtualMachineId, sent.source?.communityGalleryImageId].filter(
    (value) => value !== undefined,
  )
  if (kinds.length > 1 || (id !== undefined && named.length > 0))
    throw invalidParameter(
      'The gallery artifact version source can only be specified either directly under storageProfile or within individual OS or data disks. One and only one source type (user image, snapshot, disk, virtual machine) can be provided.',
      target,
    )
  if (id !== undefined) return readSingle(proposal, id)
  if (sent.osDiskImage?.source === undefined || named.length < disks.length)
    throw invalidParameter(
      "Required parameter 'galleryArtifactVersion.properties.storageProfile.osDiskImage.source' is missing (null).",
      `${target}.osDiskImage`,
    )
  assertDistinct(proposal)
  return readDisks(proposal)
}

function readSingle(proposal: Proposal, id: string): ImageVersionSource {
  const resource = existing(proposal, id)
  const kind = sourceKinds[resource.type.toLowerCase()]
  const saysMachine = proposal.sent.source?.virtualMachineId !== undefined
  if (kind === undefined || (saysMachine && kind !== 'VirtualMachine'))
    throw invalidParameter(
      `The source id: ${id} must either be a managed image, virtual machine or another gallery image version`,
      `${target}.source.id`,
    )
  return { kind, resources: [resource], ...disksOf(resource) }
}

// The simulator has no blobs: for a VHD it checks only the storage account, and its size is made up.
const blobSizeInGB = 30

/** Each disk is a managed disk, a snapshot or a blob; the types can differ. */
function readDisks(proposal: Proposal): ImageVersionSource {
  const { osDiskImage, dataDiskImages = [] } = proposal.sent
  const diskOf = ({ source }: SentDiskImage) => {
    if (source?.uri !== undefined) {
      const account = existing(proposal, source.storageAccountId ?? source.id ?? '')
      if (!/^https:\/\/[^/]+\/.+/.test(source.uri)) throw notADisk(source.uri)
      return { resource: account, sizeInGB: blobSizeInGB }
    }
    const resource = existing(proposal, source?.id ?? '')
    if (!/^microsoft\.compute\/(disks|snapshots)$/i.test(resource.type)) throw notADisk(source?.id ?? '')
    return { resource, sizeInGB: sizeOf(resource) }
  }
  const os = diskOf(osDiskImage ?? {})
  const data = dataDiskImages.map((disk) => ({ lun: disk.lun, ...diskOf(disk) }))
  return {
    kind: osDiskImage?.source?.uri === undefined ? 'Disks' : 'Vhd',
    resources: [os, ...data].map(({ resource }) => resource),
    osDisk: { lun: undefined, sizeInGB: os.sizeInGB },
    dataDisks: data.map(({ lun, sizeInGB }) => ({ lun, sizeInGB })),
  }
}

function notADisk(id: string) {
  return invalidParameter(`The source id: ${id} must be a managed disk or snapshot.`, target)
}

function assertDistinct({ sent }: Proposal): void {
  const { osDiskImage, dataDiskImages = [] } = sent
  const luns = dataDiskImages.map(({ lun }) => lun)
  if (new Set(luns).size < luns.length)
    throw invalidParameter(
      'Duplicated lun numbers have been detected in the input data disks. Lun number must be unique for each data disk.',
      `${target}.dataDiskImages`,
    )
  // Unlike IDs, the names of blobs are case-sensitive:
  // https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata
  const nameOf = ({ source }: SentDiskImage) => source?.uri ?? (source?.id ?? '').toLowerCase()
  const blob = osDiskImage?.source?.uri
  if (blob !== undefined && dataDiskImages.some((disk) => nameOf(disk) === blob))
    throw invalidParameter(`OSDiskImage and DataDiskImage cannot point to same blob ${blob}`, target)
  const names = [...(osDiskImage ? [osDiskImage] : []), ...dataDiskImages].map(nameOf)
  if (new Set(names).size < names.length)
    throw invalidParameter(
      'Duplicate source ids are found in the input disks. Source id should be unique for each disk.',
      target,
    )
}

function existing({ request, location }: Proposal, id: string): StoredResource {
  const found = request.tenant.store.get(id)
  if (found !== undefined && sameRegion(found.location, location) && found.change?.state !== 'Deleting') return found
  throw invalidParameter(
    `Source '${id}' is not found. Please check source exists, and is in the same region as gallery image version being created.`,
    target,
  )
}

function assertSameSubscription({ id }: Proposal, resource: StoredResource): void {
  const [own, other] = [id, resource.id].map((text) => text.split('/')[2] ?? '')
  if (own === other || encryptionSetsOf(resource).length === 0) return
  throw invalidParameter(
    `Encrypted source: '${resource.id}' is in a different subscription ID than the current gallery image version subscription '${own}'. Please retry with an unencrypted source(s) or use the source's subscription '${other}' to create the gallery image version.`,
    target,
  )
}
