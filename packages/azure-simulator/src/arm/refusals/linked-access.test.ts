import { describe, expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'
import { development, image, region } from '../../testing/versions.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

describe('what a version refers to', () => {
  it('for a definition that is not there', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada('PUT', azure.compute('galleries/contosoGallery/images/none/versions/1.0.0'), {
      location: 'westus',
      properties: { storageProfile: image(azure) },
    })
    expect(answer).toMatchObject({
      status: 404,
      body: {
        error: {
          code: 'ParentResourceNotFound',
          message:
            "Can not perform requested operation on nested resource. Parent resource 'contosoGallery/none' not found.",
        },
      },
    })
  })

  it('for a set that the caller may not read, and does not say whether it is there', async () => {
    await using azure = await startedAzure()
    const ben = await azure.as('Ben')
    for (const set of ['WestUSDiskEncryptionSet1', 'NoSet']) {
      const body = {
        location: 'westus',
        properties: {
          publishingProfile: { targetRegions: [region(azure, 'westus', { os: set })] },
          storageProfile: { source: { id: development(azure, 'images/devImage') } },
        },
      }
      const answer = await ben('PUT', development(azure, 'galleries/devGallery/images/ubuntu-dev/versions/2.0.0'), body)
      expect(answer).toMatchObject({
        status: 403,
        body: {
          error: {
            code: 'LinkedAuthorizationFailed',
            message: containing(
              `'Microsoft.Compute/diskEncryptionSets/read' on the linked scope(s) '${azure.compute(`diskEncryptionSets/${set}`)}'`,
            ),
          },
        },
      })
    }
  })
})
