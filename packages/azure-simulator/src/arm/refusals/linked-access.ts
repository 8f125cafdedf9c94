import { tryParseResourceId } from '@portal/arm'
import { assertLinkedAccess } from '../authorization/access.ts'
import { singleSourceId } from '../compute/image-version/image-version-request.ts'
import { ArmRefusal } from '../errors.ts'
import type { Proposal } from './proposal.ts'

// What the caller must be allowed on a source:
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
const sourceActions: Record<string, string> = {
  'microsoft.compute/virtualmachines': 'Microsoft.Compute/virtualMachines/write',
  'microsoft.compute/disks': 'Microsoft.Compute/disks/write',
  'microsoft.compute/snapshots': 'Microsoft.Compute/snapshots/write',
  'microsoft.storage/storageaccounts': 'Microsoft.Storage/storageAccounts/listKeys/action',
}

/** The gateway's own check of the IDs in the body: they are valid, and the caller can use their resources. */
export function assertLinkedRights({ request, id, sent }: Proposal): void {
  const sources = [
    { value: singleSourceId(sent), path: 'properties.storageProfile.source.id' },
    {
      value: sent.osDiskImage?.source?.id ?? sent.osDiskImage?.source?.storageAccountId,
      path: 'properties.storageProfile.osDiskImage.source.id',
    },
    ...(sent.dataDiskImages ?? []).map(({ source }) => ({
      value: source?.id ?? source?.storageAccountId,
      path: 'properties.storageProfile.dataDiskImages.source.id',
    })),
  ]
  const linkedSources = sources.flatMap(({ value, path }) => {
    // A community image has a different kind of ID.
    if (value === undefined || value.toLowerCase().startsWith('/communitygalleries/')) return []
    const parsed = tryParseResourceId(value)
    if (parsed === undefined) throw linkedInvalidPropertyId(value, path)
    const type = [parsed.provider, ...parsed.types].join('/')
    return [{ action: sourceActions[type.toLowerCase()] ?? `${type}/read`, scope: value }]
  })
  const sets = (sent.targetRegions ?? []).flatMap(({ encryption }) => [
    encryption?.osDiskImage?.diskEncryptionSetId,
    encryption?.osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId,
    ...(encryption?.dataDiskImages ?? []).flatMap(({ diskEncryptionSetId, securityProfile }) => [
      diskEncryptionSetId,
      securityProfile?.secureVMDiskEncryptionSetId,
    ]),
  ])
  // For a malformed one, Compute itself returns its own error.
  const linkedSets = sets
    .filter((set) => set !== undefined && tryParseResourceId(set) !== undefined)
    .map((set) => ({ action: 'Microsoft.Compute/diskEncryptionSets/read', scope: set ?? '' }))
  assertLinkedAccess(request.tenant, request.caller, {
    action: 'Microsoft.Compute/galleries/images/versions/write',
    scope: id,
    linked: [...linkedSources, ...linkedSets],
  })
}

function linkedInvalidPropertyId(value: string, path: string): ArmRefusal {
  const message = `Property id '${value}' at path '${path}' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`
  return new ArmRefusal(400, { code: 'LinkedInvalidPropertyId', message }, { 'x-ms-failure-cause': 'gateway' })
}
