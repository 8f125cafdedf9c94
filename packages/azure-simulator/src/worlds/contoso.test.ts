import { describe, expect, it } from 'vitest'
import { isJsonObject, objectsAt, textAt, valueAt, type JsonObject } from '../json.ts'
import { startedAzure } from '../testing/azure.ts'
import { contoso } from './contoso.ts'

describe('the world Contoso', () => {
  it('is a new copy at each call, so that a change to one is in no other', () => {
    const world = () =>
      contoso({ now: 0, machines: true, hardware: true, partnerKeys: true, builds: true, secondTeam: true })
    const first = world()
    const objectsIn = (value: unknown): object[] =>
      typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : []
    const shared = new Set(objectsIn(world()))
    expect(objectsIn(first).filter((each) => shared.has(each))).toEqual([])
  })

  it('has sets of each type in six regions and more, none in others, each with a key in its own region', async () => {
    await using azure = await startedAzure()
    const { store } = azure.simulator.world
    const sets = store.list(`/subscriptions/${azure.production}`, 'Microsoft.Compute/diskEncryptionSets')
    for (const type of [
      'EncryptionAtRestWithCustomerKey',
      'EncryptionAtRestWithPlatformAndCustomerKeys',
      'ConfidentialVmEncryptedWithCustomerKey',
    ]) {
      const regions = new Set(
        sets.filter(({ properties }) => properties['encryptionType'] === type).map(({ location }) => location),
      )
      expect(regions.size).toBeGreaterThanOrEqual(6)
      expect([regions.has('italynorth'), regions.has('japaneast'), regions.has('brazilsouth')]).toEqual([
        true,
        false,
        false,
      ])
    }
    for (const { name, properties, location } of sets) {
      if (name === 'WestUSFarVaultDiskEncryptionSet') continue
      const vault = store.get(textAt(properties, 'activeKey', 'sourceVault', 'id') ?? '')
      const [key, version] = (textAt(properties, 'activeKey', 'keyUrl') ?? '').split('/').slice(-2)
      const found = store.get(`${vault?.id}/keys/${key}/versions/${version}`)
      expect([vault?.location, found?.properties['keyUriWithVersion']]).toEqual([
        location,
        `https://${vault?.name}.vault.azure.net:443/keys/${key}/${version}`,
      ])
    }
  })

  it('names no set, image or vault that is not there, nor do the machines of the demo', async () => {
    await using azure = await startedAzure({ world: contoso({ machines: true, hardware: true }) })
    const { store } = azure.simulator.world
    const everything = store.snapshot()
    const used = everything.flatMap(
      ({ properties }) =>
        JSON.stringify(properties).match(/"\/subscriptions\/[^"]+\/(?:diskEncryptionSets|images|vaults)\/[^"/]+"/g) ??
        [],
    )
    const missing = [...new Set(used)].map((text) => text.slice(1, -1)).filter((id) => store.get(id) === undefined)
    expect(used.length).toBeGreaterThan(50)
    expect(missing).toEqual([])
  })

  it('has images for Arm64, for NVMe and with a plan in the demo, which fit the sizes for them', async () => {
    await using azure = await startedAzure({ world: contoso({ hardware: true }) })
    const ada = await azure.as('Ada')
    const inGroup = (path: string) => azure.compute(path).replace('myResourceGroup', 'hardwareResourceGroup')
    const put = (image: string, size: string, plan?: JsonObject) =>
      ada('PUT', inGroup(`virtualMachines/${image}`), {
        location: 'westus',
        ...(plan && { plan }),
        properties: {
          hardwareProfile: { vmSize: size },
          osProfile: { computerName: 'vm', adminUsername: 'ada', adminPassword: 'a-Password-1' },
          storageProfile: { imageReference: { id: inGroup(`galleries/hardwareGallery/images/${image}`) } },
        },
      })
    expect((await put('ubuntu-arm64', 'Standard_D2ps_v6')).status).toBe(201)
    expect((await put('ubuntu-nvme', 'Standard_D2s_v6')).status).toBe(201)
    expect((await put('ubuntu-before-nvme', 'Standard_D2s_v6')).body).toMatchObject({ error: { target: 'vmSize' } })
    expect((await put('linux-hardened', 'Standard_D2s_v5')).body).toMatchObject({
      error: { code: 'VMMarketplaceInvalidInput' },
    })
    const { body } = await ada('GET', inGroup('galleries/hardwareGallery/images/linux-hardened'))
    const plan = valueAt(body, 'properties', 'purchasePlan')
    expect((await put('linux-hardened', 'Standard_D2s_v5', isJsonObject(plan) ? plan : {})).body).toMatchObject({
      error: { code: 'ResourcePurchaseValidationFailed' },
    })
    const version = { location: 'westus', properties: { storageProfile: { osDiskImage: { source: { id: '' } } } } }
    for (const image of ['ubuntu-arm64', 'ubuntu-nvme', 'ubuntu-before-nvme', 'linux-hardened']) {
      version.properties.storageProfile.osDiskImage.source.id = inGroup(`disks/${image}-osdisk`)
      const made = await ada('PUT', inGroup(`galleries/hardwareGallery/images/${image}/versions/2.0.0`), version)
      expect(made.status).toBe(201)
    }
  })

  it('runs machines of the current and of an older version in the demo, which stop with their key', async () => {
    await using azure = await startedAzure({ world: contoso({ machines: true }) })
    const ada = await azure.as('Ada')
    const query = `resources | where type =~ 'microsoft.compute/virtualmachines' and resourceGroup =~ 'webResourceGroup'
      | project name, version = tostring(properties.storageProfile.imageReference.exactVersion), scaleSet = isnotempty(properties.virtualMachineScaleSet.id)
      | summarize count() by version, scaleSet | order by version asc, scaleSet asc`
    const { body } = await ada('POST', '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', { query })
    expect(objectsAt(body, 'data').map((row) => Object.values(row))).toEqual([
      ['1.0.0', false, 1],
      ['1.1.0', false, 2],
      ['1.1.0', true, 2],
    ])
    const vault = azure.compute('').replace(/Microsoft.Compute.*/, 'Microsoft.KeyVault/vaults/kv-contoso-wus')
    await (
      await azure.asOwner()
    )('DELETE', vault)
    azure.clock.advance(60 * 60_000)
    const powerOf = async (path: string) => {
      const at = azure.compute(path).replace('myResourceGroup', 'webResourceGroup')
      const { body: view } = await ada('GET', `${at}/instanceView`)
      return objectsAt(view, 'statuses').at(-1)?.['code']
    }
    expect(await powerOf('virtualMachines/web-current-vm')).toBe('PowerState/stopped')
    expect(await powerOf('virtualMachines/web-older-vm')).toBe('PowerState/running')
    expect(await powerOf('virtualMachineScaleSets/web-uniform/virtualMachines/0')).toBe('PowerState/stopped')
  })
})
