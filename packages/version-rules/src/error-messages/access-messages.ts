import type { ArmMessage } from './arm-message.ts'
import { meaning } from './decoded-error.ts'
import { cellWithSet } from './plan-places.ts'

// What ARM itself refuses, whatever the resource.
export const accessMessages: ArmMessage[] = [
  {
    // https://github.com/kubernetes-sigs/azuredisk-csi-driver/issues/2609
    code: 'LinkedAuthorizationFailed',
    text: /does not have permission to perform action\(s\) '(?<action>[^']+)' on the linked scope\(s\) '(?<scope>[^']+)'/,
    means: ({ groups: { action = '', scope = '' }, plan }) =>
      meaning(
        'LinkedAuthorizationFailed',
        { action, scope },
        { path: cellWithSet(plan, scope), repair: { action: 'openInPortal', resourceId: scope } },
      ),
  },
  {
    // https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
    text: /the current tenant '?[^'\s]+'? is not authorized to access linked subscription '?(?<subscription>[^'\s.]+)/,
    means: ({ groups: { subscription = '' } }) => meaning('SubscriptionOfAnotherTenant', { subscription }),
  },
  {
    // https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
    code: 'AuthorizationFailed',
    text: /does not have authorization to perform action '(?<action>[^']+)' over scope '(?<scope>[^']+)'/,
    means: ({ groups: { action = '', scope = '' } }) => meaning('AuthorizationFailed', { action, scope }),
  },
  {
    // https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy
    code: 'RequestDisallowedByPolicy',
    means: ({ error: { message } }) =>
      meaning('DeniedByPolicy', { policy: policyNamedBy(message) }, { path: ['encryptionType'] }),
  },
  {
    // https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider
    code: 'MissingSubscriptionRegistration',
    text: /to use namespace '(?<namespace>[^']+)'/,
    means: ({ groups: { namespace = '' } }) => meaning('ProviderNotRegistered', { namespace }),
  },
  // the second comes with 429:
  // https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
  ...['Conflict', 'RetryableErrorDueToAnotherOperation'].map((code): ArmMessage => ({
    code,
    means: () => meaning('BusyWithAnotherChange', {}, { repair: { action: 'retry' } }),
  })),
  ...['TooManyRequests', 'SubscriptionRequestsThrottled', 'ResourceRequestsThrottled'].map((code): ArmMessage => ({
    code,
    means: () => meaning('TooManyRequests', {}, { repair: { action: 'retry' } }),
  })),
  {
    // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/troubleshooting-throttling-errors
    text: /too many requests have been received for this subscription/,
    means: () => meaning('TooManyRequests', {}, { repair: { action: 'retry' } }),
  },
]

// The message quotes JSON whose first name is that of the assignment.
function policyNamedBy(message: string): string {
  return /"policyAssignment":\{"name":"(?<name>[^"]+)"/.exec(message)?.groups?.['name'] ?? ''
}
