import { expect, it } from 'vitest'
import { isJsonObject, objectsAt, textAt, type JsonObject } from '../json.ts'
import { startAzureSimulator } from '../simulator.ts'
import { aBrowser, aSigningKey } from '../testing/azure.ts'
import { aSet, aVisitor, computeOf } from '../testing/sandboxes.ts'
import { worldOfCopy } from './world-of-copy.ts'

const signingKey = aSigningKey()
const tenantId = 'd1110000-0000-4000-8000-000000000001'
const subscriptionId = 'd1110000-0000-4000-8000-00000000a001'
const lea = 'd1110000-0000-4000-8000-00000000b001'
const team = 'd1110000-0000-4000-8000-00000000b002'
const group = `/subscriptions/${subscriptionId}/resourceGroups/images`
const gallery = `${group}/providers/Microsoft.Compute/galleries/northwind`
const version = `${gallery}/images/linux/versions/1.0.0`
const contributor = `/providers/Microsoft.Authorization/RoleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c`

function assignment(principalId: string, principalType: string, scope: string, number: number): JsonObject {
  const name = `d1110000-0000-4000-8000-00000000c00${number}`
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: 'microsoft.authorization/roleassignments',
    properties: { principalId, principalType, scope, roleDefinitionId: contributor },
  }
}

const resources: JsonObject[] = [
  { id: group, name: 'images', type: 'Microsoft.Resources/resourceGroups', location: 'westus' },
  { id: gallery, name: 'northwind', type: 'microsoft.compute/galleries', location: 'westus', properties: {} },
  {
    id: `${gallery}/images/linux`,
    name: 'linux',
    type: 'microsoft.compute/galleries/images',
    location: 'westus',
    properties: { osType: 'Linux', osState: 'Generalized', hyperVGeneration: 'V2', identifier: {} },
  },
  {
    id: version,
    name: '1.0.0',
    type: 'microsoft.compute/galleries/images/versions',
    location: 'westus',
    properties: {
      provisioningState: 'Failed',
      publishingProfile: { targetRegions: [{ name: 'West US' }, { name: 'East US' }] },
      storageProfile: {},
      replicationStatus: {
        summary: [
          { region: 'westus', state: 'Completed' },
          { region: 'eastus', state: 'Failed', details: 'no room' },
        ],
      },
    },
  },
  assignment(lea, 'User', `/subscriptions/${subscriptionId}`, 1),
  assignment(team, 'Group', group, 2),
]

const header: JsonObject = {
  format: 'azure-estate-copy',
  version: 1,
  tenantId,
  takenAt: '2026-11-20T10:00:00Z',
  isAnonymized: false,
  subscriptions: [{ subscriptionId, displayName: 'Northwind' }],
}
const person = { objectId: lea, displayName: 'Lea Conti', userPrincipalName: 'lea@northwind.example' }

function linesOf(lines: unknown[]): string[] {
  return [...lines, { end: { lines: lines.length + 1 } }].map((line) => JSON.stringify(line))
}
const copy = linesOf([header, { person }, ...resources.map((resource) => ({ resource }))])

it('is a world with the resources, the people and the roles of the file, at its time', () => {
  const { world, takenAt, leftOut } = worldOfCopy(copy)
  expect([takenAt, leftOut]).toEqual([Date.parse('2026-11-20T10:00:00Z'), 0])
  expect(world.users).toMatchObject([
    { id: lea, displayName: 'Lea Conti', jobTitle: { en: 'Contributor' } },
    { displayName: 'Member of Group d1110000', jobTitle: { en: 'Contributor' } },
  ])
  expect(world.groups).toMatchObject([{ id: team, members: [world.users[1]?.id] }])
  expect(world.resources.find(({ id }) => id === version)).toMatchObject({
    type: 'Microsoft.Compute/galleries/images/versions',
    replication: { eastus: { failure: 'no room' } },
    change: { failure: { code: 'OperationFailed' } },
  })
})

it('gives a role of a management group in each subscription, and counts what is not simulated', () => {
  const above = '/providers/Microsoft.Management/managementGroups/all'
  const custom = { ...assignment(team, 'Group', group, 4), properties: { principalId: team, roleDefinitionId: '/x/y' } }
  const { world, leftOut } = worldOfCopy(
    linesOf([header, { person }, { resource: assignment(lea, 'User', above, 3) }, { resource: custom }]),
  )
  expect(world.roleAssignments).toMatchObject([
    { principalId: lea, role: 'Contributor', scope: `/subscriptions/${subscriptionId}` },
  ])
  expect(leftOut).toBe(1)
})

it('gives whoever took it the roles that explain what they may do', () => {
  const roles = [{ actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [] }]
  const { world } = worldOfCopy(linesOf([header, { person }, { permissions: { scope: group, roles } }]))
  expect(world.roleAssignments).toMatchObject([{ principalId: lea, role: 'Reader', scope: group }])
})

async function aSandbox() {
  const simulator = await startAzureSimulator({ sandboxes: {}, signingKey: await signingKey })
  const browser = aBrowser(simulator)
  const ada = await aVisitor(simulator, { browser })
  return { simulator, browser, ada, [Symbol.asyncDispose]: () => simulator.close() }
}

it('is opened in a sandbox, where its people sign in, is saved with it, and a reset ends it', async () => {
  await using started = await aSandbox()
  const { simulator, ada, browser } = started
  const opened = await ada.arm('PUT', '/simulator/world/copy', { copy: copy.join('\n') })
  expect([opened.status, objectsAt(opened.body, 'people').map((one) => textAt(one, 'displayName'))]).toEqual([
    200,
    ['Lea Conti', 'Member of Group d1110000'],
  ])
  expect(textAt(opened.body, 'clock', 'now')?.slice(0, 13)).toBe('2026-11-20T10')
  // Ada is nobody there.
  expect((await ada.arm('GET', gallery)).status).toBe(401)
  const { world } = worldOfCopy(copy)
  const inCopy = { ...simulator, world: { ...simulator.world, users: world.users } }
  const visitor = await aVisitor(inCopy, { firstName: 'Lea', browser })
  expect(visitor.tenantId).toBe(ada.tenantId)
  const { body } = await visitor.arm('GET', `${version}?$expand=ReplicationStatus`)
  expect(textAt(body, 'properties', 'provisioningState')).toBe('Failed')
  // In the copy, Contoso's subscription is one of another tenant.
  expect((await visitor.arm('GET', `${computeOf(simulator)}/galleries/contosoGallery`)).status).toBe(401)
  await visitor.arm('PATCH', gallery, { tags: { rehearsed: 'yes' } })
  const { body: saved } = await visitor.arm('GET', '/simulator/world/saved')
  await visitor.arm('DELETE', version)
  expect((await visitor.arm('PUT', '/simulator/world/saved', saved)).status).toBe(200)
  expect(textAt((await visitor.arm('GET', gallery)).body, 'tags', 'rehearsed')).toBe('yes')
  expect((await visitor.arm('POST', '/simulator/world/reset')).status).toBe(200)
  const again = await aVisitor(simulator, { browser })
  expect((await again.arm('GET', `${computeOf(simulator)}/galleries/contosoGallery`)).status).toBe(200)
  expect((await again.arm('GET', gallery)).status).toBe(404)
})

it('D09: is refused if it is hostile, and changes nothing', async () => {
  await using started = await aSandbox()
  const { simulator, ada } = started
  const made = aSet(simulator, 'made-before')
  await ada.arm('PUT', made.path, made.body)
  const [, gallerySent = {}] = resources
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
  const with1 = (resource: JsonObject) => linesOf([header, { person }, { resource }])
  const hostile: [string, string[]][] = [
    ['nothing', ['']],
    ['no JSON', ['{']],
    ['another format', linesOf([{ ...header, format: 'plan' }])],
    ['a newer version', linesOf([{ ...header, version: 2 }])],
    ['no subscription', linesOf([{ ...header, subscriptions: [] }])],
    ['no end', copy.slice(0, -1)],
    ['a line less', [...copy.slice(0, 3), ...copy.slice(4)]],
    ['more after the end', [...copy, '{}']],
    ['more than it has', linesOf([header, { more: true }])],
    ['nested too deeply', with1({ ...gallerySent, properties: { nested: nested(100) as JsonObject } })],
    ['a text that is too long', with1({ ...gallerySent, name: 'x'.repeat(5000) })],
    ['another subscription', with1({ ...gallerySent, id: gallery.replace(subscriptionId, tenantId) })],
    ['another name', with1({ ...gallerySent, name: 'other' })],
    ['another type', with1({ ...gallerySent, type: 'Microsoft.Compute/disks' })],
    ['an ID that leads elsewhere', with1({ ...gallerySent, id: `/subscriptions/${subscriptionId}/../x`, name: 'x' })],
    ['a person who is none', linesOf([header, { person: { ...person, objectId: 'x' } }])],
    ['too many resources', linesOf([header, ...many(gallerySent, 2100)])],
    ['too large', with1({ ...gallerySent, properties: { text: 'x'.repeat(1_500_000) } })],
  ]
  for (const [what, lines] of hostile) {
    const { status, body } = await ada.arm('PUT', '/simulator/world/copy', { copy: lines.join('\n') })
    expect([what, status]).toEqual([what, 400])
    expect(textAt(body, 'error', 'message'), what).toMatch(/\S/)
  }
  expect(isJsonObject((await ada.arm('GET', made.path)).body)).toBe(true)
  expect((await ada.arm('GET', made.path)).status).toBe(200)
})

function many(resource: JsonObject, count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    resource: { ...resource, id: `${gallery}${index}`, name: `northwind${index}` },
  }))
}
