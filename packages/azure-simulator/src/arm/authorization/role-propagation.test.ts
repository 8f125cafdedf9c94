import { expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'
import { madeSet, madeVault } from '../../testing/sets.ts'

it('a set notices within a minute that it was let in to its key', async () => {
  await using azure = await startedAzure()
  const vault = await madeVault(azure)
  const principalId = await madeSet(azure, vault, { name: 'fresh', keyUrl: await vault.key('disks') })
  await vault.arm(
    'PUT',
    `${vault.id}/providers/Microsoft.Authorization/roleAssignments/a5500000-0000-4000-8000-000000000002`,
    {
      properties: {
        principalId,
        principalType: 'ServicePrincipal',
        roleDefinitionId: '/x/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6',
      },
    },
  )
  const disk = () =>
    vault.arm('PUT', azure.compute('disks/one'), {
      location: 'westus',
      properties: {
        creationData: { createOption: 'Empty' },
        diskSizeGB: 32,
        encryption: {
          type: 'EncryptionAtRestWithCustomerKey',
          diskEncryptionSetId: azure.compute('diskEncryptionSets/fresh'),
        },
      },
    })
  expect(await disk()).toMatchObject({ status: 400, body: { error: { code: 'KeyVaultAccessForbidden' } } })
  azure.clock.advance(60_000)
  expect((await disk()).status).toBe(202)
})
