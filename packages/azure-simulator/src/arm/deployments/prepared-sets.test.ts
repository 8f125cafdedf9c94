import { describe, expect, it } from 'vitest'
import { isJsonObject, objectsAt, textAt, valueAt, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'
import { rolePropagation } from '../authorization/role-propagation.ts'

const encryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
const keyUrl =
  "[reference(resourceId('Microsoft.KeyVault/vaults/keys', variables('vault'), 'disks'), '2023-07-01').keyUriWithVersion]"

const grantId =
  "[extensionResourceId(resourceId('Microsoft.KeyVault/vaults', variables('vault')), 'Microsoft.Authorization/roleAssignments', guid(variables('vault'), variables('set')))]"

// One region: vault, key, set and grant; the set's identity is known only after the set is created.
const template: JsonObject = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { location: { type: 'string', defaultValue: '[resourceGroup().location]' } },
  variables: {
    vault: "[format('kv-{0}', uniqueString(resourceGroup().id))]",
    set: "[concat('des-', parameters('location'))]",
  },
  resources: [
    {
      type: 'Microsoft.Authorization/roleAssignments',
      apiVersion: '2022-04-01',
      name: "[guid(variables('vault'), variables('set'))]",
      scope: "[resourceId('Microsoft.KeyVault/vaults', variables('vault'))]",
      dependsOn: ["[resourceId('Microsoft.Compute/diskEncryptionSets', variables('set'))]"],
      properties: {
        roleDefinitionId: `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${encryptionUser}')]`,
        principalId:
          "[reference(resourceId('Microsoft.Compute/diskEncryptionSets', variables('set')), '2024-03-02', 'Full').identity.principalId]",
        principalType: 'ServicePrincipal',
      },
    },
    {
      type: 'Microsoft.Compute/diskEncryptionSets',
      apiVersion: '2024-03-02',
      name: "[variables('set')]",
      location: "[parameters('location')]",
      identity: { type: 'SystemAssigned' },
      dependsOn: ["[resourceId('Microsoft.KeyVault/vaults/keys', variables('vault'), 'disks')]"],
      properties: {
        activeKey: { keyUrl, sourceVault: { id: "[resourceId('Microsoft.KeyVault/vaults', variables('vault'))]" } },
        encryptionType: 'EncryptionAtRestWithCustomerKey',
      },
    },
    {
      type: 'Microsoft.KeyVault/vaults',
      apiVersion: '2023-07-01',
      name: "[variables('vault')]",
      location: "[parameters('location')]",
      properties: {
        tenantId: '[tenant().tenantId]',
        sku: { family: 'A', name: 'standard' },
        enableRbacAuthorization: true,
        enablePurgeProtection: true,
      },
      resources: [
        {
          type: 'keys',
          apiVersion: '2023-07-01',
          name: 'disks',
          dependsOn: ["[variables('vault')]"],
          properties: { kty: 'RSA', keySize: 3072 },
        },
      ],
    },
  ],
  outputs: {
    setId: { type: 'string', value: "[resourceId('Microsoft.Compute/diskEncryptionSets', variables('set'))]" },
  },
}

async function withDeployment(firstName = 'owner') {
  const azure = await startedAzure()
  const arm = firstName === 'owner' ? await azure.asOwner() : await azure.as(firstName)
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const deployment = `${group}/providers/Microsoft.Resources/deployments/prepare`
  const operations = async () =>
    objectsAt((await arm('GET', `${group}/deployments/prepare/operations`)).body, 'value').map((operation) => [
      textAt(operation, 'properties', 'targetResource', 'resourceType'),
      textAt(operation, 'properties', 'provisioningState'),
    ])
  const put = (parameters: JsonObject = {}, sent = template) =>
    arm('PUT', deployment, { properties: { mode: 'Incremental', template: sent, parameters } })
  return { azure, arm, group, deployment, operations, put }
}

describe('a deployment that prepares a disk encryption set', () => {
  it('makes each resource once those it waits for are there, and tells its outputs', async () => {
    const { azure, arm, deployment, operations, put } = await withDeployment()
    await using _ = azure
    expect((await put()).status).toBe(201)
    expect(await operations()).toEqual([['Microsoft.KeyVault/vaults', 'Running']])
    azure.clock.advance(1000)
    expect(await operations()).toEqual([
      ['Microsoft.KeyVault/vaults', 'Succeeded'],
      ['Microsoft.KeyVault/vaults/keys', 'Running'],
    ])
    azure.clock.advance(60_000)
    const { body } = await arm('GET', deployment)
    expect(body).toMatchObject({
      properties: { provisioningState: 'Succeeded', duration: 'PT4S', timestamp: '2025-12-01T12:00:04.000Z' },
    })
    const setId = textAt(body, 'properties', 'outputs', 'setId', 'value') ?? ''
    const set = await arm('GET', setId)
    expect(set.body).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
    expect(textAt(set.body, 'properties', 'activeKey', 'keyUrl')).toContain('/keys/disks/')
    expect(valueAt(body, 'properties', 'outputResources')).toHaveLength(4)
  })

  it('ends the branch of what failed, tells why, and goes on where nothing failed', async () => {
    const { azure, arm, group, deployment, operations, put } = await withDeployment()
    await using _ = azure
    const reader = {
      type: 'Microsoft.Authorization/roleAssignments',
      apiVersion: '2022-04-01',
      name: 'not-a-guid',
      properties: {},
    }
    const waiting = {
      type: 'Microsoft.Compute/disks',
      apiVersion: '2024-03-02',
      name: 'waiting',
      location: 'westus',
      dependsOn: ['not-a-guid'],
    }
    const resources = [...objectsAt(template, 'resources'), reader, waiting]
    await put({}, { ...template, resources })
    azure.clock.advance(60_000)
    const target = `${group}/providers/Microsoft.Authorization/roleAssignments/not-a-guid`
    expect((await arm('GET', deployment)).body).toMatchObject({
      properties: {
        provisioningState: 'Failed',
        outputResources: { length: 4 },
        error: { code: 'DeploymentFailed', target: deployment, details: [{ code: 'InvalidRoleAssignmentId', target }] },
      },
    })
    expect(await operations()).toContainEqual(['Microsoft.Authorization/roleAssignments', 'Failed'])
    expect(await operations()).not.toContainEqual(['Microsoft.Compute/disks', 'Succeeded'])
  })

  it('fails with the role of a user-assigned identity that Azure does not heed yet, and succeeds when sent again', async () => {
    const { azure, arm, deployment, put } = await withDeployment()
    await using _ = azure
    const [grant, set, vault] = objectsAt(template, 'resources')
    const identity = "resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-disks')"
    const own = { type: 'Microsoft.ManagedIdentity/userAssignedIdentities', apiVersion: '2023-01-31', name: 'id-disks' }
    const resources = [
      { ...own, location: "[parameters('location')]" },
      vault ?? {},
      {
        ...grant,
        dependsOn: ['id-disks', "[variables('vault')]"],
        properties: {
          ...(isJsonObject(grant?.['properties']) ? grant['properties'] : {}),
          principalId: `[reference(${identity}, '2023-01-31').principalId]`,
        },
      },
      {
        ...set,
        dependsOn: ["[resourceId('Microsoft.KeyVault/vaults/keys', variables('vault'), 'disks')]", grantId],
        identity: { type: 'UserAssigned', userAssignedIdentities: { [`[${identity}]`]: {} } },
      },
    ]
    const again = { ...template, resources }
    await put({}, again)
    azure.clock.advance(10_000)
    expect((await arm('GET', deployment)).body).toMatchObject({
      properties: { provisioningState: 'Failed', error: { details: [{ code: 'KeyVaultAccessForbidden' }] } },
    })
    azure.clock.advance(rolePropagation)
    await put({}, again)
    azure.clock.advance(10_000)
    expect((await arm('GET', deployment)).body).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
  })

  it('is refused before anything is made, with each right that is missing', async () => {
    const { azure, arm, deployment, put } = await withDeployment('Ada')
    await using _ = azure
    const answer = await put()
    expect(answer).toMatchObject({
      status: 403,
      body: { error: { code: 'InvalidTemplateDeployment', details: [{ code: 'AuthorizationFailed' }] } },
    })
    expect(textAt(answer.body, 'error', 'message')).toContain(
      "permission to perform action 'Microsoft.Authorization/roleAssignments/write' at scope",
    )
    expect((await arm('GET', deployment)).body).toMatchObject({ error: { code: 'DeploymentNotFound' } })
  })

  it('cannot be replaced or deleted while it is under way; once it is cancelled, nothing more starts', async () => {
    const { azure, arm, deployment, operations, put } = await withDeployment()
    await using _ = azure
    await put()
    expect(await put()).toMatchObject({ status: 409, body: { error: { code: 'DeploymentActive' } } })
    expect((await arm('DELETE', deployment)).status).toBe(409)
    expect((await arm('POST', `${deployment}/cancel`)).status).toBe(204)
    azure.clock.advance(60_000)
    expect((await arm('GET', deployment)).body).toMatchObject({ properties: { provisioningState: 'Canceled' } })
    expect(await operations()).toEqual([['Microsoft.KeyVault/vaults', 'Succeeded']])
    expect((await arm('POST', `${deployment}/cancel`)).status).toBe(409)
    expect((await put()).status).toBe(200)
  })
})
