import { describe, expect, it } from 'vitest'
import { textAt, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing.ts'

const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'

async function withNewIdentity() {
  const azure = await startedAzure()
  const arm = await azure.asOwner()
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/fresh`
  const { body } = await arm('PUT', identity, { location: 'westus' })
  const principalId = textAt(body, 'properties', 'principalId') ?? ''
  const assign = (facts: JsonObject = {}) =>
    arm('PUT', `${group}/providers/Microsoft.Authorization/roleAssignments/a5500000-0000-4000-8000-000000000001`, {
      properties: {
        roleDefinitionId: `/subscriptions/${azure.production}/providers/Microsoft.Authorization/roleDefinitions/${contributor}`,
        principalId,
        ...facts,
      },
    })
  return { azure, arm, assign }
}

describe('a role assignment', () => {
  it('does not find an identity that was just made, and finds it half a minute later', async () => {
    const { azure, assign } = await withNewIdentity()
    await using _ = azure
    expect(await assign()).toMatchObject({ status: 400, body: { error: { code: 'PrincipalNotFound' } } })
    azure.clock.advance(30_000)
    expect((await assign()).status).toBe(201)
  })

  it('does not look for a principal whose type is told', async () => {
    const { azure, assign } = await withNewIdentity()
    await using _ = azure
    expect((await assign({ principalType: 'ServicePrincipal' })).status).toBe(201)
  })

  it('does not find a principal that nobody made', async () => {
    const { azure, assign } = await withNewIdentity()
    await using _ = azure
    azure.clock.advance(3_600_000)
    const principalId = 'facade00-0000-4000-8000-000000000001'
    expect(await assign({ principalId })).toMatchObject({ status: 400, body: { error: { code: 'PrincipalNotFound' } } })
  })

  it('says who made it and what was said of it, and who changed it', async () => {
    const { azure, assign } = await withNewIdentity()
    await using _ = azure
    const program = azure.simulator.world.servicePrincipals.find(
      ({ displayName }) => displayName === 'contoso-command-line',
    )
    const condition = "@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'a'"
    const principalType = 'ServicePrincipal'
    const made = await assign({ principalType, description: 'For the build', condition })
    expect(made.body).toMatchObject({
      properties: {
        createdBy: null,
        updatedBy: program?.id,
        description: 'For the build',
        condition,
        conditionVersion: '2.0',
      },
    })
    azure.clock.advance(60_000)
    const changed = await assign({ principalType, description: 'For the night build' })
    expect(changed).toMatchObject({
      status: 200,
      body: {
        properties: {
          createdOn: textAt(made.body, 'properties', 'createdOn'),
          createdBy: program?.id,
          updatedOn: '2025-12-01T12:01:00.000Z',
          description: 'For the night build',
          condition,
        },
      },
    })
  })
})
