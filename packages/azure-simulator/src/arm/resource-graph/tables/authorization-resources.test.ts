import { describe, expect, it } from 'vitest'
import { objectsAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

async function aGraph() {
  const azure = await startedAzure()
  return {
    azure,
    async rows(user: string, query: string) {
      const arm = await azure.as(user)
      const { body } = await arm('POST', '/providers/Microsoft.ResourceGraph/resources', { query })
      return objectsAt(body, 'data')
    },
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

// After Microsoft's own sample of a join: the role's name of each assignment.
const withNames = `authorizationresources
| where type =~ 'microsoft.authorization/roleassignments'
| extend role = tolower(tostring(properties.roleDefinitionId)), principalId = tostring(properties.principalId), scope = tostring(properties.scope)
| join kind=inner (
    authorizationresources
    | where type =~ 'microsoft.authorization/roledefinitions'
    | extend role = tolower(id), roleName = tostring(properties.roleName)
    | project role, roleName
  ) on role
| project principalId, scope, roleName, kind = tostring(properties.principalType)`

describe('authorizationresources', () => {
  it('joins assignments with the roles that they give', async () => {
    await using graph = await aGraph()
    const rows = await graph.rows('Ada', `${withNames} | where roleName == 'Key Vault Crypto Service Encryption User'`)
    const grants = graph.azure.simulator.world.roleAssignments.filter(
      ({ role }) => role === 'Key Vault Crypto Service Encryption User',
    )
    expect(rows).toHaveLength(grants.length)
    expect(rows[0]).toMatchObject({
      principalId: grants[0]?.principalId,
      scope: grants[0]?.scope,
      kind: 'ServicePrincipal',
    })
  })

  it('keeps to the scopes whose assignments the caller can read', async () => {
    await using graph = await aGraph()
    const subscriptions = (user: string) =>
      graph.rows(user, `authorizationresources | where type endswith 'roleassignments' | distinct subscriptionId`)
    expect(await subscriptions('Ben')).toEqual([{ subscriptionId: graph.azure.development }])
    expect(await subscriptions('Noor')).toEqual([])
  })

  it('has an assignment at once', async () => {
    await using graph = await aGraph()
    const arm = await graph.azure.asOwner()
    const name = '6b1e0f7a-0000-4000-8000-000000000001'
    await arm(
      'PUT',
      `/subscriptions/${graph.azure.production}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      {
        properties: {
          principalId: '6b1e0f7a-0000-4000-8000-000000000002',
          principalType: 'ServicePrincipal',
          roleDefinitionId: '/x/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7',
        },
      },
    )
    expect(await graph.rows('Ada', `${withNames} | where principalId endswith '000000000002'`)).toMatchObject([
      { roleName: 'Reader', scope: `/subscriptions/${graph.azure.production}` },
    ])
  })
})
