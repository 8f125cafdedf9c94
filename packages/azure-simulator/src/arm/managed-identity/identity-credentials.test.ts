import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { builtInRoles } from '../../built-in-roles.ts'
import { textAt } from '../../json.ts'
import { call, postToken, startedAzure, textOf, type StartedAzure } from '../../testing/azure.ts'
import { refusedWith } from '../../testing/entra.ts'
import { startedIssuer } from '../../testing/issuer.ts'

const subject = 'repo:contoso@5544123/images@821093847:ref:refs/heads/main'
const audiences = ['api://AzureADTokenExchange']

async function scene(azure: StartedAzure) {
  const arm = await azure.asOwner()
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/nightly`
  const { body } = await arm('PUT', identity, { location: 'westus' })
  const clientId = textAt(body, 'properties', 'clientId') ?? ''
  return {
    arm,
    group,
    identity,
    principalId: textAt(body, 'properties', 'principalId') ?? '',
    trust: (name: string, issuer: string, of = subject) =>
      arm('PUT', `${identity}/federatedIdentityCredentials/${name}`, {
        properties: { issuer, subject: of, audiences },
      }),
    exchange: (assertion: string, secret?: string) =>
      postToken(
        azure.simulator,
        {
          grant_type: 'client_credentials',
          client_id: clientId,
          scope: 'https://management.azure.com/.default',
          ...(secret === undefined
            ? {
                client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
                client_assertion: assertion,
              }
            : { client_secret: secret }),
        },
        {},
      ),
  }
}

describe('the federated credential of a user-assigned identity', () => {
  it('is exchanged for a token with which ARM grants what the roles of the identity do', async () => {
    await using azure = await startedAzure()
    await using issuer = await startedIssuer()
    const { arm, trust, exchange, principalId } = await scene(azure)
    expect((await trust('main', issuer.url)).status).toBe(201)
    const { body } = await exchange(await issuer.token({ subject }))
    const token = textOf(body, 'access_token')
    expect(decodeJwt(token)).toMatchObject({ idtyp: 'app', oid: principalId, appidacr: '2' })
    const definition = azure.compute('galleries/contosoGallery/images/ubuntu-web')
    const read = (path: string) => call(azure.simulator, { method: 'GET', path, token })
    expect((await read(definition)).status).toBe(404)
    const role = `/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles.Reader.id}`
    const assignment = `${definition}/providers/Microsoft.Authorization/roleAssignments/5c0a0b6e-0000-4000-8000-000000000001`
    const properties = { roleDefinitionId: role, principalId, principalType: 'ServicePrincipal' }
    expect((await arm('PUT', assignment, { properties })).status).toBe(201)
    azure.clock.advance(600_000)
    expect((await read(`${definition}/versions`)).status).toBe(200)
    expect((await read(azure.compute('galleries/contosoGallery'))).status).toBe(403)
  })

  it('is refused for another subject, with a secret, without a credential, and once it is deleted', async () => {
    await using azure = await startedAzure()
    await using issuer = await startedIssuer()
    const { arm, identity, trust, exchange } = await scene(azure)
    const token = await issuer.token({ subject })
    expect(refusedWith(await exchange(token))).toBe(70021)
    await trust('main', issuer.url)
    expect(refusedWith(await exchange(await issuer.token({ subject: 'repo:contoso/other:ref:refs/heads/main' })))).toBe(
      700213,
    )
    expect(refusedWith(await exchange(token, 'secret'))).toBe(7000215)
    expect(refusedWith(await exchange(token))).toBeUndefined()
    expect((await arm('DELETE', `${identity}/federatedIdentityCredentials/main`)).status).toBe(200)
    expect(refusedWith(await exchange(token))).toBe(70021)
    await arm('DELETE', identity)
    expect(refusedWith(await exchange(token))).toBe(700016)
  })

  it('is unique by issuer and subject, can be written again, and is one of at most 20', async () => {
    await using azure = await startedAzure()
    const { arm, identity, trust } = await scene(azure)
    const issuer = 'https://token.actions.githubusercontent.com'
    expect((await trust('main', issuer)).status).toBe(201)
    expect((await trust('main', issuer)).status).toBe(200)
    expect((await trust('twice', issuer)).body).toMatchObject({
      error: { message: 'Issuer and subject combination already exists for this Managed Identity.' },
    })
    for (let index = 1; index < 20; index++) await trust(`one-${index}`, issuer, `repo:contoso/${index}`)
    expect((await trust('many', issuer, 'repo:contoso/20')).status).toBe(400)
    const { body } = await arm('GET', `${identity}/federatedIdentityCredentials`)
    expect(body['value']).toHaveLength(20)
    expect((await trust('plain', 'http://token.example')).status).toBe(400)
    expect((await trust('no', issuer, 'repo:contoso/21')).status).toBe(400)
  })
})
