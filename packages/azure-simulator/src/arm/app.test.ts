import { request } from 'node:http'
import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { valueAt } from '../json.ts'
import {
  aSigningKey,
  armToken,
  call,
  portalTokens,
  secondFactorClaims,
  startedAzure,
  textOf,
  type StartedAzure,
} from '../testing/azure.ts'

const containing = (text: string): unknown => expect.stringContaining(text)
const anyText: unknown = expect.any(String)

const tampered = (token: string) =>
  token.replace(/\.([^.]+)$/, (_, signature: string) => `.${signature.slice(40)}${signature.slice(0, 40)}`)

describe('ARM at its gateway', () => {
  it.each([
    ['no token', async () => undefined],
    [
      "the portal's own token",
      async (azure: Awaited<ReturnType<typeof startedAzure>>) =>
        textOf(await portalTokens(azure.simulator, 'Ada'), 'access_token'),
    ],
    [
      'a tampered token',
      async (azure: Awaited<ReturnType<typeof startedAzure>>) => tampered(await armToken(azure.simulator, 'Ada')),
    ],
    [
      "another simulator's token",
      async () => {
        await using other = await startedAzure({ signingKey: await aSigningKey() })
        return await armToken(other.simulator, 'Ada')
      },
    ],
  ])('answers %s with 401 and a challenge', async (_, tokenOf) => {
    await using azure = await startedAzure()
    const token = await tokenOf(azure)
    const answer = await call(azure.simulator, {
      method: 'GET',
      path: '/subscriptions',
      ...(token !== undefined && { token }),
    })
    expect([answer.status, valueAt(answer.body, 'error', 'code')]).toEqual([401, 'AuthenticationFailed'])
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer authorization_uri="http:\/\/localhost.*error="invalid_token"/,
    )
  })

  it('takes a token until it expires', async () => {
    let now = Date.now()
    await using azure = await startedAzure({ entraNow: () => now })
    const ada = await azure.as('Ada')
    expect((await ada('GET', '/subscriptions')).status).toBe(200)
    now += 15 * 60_000 + 1000
    expect((await ada('GET', '/subscriptions')).body).toMatchObject({ error: { code: 'AuthenticationFailed' } })
  })

  it('gives an On-Behalf-Of token that names the user and ARM', async () => {
    await using azure = await startedAzure()
    expect(decodeJwt(await armToken(azure.simulator, 'Ada'))).toMatchObject({
      aud: 'https://management.azure.com',
      scp: 'user_impersonation',
      tid: azure.simulator.tenantId,
      upn: 'ada@contoso.example',
    })
  })

  it('wants an api-version', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    expect(await ada('GET', '/subscriptions?api-version=')).toMatchObject({
      status: 400,
      body: { error: { code: 'MissingApiVersionParameter' } },
    })
  })

  it('matches paths in any case, and answers with its own headers and Azure’s time', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada(
      'GET',
      azure
        .compute('galleries/CONTOSOGALLERY')
        .toLowerCase()
        .replace('/resourcegroups/myresourcegroup', '/RESOURCEGROUPS/MYRESOURCEGROUP'),
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      id: azure.compute('galleries/contosoGallery'),
      name: 'contosoGallery',
      properties: { provisioningState: 'Succeeded' },
    })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-cache',
      date: 'Mon, 01 Dec 2025 12:00:00 GMT',
      'content-type': 'application/json; charset=utf-8',
      'x-ms-request-id': anyText,
      'x-ms-correlation-request-id': anyText,
    })
  })

  it('folds slashes that follow each other in a path', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = `/${azure.compute('galleries/contosoGallery')}`.replace('/providers', '///providers')
    expect(path.startsWith('//subscriptions/')).toBe(true)
    expect((await ada('GET', azure.simulator.url + path)).body).toMatchObject({ name: 'contosoGallery' })
  })

  it('says by a HEAD of a resource whether it is there', async () => {
    await using azure = await startedAzure()
    const token = await armToken(azure.simulator, 'Ada')
    const head = (name: string) =>
      call(azure.simulator, { method: 'HEAD', path: azure.compute(`galleries/${name}`), token })
    expect((await head('contosoGallery')).status).toBe(204)
    expect((await head('none')).status).toBe(404)
  })

  it('keeps the correlation id it is given, and records who asked for what', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const correlationId = '6f2b2c52-3f0b-4d43-93a5-1c1f0c9a2f10'
    const token = await armToken(simulator, 'Ada')
    const response = await fetch(`${simulator.url}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${token}`, 'x-ms-correlation-request-id': correlationId },
    })
    expect(response.headers.get('x-ms-correlation-request-id')).toBe(correlationId)
    expect(simulator.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: '/subscriptions',
      query: { 'api-version': '2022-12-01' },
      status: 200,
      correlationId,
      userObjectId: simulator.world.users[0]?.id,
      at: '2025-12-01T12:00:00.000Z',
    })
    expect(JSON.stringify(simulator.requests)).not.toContain(token)
  })

  it('refuses a body that is no JSON object', async () => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const token = await armToken(simulator, 'Ada')
    for (const body of ['{', '[]', 'null', '"text"']) {
      const response = await fetch(`${simulator.url}${azure.compute('galleries/g')}?api-version=1`, {
        method: 'PUT',
        body,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      })
      expect([body, response.status, await response.json()]).toMatchObject([
        body,
        400,
        { error: { code: 'InvalidRequestContent' } },
      ])
    }
  })

  it.each([
    [
      'a missing resource',
      'galleries/none',
      'ResourceNotFound',
      "The Resource 'Microsoft.Compute/galleries/none' under resource group 'myResourceGroup' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    ],
    [
      'a missing version',
      'galleries/contosoGallery/images/ubuntu-web/versions/9.9.9',
      'ResourceNotFound',
      containing("'Microsoft.Compute/galleries/contosoGallery/images/ubuntu-web/versions/9.9.9'"),
    ],
    ['a type that it does not serve', 'proximityPlacementGroups/none', 'InvalidResourceType', anyText],
  ])('answers 404 for %s', async (_, path, code, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    expect(await ada('GET', azure.compute(path))).toMatchObject({ status: 404, body: { error: { code, message } } })
  })

  it('answers 404 for a missing group', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const answer = await ada('GET', azure.compute('galleries').replace('myResourceGroup', 'noGroup'))
    expect(answer).toMatchObject({
      status: 404,
      body: { error: { code: 'ResourceGroupNotFound', message: "Resource group 'noGroup' could not be found." } },
    })
    expect(answer.headers.get('x-ms-failure-cause')).toBe('gateway')
  })

  it.each(['..', '.', '%2e%2e', 'a%2fb', 'x%00'])('does not climb or break on the name %s', async (name) => {
    await using azure = await startedAzure()
    const { simulator } = azure
    const token = await armToken(simulator, 'Ada')
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const path = `${azure.compute('diskEncryptionSets')}/${name}?api-version=1`
      request(simulator.url, { path, headers: { authorization: `Bearer ${token}` } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end()
    })
    expect([400, 404]).toContain(status)
  })

  it('pages a long list, the next page by an absolute link', async () => {
    await using azure = await startedAzure({ pageSize: 10 })
    const ada = await azure.as('Ada')
    const names: unknown[] = []
    for (let path: unknown = azure.compute('diskEncryptionSets'); typeof path === 'string';) {
      const { body } = await ada('GET', path)
      const { value, nextLink } = body
      names.push(...(Array.isArray(value) ? value.map((set) => valueAt(set, 'name')) : []))
      path = nextLink
    }
    const all = azure.simulator.world.store.list(
      `/subscriptions/${azure.production}`,
      'Microsoft.Compute/diskEncryptionSets',
    )
    expect(all.length).toBeGreaterThan(20)
    expect(new Set(names)).toEqual(new Set(all.map(({ name }) => name)))
    expect(names).toHaveLength(all.length)
  })
})

describe('rights', () => {
  it.each([
    ['Ada', ['Contoso Production', 'Contoso Development']],
    ['Ben', ['Contoso Development']],
    ['Rita', ['Contoso Production']],
    ['Noor', []],
  ])('show %s the subscriptions that are theirs', async (name, expected) => {
    await using azure = await startedAzure()
    const { body } = await (await azure.as(name))('GET', '/subscriptions')
    expect(
      Array.isArray(body['value']) && body['value'].map((subscription) => valueAt(subscription, 'displayName')),
    ).toEqual(expected)
  })

  it('hide a subscription from those who have no role in it', async () => {
    await using azure = await startedAzure()
    const ben = await azure.as('Ben')
    const message = `The subscription '${azure.production}' could not be found.`
    for (const path of [
      `/subscriptions/${azure.production}`,
      azure.compute('galleries'),
      azure.compute('galleries/contosoGallery'),
    ])
      expect(await ben('GET', path)).toMatchObject({
        status: 404,
        body: { error: { code: 'SubscriptionNotFound', message } },
      })
  })

  it('let a reader read and not write', async () => {
    await using azure = await startedAzure()
    const rita = await azure.as('Rita')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    expect((await rita('GET', azure.compute('galleries/contosoGallery'))).status).toBe(200)
    const { status, body } = await rita('PUT', path, {})
    expect([status, valueAt(body, 'error', 'code')]).toEqual([403, 'AuthorizationFailed'])
    expect(valueAt(body, 'error', 'message')).toContain(
      `perform action 'Microsoft.Compute/galleries/images/versions/write' over scope '${path}'`,
    )
  })

  it('of a group only, show that group of the subscription and no other', async () => {
    await using azure = await startedAzure()
    const { simulator, development } = azure
    const noor = simulator.world.users.find(({ displayName }) => displayName.startsWith('Noor'))?.id ?? ''
    const ada = await azure.as('Ada')
    await ada('PUT', `/subscriptions/${development}/resourceGroups/otherGroup`, { location: 'westus' })
    await ada(
      'PUT',
      `/subscriptions/${development}/resourceGroups/otherGroup/providers/Microsoft.Compute/galleries/otherGallery`,
      { location: 'westus' },
    )
    simulator.world.roleAssignments.push({
      principalId: noor,
      role: 'Reader',
      scope: `/subscriptions/${development}/resourceGroups/otherGroup`,
    })
    const { body } = await (
      await azure.as('Noor')
    )('GET', `/subscriptions/${development}/providers/Microsoft.Compute/galleries`)
    expect(body).toMatchObject({ value: [{ name: 'otherGallery' }] })
  })

  it('ask a second factor of users who signed in without one, in a challenge that the claims answer', async () => {
    await using azure = await startedAzure()
    const path = azure.compute('galleries/samsGallery')
    const refused = await (await azure.as('Sam'))('PUT', path, { location: 'westus' })
    expect(refused.status).toBe(401)
    const challenge = refused.headers.get('www-authenticate') ?? ''
    expect(challenge).toMatch(
      /^Bearer realm="", authorization_uri="http:\/\/localhost:\d+\/.+", error="insufficient_claims", claims="/,
    )
    const claims = atob(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '')
    expect(claims).toBe(secondFactorClaims)
    expect((await (await azure.as('Sam', claims))('PUT', path, { location: 'westus' })).status).toBe(201)
  })

  it.each([
    ['a user who signed in with one', (azure: StartedAzure) => azure.as('Ada')],
    ['a program, which has none', (azure: StartedAzure) => azure.asOwner()],
  ])('ask no second factor of %s', async (_, signIn) => {
    await using azure = await startedAzure()
    const write = await signIn(azure)
    expect((await write('PUT', azure.compute('galleries/newGallery'), { location: 'westus' })).status).toBe(201)
  })
})
