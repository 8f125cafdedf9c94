import { describe, expect, it } from 'vitest'
import { textAt } from '../json.ts'
import { startedAzure } from '../testing.ts'

describe('the world Contoso', () => {
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

  it('names no set, image or vault that is not there', async () => {
    await using azure = await startedAzure()
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
})
