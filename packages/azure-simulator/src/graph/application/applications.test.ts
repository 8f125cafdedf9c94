import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt } from '../../json.ts'
import { startedAzure, textOf } from '../../testing/azure.ts'
import { accessAsUser, accessAsUserId, graphOf, registeredPortal } from '../../testing/graph.ts'

const unknownId = '22222222-2222-4222-8222-222222222222'

describe('applications', () => {
  it('are registered with what they say, and are found by each of their names', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { status, body } = await graph('POST', 'applications', {
      body: { displayName: 'Images', signInAudience: 'AzureADMyOrg', uniqueName: 'images', tags: ['portal'] },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      displayName: 'Images',
      signInAudience: 'AzureADMyOrg',
      api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [] },
      passwordCredentials: [],
      publisherDomain: 'contoso.example',
      tags: ['portal'],
      '@odata.context': `${azure.simulator.url}/graph/v1.0/$metadata#applications/$entity`,
    })
    const [id, appId] = [textOf(body, 'id'), textOf(body, 'appId')]
    for (const path of [
      `applications/${id}`,
      `applications('${id}')`,
      `applications(appId='${appId}')`,
      `applications(appId=%27${appId}%27)`,
      "applications(uniqueName='images')",
    ])
      expect((await graph('GET', path)).body).toMatchObject({ id, appId })
    for (const filter of [
      `appId eq '${appId}'`,
      "displayName eq 'images'",
      "startswith(displayName,'Ima')",
      "uniqueName eq 'images' and signInAudience eq 'AzureADMyOrg'",
      "tags/any(t:t eq 'portal')",
    ]) {
      const found = await graph('GET', `applications?$filter=${encodeURIComponent(filter)}&$select=id`)
      expect(found.body['value'], filter).toEqual([{ id }])
    }
    const none = await graph('GET', `applications?$filter=${encodeURIComponent("displayName eq 'Imagess'")}`)
    expect(none.body['value']).toEqual([])
  })

  it('for anybody’s accounts take version 2 tokens from the start', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { body } = await graph('POST', 'applications', { body: { displayName: 'Images' } })
    expect(body).toMatchObject({
      signInAudience: 'AzureADandPersonalMicrosoftAccount',
      api: { requestedAccessTokenVersion: 2 },
    })
  })

  it('are changed in part: what a PATCH leaves out of api, web and spa stays', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api, portal } = await registeredPortal(graph)
    expect(
      (await graph('PATCH', `applications/${api.id}`, { body: { api: { requestedAccessTokenVersion: 1 } } })).status,
    ).toBe(204)
    const { body } = await graph('GET', `applications/${api.id}`)
    expect(body['api']).toMatchObject({
      requestedAccessTokenVersion: 1,
      knownClientApplications: [portal.appId],
      oauth2PermissionScopes: [{ id: accessAsUserId, value: 'access_as_user' }],
    })
  })

  it('are made or changed by one PATCH to a unique name, if it prefers so', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const path = "applications(uniqueName='images')"
    const plain = await graph('PATCH', path, { body: { displayName: 'Images' } })
    expect([plain.status, valueAt(plain.body, 'error', 'code')]).toEqual([404, 'Request_ResourceNotFound'])
    const upsert = (displayName: string) => graph('PATCH', path, { body: { displayName }, prefer: 'create-if-missing' })
    const made = await upsert('Images')
    expect([made.status, made.body['uniqueName']]).toEqual([201, 'images'])
    expect((await upsert('More images')).status).toBe(204)
    const { body } = await graph('GET', 'applications?$filter=uniqueName eq %27images%27')
    expect(objectsAt(body, 'value').map(({ id, displayName }) => [id, displayName])).toEqual([
      [made.body['id'], 'More images'],
    ])
  })

  it('are deleted with their service principal and what was granted', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api, portal } = await registeredPortal(graph)
    await graph('POST', 'oauth2PermissionGrants', {
      body: {
        clientId: portal.principalId,
        consentType: 'AllPrincipals',
        resourceId: api.principalId,
        scope: 'access_as_user',
      },
    })
    expect((await graph('DELETE', `applications(appId='${portal.appId}')`)).status).toBe(204)
    expect((await graph('GET', `applications/${portal.id}`)).status).toBe(404)
    expect((await graph('GET', `servicePrincipals/${portal.principalId}`)).status).toBe(404)
    const { body } = await graph('GET', `oauth2PermissionGrants?$filter=clientId eq '${portal.principalId}'`)
    expect(body['value']).toEqual([])
  })

  it('come page by page', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const all = objectsAt((await graph('GET', 'applications')).body, 'value').map(({ id }) => id)
    const first = await graph('GET', 'applications?$top=3&$select=id')
    const link = textOf(first.body, '@odata.nextLink')
    expect(link.startsWith(`${azure.simulator.url}/graph/v1.0/applications?`)).toBe(true)
    const second = await graph('GET', link.slice(`${azure.simulator.url}/graph/v1.0/`.length))
    expect([...objectsAt(first.body, 'value'), ...objectsAt(second.body, 'value')].map(({ id }) => id)).toEqual(all)
    expect(second.body['@odata.nextLink']).toBeUndefined()
  })

  it.each([
    ['no name', {}, 'displayName'],
    ['a property that no application has', { displayName: 'Images', colour: 'red' }, "Invalid property 'colour'"],
    ['an audience that does not exist', { displayName: 'Images', signInAudience: 'Everybody' }, 'signInAudience'],
    [
      'a secret of its own making',
      { displayName: 'Images', passwordCredentials: [{ secretText: 'x' }] },
      "Invalid property 'passwordCredentials'",
    ],
    [
      'an identifier of somebody else’s domain',
      { displayName: 'Images', identifierUris: ['https://fabrikam.example/images'] },
      'verified domain',
    ],
    [
      'a redirect URI without TLS',
      { displayName: 'Images', spa: { redirectUris: ['http://images.contoso.example/'] } },
      'redirect URI',
    ],
    [
      'tokens of version 1 for personal accounts',
      { displayName: 'Images', api: { requestedAccessTokenVersion: 1 } },
      'requestedAccessTokenVersion',
    ],
    [
      'two scopes of one value',
      { displayName: 'Images', api: { oauth2PermissionScopes: [accessAsUser(), accessAsUser({ id: unknownId })] } },
      'oauth2PermissionScopes',
    ],
  ])('are not registered with %s', async (_, body, told) => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const answer = await graph('POST', 'applications', { body })
    expect([answer.status, valueAt(answer.body, 'error', 'code')]).toEqual([400, 'Request_BadRequest'])
    expect(valueAt(answer.body, 'error', 'message')).toContain(told)
  })

  it('share no identifier, and keep a scope until it is disabled', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api, portal } = await registeredPortal(graph)
    const taken = await graph('PATCH', `applications/${portal.id}`, {
      body: { identifierUris: [`api://${portal.appId}`, `api://${api.appId}`] },
    })
    expect(taken.status).toBe(400)
    const patch = (scopes: ReturnType<typeof accessAsUser>[]) =>
      graph('PATCH', `applications/${api.id}`, { body: { api: { oauth2PermissionScopes: scopes } } })
    const refused = await patch([])
    expect([refused.status, valueAt(refused.body, 'error', 'code')]).toEqual([
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
    ])
    expect((await patch([accessAsUser({ isEnabled: false })])).status).toBe(204)
    expect((await patch([])).status).toBe(204)
  })

  it('go back to those of the beginning with the world', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const count = async () => objectsAt((await graph('GET', 'applications')).body, 'value').length
    const before = await count()
    await registeredPortal(graph)
    expect(await count()).toBe(before + 2)
    const arm = await azure.asOwner()
    expect((await arm('POST', '/simulator/world/reset')).status).toBe(200)
    expect(await count()).toBe(before)
  })
})
