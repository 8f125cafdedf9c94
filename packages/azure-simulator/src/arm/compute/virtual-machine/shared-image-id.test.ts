import { describe, expect, it } from 'vitest'
import { textAt, valueAt, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

const location = 'westus'

/** Ada, a new disk of an image as she names it, and the names of a gallery for everybody and of one for a few. */
async function aSharedGallery() {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const [community, shared] = [
    await ada('GET', azure.compute('galleries/sharedGallery')),
    await ada('GET', azure.compute('galleries/contosoGallery')),
  ]
  const info = valueAt(community.body, 'properties', 'sharingProfile', 'communityGalleryInfo')
  return {
    azure,
    ada,
    publicName: textAt(info, 'publicNames', 0),
    uniqueName: textAt(shared.body, 'properties', 'identifier', 'uniqueName'),
    disk: (galleryImageReference: JsonObject) =>
      ada('PUT', azure.compute('disks/of-shared'), {
        location,
        properties: { creationData: { createOption: 'FromImage', galleryImageReference } },
      }),
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

describe('an image of a shared gallery', () => {
  it.each(['/Versions/1.0.0', '/Versions/latest', ''])('makes a disk by its public name, with "%s"', async (end) => {
    await using gallery = await aSharedGallery()
    const { disk, ada, azure, publicName } = gallery
    const communityGalleryImageId = `/CommunityGalleries/${publicName}/Images/ubuntu-community${end}`
    const { status } = await disk({ communityGalleryImageId })
    expect(status).toBe(202)
    azure.clock.advance(60_000)
    const { body } = await ada('GET', azure.compute('disks/of-shared'))
    expect(body).toMatchObject({
      properties: { osType: 'Linux', creationData: { galleryImageReference: { communityGalleryImageId } } },
    })
  })

  it('makes a disk and a machine by its unique name', async () => {
    await using gallery = await aSharedGallery()
    const { disk, ada, azure, uniqueName } = gallery
    const sharedGalleryImageId = `/SharedGalleries/${uniqueName}/Images/ubuntu-web/Versions/latest`
    expect((await disk({ sharedGalleryImageId })).status).toBe(202)
    const machine = await ada('PUT', azure.compute('virtualMachines/of-shared'), {
      location,
      properties: {
        hardwareProfile: { vmSize: 'Standard_D2s_v5' },
        osProfile: { computerName: 'vm', adminUsername: 'ada', adminPassword: 'a-Password-1' },
        storageProfile: { imageReference: { sharedGalleryImageId } },
      },
    })
    expect(machine).toMatchObject({
      status: 201,
      body: { properties: { storageProfile: { imageReference: { sharedGalleryImageId } } } },
    })
  })

  it('is not found under a name that nobody has', async () => {
    await using gallery = await aSharedGallery()
    for (const reference of [
      { communityGalleryImageId: '/CommunityGalleries/nobody/Images/IMAGE/Versions/1.0.0' },
      { sharedGalleryImageId: 'ubuntu-web' },
    ])
      expect(await gallery.disk(reference)).toMatchObject({
        status: 404,
        body: { error: { code: 'GalleryImageNotFound' } },
      })
  })
})
