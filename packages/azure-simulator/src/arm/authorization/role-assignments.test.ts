import { describe, expect, it } from 'vitest'
import { builtInRoles, type RoleName } from '../../built-in-roles.ts'
import { objectsAt, textAt, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'
import { contoso } from '../../worlds/contoso.ts'
import { rolePropagation } from './role-propagation.ts'

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

describe('the roles of a second team', () => {
  const guid = (number: number) => `a5500000-0000-4000-8000-00000000010${number}`

  async function started() {
    const azure = await startedAzure({ world: contoso({ secondTeam: true }) })
    const { users, groups = [] } = azure.simulator.world
    const owner = await azure.asOwner()
    let count = 0
    const give = (role: RoleName, scope: string, principalId = tomas) =>
      owner('PUT', `${scope}/providers/Microsoft.Authorization/roleAssignments/${guid((count += 1))}`, {
        properties: { principalId, roleDefinitionId: `/x/roleDefinitions/${builtInRoles[role].id}` },
      })
    const tomas = users.find(({ displayName }) => displayName.startsWith('Tomas'))?.id ?? ''
    const listed = async (scope: string, filter: string) => {
      const url = `${scope}/providers/Microsoft.Authorization/roleAssignments?$filter=${encodeURIComponent(filter)}`
      return objectsAt((await owner('GET', url)).body, 'value').map((each) => [
        textAt(each, 'properties', 'principalType'),
        textAt(each, 'properties', 'scope')?.split('/').at(-1),
      ])
    }
    return { azure, owner, give, tomas, team: groups[0]?.id ?? '', listed, asTomas: await azure.as('Tomas') }
  }

  it('are its own and those of its group, at the scope and above it', async () => {
    const { azure, give, tomas, team, listed } = await started()
    await using _ = azure
    const set = azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1')
    await give('Reader', set)
    await give('Reader', set.split('/providers')[0] ?? '', team)
    const above = `atScope() and assignedTo('${tomas}')`
    expect(await listed(set, above)).toEqual([
      ['User', 'WestUSDiskEncryptionSet1'],
      ['Group', 'myResourceGroup'],
    ])
    expect(await listed(set, `principalId eq '${tomas}'`)).toEqual([['User', 'WestUSDiskEncryptionSet1']])
    expect(await listed(azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet2'), above)).toEqual([
      ['Group', 'myResourceGroup'],
    ])
  })

  it('are refused a second time, and to a principal of another directory', async () => {
    const { azure, give } = await started()
    await using _ = azure
    const gallery = azure.compute('galleries/contosoGallery')
    expect((await give('Compute Gallery Image Reader', gallery)).status).toBe(201)
    expect(await give('Compute Gallery Image Reader', gallery)).toMatchObject({
      status: 409,
      body: { error: { code: 'RoleAssignmentExists' } },
    })
    expect(await give('Reader', gallery, guid(9))).toMatchObject({ body: { error: { code: 'PrincipalNotFound' } } })
  })

  it('let it make a machine: read on the version, and on each set that its disks would have', async () => {
    const { azure, give, asTomas } = await started()
    await using _ = azure
    const [web] = azure.simulator.world.subscriptions.slice(-1)
    const mine = `/subscriptions/${web?.subscriptionId}/resourceGroups/webResourceGroup/providers/Microsoft.Compute`
    const set = { diskEncryptionSet: { id: `${mine}/diskEncryptionSets/WebWestUSDiskEncryptionSet` } }
    const id = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0')
    const create = () =>
      asTomas('PUT', `${mine}/virtualMachines/web`, {
        location: 'westus',
        properties: {
          hardwareProfile: { vmSize: 'Standard_D2s_v5' },
          osProfile: { computerName: 'web', adminUsername: 'azureuser', adminPassword: 'Passw0rd!Passw0rd!' },
          storageProfile: {
            imageReference: { id },
            osDisk: { createOption: 'FromImage', managedDisk: set },
            dataDisks: [0].map((lun) => ({ lun, createOption: 'FromImage', managedDisk: set })),
          },
        },
      })
    const refused = async () => textAt((await create()).body, 'error', 'message') ?? ''
    expect(await refused()).toContain(
      `perform action(s) 'Microsoft.Compute/galleries/images/versions/read' on the linked scope(s) '${id}'`,
    )
    await give('Compute Gallery Image Reader', id.split('/versions')[0] ?? '')
    azure.clock.advance(rolePropagation)
    expect(await refused()).toContain(`'Microsoft.Compute/diskEncryptionSets/read' on the linked scope(s) '`)
    await give('Reader', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1'))
    await give('Reader', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet2'))
    expect(await refused()).toContain('linked scope(s)')
    azure.clock.advance(rolePropagation)
    expect((await create()).status).toBe(201)
  })
})
