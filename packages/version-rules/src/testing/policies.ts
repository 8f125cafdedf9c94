import type { PolicyAssignment } from '../policy/policy-verdict.ts'

// What only tests read of the product.
export { refusalParams } from '../azure-errors/decoded-error.ts'

/** Azure's policy that requires customer-managed keys, assigned with the effect Deny. */
export const customerKeysAssignment: PolicyAssignment = {
  id: '/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/customer-keys',
  displayName: 'Customer keys only',
  policy: 'customerKeys',
  effect: 'Deny',
  isEnforced: true,
}
