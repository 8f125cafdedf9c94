import { describe, expect, it } from 'vitest'
import { builtInRoles } from '../../built-in-roles.ts'
import { objectsAt } from '../../json.ts'
import { startedAzure, type StartedAzure } from '../../testing/azure.ts'

const group = ({ production }: StartedAzure) => `/subscriptions/${production}/resourceGroups/myResourceGroup`

describe('role definitions', () => {
  it('tell what a role allows, and what it leaves out', async () => {
    await using azure = await startedAzure()
    const arm = await azure.as('Ada')
    const { id } = builtInRoles.Contributor
    const path = `/subscriptions/${azure.production}/providers/Microsoft.Authorization/roleDefinitions/${id}`
    const { status, body } = await arm('GET', path)
    expect([status, body['id'], body['name']]).toEqual([200, path, id])
    expect(body).toMatchObject({ properties: { roleName: 'Contributor', type: 'BuiltInRole' } })
    const [permission] = objectsAt(body, 'properties', 'permissions')
    expect(permission?.['actions']).toEqual(['*'])
    expect(permission?.['notActions']).toContain('Microsoft.Authorization/*/Write')
  })

  it('are found by their name', async () => {
    await using azure = await startedAzure()
    const arm = await azure.as('Ada')
    const filter = encodeURIComponent("roleName eq 'Key Vault Crypto Service Encryption User'")
    const { body } = await arm(
      'GET',
      `${group(azure)}/providers/Microsoft.Authorization/roleDefinitions?$filter=${filter}`,
    )
    expect(objectsAt(body, 'value').map(({ name }) => name)).toEqual(['e147488a-f6f5-4113-8e2d-b22465e65bf6'])
  })

  it('are none for a GUID that Azure does not know', async () => {
    await using azure = await startedAzure()
    const arm = await azure.as('Ada')
    const unknown = '/providers/Microsoft.Authorization/roleDefinitions/c0470500-0000-4000-8000-0000000fffff'
    expect(await arm('GET', `/subscriptions/${azure.production}${unknown}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'RoleDefinitionDoesNotExist' } },
    })
  })
})

describe('the permissions of a caller', () => {
  it.each([
    ['the subscription', ({ production }: StartedAzure) => `/subscriptions/${production}`],
    ['a group', group],
    ['a resource', ({ compute }: StartedAzure) => compute('galleries/contosoGallery')],
  ])('at %s are those of the roles given there and above', async (_, scopeOf) => {
    await using azure = await startedAzure()
    const rita = await azure.as('Rita')
    const { body } = await rita('GET', `${scopeOf(azure)}/providers/Microsoft.Authorization/permissions`)
    expect(body).toEqual({
      value: [{ actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [] }],
    })
  })
})

describe('who may give keys', () => {
  it('may give the roles of vaults and no others', async () => {
    await using azure = await startedAzure()
    const { users, roleAssignments } = azure.simulator.world
    const [rita = '', ben = ''] = ['Rita', 'Ben'].map(
      (name) => users.find(({ displayName }) => displayName.startsWith(name))?.id ?? '',
    )
    roleAssignments.push({ principalId: rita, role: 'Key Vault Data Access Administrator', scope: group(azure) })
    const arm = await azure.as('Rita')
    const give = (number: number, { id }: { id: string }) =>
      arm(
        'PUT',
        `${group(azure)}/providers/Microsoft.Authorization/roleAssignments/c0470500-0000-4000-8000-00000000d00${number}`,
        { properties: { principalId: ben, roleDefinitionId: `/providers/x/roleDefinitions/${id}` } },
      )
    expect((await give(1, builtInRoles['Key Vault Crypto User'])).status).toBe(201)
    expect(await give(2, builtInRoles.Owner)).toMatchObject({
      status: 403,
      body: { error: { code: 'AuthorizationFailed' } },
    })
  })
})
