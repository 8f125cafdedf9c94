import { expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'
import { madeSet, madeVault } from '../../testing/sets.ts'

const closed = (bypass: string) => ({
  publicNetworkAccess: 'Disabled',
  networkAcls: { bypass, defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
})

it.each([
  ['of private access is reached by a set, as a trusted service', closed('AzureServices'), 202],
  ['of private access that trusts no services is not', closed('None'), 400],
  ['that its perimeter secures trusts no services', { publicNetworkAccess: 'SecuredByPerimeter' }, 400],
])('a vault %s', async (_, network, status) => {
  await using azure = await startedAzure()
  const vault = await madeVault(azure)
  const keyUrl = await vault.key('disk-key')
  const principalId = await madeSet(azure, vault, { name: 'newSet', keyUrl })
  await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
  await vault.arm('PATCH', vault.id, { properties: network })
  expect((await vault.arm('GET', vault.id)).body).toMatchObject({ properties: network })
  const another = await vault.key('disk-key')
  const path = azure.compute('diskEncryptionSets/newSet')
  expect((await vault.arm('PATCH', path, { properties: { activeKey: { keyUrl: another } } })).status).toBe(status)
})
