import { expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'
import { madeVault } from '../../testing/sets.ts'

it('is told to be free, taken or invalid before a vault is made', async () => {
  await using azure = await startedAzure()
  const { arm, id } = await madeVault(azure)
  const check = (name: string) =>
    arm('POST', `/subscriptions/${azure.production}/providers/Microsoft.KeyVault/checkNameAvailability`, {
      name,
      type: 'Microsoft.KeyVault/vaults',
    })
  expect((await check('kv-free')).body).toEqual({ nameAvailable: true })
  expect((await check('KV-NEW')).body).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' })
  expect((await check('kv--new')).body).toMatchObject({ nameAvailable: false, reason: 'AccountNameInvalid' })
  await arm('DELETE', id)
  expect((await check('kv-new')).body).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' })
})

it('is unique in all of Azure, not in its group', async () => {
  await using azure = await startedAzure()
  const { arm, id } = await madeVault(azure)
  const elsewhere = id.replace('myResourceGroup', 'governedResourceGroup')
  const body = {
    location: 'westus',
    properties: { tenantId: azure.simulator.tenantId, sku: { family: 'A', name: 'standard' } },
  }
  expect(await arm('PUT', elsewhere, body)).toMatchObject({
    status: 409,
    body: { error: { code: 'VaultAlreadyExists' } },
  })
})
