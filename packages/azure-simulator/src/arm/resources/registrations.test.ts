import { describe, expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'

describe('registration', () => {
  it('of a feature takes its time', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const feature = `/subscriptions/${azure.production}/providers/Microsoft.Features/providers/microsoft.compute/features/sigencryption`
    const name = 'Microsoft.Compute/SIGEncryption'
    expect((await arm('GET', feature)).body).toMatchObject({ name, properties: { state: 'NotRegistered' } })
    expect((await arm('POST', `${feature}/register`)).body).toMatchObject({ properties: { state: 'Registering' } })
    azure.clock.advance(59_000)
    expect((await arm('GET', feature)).body).toMatchObject({ properties: { state: 'Registering' } })
    azure.clock.advance(1000)
    expect((await arm('GET', feature)).body).toMatchObject({ name, properties: { state: 'Registered' } })
    expect((await arm('GET', `${feature}2`)).status).toBe(404)
  })

  it('of a provider decides what can be made', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const provider = `/subscriptions/${azure.production}/providers/Microsoft.Compute`
    const make = () => arm('PUT', azure.compute('galleries/newGallery'), { location: 'westus' })
    expect((await arm('POST', `${provider}/unregister`)).body['registrationState']).toBe('Unregistering')
    azure.clock.advance(60_000)
    expect((await arm('GET', provider)).body['registrationState']).toBe('Unregistered')
    expect(await make()).toMatchObject({ status: 409, body: { error: { code: 'MissingSubscriptionRegistration' } } })
    expect((await arm('POST', `${provider}/register`)).body['registrationState']).toBe('Registering')
    expect((await make()).status).toBe(201)
  })
})

describe('a resource group', () => {
  it('is deleted with all that is in it, and polled with 202 until then', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const group = `/subscriptions/${azure.production}/resourcegroups/toGo`
    await arm('PUT', group, { location: 'westus' })
    const gallery = `${group}/providers/Microsoft.Compute/galleries/gone`
    await arm('PUT', gallery, { location: 'westus' })
    const answer = await arm('DELETE', group)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '15'])
    const location = answer.headers.get('location') ?? ''
    expect((await arm('GET', location)).status).toBe(202)
    azure.clock.advance(15_000)
    expect((await arm('GET', location)).status).toBe(200)
    expect((await arm('HEAD', group)).status).toBe(404)
    await arm('PUT', group, { location: 'westus' })
    expect((await arm('GET', gallery)).status).toBe(404)
  })
})
