import { contoso } from '@portal/azure-simulator'
import { accessNeeded, type AccessNeed, accessRoles } from '@portal/gallery'
import { type Access, getAccess, giveAccess, takeAccessBack } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { azureAsProgram } from '../testing/key-worlds/azure-as-program.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

const production = '/subscriptions/c0470500-0000-4000-8000-00000000a001'
const group = `${production}/resourceGroups/myResourceGroup`
const compute = `${group}/providers/Microsoft.Compute`
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`
const version = `${definition}/versions/1.1.0`
const sets = ['WestUS', 'EastUS2'].flatMap((region) =>
  [1, 2].map((number) => `${compute}/diskEncryptionSets/${region}DiskEncryptionSet${number}`),
)
const westUS = sets.filter((id) => id.includes('WestUS'))
const tomas = 'c0470500-0000-4000-8000-00000000b008'
const webTeam = 'c0470500-0000-4000-8000-00000000b201'
const web =
  '/subscriptions/c0470500-0000-4000-8000-00000000a004/resourceGroups/webResourceGroup/providers/Microsoft.Compute'
/** A program of the team. */
const pipeline = {
  id: 'c0470500-0000-4000-8000-00000000b103',
  clientId: 'c0470500-0000-4000-8000-00000000c104',
  clientSecret: 'web-pipeline-demonstration',
  displayName: 'web-pipeline',
}
const minute = 60_000
const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'

let portal: TestPortal
let [asVera, asTomas]: SignedIn[] = []
beforeEach(async () => {
  const world = contoso({ now: Date.parse('2026-11-24T10:00:00Z'), secondTeam: true })
  world.servicePrincipals.push(pipeline)
  world.roleAssignments.push({
    principalId: pipeline.id,
    role: 'Contributor',
    scope: web.split('/resourceGroups')[0] ?? '',
  })
  portal = await startTestPortal({ world })
  asVera = await portal.as('vera@contoso.example')
  asTomas = await portal.as('tomas@contoso.example')
})
afterEach(() => portal.close())

const asked = { id: version, purpose: 'deploy', principalId: tomas } as const

async function read(as: SignedIn | undefined, more: object = {}): Promise<Access> {
  const reply = await as?.send('POST', getAccess.path, { ...asked, ...more })
  return getAccess.response.parse(reply?.body)
}

async function change(endpoint: typeof giveAccess, assignments: readonly AccessNeed[], more: object = {}) {
  return asVera?.send(endpoint === giveAccess ? 'PUT' : 'DELETE', endpoint.path, { ...asked, assignments, ...more })
}

const plain = ({ role, scope }: AccessNeed): AccessNeed => ({ role, scope })
const needs = async (more: object = {}) => (await read(asVera, more)).needs.map(plain)

describe('what a team needs to deploy from a version', () => {
  it('is to read its definition and each set of it, of which it has nothing', async () => {
    const { needs: found, ...rest } = await read(asVera)
    expect(rest).toEqual({ isComplete: true, apart: [] })
    expect(found.map(plain)).toEqual([
      { role: 'imageReader', scope: definition },
      ...sets.toSorted().map((scope) => ({ role: 'setReader', scope })),
    ])
    for (const need of found) expect(need).toMatchObject({ isHeld: false, isOwn: false, mayAssign: 'allowed' })
  })

  it('can’t be read by the team itself, which is told so', async () => {
    expect(await read(asTomas)).toMatchObject({
      isComplete: false,
      needs: [{ role: 'imageReader', scope: definition, isOwn: false }],
    })
    expect((await read(asTomas)).needs[0]).not.toHaveProperty('isHeld')
  })

  it('comes also from a wider role, above it, and of its group, which all stay when it is taken back', async () => {
    const { roleAssignments } = portal.azure.world
    roleAssignments.push(
      { principalId: webTeam, role: 'Reader', scope: group },
      { principalId: tomas, role: 'Reader', scope: sets[0] ?? '' },
    )
    const { needs: found } = await read(asVera)
    const ofGroup = { roleName: 'Reader', scope: group, isOfGroup: true }
    expect(found).toMatchObject(
      found.map(({ scope }) => ({ isHeld: true, isOwn: scope === sets[0], others: [ofGroup] })),
    )
    await change(
      takeAccessBack,
      (await needs()).filter(({ scope }) => scope === sets[0]),
    )
    expect((await read(asVera)).needs).toMatchObject(
      found.map(() => ({ isHeld: true, isOwn: false, others: [ofGroup] })),
    )
  })
})

describe('access', () => {
  const machine = {
    location: 'westus',
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      osProfile: { computerName: 'web', adminUsername: 'azureuser', adminPassword: 'Passw0rd!Passw0rd!' },
      storageProfile: {
        imageReference: { id: version },
        ...Object.fromEntries(
          [['osDisk', {}] as const, ['dataDisks', { lun: 0 }] as const].map(([name, disk]) => {
            const managedDisk = { diskEncryptionSet: { id: `${web}/diskEncryptionSets/WebWestUSDiskEncryptionSet` } }
            const made = { createOption: 'FromImage', managedDisk, ...disk }
            return [name, name === 'osDisk' ? made : [made]]
          }),
        ),
      },
    },
  }
  const principal = { principalId: pipeline.id }
  let count = 0
  const deploys = async () => {
    const azure = await azureAsProgram(portal.azure, pipeline.displayName)
    const { status } = await azure.arm('PUT', `${web}/virtualMachines/web${(count += 1)}`, machine)
    azure.close()
    return status
  }

  it('is given, counts after a while, and is taken back', async () => {
    expect(await deploys()).toBe(403)
    const reply = await change(giveAccess, await needs(), principal)
    expect(giveAccess.response.parse(reply?.body).outcomes).toEqual(await needs())
    expect((await read(asVera, principal)).needs).toMatchObject(
      (await needs()).map(() => ({ isHeld: true, isOwn: true, others: [] })),
    )
    expect(await deploys()).toBe(403)
    portal.clock.advance(minute)
    expect(await deploys()).toBe(201)
    await change(takeAccessBack, await needs(), principal)
    expect(await deploys()).toBe(403)
    expect((await read(asVera, principal)).needs).toMatchObject(
      (await needs()).map(() => ({ isHeld: false, isOwn: false })),
    )
  })

  it('is enough exactly: of all subsets of the assignments of a region, Azure accepts the machine with the whole one only', async () => {
    const inRegion = (await needs()).filter(({ role, scope }) => role === 'imageReader' || westUS.includes(scope))
    expect(inRegion).toHaveLength(3)
    for (let subset = 0; subset < 2 ** inRegion.length; subset += 1) {
      const given = inRegion.filter((_, index) => (subset >> index) & 1)
      if (given.length > 0) await change(giveAccess, given, principal)
      portal.clock.advance(minute)
      expect([given.length, await deploys()]).toEqual([given.length, given.length === inRegion.length ? 201 : 403])
      await change(takeAccessBack, inRegion, principal)
    }
  })

  it('to a key of a set, with no access to the vault’s others', async () => {
    const [set = ''] = sets
    const of = { id: set, purpose: 'manage' }
    const wanted = await needs(of)
    expect(wanted.map(({ role }) => role)).toEqual(['setContributor', 'cryptoOfficer'])
    expect(wanted[1]?.scope).toMatch(/\/vaults\/kv-contoso-wus\/keys\/images-key-1$/)
    const { outcomes } = giveAccess.response.parse((await change(giveAccess, wanted, of))?.body)
    expect(outcomes.every(({ refusal }) => refusal === undefined)).toBe(true)
  })

  it('to a key by access policies, or in another tenant, is not by a role, and says so', async () => {
    const { store } = portal.azure.world
    const found = store.get(sets[0] ?? '')
    const keyElsewhere = {
      activeKey: { keyUrl: 'https://kv-fabrikam-wus.vault.azure.net/keys/k/1' },
      federatedClientId: tomas,
    }
    if (found) store.put({ ...found, properties: { ...found.properties, ...keyElsewhere } })
    const of = (name: string) => read(asVera, { id: `${compute}/diskEncryptionSets/${name}`, purpose: 'manage' })
    const byPolicies = await of('WestUSNotGrantedDiskEncryptionSet')
    expect(byPolicies.needs.map(({ role }) => role)).toEqual(['setContributor'])
    expect(byPolicies.apart).toMatchObject([{ why: 'AccessPolicies', vaultName: 'kv-policies-wus' }])
    expect((await of('WestUSDiskEncryptionSet1')).apart).toMatchObject([{ why: 'OtherTenant' }])
  })

  it('to publish has the role of publishers at the definition, and none above', async () => {
    expect(await needs({ purpose: 'publish' })).toEqual(
      accessNeeded(
        'publish',
        version,
        sets.toSorted().map((id) => ({ id })),
      ),
    )
  })

  it('is in the audit log, each role with who gets it', async () => {
    await change(giveAccess, (await needs()).slice(0, 2))
    const ended = portal.audit
      .map((line) => JSON.parse(line) as { event: string; route: string; azure: object[]; resource: object })
      .find((line) => line.event === 'write-ended' && line.route === giveAccess.path)
    expect(ended?.resource).toMatchObject({ id: version, principalId: tomas })
    expect(ended?.azure).toMatchObject(
      [accessRoles.imageReader, accessRoles.setReader].map(({ id }) => ({
        method: 'PUT',
        status: 201,
        grants: { roleId: id, principalId: tomas },
      })),
    )
  })
})

describe('what a pipeline needs', () => {
  const identityId = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/image-pipeline`
  const machine = `${compute}/virtualMachines/web-template-vm`
  const plan = { setIds: westUS, sourceIds: [machine] }
  const of = { id: definition, purpose: 'pipeline', plan, principalId: undefined, identityId }
  const credential = {
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/images:ref:refs/heads/main',
    audiences: ['api://AzureADTokenExchange'],
  }
  const all = [
    { role: 'publisher', scope: definition },
    { role: 'galleryReader', scope: `${compute}/galleries/contosoGallery` },
    ...westUS.map((scope) => ({ role: 'setReader', scope })),
    { role: 'machinePublisher', scope: machine },
  ]

  it('is shown before its identity is there, and what of it the identity then has', async () => {
    expect(await read(asVera, of)).toMatchObject({
      identity: { state: 'missing' },
      needs: all.map((need) => ({ ...need, isOwn: false })),
    })
    const type = 'Microsoft.ManagedIdentity/userAssignedIdentities'
    const principalId = '5c0a0b6e-0000-4000-8000-000000000001'
    const now = portal.clock.now()
    portal.azure.world.store.put({
      id: identityId,
      type,
      name: 'image-pipeline',
      location: 'westus',
      properties: { principalId, clientId: principalId },
      change: { state: 'Creating', startedAt: now, endsAt: now },
    })
    portal.azure.world.store.put({
      id: `${identityId}/federatedIdentityCredentials/main`,
      type: `${type}/federatedIdentityCredentials`,
      name: 'main',
      location: '',
      properties: credential,
    })
    const found = await read(asVera, of)
    expect(found.identity).toEqual({ state: 'found', principalId, credentials: [credential] })
    expect(found.needs.map(({ isHeld }) => isHeld)).toEqual(all.map(() => false))
    // Entra ID doesn't have the identity yet, which was created this moment.
    const { outcomes } = giveAccess.response.parse(
      (await change(giveAccess, found.needs.map(plain), { ...of, identityId: undefined, principalId }))?.body,
    )
    expect(outcomes).toEqual(all)
    expect((await read(asVera, of)).needs.map(({ isOwn }) => isOwn)).toEqual(all.map(() => true))
  })

  it('can’t be read by who may not, which is told apart from what is missing', async () => {
    portal.azure.faults.answer(
      { path: /userAssignedIdentities\/image-pipeline$/ },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
    )
    expect((await read(asVera, of)).identity).toEqual({ state: 'unreadable' })
  })

  it('to clean up is to publish in the scope, and to read its subscription', async () => {
    for (const id of [production, `${compute}/galleries/contosoGallery`, definition])
      expect((await read(asVera, { ...of, id, purpose: 'cleanUp', plan: undefined })).needs.map(plain)).toEqual([
        { role: 'publisher', scope: id },
        { role: 'subscriptionReader', scope: production },
      ])
  })

  it.each([
    ['a plan without a definition', { id: `${compute}/galleries/contosoGallery` }],
    ['a definition without a plan', { plan: undefined }],
    ['a clean-up of a group', { id: group, purpose: 'cleanUp', plan: undefined }],
    ['a source that would climb', { plan: { setIds: [], sourceIds: [`${compute}/images/../../..`] } }],
    ['an identity that is something else', { identityId: machine }],
  ])('is not looked for: %s', async (_, more) => {
    expect((await asVera?.send('POST', getAccess.path, { ...of, ...more }))?.problem().status).toBe(400)
  })

  it('has no role on what is neither a set nor a source', async () => {
    const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-roles-wus`
    const { needs: found } = await read(asVera, { ...of, plan: { setIds: [vault], sourceIds: [vault] } })
    expect(found.map(plain)).toEqual(all.slice(0, 2))
  })
})

describe('what Azure refuses', () => {
  it('is said of each assignment by itself', async () => {
    const asAda = await portal.as('ada@contoso.example')
    const assignments = (await needs()).slice(0, 2)
    const { body } = await asAda.send('PUT', giveAccess.path, { ...asked, assignments })
    expect(giveAccess.response.parse(body).outcomes).toMatchObject(
      assignments.map((need) => ({ ...need, refusal: { code: 'AuthorizationFailed' } })),
    )
    expect((await read(asAda)).needs.map(({ mayAssign }) => mayAssign)).toContain('forbidden')
  })

  it('is a principal that the directory doesn’t have, for example of another tenant', async () => {
    const principalId = 'fab41ca0-0000-4000-8000-00000000b001'
    const { outcomes } = giveAccess.response.parse(
      (await change(giveAccess, (await needs()).slice(0, 1), { principalId }))?.body,
    )
    expect(outcomes).toMatchObject([{ refusal: { code: 'PrincipalNotFound' } }])
  })
})

describe('more than is needed', () => {
  it.each([
    ['a wider scope', { role: 'imageReader', scope: group }],
    ['the gallery, from a page of a version', { role: 'imageReader', scope: `${compute}/galleries/contosoGallery` }],
    ['a role of another purpose', { role: 'setContributor', scope: sets[0] ?? '' }],
    ['a set that its versions don’t use', { role: 'setReader', scope: `${compute}/diskEncryptionSets/other` }],
  ] as const)('refuses %s, and assigns nothing of the request', async (_, need) => {
    const before = portal.azure.world.roleAssignments.length
    const reply = await change(giveAccess, [{ role: 'imageReader', scope: definition }, need])
    expect(reply?.problem().code).toBe('InvalidRequest')
    expect(portal.azure.world.roleAssignments).toHaveLength(before)
  })

  it.each([
    ['a privileged role', { assignments: [{ role: owner, scope: definition }] }],
    ['a principal that would end the filter', { principalId: "x') or assignedTo('y" }],
    ['a principal that is a path', { principalId: '../../roleDefinitions' }],
    ['a resource of another kind', { id: `${compute}/virtualMachines/web-template-vm` }],
    ['a subscription', { id: production }],
    ['no assignment', { assignments: [] }],
  ])('refuses %s', async (_, more) => {
    const before = portal.azure.world.roleAssignments.length
    for (const endpoint of [giveAccess, takeAccessBack])
      expect((await change(endpoint, [{ role: 'imageReader', scope: definition }], more))?.problem().status).toBe(400)
    expect(portal.azure.world.roleAssignments).toHaveLength(before)
  })
})
