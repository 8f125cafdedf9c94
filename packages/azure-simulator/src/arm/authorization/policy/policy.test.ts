import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type Json, type JsonObject } from '../../../json.ts'
import { startedAzure, type Arm, type StartedAzure } from '../../../testing/azure.ts'
import { image, region } from '../../../testing/versions.ts'

const customerKeys = '702dd420-7fcc-42c5-afe8-4026edd20fe0'
const certainSets = 'd461a302-a187-421a-89ac-84acdb4edc04'
const definitionId = (name: string) => `/providers/Microsoft.Authorization/policyDefinitions/${name}`
const assignmentId = ({ production }: StartedAzure) =>
  `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Authorization/policyAssignments/keys`

function assign(azure: StartedAzure, arm: Arm, policy: { name: string; parameters: JsonObject }) {
  return arm('PUT', assignmentId(azure), {
    properties: {
      displayName: 'Contoso keeps its keys',
      policyDefinitionId: definitionId(policy.name),
      parameters: Object.fromEntries(Object.entries(policy.parameters).map(([name, value]) => [name, { value }])),
    },
  })
}

const bare = { name: 'westus' }
const encrypted = (azure: StartedAzure, set = 'WestUSDiskEncryptionSet1') =>
  region(azure, 'westus', { os: set, luns: [[0, set]] })

function putVersion(azure: StartedAzure, arm: Arm, targetRegions: Json[]) {
  return arm('PUT', azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0'), {
    location: 'westus',
    properties: { publishingProfile: { targetRegions }, storageProfile: image(azure) },
  })
}

describe('a policy that denies platform keys', () => {
  it('refuses a version without a set, and says which policy it was', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    expect((await assign(azure, owner, { name: customerKeys, parameters: { effect: 'Deny' } })).status).toBe(201)
    const { status, body } = await putVersion(azure, owner, [bare])
    expect([status, textAt(body, 'error', 'code'), textAt(body, 'error', 'target')]).toEqual([
      403,
      'RequestDisallowedByPolicy',
      '2.0.0',
    ])
    const id = assignmentId(azure)
    expect(textAt(body, 'error', 'message')).toBe(
      `Resource '2.0.0' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Contoso keeps its keys","id":"${id}"},"policyDefinition":{"name":"OS and data disks should be encrypted with a customer-managed key","id":"${definitionId(customerKeys)}","version":"3.0.0"}}]'.`,
    )
    expect(objectsAt(body, 'error', 'additionalInfo')).toMatchObject([
      {
        type: 'PolicyViolation',
        info: {
          policyDefinitionId: definitionId(customerKeys),
          policyDefinitionEffect: 'Deny',
          policyAssignmentId: id,
          policyAssignmentScope: id.split('/providers/')[0],
          policyAssignmentParameters: { effect: { value: 'Deny' } },
        },
      },
    ])
  })

  it('takes a version that has a set in every region', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await assign(azure, owner, { name: customerKeys, parameters: { effect: 'Deny' } })
    expect((await putVersion(azure, owner, [encrypted(azure)])).status).toBe(201)
  })

  it('refuses an update that leaves the encryption of its regions out', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await assign(azure, owner, { name: customerKeys, parameters: { effect: 'Deny' } })
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0')
    const properties = { publishingProfile: { targetRegions: [{ name: 'westus', regionalReplicaCount: 3 }] } }
    expect((await owner('PUT', path, { location: 'westus', properties })).status).toBe(403)
  })

  it.each(['Audit', 'Disabled'])('lets everything pass with the effect %s', async (effect) => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await assign(azure, owner, { name: customerKeys, parameters: { effect } })
    expect((await putVersion(azure, owner, [bare])).status).toBe(201)
  })

  it('no longer counts once its assignment is deleted', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await assign(azure, owner, { name: customerKeys, parameters: { effect: 'Deny' } })
    expect((await owner('DELETE', assignmentId(azure))).status).toBe(200)
    expect((await putVersion(azure, owner, [bare])).status).toBe(201)
  })
})

describe('a policy that allows certain sets', () => {
  it('refuses any other', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const allowedEncryptionSets = [azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1')]
    await assign(azure, owner, { name: certainSets, parameters: { effect: 'Deny', allowedEncryptionSets } })
    expect((await putVersion(azure, owner, [encrypted(azure, 'WestUSDiskEncryptionSet2')])).status).toBe(403)
    expect((await putVersion(azure, owner, [encrypted(azure)])).status).toBe(201)
  })
})

describe('a virtual machine', () => {
  const osProfile = { computerName: 'vm', adminUsername: 'ada', adminPassword: 'a-Password-1' }
  function putMachine(azure: StartedAzure, arm: Arm, sets: { os?: string; data?: string }) {
    const disk = (name: string | undefined) => ({
      managedDisk: name === undefined ? {} : { diskEncryptionSet: { id: azure.compute(`diskEncryptionSets/${name}`) } },
    })
    const imageReference = { id: azure.compute('galleries/contosoGallery/images/windows-sql/versions/2025.10.1') }
    const dataDisks = [
      { lun: 1, ...disk(sets.data) },
      { lun: 2, ...disk(undefined) },
    ]
    const storageProfile = { imageReference, osDisk: disk(sets.os), dataDisks }
    return arm('PUT', azure.compute('virtualMachines/vm'), {
      location: 'westus',
      properties: { storageProfile, osProfile },
    })
  }

  it.each([
    ['an OS disk without a set', {}, 403, 'RequestDisallowedByPolicy'],
    ['data disks of which none has a set', { os: 'WestUSDiskEncryptionSet1' }, 403, 'RequestDisallowedByPolicy'],
    [
      'a set for the OS disk and one data disk',
      { os: 'WestUSDiskEncryptionSet1', data: 'WestUSDiskEncryptionSet2' },
      201,
      undefined,
    ],
  ])('under a policy that denies platform keys: %s', async (_, sets, expected, code) => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await assign(azure, owner, { name: customerKeys, parameters: { effect: 'Deny' } })
    const { status, body } = await putMachine(azure, owner, sets)
    expect(status).toBe(expected)
    expect(textAt(body, 'error', 'code')).toBe(code)
  })

  it('under a policy that allows certain sets: only with one of them for the OS disk', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const allowedEncryptionSets = [azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1')]
    await assign(azure, owner, { name: certainSets, parameters: { effect: 'Deny', allowedEncryptionSets } })
    expect((await putMachine(azure, owner, { os: 'WestUSDiskEncryptionSet2' })).status).toBe(403)
    expect((await putMachine(azure, owner, { os: 'WestUSDiskEncryptionSet1' })).status).toBe(201)
  })
})

describe('a policy assignment', () => {
  it.each([
    ['of a policy that is not there', { name: 'no-such-policy', parameters: {} }, 404, 'PolicyDefinitionNotFound'],
    [
      'with an effect its policy does not have',
      { name: customerKeys, parameters: { effect: 'deny' } },
      400,
      'PolicyParameterValueNotAllowed',
    ],
    ['without what its policy asks for', { name: certainSets, parameters: {} }, 400, 'MissingPolicyParameter'],
    [
      'with a parameter its policy does not know',
      { name: customerKeys, parameters: { colour: 'red' } },
      400,
      'UndefinedPolicyParameter',
    ],
  ])('%s is refused', async (_, policy, status, code) => {
    await using azure = await startedAzure()
    expect(await assign(azure, await azure.asOwner(), policy)).toMatchObject({ status, body: { error: { code } } })
  })

  it('is listed at its scope and at scopes below, and is no resource of its group', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await assign(azure, owner, { name: customerKeys, parameters: {} })
    const at = azure.compute('galleries/contosoGallery')
    const { body } = await owner('GET', `${at}/providers/Microsoft.Authorization/policyAssignments`)
    expect(objectsAt(body, 'value').map(({ name }) => name)).toEqual(['keys'])
    const { body: all } = await owner('GET', `${assignmentId(azure).split('/providers/')[0]}/resources`)
    expect(objectsAt(all, 'value').map(({ type }) => type)).not.toContain('Microsoft.Authorization/policyAssignments')
  })

  it('is not for a Contributor to write', async () => {
    await using azure = await startedAzure()
    const refused = await assign(azure, await azure.as('Ada'), { name: customerKeys, parameters: {} })
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'AuthorizationFailed' } } })
  })
})

describe('a policy definition', () => {
  it('tells the effects it may have', async () => {
    await using azure = await startedAzure()
    expect(await (await azure.as('Rita'))('GET', definitionId(customerKeys))).toMatchObject({
      status: 200,
      body: {
        name: customerKeys,
        properties: { parameters: { effect: { allowedValues: ['Audit', 'Deny', 'Disabled'] } } },
      },
    })
  })
})

describe('a custom policy', () => {
  const type = 'Microsoft.Authorization/policyDefinitions'
  const onVersions = 'Microsoft.Compute/galleries/images/versions'
  const ofRegions = `${onVersions}/publishingProfile.targetRegions[*]`
  const define = (azure: StartedAzure, arm: Arm, condition: JsonObject, effect = "[parameters('effect')]") =>
    arm('PUT', `/subscriptions/${azure.production}/providers/${type}/own`, {
      properties: {
        displayName: 'Of Contoso',
        mode: 'Indexed',
        parameters: {
          effect: { type: 'String', allowedValues: ['Audit', 'Deny'], defaultValue: 'Audit' },
          definitions: { type: 'Array', defaultValue: [] },
        },
        // oxlint-disable-next-line unicorn/no-thenable -- the word of Azure Policy
        policyRule: { if: condition, then: { effect } },
      },
    })
  const assignOwn = (azure: StartedAzure, arm: Arm, parameters: JsonObject) =>
    arm('PUT', assignmentId(azure), {
      properties: {
        policyDefinitionId: `/subscriptions/${azure.production}/providers/${type}/own`,
        parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }])),
      },
    })
  const bareRegions = {
    allOf: [
      { field: 'type', equals: onVersions },
      {
        value: `[length(field('${ofRegions}.encryption.osDiskImage.diskEncryptionSetId'))]`,
        notEquals: `[length(field('${ofRegions}'))]`,
      },
    ],
  }

  it('reports what its rule is against, and denies it once its assignment says so', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    expect((await define(azure, owner, bareRegions)).status).toBe(201)
    expect((await assignOwn(azure, owner, {})).status).toBe(201)
    expect((await putVersion(azure, owner, [encrypted(azure)])).status).toBe(201)
    await assignOwn(azure, owner, { effect: 'Deny' })
    azure.clock.advance(3_600_000)
    expect((await putVersion(azure, owner, [encrypted(azure)])).status).toBe(200)
    azure.clock.advance(3_600_000)
    const { status, body } = await putVersion(azure, owner, [bare])
    expect([status, textAt(body, 'error', 'code')]).toEqual([403, 'RequestDisallowedByPolicy'])
    expect(JSON.stringify(body)).toContain(`${type}/own`)
    const query =
      "policyresources | where type =~ 'microsoft.policyinsights/policystates' and properties.complianceState == 'NonCompliant' | project id = tostring(properties.resourceId)"
    const states = await owner('POST', '/providers/Microsoft.ResourceGraph/resources', {
      query,
      subscriptions: [azure.production],
    })
    expect(JSON.stringify(states.body)).toContain('/ubuntu-web/versions/1.0.0')
  })

  it('compares the image of a machine with each item of a parameter', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await define(azure, owner, {
      allOf: [
        { field: 'type', in: ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachineScaleSets'] },
        {
          count: {
            value: "[parameters('definitions')]",
            name: 'one',
            where: { field: 'Microsoft.Compute/imageId', like: "[concat(current('one'), '/versions/*')]" },
          },
          equals: 0,
        },
      ],
    })
    const definition = azure.compute('galleries/contosoGallery/images/ubuntu-web')
    const put = (id: string) =>
      owner('PUT', azure.compute('virtualMachines/one'), {
        location: 'westus',
        properties: { storageProfile: { imageReference: { id } } },
      })
    await assignOwn(azure, owner, { effect: 'Deny', definitions: [definition.toUpperCase()] })
    expect(textAt((await put(`${definition}/versions/1.0.0`)).body, 'error', 'code')).not.toBe(
      'RequestDisallowedByPolicy',
    )
    expect(textAt((await put(`${definition}-2/versions/1.0.0`)).body, 'error', 'code')).toBe(
      'RequestDisallowedByPolicy',
    )
  })

  it('can deny by its rule alone, and stays while it is assigned', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    await define(azure, owner, bareRegions, 'deny')
    await assignOwn(azure, owner, {})
    expect((await putVersion(azure, owner, [bare])).status).toBe(403)
    const definition = `/subscriptions/${azure.production}/providers/${type}/own`
    expect((await owner('DELETE', definition)).status).toBe(409)
    await owner('DELETE', assignmentId(azure))
    expect((await owner('DELETE', definition)).status).toBe(200)
    expect((await owner('GET', definition)).status).toBe(404)
  })

  it.each<[string, JsonObject]>([
    ['a condition', { field: 'type', matches: 'x' }],
    [
      'a function',
      {
        allOf: [
          { field: 'type', equals: onVersions },
          { value: '[utcNow()]', equals: 'x' },
        ],
      },
    ],
    ['no type', { field: 'name', equals: 'x' }],
  ])('is refused with %s that is not simulated', async (_, condition) => {
    await using azure = await startedAzure()
    expect((await define(azure, await azure.asOwner(), condition)).status).toBe(400)
  })
})
