import { textAt } from '../json.ts'
import { regions } from '../regions.ts'
import type { StoredResource } from '../store/store.ts'
import type { RoleAssignment, World } from '../world.ts'
import { contoso } from './contoso.ts'
import { machineFromVersion, scaleSet } from './machine-builders.ts'
import {
  computeId,
  diskEncryptionSet,
  gallery,
  imageDefinition,
  imageVersion,
  keyVault,
  managedImage,
  resourceGroup,
  userAssignedIdentity,
  type Place,
} from './resource-builders.ts'

// What each subscription that came to Contoso has: together 10,890 sets, 100,980 versions, 594 machines, and 20 scale
// sets of three.
const addedSubscriptions = 198
const regionsEach = 5
const setsOfRegion = 11
const definitionsEach = 5
const versionsOfDefinition = 102
const machinesEach = 3
const subscriptionsPerScaleSet = 10

/**
 * Contoso at the size that the portal is designed for: 200 subscriptions, all regions, more than 10,000 disk encryption
 * sets and 100,000 image versions. A role in the whole of Production also applies to everything added.
 */
export function contosoAtScale(): World {
  const world = contoso()
  const production = `/subscriptions/${world.subscriptions[0]?.subscriptionId}`
  const roles = world.roleAssignments.filter(({ scope }) => scope === production)
  const added = numbers(addedSubscriptions).map((number) => addedSubscription(number, roles))
  return {
    ...world,
    subscriptions: [...world.subscriptions, ...added.map(({ subscription }) => subscription)],
    resources: [...world.resources, ...added.flatMap(({ resources }) => resources)],
    roleAssignments: [...world.roleAssignments, ...added.flatMap(({ roleAssignments }) => roleAssignments)],
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number)
}

function numbered(number: number): string {
  return number.toString().padStart(3, '0')
}

// Each subscription continues with the next regions, so that the sets are spread over all.
function regionsOf(subscription: number): Region[] {
  return numbers(regionsEach).flatMap((number) => {
    const region = regions[(subscription * regionsEach + number) % regions.length]
    return region === undefined ? [] : [{ name: region.displayName, short: region.name }]
  })
}

function addedSubscription(number: number, roles: RoleAssignment[]) {
  const subscriptionId = `c0470500-0000-4000-8000-00000000e${numbered(number)}`
  const scope = `/subscriptions/${subscriptionId}`
  const place = { subscriptionId, group: 'estateResourceGroup' }
  const regionsHere = regionsOf(number)
  const home = regionsHere[0]?.short ?? ''
  const identity = userAssignedIdentity(place, { name: 'estate-identity', location: home })
  const keyAccess: RoleAssignment = {
    principalId: textAt(identity.properties, 'principalId') ?? '',
    role: 'Key Vault Crypto Service Encryption User',
    scope,
  }
  const withSets = regionsHere.map((region) => ({ ...region, ...keysAndSets(place, { number, region, identity }) }))
  return {
    subscription: { subscriptionId, displayName: `Contoso Estate ${numbered(number)}` },
    roleAssignments: [...roles.map((role) => ({ ...role, scope })), keyAccess],
    resources: [
      resourceGroup(place, home),
      identity,
      ...withSets.flatMap(({ keys, sets }) => [...keys, ...sets]),
      ...galleryWithVersions(place, { number, home, regions: withSets.slice(0, 2) }),
      ...machines(place, { number, regions: withSets.slice(0, 1) }),
    ],
  }
}

interface Region {
  /** as Azure shows it, `West US` */
  name: string
  short: string
}

function keysAndSets(
  place: Place,
  { number, region, identity }: { number: number; region: Region; identity: StoredResource },
): { keys: StoredResource[]; sets: StoredResource[] } {
  const vault = `kv${number}-${region.short}`
  const sets = numbers(setsOfRegion).map((each) =>
    diskEncryptionSet(place, {
      name: `${region.short}-set-${numbered(each)}`,
      location: region.short,
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      vault,
      key: 'key',
      identity: { type: 'UserAssigned', userAssignedIdentities: { [identity.id]: { ...identity.properties } } },
    }),
  )
  return { keys: keyVault(place, { name: vault, location: region.short, keys: ['key'] }), sets }
}

function galleryWithVersions(
  place: Place,
  of: { number: number; home: string; regions: (Region & { sets: StoredResource[] })[] },
): StoredResource[] {
  const dataDisks = [{ lun: 0, sizeInGB: 128 }]
  const image = managedImage(place, {
    name: 'estateImage',
    location: of.home,
    osType: 'Linux',
    osDiskGB: 30,
    dataDisks,
  })
  const name = `estateGallery${numbered(of.number)}`
  const images = gallery(place, { name, location: of.home, description: 'Images of a part of Contoso' })
  const definitions = numbers(definitionsEach).flatMap((each) => {
    const sku = `estate-${numbered(each)}`
    const definition = imageDefinition(images, {
      name: sku,
      osType: 'Linux',
      osState: 'Generalized',
      offer: 'estate',
      sku,
    })
    const first = imageVersion(definition, {
      name: '1.0.0',
      publishedDate: '2025-09-18T09:05:44.1302214+00:00',
      sourceId: image.id,
      osDiskGB: 30,
      dataDisks,
      regions: of.regions.map((region) => ({ ...region, sets: region.sets.map(({ id }) => id) })),
    })
    return [definition, ...numbers(versionsOfDefinition).map((minor) => laterVersion(definition, first, minor))]
  })
  return [image, images, ...definitions]
}

// From different versions; of each subscription's machines, one has a disk under the platform's key.
function machines(
  place: Place,
  of: { number: number; regions: (Region & { sets: StoredResource[] })[] },
): StoredResource[] {
  const images = computeId(place, `galleries/estateGallery${numbered(of.number)}/images`)
  return of.regions.flatMap(({ short: location, sets }) => {
    const version = (number: number) => ({
      versionId: `${images}/estate-${numbered(number % definitionsEach)}/versions/1.${versionsOfDefinition - 1 - number}.0`,
      osDiskGB: 30,
      dataDisks: [{ lun: 0, sizeInGB: 128 }],
      sets: [sets[0]?.id, number === 0 ? undefined : sets[1]?.id],
    })
    const single = numbers(machinesEach).flatMap((number) =>
      machineFromVersion(place, {
        ...version(number),
        name: `estate-vm-${numbered(number)}`,
        location,
        power: number === 2 ? 'deallocated' : 'running',
      }),
    )
    if (of.number % subscriptionsPerScaleSet > 0) return single
    const mode = of.number % (2 * subscriptionsPerScaleSet) === 0 ? 'Uniform' : 'Flexible'
    const instances = [{}, {}, { older: version(3) }]
    return [...single, ...scaleSet(place, { name: 'estate-scale-set', location, mode, model: version(1), instances })]
  })
}

// Like the first one, whose properties it shares: so all of them use little memory.
function laterVersion(definition: StoredResource, first: StoredResource, minor: number): StoredResource {
  const name = `1.${minor}.0`
  return { ...first, name, id: `${definition.id}/versions/${name}` }
}
