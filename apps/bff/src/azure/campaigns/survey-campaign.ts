import { formatResourceId, parentResourceId, parseResourceId, parseVersionId, type ResourceId } from '@portal/arm'
import type { CampaignSurvey, SurveyedDefinition, SurveyedVersion } from '@portal/campaign'
import { withFacts } from '@portal/disk-encryption'
import {
  definitionIdOf,
  fromArm,
  type ImageSource,
  isEncryptableSource,
  type StoredVersion,
} from '@portal/image-version'
import { RequestRefused } from '../../refusals/request-refused.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { ifThere, unlessHidden } from '../arm/sdk-answers.ts'
import { listDiskEncryptionSets } from '../disk-encryption-sets/disk-encryption-sets.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readableFacts } from '../disk-encryption-sets/keys/readable-facts.ts'
import { getGallery } from '../galleries/galleries.ts'
import { getImageDefinition } from '../galleries/image-definitions.ts'
import { deletedVersionsIfListed } from '../galleries/soft-delete/deleted-versions.ts'
import { readStoredVersion } from '../galleries/stored-version.ts'
import { versionsAndSuccessors } from '../inventory/earlier-versions.ts'
import { getSourceResource } from '../sources/sources.ts'
import { listLocks } from '../subscriptions/locks.ts'
import { listRegions } from '../subscriptions/regions.ts'

/** Throws `RequestRefused` unless all IDs are of one subscription: sets are those of the gallery's own. */
function subscriptionOf(ids: readonly ResourceId[]): string {
  const subscriptions = [...new Set(ids.map(({ subscriptionId }) => subscriptionId.toLowerCase()))]
  const [subscriptionId, another] = subscriptions
  if (subscriptionId === undefined || another !== undefined)
    throw new RequestRefused('InvalidRequest', 'Not as expected: the versions are not of one subscription')
  return subscriptionId
}

/**
 * Reads the versions, their definitions and what is left of their sources, as the caller sees them now: each definition
 * and each source once, whatever the number of versions.
 */
export async function surveyCampaign(azure: Azure, imageVersionIds: readonly string[]): Promise<CampaignSurvey> {
  const ids = imageVersionIds.map(parseVersionId)
  const subscriptionId = subscriptionOf(ids)
  const definitionIds = new Map(ids.map((id) => [definitionKey(id), parentResourceId(id) ?? id]))
  const [regions, diskEncryptionSets, definitions, versions] = await Promise.all([
    listRegions(azure, subscriptionId),
    listDiskEncryptionSets(azure, subscriptionId),
    Promise.all([...definitionIds].map(([key, id]) => surveyedDefinition(azure, key, id))),
    Promise.all(ids.map((id) => unlessHidden(readStoredVersion(azure, id)))),
  ])
  const found = versions.filter((version) => version !== undefined)
  return {
    now: azure.now(),
    regions,
    diskEncryptionSets,
    definitions,
    versions: await withSources(azure, found),
    missing: imageVersionIds.filter((_, index) => versions[index] === undefined),
  }
}

/** The survey with what can be read about the keys of the sets that a campaign names. */
export async function surveyWithKeys(
  session: AzureSession,
  { imageVersionIds, setIds }: { imageVersionIds: readonly string[]; setIds: readonly string[] },
  keys: KeyReader,
): Promise<CampaignSurvey> {
  const [survey, read] = await Promise.all([
    surveyCampaign(session.azure, imageVersionIds),
    readableFacts(session, setIds, keys),
  ])
  const { diskEncryptionSets } = withFacts({ ...survey, existingVersionNames: [], sources: [] }, read)
  return { ...survey, diskEncryptionSets }
}

function definitionKey(version: ResourceId): string {
  return definitionIdOf(formatResourceId(version)).toLowerCase()
}

async function surveyedDefinition(azure: Azure, key: string, id: ResourceId): Promise<SurveyedDefinition> {
  const reading = unlessHidden(getGallery(azure, id))
  const [gallery, imageDefinition, versions, locks, deleted] = await Promise.all([
    reading,
    unlessHidden(getImageDefinition(azure, id)),
    ifThere(versionsAndSuccessors(azure, id)),
    unlessHidden(listLocks(azure, formatResourceId(id))),
    reading.then((found) => found?.softDeletePolicy && deletedVersionsIfListed(azure, id)),
  ])
  return {
    key,
    ...(gallery && { gallery }),
    ...(imageDefinition && { imageDefinition }),
    existingVersionNames: versions?.existingVersionNames ?? [],
    successors: versions?.successors ?? [],
    ...(locks && { locks: locks.map(({ scope, level }) => ({ scope, level })) }),
    ...(deleted && { deletedVersionNames: deleted.map(({ name }) => name) }),
  }
}

async function withSources(azure: Azure, versions: readonly StoredVersion[]): Promise<SurveyedVersion[]> {
  const idsOf = versions.map((version) => sourceIdsOf(fromArm(version).source))
  const spellings = new Map(idsOf.flat().map((id) => [id.toLowerCase(), id]))
  const read = new Map(
    await Promise.all(
      [...spellings].map(async ([key, id]) => [key, await unlessHidden(getSourceResource(azure, id))] as const),
    ),
  )
  return versions.map((version, index) => ({
    version,
    sources: (idsOf[index] ?? []).flatMap((id) => read.get(id.toLowerCase()) ?? []),
  }))
}

// A source that Azure does not encrypt is not looked for, and a virtual machine can have changed anyway.
function sourceIdsOf(source: ImageSource): string[] {
  if (!isEncryptableSource(source.type)) return []
  if (source.type === 'DisksAndSnapshots')
    return [source.osDiskId, ...source.dataDisks.map(({ id }) => id)].filter(isId)
  return 'id' in source && source.type === 'ManagedImage' ? [source.id].filter(isId) : []
}

function isId(id: string): boolean {
  try {
    parseResourceId(id)
    return true
  } catch {
    return false
  }
}
