import { describe, expect, it } from 'vitest'
import { type JsonObject, objectsAt, textAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

// As the Azure CLI sends it for --os-snapshot with --data-vhds-uris and --data-vhds-storage-accounts.
async function aVersion(more: JsonObject = {}) {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const account = azure.compute('x').replace(/Microsoft\.Compute.*$/, 'Microsoft.Storage/storageAccounts/contosovhds')
  const source = { id: account, uri: 'https://contosovhds.blob.core.windows.net/vhds/data.vhd' }
  const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/7.0.0')
  const made = await ada('PUT', path, {
    location: 'westus',
    properties: {
      ...more,
      storageProfile: {
        osDiskImage: { source: { id: azure.compute('snapshots/myOSSnapshot') } },
        dataDiskImages: [{ lun: 0, source }],
      },
    },
  })
  azure.clock.advance(600_000)
  const { body } = await ada('GET', path)
  return { azure, source, made, body, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

describe('an image version of a snapshot with a data disk of a blob', () => {
  it('is made, and says the size of either', async () => {
    await using version = await aVersion()
    expect(version.made.status).toBe(201)
    expect(objectsAt(version.body, 'properties', 'storageProfile', 'dataDiskImages')).toEqual([
      { lun: 0, sizeInGB: 30, hostCaching: 'ReadOnly', source: version.source },
    ])
  })

  it('is not encrypted with a key of one’s own', async () => {
    await using azure = await startedAzure()
    const set = { diskEncryptionSetId: azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1') }
    const targetRegions = [{ name: 'westus', encryption: { osDiskImage: set } }]
    await using version = await aVersion({ publishingProfile: { targetRegions } })
    expect([version.made.status, textAt(version.made.body, 'error', 'message')]).toEqual([
      400,
      expect.stringContaining('Encryption is not supported for source resource'),
    ])
  })
})
