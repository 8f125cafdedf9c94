import { X509Certificate } from 'node:crypto'
import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { generate } from 'selfsigned'
import { describe, expect, it } from 'vitest'
import { applicationOf, keepObject } from '../directory/tenant-objects.ts'
import { textAt } from '../json.ts'
import { postToken, startedAzure, textOf, type StartedAzure } from '../testing/azure.ts'
import { arriving, exchanging, redeeming, refusedWith } from '../testing/entra.ts'
import {
  consentForAll,
  graphOf,
  newSecretOf,
  registeredPortal,
  type Graph,
  type Registered,
  type RegisteredPortal,
} from '../testing/graph.ts'
import { startedIssuer } from '../testing/issuer.ts'
import { aVisitor } from '../testing/sandboxes.ts'

interface Scene extends RegisteredPortal {
  graph: Graph
  /** Ada's token for the API */
  assertion: string
}

async function scene({ simulator }: StartedAzure): Promise<Scene> {
  const graph = await graphOf(simulator)
  const registered = await registeredPortal(graph)
  await consentForAll(graph, registered)
  const arrival = { client: registered.portal, scope: registered.api.scope }
  const { body } = await redeeming(simulator, arrival, await arriving(simulator, arrival))
  return { graph, ...registered, assertion: textOf(body, 'access_token') }
}

/** Real MSAL, as the portal's server uses it. */
function msalOf({ simulator }: StartedAzure, { appId }: Registered, credential: Partial<NodeAuthOptions>) {
  const { entra, tenantId } = simulator
  return new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      authority: `https://sts.demo.invalid/${tenantId}/v2.0`,
      knownAuthorities: ['sts.demo.invalid'],
      authorityMetadata: JSON.stringify({
        issuer: entra.issuerTemplate,
        authorization_endpoint: entra.authorizationEndpoint.replace('{tenantid}', tenantId),
        token_endpoint: entra.tokenEndpoint.replace('{tenantid}', tenantId),
        jwks_uri: entra.jwksUri.replace('{tenantid}', tenantId),
      }),
      ...credential,
    },
  })
}

const scopes = ['https://management.azure.com/.default']

describe('a secret', () => {
  it.each([
    ['that is wrong', 'wrong', 7000215],
    ['that was removed', 'removed', 7000215],
    ['that is expired', 'expired', 7000222],
  ])('is refused: one %s', async (_, which, aadsts) => {
    await using azure = await startedAzure()
    const { graph, api, assertion } = await scene(azure)
    const secret = await newSecretOf(graph, api, {
      ...(which === 'expired' && { startDateTime: '2020-01-01T00:00:00Z', endDateTime: '2021-01-01T00:00:00Z' }),
    })
    if (which === 'removed') {
      const { body } = await graph('GET', `applications/${api.id}`)
      const keyId = textAt(body, 'passwordCredentials', 0, 'keyId') ?? ''
      await graph('POST', `applications/${api.id}/removePassword`, { body: { keyId } })
    }
    const credential = { client_secret: which === 'wrong' ? `${secret}x` : secret }
    const answer = await exchanging(azure.simulator, { api }, { assertion, credential })
    expect([answer.status, refusedWith(answer)]).toEqual([401, aadsts])
  })
})

describe('a certificate', () => {
  async function withCertificate(graph: Graph, api: Registered) {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'api' }], { algorithm: 'sha256' })
    const der = cert.replace(/-----[^-]+-----|\s/g, '')
    await graph('PATCH', `applications/${api.id}`, {
      body: { keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key: der }] },
    })
    return { cert, key }
  }

  it('proves the API, as MSAL signs with it', async () => {
    await using azure = await startedAzure()
    const { graph, api, assertion } = await scene(azure)
    const { cert, key } = await withCertificate(graph, api)
    const clientCertificate = { thumbprintSha256: thumbprintOf(cert), privateKey: key }
    const result = await msalOf(azure, api, { clientCertificate }).acquireTokenOnBehalfOf({
      oboAssertion: assertion,
      scopes,
    })
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ appid: api.appId, appidacr: '2' })
  })

  it('is refused if it is not registered, or if another key signed', async () => {
    await using azure = await startedAzure()
    const { graph, api, assertion } = await scene(azure)
    const { cert } = await withCertificate(graph, api)
    const other = await generate([{ name: 'commonName', value: 'other' }], { algorithm: 'sha256' })
    for (const clientCertificate of [
      { thumbprintSha256: thumbprintOf(other.cert), privateKey: other.private },
      { thumbprintSha256: thumbprintOf(cert), privateKey: other.private },
    ])
      await expect(
        msalOf(azure, api, { clientCertificate }).acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes }),
      ).rejects.toThrow('AADSTS700027')
  })
})

describe('a federated credential', () => {
  const subject = 'system:serviceaccount:portal:portal'
  const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

  const trusting = (graph: Graph, api: Registered, issuer: string) =>
    graph('POST', `applications/${api.id}/federatedIdentityCredentials`, {
      body: { name: 'cluster', issuer, subject, audiences: ['api://AzureADTokenExchange'] },
    })

  it('proves the API by a token of the cluster that it trusts', async () => {
    await using azure = await startedAzure()
    await using cluster = await startedIssuer()
    const { graph, api, assertion } = await scene(azure)
    await trusting(graph, api, cluster.url)
    const clientAssertion = () => cluster.token({ subject })
    const result = await msalOf(azure, api, { clientAssertion }).acquireTokenOnBehalfOf({
      oboAssertion: assertion,
      scopes,
    })
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ appid: api.appId, appidacr: '2' })
  })

  it.each([
    ['another subject', { subject: 'system:serviceaccount:portal:other' }, 700213],
    ['another audience', { audience: 'https://other.example' }, 700212],
    ['a time that is over', { at: 1_600_000_000 }, 700024],
  ])('is refused with a token of %s', async (_, claims, aadsts) => {
    await using azure = await startedAzure()
    await using cluster = await startedIssuer()
    const { graph, api, assertion } = await scene(azure)
    await trusting(graph, api, cluster.url)
    const credential = {
      client_assertion_type: jwtBearer,
      client_assertion: await cluster.token({ subject, ...claims }),
    }
    const answer = await exchanging(azure.simulator, { api }, { assertion, credential })
    expect([answer.status, refusedWith(answer)]).toEqual([401, aadsts])
  })

  it('is refused where there is none, where it is of another issuer, and with a key that the issuer does not publish', async () => {
    await using azure = await startedAzure()
    await using cluster = await startedIssuer()
    await using other = await startedIssuer()
    const { graph, api, assertion } = await scene(azure)
    const attempt = async () => {
      const credential = { client_assertion_type: jwtBearer, client_assertion: await cluster.token({ subject }) }
      return refusedWith(await exchanging(azure.simulator, { api }, { assertion, credential }))
    }
    expect(await attempt()).toBe(70021)
    await trusting(graph, api, other.url)
    expect(await attempt()).toBe(700211)
    await graph('PATCH', `applications/${api.id}/federatedIdentityCredentials/cluster`, {
      body: { issuer: cluster.url },
    })
    expect(await attempt()).toBeUndefined()
    await cluster.changeKey()
    expect(await attempt()).toBe(50013)
  })

  it('is not exchanged where strangers have sandboxes: nobody chooses what this machine calls', async () => {
    await using azure = await startedAzure({ sandboxes: {} })
    await using cluster = await startedIssuer()
    const { clientId } = azure.simulator.applications.api
    const { tenantId } = await aVisitor(azure.simulator)
    const sandbox = azure.simulator.tenants.get(tenantId)
    const application = sandbox && applicationOf(sandbox, clientId)
    if (sandbox === undefined || application === undefined) throw new Error('The API is not registered')
    const trusted = { id: 'one', name: 'cluster', issuer: cluster.url, subject, description: null }
    const federatedIdentityCredentials = [{ ...trusted, audiences: ['api://AzureADTokenExchange'] }]
    keepObject(sandbox, { ...application, federatedIdentityCredentials })
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: 'https://management.azure.com/.default',
      client_assertion_type: jwtBearer,
      client_assertion: await cluster.token({ subject }),
    }
    expect(refusedWith(await postToken({ ...azure.simulator, tenantId }, form, {}))).toBe(50166)
  })
})

function thumbprintOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256.replaceAll(':', '')
}
