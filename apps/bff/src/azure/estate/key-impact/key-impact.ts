import { formatResourceId, parseMachineId, parseVersionId, regionName } from '@portal/arm'
import { type KeyImpactFacts, keyOfUrl } from '@portal/disk-encryption'
import { confidentialSetOf, storedVersionRegion, type StoredVersionRegion } from '@portal/image-version'
import type { getKeyImpact as endpoint, KeyImpact, RequestOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'
import { inChunks, subscriptionsOf } from '../query-chunks.ts'
import { askDisks, disksOfSets } from './disks-of-sets.ts'
import { scaleSetsOfSets } from './scale-sets-of-sets.ts'
import { type SetOfKey, setsById, setsOfKeys, setsOfVault } from './sets-of-keys.ts'

/**
 * What depends on the key of a URL, or on the keys of a vault, a set, a version or a virtual machine: a few queries of
 * Resource Graph, however many subscriptions there are. Throws `InvalidResourceId` for an ID of another type.
 */
export async function keyImpact(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<KeyImpact> {
  const asksVault = asked.vaultHost !== undefined
  const known = asksVault ? [] : await keysOf(azure, asked)
  const sets = asksVault ? await setsOfVault(azure, asked.vaultHost ?? '') : await setsOfKeys(azure, known)
  const keys = asksVault ? distinctKeys(sets) : known
  const [versions, { disks, machines, scaleSets }] = await Promise.all([
    versionsOfSets(azure, sets),
    disksOfSets(azure, sets).then(async (found) => ({
      ...found,
      scaleSets: await scaleSetsOfSets(azure, sets, found),
    })),
  ])
  const facts: KeyImpactFacts = { sets: sets.map(toFacts), versions, disks, machines, scaleSets }
  return { keys, facts }
}

async function keysOf(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<string[]> {
  if (asked.keyUrl !== undefined) return [keyOfUrl(asked.keyUrl)]
  const sets = await setsById(azure, await setIdsOf(azure, asked))
  return distinctKeys(sets)
}

function distinctKeys(sets: SetOfKey[]): string[] {
  return [...new Set(sets.map(({ keyUrl }) => keyOfUrl(keyUrl)).filter((key) => key !== ''))]
}

async function setIdsOf(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<string[]> {
  if (asked.imageVersionId !== undefined) return setIdsOfVersion(azure, asked.imageVersionId)
  if (asked.virtualMachineId !== undefined) return setIdsOfMachine(azure, asked.virtualMachineId)
  return [asked.diskEncryptionSetId ?? '']
}

function toFacts({ id, location, encryptionType, keyUrl, previousKeyUrls }: SetOfKey): KeyImpactFacts['sets'][number] {
  return { id, location, encryptionType, keyUrl, previousKeyUrls }
}

/** The sets of an image version, each once. Throws `InvalidResourceId` for an ID of another type. */
async function setIdsOfVersion(azure: Azure, imageVersionId: string): Promise<string[]> {
  const id = parseVersionId(imageVersionId)
  const versions = await askVersions(azure, `where id =~ ${kqlText(formatResourceId(id))}`, [id.subscriptionId])
  return distinct(versions.flatMap(({ regions }) => regions.flatMap(({ setIds }) => setIds)))
}

/** The sets of a virtual machine's disks, each once. Throws `InvalidResourceId` for an ID of another type. */
async function setIdsOfMachine(azure: Azure, virtualMachineId: string): Promise<string[]> {
  const id = parseMachineId(virtualMachineId)
  const { disks } = await askDisks(azure, `where managedBy =~ ${kqlText(formatResourceId(id))}`, [id.subscriptionId])
  return distinct(disks.flatMap(({ setIds }) => setIds))
}

function distinct(ids: string[]): string[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
}

type VersionFacts = KeyImpactFacts['versions'][number]

const row = z.object({
  id: z.string(),
  location: z.string(),
  targetRegions: z.nullish(
    z.array(z.object({ name: z.string(), encryption: z.nullish(storedVersionRegion.shape.encryption) })),
  ),
})

// Each is a search in the text of every version.
const setsOfQuery = 25

/** The versions with one of the sets in a target region. A set encrypts versions of its own subscription only. */
async function versionsOfSets(azure: Azure, sets: readonly { id: string }[]): Promise<VersionFacts[]> {
  const wanted = new Set(sets.map(({ id }) => id.toLowerCase()))
  const found = await inChunks(
    sets.map(({ id }) => id),
    (chunk) => {
      const names = chunk.map((id) => `regions contains ${kqlText(id)}`).join(' or ')
      const step = `extend regions = tostring(properties.publishingProfile.targetRegions)\n| where ${names}`
      return askVersions(azure, step, subscriptionsOf(chunk))
    },
    setsOfQuery,
  )
  // The text of a set's ID is also in that of another one whose name begins alike.
  const concerned = found.filter(({ regions }) =>
    regions.some(({ setIds }) => setIds.some((id) => wanted.has(id.toLowerCase()))),
  )
  return [...new Map(concerned.map((version) => [version.id.toLowerCase(), version])).values()]
}

/** The versions that a step of a query keeps, each with the sets of its regions. */
async function askVersions(azure: Azure, step: string, subscriptions: string[]): Promise<VersionFacts[]> {
  const query = `Resources
| where type =~ 'microsoft.compute/galleries/images/versions'
| ${step}
| project id, location, targetRegions = properties.publishingProfile.targetRegions
| order by id asc`
  const rows = await queryResourceGraph(azure, row, { query, subscriptions })
  return rows.map(({ id, location, targetRegions }) => ({
    id,
    location: regionName(location),
    regions: (targetRegions ?? []).map(({ name, encryption }) => ({
      name: regionName(name),
      setIds: setIdsIn(encryption),
    })),
  }))
}

function setIdsIn(encryption: StoredVersionRegion['encryption'] | null): string[] {
  const { osDiskImage, dataDiskImages = [] } = encryption ?? {}
  const ids = [
    osDiskImage?.diskEncryptionSetId,
    osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId,
    ...dataDiskImages.map((image) => confidentialSetOf(image) ?? image.diskEncryptionSetId),
  ].filter((id) => id !== undefined)
  return [...new Set(ids)]
}
