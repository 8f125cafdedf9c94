import type { ArmErrorDetail } from '@portal/arm'
import { blankPlan } from '@portal/image-version'
import type { ArmMessage, DecodingContext } from './arm-message.ts'
import { meaning, type DecodedError } from './decoded-error.ts'
import { encryptionMessages } from './encryption-errors.ts'
import { forKeyOfAnotherTenant, keyMessages } from './key-errors.ts'
import { regionPath, cellWithSet } from './plan-paths.ts'
import { regionMessages } from './region-errors.ts'
import { sourceMessages } from './source-errors.ts'
import { virtualMachineMessages } from './virtual-machine-errors.ts'

// What ARM itself refuses, whatever the resource.
const accessMessages: ArmMessage[] = [
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
    // https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
    code: 'ScopeLocked',
    text: /scope\(s\) are locked: '(?<scopes>[^']+)'/,
    means: ({ groups: { scopes = '' } }) =>
      meaning(
        'ScopeLocked',
        { scopes },
        { repair: { action: 'openInPortal', resourceId: scopes.split(',')[0] ?? '' } },
      ),
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

const correctField = { action: 'correctField' } as const

// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
const versionMessages: ArmMessage[] = [
  {
    text: /^EndOfLifeDate must be set to a future date/,
    means: ({ plan }) =>
      meaning('EndOfLifeDatePast', { date: plan.endOfLifeDate }, { path: ['endOfLifeDate'], repair: correctField }),
  },
  {
    text: /^The image version name is invalid/,
    means: ({ plan }) => meaning('VersionNameInvalid', { name: plan.name }, { path: ['name'], repair: correctField }),
  },
  {
    code: 'DeleteGalleryImageVersionBlockedBeforeEndOfLife',
    means: () => meaning('DeletionBlockedBeforeEndOfLife', {}),
  },
  {
    code: 'CannotDeleteResource',
    means: () => meaning('NestedResources', {}),
  },
  {
    code: 'GalleryNameNotUnique',
    text: /^The gallery name '(?<name>[^']+)' is not unique/,
    means: ({ groups: { name = '' } }) => meaning('GalleryNameNotUnique', { name }),
  },
  {
    text: /^Gallery image: (?<name>\S+) identified by \(publisher:.*\) already exists/,
    means: ({ groups: { name = '' } }) => meaning('IdentifierNotUnique', { name }),
  },
  {
    // Azure's own text says "not on allowed"
    text: /^Operation 'Update Gallery Image Version' is not (?:on )?allowed on (?<name>\S+?);? since it is marked for deletion/,
    means: ({ groups: { name = '' } }) => meaning('VersionMarkedForDeletion', { name }),
  },
  {
    code: 'ParentResourceNotFound',
    means: ({ plan }) =>
      meaning(
        'ImageDefinitionNotFound',
        { id: plan.imageDefinitionId },
        { path: ['imageDefinitionId'], repair: correctField },
      ),
  },
]

const messages: readonly ArmMessage[] = [
  ...encryptionMessages,
  ...keyMessages,
  ...sourceMessages,
  ...regionMessages,
  ...versionMessages,
  ...virtualMachineMessages,
  ...accessMessages,
]

/**
 * The meaning of ARM's error for the sent plan: one, or one for each region whose replication failed. Unknown errors
 * become `Unknown` with Azure's own text.
 */
export function decodeArmError(error: ArmErrorDetail, context: DecodingContext): DecodedError[] {
  const regions = [...error.message.matchAll(/\{region:\s*(?<region>[^,}]+),\s*detail:\s*(?<detail>[^{}]*)\}/g)]
  if (regions.length > 0)
    return regions.map(({ groups }) =>
      decodeReplicationFailure({ region: groups?.['region'] ?? '', details: groups?.['detail'] ?? '' }, context),
    )
  const known = knownMeaning(error, context)
  if (known !== undefined) return [known]
  const [first, ...rest] = (error.details ?? []).flatMap((detail) => decodeArmError(detail, context))
  if (first !== undefined) return [first, ...rest]
  return [meaning('Unknown', { message: error.message })]
}

/** What the text of a region's failed replication means; `details` as Azure's replication status has it. */
export function decodeReplicationFailure(
  { region, details }: { region: string; details: string },
  context: DecodingContext,
): DecodedError {
  const inner =
    /^Replication failed in this region due to '(?<text>.*?)'?\.?$/s.exec(details)?.groups?.['text'] ?? details
  const known = knownMeaning({ code: '', message: inner }, context)
  if (known !== undefined) return known
  return meaning(
    'ReplicationFailed',
    { region, detail: details },
    { path: regionPath(context.plan, region, 'name'), repair: { action: 'removeTargetRegion', region } },
  )
}

function knownMeaning(error: ArmErrorDetail, context: DecodingContext): DecodedError | undefined {
  for (const { code, text, means } of messages) {
    const match = text?.exec(error.message)
    // Azure uses some texts with several codes, and a region's text without one.
    const isMeant = text === undefined ? code === error.code : match !== null && isCodeOf(code, error.code)
    if (isMeant) return means({ ...context, error, groups: groupsOf(match) })
  }
  return undefined
}

function isCodeOf(code: string | undefined, given: string): boolean {
  return code === undefined || given === '' || code === given
}

function groupsOf(match: RegExpExecArray | null | undefined): Record<string, string> {
  const groups: [string, string | undefined][] = Object.entries(match?.groups ?? {})
  return Object.fromEntries(groups.map(([name, value]) => [name, value ?? '']))
}

/**
 * What an error of a deployment's resource means if there is no plan of a version for it; `isKeyElsewhere`: the key of
 * the set is in another tenant.
 */
export function deploymentErrorMeaning(error: ArmErrorDetail, { isKeyElsewhere = false } = {}): DecodedError {
  const [first] = decodeArmError(error, { plan: blankPlan(''), diskEncryptionSets: [] })
  if (first === undefined) return meaning('Unknown', { message: error.message })
  return isKeyElsewhere ? forKeyOfAnotherTenant(first) : first
}
