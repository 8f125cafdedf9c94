import { describe, expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'

describe('a deletion is refused', () => {
  it.each(['galleries/contosoGallery', 'galleries/contosoGallery/images/ubuntu-web'])(
    'for %s, which holds others',
    async (path) => {
      await using azure = await startedAzure()
      const ada = await azure.as('Ada')
      expect(await ada('DELETE', azure.compute(path))).toMatchObject({
        status: 409,
        body: {
          error: {
            code: 'CannotDeleteResource',
            message: 'Can not delete resource before nested resources are deleted.',
          },
        },
      })
      expect((await ada('GET', azure.compute(path))).status).toBe(200)
    },
  )

  it('for a version that is kept until its end of life, and only until then', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    await ada('PUT', path, {
      location: 'westus',
      properties: {
        publishingProfile: { endOfLifeDate: '2026-01-01T00:00:00Z' },
        safetyProfile: { blockDeletionBeforeEndOfLife: true },
      },
    })
    expect(await ada('DELETE', path)).toMatchObject({
      status: 409,
      body: { error: { code: 'DeleteGalleryImageVersionBlockedBeforeEndOfLife' } },
    })
    azure.clock.advance(40 * 86_400_000)
    // Tokens use real time, so the same one is still valid.
    expect((await ada('DELETE', path)).status).toBe(202)
  })

  it('for a set that encrypts a disk, though not for one that only versions use', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    expect(await ada('DELETE', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1'))).toMatchObject({
      status: 409,
      body: { error: { code: 'OperationNotAllowed' } },
    })
    expect((await ada('DELETE', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet2'))).status).toBe(202)
  })
})
