import type { StoredResource } from '@portal/azure-simulator'
import { keyNames, regions, type KeyWorldPlan } from '../key-world-plan.ts'

/** A random world inside a simulator: a subscription of its own. */
export interface KeyWorld {
  plan: KeyWorldPlan
  subscriptionId: string
  /** the id of a resource of Compute in it */
  compute: (path: string) => string
  /** the vault of a region's sets, by the region's place */
  vaultOf: (region: number) => { id: string; name: string }
  /** the URL of a key's only version in it */
  keyUrl: (region: number, key: string) => string
  /** ids, in the order of the plan */
  setIds: string[]
  principalIds: string[]
}

/** Another key of each vault, which no set uses at first. */
export const spareKey = 'spare'

type Json = StoredResource['properties']

/** The resources of a random world but its machines and scale sets, each like one of `models`. */
export function resourcesOf(keyWorld: KeyWorld, models: readonly StoredResource[]): StoredResource[] {
  const like = likeOneOf(models)
  return [
    group(keyWorld),
    ...vaults(keyWorld, like),
    ...sets(keyWorld, like),
    ...images(keyWorld, like),
    ...disks(keyWorld, like),
  ]
}

type Change = Partial<Omit<StoredResource, 'id' | 'location' | 'name' | 'type'>>
type Like = (id: string, location: string, change: Change) => StoredResource
type Models = (type: string, end: string) => Like

/** How to make resources like the one of the models that has a type and an end of its ID. Throws without such a one. */
export function likeOneOf(models: readonly StoredResource[]): Models {
  return (type, end) => {
    const model = models.find((one) => one.type === type && one.id.endsWith(end))
    if (model === undefined) throw new Error(`Contoso has no ${type} ${end}`)
    return (id, location, change) => ({
      ...model,
      ...change,
      id,
      location,
      name: id.split('/').at(-1) ?? '',
      properties: { ...model.properties, ...change.properties },
    })
  }
}

/** The set that a choice means in a region; undefined: none, so a platform-managed key. */
export function setAt({ plan, setIds }: KeyWorld, region: number, choice: number | null): string | undefined {
  const here = setIds.filter((_, set) => plan.sets[set]?.region === region)
  return choice === null ? undefined : here[choice % Math.max(here.length, 1)]
}

/** The name of a region by its place. */
export function regionAt(place: number): string {
  return regions[place] ?? ''
}

function group({ subscriptionId }: KeyWorld): StoredResource {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/keys`
  return { id, type: 'Microsoft.Resources/resourceGroups', name: 'keys', location: 'westus', properties: {} }
}

function vaults({ vaultOf, keyUrl }: KeyWorld, like: Models): StoredResource[] {
  const vaultLike = like('Microsoft.KeyVault/vaults', '/kv-contoso-wus')
  const keyLike = like('Microsoft.KeyVault/vaults/keys', '/kv-contoso-wus/keys/images-key-1')
  return [0, 1].flatMap((region) => {
    const { id, name } = vaultOf(region)
    const location = regionAt(region)
    const vaultUri = `https://${name}.vault.azure.net/`
    const keys = [...keyNames, spareKey].flatMap((key) => {
      const url = keyUrl(region, key)
      const properties = {
        keyUri: `${vaultUri}keys/${key}`.replace('.net/', '.net:443/'),
        keyUriWithVersion: url.replace('.net/', '.net:443/'),
      }
      const made = keyLike(`${id}/keys/${key}`, location, { properties })
      const { rotationPolicy: _, ...unrotated } = made.properties
      const versionId = `${made.id}/versions/${url.split('/').at(-1)}`
      const version = { ...made, id: versionId, type: 'Microsoft.KeyVault/vaults/keys/versions' }
      return [
        { ...made, properties: unrotated },
        { ...version, name: versionId.split('/').at(-1) ?? '', properties: unrotated },
      ]
    })
    return [vaultLike(id, location, { properties: { vaultUri, softDeleteRetentionInDays: 7 } }), ...keys]
  })
}

function sets(keyWorld: KeyWorld, like: Models): StoredResource[] {
  const { plan, setIds, principalIds, vaultOf, keyUrl } = keyWorld
  const setLike = like('Microsoft.Compute/diskEncryptionSets', '/WestUSDiskEncryptionSet1')
  return plan.sets.map(({ region, key, type }, set) =>
    setLike(setIds[set] ?? '', regionAt(region), {
      envelope: { identity: { type: 'SystemAssigned', principalId: principalIds[set] ?? '' } },
      properties: {
        encryptionType: type,
        activeKey: { keyUrl: keyUrl(region, key), sourceVault: { id: vaultOf(region).id } },
      },
    }),
  )
}

function images(keyWorld: KeyWorld, like: Models): StoredResource[] {
  const { plan, compute } = keyWorld
  const galleryId = compute('galleries/gallery')
  const definitionId = `${galleryId}/images/image`
  const versionLike = like('Microsoft.Compute/galleries/images/versions', '/ubuntu-web/versions/1.1.0')
  const source = { source: { id: compute('images/source') } }
  const disksOfImage = {
    osDiskImage: { sizeInGB: 30, hostCaching: 'ReadWrite', source: {} },
    dataDiskImages: [{ lun: 0, sizeInGB: 128, hostCaching: 'None' }],
  }
  const versions = plan.versions.map((version, at) => {
    const targetRegions = regions.map((name, place) => {
      const os = setAt(keyWorld, place, version.regions[place] ?? null)
      const data = setAt(keyWorld, place, version.data)
      const encryption: Json = {
        ...(os !== undefined && { osDiskImage: { diskEncryptionSetId: os } }),
        ...(os !== undefined && data !== undefined && { dataDiskImages: [{ lun: 0, diskEncryptionSetId: data }] }),
      }
      return {
        name,
        regionalReplicaCount: 1,
        storageAccountType: 'Standard_LRS',
        ...(os !== undefined && { encryption }),
      }
    })
    return versionLike(`${definitionId}/versions/1.${at}.0`, 'westus', {
      properties: {
        publishingProfile: { targetRegions, replicaCount: 1, publishedDate: '2025-09-18T09:05:44.1302214+00:00' },
        storageProfile: { ...source, ...disksOfImage },
      },
      replication: Object.fromEntries(regions.map((name) => [name, { startedAt: 0, endsAt: 0 }])),
    })
  })
  return [
    like('Microsoft.Compute/galleries', '/contosoGallery')(galleryId, 'westus', {}),
    like('Microsoft.Compute/galleries/images', '/ubuntu-web')(definitionId, 'westus', {}),
    like('Microsoft.Compute/images', '/myImage')(compute('images/source'), 'westus', {}),
    ...versions,
  ]
}

function disks(keyWorld: KeyWorld, like: Models): StoredResource[] {
  const { plan, compute } = keyWorld
  const diskLike = like('Microsoft.Compute/disks', '/backupDisk')
  const snapshotLike = like('Microsoft.Compute/snapshots', '/myOSSnapshot')
  return plan.disks.map(({ region, set, isSnapshot }, at) => {
    const encryption = encryptionOf(keyWorld, setAt(keyWorld, region, set))
    return isSnapshot
      ? snapshotLike(compute(`snapshots/snapshot${at}`), regionAt(region), { properties: { encryption } })
      : diskLike(compute(`disks/disk${at}`), regionAt(region), { properties: { encryption } })
  })
}

/** What encrypts a disk with the set, or without any. */
export function encryptionOf({ plan, setIds }: KeyWorld, setId: string | undefined): Json {
  if (setId === undefined) return { type: 'EncryptionAtRestWithPlatformKey' }
  return { type: plan.sets[setIds.indexOf(setId)]?.type ?? '', diskEncryptionSetId: setId }
}
