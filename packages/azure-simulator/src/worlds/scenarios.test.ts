import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type JsonObject } from '../json.ts'
import { call, secondFactorClaims, startedAzure, type Arm, type StartedAzure } from '../testing/azure.ts'
import { image } from '../testing/versions.ts'
import { contoso } from './contoso.ts'

function put(azure: StartedAzure, arm: Arm, definition: string, publishingProfile: JsonObject = {}) {
  const path = azure.compute(`galleries/contosoGallery/images/${definition}/versions/2.0.0`)
  return arm('PUT', path, { location: 'westus', properties: { publishingProfile, storageProfile: image(azure) } })
}

describe('the scenarios of Contoso', () => {
  it('name resources, regions and people that are there', async () => {
    await using azure = await startedAzure({ world: contoso({ hardware: true, builds: true }) })
    const { store, scenarios, users } = azure.simulator.world
    const { body } = await (await azure.as('Ada'))('GET', `/subscriptions/${azure.production}/locations`)
    const locations = objectsAt(body, 'value').map((location) => textAt(location, 'id'))
    const missing = scenarios
      .flatMap(({ resourceIds }) => resourceIds)
      .filter((id) => store.get(id) === undefined && !locations.includes(id))
    const strangers = scenarios.filter(
      ({ persona }) => persona !== undefined && !users.some(({ userPrincipalName }) => userPrincipalName === persona),
    )
    expect([scenarios.length, missing, strangers]).toEqual([30, [], []])
  })

  it('are told to whoever is signed in', async () => {
    await using azure = await startedAzure()
    const { body } = await (await azure.as('Noor'))('GET', '/simulator/scenarios')
    expect(body).toEqual({ value: azure.simulator.world.scenarios })
    expect(await call(azure.simulator, { method: 'GET', path: '/simulator/scenarios' })).toMatchObject({
      status: 401,
      body: { error: { code: 'AuthenticationFailed' } },
    })
  })

  it('meet a busy definition: 409 for every version', async () => {
    await using azure = await startedAzure()
    expect(await put(azure, await azure.as('Ada'), 'ubuntu-busy')).toMatchObject({
      status: 409,
      body: { error: { code: 'Conflict' } },
    })
  })

  it('throttle a new version once, and take it when it has waited', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const first = await put(azure, ada, 'ubuntu-throttled')
    expect([first.status, first.headers.get('retry-after'), first.body['code']]).toEqual([
      429,
      '60',
      'OperationNotAllowed',
    ])
    azure.clock.advance(59_000)
    expect((await put(azure, ada, 'ubuntu-throttled')).headers.get('retry-after')).toBe('1')
    azure.clock.advance(1000)
    expect((await put(azure, ada, 'ubuntu-throttled')).status).toBe(201)
  })

  it('replicate to a slow region ten times as long as anywhere', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const targetRegions = [{ name: 'westus' }, { name: 'eastus' }, { name: 'southafricawest' }]
    expect((await put(azure, ada, 'ubuntu-web', { targetRegions })).status).toBe(201)
    azure.clock.advance(800_000)
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0?$expand=ReplicationStatus')
    const { body } = await ada('GET', path)
    const states = objectsAt(body, 'properties', 'replicationStatus', 'summary').map(({ state }) => state)
    expect(states).toEqual(['Completed', 'Completed', 'Replicating'])
  })

  it('deny platform keys in the governed group', async () => {
    await using azure = await startedAzure()
    const path = azure
      .compute('galleries/governedGallery/images/ubuntu-governed/versions/2.0.0')
      .replace('myResourceGroup', 'governedResourceGroup')
    const body = { location: 'westus', properties: { storageProfile: image(azure) } }
    expect(await (await azure.as('Ada'))('PUT', path, body)).toMatchObject({
      status: 403,
      body: { error: { code: 'RequestDisallowedByPolicy' } },
    })
  })
})

describe('the people of Contoso', () => {
  const setOf = ({ compute }: StartedAzure) => compute('diskEncryptionSets/WestUSDiskEncryptionSet1')
  const encryption = (azure: StartedAzure) => ({
    osDiskImage: { diskEncryptionSetId: setOf(azure) },
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: setOf(azure) }],
  })

  it('Eva publishes images, and is refused a set that she may not read', async () => {
    await using azure = await startedAzure()
    const eva = await azure.as('Eva')
    const targetRegions = [{ name: 'westus', encryption: encryption(azure) }]
    const refused = await put(azure, eva, 'ubuntu-web', { targetRegions })
    expect([refused.status, textAt(refused.body, 'error', 'code')]).toEqual([403, 'LinkedAuthorizationFailed'])
    expect(textAt(refused.body, 'error', 'message')).toContain(
      `'Microsoft.Compute/diskEncryptionSets/read' on the linked scope(s) '${setOf(azure)}'`,
    )
    expect((await put(azure, eva, 'ubuntu-web')).status).toBe(201)
  })

  it.each([
    ['Vera', 201],
    ['Ada', 403],
  ])('%s asked to grant a key: %i', async (name, status) => {
    await using azure = await startedAzure()
    const vault = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-contoso-wus`
    const granted = await (
      await azure.as(name)
    )('PUT', `${vault}/providers/Microsoft.Authorization/roleAssignments/c0470500-0000-4000-8000-00000000d001`, {
      properties: {
        principalId: 'c0470500-0000-4000-8000-00000000e001',
        principalType: 'ServicePrincipal',
        roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6',
      },
    })
    expect(granted.status).toBe(status)
  })

  it('Vera writes no images', async () => {
    await using azure = await startedAzure()
    expect((await put(azure, await azure.as('Vera'), 'ubuntu-web')).status).toBe(403)
  })

  it('Sam writes once he has proved a second factor', async () => {
    await using azure = await startedAzure()
    expect((await put(azure, await azure.as('Sam'), 'ubuntu-web')).status).toBe(401)
    expect((await put(azure, await azure.as('Sam', secondFactorClaims), 'ubuntu-web')).status).toBe(201)
  })
})
