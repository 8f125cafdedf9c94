import { cleanUpVersion, previewCleanUp, startCleanUp } from '@portal/portal-api'
import { definitionsOfVersions, type RetentionRule } from '@portal/version-update'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { contosoCompute, ubuntuWeb } from '../../testing/campaigns.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// The rule on worlds of the simulated Azure: what was made from a version is asked of its store, not of the portal.
// How many worlds in which something is deleted, about one in three. 10,000 once: RETENTION_WORLDS=10000
const numRuns = Number(process.env['RETENTION_WORLDS'] ?? 12)
const compute = 'Microsoft.Compute'
const [group = ''] = contosoCompute.split('/providers/')
const regionNames = ['westus', 'eastus2', 'westeurope']
const rarely = fc.nat(4).map((one) => one === 0)

/** What can be made from a version: by its number, or by the definition, which then gave that number. */
const made = fc.constantFrom(
  'machine',
  'latest machine',
  'disk',
  'uniform set',
  'instance',
  'flexible instance',
  'source',
)
type Made = typeof made extends fc.Arbitrary<infer T> ? T : never

const version = fc.record({
  number: fc.tuple(fc.nat(1), fc.nat(11), fc.nat(1)).map((parts) => parts.join('.')),
  provisioningState: fc.constantFrom(
    'Succeeded' as const,
    'Succeeded' as const,
    'Updating' as const,
    'Failed' as const,
  ),
  excludeFromLatest: rarely,
  isRevoked: rarely,
  isBlocked: rarely,
  isLocked: rarely,
  users: fc.uniqueArray(made, { maxLength: 1 }),
  regions: fc.uniqueArray(fc.record({ name: fc.constantFrom(...regionNames), excludeFromLatest: rarely }), {
    selector: ({ name }) => name,
    minLength: 1,
  }),
})

const world = fc.record({
  versions: fc.uniqueArray(version, { selector: ({ number }) => number, minLength: 2, maxLength: 6 }),
  keepNewest: fc.integer({ min: 1, max: 2 }),
  /** sees one of the subscriptions, where machines could be, in part */
  isPartial: fc.nat(9).map((one) => one === 0),
  meanwhile: fc.array(
    fc.record({
      of: fc.nat(5),
      kind: fc.oneof(made, fc.constantFrom('lock' as const, 'exclude' as const, 'gone' as const)),
    }),
    { maxLength: 4 },
  ),
})

let portal: TestPortal
let whole: SignedIn
let partial: SignedIn
beforeAll(async () => {
  portal = await startTestPortal()
  whole = await portal.as('ada@contoso.example')
  partial = await portal.as('eva@contoso.example')
})
afterAll(() => portal.close())

let count = 0
const store = () => portal.azure.world.store
const changes = {
  Updating: { state: 'Updating', startedAt: 0, endsAt: Number.MAX_SAFE_INTEGER },
  Failed: { state: 'Updating', startedAt: 0, endsAt: 0, failure: { code: 'X', message: 'x' } },
} as const

/** What a world adds, removed after it. */
const added = new Set<string>()
function put(id: string, type: string, properties: object) {
  added.add(id)
  store().put({ id, type, name: id.split('/').at(-1) ?? '', location: 'westus', properties: { ...properties } })
}

function make(kind: Made, versionId: string) {
  count += 1
  const [definition = '', number] = versionId.split('/versions/')
  const image = (id: string) => ({ storageProfile: { imageReference: { id, exactVersion: number } } })
  const set = `${contosoCompute}/virtualMachineScaleSets/set-${count}`
  const machine = `${contosoCompute}/virtualMachines/machine-${count}`
  switch (kind) {
    case 'machine':
      return put(machine, `${compute}/virtualMachines`, image(versionId))
    case 'latest machine':
      return put(machine, `${compute}/virtualMachines`, image(definition))
    case 'flexible instance':
      return put(machine, `${compute}/virtualMachines`, { ...image(definition), virtualMachineScaleSet: { id: set } })
    case 'disk':
      return put(`${contosoCompute}/disks/disk-${count}`, `${compute}/disks`, {
        creationData: { createOption: 'FromImage', galleryImageReference: { id: versionId } },
      })
    case 'uniform set':
      return put(set, `${compute}/virtualMachineScaleSets`, {
        virtualMachineProfile: { storageProfile: { imageReference: { id: versionId } } },
      })
    case 'instance':
      return put(`${set}/virtualMachines/0`, `${compute}/virtualMachineScaleSets/virtualMachines`, image(definition))
    case 'source':
      return put(`${ubuntuWeb}/versions/77.0.${count}`, `${compute}/galleries/images/versions`, {
        storageProfile: { source: { id: versionId } },
        publishingProfile: { excludeFromLatest: true, targetRegions: [{ name: 'West US' }] },
      })
  }
}

const lock = (id: string) =>
  put(`${id}/providers/Microsoft.Authorization/locks/keep`, 'Microsoft.Authorization/locks', { level: 'CanNotDelete' })

/** What names the version, in the store of the simulated Azure. */
function usersOf(versionId: string): string[] {
  const [definition = '', number = ''] = versionId.split('/versions/')
  const names = (text: string) =>
    text.includes(`"${versionId}"`) || (text.includes(`"${definition}"`) && text.includes(`"exactVersion":"${number}"`))
  return store()
    .list(group)
    .filter(({ id, properties }) => id !== versionId && !id.includes('/locks/') && names(JSON.stringify(properties)))
    .map(({ id }) => id)
}

/** By the test's own count: the highest number that a machine in the region could get. */
function latestIn(definition: string, region: string): string {
  const numbers = store()
    .list(definition, `${compute}/galleries/images/versions`)
    .filter(({ properties, change }) => {
      const { publishingProfile: profile } = z.parse(stored, properties)
      const target = profile.targetRegions.find(({ name }) => name === region)
      const isThere = change?.failure === undefined && change?.state !== 'Deleting' && target !== undefined
      return isThere && profile.excludeFromLatest !== true && target.excludeFromLatest !== true
    })
    .map(({ name }) =>
      name
        .split('.')
        .map((part) => part.padStart(3, '0'))
        .join('.'),
    )
  return numbers.toSorted().at(-1) ?? ''
}
const stored = z.object({
  publishingProfile: z.object({
    excludeFromLatest: z.optional(z.boolean()),
    targetRegions: z.array(z.object({ name: z.string(), excludeFromLatest: z.optional(z.boolean()) })),
  }),
})

function build({ versions }: { versions: (typeof version extends fc.Arbitrary<infer T> ? T : never)[] }): string {
  count += 1
  const definition = `${contosoCompute}/galleries/contosoGallery/images/world-${count}`
  const model = store().get(ubuntuWeb)
  if (model === undefined) throw new Error('No definition to copy')
  added.add(definition)
  store().put({ ...model, id: definition, name: `world-${count}` })
  for (const { number, users, ...one } of versions) {
    const id = `${definition}/versions/${number}`
    put(id, `${compute}/galleries/images/versions`, {
      publishingProfile: {
        excludeFromLatest: one.excludeFromLatest,
        publishedDate: '2026-01-01T00:00:00Z',
        ...(one.isBlocked && { endOfLifeDate: '2030-01-01T00:00:00Z' }),
        targetRegions: one.regions,
      },
      storageProfile: { source: { id: `${contosoCompute}/images/myImage` } },
      safetyProfile: { blockDeletionBeforeEndOfLife: one.isBlocked },
    })
    const found = store().get(id)
    if (found === undefined) throw new Error('No version')
    store().put({
      ...found,
      ...(one.isRevoked && { envelope: { tags: { 'image-revoked': '2026-01-01' } } }),
      ...(one.provisioningState !== 'Succeeded' && { change: changes[one.provisioningState] }),
    })
    if (one.isLocked) lock(id)
    for (const kind of users) make(kind, id)
  }
  return definition
}

async function sent<T extends z.core.$ZodType>(
  user: SignedIn,
  schema: T,
  ...[method, path, body]: ['POST' | 'PUT', string, object]
) {
  const reply = await user.send(method, path, body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return z.parse(schema, reply.body)
}

describe('in any world of the simulated Azure, whatever another client does meanwhile', () => {
  it('no rule deletes what something was made from, or the latest of a region', { timeout: 6_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ versions, keepNewest, isPartial, meanwhile }) => {
        for (const id of added) store().remove(id)
        added.clear()
        const definition = build({ versions })
        const user = isPartial ? partial : whole
        const rule: RetentionRule = { name: 'Old', keepNewest, keepTag: 'keep' }
        const asked = { scopeId: definition, rule, action: 'delete' }
        const { decisions } = await sent(user, previewCleanUp.response, 'POST', previewCleanUp.path, asked)
        const going = decisions.filter(({ reasons }) => reasons.length === 0).map(({ version: { id } }) => id)
        expect(isPartial ? going : []).toEqual([])
        // Such a world is checked, but doesn't count: chance must not decide how much is tried.
        fc.pre(going.length > 0)
        let deleted = 0
        const cleanUp = { rule, action: 'delete', reason: '', definitions: definitionsOfVersions(going) }
        const { id } = await sent(user, startCleanUp.response, 'PUT', startCleanUp.path, cleanUp)
        for (const [item, versionId] of going.entries()) {
          const change = meanwhile[item]
          const target = change && versions[change.of]
          const other = `${definition}/versions/${target?.number}`
          const found = store().get(other)
          if (found !== undefined && change !== undefined) {
            if (change.kind === 'lock') lock(other)
            else if (change.kind === 'gone') store().remove(other)
            else if (change.kind === 'exclude') {
              const properties = z.parse(z.looseObject({ publishingProfile: z.looseObject({}) }), found.properties)
              properties.publishingProfile['excludeFromLatest'] = true
              put(other, found.type, properties)
            } else make(change.kind, other)
          }
          const before = regionNames.map((region) => latestIn(definition, region))
          const users = usersOf(versionId)
          const isLocked = store().get(`${versionId}/providers/Microsoft.Authorization/locks/keep`) !== undefined
          const wasThere = store().get(versionId) !== undefined
          const { state } = await sent(user, cleanUpVersion.response, 'POST', cleanUpVersion.path, { id, item })
          const isDeleted = state === 'Done' && wasThere
          deleted += Number(isDeleted)
          expect(isDeleted ? [users, isLocked] : [[], false]).toEqual([[], false])
          expect(regionNames.map((region) => latestIn(definition, region))).toEqual(before)
          portal.clock.advance(3_600_000)
          expect(store().get(versionId) !== undefined).toBe(wasThere && !isDeleted)
        }
        fc.pre(deleted > 0)
      }),
      { numRuns },
    )
  })
})
