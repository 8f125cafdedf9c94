import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

// As Ansible's azure_rm_galleryimage writes every value.
const lowerCase = {
  osType: 'linux',
  osState: 'generalized',
  hyperVGeneration: 'v2',
  architecture: 'X64',
  identifier: { publisher: 'ansible', offer: 'ansible', sku: 'ansible' },
}

describe('an image definition', () => {
  it('whose values come in lower case is spelt as Azure does, and takes versions', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ansible')
    await ada('PUT', path, { location: 'westus', properties: lowerCase })
    azure.clock.advance(1000)
    expect((await ada('GET', path)).body).toMatchObject({
      properties: { osType: 'Linux', osState: 'Generalized', hyperVGeneration: 'V2', architecture: 'x64' },
    })
    const source = { id: azure.compute('images/myImage') }
    const version = { location: 'westus', properties: { storageProfile: { source } } }
    expect((await ada('PUT', `${path}/versions/1.0.0`, version)).status).toBe(201)
    expect((await ada('PUT', path, { location: 'westus', properties: lowerCase })).status).toBe(200)
  })

  it('refuses a value that Azure does not know', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/other')
    const properties = { ...lowerCase, osState: 'frozen' }
    expect((await ada('PUT', path, { location: 'westus', properties })).status).toBe(400)
  })

  const plan = { name: 'hardened', publisher: 'contoso-partner', product: 'linux' }

  it.each<[string, JsonObject]>([
    ['another architecture', { architecture: 'Arm64' }],
    ['another plan', { purchasePlan: { ...plan, name: 'other' } }],
    ['another SKU', { identifier: { ...lowerCase.identifier, sku: 'other' } }],
  ])('refuses %s than it has, and keeps its plan where that is left out', async (_, change) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/planned')
    const write = (properties: JsonObject) => ada('PUT', path, { location: 'westus', properties })
    expect((await write({ ...lowerCase, purchasePlan: plan })).status).toBe(201)
    azure.clock.advance(60_000)
    expect(await write({ ...lowerCase, ...change })).toMatchObject({
      status: 409,
      body: { error: { code: 'PropertyChangeNotAllowed' } },
    })
    expect((await write(lowerCase)).status).toBe(200)
    expect((await ada('GET', path)).body).toMatchObject({ properties: { purchasePlan: plan } })
  })
})
