import { formatResourceId, parseDefinitionId, regionName } from '@portal/arm'
import { revocationOf } from '@portal/image-version'
import {
  type browseImageVersions as endpoint,
  type RequestOf,
  type ResponseOf,
  versionEncryption,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import { armProvisioningState } from '../arm/arm-states.ts'
import type { Azure } from '../arm/clients.ts'
import { kqlText } from '../arm/resource-graph.ts'
import { queryPage, searchStep } from './page-query.ts'
import { imageFilterSteps } from './posture/image-filter-steps.ts'

// By number: as text, 1.10.0 would precede 1.9.0.
const number = (part: 0 | 1 | 2) => `tolong(split(name, '.')[${part}])`
const rest = [number(1), number(2)]
const definition = "tolower(strcat(split(id, '/')[8], '/', split(id, '/')[10]))"

const orders: Record<RequestOf<typeof endpoint>['sort'], string[]> = {
  name: [number(0), ...rest],
  definition: [definition, number(0), ...rest],
  state: ['state', definition],
  encryption: ['encryption', definition],
  regions: ['regions', definition],
  replicas: ['replicas', definition],
  publishedDate: ['publishedDate', definition],
  endOfLifeDate: ['endOfLifeDate', definition],
}

// Only a set says whether it encrypts twice: a version stores the IDs of its sets and no type.
export const setTypes = `Resources
  | where type =~ 'microsoft.compute/diskencryptionsets'
  | project setId = tolower(id), setType = tostring(properties.encryptionType)`

/** Whose keys encrypt a version, from how many of its regions have which. */
export const versionsEncryption = `extend encryption = case(confidential == regions, 'confidential', confidential > 0,
    'mixed', touched == 0, 'platform', lacking > 0, 'mixed', doubly == regions, 'double', doubly > 0, 'mixed', 'customer')`

/** From Resources to versions. */
export const versionSteps = [
  "where type =~ 'microsoft.compute/galleries/images/versions'",
  `project id, name, location, tags, profile = properties.publishingProfile, state = tostring(properties.provisioningState),
    dataDisks = coalesce(array_length(properties.storageProfile.dataDiskImages), 0)`,
]

/**
 * From versions to versions with their regions and whose keys encrypt them, through one row for each region; only those
 * with a region on `storage`, if given.
 */
export const encryptionSteps = (storage?: string) => [
  'mv-expand region = profile.targetRegions',
  'extend setId = tolower(tostring(region.encryption.osDiskImage.diskEncryptionSetId))',
  `join kind=leftouter (${setTypes}) on setId`,
  `extend hasSets = isnotempty(setId) or tostring(region.encryption) contains '/diskEncryptionSets/',
    lacksSets = isempty(setId) or coalesce(array_length(region.encryption.dataDiskImages), 0) < dataDisks,
    isConfidential = isnotempty(tostring(region.encryption.osDiskImage.securityProfile.confidentialVMEncryptionType))`,
  `summarize regions = count(), confidential = countif(isConfidential), touched = countif(hasSets),
    lacking = countif(lacksSets), doubly = countif(setType == 'EncryptionAtRestWithPlatformAndCustomerKeys'),
    targetRegions = make_list(tostring(region.name)),
    replicas = sum(coalesce(toint(region.regionalReplicaCount), toint(profile.replicaCount), 1)),
    ${storage === undefined ? '' : `stored = countif(tostring(region.storageAccountType) =~ ${kqlText(storage)}),`}
    name = take_any(name), location = take_any(location), state = take_any(state), profile = take_any(profile),
    tags = take_any(tags) by id`,
  storage !== undefined && 'where stored > 0',
  versionsEncryption,
]

const row = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  state: armProvisioningState,
  encryption: versionEncryption,
  targetRegions: z.array(z.string()),
  replicas: z.number(),
  publishedDate: z.string(),
  endOfLifeDate: z.string(),
  excludeFromLatest: z.nullable(z.boolean()),
  tags: z.nullish(z.record(z.string(), z.string())),
})

/** A page of image versions, of one definition or of all, each with whose keys encrypt it. */
export async function browseImageVersions(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const parent = asked.imageDefinitionId === undefined ? undefined : parseDefinitionId(asked.imageDefinitionId)
  const steps = [
    ...versionSteps,
    parent !== undefined && `where id startswith ${kqlText(`${formatResourceId(parent)}/versions/`)}`,
    searchStep(
      parent === undefined ? "strcat(split(id, '/')[8], '/', split(id, '/')[10], '/', name)" : 'name',
      asked.search,
    ),
    ...imageFilterSteps(asked, { imageId: 'id', date: 'tostring(profile.publishedDate)' }),
    asked.state !== undefined && `where state == ${kqlText(asked.state)}`,
    ...encryptionSteps(asked.storage),
    asked.encryption !== undefined && `where encryption == ${kqlText(asked.encryption)}`,
    `project id, name, location, state, encryption, regions, targetRegions, replicas,
      publishedDate = tostring(profile.publishedDate), endOfLifeDate = tostring(profile.endOfLifeDate),
      excludeFromLatest = tobool(profile.excludeFromLatest), tags`,
  ]
  const { total, rows } = await queryPage(azure, row, {
    asked: { ...asked, subscriptionId: parent?.subscriptionId ?? asked.subscriptionId },
    steps,
    orders: orders[asked.sort],
  })
  return { total, rows: rows.map((version) => toRow(version, Date.parse(azure.now()))) }
}

function toRow(version: z.output<typeof row>, now: number): ResponseOf<typeof endpoint>['rows'][number] {
  const { state, publishedDate, endOfLifeDate, excludeFromLatest, targetRegions, tags, ...same } = version
  const revocation = revocationOf({ id: version.id, tags: tags ?? {} })
  return {
    ...same,
    location: regionName(same.location),
    provisioningState: state,
    targetRegions: targetRegions.map(regionName).sort(),
    ...(publishedDate !== '' && { publishedDate }),
    ...(endOfLifeDate !== '' && { endOfLifeDate }),
    isPastEndOfLife: endOfLifeDate !== '' && Date.parse(endOfLifeDate) <= now,
    excludeFromLatest: excludeFromLatest ?? false,
    ...(revocation !== undefined && { revocation }),
  }
}
