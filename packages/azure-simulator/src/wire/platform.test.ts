import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt } from '../json.ts'
import { startedAzure } from '../testing/azure.ts'

describe('the platform', () => {
  it('lists subscriptions with their policies and their count', async () => {
    await using azure = await startedAzure()
    const { body } = await (await azure.as('Ada'))('GET', '/subscriptions?api-version=2022-12-01')
    expect(body['count']).toEqual({ type: 'Total', value: 2 })
    expect(valueAt(body, 'value', 0)).toMatchObject({
      id: expect.stringMatching(/^\/subscriptions\//) as unknown,
      authorizationSource: 'RoleBased',
      managedByTenants: [],
      tenantId: azure.simulator.tenantId,
      state: 'Enabled',
      subscriptionPolicies: { spendingLimit: expect.any(String) as unknown },
    })
  })

  it('lists regions with coordinates as text and their pairs by id', async () => {
    await using azure = await startedAzure()
    const locations = `/subscriptions/${azure.production}/locations`
    const { body } = await (await azure.as('Ada'))('GET', locations)
    const eastUs = objectsAt(body, 'value').find(({ name }) => name === 'eastus')
    expect(eastUs).toMatchObject({
      id: `${locations}/eastus`,
      type: 'Region',
      displayName: 'East US',
      regionalDisplayName: '(US) East US',
      metadata: {
        regionType: 'Physical',
        longitude: expect.any(String) as unknown,
        pairedRegion: [{ name: 'westus', id: `${locations}/westus` }],
      },
    })
  })

  it('shows a provider with the display names of its regions', async () => {
    await using azure = await startedAzure()
    const provider = `/subscriptions/${azure.production}/providers/Microsoft.Compute`
    const { body } = await (await azure.as('Ada'))('GET', provider)
    expect(Object.keys(body)).toEqual(['id', 'namespace', 'resourceTypes', 'registrationState', 'registrationPolicy'])
    expect(valueAt(body, 'resourceTypes', 0, 'locations')).toContain('East US 2')
  })

  it('tells where a type can be put into zones, and the api-version that is meant where none is named', async () => {
    await using azure = await startedAzure()
    const provider = `/subscriptions/${azure.production}/providers/Microsoft.Compute`
    const { body } = await (await azure.as('Ada'))('GET', provider)
    const [disks, sets] = ['disks', 'diskEncryptionSets'].map((type) =>
      objectsAt(body, 'resourceTypes').find(({ resourceType }) => resourceType === type),
    )
    expect(objectsAt(disks, 'zoneMappings')).toContainEqual({ location: 'East US 2', zones: ['1', '2', '3'] })
    expect(objectsAt(disks, 'zoneMappings').some(({ location }) => location === 'West US')).toBe(false)
    expect(sets).not.toHaveProperty('zoneMappings')
    expect(valueAt(disks, 'defaultApiVersion')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('keeps who manages a group, and tells its type to clients of 2019 and later', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const [path, managedBy] = [`/subscriptions/${azure.production}/resourcegroups/managed`, azure.compute('disks/a')]
    await owner('PUT', path, { location: 'westus', managedBy })
    await owner('PUT', path, { location: 'westus', tags: { tier: 'web' } })
    const { body } = await owner('GET', `${path}?api-version=2022-09-01`)
    expect(body).toMatchObject({ managedBy, type: 'Microsoft.Resources/resourceGroups', tags: { tier: 'web' } })
    expect((await owner('GET', `${path}?api-version=2018-05-01`)).body).not.toHaveProperty('type')
  })

  it('lists the features of all providers', async () => {
    await using azure = await startedAzure()
    const path = `/subscriptions/${azure.production}/providers/Microsoft.Features/features?api-version=2021-07-01`
    const { body } = await (await azure.as('Ada'))('GET', path)
    expect(objectsAt(body, 'value').map(({ name }) => name)).toContain('Microsoft.Compute/EncryptionAtHost')
  })

  it('does not find a vault that was deleted, nor a deleted one that was purged', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const subscription = `/subscriptions/${azure.production}`
    const vault = `${subscription}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-gone`
    const deleted = `${subscription}/providers/Microsoft.KeyVault/locations/westus/deletedVaults/kv-gone`
    const properties = { tenantId: azure.simulator.tenantId, sku: { family: 'A', name: 'standard' } }
    await arm('PUT', vault, { location: 'westus', properties })
    expect((await arm('GET', deleted)).status).toBe(404)
    expect((await arm('DELETE', vault)).status).toBe(200)
    expect(await arm('GET', vault)).toMatchObject({ status: 404, body: { error: { code: 'ResourceNotFound' } } })
    expect((await arm('GET', deleted)).status).toBe(200)
    await arm('POST', `${deleted}/purge`)
    expect((await arm('GET', deleted)).status).toBe(404)
  })

  it('registers features by PUT at once, named in short alone and in full in lists', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const providers = `/subscriptions/${azure.production}/providers/Microsoft.Features/featureProviders`
    const path = `${providers}/Microsoft.Compute/subscriptionFeatureRegistrations`
    const { status, headers, body } = await arm('PUT', `${path}/SIGEncryption`, {})
    expect([status, headers.get('x-ms-providerhub-traffic')]).toEqual([200, 'True'])
    expect(body).toMatchObject({
      name: 'SIGEncryption',
      properties: { providerNamespace: 'Microsoft.Compute', state: 'Registered', approvalType: 'AutoApproval' },
    })
    expect((await arm('GET', path)).body).toMatchObject({ value: [{ name: 'Microsoft.Compute/SIGEncryption' }] })
    expect(await arm('DELETE', `${path}/SIGEncryption`)).toMatchObject({ status: 200, text: '' })
    expect((await arm('GET', path)).body).toEqual({ value: [] })
  })

  it('makes a vault whose first answer has no slash at the end of its URI', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const path = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-wire`
    const sent = {
      location: 'westus',
      properties: { tenantId: azure.simulator.tenantId, sku: { family: 'A', name: 'standard' } },
    }
    const first = await arm('PUT', path, sent)
    expect([first.status, first.body]).toMatchObject([
      200,
      { properties: { provisioningState: 'RegisteringDns', vaultUri: 'https://kv-wire.vault.azure.net' } },
    ])
    expect((await arm('GET', path)).body).toMatchObject({
      properties: { provisioningState: 'Succeeded', vaultUri: 'https://kv-wire.vault.azure.net/' },
      systemData: { createdAt: expect.stringMatching(/\.\d{3}Z$/) as unknown },
    })
  })
})
