import type { PolicyAssignment } from './policy/policy-verdict.ts'

/** Azure's policy that requires customer-managed keys, assigned with the effect Deny. */
export const customerKeysAssignment: PolicyAssignment = {
  id: '/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/customer-keys',
  displayName: 'Customer keys only',
  definitionName: '702dd420-7fcc-42c5-afe8-4026edd20fe0',
  effect: 'Deny',
  isEnforced: true,
}
