import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt } from '../json.ts'
import { startedAzure, textOf } from '../testing/azure.ts'
import { azureServiceManagementId, graphOf, principalIdOf, registeredPortal } from '../testing/graph.ts'

describe('service principals', () => {
  it('of Microsoft are there, with the scopes that applications ask for', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { body } = await graph('GET', `servicePrincipals(appId='${azureServiceManagementId}')`)
    expect(body).toMatchObject({
      appId: azureServiceManagementId,
      appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
      oauth2PermissionScopes: [{ id: '41094075-9dad-400e-a0bd-54e686782033', value: 'user_impersonation' }],
    })
    const named = await graph(
      'GET',
      "servicePrincipals?$filter=servicePrincipalNames/any(c:c eq '00000003-0000-0000-c000-000000000000')",
    )
    expect(objectsAt(named.body, 'value')).toMatchObject([{ displayName: 'Microsoft Graph' }])
  })

  it('are made of a registration, once, and go without it', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph, { principals: false })
    const make = () => graph('POST', 'servicePrincipals', { body: { appId: api.appId, accountEnabled: true } })
    const made = await make()
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      appId: api.appId,
      accountEnabled: true,
      appOwnerOrganizationId: azure.simulator.tenantId,
      servicePrincipalNames: [api.appId, `api://${api.appId}`],
      oauth2PermissionScopes: [{ value: 'access_as_user' }],
    })
    const again = await make()
    expect([again.status, valueAt(again.body, 'error', 'code')]).toEqual([
      409,
      'Request_MultipleObjectsWithSameKeyValue',
    ])
    const upserted = await graph('PATCH', `servicePrincipals(appId='${api.appId}')`, {
      body: { displayName: 'Images API' },
      prefer: 'create-if-missing',
    })
    expect(upserted.status).toBe(204)
    expect((await graph('DELETE', `servicePrincipals/${textOf(made.body, 'id')}`)).status).toBe(204)
    expect((await graph('GET', `applications/${api.id}`)).status).toBe(200)
    const anew = await graph('PATCH', `servicePrincipals(appId='${api.appId}')`, {
      body: {},
      prefer: 'create-if-missing',
    })
    expect([anew.status, anew.body['appId']]).toEqual([201, api.appId])
  })

  it('are not made of nothing', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { status, body } = await graph('POST', 'servicePrincipals', {
      body: { appId: '22222222-2222-4222-8222-222222222222' },
    })
    expect([status, valueAt(body, 'error', 'details', 0, 'code')]).toEqual([400, 'NoBackingApplicationObject'])
    expect(valueAt(body, 'error', 'message')).toContain('does not reference a valid application object')
  })

  it('may be given roles in Azure, and use them with a secret of their application', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const owner = await azure.asOwner()
    const path = `/subscriptions/${azure.production}/providers/Microsoft.Authorization/roleAssignments/33333333-3333-4333-8333-333333333333`
    // Reader, and no principalType: Azure looks for the principal itself.
    const roleDefinitionId = `/subscriptions/${azure.production}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`
    const assigned = await owner('PUT', path, { properties: { roleDefinitionId, principalId: api.principalId } })
    expect([assigned.status, valueAt(assigned.body, 'properties', 'principalType')]).toEqual([201, 'ServicePrincipal'])
  })
})

describe('permission grants', () => {
  it('are made, found, widened and taken back', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const resourceId = await principalIdOf(graph, azureServiceManagementId)
    const grant = { clientId: api.principalId, consentType: 'AllPrincipals', principalId: null, resourceId }
    const made = await graph('POST', 'oauth2PermissionGrants', { body: { ...grant, scope: ' user_impersonation' } })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ ...grant, scope: 'user_impersonation' })
    const again = await graph('POST', 'oauth2PermissionGrants', { body: { ...grant, scope: 'user_impersonation' } })
    expect([again.status, valueAt(again.body, 'error', 'message')]).toEqual([409, 'Permission entry already exists.'])
    const found = await graph(
      'GET',
      `oauth2PermissionGrants?$filter=clientId eq '${api.principalId}' and consentType eq 'AllPrincipals'`,
    )
    const id = textOf(made.body, 'id')
    expect(objectsAt(found.body, 'value')).toMatchObject([{ id }])
    expect(
      (await graph('PATCH', `oauth2PermissionGrants/${id}`, { body: { scope: 'user_impersonation more' } })).status,
    ).toBe(204)
    expect((await graph('GET', `oAuth2PermissionGrants/${id}`)).body['scope']).toBe('user_impersonation more')
    expect((await graph('DELETE', `oauth2PermissionGrants/${id}`)).status).toBe(204)
    expect((await graph('GET', `oauth2PermissionGrants/${id}`)).status).toBe(404)
  })

  it.each([
    ['a client that is not there', { clientId: '22222222-2222-4222-8222-222222222222' }, 404],
    ['one user without saying who', { consentType: 'Principal' }, 400],
    ['everybody, and one of them by name', { principalId: 'c0470500-0000-4000-8000-00000000b001' }, 400],
  ])('are not made for %s', async (_, change, status) => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api, portal } = await registeredPortal(graph)
    const grant = {
      clientId: portal.principalId,
      consentType: 'AllPrincipals',
      resourceId: api.principalId,
      scope: 'access_as_user',
      ...change,
    }
    expect((await graph('POST', 'oauth2PermissionGrants', { body: grant })).status).toBe(status)
  })
})
