import { describe, expect, it } from 'vitest'
import { valueAt, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

const first = { type: 'Subscriptions', ids: ['34a4ab42-0d72-47d9-bd1a-aed207386dac'] }
const second = { type: 'Subscriptions', ids: ['380fd389-260b-41aa-bad9-0a83108c370b'] }

async function aGallery(permissions: string) {
  const azure = await startedAzure()
  const owner = await azure.asOwner()
  const path = azure.compute('galleries/aGallery')
  await owner('PUT', path, { location: 'westus', properties: { sharingProfile: { permissions } } })
  azure.clock.advance(1_000)
  return {
    async share(operationType: string, groups?: (typeof first)[]) {
      const answer = await owner('POST', `${path}/share`, { operationType, ...(groups && { groups }) })
      azure.clock.advance(1_000)
      const done = await owner('GET', answer.headers.get('azure-asyncoperation') ?? path)
      return { answer, done }
    },
    async profile() {
      return valueAt((await owner('GET', `${path}?$select=Permissions`)).body, 'properties', 'sharingProfile')
    },
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

describe('a gallery', () => {
  it('is shared with subscriptions: 202 without a body, and an operation', async () => {
    await using gallery = await aGallery('Groups')
    const { answer, done } = await gallery.share('Add', [first])
    expect([answer.status, answer.text]).toEqual([202, ''])
    expect(done.body).toMatchObject({ status: 'Succeeded' })
    await gallery.share('Add', [second])
    expect(await gallery.profile()).toEqual({
      permissions: 'Groups',
      groups: [{ type: 'Subscriptions', ids: [...first.ids, ...second.ids] }],
    })
    await gallery.share('Remove', [first])
    expect(await gallery.profile()).toEqual({ permissions: 'Groups', groups: [second] })
    await gallery.share('Reset')
    expect(await gallery.profile()).toEqual({ permissions: 'Private' })
  })

  it('is given to everybody under a public name', async () => {
    await using gallery = await aGallery('Community')
    await gallery.share('EnableCommunity')
    expect(await gallery.profile()).toMatchObject({
      communityGalleryInfo: { communityGalleryEnabled: true, publicNames: [expect.stringMatching(/^aGallery-/)] },
    })
  })

  it('says whether everybody has it, and under which names, which an update does not take away', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const path = azure.compute('galleries/publicGallery')
    const communityGalleryInfo = {
      publisherUri: 'https://contoso.example',
      publisherContact: 'images@contoso.example',
      eula: 'https://contoso.example/eula',
      publicNamePrefix: 'Contoso',
    }
    const sharingProfile = { permissions: 'Community', communityGalleryInfo }
    const info = (body: JsonObject) => valueAt(body, 'properties', 'sharingProfile', 'communityGalleryInfo')
    const made = await owner('PUT', path, { location: 'westus', properties: { sharingProfile } })
    expect(info(made.body)).toEqual({ ...communityGalleryInfo, communityGalleryEnabled: false })
    azure.clock.advance(1_000)
    await owner('POST', `${path}/share`, { operationType: 'EnableCommunity' })
    azure.clock.advance(1_000)
    const enabled = { communityGalleryEnabled: true, publicNames: [expect.stringMatching(/^Contoso-/) as unknown] }
    for (const properties of [{ description: 'For all', sharingProfile }, { description: 'For everybody' }]) {
      await owner('PUT', path, { location: 'westus', properties })
      azure.clock.advance(1_000)
      expect(info((await owner('GET', path)).body)).toEqual({ ...communityGalleryInfo, ...enabled })
    }
  })

  it('is shared by owners, and by no contributor', async () => {
    await using azure = await startedAzure()
    const path = `${azure.compute('galleries/contosoGallery')}/share`
    const { status, body } = await (await azure.as('Ada'))('POST', path, { operationType: 'Reset' })
    expect([status, valueAt(body, 'error', 'code')]).toEqual([403, 'AuthorizationFailed'])
  })

  it('that is private is shared with nobody', async () => {
    await using gallery = await aGallery('Private')
    const { answer } = await gallery.share('Add', [first])
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'InvalidParameter', target: 'operationType' } },
    })
  })
})
