import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { startedAzure } from '../testing/azure.ts'

async function terms() {
  const azure = await startedAzure()
  const path = (subscriptionId = azure.production, apiVersion = '2021-01-01') =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.MarketplaceOrdering/offerTypes/virtualmachine/publishers/contoso-partner/offers/linux/plans/hardened/agreements/current?api-version=${apiVersion}`
  return { azure, path, ada: await azure.as('Ada'), [Symbol.asyncDispose]: () => azure.simulator.close() }
}

const propertiesOf = (body: JsonObject) => body['properties'] as JsonObject

describe('the terms of a plan', () => {
  it('are read before anybody accepted them', async () => {
    await using agreement = await terms()
    const { status, body } = await agreement.ada('GET', agreement.path())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'hardened',
      type: 'Microsoft.MarketplaceOrdering/offertypes',
      properties: { publisher: 'contoso-partner', product: 'linux', plan: 'hardened', accepted: false },
    })
    const links = ['licenseTextLink', 'privacyPolicyLink', 'marketplaceTermsLink', 'signature', 'retrieveDatetime']
    for (const link of links) expect(propertiesOf(body)[link]).toEqual(expect.any(String))
  })

  it('are accepted as the Azure CLI does it, once in a subscription, and revoked', async () => {
    await using agreement = await terms()
    const { ada, path, azure } = agreement
    const { body } = await ada('GET', path())
    const accepted = { properties: { ...propertiesOf(body), accepted: true } }
    expect(await ada('PUT', path(), accepted)).toMatchObject({ status: 200, body: { properties: { accepted: true } } })
    expect((await ada('GET', path())).body).toMatchObject({ properties: { accepted: true } })
    expect((await ada('GET', path(azure.development))).body).toMatchObject({ properties: { accepted: false } })
    await ada('PUT', path(), { properties: { ...propertiesOf(body), accepted: false } })
    expect((await ada('GET', path())).body).toMatchObject({ properties: { accepted: false } })
  })

  it('are not accepted by a PUT that does not say so', async () => {
    await using agreement = await terms()
    const sent = { properties: { publisher: 'contoso-partner', product: 'linux', plan: 'hardened' } }
    expect(await agreement.ada('PUT', agreement.path(), sent)).toMatchObject({
      status: 200,
      body: { properties: { accepted: false } },
    })
  })

  it('need the right to accept them, and their provider', async () => {
    await using agreement = await terms()
    const { azure, path, ada } = agreement
    const rita = await azure.as('Rita')
    const accepted = { properties: { accepted: true } }
    expect((await rita('PUT', path(), accepted)).status).toBe(403)
    const provider = `/subscriptions/${azure.production}/providers/Microsoft.MarketplaceOrdering`
    expect((await ada('GET', provider)).body).toMatchObject({ registrationState: 'Registered' })
    const arm = await azure.asOwner()
    await arm('POST', `${provider}/unregister`)
    azure.clock.advance(120_000)
    expect(await ada('PUT', path(), accepted)).toMatchObject({
      status: 409,
      body: { error: { code: 'MissingSubscriptionRegistration' } },
    })
  })

  it('are no resource of the subscription', async () => {
    await using agreement = await terms()
    const { azure, path } = agreement
    const arm = await azure.asOwner()
    await arm('PUT', path(), { properties: { accepted: true } })
    const { text } = await arm('GET', `/subscriptions/${azure.production}/resources`)
    expect(text).not.toContain('agreements')
  })
})
