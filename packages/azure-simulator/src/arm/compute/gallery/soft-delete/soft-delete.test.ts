import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type JsonObject } from '../../../../json.ts'
import { startedAzure, type Answer, type Arm, type StartedAzure } from '../../../../testing/azure.ts'

const api = '?api-version=2026-03-03'
const day = 86_400_000
const deletion = 91_000

const on = (days: JsonObject = { retentionPeriodInDays: 10, gracePeriodInDays: 5 }): JsonObject => ({
  properties: { softDeletePolicy: { isSoftDeleteEnabled: true, ...days } },
})

interface Bin {
  azure: StartedAzure
  owner: Arm
  gallery: string
  version: string
  bin: string
  listed(apiVersion?: string): Promise<string[]>
}

/** contosoGallery with soft delete on: ten days, and five of grace. */
async function aBin(): Promise<Bin> {
  const azure = await startedAzure()
  const owner = await azure.asOwner()
  const gallery = azure.compute('galleries/contosoGallery')
  const bin = `${gallery}/softDeletedArtifactTypes/Images/artifacts/ubuntu-web/versions`
  await owner('PATCH', `${gallery}${api}`, on())
  azure.clock.advance(1_000)
  return {
    azure,
    owner,
    gallery,
    version: `${gallery}/images/ubuntu-web/versions/1.1.0`,
    bin,
    listed: async (apiVersion = '2026-03-03') =>
      objectsAt((await owner('GET', `${bin}?api-version=${apiVersion}`)).body, 'value').map(
        (entry) => textAt(entry, 'name') ?? '',
      ),
  }
}

async function deleted({ owner, azure, version }: Bin): Promise<void> {
  await owner('DELETE', `${version}${api}`)
  azure.clock.advance(deletion)
}

const errorOf = ({ body }: Answer) => valueAt(body, 'error', 'code')
const dated = (start: string): unknown => expect.stringMatching(new RegExp(`^${start}T`))

describe('the policy of a gallery', () => {
  it('is shown with its periods from 2026-03-03 on, and without them before', async () => {
    await using azure = (await aBin()).azure
    const owner = await azure.asOwner()
    const policyAt = async (version: string) =>
      valueAt(
        (await owner('GET', `${azure.compute('galleries/contosoGallery')}?api-version=${version}`)).body,
        'properties',
        'softDeletePolicy',
      )
    expect(await policyAt('2026-03-03')).toEqual({
      isSoftDeleteEnabled: true,
      retentionPeriodInDays: 10,
      gracePeriodInDays: 5,
    })
    expect(await policyAt('2021-10-01')).toEqual({ isSoftDeleteEnabled: true })
  })

  it('that an older api-version turns on keeps what is deleted for seven days', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    const path = azure.compute('galleries/aGallery')
    await bin.owner('PUT', `${path}?api-version=2024-03-03`, { location: 'westus', ...on() })
    azure.clock.advance(1_000)
    const { body } = await bin.owner('GET', `${path}${api}`)
    expect(valueAt(body, 'properties', 'softDeletePolicy')).toEqual({
      isSoftDeleteEnabled: true,
      retentionPeriodInDays: 7,
      gracePeriodInDays: 0,
    })
  })

  it('is turned on by who may share the gallery, and by no Contributor', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada('PATCH', `${azure.compute('galleries/contosoGallery')}${api}`, on())
    expect([answer.status, errorOf(answer)]).toEqual([403, 'AuthorizationFailed'])
    expect(answer.text).toContain('Microsoft.Compute/galleries/share/action')
  })

  it.each([{ retentionPeriodInDays: 0 }, { gracePeriodInDays: 1.5 }, { retentionPeriodInDays: 400 }])(
    'has periods of whole days: not %o',
    async (days) => {
      await using azure = await startedAzure()
      const owner = await azure.asOwner()
      const answer = await owner('PATCH', `${azure.compute('galleries/contosoGallery')}${api}`, on(days))
      expect([answer.status, errorOf(answer)]).toEqual([400, 'InvalidParameter'])
    },
  )

  it('is not turned on where a definition is in another region', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const gallery = azure.compute('galleries/contosoGallery')
    const { properties } = azure.simulator.world.store.get(`${gallery}/images/ubuntu-web`) ?? {}
    await owner('PUT', `${gallery}/images/far`, {
      location: 'eastus2',
      properties: { ...properties, identifier: { publisher: 'a', offer: 'b', sku: 'c' } },
    })
    const answer = await owner('PATCH', `${gallery}${api}`, on())
    expect([answer.status, errorOf(answer)]).toEqual([409, 'OperationNotAllowed'])
  })
})

describe('a version deleted under the policy', () => {
  it('is in the bin with both its dates, once it is gone from its definition', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await bin.owner('DELETE', `${bin.version}${api}`)
    expect(await bin.listed()).toEqual([])
    azure.clock.advance(deletion)
    expect((await bin.owner('GET', bin.version)).status).toBe(404)
    const { body } = await bin.owner('GET', `${bin.bin}${api}`)
    expect(objectsAt(body, 'value')).toMatchObject([
      {
        name: '1.1.0',
        type: 'Microsoft.Compute/galleries/softDeletedArtifactTypes/artifacts/versions',
        location: 'westus',
        properties: {
          resourceArmId: bin.version,
          softDeletedArtifactType: 'Images',
          softDeletedTime: dated('2025-12-01'),
          consumptionEndTime: dated('2025-12-11'),
          hardDeletionTargetTime: dated('2025-12-16'),
        },
      },
    ])
  })

  it('has no end of its consumption in older api-versions', async () => {
    const bin = await aBin()
    await using _ = bin.azure
    await deleted(bin)
    const { body } = await bin.owner('GET', `${bin.bin}?api-version=2024-03-03`)
    const [entry] = objectsAt(body, 'value')
    expect(valueAt(entry, 'properties', 'softDeletedTime')).toBeDefined()
    expect(valueAt(entry, 'properties', 'consumptionEndTime')).toBeUndefined()
    expect(valueAt(entry, 'properties', 'hardDeletionTargetTime')).toBeUndefined()
  })

  it('waits through retention and grace, and then is gone by itself', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await deleted(bin)
    azure.clock.advance(12 * day)
    expect(await bin.listed()).toEqual(['1.1.0'])
    azure.clock.advance(3 * day)
    expect(await bin.listed()).toEqual([])
  })

  it('comes back with its keys by a PUT of its region alone, in the grace as well', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    const before = await bin.owner('GET', bin.version)
    await deleted(bin)
    azure.clock.advance(12 * day)
    const answer = await bin.owner('PUT', `${bin.version}?api-version=2024-03-03`, { location: 'West US' })
    expect(answer.status).toBe(200)
    azure.clock.advance(30_000)
    const after = await bin.owner('GET', bin.version)
    expect(after.body).toEqual(before.body)
    expect(await bin.listed()).toEqual([])
  })

  it('goes past the bin where the request says so, which older api-versions do not know', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await bin.owner('DELETE', `${bin.version}${api}&bypassSoftDelete=true`)
    await bin.owner('DELETE', `${bin.version.replace('1.1.0', '1.0.0')}?api-version=2025-12-03&bypassSoftDelete=true`)
    azure.clock.advance(deletion)
    expect(await bin.listed()).toEqual(['1.0.0'])
  })

  it('is deleted for good by a DELETE in the bin', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await deleted(bin)
    expect((await bin.owner('DELETE', `${bin.bin}/1.1.0${api}`)).status).toBe(202)
    const restore = await bin.owner('PUT', bin.version, { location: 'westus' })
    expect([restore.status, errorOf(restore)]).toEqual([409, 'Conflict'])
    azure.clock.advance(deletion)
    expect(await bin.listed()).toEqual([])
  })

  it('makes machines by its number until its retention ends', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await deleted(bin)
    const machine = (name: string) =>
      bin.owner('PUT', azure.compute(`virtualMachines/${name}`), {
        location: 'westus',
        properties: {
          osProfile: { computerName: 'vm', adminUsername: 'ada', adminPassword: 'a-Password-1' },
          storageProfile: { imageReference: { id: bin.version } },
        },
      })
    expect((await machine('before')).status).toBe(201)
    azure.clock.advance(11 * day)
    const after = await machine('after')
    expect([after.status, errorOf(after)]).toEqual([404, 'GalleryImageNotFound'])
  })

  it('fails, once restored, in a region whose keys are gone', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await deleted(bin)
    azure.simulator.world.store.remove(
      `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-contoso-eus2`,
    )
    expect((await bin.owner('PUT', bin.version, { location: 'westus' })).status).toBe(200)
    azure.clock.advance(30_000)
    const { body } = await bin.owner('GET', `${bin.version}?$expand=ReplicationStatus`)
    expect(body).toMatchObject({
      properties: {
        provisioningState: 'Failed',
        replicationStatus: {
          summary: [
            { region: 'westus', state: 'Completed' },
            { region: 'eastus2', state: 'Failed' },
          ],
        },
      },
    })
  })

  it('is no resource to lists of resources', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await deleted(bin)
    const { text } = await bin.owner('GET', `/subscriptions/${azure.production}/resources`)
    expect(text).not.toMatch(/softDeletedArtifactTypes/i)
  })
})

describe('what stands in the way', () => {
  it('of a new version is the number in the bin', async () => {
    const bin = await aBin()
    await using _ = bin.azure
    await deleted(bin)
    const answer = await bin.owner('PUT', bin.version, {
      location: 'westus',
      properties: { storageProfile: { source: { id: bin.azure.compute('images/myImage') } } },
    })
    expect([answer.status, errorOf(answer)]).toEqual([409, 'GalleryImageVersionIsSoftDeleted'])
  })

  it('of a restore is another region', async () => {
    const bin = await aBin()
    await using _ = bin.azure
    await deleted(bin)
    const answer = await bin.owner('PUT', bin.version, { location: 'eastus2' })
    expect([answer.status, errorOf(answer)]).toEqual([409, 'InvalidResourceLocation'])
  })

  it('of a restore is a disk encryption set that is gone; the version stays in the bin', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    await deleted(bin)
    await bin.owner('DELETE', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet2'))
    azure.clock.advance(1_000)
    const answer = await bin.owner('PUT', bin.version, { location: 'westus' })
    expect([answer.status, errorOf(answer)]).toEqual([400, 'InvalidParameter'])
    expect(await bin.listed()).toEqual(['1.1.0'])
  })

  it('of a deletion are deleted versions in a definition, until soft delete is off', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    const definition = bin.version.split('/versions/')[0] ?? ''
    for (const name of ['1.0.0', '1.1.0']) await bin.owner('DELETE', `${definition}/versions/${name}`)
    azure.clock.advance(deletion)
    const answer = await bin.owner('DELETE', definition)
    expect([answer.status, errorOf(answer)]).toEqual([409, 'CannotDeleteResource'])
    await bin.owner('PATCH', `${bin.gallery}${api}`, {
      properties: { softDeletePolicy: { isSoftDeleteEnabled: false } },
    })
    azure.clock.advance(1_000)
    expect((await bin.owner('DELETE', definition)).status).toBe(202)
  })

  it('of the deletion of a failed version is the policy', async () => {
    const bin = await aBin()
    await using azure = bin.azure
    const path = `${bin.gallery}/images/ubuntu-web/versions/2.0.0`
    await bin.owner('PUT', path, {
      location: 'westus',
      properties: {
        storageProfile: { osDiskImage: { source: { id: azure.compute('snapshots/hugeSnapshot') } } },
      },
    })
    azure.clock.advance(day)
    const refused = await bin.owner('DELETE', `${path}${api}`)
    expect([refused.status, errorOf(refused)]).toEqual([409, 'OperationNotAllowed'])
    await bin.owner('PATCH', `${bin.gallery}${api}`, {
      properties: { softDeletePolicy: { isSoftDeleteEnabled: false } },
    })
    azure.clock.advance(1_000)
    expect((await bin.owner('DELETE', `${path}${api}`)).status).toBe(202)
  })
})
