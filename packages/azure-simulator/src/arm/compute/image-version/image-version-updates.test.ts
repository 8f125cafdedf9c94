import { describe, expect, it } from 'vitest'
import { valueAt, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'
import { contoso } from '../../../worlds/contoso.ts'

const minute = 60_000

describe('an image version that is updated', () => {
  it('keeps its encryption, source and date when it is read and put back without sources', async () => {
    await using azure = await startedAzure()
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    const path = compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0')
    const before = (await ada('GET', path)).body
    const targetRegions = [{ name: 'West US', regionalReplicaCount: 5 }, { name: 'East US 2' }]
    const { status, body } = await ada('PUT', path, {
      location: 'westus',
      tags: { owner: 'ada' },
      properties: {
        publishingProfile: { targetRegions },
        storageProfile: { osDiskImage: { hostCaching: 'ReadWrite' } },
      },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ tags: { owner: 'ada' }, properties: { provisioningState: 'Updating' } })
    clock.advance(minute)
    const { body: after } = await ada('GET', path)
    const part = (shown: JsonObject, ...steps: (string | number)[]) => valueAt(shown, 'properties', ...steps)
    expect(part(after, 'provisioningState')).toBe('Succeeded')
    expect(part(after, 'publishingProfile', 'targetRegions', 0, 'regionalReplicaCount')).toBe(5)
    for (const kept of [
      ['publishingProfile', 'publishedDate'],
      ['storageProfile'],
      ['publishingProfile', 'targetRegions', 0, 'encryption'],
      ['publishingProfile', 'targetRegions', 1, 'encryption'],
    ])
      expect([kept, part(after, ...kept)]).toEqual([kept, part(before, ...kept)])
  })

  it('loses encryption that an update leaves out where the world will have it so', async () => {
    const world = { ...contoso({ now: Date.UTC(2026, 0, 1) }), losesEncryptionLeftOut: true }
    await using azure = await startedAzure({ world })
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0')
    const targetRegions = [{ name: 'West US' }, { name: 'East US 2' }]
    const { body } = await ada('PUT', path, {
      location: 'westus',
      properties: { publishingProfile: { targetRegions } },
    })
    expect(JSON.stringify(body)).not.toContain('encryption')
  })

  it('loses its end of life by a PUT that leaves it out, and not by a PATCH', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/windows-sql/versions/2024.11.1')
    const endOfLife = async () =>
      valueAt((await ada('GET', path)).body, 'properties', 'publishingProfile', 'endOfLifeDate')
    await ada('PATCH', path, { tags: { owner: 'ada' } })
    expect(await endOfLife()).toBe('2025-11-12T00:00:00+00:00')
    azure.clock.advance(minute)
    const targetRegions = [{ name: 'westus' }]
    await ada('PUT', path, { location: 'westus', properties: { publishingProfile: { targetRegions } } })
    expect(await endOfLife()).toBeUndefined()
  })

  it('replicates only the region that an update adds', async () => {
    await using azure = await startedAzure()
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    const path = compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    await ada('PUT', path, {
      location: 'westus',
      properties: {
        publishingProfile: { targetRegions: [{ name: 'westus' }, { name: 'eastus2' }, { name: 'japaneast' }] },
      },
    })
    clock.advance(minute)
    const { body } = await ada('GET', `${path}?$expand=replicationstatus`)
    expect(valueAt(body, 'properties', 'replicationStatus', 'summary')).toMatchObject([
      { state: 'Completed' },
      { state: 'Completed' },
      { region: 'japaneast', state: 'Replicating' },
    ])
  })
})
