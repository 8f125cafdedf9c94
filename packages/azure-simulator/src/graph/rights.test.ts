import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt } from '../json.ts'
import {
  aBrowser,
  authorizeRequest,
  fragmentOf,
  postToken,
  programToken,
  redemption,
  startedAzure,
  textOf,
  type StartedAzure,
} from '../testing/azure.ts'
import { graphOf, graphWith, principalIdOf, registeredPortal, type Graph } from '../testing/graph.ts'
import { aVisitor } from '../testing/sandboxes.ts'

const microsoftGraphId = '00000003-0000-0000-c000-000000000000'

/** Graph for that person, through an application with `scopes` for all users. */
async function graphAs({ simulator }: StartedAzure, firstName: string, scopes: string): Promise<Graph> {
  const graph = await graphOf(simulator)
  const { portal } = await registeredPortal(graph)
  await graph('POST', 'oauth2PermissionGrants', {
    body: {
      clientId: portal.principalId,
      consentType: 'AllPrincipals',
      resourceId: await principalIdOf(graph, microsoftGraphId),
      scope: scopes,
    },
  })
  const scope = scopes
    .split(' ')
    .map((value) => `https://graph.microsoft.com/${value}`)
    .join(' ')
  const { url, verifier } = authorizeRequest(simulator, { client_id: portal.appId, scope })
  const browser = aBrowser(simulator)
  await browser.open(url.replace('/organizations/', `/${simulator.tenantId}/`))
  const user = simulator.world.users.find(({ displayName }) => displayName.startsWith(firstName))
  const { code = '' } = fragmentOf(await browser.press({ user: user?.id ?? '' }))
  const { body } = await postToken(simulator, { ...redemption(simulator, { code, verifier }), client_id: portal.appId })
  return graphWith(simulator, textOf(body, 'access_token'))
}

const codeOf = ({ status, body }: Awaited<ReturnType<Graph>>) => [status, valueAt(body, 'error', 'code')]

describe('the rights of a caller', () => {
  it('let a program without the role do nothing', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const [pipeline] = simulator.world.servicePrincipals
    const { body } = await postToken(
      simulator,
      {
        grant_type: 'client_credentials',
        client_id: pipeline?.clientId ?? '',
        client_secret: pipeline?.clientSecret ?? '',
        scope: 'https://graph.microsoft.com/.default',
      },
      {},
    )
    const graph = graphWith(simulator, textOf(body, 'access_token'))
    for (const answer of [
      await graph('GET', 'applications'),
      await graph('POST', 'applications', { body: { displayName: 'Images' } }),
    ])
      expect(codeOf(answer)).toEqual([403, 'Authorization_RequestDenied'])
  })

  it('let a user read, and not register, whatever the application may', async () => {
    await using azure = await startedAzure()
    const graph = await graphAs(azure, 'Ada', 'Application.ReadWrite.All')
    expect((await graph('GET', 'applications')).status).toBe(200)
    expect(codeOf(await graph('POST', 'applications', { body: { displayName: 'Images' } }))).toEqual([
      403,
      'Authorization_RequestDenied',
    ])
  })

  it('let an administrator register, if the application may', async () => {
    await using azure = await startedAzure()
    const graph = await graphAs(azure, 'Vera', 'Application.ReadWrite.All')
    expect((await graph('POST', 'applications', { body: { displayName: 'Images' } })).status).toBe(201)
  })

  it('let nobody register by way of an application that may only read', async () => {
    await using azure = await startedAzure()
    const graph = await graphAs(azure, 'Vera', 'Directory.Read.All')
    expect((await graph('GET', 'servicePrincipals')).status).toBe(200)
    expect((await graph('POST', 'applications', { body: { displayName: 'Images' } })).status).toBe(403)
  })

  it('let everybody see themselves', async () => {
    await using azure = await startedAzure()
    const graph = await graphAs(azure, 'Ada', 'User.Read')
    expect((await graph('GET', 'me')).body).toMatchObject({
      userPrincipalName: 'ada@contoso.example',
      userType: 'Member',
    })
    expect(codeOf(await graph('GET', 'users'))).toEqual([403, 'Authorization_RequestDenied'])
  })

  it.each([
    ['none', ''],
    ['one for Azure Resource Manager', 'https://management.azure.com/.default'],
  ])('are none with a token that is %s', async (_, scope) => {
    await using azure = await startedAzure()
    const token = scope === '' ? '' : await programToken(azure.simulator, scope)
    const answer = await graphWith(azure.simulator, token)('GET', 'applications')
    expect(codeOf(answer)).toEqual([401, 'InvalidAuthenticationToken'])
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  })
})

describe('where strangers come', () => {
  it('each registers in their own sandbox', async () => {
    await using azure = await startedAzure({ sandboxes: {} })
    const { simulator } = azure
    const { tenantId } = await aVisitor(simulator)
    const own = await graphOf({ ...simulator, tenantId })
    const names = async (of: Graph) =>
      objectsAt((await of('GET', "applications?$filter=displayName eq 'Images'")).body, 'value').length
    expect((await own('POST', 'applications', { body: { displayName: 'Images' } })).status).toBe(201)
    const other = await graphOf({ ...simulator, tenantId: (await aVisitor(simulator)).tenantId })
    expect([await names(own), await names(other)]).toEqual([1, 0])
  })

  it('a sandbox sends nobody elsewhere', async () => {
    await using azure = await startedAzure({ sandboxes: {} })
    const { simulator } = azure
    const { tenantId } = await aVisitor(simulator)
    const graph = await graphOf({ ...simulator, tenantId })
    const register = (uri: string) =>
      graph('POST', 'applications', { body: { displayName: 'Images', spa: { redirectUris: [uri] } } })
    expect((await register('https://evil.example/')).status).toBe(400)
    expect((await register('http://localhost:4280/auth/redirect.html')).status).toBe(201)
  })

  it('a sandbox takes only so much', async () => {
    await using azure = await startedAzure({ sandboxes: {} })
    const { simulator } = azure
    const { tenantId } = await aVisitor(simulator)
    const graph = await graphOf({ ...simulator, tenantId })
    const answers = []
    for (let count = 0; count <= 50; count += 1)
      answers.push(await graph('POST', 'applications', { body: { displayName: `Images ${count}` } }))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50)
    expect(answers.slice(-1).map(codeOf)).toEqual([[403, 'Directory_QuotaExceeded']])
  })
})

describe('people and the tenant', () => {
  it('are told as az asks for them', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const graph = await graphOf(simulator)
    const ada = "users?$filter=userPrincipalName eq 'ada@contoso.example'"
    expect(objectsAt((await graph('GET', ada)).body, 'value')).toMatchObject([{ displayName: 'Ada Rossi' }])
    expect((await graph('GET', 'users/ada@contoso.example')).body).toMatchObject({ surname: 'Rossi' })
    expect((await graph('GET', 'groups')).body['value']).toEqual([])
    expect(objectsAt((await graph('GET', 'organization')).body, 'value')).toMatchObject([
      { id: simulator.tenantId, displayName: 'Contoso', verifiedDomains: [{ name: 'contoso.example' }] },
    ])
    const [program] = simulator.world.servicePrincipals
    const [user] = simulator.world.users
    const { body } = await graph('POST', 'directoryObjects/getByIds', {
      body: { ids: [user?.id ?? '', program?.id ?? '', 'nobody'], types: ['user', 'servicePrincipal'] },
    })
    expect(objectsAt(body, 'value').map((each) => [each['@odata.type'], each['displayName']])).toEqual([
      ['#microsoft.graph.user', user?.displayName],
      ['#microsoft.graph.servicePrincipal', program?.displayName],
    ])
    expect(codeOf(await graph('GET', 'me'))).toEqual([400, 'Request_BadRequest'])
  })

  it.each([
    ['a set that is not there', 'GET', 'nothing', 400],
    ['a filter that is not understood', 'GET', "applications?$filter=displayName ne 'x'", 400],
    ['a filter on what no application has', 'GET', "applications?$filter=colour eq 'red'", 400],
    ['an option that is not served', 'GET', 'applications?$expand=owners', 400],
    ['an application that is not there', 'GET', 'applications/22222222-2222-4222-8222-222222222222', 404],
  ])('refuse %s', async (_, method, path, status) => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const answer = await graph(method, path)
    expect([answer.status, typeof valueAt(answer.body, 'error', 'message')]).toEqual([status, 'string'])
  })
})
