import { expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'

it('says where a new identity is in characters that a header may have, whatever its group is called', async () => {
  await using azure = await startedAzure()
  const arm = await azure.asOwner()
  const group = `/subscriptions/${azure.production}/resourceGroups/${encodeURIComponent('日本')}`
  expect(await arm('PUT', group, { location: 'westus' })).toMatchObject({ status: 201 })
  const id = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/images-identity`
  const { status, headers, body } = await arm('PUT', id, { location: 'westus' })
  expect([status, headers.get('location'), body['id']]).toEqual([201, id, decodeURIComponent(id)])
})
