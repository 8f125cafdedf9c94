import { expect, it } from 'vitest'
import { diskEncryptionSetId, readyFacts, setPrincipalId, vaultId } from '../testing/sets.ts'
import { vaultRepairRequests } from './vault-repair-request.ts'

const grant = { action: 'grantKeyAccess', diskEncryptionSetId: diskEncryptionSetId('set'), vaultId } as const

it('assigns each identity the role at the vault where it uses Azure RBAC', () => {
  const [request, ...others] = vaultRepairRequests(grant, readyFacts())
  expect(others).toEqual([])
  expect(request).toMatchObject({
    method: 'PUT',
    path: `${vaultId}/providers/Microsoft.Authorization/roleAssignments/{name}`,
    grant: { principalId: setPrincipalId, by: 'role' },
  })
  expect(JSON.stringify(request?.body)).toContain('e147488a-f6f5-4113-8e2d-b22465e65bf6')
})

it('adds an access policy where the vault uses those', () => {
  const facts = readyFacts({ keyAccess: { type: 'AccessPolicies', policies: [] } })
  expect(vaultRepairRequests(grant, facts)).toMatchObject([
    { path: `${vaultId}/accessPolicies/add`, grant: { principalId: setPrincipalId, by: 'accessPolicy' } },
  ])
})

it('shows nothing where it is not known how the vault gives access', () => {
  expect(vaultRepairRequests(grant, readyFacts({ keyAccess: 'unreadable' }))).toEqual([])
})

it.each(['enablePurgeProtection', 'allowTrustedServices'] as const)('%s changes the vault itself', (action) => {
  expect(vaultRepairRequests({ action, vaultId }, readyFacts())).toMatchObject([{ method: 'PATCH', path: vaultId }])
})
