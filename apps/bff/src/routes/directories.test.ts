import { fabrikam } from '@portal/azure-simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPortal, type TestPortal } from '../testing/portal.ts'

// Ada of Contoso is a guest at Fabrikam; this portal serves both.

const ada = 'ada@contoso.example'
const partner = fabrikam()
const partnerGroup = {
  subscriptionId: partner.subscriptions[0]?.subscriptionId ?? '',
  resourceGroupName: 'fabrikamImages',
}
const gallery = `/subscriptions/${partnerGroup.subscriptionId}/resourceGroups/${partnerGroup.resourceGroupName}/providers/Microsoft.Compute/galleries/fabrikamGallery`
const contoso = 'c0470500-0000-4000-8000-000000000001'

let portal: TestPortal
beforeAll(async () => {
  portal = await startTestPortal({ partners: [partner], tenantIds: [contoso, partner.tenantId] })
})
afterAll(() => portal.close())

describe('the directories of a user', () => {
  const both = [
    { tenantId: contoso, displayName: 'Contoso', defaultDomain: 'contoso.example' },
    { tenantId: partner.tenantId, displayName: 'Fabrikam', defaultDomain: 'fabrikam.example' },
  ]

  it('are told with name and domain, the same from each of them', async () => {
    for (const tenantId of [contoso, partner.tenantId]) {
      const { status, body } = await (await portal.asIn(tenantId, ada)).get('/api/directories')
      expect([status, body]).toEqual([200, both])
    }
  })

  it('are only those that know them', async () => {
    const { body } = await (await portal.as('ben@contoso.example')).get('/api/directories')
    expect(body).toEqual(both.slice(0, 1))
  })
})

describe('a guest', () => {
  it('sees the subscriptions of the directory that they are in, and of no other', async () => {
    const namesIn = async (tenantId: string) => {
      const { body } = await (await portal.asIn(tenantId, ada)).get('/api/subscriptions')
      return body
    }
    expect(await namesIn(partner.tenantId)).toEqual([
      { subscriptionId: partnerGroup.subscriptionId, displayName: 'Fabrikam Images', tenantId: partner.tenantId },
    ])
    expect(await namesIn(contoso)).toMatchObject([{ tenantId: contoso }, { tenantId: contoso }])
  })

  it('is told in which directory a resource is that they open from another one', async () => {
    const reply = await (await portal.asIn(contoso, ada)).get('/api/gallery', { id: gallery })
    expect(reply.problem()).toMatchObject({ status: 403, code: 'OtherDirectory', tenantId: partner.tenantId })
    expect(reply.headers.get('www-authenticate')).toBeNull()
    const there = await (await portal.asIn(partner.tenantId, ada)).get('/api/gallery', { id: gallery })
    expect(there.body).toMatchObject({ name: 'fabrikamGallery' })
  })

  it('keeps their token of Azure then, which is as good as before', async () => {
    const sparing = await startTestPortal({ partners: [fabrikam()], exchangesPerMinute: 1 })
    const atHome = await sparing.as(ada)
    const codes = []
    for (let count = 0; count < 3; count += 1)
      codes.push((await atHome.get('/api/gallery', { id: gallery })).problem().code)
    expect(codes).toEqual(['OtherDirectory', 'OtherDirectory', 'OtherDirectory'])
    await sparing.close()
  })

  it('writes in the directory that they are in, in the name of their guest account', async () => {
    const writes = () => portal.azure.requests.filter(({ method }) => method === 'PUT')
    const newGallery = { ...partnerGroup, name: 'kioskGallery', location: 'westeurope', description: '' }
    const fromHome = await (await portal.asIn(contoso, ada)).send('PUT', '/api/galleries', newGallery)
    expect(fromHome.problem()).toMatchObject({ code: 'OtherDirectory' })
    expect(writes().filter(({ status }) => status !== 401)).toEqual([])
    const { status } = await (await portal.asIn(partner.tenantId, ada)).send('PUT', '/api/galleries', newGallery)
    expect(status).toBe(200)
    const guest = partner.users.find(({ home }) => home !== undefined)
    expect(writes().at(-1)).toMatchObject({ status: 201, userObjectId: guest?.id })
  })
})

describe('a directory that the portal does not serve', () => {
  it('is not listed, and whoever comes from there is told so', async () => {
    const strict = await startTestPortal({ partners: [fabrikam()], tenantIds: [contoso] })
    expect((await (await strict.as(ada)).get('/api/directories')).body).toMatchObject([{ displayName: 'Contoso' }])
    for (const path of ['/api/directories', '/api/subscriptions']) {
      const reply = await (await strict.asIn(partner.tenantId, ada)).get(path)
      expect(reply.problem()).toMatchObject({ status: 403, code: 'DirectoryNotAllowed' })
    }
    await strict.close()
  })
})
