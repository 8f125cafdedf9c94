import type { ArmErrorDetail } from '@portal/arm'
import { blankPlan } from '@portal/image-version'
import { accessMessages } from './access-messages.ts'
import type { ArmMessage, DecodingContext } from './arm-message.ts'
import { meaning, type DecodedError } from './decoded-error.ts'
import { encryptionMessages } from './encryption-messages.ts'
import { forKeyOfAnotherTenant, keyMessages } from './key-messages.ts'
import { regionPath } from './plan-places.ts'
import { regionMessages } from './region-messages.ts'
import { sourceMessages } from './source-messages.ts'
import { versionMessages } from './version-messages.ts'
import { virtualMachineMessages } from './virtual-machine-messages.ts'

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
