import { regionName, sameResourceId } from '@portal/arm'
import { objectsAt, textAt, type JsonObject } from '../../../json.ts'
import type { Proposal } from '../../refusals/proposal.ts'
import type { ArmRequest } from '../../request.ts'
import { setProblem } from '../disk-encryption-set/assert-usable-set.ts'
import { encryptionSetsOf, securityTypeOf, type ImageVersionSource } from './image-version-source.ts'

// Azure accepts these and fails later, region by region.
const largestGB = 2048

/** The regions (short names) whose replication will fail, and Azure's message for each. */
export function expectedFailures(
  { request, definition, stored }: Pick<Proposal, 'request' | 'definition' | 'stored'>,
  { publishing, source }: { publishing: JsonObject; source: ImageVersionSource | undefined },
): Map<string, string> {
  const failures = new Map<string, string>()
  const everywhere = source && failureOfSource(source, publishing)
  for (const region of objectsAt(publishing, 'targetRegions')) {
    const name = regionName(textAt(region, 'name') ?? '')
    const sets = encryptionSetsOf({
      id: '',
      type: '',
      name: '',
      location: '',
      properties: { publishingProfile: { targetRegions: [region] } },
    })
    const planted = request.tenant.replicationFailures.find(
      (failure) =>
        (failure.region === undefined || failure.region === name) &&
        (failure.isRepairable !== true || stored?.failedRegions?.includes(name) !== true) &&
        [definition.id, ...sets].some((id) => sameResourceId(id, failure.id)),
    )
    const detail = everywhere ?? planted?.detail ?? failureOfKeys(request, sets)
    if (detail !== undefined) failures.set(name, detail)
  }
  return failures
}

// Our reading: Azure accepts the version, and fails where a key can't be used. No refusal of the PUT is public.
function failureOfKeys({ tenant }: ArmRequest, setIds: string[]): string | undefined {
  for (const id of setIds) {
    const set = tenant.store.get(id)
    const problem = set && setProblem(tenant, set)
    if (problem) return `Replication failed in this region due to '${problem.message}'`
  }
  return undefined
}

function failureOfSource(
  { kind, resources, osDisk, dataDisks }: ImageVersionSource,
  publishing: JsonObject,
): string | undefined {
  // https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
  const tooLarge = [osDisk, ...dataDisks].find(({ sizeInGB = 0 }) => sizeInGB > largestGB)
  if (tooLarge && publishing['replicationMode'] !== 'Shallow')
    return `Replication failed in this region due to 'The GalleryImageVersion source resource size ${tooLarge.sizeInGB} exceeds the max size ${largestGB} supported.'`
  // https://github.com/Azure/azure-rest-api-specs/issues/29280
  const [machine] = resources
  const [set] = machine ? encryptionSetsOf(machine) : []
  if (kind === 'VirtualMachine' && machine && securityTypeOf(machine) === 'TrustedLaunch' && set)
    return `Replication failed in this region due to 'Contract.Assert failed: Data model DiskEncryptionSetId '' does not match DiskRP returned DiskEncryptionSetId '${set}''`
  return undefined
}
