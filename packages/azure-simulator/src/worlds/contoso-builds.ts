import type { StoredResource } from '../store/store.ts'
import type { QuotaLimit } from '../world.ts'
import { builds } from './contoso-places.ts'
import { machineFromVersion, scaleSet, type UsedVersion } from './machine-builders.ts'
import {
  computeId,
  diskEncryptionSet,
  gallery,
  imageDefinition,
  imageVersion,
  keyVault,
  managedDisk,
  managedImage,
  resourceGroup,
  type ExistingRegion,
  type Place,
} from './resource-builders.ts'

// A subscription whose pipelines create a version every few days and delete none, until West US takes no more: 300
// versions of three definitions, of which a rule that keeps the newest 3 and those of 90 days lets 150 go.

const day = 86_400_000
const osDiskGB = 30
const safe = { reportedForPolicyViolation: false, allowDeletionOfReplicatedLocations: false }

/** The group of the machines that run from the versions. */
const agents: Place = { ...builds, group: 'agentsResourceGroup' }

export const buildGalleryId = computeId(builds, 'galleries/buildGallery')

/** As many as there are, so that Azure refuses the next one. */
export const buildQuota: QuotaLimit = {
  name: 'GalleryImageVersion',
  subscriptionId: builds.subscriptionId,
  location: 'westus',
  limit: 300,
}

const westUS: ExistingRegion = { name: 'West US', short: 'westus' }
const eastUS2: ExistingRegion = { name: 'East US 2', short: 'eastus2' }
const northEurope: ExistingRegion = { name: 'North Europe', short: 'northeurope' }

/** The versions of a definition, of which each is older than the next by `everyDays`; by number, 0 the oldest. */
interface SeriesFacts {
  name: string
  osType: 'Linux' | 'Windows'
  versions: number
  everyDays: number
  sourceId(ageInDays: number): string
  /** by number; West US for all others */
  regions?: (number: number) => ExistingRegion[]
  sets?: (number: number) => string[] | undefined
  /** what is special, by the numbers of the versions; for `kept`, what keeps them whatever the rule */
  special: {
    tagged: number[]
    locked: number[]
    blockedUntilEndOfLife: number[]
    revoked: number[]
    excluded: number[]
  }
}

const idOf = (definition: string, number: number) => `${buildGalleryId}/images/${definition}/versions/1.${number}.0`

function series(ofGallery: StoredResource, facts: SeriesFacts, now: number): StoredResource[] {
  const { name, osType, versions, everyDays, special } = facts
  const definition = imageDefinition(ofGallery, {
    name,
    osType,
    osState: 'Generalized',
    offer: name,
    sku: osType === 'Linux' ? 'ubuntu-24_04-gen2' : 'windows-2025-gen2',
  })
  return [
    definition,
    ...Array.from({ length: versions }, (_, number) => {
      const age = (versions - 1 - number) * everyDays
      const isBlocked = special.blockedUntilEndOfLife.includes(number)
      const sets = facts.sets?.(number)
      const made = imageVersion(definition, {
        name: `1.${number}.0`,
        publishedDate: new Date(now - age * day - day / 4).toISOString(),
        sourceId: facts.sourceId(age),
        osDiskGB,
        dataDisks: [],
        regions: (facts.regions?.(number) ?? [westUS]).map((region) => ({ ...region, ...(sets && { sets }) })),
        excludeFromLatest: special.excluded.includes(number) || special.revoked.includes(number),
        ...(isBlocked && { endOfLifeDate: new Date(now + 180 * day).toISOString() }),
      })
      const tags = tagsOf(facts, number, now)
      const safetyProfile = { ...safe, blockDeletionBeforeEndOfLife: true }
      return {
        ...made,
        ...(tags && { tags }),
        ...(isBlocked && { properties: { ...made.properties, safetyProfile } }),
      }
    }),
    ...special.locked.map((number) => lock(idOf(name, number))),
  ]
}

function tagsOf(
  { name, versions, special }: SeriesFacts,
  number: number,
  now: number,
): Record<string, string> | undefined {
  if (special.tagged.includes(number)) return { keep: 'release' }
  if (!special.revoked.includes(number)) return undefined
  return {
    'image-revoked': new Date(now - 60 * day).toISOString().slice(0, 10),
    'image-revoked-reason': 'The build agent stops after an hour',
    'image-revoked-replacement':
      idOf(name, versions - 1)
        .split('/')
        .at(-1) ?? '',
  }
}

function lock(scope: string): StoredResource {
  const type = 'Microsoft.Authorization/locks'
  const properties = { level: 'CanNotDelete', notes: 'Released to customers' }
  return { id: `${scope}/providers/${type}/released`, type, name: 'released', location: '', properties }
}

function used(definition: string, number: number, isLatest = false): UsedVersion {
  const versionId = idOf(definition, number)
  const definitionId = `${buildGalleryId}/images/${definition}`
  return { versionId, osDiskGB, dataDisks: [], ...(isLatest && { definitionId }) }
}

/** What runs from the versions, and must go on running. */
function fromVersions(): StoredResource[] {
  const at = { location: 'westus', power: 'running' } as const
  const machine = (name: string, version: UsedVersion) => machineFromVersion(agents, { ...at, ...version, name })
  const disk = (name: string, number: number): StoredResource => {
    const made = managedDisk(agents, { name, location: 'westus', sizeInGB: osDiskGB, osType: 'Linux' })
    const creationData = {
      createOption: 'FromImage',
      galleryImageReference: { id: idOf('ubuntu-runner', number) },
    }
    return { ...made, properties: { ...made.properties, creationData } }
  }
  return [
    ...[12, 25, 38, 51, 64, 77, 90, 103].flatMap((number, index) =>
      machine(`runner-${index + 1}-vm`, used('ubuntu-runner', number)),
    ),
    ...machine('runner-latest-vm', used('ubuntu-runner', 139, true)),
    ...[8, 27, 46, 65].flatMap((number, index) => machine(`desktop-${index + 1}-vm`, used('windows-runner', number))),
    ...scaleSet(agents, {
      name: 'runner-uniform',
      location: 'westus',
      mode: 'Uniform',
      model: used('ubuntu-runner', 105),
      instances: [{}, {}, { older: used('ubuntu-runner', 70) }],
    }),
    ...scaleSet(agents, {
      name: 'runner-flexible',
      location: 'eastus2',
      mode: 'Flexible',
      model: used('ubuntu-runner', 139, true),
      instances: [{}, { older: used('ubuntu-runner', 84) }],
    }),
    disk('runner-cache-disk', 20),
    disk('runner-debug-disk', 33),
  ]
}

/** Everything in the subscription of the builds, at `now` in milliseconds. */
export function buildResources(now: number): StoredResource[] {
  const ofGallery = gallery(builds, {
    name: 'buildGallery',
    location: 'westus',
    description: 'Images of build agents',
  })
  const baseImage = managedImage(builds, {
    name: 'baseImage',
    location: 'westus',
    osType: 'Linux',
    osDiskGB,
    dataDisks: [],
  })
  const windowsImage = managedImage(builds, {
    name: 'windowsImage',
    location: 'westus',
    osType: 'Windows',
    osDiskGB,
    dataDisks: [],
  })
  const set = diskEncryptionSet(builds, {
    name: 'BuildsWestUSDiskEncryptionSet1',
    location: 'westus',
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    vault: 'kv-contosobuilds-wus',
    key: 'images-key-1',
  })
  const none = { tagged: [], locked: [], blockedUntilEndOfLife: [], revoked: [], excluded: [] }
  const [bases, daysOfBase] = [60, 7]
  return [
    resourceGroup(builds, 'westus'),
    resourceGroup(agents, 'westus'),
    baseImage,
    windowsImage,
    ...keyVault(builds, { name: 'kv-contosobuilds-wus', location: 'westus', keys: ['images-key-1'] }),
    set,
    ofGallery,
    ...series(
      ofGallery,
      {
        name: 'ubuntu-base',
        osType: 'Linux',
        versions: bases,
        everyDays: daysOfBase,
        sourceId: () => baseImage.id,
        special: none,
      },
      now,
    ),
    ...series(
      ofGallery,
      {
        name: 'ubuntu-runner',
        osType: 'Linux',
        versions: 140,
        everyDays: 3,
        // from the base of its week
        sourceId: (age) => idOf('ubuntu-base', bases - 1 - Math.floor(age / daysOfBase)),
        // the only one in North Europe is the latest there
        regions: (number) => [westUS, eastUS2, ...(number === 60 ? [northEurope] : [])],
        special: {
          tagged: [15, 45, 75, 100],
          locked: [5, 30, 55, 80, 95],
          blockedUntilEndOfLife: [96, 97, 98, 99, 101],
          revoked: [40, 41, 85, 86, 130],
          excluded: [18, 36, 54, 72, 88, 120],
        },
      },
      now,
    ),
    ...series(
      ofGallery,
      {
        name: 'windows-runner',
        osType: 'Windows',
        versions: 100,
        everyDays: 4,
        sourceId: () => windowsImage.id,
        sets: (number) => (number >= 60 ? [set.id] : undefined),
        special: {
          tagged: [],
          locked: [10, 50],
          blockedUntilEndOfLife: [70, 71, 72],
          revoked: [30],
          // the highest number is not what latest gives
          excluded: [99],
        },
      },
      now,
    ),
    ...fromVersions(),
  ]
}
