import { parseResourceId, regionName } from '@portal/arm'
import type { World } from '@portal/azure-simulator'
import { storedVersion, type StoredVersion, type StoredVersionRegion } from '@portal/image-version'
import { getStoredImageVersion, type StoredImageVersionAnswer } from '@portal/portal-api'
import { expect } from 'vitest'
import * as z from 'zod/mini'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import { putStoredVersion, readStoredVersion } from '../azure/galleries/stored-version.ts'
import { testAzureSession } from './azure-session.ts'
import { startTestPortal, type Reply, type SignedIn } from './portal.ts'

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const compute = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
export const id = `${compute}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`

/**
 * The possible states of the version: as it was last seen, and what the portal was asked to change and might still
 * change.
 */
export interface Model {
  seen: StoredVersion
  /** fingerprints that the version had */
  fingerprints: Set<string>
  /** sets by region */
  mayAdd: Map<string, string>
  mayRemove: Set<string>
  /** regions whose count or exclusion might change */
  mayChange: Set<string>
}

export type Person = 'Ada' | 'Ben'
type Act = 'update' | 'refused' | 'stale' | 'rollout' | 'repair' | 'other'

/** One version in a portal that two people use, and in Azure. */
export interface ModelledVersion {
  reset(): { model: Model; real: ModelledVersion }
  /** the version as the portal shows it; Azure is advanced to now */
  read(person: Person): Promise<StoredImageVersionAnswer>
  ask(person: Person, path: string, body: object): Promise<Reply>
  /** like another client: what Azure refuses is left alone */
  elsewhere(change: (version: StoredVersion) => StoredVersion): Promise<void>
  /** bypasses Azure's own rules, because the simulator leaves no time between two steps */
  tagAtOnce(owner: string): void
  elapse(milliseconds: number): Promise<void>
  /** asserts that the portal changed only what it was asked to change */
  expectPreserved(model: Model): void
  /** accepts as given what others did */
  adopt(model: Model): void
  /** how often each thing came about */
  acts: Record<Act, number>
  close(): Promise<void>
}

export async function startModelledVersion(world: World): Promise<ModelledVersion> {
  const portal = await startTestPortal({ world })
  const people: Record<Person, SignedIn> = {
    Ada: await portal.as('ada@contoso.example'),
    Ben: await portal.as('ben@contoso.example'),
  }
  const { store } = portal.azure.world
  const other = await testAzureSession(portal.azure, 'ada@contoso.example')
  const resourceId = parseResourceId(id)

  const inAzure = (): StoredVersion => z.parse(storedVersion, JSON.parse(JSON.stringify(store.get(id))))
  const read = async (person: Person) =>
    z.parse(getStoredImageVersion.response, (await people[person].get('/api/stored-image-version', { id })).body)
  const version: ModelledVersion = {
    acts: { update: 0, refused: 0, stale: 0, rollout: 0, repair: 0, other: 0 },
    reset() {
      store.reset()
      const model = { mayAdd: new Map(), mayRemove: new Set<string>(), mayChange: new Set<string>() }
      return { model: { ...model, seen: inAzure(), fingerprints: new Set() }, real: version }
    },
    read,
    ask: (person, path, body) => people[person].send('PUT', path, body),
    async elsewhere(change) {
      try {
        await putStoredVersion(other.azure, resourceId, change(await readStoredVersion(other.azure, resourceId)))
      } catch (error) {
        if (!(error instanceof ArmRefusal)) throw error
      }
    },
    tagAtOnce(owner) {
      const found = store.get(id)
      if (found) store.put({ ...found, tags: { owner } })
    },
    async elapse(milliseconds) {
      portal.clock.advance(milliseconds)
      await read('Ada')
    },
    expectPreserved(model) {
      expectPreserved(model, inAzure())
      model.seen = inAzure()
    },
    adopt(model) {
      model.seen = inAzure()
    },
    async close() {
      await other[Symbol.asyncDispose]()
      await portal.close()
    },
  }
  return version
}

// Regions that stay keep their encryption byte for byte, and so does everything that the portal was not asked to
// change.
function expectPreserved({ seen, mayAdd, mayRemove, mayChange }: Model, now: StoredVersion): void {
  expect(now.tags ?? {}).toEqual(seen.tags ?? {})
  const [before, after] = [regionsOf(seen), regionsOf(now)]
  for (const [name, region] of before) {
    const found = after.get(name)
    if (found === undefined) {
      expect(mayRemove).toContain(name)
      continue
    }
    expect(JSON.stringify(found.encryption)).toBe(JSON.stringify(region.encryption))
    if (!mayChange.has(name)) expect(found).toEqual(region)
  }
  for (const [name, { encryption }] of after)
    if (!before.has(name)) expect([name, setsOf(encryption)]).toEqual([name, mayAdd.get(name)])
}

export function regionsOf({ properties }: StoredVersion): Map<string, StoredVersionRegion> {
  return new Map(properties.publishingProfile.targetRegions.map((region) => [regionName(region.name), region]))
}

/** The sets of a region, in one line. */
export function setsOf(encryption: StoredVersionRegion['encryption']): string {
  const { osDiskImage, dataDiskImages = [] } = encryption ?? {}
  const luns = dataDiskImages.map(({ lun, diskEncryptionSetId }) => `${lun} ${diskEncryptionSetId}`)
  return [`os ${osDiskImage?.diskEncryptionSetId}`, ...luns].join(', ')
}
