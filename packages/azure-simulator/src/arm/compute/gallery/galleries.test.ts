import { describe, expect, it } from 'vitest'
import { valueAt, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

describe('a gallery', () => {
  it('is made with its unique name, and keeps it and its soft deletion on update', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const path = azure.compute('galleries/newGallery')
    const body = {
      location: 'italynorth',
      properties: { description: 'new', softDeletePolicy: { isSoftDeleteEnabled: true } },
    }
    const { status, body: created, headers } = await owner('PUT', path, body)
    const uniqueName = `${azure.production}-NEWGALLERY`
    expect(status).toBe(201)
    expect(created).toMatchObject({
      name: 'newGallery',
      location: 'italynorth',
      properties: { identifier: { uniqueName }, provisioningState: 'Creating' },
    })
    expect(headers.get('azure-asyncoperation')).toContain('/locations/ItalyNorth/capsOperations/')
    expect(headers.get('location')).toBeNull()
    azure.clock.advance(1000)
    const { status: updated } = await owner('PUT', path, { location: 'italynorth', properties: { identifier: {} } })
    expect(updated).toBe(200)
    azure.clock.advance(1000)
    expect((await owner('GET', path)).body).toMatchObject({
      properties: {
        identifier: { uniqueName },
        softDeletePolicy: { isSoftDeleteEnabled: true },
        provisioningState: 'Succeeded',
      },
    })
  })

  it.each([
    ['a name with a dash', 'new-gallery', 'italynorth', 400, 'Gallery name is invalid.'],
    [
      "another gallery's name in another group",
      'contosoGallery',
      'westus',
      409,
      "The gallery name 'contosoGallery' is not unique within the subscription",
    ],
    [
      'a region that is none',
      'newGallery',
      'atlantis',
      400,
      "The provided location 'atlantis' is not available for resource type 'Microsoft.Compute/galleries'.",
    ],
  ])('is refused for %s', async (_, name, location, status, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const group = `/subscriptions/${azure.production}/resourceGroups/otherGroup`
    await ada('PUT', group, { location: 'westus' })
    const answer = await ada('PUT', `${group}/providers/Microsoft.Compute/galleries/${name}`, { location })
    expect(answer).toMatchObject({ status, body: { error: { message: containing(message) } } })
  })

  it('stays in its region', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada('PUT', azure.compute('galleries/contosoGallery'), { location: 'eastus' })
    expect(answer).toMatchObject({
      status: 409,
      body: {
        error: {
          message:
            "The resource 'contosoGallery' already exists in location 'westus' in resource group 'myResourceGroup'. A resource with the same name cannot be created in location 'eastus'. Please select a new resource name.",
        },
      },
    })
  })

  it('says how it is shared to those who ask, and to all if it is', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const shared = (await ada('GET', azure.compute('galleries/sharedGallery'))).body
    expect(valueAt(shared, 'properties', 'sharingProfile', 'permissions')).toBe('Community')
    const plain = (await ada('GET', azure.compute('galleries/contosoGallery?$select=Permissions'))).body
    expect(valueAt(plain, 'properties', 'sharingProfile')).toBeUndefined()
  })
})

describe('an image definition', () => {
  const definition = (more: JsonObject = {}): JsonObject => ({
    location: 'westus',
    properties: {
      osType: 'Linux',
      osState: 'Generalized',
      identifier: { publisher: 'Contoso', offer: 'new', sku: 'new' },
      disallowed: {},
      ...more,
    },
  })

  it('gets the defaults and the spellings of the service', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const features = [
      { name: 'SecurityType', value: 'ConfidentialVm' },
      { name: 'IsAcceleratedNetworkSupported', value: 'true' },
    ]
    const { status, body } = await ada(
      'PUT',
      azure.compute('galleries/contosoGallery/images/new'),
      definition({ features }),
    )
    expect(status).toBe(201)
    expect(body['properties']).toEqual({
      hyperVGeneration: 'V1',
      architecture: 'x64',
      features: [
        { name: 'SecurityType', value: 'ConfidentialVM' },
        { name: 'IsAcceleratedNetworkSupported', value: 'True' },
      ],
      osType: 'Linux',
      osState: 'Generalized',
      identifier: { publisher: 'Contoso', offer: 'new', sku: 'new' },
      provisioningState: 'Creating',
    })
  })

  it.each([
    [
      'another OS type than it has',
      'ubuntu-web',
      { osType: 'Windows', identifier: { publisher: 'Contoso', offer: 'web', sku: 'ubuntu-24_04-gen2' } },
      409,
      "Changing property 'galleryImage.properties.osType' is not allowed.",
    ],
    [
      "another definition's identifier",
      'new',
      { identifier: { publisher: 'contoso', offer: 'web', sku: 'ubuntu-24_04-gen2' } },
      400,
      'Gallery image: ubuntu-web identified by (publisher:Contoso, offer:web, sku:ubuntu-24_04-gen2) already exists.',
    ],
    [
      'an empty publisher',
      'new',
      { identifier: { publisher: '', offer: 'a', sku: 'b' } },
      400,
      'Asset name galleryImage.properties.identifier.publisher is not valid.',
    ],
  ])('is refused for %s', async (_, name, more, status, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada('PUT', azure.compute(`galleries/contosoGallery/images/${name}`), definition(more))
    expect(answer).toMatchObject({ status, body: { error: { message: containing(message) } } })
  })

  it('needs its gallery', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada('PUT', azure.compute('galleries/none/images/new'), definition())
    expect(answer).toMatchObject({
      status: 404,
      body: { error: { code: 'ParentResourceNotFound', message: containing("Parent resource 'none' not found.") } },
    })
  })
})

describe('a resource group', () => {
  it('is there or not, is made at once, and keeps its first spelling', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = (name: string) => `/subscriptions/${azure.production}/resourcegroups/${name}`
    expect([(await ada('HEAD', path('myresourcegroup'))).status, (await ada('HEAD', path('newGroup'))).status]).toEqual(
      [204, 404],
    )
    expect((await ada('PUT', path('newGroup'), { location: 'westus', tags: { a: 'b' } })).status).toBe(201)
    const again = await ada('PUT', path('NEWGROUP'), { location: 'westus' })
    expect(again).toMatchObject({
      status: 200,
      body: {
        name: 'newGroup',
        type: 'Microsoft.Resources/resourceGroups',
        properties: { provisioningState: 'Succeeded' },
      },
    })
    const gallery = await ada('PUT', `${path('NEWGROUP')}/providers/microsoft.compute/GALLERIES/g1`, {
      location: 'westus',
    })
    expect(gallery.body['id']).toBe(
      `/subscriptions/${azure.production}/resourceGroups/newGroup/providers/Microsoft.Compute/galleries/g1`,
    )
  })
})
