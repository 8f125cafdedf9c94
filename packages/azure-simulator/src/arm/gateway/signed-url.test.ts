import { describe, expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'

describe('the URL of an operation', () => {
  it('is answered as it was given, and refused once anything in it is changed', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const { headers } = await ada('PUT', azure.compute('galleries/aGallery'), { location: 'westus' })
    const given = headers.get('azure-asyncoperation') ?? ''
    expect((await ada('GET', given)).body).toMatchObject({ status: 'InProgress' })
    for (const changed of [
      given.replace(/&h=.*/, ''),
      given.replace('api-version=2025-12-03', 'api-version=2025-12-04'),
      given.replace('/locations/WestUS/', '/locations/westus/'),
      `${given}&monitor=true`,
    ])
      expect([changed === given, (await ada('GET', changed)).status]).toEqual([false, 403])
  })

  it('is given twice for a deletion, of a resource and of a group', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const group = `/subscriptions/${azure.production}/resourceGroups/aGroup`
    await ada('PUT', group, { location: 'westus' })
    const ofGroup = (await ada('DELETE', group)).headers.get('location') ?? ''
    expect((await ada('GET', ofGroup)).status).toBe(202)
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    const monitor = (await ada('DELETE', path)).headers.get('location') ?? ''
    expect((await ada('GET', monitor)).status).toBe(202)
    azure.clock.advance(120_000)
    expect([(await ada('GET', ofGroup)).status, (await ada('GET', monitor)).status]).toEqual([200, 200])
  })
})

describe('a body', () => {
  it('of Compute has its lines broken as Windows does, one of ARM has none', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const gallery = await ada('GET', azure.compute('galleries/contosoGallery'))
    expect(gallery.text).toMatch(/^\{\r\n {2}"name": "contosoGallery",\r\n {2}"id": "/)
    const refused = await ada('GET', azure.compute('galleries/none'))
    expect(refused.text).toMatch(/^\{"error":\{"code":"ResourceNotFound",/)
    expect((await ada('GET', '/subscriptions')).text).toMatch(/^\{"value":\[\{"id":/)
  })
})
