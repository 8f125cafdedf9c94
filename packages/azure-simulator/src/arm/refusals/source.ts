import { tryParseResourceId } from '@portal/arm'
import type { StoredResource } from '../../store.ts'
import { ArmRefusal, invalidParameter } from '../errors.ts'
import { disksOf, singleSourceId, sizeOf, sourceKinds } from '../image-version-source.ts'
import type { ImageVersionSource } from '../image-version-source.ts'
import { sameRegion } from '@portal/arm'
import type { Proposal } from './judge.ts'

/** What the source holds; throws where Azure would not take it. */
export function followSource(proposal: Proposal): ImageVersionSource {
  const { sent } = proposal
  const id = singleSourceId(sent)
  if (id !== undefined) {
    const resource = existing(proposal, id, 'properties.storageProfile.source.id')
    const kind = sourceKinds[resource.type.toLowerCase()]
    if (kind === undefined) throw invalidParameter(`The source id: ${id} must either be a managed image, virtual machine or another gallery image version`)
    return { kind, resources: [resource], ...disksOf(resource) }
  }
  const os = sent.osDiskImage?.source?.id
  if (os === undefined) throw invalidParameter("Required parameter 'galleryArtifactVersion.properties.storageProfile' is missing (null).")
  const osResource = existing(proposal, os, 'properties.storageProfile.osDiskImage.source.id')
  const data = (sent.dataDiskImages ?? []).map((disk) => ({
    lun: disk.lun,
    resource: existing(proposal, disk.source?.id ?? '', 'properties.storageProfile.dataDiskImages.source.id'),
  }))
  return {
    kind: 'Disks',
    resources: [osResource, ...data.map(({ resource }) => resource)],
    osDisk: { lun: undefined, sizeInGB: sizeOf(osResource) },
    dataDisks: data.map(({ lun, resource }) => ({ lun, sizeInGB: sizeOf(resource) })),
  }
}

function existing({ request, location }: Proposal, id: string, path: string): StoredResource {
  if (tryParseResourceId(id) === undefined)
    throw new ArmRefusal(400, { code: 'LinkedInvalidPropertyId', message: `Property id '${id}' at path '${path}' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.` })
  const found = request.tenant.store.get(id)
  if (found === undefined || !sameRegion(found.location, location))
    throw invalidParameter(`Source '${id}' is not found. Please check source exists, and is in the same region as gallery image version being created.`)
  return found
}
