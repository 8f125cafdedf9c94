import { sameRegion, tryParseResourceId } from '@portal/arm'
import { objectsAt, textAt } from '../../json.ts'
import { assertLinkedAccess } from '../authorization/access.ts'
import { assertPolicy } from '../authorization/policy/assert-policy.ts'
import { assertGalleryQuota } from '../compute/gallery/gallery-quotas.ts'
import { assertConfidentialDataDisks } from '../compute/image-version/confidential-data-disks.ts'
import { singleSourceId } from '../compute/image-version/image-version-request.ts'
import type { ImageVersionSource } from '../compute/image-version/image-version-source.ts'
import { invalidParameter, ArmRefusal } from '../errors.ts'
import { parameter } from '../request.ts'
import { assertConfidentialRules } from './confidential-vm.ts'
import { assertEncryption } from './encryption.ts'
import { resultingRegions, type Proposal } from './proposal.ts'
import { followSource } from './source.ts'
import { assertTargetRegions } from './target-regions.ts'
import { assertUpdatable } from './update.ts'
import { assertNoWriteFault } from './write-fault.ts'

/**
 * Throws Azure's refusal of a PUT, if there is one; otherwise returns the content of the source (undefined for an
 * update, which keeps its own). Nothing has been changed by then. The texts:
 * https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
 */
export function judge(proposal: Proposal): ImageVersionSource | undefined {
  assertLinkedRights(proposal)
  assertPolicy({
    ...proposal,
    type: 'Microsoft.Compute/galleries/images/versions',
    violationOf: (policy, parameters) => policy.violation?.(proposal, parameters),
  })
  assertNoWriteFault(proposal)
  assertName(proposal)
  assertTargetRegions(proposal)
  assertDates(proposal)
  if (proposal.stored) assertUpdatable(proposal, proposal.stored)
  const source = proposal.stored ? undefined : followSource(proposal)
  assertConfidentialRules(proposal)
  assertConfidentialDataDisks(proposal)
  assertEncryption(proposal, source)
  assertVersionQuota(proposal)
  return source
}

function assertVersionQuota(proposal: Proposal): void {
  const { stored, request } = proposal
  const before = stored ? objectsAt(stored.properties, 'publishingProfile', 'targetRegions') : []
  const isThere = (region: string) => before.some((target) => sameRegion(textAt(target, 'name') ?? '', region))
  const subscriptionId = parameter(request, 'subscriptionId')
  for (const { name: location } of resultingRegions(proposal))
    if (!isThere(location)) assertGalleryQuota(request.tenant, 'GalleryImageVersion', { subscriptionId, location })
}

const largest = 2_147_483_647

/** Major.Minor.Patch, each a 32-bit integer: https://learn.microsoft.com/azure/virtual-machines/image-version */
function assertName({ name }: Proposal): void {
  const numbers = name.split('.')
  if (numbers.length === 3 && numbers.every((number) => /^\d{1,10}$/.test(number) && Number(number) <= largest)) return
  throw invalidParameter(
    'The image version name is invalid. The image version name should follow Major(int).Minor(int).Patch(int) format, for e.g: 1.0.0, 2018.12.1 etc.',
    'galleryImageVersionName',
  )
}

const target = 'galleryImageVersion.properties.publishingProfile.endOfLifeDate'

/** The end of life date must be in the future when it is set; one that has passed since can be sent again. */
function assertDates({ sent, stored, request }: Proposal): void {
  if (sent.endOfLifeDate === undefined) return
  const date = Date.parse(sent.endOfLifeDate)
  if (Number.isNaN(date)) throw invalidParameter(`The value of parameter ${target} is invalid.`, target)
  const before = Date.parse(textAt(stored?.properties, 'publishingProfile', 'endOfLifeDate') ?? '')
  if (date !== before && date <= request.clock.now())
    throw invalidParameter('EndOfLifeDate must be set to a future date.', target)
}

// What the caller must be allowed on a source:
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
const sourceActions: Record<string, string> = {
  'microsoft.compute/virtualmachines': 'Microsoft.Compute/virtualMachines/write',
  'microsoft.compute/disks': 'Microsoft.Compute/disks/write',
  'microsoft.compute/snapshots': 'Microsoft.Compute/snapshots/write',
  'microsoft.storage/storageaccounts': 'Microsoft.Storage/storageAccounts/listKeys/action',
}

/** The gateway's own check of the IDs in the body: they are valid, and the caller can use their resources. */
function assertLinkedRights({ request, id, sent }: Proposal): void {
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
