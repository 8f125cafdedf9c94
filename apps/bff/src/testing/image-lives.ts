import { parseResourceId, regionName } from '@portal/arm'
import { contoso, type StoredResource, type World } from '@portal/azure-simulator'
import type { Campaign } from '@portal/campaign'
import { campaignTags, storedVersion, type StoredVersion } from '@portal/image-version'
import { getLatestVersions, getStoredImageVersion, type LatestVersions } from '@portal/portal-api'
import { expect } from 'vitest'
import * as z from 'zod/mini'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import { armUrl } from '../azure/arm/arm-request.ts'
import { putStoredVersion, readStoredVersion } from '../azure/galleries/stored-version.ts'
import { testAzureSession } from './azure-session.ts'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from './portal.ts'

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const compute = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
/** The image definition whose versions live. */
const definitionId = `${compute}/galleries/contosoGallery/images/ubuntu-web`
/** The ID of one of its versions. */
export const versionId = (name: string) => `${definitionId}/versions/${name}`
/** Its regions, in any of its versions. */
export const regions = ['westus', 'eastus2', 'northeurope'] as const
const versionType = 'Microsoft.Compute/galleries/images/versions'

/** What is known of the versions: it may only grow, except by what was allowed. */
export interface LivesModel {
  /** when each version was created, by its number */
  born: Map<string, string>
  /** the encryption of each region as JSON, by number and region */
  encryption: Map<string, Map<string, string>>
  /** numbers of the versions that may be gone */
  mayBeGone: Set<string>
  /** numbers of the versions that failed in some region at some time */
  hasFailed: Set<string>
  /** the one that was started */
  campaign?: { id: string; campaign: Campaign }
}

export type Person = 'Ada' | 'Ben'
type Act =
  | 'promoted'
  | 'revoked'
  | 'restored'
  | 'stated'
  | 'created'
  | 'replaced'
  | 'proven'
  | 'refused'
  | 'lost'
  | 'other'
  | 'compared'
  | 'spared'

/** All versions of an image definition, in a portal that two people use, and in Azure. */
export interface ImageLives {
  portal: TestPortal
  people: Record<Person, SignedIn>
  reset(): { model: LivesModel; real: ImageLives }
  ask(person: Person, request: { method: 'PUT' | 'POST' | 'DELETE'; path: string; body: object }): Promise<Reply>
  /** the versions and what latest gives, as the page of the definition shows them */
  latest(person: Person): Promise<LatestVersions>
  /** undefined if Azure has it no longer */
  fingerprint(person: Person, id: string): Promise<string | undefined>
  /** as another client: what Azure refuses, and answers that are lost, are left alone */
  elsewhere(name: string, change: (version: StoredVersion) => StoredVersion): Promise<void>
  /** around Azure's own rules, since the simulator leaves no time between two steps of a deployment */
  tagAtOnce(name: string, owner: string): void
  elapse(milliseconds: number): Promise<void>
  /** the number of the version that a machine created with latest gets in a region; undefined for none */
  latestOfMachine(region: string): Promise<string | undefined>
  /** what Azure has of a version besides what it shows; undefined for none */
  stored(name: string): StoredResource | undefined
  /** the versions by number, as Azure stores them */
  inAzure(): Map<string, StoredVersion>
  /** how often each thing came about */
  acts: Record<Act, number>
  close(): Promise<void>
}

/** Contoso with five versions of ubuntu-web, two of them under platform-managed keys, and with Ben as a contributor. */
function world(): World {
  const found = contoso({ now: Date.parse('2026-11-24T10:00:00Z') })
  const ben = found.users.find(({ displayName }) => displayName.startsWith('Ben'))
  const encrypted = found.resources.find(({ id }) => id === versionId('1.1.0'))
  const plain = found.resources.find(({ id }) => id === versionId('1.0.0'))
  if (ben === undefined || encrypted === undefined || plain === undefined) throw new Error('Contoso has changed')
  return {
    ...found,
    // Azure is the strict one here: what an update omits is lost.
    losesEncryptionLeftOut: true,
    resources: [
      ...found.resources,
      alsoInNorthEurope(like(plain, '0.8.0')),
      ...['0.9.0', '1.2.0'].map((name) => like(encrypted, name)),
    ],
    replicationFailures: [
      ...found.replicationFailures,
      { id: `${compute}/diskEncryptionSets/NorthEuropeDiskEncryptionSet1`, detail: 'The key cannot be used.' },
    ],
    roleAssignments: [
      ...found.roleAssignments,
      { principalId: ben.id, role: 'Contributor', scope: `/subscriptions/${subscriptionId}` },
    ],
  }
}

function like(version: StoredResource, name: string): StoredResource {
  return { ...version, id: versionId(name), name, properties: structuredClone(version.properties) }
}

function alsoInNorthEurope(version: StoredResource): StoredResource {
  const region = { name: 'North Europe', regionalReplicaCount: 1, storageAccountType: 'Standard_LRS' }
  const before = '"targetRegions":['
  const properties: unknown = JSON.parse(
    JSON.stringify(version.properties).replace(before, `${before}${JSON.stringify(region)},`),
  )
  return {
    ...Object.assign({ ...version }, { properties }),
    replication: { ...version.replication, northeurope: { startedAt: 0, endsAt: 0 } },
  }
}

/** A portal on that world. */
export async function startImageLives(): Promise<ImageLives> {
  const portal = await startTestPortal({ world: world() })
  const people: Record<Person, SignedIn> = {
    Ada: await portal.as('ada@contoso.example'),
    Ben: await portal.as('ben@contoso.example'),
  }
  const { store } = portal.azure.world
  const other = await testAzureSession(portal.azure, 'ada@contoso.example')
  let machines = 0

  const lives: ImageLives = {
    portal,
    people,
    acts: {
      promoted: 0,
      revoked: 0,
      restored: 0,
      stated: 0,
      created: 0,
      replaced: 0,
      proven: 0,
      refused: 0,
      lost: 0,
      other: 0,
      compared: 0,
      spared: 0,
    },
    reset() {
      portal.azure.faults.clear()
      store.reset()
      const model: LivesModel = { born: new Map(), encryption: new Map(), mayBeGone: new Set(), hasFailed: new Set() }
      expectPreserved(model, lives)
      return { model, real: lives }
    },
    ask: (person, { method, path, body }) => people[person].send(method, path, body),
    async latest(person) {
      const { body } = await people[person].get('/api/latest-versions', { imageDefinitionId: definitionId })
      return z.parse(getLatestVersions.response, body)
    },
    async fingerprint(person, id) {
      const { status, body } = await people[person].get('/api/stored-image-version', { id })
      return status === 200 ? z.parse(getStoredImageVersion.response, body).fingerprint : undefined
    },
    async elsewhere(name, change) {
      const id = parseResourceId(versionId(name))
      try {
        await putStoredVersion(other.azure, id, change(await readStoredVersion(other.azure, id)))
      } catch (error) {
        // What another client's lost answer means is not the matter here; a fault in the test itself is.
        if (!(error instanceof ArmRefusal) && !isLost(error)) throw error
      }
    },
    tagAtOnce(name, owner) {
      const found = store.get(versionId(name))
      if (found) store.put({ ...found, tags: { ...found.tags, owner } })
    },
    async elapse(milliseconds) {
      portal.clock.advance(milliseconds)
      await lives.latest('Ada')
    },
    async latestOfMachine(region) {
      machines += 1
      const id = `${compute}/virtualMachines/of-latest-${machines}`
      const imageReference = { id: definitionId }
      const body = { location: region, properties: { storageProfile: { imageReference }, osProfile } }
      try {
        const made = await other.azure.send({ method: 'PUT', url: armUrl(id, { 'api-version': '2025-04-01' }), body })
        return z.parse(machine, made).properties.storageProfile.imageReference.exactVersion
      } catch (error) {
        if (error instanceof ArmRefusal && error.status === 404) return undefined
        throw error
      } finally {
        store.remove(id)
      }
    },
    stored: (name) => store.get(versionId(name)),
    inAzure: () =>
      new Map(
        store
          .list(definitionId, versionType)
          .map((version) => [version.name, z.parse(storedVersion, JSON.parse(JSON.stringify(version)))]),
      ),
    async close() {
      await other[Symbol.asyncDispose]()
      await portal.close()
    },
  }
  return lives
}

const osProfile = { computerName: 'of-latest', adminUsername: 'azureuser', adminPassword: 'Correct-Horse-1' }
const machine = z.object({
  properties: z.object({
    storageProfile: z.object({ imageReference: z.object({ exactVersion: z.string() }) }),
  }),
})

function isLost(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /ECONNRESET|REQUEST_SEND_ERROR|EPIPE/.test(String(error.code))
}

type Seen = Pick<ImageLives, 'inAzure' | 'stored' | 'portal'>

/** Whether Azure has given up a region of a version: only then its campaign can be followed by another one. */
export function hasFailed({ stored, portal }: Seen, name: string): boolean {
  const { replication = {} } = stored(name) ?? {}
  return Object.values(replication).some(({ endsAt, failure }) => failure !== undefined && endsAt <= portal.clock.now())
}

/**
 * Asserts that no encryption block of any version is lost or changed, that no version is created a second time, not
 * even by two campaigns, and that none is gone that nobody was allowed to delete. New versions are noted.
 */
export function expectPreserved(model: LivesModel, lives: Seen): void {
  const now = lives.inAzure()
  for (const name of model.born.keys()) if (!now.has(name)) expect(model.mayBeGone).toContain(name)
  // Another client may repair what had failed, after another campaign has rightly created the version again.
  for (const name of now.keys()) if (hasFailed(lives, name)) model.hasFailed.add(name)
  const standing = [...now].filter(([name]) => !model.hasFailed.has(name))
  const replaced = standing.flatMap(([, { tags }]) => tags?.[campaignTags.predecessor] ?? [])
  expect(replaced).toEqual([...new Set(replaced)])
  for (const [name, { properties }] of now) {
    const { publishedDate = '', targetRegions } = properties.publishingProfile
    const born = model.born.get(name)
    if (born !== undefined) expect([name, publishedDate]).toEqual([name, born])
    const blocks = new Map(
      targetRegions.map((region) => [regionName(region.name), JSON.stringify(region.encryption ?? {})]),
    )
    const before = model.encryption.get(name)
    if (before !== undefined) expect([name, ...blocks]).toEqual([name, ...before])
    model.born.set(name, publishedDate)
    model.encryption.set(name, blocks)
  }
}

/** Asserts that latest of each region is what the page says: the version that a machine created with latest gets. */
export async function expectLatest(lives: ImageLives, person: Person): Promise<void> {
  const { regions: shown } = await lives.latest(person)
  const said = new Map(shown.map(({ region, versionId: id }) => [region, id?.split('/').at(-1)]))
  for (const region of regions)
    expect([region, said.get(region)]).toEqual([region, await lives.latestOfMachine(region)])
  lives.acts.compared += 1
}
