import { describe, expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'

describe('the rate limits of Azure Compute', () => {
  it('are told of each call, for three minutes and for thirty', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    const remaining = async () => (await ada('GET', path)).headers.get('x-ms-ratelimit-remaining-resource')
    expect(await remaining()).toBe(
      'Microsoft.Compute/GetGalleryImageVersion3Min;1999,Microsoft.Compute/GetGalleryImageVersion30Min;9999',
    )
    azure.clock.advance(3 * 60_000)
    expect(await remaining()).toBe(
      'Microsoft.Compute/GetGalleryImageVersion3Min;1999,Microsoft.Compute/GetGalleryImageVersion30Min;9998',
    )
  })

  it('refuse what is too much, without the envelope that ARM puts around errors, until the window is over', async () => {
    await using azure = await startedAzure({ throttling: { CreateUpdateGallery3Min: 1 } })
    const ada = await azure.as('Ada')
    const put = (name: string) => ada('PUT', azure.compute(`galleries/${name}`), { location: 'westus' })
    expect((await put('one')).status).toBe(201)
    azure.clock.advance(60_000)
    const { status, headers, body } = await put('two')
    expect([status, headers.get('retry-after')]).toEqual([429, '120'])
    expect(body).toEqual({
      code: 'OperationNotAllowed',
      message: 'The server rejected the request because too many requests have been received for this subscription.',
      details: [
        {
          code: 'TooManyRequests',
          target: 'CreateUpdateGallery3Min',
          message: '{"operationGroup":"CreateUpdateGallery3Min","allowedRequestCount":1}',
        },
      ],
    })
    azure.clock.advance(120_000)
    expect((await put('two')).status).toBe(201)
  })

  it('of machines are counted for each of them', async () => {
    await using azure = await startedAzure({ throttling: { DeleteVMResource: 1 } })
    const ada = await azure.as('Ada')
    const remove = async (name: string) => {
      const { status, headers } = await ada('DELETE', azure.compute(`virtualMachines/${name}`))
      return [status, headers.get('x-ms-ratelimit-remaining-resource')]
    }
    expect(await remove('one')).toEqual([
      204,
      'Microsoft.Compute/DeleteVMSubscriptionMaximum;1499,Microsoft.Compute/DeleteVMResource;0',
    ])
    expect(await remove('other')).toEqual([
      204,
      'Microsoft.Compute/DeleteVMSubscriptionMaximum;1498,Microsoft.Compute/DeleteVMResource;0',
    ])
    expect(await remove('one')).toEqual([429, null])
  })
})

describe('the rate limits of ARM', () => {
  it.each([
    ['GET', 'reads', '249', '3749', undefined],
    ['PUT', 'writes', '199', '2999', { location: 'westus' }],
    ['DELETE', 'deletes', '199', '2999', undefined],
  ])('of a %s are those of %s', async (...[method, kind, left, leftOfAll, body]) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const { headers } = await ada(method, azure.compute('galleries/aGallery'), body)
    expect(headers.get(`x-ms-ratelimit-remaining-subscription-${kind}`)).toBe(left)
    expect(headers.get(`x-ms-ratelimit-remaining-subscription-global-${kind}`)).toBe(leftOfAll)
  })

  it('of a tenant are told where no subscription is asked', async () => {
    await using azure = await startedAzure()
    const { headers } = await (await azure.as('Ada'))('GET', '/subscriptions')
    expect(headers.get('x-ms-ratelimit-remaining-tenant-reads')).toBe('11999')
  })

  it('of all callers together are spent by each of them', async () => {
    await using azure = await startedAzure()
    const [ada, rita] = [await azure.as('Ada'), await azure.as('Rita')]
    const left = async (arm: typeof ada) => {
      const { headers } = await arm('GET', azure.compute('galleries'))
      return ['reads', 'global-reads'].map((kind) => headers.get(`x-ms-ratelimit-remaining-subscription-${kind}`))
    }
    expect([await left(ada), await left(rita)]).toEqual([
      ['249', '3749'],
      ['249', '3748'],
    ])
  })

  it('refuse one caller only, and say when to come back', async () => {
    await using azure = await startedAzure({ throttling: { 'subscription-reads': 1 } })
    const [ada, rita] = [await azure.as('Ada'), await azure.as('Rita')]
    const path = azure.compute('galleries/contosoGallery')
    await ada('GET', path)
    const { status, headers, body } = await ada('GET', path)
    expect([status, headers.get('retry-after'), headers.get('x-ms-failure-cause')]).toEqual([429, '10', 'gateway'])
    expect(body).toEqual({
      error: {
        code: 'SubscriptionRequestsThrottled',
        message: `Number of requests for subscription '${azure.production}' and operation 'GET/SUBSCRIPTIONS/RESOURCEGROUPS/PROVIDERS/MICROSOFT.COMPUTE/GALLERIES' exceeded the backend storage limit. Please try again after '10' seconds.`,
      },
    })
    expect((await rita('GET', path)).status).toBe(200)
    azure.clock.advance(10_000)
    expect((await ada('GET', path)).status).toBe(200)
  })

  it('refuse all callers where that of all of them is spent, and say so beside the refusal', async () => {
    await using azure = await startedAzure({ throttling: { 'subscription-global-reads': 1 } })
    const [ada, rita] = [await azure.as('Ada'), await azure.as('Rita')]
    await ada('GET', azure.compute('galleries'))
    const { status, headers } = await rita('GET', azure.compute('galleries'))
    expect([status, headers.get('x-ms-ratelimit-remaining-subscription-global-reads')]).toEqual([429, '0'])
  })
})
