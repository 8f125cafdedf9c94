import * as z from 'zod/mini'

/** What becomes of a gallery's image versions that are deleted. */
export const softDeletePolicy = z.strictObject({
  isSoftDeleteEnabled: z.boolean(),
  /** days in which a version can be restored and used by its number; absent if Azure does not say */
  retentionPeriodInDays: z.optional(z.number()),
  /** days after these, in which it can only be restored */
  gracePeriodInDays: z.optional(z.number()),
})
export type SoftDeletePolicy = z.infer<typeof softDeletePolicy>

/** The policy that a user requests, with both periods in days. */
export const wantedSoftDeletePolicy = z.strictObject({
  isSoftDeleteEnabled: z.boolean(),
  retentionPeriodInDays: z.number(),
  gracePeriodInDays: z.number(),
})
export type WantedSoftDeletePolicy = z.infer<typeof wantedSoftDeletePolicy>

/** What decides whether a gallery's soft delete can be turned on. */
export interface SoftDeleteContext {
  /** the cloud's name, as in `AzureUSGovernment` */
  cloud: string
  isOn: boolean
  /** names of the gallery's content in other regions */
  inOtherRegions: readonly string[]
}

/** What can be wrong with a policy. The portal has a text for each, in each language. */
export type SoftDeleteIssueCode = 'NationalCloud' | 'InOtherRegions' | 'RetentionPeriodInvalid' | 'GracePeriodInvalid'

export interface SoftDeleteIssue {
  field: keyof WantedSoftDeletePolicy
  code: SoftDeleteIssueCode
}

const nationalClouds = new Set(['AzureUSGovernment', 'AzureChinaCloud'])

/** Whether a cloud, by its name, can have soft delete of image versions: Microsoft's national clouds do not. */
export function hasSoftDelete(cloudName: string): boolean {
  return !nationalClouds.has(cloudName)
}

/**
 * What Azure would refuse of a policy, as far as Microsoft documents it. It documents no limits of the periods: only
 * what is not a number of days is wrong here. https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery
 */
export function softDeleteIssues(
  wanted: WantedSoftDeletePolicy,
  { cloud, isOn, inOtherRegions }: SoftDeleteContext,
): SoftDeleteIssue[] {
  const { isSoftDeleteEnabled, retentionPeriodInDays, gracePeriodInDays } = wanted
  if (!isSoftDeleteEnabled) return []
  const rules: [boolean, SoftDeleteIssue['field'], SoftDeleteIssueCode][] = [
    [!hasSoftDelete(cloud), 'isSoftDeleteEnabled', 'NationalCloud'],
    [!isOn && inOtherRegions.length > 0, 'isSoftDeleteEnabled', 'InOtherRegions'],
    [!isDays(retentionPeriodInDays, 1), 'retentionPeriodInDays', 'RetentionPeriodInvalid'],
    [!isDays(gracePeriodInDays, 0), 'gracePeriodInDays', 'GracePeriodInvalid'],
  ]
  return rules.filter(([isBroken]) => isBroken).map(([, field, code]) => ({ field, code }))
}

function isDays(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= 9999
}
